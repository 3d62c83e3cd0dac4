// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommentPanel.h"

#include "../Words.h"

#include "core/Clock.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace countersign::ui
{

namespace
{

constexpr std::array states{review::ThreadState::Open, review::ThreadState::Acknowledged, review::ThreadState::Fixed,
                            review::ThreadState::WontFix};

QString placeOf(const workbench::PlacedLines &now)
{
    const auto &lines = now.place.lines;
    if (lines.first == noLine)
        return safe(now.path);
    return lines.first == lines.last ? QStringLiteral("%1:%2").arg(safe(now.path)).arg(lines.first)
                                     : QStringLiteral("%1:%2–%3").arg(safe(now.path)).arg(lines.first).arg(lines.last);
}

/// Lines of a comment stay lines; each is made safe.
QString textOf(const std::string &text)
{
    QStringList lines;
    const QStringList raw = QString::fromStdString(text).split(QLatin1Char('\n'));
    for (const QString &line : raw)
        lines << safe(line.toStdString(), 4000);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

CommentPanel::CommentPanel(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_state(new QComboBox(this))
    , m_about(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_post(new QPushButton(tr("Post comment"), this))
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("commentPanel"));
    m_list->setObjectName(QStringLiteral("commentList"));
    m_list->setAccessibleName(tr("Comments of the change"));
    m_list->setWordWrap(true);
    m_list->setSpacing(4);
    m_state->setObjectName(QStringLiteral("commentState"));
    m_state->setAccessibleName(tr("State of the thread"));
    m_state->view()->setObjectName(QStringLiteral("commentStateList"));
    for (const auto state : states)
        m_state->addItem(words(review::label(state)));
    m_about->setObjectName(QStringLiteral("commentAbout"));
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("commentText"));
    m_text->setAccessibleName(tr("Comment"));
    m_text->setTabChangesFocus(true);
    m_text->setMaximumHeight(120);
    m_post->setObjectName(QStringLiteral("commentPost"));
    m_note->setObjectName(QStringLiteral("commentNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    auto *form = new QFormLayout;
    form->setContentsMargins(10, 6, 10, 10);
    form->addRow(tr("State"), m_state);
    form->addRow(m_about);
    form->addRow(m_text);
    form->addRow(m_note);
    form->addRow(m_post);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(form);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        showCurrent();
        if (const auto *thread = current())
            emit threadSelected(thread->thread.id);
    });
    connect(m_state, &QComboBox::activated, this, [this](int index) {
        if (const auto *thread = current())
            emit stateChosen(thread->thread.id, states[static_cast<std::size_t>(index)]);
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_post->setEnabled(m_target && !m_text->toPlainText().trimmed().isEmpty());
        if (!m_target)
            return;
        std::erase_if(m_typed, [this](const auto &one) { return one.first == *m_target; });
        m_typed.emplace_back(*m_target, m_text->toPlainText());
        emit typed(*m_target, m_text->toPlainText().toStdString());
    });
    connect(m_post, &QPushButton::clicked, this, [this] {
        if (m_target)
            emit postRequested(*m_target, m_text->toPlainText().toStdString());
    });
    clear();
}

QString CommentPanel::headingOf(const workbench::PlacedThread &thread)
{
    const auto &first = thread.thread.comments.front();
    QStringList parts{safe(first.author, 60), age(SystemClock().now() - first.time), words(review::label(thread.thread.state))};
    if (thread.now.place.kind != review::PlaceKind::Exact)
        parts << words(review::label(thread.now.place.kind));
    return parts.join(QStringLiteral(" · "));
}

QStringList CommentPanel::paragraphsOf(const workbench::PlacedThread &thread)
{
    QStringList paragraphs;
    for (const auto &comment : thread.thread.comments) {
        const bool isFirst = &comment == &thread.thread.comments.front();
        const QString text = comment.deleted ? tr("(deleted)") : textOf(comment.text);
        paragraphs << (isFirst ? text : QStringLiteral("%1: %2").arg(safe(comment.author, 60), text));
    }
    return paragraphs;
}

void CommentPanel::setTalk(const workbench::Talk &talk)
{
    const auto *before = current();
    const std::optional<review::CommentId> selected = before ? std::optional(before->thread.id) : std::nullopt;
    m_talk = talk;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int row = -1;
    for (const auto &thread : m_talk.threads) {
        if (thread.thread.id == selected)
            row = m_list->count();
        m_list->addItem(placeOf(thread.now) + QLatin1Char('\n') + headingOf(thread) + QLatin1Char('\n')
                        + paragraphsOf(thread).join(QLatin1Char('\n')));
    }
    if (m_talk.threads.empty()) {
        auto *item = new QListWidgetItem(tr("Nobody has said anything yet. Go to a line and press Ctrl+M."), m_list);
        item->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(row);
    showCurrent();
}

void CommentPanel::clear()
{
    m_talk = {};
    m_target.reset();
    m_typed.clear();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    showCurrent();
    showTarget();
}

int CommentPanel::openCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_talk.threads, [](const auto &one) { return one.thread.state == review::ThreadState::Open; }));
}

const workbench::PlacedThread *CommentPanel::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_talk.threads.size()) ? &m_talk.threads[static_cast<std::size_t>(row)] : nullptr;
}

void CommentPanel::showCurrent()
{
    const auto *thread = current();
    m_state->setEnabled(thread != nullptr);
    if (!thread)
        return;
    m_state->setCurrentIndex(static_cast<int>(std::ranges::find(states, thread->thread.state) - states.begin()));
}

void CommentPanel::write(const CommentTarget &target)
{
    m_target = target;
    showTarget();
    m_text->setFocus();
}

void CommentPanel::forgetTarget()
{
    std::erase_if(m_typed, [this](const auto &one) { return m_target && one.first == *m_target; });
    m_target.reset();
    showTarget();
}

QString CommentPanel::draftOf(const CommentTarget &target) const
{
    const auto typed = std::ranges::find(m_typed, target, [](const auto &one) { return one.first; });
    if (typed != m_typed.end())
        return typed->second;
    const auto saved = std::ranges::find_if(m_talk.drafts, [&target](const workbench::PlacedDraft &one) {
        return target.thread ? one.draft.thread == target.thread
                             : !one.draft.thread && one.now.path == target.path && one.draft.anchor.side == target.side
                && one.now.place.lines == target.lines;
    });
    return saved == m_talk.drafts.end() ? QString() : QString::fromStdString(saved->draft.text);
}

void CommentPanel::showTarget()
{
    const QSignalBlocker quiet(m_text);
    const QString text = m_target ? draftOf(*m_target) : QString();
    m_text->setPlainText(text);
    m_text->setEnabled(m_target.has_value());
    m_post->setEnabled(m_target && !text.trimmed().isEmpty());
    say({});
    if (!m_target)
        m_about->setText(tr("Go to a line and press Ctrl+M to comment on it."));
    else if (m_target->thread)
        m_about->setText(tr("Answer"));
    else
        m_about->setText(tr("Comment on %1:%2").arg(safe(m_target->path)).arg(m_target->lines.first));
}

void CommentPanel::say(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

} // namespace countersign::ui
