// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChecklistPanel.h"

#include "../Words.h"
#include "../style/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui
{

namespace
{

/// Shape and colour of a state; the words beside it say the same.
struct Mark {
    QChar sign;
    QColor colour;
};

Mark markOf(review::QuestionState state, const Theme &theme)
{
    switch (state) {
    case review::QuestionState::Satisfied:
        return {QChar(u'✓'), theme.bands[0]};
    case review::QuestionState::Unsatisfied:
        return {QChar(u'○'), theme.dimmed};
    case review::QuestionState::Overridden:
        return {QChar(u'↷'), theme.bands[1]};
    case review::QuestionState::NotApplicable:
        return {QChar(u'–'), theme.dimmed};
    case review::QuestionState::Error:
        return {QChar(u'!'), theme.bands[3]};
    }
    return {QChar(u'?'), theme.dimmed};
}

QString wordOf(review::Answer answer)
{
    switch (answer) {
    case review::Answer::Yes:
        return ChecklistPanel::tr("Yes");
    case review::Answer::No:
        return ChecklistPanel::tr("No");
    case review::Answer::NotApplicable:
        return ChecklistPanel::tr("Not applicable");
    case review::Answer::Override:
        return ChecklistPanel::tr("Override");
    }
    return {};
}

QLabel *wrappedLabel(QWidget *parent, const QString &text)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ChecklistPanel::ChecklistPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_building(new QTimer(this))
{
    setObjectName(QStringLiteral("checklist"));
    setAccessibleName(tr("Checklist"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_building->setSingleShot(true);
    connect(m_building, &QTimer::timeout, this, &ChecklistPanel::buildSome);
    clear();
}

void ChecklistPanel::clear()
{
    m_building->stop();
    m_items.clear();
    m_rows.clear();
    auto *content = new QWidget;
    m_layout = new QVBoxLayout(content);
    m_layout->setSpacing(14);
    m_layout->addStretch();
    setWidget(content);
}

int ChecklistPanel::satisfied() const
{
    return static_cast<int>(std::ranges::count_if(m_items, [](const review::ChecklistItem &item) {
        const auto state = item.verdict.state;
        return state != review::QuestionState::Unsatisfied && state != review::QuestionState::Error;
    }));
}

void ChecklistPanel::setItems(const std::vector<review::ChecklistItem> &items)
{
    const auto id = [](const review::ChecklistItem &item) { return item.question.id; };
    if (!std::ranges::equal(items, m_items, {}, id, id))
        clear();
    m_items = items;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        showState(m_rows[i], m_items[i]);
    if (m_rows.empty())
        buildSome();
}

/// The widgets of a long checklist take longer to make than a frame lasts.
void ChecklistPanel::buildSome()
{
    constexpr std::size_t atOnce = 4;
    const std::size_t end = std::min(m_items.size(), m_rows.size() + atOnce);
    while (m_rows.size() < end) {
        const auto &item = m_items[m_rows.size()];
        auto *box = new QVBoxLayout;
        m_layout->insertLayout(static_cast<int>(m_rows.size()), box);
        m_rows.push_back(makeRow(item, box));
        showState(m_rows.back(), item);
    }
    if (end < m_items.size())
        m_building->start();
}

ChecklistPanel::QuestionRow ChecklistPanel::makeRow(const review::ChecklistItem &item, QBoxLayout *box)
{
    QuestionRow row;
    row.id = item.question.id;
    const QString name = safe(item.question.id);
    const QString question = words(item.question.text);
    QWidget *parent = widget();
    box->setSpacing(4);
    auto *top = new QHBoxLayout;
    row.state = new QLabel(parent);
    row.state->setFixedWidth(16);
    QFont bold = row.state->font();
    bold.setBold(true);
    row.state->setFont(bold);
    row.state->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    top->addWidget(row.state);
    top->addWidget(wrappedLabel(parent, question), 1);
    box->addLayout(top);
    row.why = wrappedLabel(parent, QString());
    row.why->setForegroundRole(QPalette::PlaceholderText);
    row.why->setIndent(22);
    box->addWidget(row.why);
    if (item.question.isSettledByCoverage)
        return row;

    row.answer = new QComboBox(parent);
    row.answer->setObjectName(QStringLiteral("answer:") + name);
    row.answer->setAccessibleName(tr("Answer: %1").arg(question));
    row.answer->addItem(tr("Not answered"), -1);
    for (const auto answer : item.question.answers)
        row.answer->addItem(wordOf(answer), static_cast<int>(answer));
    if (item.answer.answer)
        row.answer->setCurrentIndex(std::max(0, row.answer->findData(static_cast<int>(*item.answer.answer))));
    row.evidence = new QPlainTextEdit(parent);
    row.evidence->setObjectName(QStringLiteral("evidence:") + name);
    row.evidence->setAccessibleName(tr("Evidence: %1").arg(question));
    row.evidence->setPlaceholderText(item.question.hint.isEmpty() ? tr("Evidence") : words(item.question.hint));
    row.evidence->setPlainText(QString::fromStdString(item.answer.evidence));
    row.evidence->setTabChangesFocus(true);
    row.evidence->setFixedHeight(3 * fontMetrics().lineSpacing() + 16);
    box->addWidget(row.answer);
    box->addWidget(row.evidence);
    connect(row.answer, &QComboBox::activated, this, [this, row] { tell(row); });
    connect(row.evidence, &QPlainTextEdit::textChanged, this, [this, row] { tell(row); });
    return row;
}

void ChecklistPanel::tell(const QuestionRow &row)
{
    const int value = row.answer->currentData().toInt();
    emit answered(row.id, value < 0 ? std::nullopt : std::optional(static_cast<review::Answer>(value)),
                  row.evidence->toPlainText().toStdString());
}

void ChecklistPanel::showState(const QuestionRow &row, const review::ChecklistItem &item)
{
    const auto mark = markOf(item.verdict.state, Theme::of(this));
    row.state->setText(mark.sign);
    QPalette colours = row.state->palette();
    colours.setColor(QPalette::WindowText, mark.colour);
    row.state->setPalette(colours);
    row.state->setAccessibleName(words(label(item.verdict.state)));
    row.state->setToolTip(words(label(item.verdict.state)));
    row.why->setText(words(item.verdict.why));
    row.why->setVisible(!item.verdict.why.isEmpty());
}

} // namespace countersign::ui
