// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppearanceSettings.h"

#include "../style/Parts.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QSettings>
#include <QVBoxLayout>

namespace countersign::ui
{

namespace
{

void checkValue(QButtonGroup *group, const QString &value)
{
    for (auto *one : group->buttons()) {
        if (one->property("value").toString() == value)
            one->setChecked(true);
    }
}

} // namespace

AppearanceSettings::AppearanceSettings(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("appearanceSettings"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 12);
    m_schemes = addGroup(layout, tr("Colours"), "scheme",
                         {{"", QT_TR_NOOP("As the desktop")},
                          {"light", QT_TR_NOOP("Light")},
                          {"dark", QT_TR_NOOP("Dark")},
                          {"light-colour-blind", QT_TR_NOOP("Light, without red and green")},
                          {"dark-colour-blind", QT_TR_NOOP("Dark, without red and green")},
                          {"contrast", QT_TR_NOOP("High contrast")}});
    m_languages = addGroup(layout, tr("Language"), "language",
                           {{"", QT_TR_NOOP("As the system")}, {"en", QT_TR_NOOP("English")}, {"de", QT_TR_NOOP("German")}});
    layout->addStretch();
    connect(m_schemes, &QButtonGroup::buttonClicked, this,
            [this](const QAbstractButton *one) { emit schemeChosen(one->property("value").toString()); });
    connect(m_languages, &QButtonGroup::buttonClicked, this,
            [this](const QAbstractButton *one) { emit languageChosen(one->property("value").toString()); });
    read();
}

QButtonGroup *AppearanceSettings::addGroup(QVBoxLayout *layout, const QString &title, const char *prefix,
                                           std::initializer_list<Choice> choices)
{
    const QString name = QString::fromLatin1(prefix);
    layout->addWidget(headingLabel(name + QStringLiteral("Title"), this, title));
    auto *group = new QButtonGroup(this);
    for (const auto &choice : choices) {
        auto *one = new QRadioButton(tr(choice.text), this);
        one->setObjectName(QStringLiteral("%1_%2").arg(name, QString::fromLatin1(choice.name)));
        one->setProperty("value", QString::fromLatin1(choice.name));
        group->addButton(one);
        layout->addWidget(one);
    }
    layout->addSpacing(14);
    return group;
}

void AppearanceSettings::read()
{
    const QSettings settings;
    checkValue(m_schemes, settings.value(QStringLiteral("scheme")).toString());
    checkValue(m_languages, settings.value(QStringLiteral("language")).toString());
}

} // namespace countersign::ui
