// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiffSettingsPanel.h"

#include "DiffSettings.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QSpinBox>

namespace countersign::ui
{

namespace
{

QComboBox *comboBox(const char *name, const QString &accessibleName, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(accessibleName);
    box->view()->setObjectName(QString::fromLatin1(name) + QStringLiteral("List"));
    return box;
}

QSpinBox *spinBox(const char *name, const QString &accessibleName, int least, int most, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(accessibleName);
    box->setRange(least, most);
    return box;
}

/// The families in which every character is as wide as any other.
QStringList fixedFamilies()
{
    QStringList families;
    for (const auto &family : QFontDatabase::families()) {
        if (QFontDatabase::isFixedPitch(family) && !QFontDatabase::isPrivateFamily(family))
            families << family;
    }
    return families;
}

} // namespace

DiffSettingsPanel::DiffSettingsPanel(QWidget *parent)
    : QWidget(parent)
    , m_layout(comboBox("diffLayout", tr("Layout of the diff"), this))
    , m_font(comboBox("diffFont", tr("Font of the code"), this))
    , m_size(spinBox("diffSize", tr("Size of the code in points"), 6, 32, this))
    , m_tabs(spinBox("diffTabs", tr("Width of a tab in cells"), 1, 16, this))
    , m_context(spinBox("diffContext", tr("Unchanged lines around a change"), 0, 100, this))
    , m_wrap(new QCheckBox(tr("Wrap long lines"), this))
    , m_whitespace(comboBox("diffWhitespace", tr("White space that is left out"), this))
    , m_blankLines(new QCheckBox(tr("Leave out blank lines"), this))
{
    setObjectName(QStringLiteral("diffSettings"));
    m_layout->addItems({tr("Side by side"), tr("Unified")});
    m_font->addItem(tr("As the program chooses"), QString());
    for (const auto &family : fixedFamilies())
        m_font->addItem(family, family);
    m_whitespace->addItems(
        {tr("Nothing is left out"), tr("White space at line ends"), tr("Amount of white space"), tr("All white space")});
    m_wrap->setObjectName(QStringLiteral("diffWrap"));
    m_blankLines->setObjectName(QStringLiteral("diffBlankLines"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(16, 0, 16, 12);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("Layout"), m_layout);
    form->addRow(tr("Font"), m_font);
    form->addRow(tr("Size"), m_size);
    form->addRow(tr("Tab width"), m_tabs);
    form->addRow(tr("Context"), m_context);
    form->addRow(QString(), m_wrap);
    form->addRow(tr("White space"), m_whitespace);
    form->addRow(QString(), m_blankLines);
    read();
    for (QComboBox *box : {m_layout, m_font, m_whitespace})
        connect(box, &QComboBox::currentIndexChanged, this, &DiffSettingsPanel::write);
    for (QSpinBox *box : {m_size, m_tabs, m_context})
        connect(box, &QSpinBox::valueChanged, this, &DiffSettingsPanel::write);
    for (QCheckBox *box : {m_wrap, m_blankLines})
        connect(box, &QCheckBox::toggled, this, &DiffSettingsPanel::write);
}

void DiffSettingsPanel::read()
{
    m_isReading = true;
    const auto settings = DiffSettings::read();
    m_layout->setCurrentIndex(settings.isUnified ? 1 : 0);
    m_font->setCurrentIndex(std::max(0, m_font->findData(settings.family)));
    m_size->setValue(settings.codeSize);
    m_tabs->setValue(settings.tabWidth);
    m_context->setValue(settings.context);
    m_wrap->setChecked(settings.isWrapped);
    m_whitespace->setCurrentIndex(static_cast<int>(settings.options.whitespace));
    m_blankLines->setChecked(settings.options.ignoreBlankLines);
    m_isReading = false;
}

void DiffSettingsPanel::write()
{
    if (m_isReading)
        return;
    DiffSettings settings;
    settings.isUnified = m_layout->currentIndex() == 1;
    settings.family = m_font->currentData().toString();
    settings.codeSize = m_size->value();
    settings.tabWidth = m_tabs->value();
    settings.context = m_context->value();
    settings.isWrapped = m_wrap->isChecked();
    settings.options.whitespace = static_cast<diff::Whitespace>(m_whitespace->currentIndex());
    settings.options.ignoreBlankLines = m_blankLines->isChecked();
    settings.write();
    emit changed();
}

} // namespace countersign::ui
