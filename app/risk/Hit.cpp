// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Hit.h"

#include "DeclarativeRule.h"
#include "Structure.h"
#include "detectors/Words.h"

#include <algorithm>

namespace countersign::risk
{

namespace
{

/// Hits of one rule id, direction and key.
struct Group {
    std::vector<Hit *> olds;
    std::vector<Hit *> news;
    std::vector<Hit *> moved; ///< on the new side, too
};

/// Pairs those that @p nameOf gives the same name, first with first. An empty name pairs with none.
template<class NameOf>
void pairBy(const std::vector<Hit *> &olds, const std::vector<Hit *> &news, Hit::Pairing pairing, const NameOf &nameOf)
{
    std::map<std::string, std::vector<Hit *>> waiting;
    for (auto it = news.rbegin(); it != news.rend(); ++it) {
        if (!(*it)->partner)
            waiting[nameOf(**it)].push_back(*it);
    }
    for (Hit *old : olds) {
        const auto found = old->partner ? waiting.end() : waiting.find(nameOf(*old));
        if (found == waiting.end() || found->second.empty() || found->first.empty())
            continue;
        Hit *match = found->second.back();
        found->second.pop_back();
        old->partner = match;
        match->partner = old;
        old->pairing = match->pairing = pairing;
    }
}

/// File and name of the function or class that the hit stands in; empty: in none.
std::string definitionAround(const FileChange &file, const Hit &hit)
{
    const Text &text = hit.side == Side::Old ? file.oldText : file.newText;
    const LineNumber header = enclosingDefinition(text, hit.line);
    const std::string name = header == noLine ? std::string() : definedName(text.line(header));
    return name.empty() ? name : std::to_string(hit.file) + ":" + name;
}

template<class NameOf>
void pairBy(Group &group, Hit::Pairing pairing, const NameOf &nameOf)
{
    pairBy(group.olds, group.news, pairing, nameOf);
}

/// Name of the definition that the hit stands in, telling enough to be the same one in another file; empty: none.
std::string tellingDefinitionAround(const FileChange &file, const Hit &hit)
{
    constexpr std::size_t shortest = 8;
    const std::string around = definitionAround(file, hit);
    const std::size_t colon = around.find(':');
    return around.size() >= colon + 1 + shortest ? around.substr(colon + 1) : std::string();
}

/// What stood in several places and stands in one now: a definition that came in has it, and is named where it stood.
class Extraction
{
public:
    explicit Extraction(std::span<const FileChange> files)
        : m_files(files)
    {
    }

    /// Gives those that are left without a partner the new hit that does their work.
    void pair(const std::vector<Hit *> &olds, const std::vector<Hit *> &news)
    {
        constexpr std::size_t mostNews = 16;
        for (Hit *old : olds) {
            if (old->partner)
                continue;
            for (Hit *now : std::span(news).first(std::min(mostNews, news.size()))) {
                if (isNamedIn(old->file, newDefinitionAround(*now))) {
                    old->partner = now;
                    old->pairing = Hit::Pairing::Elsewhere;
                    break;
                }
            }
        }
    }

private:
    struct Definition {
        std::size_t file = 0;
        LineNumber line = noLine;
        std::string name; ///< empty: there is none
    };

    /// What the hit stands in, if that came with the change.
    const Definition &newDefinitionAround(const Hit &hit)
    {
        const auto [known, isNew] = m_definitions.try_emplace(&hit);
        if (!isNew)
            return known->second;
        const FileChange &file = m_files[hit.file];
        const LineNumber header = enclosingDefinition(file.newText, hit.line);
        const bool came = header != noLine && std::ranges::any_of(file.rows.rows, [&](const Row &row) {
                              return row.right == header
                                  && (row.kind == RowKind::Added || (row.kind == RowKind::MovedTo && !leftFrom(file, row.move)));
                          });
        if (came)
            known->second = {hit.file, header, definedName(file.newText.line(header))};
        return known->second;
    }

    /// The moved block stood in the same file before.
    static bool leftFrom(const FileChange &file, std::uint32_t move)
    {
        return std::ranges::any_of(file.rows.rows,
                                   [move](const Row &row) { return row.kind == RowKind::MovedFrom && row.move == move; });
    }

