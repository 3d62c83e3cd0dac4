// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/RepositoryBuilder.h"

namespace countersign::test
{

/// A repository with two open changes, "rounding" and "totals", of src/core/money.py, which files of several modules and owners
/// depend on over up to three steps:
///   direct: src/report/loader.py, tests/test_money.py, deploy/prod/job.yaml (names its path)
///   two steps: src/api/costs.py (routes)
///   three steps: services/portal/page.py
/// Both changes edit month_total() in lines that do not merge.
class ReachScene
{
public:
    ReachScene();
    [[nodiscard]] RepositoryBuilder &builder() { return m_builder; }
    [[nodiscard]] QString path() const { return QString::fromStdString(m_builder.path()); }

private:
    RepositoryBuilder m_builder;
};

} // namespace countersign::test
