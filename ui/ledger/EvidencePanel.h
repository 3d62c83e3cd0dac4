// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/Evidence.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace countersign::ui
{

/// One record: its chain of evidence link by link, what it says in words, and the bytes that were signed.
class EvidencePanel : public QWidget
{
    Q_OBJECT
public:
    explicit EvidencePanel(QWidget *parent = nullptr);

    /// @param record index into known.verdict.records
    void setRecord(const workbench::KnownLedger &known, std::size_t record);
    void clear();

private:
    QLabel *m_verdict;
    QListWidget *m_steps;
    QPlainTextEdit *m_words;
    QPlainTextEdit *m_bytes;
};

} // namespace countersign::ui
