// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LineTools.h"

#include "../Words.h"
#include "../diffview/DiffView.h"

#include "workbench/Blame.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QInputDialog>
#include <QLocale>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimeZone>

#include <filesystem>

namespace countersign::ui
{

namespace
{

constexpr const char *editorSetting = "editor";

/// Where an editor finds the text: in the work tree where that has the same bytes, else in a read-only copy.
Result<QString> fileFor(const git::Repository &repository, const FileChange &file, Side side)
{
    const Text &text = side == Side::Old ? file.oldText : file.newText;
    const std::string &path = (side == Side::Old ? file.delta.oldSide : file.delta.newSide).path;
    const auto bytes = QByteArray::fromStdString(std::string(text.bytes()));
    if (const auto folder = repository.workDirectory()) {
        const QString place = QString::fromStdString((*folder / path).string());
        QFile work(place);
        if (work.size() == bytes.size() && work.open(QIODevice::ReadOnly) && work.readAll() == bytes)
            return place;
    }
    QTemporaryDir copies(QDir::tempPath() + QStringLiteral("/countersign-XXXXXX"));
    copies.setAutoRemove(false); // the editor reads it when it likes
    QFile copy(copies.filePath(QFileInfo(QString::fromStdString(path)).fileName()));
    if (!copies.isValid() || !copy.open(QIODevice::WriteOnly) || copy.write(bytes) != bytes.size())
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The file could not be written for the editor")),
                    copy.fileName().toStdString());
    copy.close();
    copy.setPermissions(QFile::ReadOwner);
    return copy.fileName();
}

} // namespace

LineTools::LineTools(DiffView *view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
}

void LineTools::setChange(std::shared_ptr<Workspace> workspace, std::shared_ptr<const workbench::ChangeReport> report)
{
    m_workspace = std::move(workspace);
    m_report = std::move(report);
    m_definitions.clear();
    m_word.clear();
    forget();
}

void LineTools::forget()
{
    m_job.cancel();
    m_blame.reset();
}

void LineTools::blameLine()
{
    const auto [side, line] = m_view->currentLine();
    const FileChange *file = m_view->model().file();
    if (!file || !m_report || line == noLine)
        return;
    if (m_blame) {
        const bool isSame = m_blame->side == side && m_blame->line == line;
        m_blame.reset();
        emit blamed();
        if (isSame)
            return;
    }
    const Change &change = m_report->analysis.change;
    if (!change.isStored) {
        emit said(tr("This change is in no repository, so its lines have no history."));
        return;
    }
    const bool isOld = side == Side::Old;
    emit said(tr("Looking for the commit that brought line %1 …").arg(line));
    m_job.start(
        [workspace = m_workspace, commit = isOld ? change.mergeBase : change.head,
         path = (isOld ? file->delta.oldSide : file->delta.newSide).path,
         line](const std::stop_token &stop, const ProgressCallback &progress) -> Result<workbench::Blame> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            return workbench::blameLine(*repository, commit, path, line, stop, progress);
        },
        [this, side, line](const Result<workbench::Blame> &blame) {
            if (!blame) {
                emit said(words(blame.error()));
                return;
            }
            const Commit &commit = blame->commit;
            const QString day = QLocale().toString(QDateTime::fromSecsSinceEpoch(commit.author.time, QTimeZone::UTC).date(),
                                                   QLocale::ShortFormat);
            DiffComment answer{.id = "blame", .side = side, .line = line, .heading = {}, .paragraphs = {}, .isOpen = false};
            answer.heading = tr("Line %1 came with %2 · %3 · %4")
                                 .arg(line)
                                 .arg(QString::fromStdString(commit.id.shortHex()), safe(commit.author.name, 60), day);
            answer.paragraphs << safe(commit.subject(), 200) << tr("There it was %1:%2").arg(safe(blame->path)).arg(blame->line);
            if (blame->isCutShort)
                answer.paragraphs << tr("The history ends there; the line may be older.");
            m_blame = answer;
            emit said(answer.heading);
            emit blamed();
        });
}

