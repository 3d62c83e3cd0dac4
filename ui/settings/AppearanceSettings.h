// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace countersign::ui
{

/// Colours and language of the window.
class AppearanceSettings : public QWidget
{
    Q_OBJECT
public:
    explicit AppearanceSettings(QWidget *parent = nullptr);

    /// Shows what is in force.
    void read();

signals:
    /// As applyTheme() names it; empty: the desktop's own.
    void schemeChosen(const QString &scheme);
    /// "en", "de"; empty: the system's.
    void languageChosen(const QString &language);

private:
    struct Choice {
        const char *name; ///< stable
        const char *text; ///< translated with the context of this class
    };
    QButtonGroup *addGroup(QVBoxLayout *layout, const QString &title, const char *prefix, std::initializer_list<Choice> choices);

    QButtonGroup *m_schemes;
    QButtonGroup *m_languages;
};

} // namespace countersign::ui
