// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RulePass.h"

#include "LiteralScanner.h"
#include "NearMiss.h"
#include "Quantity.h"
#include "Structure.h"
#include "WholeFileRules.h"
#include "detectors/Words.h"

#include "core/Workers.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <tuple>

namespace countersign::risk
{

namespace
{

constexpr int occurrencesTried = 64; ///< of one pattern in one line, until one counts
constexpr std::size_t colouredBytes = 10'000; ///< of a line; beyond it the scope is unknown and counts as the rule's

/// A number that neither turns something off nor lifts a limit, as 0 and -1 do.
bool isCount(std::string_view value)
{
    return value.find_first_not_of("0123456789.") == std::string_view::npos
        && value.find_first_of("123456789") != std::string_view::npos;
}

bool movedAsAsked(const DeclarativeRule &rule, std::string_view before, std::string_view after)
{
    switch (rule.compare) {
    case Compare::None:
        return true;
    case Compare::Lowered:
        return compareQuantities(before, after) < 1 && compareQuantities(before, after) * rule.factor <= 1;
    case Compare::Raised: {
        const double ratio = compareQuantities(before, after);
        return ratio > 1 && ratio >= rule.factor;
    }
    case Compare::Differs:
        return !before.empty() && after != before;
    case Compare::Flipped:
        return !before.empty() && after != before && !(isCount(before) && isCount(after));
    }
    return false;
}

/// A line that is nothing but a comment in most languages.
bool looksLikeComment(std::string_view line)
{
    const std::size_t start = line.find_first_not_of(" \t");
    return start != std::string_view::npos && (line.substr(start).starts_with("//") || line.substr(start).starts_with("/*"));
}

/// The longest identifier of a key, in lower case: what a scan can look for, however the key is spaced.
std::string longestWord(std::string_view key)
{
    std::string_view longest;
    eachIdentifier(key, [&longest](std::string_view word) { longest = word.size() > longest.size() ? word : longest; });
    std::string word(longest);
    std::ranges::transform(word, word.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return word;
}

const Text &textOf(const FileChange &file, Side side)
{
    return side == Side::Old ? file.oldText : file.newText;
}

} // namespace

/// Which rules look at one file: found out for those that are asked for, as few lines have anything to do with a rule.
class RulePass::RulesOfFile
{
public:
    RulesOfFile(const RuleSet &rules, const FileChange &file)
        : m_rules(rules)
        , m_file(file)
        , m_answers(rules.rules().size())
    {
    }
    bool operator()(std::size_t rule)
    {
        std::optional<bool> &answer = m_answers[rule];
        if (!answer)
            answer = m_rules.rules()[rule]->looksAt(m_file);
        return *answer;
    }

private:
    const RuleSet &m_rules;
    const FileChange &m_file;
    std::vector<std::optional<bool>> m_answers;
};

RulePass::RulePass(const RuleSet &rules, std::span<const FileChange> files, Survival &survival, std::size_t threads)
    : m_rules(rules)
    , m_files(files)
    , m_survival(survival)
    , m_threads(threads)
    , m_contexts(files.size())
    , m_hits(files.size())
{
}

FileContext &RulePass::context(std::size_t file)
{
    std::unique_ptr<FileContext> &context = m_contexts[file];
    if (!context)
        context = std::make_unique<FileContext>(m_files[file]);
    return *context;
}

void RulePass::scan(std::size_t file, const std::stop_token &stop)
{
    const FileChange &change = m_files[file];
    if (DeclarativeRule::isPassedOver(change.fileClass) && std::ranges::none_of(m_rules.rules(), [&change](const auto &rule) {
            return !rule->patterns.empty() && rule->looksAt(change);
        }))
        return;
    RulesOfFile looksAt(m_rules, change);
    constexpr std::size_t rowsAtOnce = 2048;
    for (const Hunk &hunk : change.rows.hunks) {
        std::span<const Row> rows = std::span(change.rows.rows).subspan(hunk.firstRow, hunk.rowCount);
        while (!rows.empty() && !stop.stop_requested()) {
            const auto some = rows.first(std::min(rowsAtOnce, rows.size()));
            scanRows(file, some, looksAt);
            rows = rows.subspan(some.size());
        }
    }
}

/// Rows of one hunk that follow each other.
void RulePass::scanRows(std::size_t file, std::span<const Row> rows, RulesOfFile &looksAt)
{
    thread_local std::vector<LineMatch> removed;
    thread_local std::vector<LineMatch> added;
    matchSide(Side::Old, m_files[file].oldText, rows, removed);
    matchSide(Side::New, m_files[file].newText, rows, added);
    auto old = removed.begin();
    auto now = added.begin();
    for (auto row = rows.begin(); old != removed.end() || now != added.end(); ++row) {
        for (; old != removed.end() && old->line == row->left; ++old)
            noteHit(file, Side::Old, *row, old->pattern, looksAt);
        for (; now != added.end() && now->line == row->right; ++now)
            noteHit(file, Side::New, *row, now->pattern, looksAt);
    }
}

/// What may occur in the lines of one side that changed and did not only move.
void RulePass::matchSide(Side side, const Text &text, std::span<const Row> rows, std::vector<LineMatch> &found) const
{
    const RowKind own = side == Side::Old ? RowKind::Removed : RowKind::Added;
    LineNumber first = noLine;
    LineNumber last = noLine;
    const auto match = [&] {
        if (first != noLine)
            m_rules.matcher().matchLines(text, first, last, found);
    };
    found.clear();
    for (const Row &row : rows) {
        if (row.kind != own && row.kind != RowKind::Changed)
            continue;
        const LineNumber line = side == Side::Old ? row.left : row.right;
        if (first == noLine || line != last + 1) {
            match();
            first = line;
        }
        last = line;
    }
    match();
}

/// A pattern that may occur in the row's line: does it, where its rule looks?
void RulePass::noteHit(std::size_t file, Side side, const Row &row, std::size_t index, RulesOfFile &looksAt)
{
    const LineNumber line = side == Side::Old ? row.left : row.right;
    const Text &text = textOf(m_files[file], side);
    std::vector<Hit> &hits = m_hits[file];
    const RuleSet::PatternPlace &place = m_rules.placeOf(index);
    const DeclarativeRule &rule = *m_rules.rules()[place.rule];
    const bool bothSides = rule.direction != Direction::Changed || rule.compare != Compare::None;
    if ((!bothSides && place.isTo != (side == Side::New)) || !looksAt(place.rule))
        return;
    // Indexes ascend, so the patterns of one rule follow each other; its first hit in a line counts.
    if (!hits.empty()
        && std::tie(hits.back().rule, hits.back().isTo, hits.back().side, hits.back().line)
            == std::tie(place.rule, place.isTo, side, line))
        return;
    const auto occurrence =
        locate(file, rule, (place.isTo ? rule.to : rule.patterns)[place.pattern], side, line, Scoping::ByLook);
    if (!occurrence)
        return;
    Hit hit{.file = file, .rule = place.rule, .isTo = place.isTo, .side = side, .line = line, .hunk = row.hunk};
    hit.text = folded(occurrence->text);
    hit.key = folded(occurrence->key);
    hit.value = folded(occurrence->value);
    const LineNumber subject = rule.survivor == Survivor::Next ? followingDefinition(text, line) : noLine;
    if (subject != noLine)
        hit.subject = definedName(text.line(subject));
    hits.push_back(std::move(hit));
}

/// Where the pattern occurs in the line in the rule's scope and is no near miss.
std::optional<Occurrence> RulePass::locate(std::size_t file, const DeclarativeRule &rule, const Pattern &pattern, Side side,
                                           LineNumber line, Scoping scoping)
{
    const Text &text = textOf(m_files[file], side);
    const std::string_view content = text.line(line);
    bool lineChecked = false;
    std::size_t from = 0;
    for (int i = 0; i < occurrencesTried; ++i) {
        const auto occurrence = pattern.find(content, from);
        if (!occurrence)
            return std::nullopt;
        const bool inScope = rule.anyScope() || occurrence->column >= colouredBytes
            || (scoping == Scoping::ByLook ? rule.inScope(syntax::Scope::Comment) || !looksLikeComment(content)
                                           : rule.inScope(context(file).scopeAt(side, line, occurrence->column)));
        if (inScope && !lineChecked && isNearMiss(rule, text, line))
            return std::nullopt;
        lineChecked |= inScope;
        if (inScope && !isNearMiss(rule, text, *occurrence))
            return occurrence;
        from = occurrence->next;
        if (from >= content.size())
            return std::nullopt;
    }
    return pattern.find(content, from); // so many that the line is made to tire: the next one counts
}

/// What was found by its look stands in the rule's scope indeed.
bool RulePass::isConfirmed(const Hit &hit)
{
    const DeclarativeRule &rule = ruleOf(hit);
    return rule.anyScope() || std::ranges::any_of(hit.isTo ? rule.to : rule.patterns, [&](const Pattern &pattern) {
               const auto occurrence = locate(hit.file, rule, pattern, hit.side, hit.line);
               return occurrence && folded(occurrence->key) == hit.key;
           });
}

/// What rules about removals lost may stand in lines that moved: two copies became one. Costs nothing where nothing is lost.
void RulePass::noteMoved()
{
    constexpr std::size_t mostKeys = 500;
    std::map<std::string, std::set<std::size_t>> rulesByWord; // of the key that is looked for
    for (const std::vector<Hit> &inFile : m_hits) {
        for (const Hit &hit : inFile) {
            if (hit.side == Side::Old && ruleOf(hit).direction == Direction::Removed && rulesByWord.size() < mostKeys)
                rulesByWord[longestWord(hit.key)].insert(hit.rule);
        }
    }
    rulesByWord.erase(std::string());
    if (rulesByWord.empty())
        return;
    std::vector<std::string> words;
    std::vector<std::set<std::size_t>> rulesOf; // of each word
    for (auto &[word, rules] : rulesByWord) {
        words.push_back(word);
        rulesOf.push_back(std::move(rules));
    }
    const LiteralScanner scanner{std::span<const std::string>(words)};
    onThreads(m_files.size(), m_threads, [&](std::size_t file) {
        std::vector<int> found;
        std::set<std::size_t> rules;
        for (const Row &row : m_files[file].rows.rows) {
            if (row.kind != RowKind::MovedTo)
                continue;
            scanner.scan(m_files[file].newText.line(row.right).substr(0, longestCodeLine), found);
            rules.clear();
            for (const int word : found)
                rules.insert(rulesOf[static_cast<std::size_t>(word)].begin(), rulesOf[static_cast<std::size_t>(word)].end());
            for (const std::size_t rule : rules)
                noteMoved(file, row, rule);
        }
    });
}

void RulePass::noteMoved(std::size_t file, const Row &row, std::size_t index)
{
    const DeclarativeRule &rule = *m_rules.rules()[index];
    if (!rule.looksAt(m_files[file]))
        return;
    for (const Pattern &pattern : rule.patterns) {
        if (const auto occurrence = locate(file, rule, pattern, Side::New, row.right, Scoping::ByLook)) {
            Hit hit{.file = file, .rule = index, .side = Side::New, .isMoved = true, .line = row.right, .hunk = row.hunk};
            hit.text = folded(occurrence->text);
            hit.key = folded(occurrence->key);
            m_hits[file].push_back(std::move(hit));
            return;
        }
    }
}

void RulePass::pairUp()
{
    noteMoved();
    m_pairs.emplace(m_rules, m_files, m_hits);
}

/// Decides about one hit. Sets the partner of a changed one.
bool RulePass::isWorthSaying(Hit &hit)
{
    const DeclarativeRule &rule = ruleOf(hit);
    switch (rule.direction) {
    case Direction::Added:
        return hit.side == Side::New && hit.pairing != Hit::Pairing::Same;
    case Direction::Removed:
        return hit.side == Side::Old && hit.pairing != Hit::Pairing::Same
            && m_survival.survives(rule.survivor, context(hit.file), hit.line)
            && (rule.survivorHas.empty() || survivorHas(rule.survivorHas, context(hit.file), hit.line))
            && !(rule.remains && remainsElsewhere(hit));
    case Direction::Changed:
        if (hit.side == Side::Old)
            return false;
        hit.partner = m_pairs->formerOf(hit, context(hit.file).rowOf(Side::New, hit.line).left);
        if (!hit.partner)
            return false;
        return movedAsAsked(rule, hit.partner->value, hit.value);
    case Direction::Any:
        return false;
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

/// A code line that came in with the same hunk still has the key, in another form than the pattern's: wrapped, say.
bool RulePass::isNamedNearby(const Hit &hit)
{
    const FileChange &file = m_files[hit.file];
    if (hit.hunk == 0)
        return false;
    const Hunk &hunk = file.rows.hunks[hit.hunk - 1];
    for (LineNumber line = hunk.newStart; line < hunk.newStart + hunk.newCount; ++line) {
        if (line != noLine && context(hit.file).isChanged(Side::New, line) && holdsWord(file.newText.line(line), hit.key)
            && !context(hit.file).mask(Side::New).isCommentLine(line, file.newText.line(line)))
            return true;
    }
    return false;
}

/// Something that came in with the same hunk reads like a substitute. A line that only changed its indentation did not come in.
bool RulePass::readsLikeSubstitute(const Hit &hit)
{
    const DeclarativeRule &rule = ruleOf(hit);
    const FileChange &file = m_files[hit.file];
    if (rule.substitutes.empty() || hit.hunk == 0)
        return false;
    const Hunk &hunk = file.rows.hunks[hit.hunk - 1];
    std::set<std::string> stood; // folded
    for (LineNumber line = hunk.oldStart; line < hunk.oldStart + hunk.oldCount; ++line)
        stood.insert(folded(file.oldText.line(line)));
    for (std::uint32_t i = 0; i < hunk.rowCount; ++i) {
        const Row &row = file.rows.rows[hunk.firstRow + i];
        if ((row.kind != RowKind::Changed && row.kind != RowKind::Added) || stood.contains(folded(file.newText.line(row.right))))
            continue;
        for (const Pattern &pattern : rule.substitutes) {
            if (locate(hit.file, rule, pattern, Side::New, row.right))
                return true;
        }
    }
    return false;
}

/// What an addition concerns did not stand there before.
bool RulePass::subjectIsNew(const Hit &hit)
{
    const FileContext &file = context(hit.file);
    const Text &text = file.text(Side::New);
    LineNumber subject = hit.line;
    if (ruleOf(hit).survivor == Survivor::Next)
        subject = followingDefinition(text, hit.line);
    else if (ruleOf(hit).survivor == Survivor::Definition)
        subject = enclosingDefinition(text, hit.line);
    else if (ruleOf(hit).survivor == Survivor::Section)
        subject = enclosingSection(text, hit.line);
    return subject != noLine && file.rowOf(Side::New, subject).kind == RowKind::Added;
}

Draft RulePass::draft(const Hit &hit)
{
    const DeclarativeRule &rule = ruleOf(hit);
    const FileContext &file = context(hit.file);
    const std::string former = hit.partner ? shownMatch(hit.partner->text) : std::string();
    const std::string shown = shownLine(file.text(hit.side).line(hit.line));
    Finding finding = findingOf(rule, file, hit.side, hit.line, hit.line, {shownMatch(hit.text), former});
    if (rule.direction == Direction::Changed) {
        finding.evidence.push_back(Message(QT_TRANSLATE_NOOP("app", "Was: %1"), {former}));
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
    applyCounters(rule, m_files[hit.file], finding, m_files);
    return {std::move(finding), rule.direction == Direction::Changed ? hit.partner->line : noLine};
}

void RulePass::lowerRemoval(const Hit &hit, Finding &finding)
{
    const auto lower = [&finding](int steps, Message why) {
        finding.severity = lowered(finding.severity, steps);
        finding.counterEvidence.push_back(std::move(why));
    };
    const auto place = [this](const Hit &other) {
        return shownMatch(m_files[other.file].delta.newSide.path) + ":" + std::to_string(other.line);
    };
    if (hit.pairing == Hit::Pairing::Elsewhere)
        lower(2, Message(QT_TRANSLATE_NOOP("app", "The same stands now at %1"), {place(*hit.partner)}));
    else if (const Hit *near = m_pairs->substituteNear(hit))
        lower(2, Message(QT_TRANSLATE_NOOP("app", "Replaced beside it by: %1"), {shownMatch(near->text)}));
    else if (isNamedNearby(hit))
        lower(3, Message(QT_TRANSLATE_NOOP("app", "Still named beside it: %1"), {shownMatch(hit.key)}));
    else if (readsLikeSubstitute(hit))
        lower(2, Message(QT_TRANSLATE_NOOP("app", "Something similar was added beside it")));
    else if (const Hit *far = m_pairs->substituteAnywhere(hit))
        lower(1, Message(QT_TRANSLATE_NOOP("app", "The change adds another one at %1"), {place(*far)}));
}

std::vector<Finding> RulePass::findingsIn(std::size_t file, const std::stop_token &stop)
{
    std::vector<Draft> drafts;
    for (Hit &hit : m_hits[file]) {
        if (stop.stop_requested())
            break;
        if (isWorthSaying(hit) && isConfirmed(hit) && (ruleOf(hit).direction != Direction::Changed || isConfirmed(*hit.partner)))
            drafts.push_back(draft(hit));
    }
    addWholeFileRules(m_rules, context(file), m_files, drafts);
    return findingsOf(std::move(drafts), context(file));
}

} // namespace countersign::risk
