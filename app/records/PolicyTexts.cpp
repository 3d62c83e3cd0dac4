// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Policy.h"

namespace countersign::records
{

namespace
{

constexpr std::string_view rosterlessText = R"(version = 1

[defaults]
require = [{ role = "reviewer", count = 1 }]
distinct_from = ["author", "committer", "coauthor"]
stale = "exact"
max_age_days = 14

[[rule]]
id = "ai-assisted"
when = { provenance = "ai-or-unknown", ai_min_lines = 1 }
coverage = "every-ai-line"

[[rule]]
id = "high-band"
when = { band = "high" }
require = [{ role = "reviewer", count = 2 }]
)";

constexpr std::string_view defaultText =
    R"(# Who must approve what. Every rule that matches counts; what is not known about a change counts as the worst case.
version = 1

[defaults]
require = [{ role = "reviewer", count = 1 }]
distinct_from = ["author", "committer", "coauthor", "pusher"]
stale = "exact"                  # or "same-manifest": survives a rebase that leaves every changed file as it was
max_age_days = 14
override = ["maintainer"]        # may override a requirement, with a signed reason

# What an AI wrote, or may have written, is read line by line by a senior who did not write it, and its tests test something.
[[rule]]
id = "ai-assisted"
when = { provenance = "ai-or-unknown", ai_min_lines = 1 }
require = [{ role = "senior", count = 1 }]
coverage = "every-ai-line"
checklist = ["explain-back", "tests-still-fail"]

[[rule]]
id = "high-band"
when = { band = "high" }
require = [{ role = "senior", count = 1 }]
coverage = "every-risky-hunk"

# What reaches far goes out in stages, and it is settled what turns it back.
[[rule]]
id = "high-blast-radius"
when = { blast_radius = "high" }
require = [{ role = "senior", count = 2 }]
checklist = ["staged-rollout", "rollback-trigger", "extra-tests"]
)";

const Policy &builtIn(std::string_view text)
{
    // The texts are part of the program and tested; a mistake in one must not become a policy that asks for nothing.
    static const auto need = [](std::string_view source) {
        auto policy = parsePolicy(source, "policy.toml");
        if (policy)
            return std::move(*policy);
        Policy nobody;
        nobody.require = {{"nobody", 1}};
        return nobody;
    };
    static const Policy rosterless = need(rosterlessText);
    static const Policy full = need(defaultText);
    return text == rosterlessText ? rosterless : full;
}

} // namespace

const Policy &defaultPolicy()
{
    return builtIn(defaultText);
}

const Policy &rosterlessPolicy()
{
    return builtIn(rosterlessText);
}

} // namespace countersign::records
