// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/Checklist.h"

#include <QScrollArea>

#include <optional>
#include <string>
#include <vector>

class QBoxLayout;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QTimer;
class QVBoxLayout;

namespace countersign::ui
{

/// The questions that a change raises: state, answer, evidence. What is typed is told at once, with every key.
class ChecklistPanel : public QScrollArea
{
    Q_OBJECT
public:
    explicit ChecklistPanel(QWidget *parent = nullptr);

    /// Shows the questions. The same questions again only change their states: what is being typed is not touched.
    void setItems(const std::vector<review::ChecklistItem> &items);
    void clear();
    [[nodiscard]] int satisfied() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_items.size()); }

signals:
    void answered(const std::string &question, std::optional<countersign::review::Answer> answer, const std::string &evidence);

private:
    struct QuestionRow {
        std::string id;
        QLabel *state = nullptr;
        QLabel *why = nullptr;
        QComboBox *answer = nullptr;
        QPlainTextEdit *evidence = nullptr;
    };
    void buildSome();
    QuestionRow makeRow(const review::ChecklistItem &item, QBoxLayout *box);
    void showState(const QuestionRow &row, const review::ChecklistItem &item);
    void tell(const QuestionRow &row);

    std::vector<review::ChecklistItem> m_items;
    std::vector<QuestionRow> m_rows; ///< of the first items; the others follow, a few in each turn of the event loop
    QVBoxLayout *m_layout = nullptr;
    QTimer *m_building;
};

} // namespace countersign::ui