    /// A line that came into the file, and is not the definition itself, has its name as a word.
    bool isNamedIn(std::size_t file, const Definition &definition)
    {
        if (definition.name.empty())
            return false;
        const auto [known, isNew] = m_named.try_emplace({file, &definition}, false);
        if (isNew) {
            known->second = std::ranges::any_of(m_files[file].rows.rows, [&](const Row &row) {
                return (row.kind == RowKind::Added || row.kind == RowKind::Changed)
                    && (file != definition.file || row.right != definition.line)
                    && holdsWord(m_files[file].newText.line(row.right), definition.name);
            });
        }
        return known->second;
    }

    std::span<const FileChange> m_files;
    std::map<const Hit *, Definition> m_definitions;
    std::map<std::pair<std::size_t, const Definition *>, bool> m_named;
};

} // namespace

HitPairs::HitPairs(const RuleSet &rules, std::span<const FileChange> files, Hits &hits)
    : m_rules(rules)
{
    std::map<std::tuple<std::string_view, Direction, std::string_view>, Group> groups;
    for (std::vector<Hit> &inFile : hits) {
        for (Hit &hit : inFile) {
            const DeclarativeRule &rule = *rules.rules()[hit.rule];
            if (rule.direction != Direction::Changed) {
                Group &group = groups[{rule.id, rule.direction, hit.key}];
                (hit.side == Side::Old ? group.olds : hit.isMoved ? group.moved : group.news).push_back(&hit);
            } else if (hit.side == Side::Old) {
                m_formerByLine.emplace(std::tuple(hit.file, hit.rule, hit.line), &hit);
                if (hit.key != hit.text)
                    m_formerByKey.emplace(std::tuple(hit.file, hit.rule, hit.hunk, std::string_view(hit.key)), &hit);
            }
        }
    }
    Extraction extraction(files);
    for (auto &[name, group] : groups) {
        if (!group.olds.empty() && !group.news.empty()) {
            if (rules.rules()[group.olds.front()->rule]->survivor == Survivor::Next) {
                pairBy(group, Hit::Pairing::Same, [](const Hit &hit) { return hit.subject; });
            } else {
                pairBy(group, Hit::Pairing::Same,
                       [](const Hit &hit) { return std::to_string(hit.file) + ":" + std::to_string(hit.hunk); });
                pairBy(group, Hit::Pairing::Same, [files](const Hit &hit) {
                    const FileChange &file = files[hit.file];
                    return folded((hit.side == Side::Old ? file.oldText : file.newText).line(hit.line));
                });
            }
            if (std::get<Direction>(name) == Direction::Added)
                pairBy(group, Hit::Pairing::Same, [files](const Hit &hit) { return definitionAround(files[hit.file], hit); });
            if (std::get<Direction>(name) == Direction::Removed) {
                pairBy(group, Hit::Pairing::Elsewhere,
                       [files](const Hit &hit) { return definitionAround(files[hit.file], hit); });
                pairBy(group, Hit::Pairing::Elsewhere, [](const Hit &) { return std::string("any"); });
                extraction.pair(group.olds, group.news);
            }
        }
        if (!group.olds.empty() && !group.moved.empty()) {
            pairBy(group.olds, group.moved, Hit::Pairing::Elsewhere,
                   [files](const Hit &hit) { return tellingDefinitionAround(files[hit.file], hit); });
            extraction.pair(group.olds, group.moved);
        }
        for (const Hit *hit : group.news) {
            if (std::get<Direction>(name) == Direction::Removed && !hit->partner)
                m_newcomers[rules.rules()[hit->rule]->id].emplace(Place(hit->file, hit->hunk), hit);
        }
    }
}

const Hit *HitPairs::formerOf(const Hit &hit, LineNumber left) const
{
    const auto beside = m_formerByLine.find({hit.file, hit.rule, left});
    if (beside != m_formerByLine.end()) {
        const Hit *former = beside->second;
        if (former->key == hit.key || former->key == former->text)
            return former;
    }
    const auto named = m_formerByKey.find({hit.file, hit.rule, hit.hunk, std::string_view(hit.key)});
    return named == m_formerByKey.end() ? nullptr : named->second;
}

const Hit *HitPairs::substituteNear(const Hit &hit) const
{
    const auto newcomers = m_newcomers.find(m_rules.rules()[hit.rule]->id);
    if (newcomers == m_newcomers.end())
        return nullptr;
    const auto near = newcomers->second.find({hit.file, hit.hunk});
    return near == newcomers->second.end() ? nullptr : near->second;
}

const Hit *HitPairs::substituteAnywhere(const Hit &hit) const
{
    const auto newcomers = m_newcomers.find(m_rules.rules()[hit.rule]->id);
    return newcomers == m_newcomers.end() ? nullptr : newcomers->second.begin()->second;
}

} // namespace countersign::risk
