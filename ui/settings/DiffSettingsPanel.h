// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace countersign::ui
{

/// How diffs are shown; changes are kept and told at once.
class DiffSettingsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit DiffSettingsPanel(QWidget *parent = nullptr);

    /// Shows what is in force.
    void read();

signals:
    void changed();

private:
    void write();

    QComboBox *m_layout;
    QComboBox *m_font;
    QSpinBox *m_size;
    QSpinBox *m_tabs;
    QSpinBox *m_context;
    QCheckBox *m_wrap;
    QComboBox *m_whitespace;
    QCheckBox *m_blankLines;
    bool m_isReading = false;
};

} // namespace countersign::ui
