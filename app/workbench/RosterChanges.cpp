// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RosterChanges.h"

#include "core/Clock.h"
#include "core/Joined.h"

#include <algorithm>
#include <format>
#include <string>

namespace countersign::workbench
{

namespace
{

using records::RosterKey;
using records::RosterPerson;

std::string list(const std::vector<std::string> &texts)
{
    return texts.empty() ? "-" : joined(texts);
}

std::string timeText(const std::optional<std::int64_t> &time)
{
    return time ? formatUtc(*time) : "-";
}

/// Collects the sentences.
class Changes
{
public:
    void say(const char *text, std::vector<std::string> args) { m_out.emplace_back(text, std::move(args)); }

    /// @param old as the version before has the key; null: it is new.
    void addKey(const std::string &person, const RosterKey *old, const RosterKey &key)
    {
        const RosterKey blank{key.key, {}, {}, {}, {}};
        const auto &before = old ? *old : blank;
        const auto &fingerprint = key.key.fingerprint();
        if (!old)
            say(QT_TRANSLATE_NOOP("app", "New key of %1: %2"), {person, std::format("{} {}", name(key.key.type()), fingerprint)});
        if (key.validAfter != before.validAfter)
            say(QT_TRANSLATE_NOOP("app", "Key of %1 counts from %2: %3"), {person, timeText(key.validAfter), fingerprint});
        if (key.validBefore != before.validBefore)
            say(QT_TRANSLATE_NOOP("app", "Key of %1 ends at %2: %3"), {person, timeText(key.validBefore), fingerprint});
        if (key.revokedAt != before.revokedAt || key.reason != before.reason)
            say(QT_TRANSLATE_NOOP("app", "Key of %1 is revoked as of %2: %3 (reason: %4)"),
                {person, timeText(key.revokedAt), fingerprint, key.reason.empty() ? "-" : key.reason});
    }

    /// @param old null: the person is new.
    void addPerson(const RosterPerson *old, const RosterPerson &person)
    {
        if (!old)
            say(QT_TRANSLATE_NOOP("app", "New person: %1 (%2)"), {person.id, list(person.roles)});
        else if (old->roles != person.roles)
            say(QT_TRANSLATE_NOOP("app", "Roles of %1: %2 (before: %3)"), {person.id, list(person.roles), list(old->roles)});
        if (old ? old->addresses != person.addresses : !person.addresses.empty())
            say(QT_TRANSLATE_NOOP("app", "%1 also commits as: %2"), {person.id, list(person.addresses)});
        for (const auto &key : person.keys)
            addKey(person.id, old ? find(*old, key) : nullptr, key);
        if (old)
            addRemoved(*old, person);
    }

    /// The ledger refuses these; whoever is asked to sign such a version reads why.
    void addRemoved(const RosterPerson &old, const RosterPerson &person)
    {
        for (const auto &key : old.keys) {
            if (!find(person, key))
                say(QT_TRANSLATE_NOOP("app", "Key of %1 is taken off: %2"), {old.id, key.key.fingerprint()});
        }
    }

    [[nodiscard]] std::vector<Message> take() { return std::move(m_out); }

private:
    static const RosterKey *find(const RosterPerson &person, const RosterKey &key)
    {
        const auto found = std::ranges::find(person.keys, key.key, &RosterKey::key);
        return found == person.keys.end() ? nullptr : &*found;
    }

    std::vector<Message> m_out;
};

} // namespace

std::vector<Message> rosterChanges(const records::Roster *last, const records::Roster &next)
{
    Changes changes;
    const records::Roster nothing;
    const auto &before = last ? *last : nothing;
    if (next.repositoryId != before.repositoryId)
        changes.say(QT_TRANSLATE_NOOP("app", "Repository: %1"), {next.repositoryId});
    for (const auto &person : next.people)
        changes.addPerson(before.person(person.id), person);
    for (const auto &person : before.people) {
        if (!next.person(person.id))
            changes.say(QT_TRANSLATE_NOOP("app", "%1 is taken off."), {person.id});
    }
    if (!last || next.threshold != before.threshold)
        changes.say(QT_TRANSLATE_NOOP("app", "So many maintainers sign the version after it: %1"),
                    {std::to_string(next.threshold)});
    if (next.policySha256 != before.policySha256)
        changes.say(QT_TRANSLATE_NOOP("app", "Policy: %1"), {next.policySha256});
    changes.say(QT_TRANSLATE_NOOP("app", "Good until %1"), {formatUtc(next.expiresAt)});
    return changes.take();
}

} // namespace countersign::workbench
