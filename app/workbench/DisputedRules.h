// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChangeReport.h"

#include <map>
#include <mutex>
#include <stop_token>
#include <string>

namespace countersign::workbench
{

/// How many findings of a rule have to be disputed in a repository before it speaks more softly there.
inline constexpr unsigned disputesToStepDown = 3;

/// Rules that reviewers of a repository dispute again and again. Any thread.
class DisputedRules
{
public:
    /// Disputed findings by rule. Empty where nothing was ever disputed, or the store cannot be read: then rules keep their say.
    [[nodiscard]] std::map<std::string, unsigned> in(const git::Repository &repository, const Change &change,
                                                     const std::stop_token &stop);

private:
    std::mutex m_mutex;
    std::map<std::string, std::string> m_ids; ///< of repositories, by folder: finding one out reads the whole history
};

/// Lowers findings of rules with at least disputesToStepDown disputes by one severity, says so as counter-evidence, and grades
/// the change once more.
void stepDown(ChangeReport &report, const std::map<std::string, unsigned> &disputes);

} // namespace countersign::workbench
