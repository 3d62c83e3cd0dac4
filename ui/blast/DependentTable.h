// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DependentModel.h"

#include <QTableView>

namespace countersign::ui
{

/// The table of what a change reaches: whole rows are selected, Enter goes to the line.
class DependentTable : public QTableView
{
    Q_OBJECT
public:
    explicit DependentTable(QWidget *parent = nullptr);

    [[nodiscard]] DependentModel &rows() const { return *m_model; }
    /// The file of the current row; nothing: there is none, or it is a partner.
    [[nodiscard]] std::optional<std::uint32_t> currentFile() const { return m_model->dependentAt(currentIndex().row()); }
    [[nodiscard]] const CoChange *currentPartner() const { return m_model->partnerAt(currentIndex().row()); }
    /// Makes the row of a file current; false: it is not shown.
    bool selectFile(std::uint32_t dependent);

signals:
    void currentFileChanged();

private:
    DependentModel *m_model;
};

} // namespace countersign::ui
