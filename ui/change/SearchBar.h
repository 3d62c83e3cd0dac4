// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/Search.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace countersign::ui
{

/// Where the reader says what to look for in a file. Enter goes to the next hit, Shift+Enter to the one before, Escape closes.
class SearchBar : public QWidget
{
    Q_OBJECT
public:
    explicit SearchBar(QWidget *parent = nullptr);

    /// Shows the bar, with @p words in it where there are some, and puts the cursor there.
    void open(const QString &words);
    [[nodiscard]] QString words() const;
    [[nodiscard]] diff::SearchOptions options() const;
    /// What came out, in words.
    void say(const QString &text);

signals:
    void changed(); ///< words or options
    void next();
    void previous();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_words;
    QCheckBox *m_isPattern;
    QCheckBox *m_matchCase;
    QCheckBox *m_wholeWords;
    QLabel *m_result;
};

} // namespace countersign::ui
