// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Analysis.h"

#include <QListWidget>

namespace countersign::ui
{

/// Who or what wrote the change, with every piece of evidence, and what could not be found out.
class ProvenancePanel : public QListWidget
{
    Q_OBJECT
public:
    explicit ProvenancePanel(QWidget *parent = nullptr);

    void setAnalysis(const Analysis &analysis);
};

} // namespace countersign::ui
