// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace countersign {

/// How many of the added lines that can be run were run by tests.
struct CoveredShare {
    std::uint32_t runnable = 0;
    std::uint32_t run = 0;
    std::uint32_t aiRunnable = 0; ///< of those that some evidence assigns to an AI
    std::uint32_t aiRun = 0;
    friend bool operator==(const CoveredShare &, const CoveredShare &) = default;
};

/// What coverage reports say about a change.
struct TestCoverage {
    CoveredShare total;
    struct File {
        std::string path; ///< on the new side
        CoveredShare share;
        friend bool operator==(const File &, const File &) = default;
    };
    std::vector<File> files; ///< those that a report speaks of, in the order of the analysis
    friend bool operator==(const TestCoverage &, const TestCoverage &) = default;
};

} // namespace countersign
