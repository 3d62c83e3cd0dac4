// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TagDialog.h"

#include "../Words.h"

#include "core/Clock.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace countersign::ui
{

namespace
{

/// Names that the markers know; any other can be typed.
QStringList knownTools()
{
    return {QStringLiteral("aider"),     QStringLiteral("amp"),    QStringLiteral("claude-code"), QStringLiteral("codex"),
            QStringLiteral("copilot"),   QStringLiteral("cursor"), QStringLiteral("devin"),       QStringLiteral("gemini"),
            QStringLiteral("jules"),     QStringLiteral("junie"),  QStringLiteral("opencode"),    QStringLiteral("openhands"),
            QStringLiteral("qwen-code"), QStringLiteral("roo"),    QStringLiteral("warp")};
}

} // namespace

TagDialog::TagDialog(Subject subject, QWidget *parent)
    : QDialog(parent)
    , m_subject(std::move(subject))
    , m_tool(new QComboBox(this))
    , m_model(new QLineEdit(this))
    , m_wholeChange(new QRadioButton(tr("The whole change"), this))
    , m_file(new QRadioButton(tr("This file: %1").arg(safe(m_subject.path, 80)), this))
    , m_lines(new QRadioButton(this))
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("tagDialog"));
    setWindowTitle(tr("Tag as AI-assisted"));
    m_tool->setObjectName(QStringLiteral("tagTool"));
    m_tool->setAccessibleName(tr("Tool that assisted"));
    m_tool->setEditable(true);
    m_tool->addItems(knownTools());
    m_tool->setCurrentText({});
    m_model->setObjectName(QStringLiteral("tagModel"));
    m_model->setAccessibleName(tr("Model that it used, if known"));
    m_note->setObjectName(QStringLiteral("tagNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setText(tr("The note stays in this repository until you push %1.")
                        .arg(QLatin1String(provenance::tagsRef.data(), static_cast<qsizetype>(provenance::tagsRef.size()))));
    auto *form = new QFormLayout(this);
    form->addRow(tr("Tool"), m_tool);
    form->addRow(tr("Model"), m_model);
    addScopes(form);
    form->addRow(m_note);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("Tag"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("tagSave"));
    m_save->setEnabled(false);
    form->addRow(buttons);
    connect(m_tool, &QComboBox::currentTextChanged, this,
            [this](const QString &text) { m_save->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &TagDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void TagDialog::addScopes(QFormLayout *form)
{
    m_wholeChange->setObjectName(QStringLiteral("tagChange"));
    m_file->setObjectName(QStringLiteral("tagFile"));
    m_lines->setObjectName(QStringLiteral("tagLines"));
    if (m_subject.lines)
        m_lines->setText(tr("Lines %1 to %2 of it").arg(m_subject.lines->first).arg(m_subject.lines->last));
    m_file->setVisible(!m_subject.path.empty());
    m_lines->setVisible(m_subject.lines.has_value());
    (m_subject.lines ? m_lines : m_wholeChange)->setChecked(true);
    form->addRow(tr("What"), m_wholeChange);
    form->addRow(QString(), m_file);
    form->addRow(QString(), m_lines);
}

void TagDialog::save()
{
    provenance::TagScope scope;
    if (m_file->isChecked() || m_lines->isChecked())
        scope.path = m_subject.path;
    if (m_lines->isChecked())
        scope.lines = m_subject.lines;
    m_save->setEnabled(false);
    m_job.start(
        [subject = m_subject, scope, tool = m_tool->currentText().trimmed().toStdString(),
         model = m_model->text().trimmed().toStdString()](const std::stop_token &, const ProgressCallback &) -> Result<void> {
            auto repository = subject.workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            Signature who;
            who.name = repository->config("user.name").value_or("");
            who.email = repository->config("user.email").value_or("");
            who.time = SystemClock().now();
            return provenance::tagChange(*repository, subject.change, tool, model, who, scope);
        },
        [this](const Result<void> &done) {
            m_save->setEnabled(true);
            if (!done) {
                m_note->setText(words(done.error()));
                return;
            }
            emit tagged();
            accept();
        });
}

} // namespace countersign::ui
