// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlastPage.h"

#include "BlastCards.h"
#include "RingLegend.h"
#include "RingView.h"
#include "TreeFileWindow.h"

#include "../Words.h"
#include "../style/Parts.h"

#include "workbench/TreeFile.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

namespace countersign::ui
{

namespace
{

QFrame *ruler(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

QComboBox *choice(const char *name, const QString &accessibleName, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QString::fromLatin1(name));
    box->view()->setObjectName(box->objectName() + QStringLiteral("List"));
    box->setAccessibleName(accessibleName);
    return box;
}

/// A file's name without folder and suffix: what an import or a path most likely says.
std::string stemOf(const std::string &path)
{
    return std::filesystem::path(path).stem().string();
}

} // namespace

BlastPage::BlastPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("blastPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader(layout);
    layout->addWidget(ruler(this));
    m_splitter = new QSplitter(this);
    m_splitter->setObjectName(QStringLiteral("blastSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_rings = new RingView(m_splitter);
    auto *details = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_cards = new BlastCards(details);
    column->addWidget(m_cards);
    buildFilters(column);
    m_table = new DependentTable(details);
    column->addWidget(m_table, 1);
    connect(m_table, &DependentTable::activated, this, &BlastPage::jump);
    connect(m_table, &DependentTable::currentFileChanged, this, [this] {
        if (const auto file = m_table->currentFile())
            m_rings->setCurrentFile(*file);
    });
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({800, 720});
    layout->addWidget(m_splitter, 1);
    layout->addWidget(ruler(this));
    buildFooter(layout);
    connect(m_rings, &RingView::markChosen, this, &BlastPage::selectMark);
    connect(m_rings, &RingView::markActivated, this, &BlastPage::openMark);
    connect(m_rings, &RingView::sectorActivated, this, &BlastPage::narrowTo);
    setFocusProxy(m_table);
    setReport(nullptr, nullptr);
}

void BlastPage::buildHeader(QBoxLayout *layout)
{
    m_title = elasticLabel(QStringLiteral("blastTitle"), this);
    m_title->setText(tr("Blast radius"));
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    QFont font = m_title->font();
    font.setPointSizeF(13);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_subtitle = elasticLabel(QStringLiteral("blastSubtitle"), this);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_reason = elasticLabel(QStringLiteral("blastReason"), this);
    m_group = choice("blastGroup", tr("What the sectors stand for"), this);
    m_group->addItems({tr("By module"), tr("By owner"), tr("By environment")});
    m_hops = choice("blastHops", tr("How many steps are shown"), this);
    m_hops->addItems({tr("Direct only"), tr("2 steps"), tr("3 steps")});
    m_hops->setCurrentIndex(ringCount - 1);
    m_partners = new QPushButton(tr("Usually also"), this);
    m_partners->setObjectName(QStringLiteral("blastPartners"));
    m_partners->setToolTip(tr("Files that usually change along with the changed ones, and do not here. Context, no alarm."));
    m_partners->setCheckable(true);
    m_export = new QPushButton(tr("Export…"), this);
    m_export->setObjectName(QStringLiteral("blastExport"));
    m_export->setToolTip(tr("Write the picture as SVG or PNG"));
    auto *first = new QHBoxLayout;
    first->setSpacing(10);
    first->addWidget(m_title);
    first->addWidget(m_subtitle, 1);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addLayout(first);
    texts->addWidget(m_reason);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(16, 10, 16, 10);
    header->setSpacing(8);
    header->addLayout(texts, 1);
    for (QWidget *one : {static_cast<QWidget *>(m_group), static_cast<QWidget *>(m_hops), static_cast<QWidget *>(m_partners),
                         static_cast<QWidget *>(m_export)})
        header->addWidget(one, 0, Qt::AlignVCenter);
    layout->addLayout(header);
    connect(m_group, &QComboBox::currentIndexChanged, this, &BlastPage::layOut);
    connect(m_hops, &QComboBox::currentIndexChanged, this, &BlastPage::applyFilter);
    connect(m_partners, &QPushButton::toggled, this, &BlastPage::applyFilter);
    connect(m_export, &QPushButton::clicked, this, &BlastPage::exportPicture);
}

void BlastPage::buildFilters(QBoxLayout *layout)
{
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("blastFilter"));
    m_filter->setAccessibleName(tr("Filter what is reached"));
    m_filter->setPlaceholderText(tr("Filter: path, owner, name …"));
    m_filter->setClearButtonEnabled(true);
    m_module = choice("blastModule", tr("Module"), this);
    m_module->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_module->setMinimumContentsLength(18);
    m_count = elasticLabel(QStringLiteral("blastCount"), this);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_filter, 1);
    row->addWidget(m_module);
    row->addWidget(m_count);
    layout->addLayout(row);
    connect(m_filter, &QLineEdit::textChanged, this, &BlastPage::applyFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(m_module, &QComboBox::currentIndexChanged, this, &BlastPage::applyFilter);
}

void BlastPage::buildFooter(QBoxLayout *layout)
{
    auto *hint = elasticLabel(QStringLiteral("blastHint"), this);
    hint->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    hint->setText(tr("Enter goes to the line, V to what it depends on"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 9, 16, 9);
    row->addWidget(new RingLegend(this), 1);
    row->addWidget(hint);
    layout->addLayout(row);
}

const BlastRadius *BlastPage::blast() const
{
    return m_report && m_report->analysis.axes.blastRadiusDetail ? &*m_report->analysis.axes.blastRadiusDetail : nullptr;
}

const std::vector<Dependent> &BlastPage::dependents() const
{
    static const std::vector<Dependent> none;
    return blast() && blast()->dependents ? *blast()->dependents : none;
}

void BlastPage::setReport(std::shared_ptr<Workspace> workspace, std::shared_ptr<const workbench::ChangeReport> report)
{
    m_workspace = std::move(workspace);
    m_report = std::move(report);
    m_exportTo.clear(); // the picture of the change before does not come any more
    if (m_report)
        m_cards->setAxes(m_report->analysis.axes);
    else
        m_cards->clear();
    m_export->setEnabled(blast() != nullptr);
    m_partners->setEnabled(blast() && !blast()->coChange.empty());
    showSummary();
    fillModules();
    applyFilter();
}

void BlastPage::showSummary()
{
    if (!m_report) {
        m_subtitle->setText(tr("Open a change from the queue; where it reaches is shown here."));
        m_reason->clear();
        return;
    }
    const Change &change = m_report->analysis.change;
    m_subtitle->setText(tr("%1 %2 · computed at head %3")
                            .arg(safe(change.id, 60), safe(change.title, 200), QString::fromStdString(change.head.shortHex())));
    if (!blast()) {
        const auto &problems = m_report->analysis.problems;
        m_reason->setText(problems.empty() ? tr("Not computed.") : tr("Not computed. %1").arg(words(problems.back())));
        return;
    }
    QString text;
    if (blast()->percentile)
        text = tr("Wider than %1 % of the recent changes here.").arg(*blast()->percentile) + QLatin1Char(' ');
    m_reason->setText(text + tr("Worst reason: %1.").arg(words(blast()->reason)));
}

void BlastPage::fillModules()
{
    std::map<std::string, int> counts;
    for (const Dependent &one : dependents())
        ++counts[one.module];
    const QVariant kept = m_module->currentData();
    const QSignalBlocker blocker(m_module);
    m_module->clear();
    m_module->addItem(tr("All modules"), QByteArray());
    for (const auto &[module, count] : counts)
        m_module->addItem(QStringLiteral("%1 · %2").arg(safe(module, 80)).arg(count), QByteArray::fromStdString(module));
    m_module->setCurrentIndex(std::max(0, m_module->findData(kept)));
}

void BlastPage::applyFilter()
{
    const auto before = m_table->currentFile();
    const DependentFilter filter{m_filter->text(), m_hops->currentIndex() + 1,
                                 m_module->currentData().toByteArray().toStdString()};
    m_shown = filtered(dependents(), filter);
    m_table->rows().setRows(blast() ? blast()->dependents : nullptr, m_shown,
                            blast() && m_partners->isChecked() ? blast()->coChange : std::vector<CoChange>());
    m_count->setText(tr("%1 of %2").arg(m_shown.size()).arg(dependents().size()));
    if (!before || !m_table->selectFile(*before))
        m_table->selectRow(0);
    layOut();
}

void BlastPage::layOut()
{
    const auto group = static_cast<RingGroup>(m_group->currentIndex());
    const auto all = blast() ? blast()->dependents : nullptr;
    m_layouting.start(
        [all, shown = m_shown, group](const std::stop_token &stop, const ProgressCallback &) {
            return all ? layOutRings(*all, shown, group, stop) : RingLayout();
        },
        [this, all, group](RingLayout layout) {
            RingPicture picture{std::move(layout), all, group, {}, {}, {}};
            if (m_report) {
                picture.centre = safe(m_report->analysis.change.id, 60);
                picture.centreDetail = tr("%n file(s)", nullptr, static_cast<int>(m_report->files.size()));
                picture.band = m_report->analysis.axes.blastRadius;
            }
            m_rings->setPicture(std::move(picture));
            if (const auto file = m_table->currentFile())
                m_rings->setCurrentFile(*file);
            if (const QString file = std::exchange(m_exportTo, {}); !file.isEmpty())
                writeTo(file);
        });
}

void BlastPage::selectMark(int mark)
{
    const auto &layout = m_rings->picture().layout;
    const auto members = layout.membersOf(layout.marks[static_cast<std::size_t>(mark)]);
    const auto current = m_table->currentFile();
    if (!current || !std::ranges::contains(members, *current))
        (void)m_table->selectFile(members.front());
}

void BlastPage::openMark(int mark)
{
    selectMark(mark);
    const auto &chosen = m_rings->picture().layout.marks[static_cast<std::size_t>(mark)];
    if (!chosen.isBundle()) {
        jump();
        return;
    }
    // Its files stand in the table one behind the other; with the module alone in the picture they may have room there, too.
    const auto first = m_rings->picture().layout.members[chosen.first];
    narrowTo(static_cast<int>(chosen.sector));
    (void)m_table->selectFile(first);
    m_table->setFocus();
}

void BlastPage::narrowTo(int sector)
{
    const auto &one = m_rings->picture().layout.sectors[static_cast<std::size_t>(sector)];
    if (one.isRest || one.name.empty())
        return;
    if (m_rings->picture().group == RingGroup::Module)
        m_module->setCurrentIndex(std::max(0, m_module->findData(QByteArray::fromStdString(one.name))));
    else
        m_filter->setText(QString::fromStdString(one.name).remove(QLatin1Char(',')));
}

void BlastPage::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

void BlastPage::exportPicture()
{
    if (!blast())
        return;
    const QString file =
        m_choose(this, tr("Export the picture"), QStringLiteral("blast-radius.svg"), tr("Pictures (*.svg *.png)"));
    if (file.isEmpty())
        return;
    if (m_layouting.isRunning())
        m_exportTo = file; // once it is there
    else
        writeTo(file);
}

void BlastPage::writeTo(const QString &file)
{
    PictureStyle style;
    style.title = tr("Blast radius of %1").arg(m_subtitle->text());
    style.font = font();
    style.theme = &Theme::of(this);
    if (const auto written = writePicture(m_rings->picture(), style, file); !written)
        QMessageBox::warning(this, tr("Export the picture"), words(written.error()));
}

void BlastPage::jump()
{
    if (const CoChange *partner = m_table->currentPartner()) {
        openPlace(partner->file, noLine, {stemOf(partner->with)}, tr("Usually changes with %1").arg(safe(partner->with)));
        return;
    }
    const auto file = m_table->currentFile();
    if (!file)
        return;
    const Dependent &one = dependents()[*file];
    std::vector<std::string> names = one.symbols;
    names.push_back(stemOf(one.via));
    openPlace(one.path, one.line, std::move(names), linkWords(one));
}

void BlastPage::jumpToCause()
{
    if (const auto file = m_table->currentFile()) {
        const Dependent &one = dependents()[*file];
        openPlace(one.via, noLine, one.symbols, tr("What %1 depends on").arg(safe(one.path)));
    }
}

void BlastPage::openPlace(const std::string &path, LineNumber line, std::vector<std::string> names, const QString &why)
{
    for (const auto &file : m_report->files) {
        if (file->delta.newSide.path == path) {
            emit placeRequested(path, Side::New, line != noLine ? line : workbench::firstMention(file->newText, names));
            return;
        }
        if (file->delta.oldSide.path == path) {
            emit placeRequested(path, Side::Old, workbench::firstMention(file->oldText, names));
            return;
        }
    }
    const Change &change = m_report->analysis.change;
    auto *window = new TreeFileWindow(
        m_workspace, {change.headTree, QString::fromStdString(change.head.shortHex()), path, line, std::move(names), why}, this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->open();
}

} // namespace countersign::ui
