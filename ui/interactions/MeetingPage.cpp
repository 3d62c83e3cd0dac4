// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MeetingPage.h"

#include "MeetingList.h"
#include "Meetings.h"

#include "../Words.h"
#include "../diffview/DiffView.h"
#include "../style/Parts.h"

#include "diff/FileLoader.h"
#include "git/ChangeResolver.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui
{

namespace
{

bool isAbout(const FileDelta &delta, const InteractionPlace &place)
{
    return (place.isOld ? delta.oldSide : delta.newSide).path == place.file;
}

} // namespace

MeetingPage::MeetingPage(Meetings &meetings, QWidget *parent)
    : QWidget(parent)
    , m_meetings(meetings)
    , m_title(elasticLabel(QStringLiteral("meetingTitle"), this))
    , m_open(new QPushButton(tr("Open the other change"), this))
{
    setObjectName(QStringLiteral("meetingPage"));
    QFont font = m_title->font();
    font.setPointSizeF(13);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_open->setObjectName(QStringLiteral("meetingOpen"));
    auto *header = new QHBoxLayout;
    header->setContentsMargins(16, 10, 16, 10);
    header->addWidget(m_title, 1);
    header->addWidget(m_open);
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(QStringLiteral("meetingSplitter"));
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    m_list = new MeetingList(m_meetings, splitter);
    m_here = addPlace(splitter, "meetingHere", tr("Here"));
    m_there = addPlace(splitter, "meetingThere", tr("There"));
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 1);
    splitter->setSizes({320, 600, 600});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(splitter, 1);
    setFocusProxy(m_list);
    connect(m_list, &MeetingList::currentChanged, this, &MeetingPage::read);
    connect(&m_meetings, &Meetings::changed, this, [this] {
        if (m_meetings.list().empty())
            clear();
    });
    connect(m_list, &MeetingList::activated, m_here.view, qOverload<>(&QWidget::setFocus));
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const Interaction *one = meeting())
            emit changeRequested(QString::fromStdString(one->with));
    });
    read(); // the list may be full already
}

MeetingPage::Place MeetingPage::addPlace(QSplitter *splitter, const char *name, const QString &accessibleName)
{
    auto *box = new QWidget(splitter);
    box->setObjectName(QString::fromLatin1(name));
    Place place{elasticLabel(QStringLiteral("meetingWho"), box), elasticLabel(QStringLiteral("meetingWhere"), box),
                new DiffView(box)};
    QFont font = place.who->font();
    font.setWeight(QFont::DemiBold);
    place.who->setFont(font);
    place.where->setForegroundRole(QPalette::PlaceholderText);
    place.view->setObjectName(box->objectName() + QStringLiteral("View"));
    place.view->setDiffLayout(DiffLayout::Unified);
    place.view->setAccessibleName(accessibleName);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(2);
    for (QLabel *label : {place.who, place.where}) {
        label->setContentsMargins(12, 0, 12, 0);
        layout->addWidget(label);
    }
    layout->addSpacing(6);
    layout->addWidget(place.view, 1);
    return place;
}

const Interaction *MeetingPage::meeting() const
{
    const auto &all = m_meetings.list();
    const int at = m_list->current();
    return at >= 0 && static_cast<std::size_t>(at) < all.size() ? &all[static_cast<std::size_t>(at)] : nullptr;
}

void MeetingPage::showMeeting(int meeting)
{
    m_list->setCurrent(meeting);
}

void MeetingPage::clear()
{
    m_reading.cancel();
    m_title->setText(tr("Where this change meets others"));
    m_open->setEnabled(false);
    for (const Place &place : {m_here, m_there}) {
        place.who->clear();
        place.where->clear();
        place.view->setMessage(QString());
    }
}

void MeetingPage::read()
{
    const Interaction *one = meeting();
    clear();
    if (!one || !m_meetings.report())
        return;
    const Change &own = m_meetings.report()->analysis.change;
    m_title->setText(tr("%1 and %2: %3").arg(safe(own.id, 60), safe(one->with, 60), meetingWords(*one)));
    m_open->setEnabled(true);
    const auto &files = m_meetings.report()->files;
    const auto mine = std::ranges::find_if(files, [one](const auto &file) { return isAbout(file->delta, one->here); });
    fill(m_here, tr("Here: %1").arg(safe(own.id, 60)), one->here,
         Shown{safe(own.title, 200), mine == files.end() ? nullptr : *mine});
    m_there.view->setMessage(tr("Opening …"));
    m_reading.start(
        [workspace = m_meetings.workspace(), target = own.targetRef, other = *one](const std::stop_token &stop,
                                                                                   const ProgressCallback &) -> Result<Shown> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            git::ResolveOptions options;
            options.target = target;
            const auto change = git::resolveChange(*repository, other.with, options, stop);
            if (!change)
                return std::unexpected(change.error());
            const auto deltas = repository->diffTrees(change->baseTree, change->headTree, git::Repository::Renames::Find, stop);
            if (!deltas)
                return std::unexpected(deltas.error());
            Shown shown{safe(change->title, 200), nullptr};
            const auto delta = std::ranges::find_if(*deltas, [&](const FileDelta &item) { return isAbout(item, other.there); });
            if (delta == deltas->end())
                return shown;
            auto file = diff::loadFile(*repository, *delta, {}, stop);
            if (!file)
                return std::unexpected(file.error());
            shown.file = std::make_shared<const FileChange>(std::move(*file));
            return shown;
        },
        [this, other = *one](const Result<Shown> &shown) {
            fill(m_there, tr("There: %1").arg(safe(other.with, 60)), other.there, shown);
        });
}

void MeetingPage::fill(Place &place, const QString &who, const InteractionPlace &at, const Result<Shown> &shown)
{
    place.where->setText(placeWords(at));
    if (!shown) {
        place.who->setText(who);
        place.view->setMessage(words(shown.error()));
        return;
    }
    place.who->setText(QStringLiteral("%1 %2").arg(who, shown->title));
    if (!shown->file) {
        place.view->setMessage(tr("The change does not touch this file any more. F5 compares again."));
        return;
    }
    place.view->setFile(shown->file, {}, {});
    place.view->showLine(at.isOld ? Side::Old : Side::New, at.line);
}

} // namespace countersign::ui
