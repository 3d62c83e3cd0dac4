// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/Diff.h"

#include <QString>

namespace countersign::ui
{

/// How the reader wants diffs to be shown; kept between runs. read() gives only values in range.
struct DiffSettings {
    bool isUnified = false;
    bool isWrapped = false;
    int tabWidth = 4; ///< cells, 1 to 16
    int codeSize = 10; ///< points, 6 to 32
    int context = 3; ///< unchanged rows around a change, 0 to 100
    QString family; ///< of the code's font; empty: the program's own choice
    diff::DiffOptions options; ///< white space that is left out at first

    [[nodiscard]] static DiffSettings read();
    void write() const;
};

} // namespace countersign::ui
