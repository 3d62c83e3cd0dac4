// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TreeFileWindow.h"

#include "../Words.h"
#include "../diffview/DiffView.h"

#include "workbench/TreeFile.h"

#include <QLabel>
#include <QVBoxLayout>

namespace countersign::ui
{

TreeFileWindow::TreeFileWindow(std::shared_ptr<Workspace> workspace, TreePlace place, QWidget *parent)
    : QDialog(parent)
    , m_workspace(std::move(workspace))
    , m_place(std::move(place))
    , m_heading(new QLabel(this))
    , m_why(new QLabel(this))
    , m_view(new DiffView(this))
{
    setObjectName(QStringLiteral("treeFileWindow"));
    setWindowTitle(tr("%1 at %2").arg(safe(m_place.path, 200), m_place.version));
    resize(1000, 760);
    m_heading->setObjectName(QStringLiteral("treeFileHeading"));
    m_why->setObjectName(QStringLiteral("treeFileWhy"));
    m_why->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    for (QLabel *label : {m_heading, m_why}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        label->setContentsMargins(16, 2, 16, 4);
        layout->addWidget(label);
    }
    QFont font = m_heading->font();
    font.setWeight(QFont::DemiBold);
    m_heading->setFont(font);
    m_heading->setText(windowTitle());
    m_why->setText(m_place.why);
    m_view->setObjectName(QStringLiteral("treeFileView"));
    m_view->setAccessibleName(tr("The file as it stands"));
    m_view->setMessage(tr("Opening …"));
    layout->addWidget(m_view, 1);
    m_view->setFocus();
    read();
}

void TreeFileWindow::read()
{
    m_reading.start(
        [workspace = m_workspace, place = m_place](const std::stop_token &stop, const ProgressCallback &) -> Result<FileChange> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            return workbench::readTreeFile(*repository, place.tree, place.path, stop);
        },
        [this](Result<FileChange> file) {
            if (file)
                show(std::make_shared<const FileChange>(std::move(*file)));
            else
                m_view->setMessage(words(file.error()));
        });
}

void TreeFileWindow::show(std::shared_ptr<const FileChange> file)
{
    if (file->newText.isEmpty()) {
        m_view->setMessage(tr("There is no text to show: %1.").arg(words(label(file->delta.kind))));
        return;
    }
    const LineNumber line = m_place.line != noLine ? m_place.line : workbench::firstMention(file->newText, m_place.names);
    m_view->setFile(std::move(file), {}, {});
    if (line == noLine || !m_view->showLine(Side::New, line))
        return;
    m_heading->setText(tr("%1, line %2, at %3").arg(safe(m_place.path, 200)).arg(line).arg(m_place.version));
}

} // namespace countersign::ui
