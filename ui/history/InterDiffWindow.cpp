// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "InterDiffWindow.h"

#include "../Words.h"
#include "../diffview/DiffView.h"

#include "diff/Diff.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>

namespace countersign::ui
{

namespace
{

QString describe(const workbench::InterFile &file)
{
    QStringList parts{words(workbench::label(file.kind))};
    if (file.author != workbench::LineCounts{})
        parts << InterDiffWindow::tr("author +%1 −%2").arg(file.author.added).arg(file.author.removed);
    if (file.rebase != workbench::LineCounts{})
        parts << InterDiffWindow::tr("rebase +%1 −%2").arg(file.rebase.added).arg(file.rebase.removed);
    if (file.isConflict)
        parts << InterDiffWindow::tr("somebody decided a conflict");
    return parts.join(QStringLiteral(" · "));
}

/// What the rebase alone gives, against what is there now: the author's part.
std::shared_ptr<const FileChange> authorsPart(const workbench::InterFile &file, const std::stop_token &stop)
{
    auto part = std::make_shared<FileChange>(file.change);
    part->oldText = file.expected;
    part->rows = diff::diffTexts(part->oldText, part->newText, {}, stop);
    return part;
}

} // namespace

InterDiffWindow::InterDiffWindow(workbench::InterDiff difference, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_difference(std::move(difference))
    , m_files(new QListWidget)
    , m_onlyAuthors(new QCheckBox(tr("Leave out what came with the rebase"), this))
    , m_pane(new DiffPane)
{
    setObjectName(QStringLiteral("interDiffWindow"));
    setWindowTitle(title);
    resize(1300, 800);
    m_files->setObjectName(QStringLiteral("interDiffFiles"));
    m_files->setAccessibleName(tr("Files of both versions"));
    m_files->setWordWrap(true);
    m_files->setSpacing(4);
    m_onlyAuthors->setObjectName(QStringLiteral("interDiffOnlyAuthors"));
    m_onlyAuthors->setChecked(true);
    auto *splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_files);
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({280, 1020});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    auto *proof = new QLabel(this);
    proof->setObjectName(QStringLiteral("interDiffProof"));
    proof->setTextFormat(Qt::PlainText);
    proof->setTextInteractionFlags(Qt::TextSelectableByMouse);
    proof->setWordWrap(true);
    proof->setMargin(8);
    const QString digests = tr("Digest of the patch then: %1\nDigest of the patch now: %2")
                                .arg(QString::fromStdString(m_difference.digestA), QString::fromStdString(m_difference.digestB));
    proof->setText(m_difference.isNothingChanged() ? words(workbench::label(m_difference.proof)) + QLatin1Char('\n') + digests
                                                   : digests);
    layout->addWidget(proof);
    layout->addWidget(m_onlyAuthors);
    layout->addWidget(splitter, 1);
    for (const auto &file : m_difference.files)
        m_files->addItem(safe(file.path()) + QLatin1Char('\n') + describe(file));
    connect(m_files, &QListWidget::currentRowChanged, this, &InterDiffWindow::showFile);
    connect(m_onlyAuthors, &QCheckBox::toggled, this, &InterDiffWindow::showFile);
    if (m_difference.files.empty()) {
        m_pane->setMessage(tr("Neither version touches a file."));
        return;
    }
    int first = 0;
    while (first < m_files->count() && !m_difference.files[static_cast<std::size_t>(first)].isAuthors())
        ++first;
    m_files->setCurrentRow(first < m_files->count() ? first : 0);
}

void InterDiffWindow::showFile()
{
    const int row = m_files->currentRow();
    if (row < 0)
        return;
    const workbench::InterFile &file = m_difference.files[static_cast<std::size_t>(row)];
    m_comparing.cancel();
    if (!m_onlyAuthors->isChecked()) {
        m_pane->setFile(std::make_shared<FileChange>(file.change), {}, {});
        return;
    }
    if (!file.isAuthors()) {
        m_pane->setMessage(file.kind == workbench::PushKind::Unchanged ? tr("This file is the same in both versions.")
                                                                       : tr("Only the rebase changed this file."));
        return;
    }
    m_comparing.start([file](const std::stop_token &stop, const ProgressCallback &) { return authorsPart(file, stop); },
                      [this](std::shared_ptr<const FileChange> part) { m_pane->setFile(std::move(part), {}, {}); });
}

} // namespace countersign::ui
