// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SearchBar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace countersign::ui
{

SearchBar::SearchBar(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLineEdit(this))
    , m_isPattern(new QCheckBox(tr("Regular expression"), this))
    , m_matchCase(new QCheckBox(tr("Match case"), this))
    , m_wholeWords(new QCheckBox(tr("Whole words"), this))
    , m_result(new QLabel(this))
{
    setObjectName(QStringLiteral("searchBar"));
    m_words->setObjectName(QStringLiteral("searchWords"));
    m_words->setAccessibleName(tr("Search on both sides"));
    m_words->setPlaceholderText(tr("Search on both sides"));
    m_words->setClearButtonEnabled(true);
    m_isPattern->setObjectName(QStringLiteral("searchPattern"));
    m_matchCase->setObjectName(QStringLiteral("searchCase"));
    m_wholeWords->setObjectName(QStringLiteral("searchWholeWords"));
    m_result->setObjectName(QStringLiteral("searchResult"));
    m_result->setTextFormat(Qt::PlainText);
    m_result->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 6);
    layout->addWidget(m_words, 1);
    for (QCheckBox *box : {m_isPattern, m_matchCase, m_wholeWords}) {
        layout->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &SearchBar::changed);
    }
    layout->addWidget(m_result);
    connect(m_words, &QLineEdit::textChanged, this, &SearchBar::changed);
    hide();
}

void SearchBar::open(const QString &words)
{
    show();
    if (!words.isEmpty())
        m_words->setText(words);
    m_words->selectAll();
    m_words->setFocus();
}

QString SearchBar::words() const
{
    return m_words->text();
}

diff::SearchOptions SearchBar::options() const
{
    return {m_isPattern->isChecked(), m_matchCase->isChecked(), m_wholeWords->isChecked()};
}

void SearchBar::say(const QString &text)
{
    m_result->setText(text);
}

void SearchBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ShiftModifier)
            emit previous();
        else
            emit next();
        return;
    case Qt::Key_Escape:
        hide();
        emit closed();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace countersign::ui
