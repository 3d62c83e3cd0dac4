// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DisputedRules.h"

#include "ReviewDesk.h"

#include "review/Disputes.h"
#include "risk/Draft.h"

#include <filesystem>

namespace countersign::workbench
{

std::map<std::string, unsigned> DisputedRules::in(const git::Repository &repository, const Change &change,
                                                  const std::stop_token &stop)
{
    const std::filesystem::path store = defaultStorePath();
    if (!review::hasDisputes(store))
        return {};
    const std::scoped_lock lock(m_mutex);
    std::string &id = m_ids[repository.commonDirectory().string()];
    if (id.empty())
        id = repositoryId(repository, change.base.isNull() ? change.head : change.base, stop).value_or("");
    return review::disputes(store, id);
}

void stepDown(ChangeReport &report, const std::map<std::string, unsigned> &disputes)
{
    bool isChanged = false;
    for (Finding &finding : report.analysis.findings) {
        const auto disputed = disputes.find(finding.rule);
        if (disputed == disputes.end() || disputed->second < disputesToStepDown)
            continue;
        finding.severity = risk::lowered(finding.severity, 1);
        finding.counterEvidence.push_back(
            Message(QT_TRANSLATE_NOOP("app", "%1 findings of this rule were disputed in this repository, so it counts for less"),
                    {std::to_string(disputed->second)}));
        isChanged = true;
    }
    if (isChanged)
        gradeAgain(report);
}

} // namespace countersign::workbench
