// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RulePass.h"

#include "Matcher.h"
#include "NearMiss.h"
#include "Structure.h"

#include "core/SafeText.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace countersign::risk
{

namespace
{

constexpr std::size_t titleCharacters = 80; ///< of a match in a title
constexpr std::size_t evidenceCharacters = 160; ///< of a line in the evidence
constexpr std::size_t evidenceLines = 5; ///< of a joined finding
constexpr int occurrencesTried = 64; ///< of one pattern in one line, until one is in scope
constexpr std::size_t colouredBytes = 10'000; ///< of a line; beyond it the scope is unknown and counts as the rule's

Severity lowered(Severity severity, int steps)
{
    return static_cast<Severity>(std::max(std::to_underlying(severity) - steps, std::to_underlying(Severity::Low)));
}

/// A place in words: "app/routes.py:12".
std::string placeOf(const FileChange &file, Side side, LineNumber line)
{
    const FileSide &where = side == Side::Old ? file.delta.oldSide : file.delta.newSide;
    return safeText(where.path, titleCharacters) + ":" + std::to_string(line);
}

double numberIn(std::string_view text)
{
    try {
        return std::stod(std::string(text.substr(0, 32)));
    } catch (const std::exception &) {
        return 0;
    }
}

} // namespace

/// One occurrence of a rule's pattern in a changed line.
struct RulePass::Hit {
    /// Where the same thing stands on the other side of the change.
    enum class Pairing : std::uint8_t {
        None,
        Same, ///< the same place: nothing came or went
        Elsewhere, ///< another place
    };

    std::size_t file = 0;
    std::size_t rule = 0;
    bool isTo = false;
    Side side = Side::New;
    LineNumber line = noLine;
    std::uint32_t hunk = 0;
    std::string text; ///< folded
    std::string key; ///< folded
    std::string subject; ///< what a decorator belongs to
    double value = 0;
    Pairing pairing = Pairing::None;
    const Hit *partner = nullptr;
};

/// A finding before look-alikes are joined.
struct RulePass::Draft {
    Finding finding;
    LineNumber becameFrom = noLine; ///< old line of what changed
};

RulePass::RulePass(const RuleSet &rules, std::span<const FileChange> files, syntax::Highlighter &highlighter)
    : m_rules(rules)
    , m_files(files)
    , m_highlighter(highlighter)
    , m_survival(files)
    , m_contexts(files.size())
    , m_hits(files.size())
{
}

RulePass::~RulePass() = default;

FileContext &RulePass::context(std::size_t file)
{
    std::unique_ptr<FileContext> &context = m_contexts[file];
    if (!context)
        context = std::make_unique<FileContext>(m_files[file], m_highlighter);
    return *context;
}

const DeclarativeRule &RulePass::ruleOf(const Hit &hit) const
{
    return *m_rules.rules()[hit.rule];
}

// ---- scanning ----

bool RulePass::scan(std::size_t file, const std::stop_token &stop)
{
    const FileChange &change = m_files[file];
    m_looksAt.clear();
    bool wanted = false;
    for (const auto &rule : m_rules.rules()) {
        m_looksAt.push_back(!rule->patterns.empty() && rule->looksAt(change));
        wanted |= m_looksAt.back() != 0;
    }
    if (!wanted)
        return true;
    std::vector<std::size_t> indexes;
    for (const Row &row : change.rows.rows) {
        const bool changed = row.kind == RowKind::Changed;
        if (changed || row.kind == RowKind::Removed)
            scanLine(file, Side::Old, row, indexes);
        if (changed || row.kind == RowKind::Added)
            scanLine(file, Side::New, row, indexes);
        if (stop.stop_requested())
            return false;
    }
    return true;
}

void RulePass::scanLine(std::size_t file, Side side, const Row &row, std::vector<std::size_t> &indexes)
{
    const LineNumber line = side == Side::Old ? row.left : row.right;
    const Text &text = side == Side::Old ? m_files[file].oldText : m_files[file].newText;
    m_rules.matcher().match(text.line(line), indexes);
    for (const std::size_t index : indexes) {
        const RuleSet::PatternPlace &place = m_rules.placeOf(index);
        const DeclarativeRule &rule = *m_rules.rules()[place.rule];
        const bool bothSides = rule.direction != Direction::Changed || rule.compare != Compare::None;
        if (m_looksAt[place.rule] == 0 || (!bothSides && place.isTo != (side == Side::New)))
            continue;
        if (!m_hits[file].empty()) {
            const Hit &last = m_hits[file].back();
            if (std::tie(last.rule, last.isTo, last.side, last.line) == std::tie(place.rule, place.isTo, side, line))
                continue;
        }
        const auto occurrence = locate(file, rule, (place.isTo ? rule.to : rule.patterns)[place.pattern], side, line);
        if (!occurrence)
            continue;
        Hit hit;
        hit.file = file;
        hit.rule = place.rule;
        hit.isTo = place.isTo;
        hit.side = side;
        hit.line = line;
        hit.hunk = row.hunk;
        hit.text = folded(occurrence->text);
        hit.key = folded(occurrence->key);
        hit.value = numberIn(occurrence->value);
        if (rule.survivor == Survivor::Next) {
            const LineNumber subject = followingDefinition(text, line);
            hit.subject = subject == noLine ? std::string() : definedName(text.line(subject));
        }
        m_hits[file].push_back(std::move(hit));
    }
}

std::optional<Occurrence> RulePass::locate(std::size_t file, const DeclarativeRule &rule, const Pattern &pattern, Side side,
                                           LineNumber line)
{
    const Text &text = side == Side::Old ? m_files[file].oldText : m_files[file].newText;
    const std::string_view content = text.line(line);
    std::size_t from = 0;
    for (int i = 0; i < occurrencesTried; ++i) {
        const auto occurrence = pattern.find(content, from);
        if (!occurrence)
            return std::nullopt;
        const bool inScope = rule.anyScope() || occurrence->column >= colouredBytes
            || rule.inScope(context(file).mask(side).at(line, static_cast<std::uint32_t>(occurrence->column)));
        if (inScope && !isNearMiss(rule, text, line, *occurrence))
            return occurrence;
        from = occurrence->next;
        if (from >= content.size())
            return std::nullopt;
    }
    return pattern.find(content, from); // so many that the line is made to tire: count it as in scope
}

// ---- pairing: what was there before, what stands elsewhere ----

void RulePass::pairUp()
{
    struct Both {
        std::vector<Hit *> olds;
        std::vector<Hit *> news;
    };
    std::map<std::tuple<std::string_view, Direction, std::string_view>, Both> groups;
    for (std::vector<Hit> &hits : m_hits) {
        for (Hit &hit : hits) {
            const DeclarativeRule &rule = ruleOf(hit);
            if (rule.direction == Direction::Changed)
                continue;
            Both &group = groups[{rule.id, rule.direction, hit.key}];
            (hit.side == Side::Old ? group.olds : group.news).push_back(&hit);
        }
    }
    const auto pairBy = [](Both &group, Hit::Pairing pairing, const auto &nameOf) {
        std::map<std::string, std::vector<Hit *>> waiting;
        for (auto it = group.news.rbegin(); it != group.news.rend(); ++it) {
            if (!(*it)->partner)
                waiting[nameOf(**it)].push_back(*it);
        }
        for (Hit *old : group.olds) {
            const auto found = old->partner ? waiting.end() : waiting.find(nameOf(*old));
            if (found == waiting.end() || found->second.empty() || found->first.empty())
                continue;
            Hit *match = found->second.back();
            found->second.pop_back();
            old->partner = match;
            match->partner = old;
            old->pairing = match->pairing = pairing;
        }
    };
    for (auto &[name, group] : groups) {
        if (group.olds.empty() || group.news.empty())
            continue;
        const bool decorates = ruleOf(*group.olds.front()).survivor == Survivor::Next;
        if (decorates) {
            pairBy(group, Hit::Pairing::Same, [](const Hit &hit) { return hit.subject; });
        } else {
            pairBy(group, Hit::Pairing::Same,
                   [](const Hit &hit) { return std::to_string(hit.file) + ":" + std::to_string(hit.hunk); });
            pairBy(group, Hit::Pairing::Same, [this](const Hit &hit) {
                const FileChange &file = m_files[hit.file];
                return folded((hit.side == Side::Old ? file.oldText : file.newText).line(hit.line));
            });
        }
        if (std::get<Direction>(name) == Direction::Removed)
            pairBy(group, Hit::Pairing::Elsewhere, [](const Hit &) { return std::string("any"); });
    }
}

/// The old value of a changed line: in the same row, or under the same key in the same hunk.
const RulePass::Hit *RulePass::counterpart(const Hit &hit)
{
    const LineNumber left = context(hit.file).rowOf(Side::New, hit.line).left;
    const Hit *found = nullptr;
    for (const Hit &other : m_hits[hit.file]) {
        if (other.rule != hit.rule || other.side != Side::Old || other.hunk != hit.hunk)
            continue;
        const bool sameKey = other.key == hit.key && other.key != other.text;
        if (other.line == left && (sameKey || other.key == other.text))
            return &other;
        if (sameKey && !found)
            found = &other;
    }
    return found;
}

/// A hit of the same rule that came in under another key: in the same hunk, or anywhere.
const RulePass::Hit *RulePass::substituteOf(const Hit &hit, bool nearby) const
{
    const std::string &id = ruleOf(hit).id;
    for (std::size_t file = 0; file < m_hits.size(); ++file) {
        if (nearby && file != hit.file)
            continue;
        for (const Hit &other : m_hits[file]) {
            if (other.side == Side::New && !other.partner && ruleOf(other).direction == Direction::Removed
                && ruleOf(other).id == id && (!nearby || other.hunk == hit.hunk))
                return &other;
        }
    }
    return nullptr;
}

/// Something in the same hunk reads like a substitute.
bool RulePass::substituteNearby(const Hit &hit)
{
    const DeclarativeRule &rule = ruleOf(hit);
    const FileChange &file = m_files[hit.file];
    if (rule.substitutes.empty() || hit.hunk == 0 || hit.hunk > file.rows.hunks.size())
        return false;
    const Hunk &hunk = file.rows.hunks[hit.hunk - 1];
    for (std::uint32_t i = 0; i < hunk.rowCount; ++i) {
        const Row &row = file.rows.rows[hunk.firstRow + i];
        if (row.kind != RowKind::Changed && row.kind != RowKind::Added)
            continue;
        for (const Pattern &pattern : rule.substitutes) {
            if (locate(hit.file, rule, pattern, Side::New, row.right))
                return true;
        }
    }
    return false;
}

/// The key of a removal still stands somewhere in the new file.
bool RulePass::remainsElsewhere(const Hit &hit)
{
    const DeclarativeRule &rule = ruleOf(hit);
    const Text &text = m_files[hit.file].newText;
    for (LineNumber line = 1; line <= text.lineCount(); ++line) {
        if (!text.line(line).contains(hit.key))
            continue;
        for (const Pattern &pattern : rule.patterns) {
            const auto occurrence = locate(hit.file, rule, pattern, Side::New, line);
            if (occurrence && folded(occurrence->key) == hit.key)
                return true;
        }
    }
    return false;
}

// ---- findings ----

/// Decides about one hit. Sets the partner of a changed one.
bool RulePass::isWorthSaying(Hit &hit)
{
    const DeclarativeRule &rule = ruleOf(hit);
    switch (rule.direction) {
    case Direction::Added:
        return hit.side == Side::New && hit.pairing != Hit::Pairing::Same;
    case Direction::Removed:
        return hit.side == Side::Old && hit.pairing != Hit::Pairing::Same
            && m_survival.survives(rule.survivor, context(hit.file), hit.line) && !(rule.remains && remainsElsewhere(hit));
    case Direction::Changed:
        if (hit.side == Side::Old)
            return false;
        hit.partner = counterpart(hit);
        if (!hit.partner)
            return false;
        return rule.compare == Compare::None
            || (rule.compare == Compare::Lowered ? hit.value < hit.partner->value : hit.value > hit.partner->value);
    case Direction::Any:
        return false;
    }
    return false;
}

void RulePass::lowerRemoval(const Hit &hit, Finding &finding)
{
    const auto lower = [&finding](int steps, Message why) {
        finding.severity = lowered(finding.severity, steps);
        finding.counterEvidence.push_back(std::move(why));
    };
    const auto place = [this](const Hit &other) { return placeOf(m_files[other.file], other.side, other.line); };
    if (hit.pairing == Hit::Pairing::Elsewhere)
        lower(2, Message(QT_TRANSLATE_NOOP("app", "The same stands now at %1"), {place(*hit.partner)}));
    else if (const Hit *near = substituteOf(hit, true))
        lower(2, Message(QT_TRANSLATE_NOOP("app", "Replaced beside it by: %1"), {safeText(near->text, titleCharacters)}));
    else if (substituteNearby(hit))
        lower(2, Message(QT_TRANSLATE_NOOP("app", "Something similar was added beside it")));
    else if (const Hit *far = substituteOf(hit, false))
        lower(1, Message(QT_TRANSLATE_NOOP("app", "The change adds another one at %1"), {place(*far)}));
}

RulePass::Draft RulePass::draft(const Hit &hit)
{
    const DeclarativeRule &rule = ruleOf(hit);
    const FileContext &file = context(hit.file);
    const std::vector<std::string> args{safeText(hit.text, titleCharacters),
                                        hit.partner ? safeText(hit.partner->text, titleCharacters) : std::string()};
    const std::string_view content = file.text(hit.side).line(hit.line);
    Finding finding;
    finding.rule = rule.id;
    finding.severity = rule.severity;
    finding.axis = rule.axis;
    finding.file = file.path(hit.side);
    finding.side = hit.side;
    finding.startLine = finding.endLine = hit.line;
    finding.title = Message(rule.title, args);
    finding.why = Message(rule.why, args);
    finding.check = Message(rule.check, args);
    const std::string shown = safeText(content.substr(0, 4 * evidenceCharacters), evidenceCharacters);
    if (rule.direction == Direction::Changed) {
        finding.evidence.push_back(Message(QT_TRANSLATE_NOOP("app", "Was: %1"), {args[1]}));
        finding.evidence.push_back(Message(QT_TRANSLATE_NOOP("app", "Now: %1"), {shown}));
    } else if (hit.side == Side::Old) {
        finding.evidence.push_back(Message(QT_TRANSLATE_NOOP("app", "Removed: %1"), {shown}));
    } else {
        finding.evidence.push_back(Message(QT_TRANSLATE_NOOP("app", "Added: %1"), {shown}));
    }
    if (rule.direction == Direction::Removed)
        lowerRemoval(hit, finding);
    if (rule.newSubjectLowers && subjectIsNew(hit)) {
        finding.severity = lowered(finding.severity, 1);
        finding.counterEvidence.push_back(Message(QT_TRANSLATE_NOOP("app", "What it concerns is new as well")));
    }
    applyCounters(rule, m_files[hit.file], finding);
    return {std::move(finding), rule.direction == Direction::Changed ? hit.partner->line : noLine};
}

/// What an addition concerns did not stand there before.
bool RulePass::subjectIsNew(const Hit &hit)
{
    const FileContext &file = context(hit.file);
    const Text &text = file.text(Side::New);
    const Survivor survivor = ruleOf(hit).survivor;
    const LineNumber subject = survivor == Survivor::Next ? followingDefinition(text, hit.line)
        : survivor == Survivor::Definition                ? enclosingDefinition(text, hit.line)
        : survivor == Survivor::Section                   ? enclosingSection(text, hit.line)
                                                          : hit.line;
    return subject != noLine && file.rowOf(Side::New, subject).kind == RowKind::Added;
}

void RulePass::applyCounters(const DeclarativeRule &rule, const FileChange &file, Finding &finding)
{
    const Text &text = finding.side == Side::Old ? file.oldText : file.newText;
    const std::string_view line = text.line(finding.startLine);
    for (const Counter &counter : rule.counters) {
        const bool holds = counter.files.matches(finding.file, file.fileClass)
            || std::ranges::any_of(counter.patterns, [line](const Pattern &pattern) { return pattern.occursIn(line); })
            || (!counter.unlessNear.empty() && !occursNear(counter.unlessNear, text, finding.startLine));
        if (!holds)
            continue;
        finding.severity = std::min(finding.severity, counter.atMost.value_or(lowered(finding.severity, 1)));
        finding.counterEvidence.emplace_back(counter.text);
    }
}

void RulePass::addWholeFileRules(std::size_t index, std::vector<Draft> &drafts)
{
    const FileChange &change = m_files[index];
    for (const auto &rule : m_rules.rules()) {
        if (rule->direction != Direction::Any)
            continue;
        const bool before = change.delta.oldSide.exists() && rule->files.matches(change.delta.oldSide.path, FileClass::Other);
        if (!rule->looksAt(change) && !before)
            continue;
        std::set<std::uint32_t> leftHere; // blocks that left this file's old side: the same number on the new side is no news
        for (const Row &row : change.rows.rows) {
            if (row.kind == RowKind::MovedFrom)
                leftHere.insert(row.move);
        }
        const auto add = [&](Side side, LineNumber first, LineNumber last) {
            const FileContext &file = context(index);
            const std::string shown = safeText(file.text(side).line(first).substr(0, 4 * evidenceCharacters), evidenceCharacters);
            Finding finding;
            finding.rule = rule->id;
            finding.severity = rule->severity;
            finding.axis = rule->axis;
            finding.file = file.path(side);
            finding.side = side;
            finding.startLine = first;
            finding.endLine = last;
            const std::vector<std::string> args{safeText(change.path(), titleCharacters)};
            finding.title = Message(rule->title, args);
            finding.why = Message(rule->why, args);
            finding.check = Message(rule->check, args);
            finding.evidence.push_back(side == Side::Old ? Message(QT_TRANSLATE_NOOP("app", "Removed: %1"), {shown})
                                                         : Message(QT_TRANSLATE_NOOP("app", "Added: %1"), {shown}));
            applyCounters(*rule, change, finding);
            drafts.push_back({std::move(finding), noLine});
        };
        bool said = false;
        for (std::uint32_t hunk = 1; hunk <= change.rows.hunks.size(); ++hunk) {
            LineNumber first[2] = {noLine, noLine};
            LineNumber last[2] = {noLine, noLine};
            const auto widen = [&](std::size_t side, LineNumber line) {
                const Text &text = side == 0 ? change.oldText : change.newText;
                if (text.line(line).find_first_not_of(" \t") == std::string_view::npos)
                    return;
                first[side] = first[side] == noLine ? line : first[side];
                last[side] = line;
            };
            const Hunk &rows = change.rows.hunks[hunk - 1];
            for (std::uint32_t i = 0; i < rows.rowCount; ++i) {
                const Row &row = change.rows.rows[rows.firstRow + i];
                const bool arrived = row.kind == RowKind::MovedTo && !leftHere.contains(row.move);
                if (row.kind == RowKind::Changed || row.kind == RowKind::Added || arrived)
                    widen(1, row.right);
                if (row.kind == RowKind::Changed || row.kind == RowKind::Removed)
                    widen(0, row.left);
            }
            if (first[1] != noLine)
                add(Side::New, first[1], last[1]);
            else if (first[0] != noLine)
                add(Side::Old, first[0], last[0]);
            said |= first[0] != noLine || first[1] != noLine;
        }
        // A file that only took this name has not a changed line, and yet all of it is new in this place.
        if (!said && change.delta.status != DeltaStatus::Modified && !before && !change.newText.isEmpty())
            add(Side::New, 1, change.newText.lineCount());
    }
}

/// One rule says one thing about a line: its worst, and "became" rather than "went away".
void RulePass::keepWorst(std::vector<Draft> &drafts)
{
    std::set<std::pair<std::string_view, LineNumber>> became; // rule and old line
    std::map<std::tuple<std::string_view, Side, LineNumber>, Severity> worst;
    for (const Draft &draft : drafts) {
        if (draft.becameFrom != noLine)
            became.emplace(draft.finding.rule, draft.becameFrom);
        Severity &severity = worst[{draft.finding.rule, draft.finding.side, draft.finding.startLine}];
        severity = std::max(severity, draft.finding.severity);
    }
    std::vector<Draft> kept;
    for (Draft &draft : drafts) {
        const auto place = worst.find({draft.finding.rule, draft.finding.side, draft.finding.startLine});
        const bool said = draft.finding.side == Side::Old && became.contains({draft.finding.rule, draft.finding.startLine});
        if (said || place == worst.end() || draft.finding.severity != place->second)
            continue;
        kept.push_back(draft);
        worst.erase(place);
    }
    drafts = std::move(kept);
}

/// Look-alikes in lines that touch become one finding.
std::vector<Finding> RulePass::joinNeighbours(std::vector<Draft> drafts)
{
    const auto kind = [](const Finding &finding) {
        return std::tuple(std::string_view(finding.rule), finding.side, finding.severity, std::string_view(finding.title.text()));
    };
    std::ranges::stable_sort(drafts, [&kind](const Draft &a, const Draft &b) {
        return std::tuple_cat(kind(a.finding), std::tuple(a.finding.startLine))
            < std::tuple_cat(kind(b.finding), std::tuple(b.finding.startLine));
    });
    std::vector<Finding> found;
    for (Draft &draft : drafts) {
        Finding &next = draft.finding;
        if (found.empty() || kind(found.back()) != kind(next) || next.startLine > found.back().endLine + 1) {
            found.push_back(std::move(next));
            continue;
        }
        Finding &joined = found.back();
        joined.endLine = std::max(joined.endLine, next.endLine);
        const auto take = [](std::vector<Message> &into, std::vector<Message> &from) {
            for (Message &message : from) {
                if (into.size() < evidenceLines && !std::ranges::contains(into, message))
                    into.push_back(std::move(message));
            }
        };
        take(joined.evidence, next.evidence);
        take(joined.counterEvidence, next.counterEvidence);
    }
    return found;
}

std::vector<Finding> RulePass::findingsIn(std::size_t file)
{
    std::vector<Draft> drafts;
    for (Hit &hit : m_hits[file]) {
        if (isWorthSaying(hit))
            drafts.push_back(draft(hit));
    }
    keepWorst(drafts);
    addWholeFileRules(file, drafts);
    return joinNeighbours(std::move(drafts));
}

} // namespace countersign::risk
