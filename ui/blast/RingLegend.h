// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace countersign::ui
{

/// What colours and shapes of the rings mean, in words, in the colours in force.
class RingLegend : public QLabel
{
    Q_OBJECT
public:
    explicit RingLegend(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
};

} // namespace countersign::ui
