// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Conversation.h"

#include "CommentPanel.h"

#include "../diffview/DiffView.h"

#include <string>

namespace countersign::ui
{

namespace
{

const std::string &pathOf(const FileChange &file, Side side)
{
    return (side == Side::Old ? file.delta.oldSide : file.delta.newSide).path;
}

} // namespace

Conversation::Conversation(DiffView *view, QWidget *panelParent, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_panel(new CommentPanel(panelParent))
    , m_desk(new CommentDesk(this))
{
    connect(m_desk, &CommentDesk::talkChanged, this, [this](const workbench::Talk &talk) {
        m_panel->setTalk(talk);
        emit changed();
    });
    connect(m_desk, &CommentDesk::failed, m_panel, &CommentPanel::say);
    connect(m_desk, &CommentDesk::posted, this, [this] {
        m_panel->forgetTarget();
        m_view->setFocus();
    });
    connect(m_panel, &CommentPanel::typed, m_desk, &CommentDesk::saveDraft);
    connect(m_panel, &CommentPanel::postRequested, m_desk, &CommentDesk::post);
    connect(m_panel, &CommentPanel::stateChosen, m_desk, &CommentDesk::setState);
    connect(m_panel, &CommentPanel::threadSelected, this, &Conversation::choose);
}

void Conversation::open(std::shared_ptr<Workspace> workspace, std::shared_ptr<const workbench::ChangeReport> report)
{
    m_report = std::move(report);
    m_desk->open(std::move(workspace), m_report->analysis.change);
}

void Conversation::close()
{
    m_desk->close();
    m_panel->clear();
    m_report.reset();
}

std::size_t Conversation::count() const
{
    return m_panel->talk().threads.size();
}

std::vector<DiffComment> Conversation::under(const FileChange &file) const
{
    std::vector<DiffComment> comments;
    for (const auto &one : m_panel->talk().threads) {
        const Side side = one.thread.anchor.side;
        if (pathOf(file, side) != one.now.path)
            continue;
        const bool isOutdated = one.now.place.kind == review::PlaceKind::Outdated;
        comments.push_back({std::to_string(one.thread.id), side, isOutdated ? one.now.place.nearest : one.now.place.lines.last,
                            CommentPanel::headingOf(one), CommentPanel::paragraphsOf(one),
                            one.thread.state == review::ThreadState::Open});
    }
    return comments;
}

void Conversation::write()
{
    const auto &items = m_view->model().items();
    const auto at = static_cast<std::size_t>(m_view->currentItem());
    const FileChange *file = m_view->model().file();
    if (!file || at >= items.size())
        return;
    if (items[at].kind == DiffModel::Kind::Comment) {
        const QString id = QString::fromStdString(m_view->model().comment(items[at]).id);
        if (const auto thread = id.toLongLong(); thread > 0) // others are no threads
            reply(thread);
        return;
    }
    const auto [side, line] = m_view->currentLine();
    if (line != noLine)
        m_panel->write({{}, pathOf(*file, side), side, {line, line}});
}

void Conversation::reply(review::CommentId thread)
{
    m_panel->write({thread, {}, Side::New, {}});
}

void Conversation::choose(review::CommentId thread)
{
    for (const auto &one : m_panel->talk().threads) {
        if (one.thread.id != thread || !m_report)
            continue;
        emit placeChosen(one.now.path, one.thread.anchor.side, one.now.place.lines.last);
    }
}

} // namespace countersign::ui
