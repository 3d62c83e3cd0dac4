// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Parts.h"

#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

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

QLabel *lineLabel(const QString &name, QWidget *parent)
{
    auto *label = plainLabel(name, parent);
    label->setWordWrap(false);
    return label;
}

QLabel *elasticLabel(const QString &name, QWidget *parent)
{
    auto *label = lineLabel(name, parent);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
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
    auto *label = lineLabel(name, parent);
    label->setText(text);
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

QListWidget *wrappingList(const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setObjectName(name);
    list->setAccessibleName(accessibleName);
    list->setWordWrap(true);
    list->setSpacing(4);
    return list;
}

void showAsRows(QTableView *table, int rowHeight)
{
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
}

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    return made;
}

} // namespace countersign::ui