void LineTools::goToDefinition()
{
    const QString word = m_view->selectedWord();
    if (!m_report || word.isEmpty()) {
        emit said(tr("Select a name first: double-click it."));
        return;
    }
    const auto go = [this] {
        if (m_definitions.empty()) {
            emit said(tr("This change has no definition of %1.").arg(m_word));
            return;
        }
        const auto at = m_nextDefinition++ % m_definitions.size();
        const auto &place = m_definitions[at];
        emit said(tr("%1: definition %2 of %3").arg(m_word).arg(at + 1).arg(m_definitions.size()));
        emit placeFound(static_cast<int>(place.file), place.side, place.line);
    };
    if (word == m_word) {
        go();
        return;
    }
    m_job.start(
        [report = m_report, name = word.toStdString()](const std::stop_token &stop, const ProgressCallback &) {
            return workbench::findDefinitions(report->files, name, stop);
        },
        [this, word, go](std::vector<workbench::Definition> found) {
            m_word = word;
            m_definitions = std::move(found);
            m_nextDefinition = 0;
            go();
        });
}

QStringList LineTools::editorCommand(const QString &command, const QString &file, LineNumber line)
{
    QStringList parts = QProcess::splitCommand(command);
    bool hasFile = false;
    for (QString &part : parts) {
        hasFile |= part.contains(QLatin1String("%f"));
        QString filled;
        for (qsizetype i = 0; i < part.size(); ++i) { // one pass: a file may be called %l
            const QChar next = part[i] == QLatin1Char('%') && i + 1 < part.size() ? part[i + 1] : QChar();
            if (next == QLatin1Char('f'))
                filled += file;
            else if (next == QLatin1Char('l'))
                filled += QString::number(line);
            else
                filled += part[i];
            i += next == QLatin1Char('f') || next == QLatin1Char('l') ? 1 : 0;
        }
        part = filled;
    }
    if (!parts.isEmpty() && !hasFile)
        parts << file;
    return parts;
}

void LineTools::openInEditor()
{
    const auto [side, line] = m_view->currentLine();
    if (!m_view->model().file() || line == noLine || !m_workspace)
        return;
    if (QSettings().value(QLatin1String(editorSetting)).toString().isEmpty())
        chooseEditor();
    if (QSettings().value(QLatin1String(editorSetting)).toString().isEmpty())
        return;
    m_job.start(
        [workspace = m_workspace, file = m_view->model().sharedFile(), side](const std::stop_token &,
                                                                             const ProgressCallback &) -> Result<QString> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            return fileFor(*repository, *file, side);
        },
        [this, line](const Result<QString> &file) {
            if (file)
                startEditor(*file, line);
            else
                emit said(words(file.error()));
        });
}

void LineTools::startEditor(const QString &file, LineNumber line)
{
    QStringList parts = editorCommand(QSettings().value(QLatin1String(editorSetting)).toString(), file, line);
    const QString program = parts.isEmpty() ? QString() : parts.takeFirst();
    if (program.isEmpty() || !QProcess::startDetached(program, parts))
        emit said(tr("The editor “%1” could not be started. Choose another one: View, Editor…").arg(program));
    else
        emit said(tr("Opened in %1").arg(program));
}

void LineTools::chooseEditor()
{
    const QString before = QSettings().value(QLatin1String(editorSetting)).toString();
    bool isChosen = false;
    const QString command = QInputDialog::getText(
        m_view, tr("Editor"),
        tr("Program with its arguments; %f stands for the file and %l for the line, as in “kate -l %l %f”:"), QLineEdit::Normal,
        before, &isChosen);
    if (isChosen)
        QSettings().setValue(QLatin1String(editorSetting), command.trimmed());
}

} // namespace countersign::ui
