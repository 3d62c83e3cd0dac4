// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Parts.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace countersign::ui
{

QLabel *plainLabel(const QString &name, QWidget *parent, const QString &text)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

QLabel *dimmedLabel(const QString &name, QWidget *parent, const QString &text)
{
    auto *label = plainLabel(name, parent, text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel *titleLabel(const QString &name, QWidget *parent, const QString &text)
{
    auto *label = plainLabel(name, parent, text);
    label->setWordWrap(false);
    QFont font = label->font();
    font.setPointSizeF(13);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QLabel *headingLabel(const QString &name, QWidget *parent, const QString &text)
{
    auto *label = plainLabel(name, parent, text);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QLabel *copyableLabel(const QString &name, QWidget *parent)
{
    auto *label = plainLabel(name, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QPlainTextEdit *readOnlyText(const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(name);
    text->setAccessibleName(accessibleName);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    return text;
}

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    return made;
}

} // namespace countersign::ui
