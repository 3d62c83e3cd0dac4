// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleCatalogue.h"

#include <algorithm>
#include <utility>

namespace countersign::risk
{

std::optional<Message> purposeOf(std::string_view rule)
{
    static constexpr std::pair<std::string_view, const char *> purposes[] = {
        {"DST-01", QT_TRANSLATE_NOOP("app", "A stateful resource or module goes away without a moved or removed block.")},
        {"DST-02", QT_TRANSLATE_NOOP("app", "The identity of a stateful resource changes, so that it is made anew.")},
        {"DST-03", QT_TRANSLATE_NOOP("app", "Protection against deletion, or what is kept after it, is taken away.")},
        {"DST-04", QT_TRANSLATE_NOOP("app", "A command that destroys infrastructure comes in.")},
        {"DST-05", QT_TRANSLATE_NOOP("app", "A command that deletes or overwrites files in bulk comes in.")},
        {"DST-06",
         QT_TRANSLATE_NOOP("app", "A name, selector, claim or storage class that Kubernetes cannot change in place is changed.")},
        {"DST-07", QT_TRANSLATE_NOOP("app", "Many files are deleted while others still import them.")},
        {"DST-08", QT_TRANSLATE_NOOP("app", "State backend, workspace, account, project or cluster changes.")},
        {"DST-09", QT_TRANSLATE_NOOP("app", "A production or staging target comes in or changes.")},
        {"DB-01", QT_TRANSLATE_NOOP("app", "A table, column or its data is dropped.")},
        {"DB-02", QT_TRANSLATE_NOOP("app", "Rows are deleted or updated without a condition.")},
        {"DB-03", QT_TRANSLATE_NOOP("app", "The type or name of a column changes.")},
        {"DB-04", QT_TRANSLATE_NOOP("app", "A constraint or default that locks or checks the whole table comes in.")},
        {"DB-05", QT_TRANSLATE_NOOP("app", "An index is built or dropped in a way that blocks writers.")},
        {"DB-07", QT_TRANSLATE_NOOP("app", "A limit goes away, or a query or remote call stands in a loop.")},
        {"DB-09", QT_TRANSLATE_NOOP("app", "A migration that was already released is edited.")},
        {"SEC-01", QT_TRANSLATE_NOOP("app", "A check of access goes away or is switched off.")},
        {"SEC-02", QT_TRANSLATE_NOOP("app", "Verification of TLS certificates is switched off.")},
        {"SEC-03", QT_TRANSLATE_NOOP("app", "Rights are widened to all actions, resources or people.")},
        {"SEC-04", QT_TRANSLATE_NOOP("app", "Something becomes reachable from everywhere, or privileged.")},
        {"SEC-05", QT_TRANSLATE_NOOP("app", "Cross-origin, content or cookie rules are weakened.")},
        {"SEC-06", QT_TRANSLATE_NOOP("app", "A secret comes in, or goes to a log.")},
        {"SEC-07", QT_TRANSLATE_NOOP("app", "Files or users get too many rights, or a file can be put in the place of another.")},
        {"SEC-08", QT_TRANSLATE_NOOP("app", "A query, command or page is put together from strings, or data is run.")},
        {"SEC-09", QT_TRANSLATE_NOOP("app", "Cryptography, randomness or token checks are weakened.")},
        {"SEC-10", QT_TRANSLATE_NOOP("app", "A limit on requests or input goes away or is raised.")},
        {"TST-01", QT_TRANSLATE_NOOP("app", "Tests or assertions go away while the code stays.")},
        {"TST-02", QT_TRANSLATE_NOOP("app", "A test is skipped or run alone.")},
        {"TST-03", QT_TRANSLATE_NOOP("app", "An assertion is weakened.")},
        {"TST-04", QT_TRANSLATE_NOOP("app", "A snapshot is made anew together with the code.")},
        {"TST-05", QT_TRANSLATE_NOOP("app", "What is tested is replaced by a stand-in, or nothing is asserted.")},
        {"TST-06", QT_TRANSLATE_NOOP("app", "A check is forced to pass.")},
        {"TST-07", QT_TRANSLATE_NOOP("app", "Production code behaves differently under test.")},
        {"ERR-01", QT_TRANSLATE_NOOP("app", "Errors are caught broadly and swallowed.")},
        {"ERR-02", QT_TRANSLATE_NOOP("app", "A check of an error, of bounds or of null goes away.")},
        {"ERR-03", QT_TRANSLATE_NOOP("app", "Data from outside can stop the program.")},
        {"ERR-04", QT_TRANSLATE_NOOP("app", "A timeout goes away or becomes endless, or retries have no pause.")},
        {"ERR-05", QT_TRANSLATE_NOOP("app", "What keeps a service up goes away: breaker, fallback, probe, budget.")},
        {"ERR-06", QT_TRANSLATE_NOOP("app", "A branch for errors reports success.")},
        {"ERR-07", QT_TRANSLATE_NOOP("app", "A placeholder is left.")},
        {"ERR-08", QT_TRANSLATE_NOOP("app", "A log line, metric or alert goes away.")},
        {"CON-01", QT_TRANSLATE_NOOP("app", "A lock or atomic goes away.")},
        {"CON-03", QT_TRANSLATE_NOOP("app", "A loop, queue, cache or pool has no bound.")},
        {"CON-04", QT_TRANSLATE_NOOP("app", "A resource limit goes away or is at least doubled.")},
        {"CFG-01", QT_TRANSLATE_NOOP("app", "The default of an option changes.")},
        {"CFG-02", QT_TRANSLATE_NOOP("app", "A key goes away while it is still read, or is read and defined nowhere.")},
        {"CFG-03", QT_TRANSLATE_NOOP("app", "One token flips the meaning of a line.")},
        {"CFG-05", QT_TRANSLATE_NOOP("app", "Names, routes, proxies or network rules change.")},
        {"CFG-06", QT_TRANSLATE_NOOP("app", "A runtime, engine or base image makes a major step.")},
        {"DEP-01", QT_TRANSLATE_NOOP("app", "Manifest and lock file disagree, or a checksum goes away.")},
        {"DEP-02", QT_TRANSLATE_NOOP("app", "A package is imported that nothing declares.")},
        {"DEP-03", QT_TRANSLATE_NOOP("app", "A new package has a name very close to a used one.")},
        {"DEP-04", QT_TRANSLATE_NOOP("app", "A symbol of the repository is used that does not exist.")},
        {"DEP-05",
         QT_TRANSLATE_NOOP("app", "Code is fetched and run while installing, or a version is not pinned or goes back.")},
        {"DEP-06", QT_TRANSLATE_NOOP("app", "A binary or minified file is vendored.")},
        {"CI-01", QT_TRANSLATE_NOOP("app", "A workflow gives foreign code or text its own rights.")},
        {"CI-02", QT_TRANSLATE_NOOP("app", "A workflow gets more rights, or an action is not pinned.")},
        {"CI-03", QT_TRANSLATE_NOOP("app", "A required check, review rule or owner goes away or is narrowed.")},
        {"CI-04", QT_TRANSLATE_NOOP("app", "A stage, approval or gradual rollout goes away.")},
        {"AGT-01", QT_TRANSLATE_NOOP("app", "What steers agents and editors is changed.")},
        {"AGT-02", QT_TRANSLATE_NOOP("app", "Text addresses an AI in a place where people do not look.")},
        {"UNI-01", QT_TRANSLATE_NOOP("app", "Controls reverse the direction of text.")},
        {"UNI-02", QT_TRANSLATE_NOOP("app", "Characters that cannot be seen stand in code or rules.")},
        {"UNI-03", QT_TRANSLATE_NOOP("app", "A name looks like another one.")},
        {"SCP-01", QT_TRANSLATE_NOOP("app", "The change touches areas that it does not speak of.")},
        {"SCP-02", QT_TRANSLATE_NOOP("app", "The change claims what it does not contain.")},
        {"SCP-03", QT_TRANSLATE_NOOP("app", "One change spans many sensitive areas.")},
        {"SCP-04", QT_TRANSLATE_NOOP("app", "A large or destructive change is called a small one.")},
        {"SCP-05", QT_TRANSLATE_NOOP("app", "An added block stands elsewhere already.")},
        {"SCP-07", QT_TRANSLATE_NOOP("app", "Another open change meets this one.")},
        {"SCP-08", QT_TRANSLATE_NOOP("app", "A contract changes while its users are not part of the change.")},
        {"SCP-09", QT_TRANSLATE_NOOP("app", "A file with many past defects, or one owner, is changed by somebody new to it.")},
        {"SCP-10", QT_TRANSLATE_NOOP("app", "Formatting hides a change of meaning.")},
        {"PRV-01", QT_TRANSLATE_NOOP("app", "AI markers stand on a change of a repository that refuses AI content.")},
        {"COV-01", QT_TRANSLATE_NOOP("app", "Lines that an AI wrote are run by no test.")},
    };
    const auto *const found = std::ranges::find(purposes, rule, &std::pair<std::string_view, const char *>::first);
    return found == std::end(purposes) ? std::nullopt : std::optional(Message(found->second));
}

} // namespace countersign::risk
