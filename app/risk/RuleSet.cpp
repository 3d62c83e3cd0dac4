// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleSet.h"

#include "Detector.h"

#include "core/Hex.h"
#include "core/Sha256.h"

namespace countersign::risk
{

class DeclarativeRule
{
};

RuleSet::RuleSet() = default;
RuleSet::~RuleSet() = default;

Result<std::shared_ptr<const RuleSet>> RuleSet::builtIn()
{
    std::shared_ptr<RuleSet> set(new RuleSet);
    Sha256 digest;
    for (const auto &detector : detectors())
        digest.add(detector->rule());
    set->m_digest = toHex(digest.finish());
    return set;
}

} // namespace countersign::risk
