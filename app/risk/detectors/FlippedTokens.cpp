// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "GuardLines.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace countersign::risk
{

namespace
{

constexpr std::size_t mostTokens = 120; ///< of a line; longer ones are data
constexpr std::size_t mostEvidence = 12;
constexpr std::size_t mostFindings = 3; ///< in one file; the last of them lists the others

/// Words, numbers, strings and operators of a line; white space is none.
std::vector<std::string_view> tokensOf(std::string_view line)
{
    static constexpr std::array<std::string_view, 16> operators{
        "===", "!==", "<=>", "<<=", ">>=", "&&", "||", "==", "!=", "<=", ">=", "<<", ">>", "->", "=>", "::"};
    std::vector<std::string_view> tokens;
    for (std::size_t i = 0; i < line.size() && tokens.size() <= mostTokens;) {
        const char c = line[i];
        if (c == ' ' || c == '\t' || c == '\r') {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        if (isWordByte(c)) {
            while (end < line.size() && isWordByte(line[end]))
                ++end;
        } else if (c == '"' || c == '\'') {
            const std::size_t close = line.find(c, i + 1);
            end = close == std::string_view::npos ? i + 1 : close + 1;
        } else {
            for (const std::string_view op : operators) {
                if (line.substr(i).starts_with(op)) {
                    end = i + op.size();
                    break;
                }
            }
        }
        tokens.push_back(line.substr(i, end - i));
        i = end;
    }
    return tokens;
}

enum class Flip { None, Comparison, Logic, Negation, Sign, Boolean, Unit, Width };

bool arePair(std::string_view a, std::string_view b, std::initializer_list<std::string_view> set)
{
    return a != b && std::ranges::contains(set, a) && std::ranges::contains(set, b);
}

/// Types of numbers, of which the second has no room for all that the first can hold.
bool holdsLess(std::string_view before, std::string_view now)
{
    static constexpr std::pair<std::string_view, std::string_view> narrower[] = {
        {"long", "int"},    {"long", "short"},        {"Long", "Integer"},   {"Long", "Int"},
        {"int64", "int32"}, {"int64", "int"},         {"uint64", "uint32"},  {"int64_t", "int32_t"},
        {"int64_t", "int"}, {"uint64_t", "uint32_t"}, {"i64", "i32"},        {"u64", "u32"},
        {"f64", "f32"},     {"double", "float"},      {"decimal", "double"}, {"BigDecimal", "double"}};
    return std::ranges::contains(narrower, std::pair(before, now));
}

/// What it means that @p a became @p b.
Flip flipOf(std::string_view a, std::string_view b)
{
    const auto either = [&](std::string_view x, std::string_view y) { return (a == x && b == y) || (a == y && b == x); };
    if (arePair(a, b, {"<", "<=", ">", ">="}) || either("==", "!=") || either("===", "!==") || either("eq", "ne")
        || arePair(a, b, {"lt", "le", "gt", "ge"}))
        return Flip::Comparison;
    if (either("&&", "||") || either("and", "or") || either("any", "all") || either("min", "max") || either("Any", "All")
        || either("some", "every") || either("Min", "Max"))
        return Flip::Logic;
    if (either("+", "-") || either("*", "/"))
        return Flip::Sign;
    if (either("true", "false") || either("True", "False") || either("YES", "NO") || either("TRUE", "FALSE"))
        return Flip::Boolean;
    for (const auto &units :
         {std::initializer_list<std::string_view>{"Millisecond", "Second", "Minute", "Hour", "Microsecond", "Nanosecond"},
          {"FromMilliseconds", "FromSeconds", "FromMinutes", "FromHours", "FromDays"},
          {"ofMillis", "ofSeconds", "ofMinutes", "ofHours", "ofDays"},
          {"milliseconds", "seconds", "minutes", "hours", "days", "weeks"},
          {"from_millis", "from_secs", "from_micros", "from_nanos"},
          {"MILLISECONDS", "SECONDS", "MINUTES", "HOURS", "DAYS"},
          {"KB", "MB", "GB", "KiB", "MiB", "GiB"}}) {
        if (arePair(a, b, units))
            return Flip::Unit;
    }
    return holdsLess(a, b) ? Flip::Width : Flip::None;
}

struct Flipped {
    Flip flip = Flip::None;
    std::string before;
    std::string after;
};

/// A cheap look: what differs is no longer than the longest of the tokens that flip.
bool mayDifferInOneToken(std::string_view before, std::string_view after)
{
    constexpr std::size_t longest = 24; // bytes; "FromMilliseconds" and some blanks
    const std::size_t common = std::min(before.size(), after.size());
    const auto head = static_cast<std::size_t>(std::ranges::mismatch(before, after).in1 - before.begin());
    std::size_t tail = 0;
    while (tail < common - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return std::max(before.size(), after.size()) - head - tail <= longest;
}

/// A sign of negation stands there. Behind a value "!" is none: C# and TypeScript write "not null" so, Rust calls a macro.
bool negatesAt(const std::vector<std::string_view> &tokens, std::size_t index)
{
    static constexpr std::array<std::string_view, 17> beforeValue{"return", "and",    "or",    "not",  "if",    "elif",
                                                                  "while",  "unless", "until", "when", "case",  "in",
                                                                  "assert", "yield",  "await", "else", "filter"};
    if (tokens[index] == "not")
        return true;
    if (tokens[index] != "!" || index == 0)
        return tokens[index] == "!";
    const std::string_view before = tokens[index - 1];
    const bool isValue = before == ")" || before == "]" || isWordByte(before.front());
    return !isValue || std::ranges::contains(beforeValue, before);
}

bool hasOperator(std::string_view text, std::string_view sign, std::string_view word)
{
    return text.contains(sign) || text.contains(word);
}

/// The lines differ in one pair of brackets, and it decides what an operator reaches: "!(a && b)", "(a || b) && c".
bool isGrouping(std::string_view grouped, std::string_view plain)
{
    if (grouped.size() != plain.size() + 2)
        return false;
    const auto open = static_cast<std::size_t>(std::ranges::mismatch(grouped, plain).in1 - grouped.begin());
    std::size_t close = grouped.size() - 1;
    while (close > open + 1 && grouped[close] == plain[close - 2])
        --close;
    if (grouped[open] != '(' || grouped[close] != ')'
        || grouped.substr(open + 1, close - open - 1) != plain.substr(open, close - open - 1))
        return false;
    const std::string_view inside = grouped.substr(open + 1, close - open - 1);
    const std::string_view before = grouped.substr(0, open);
    const bool hasOr = hasOperator(inside, "||", " or ");
    const std::size_t last = before.find_last_not_of(' ');
    const bool isNegated = last != std::string_view::npos && (before[last] == '!' || before.substr(0, last + 1).ends_with("not"));
    return (isNegated && (hasOr || hasOperator(inside, "&&", " and ")))
        || (hasOr && (hasOperator(before, "&&", " and ") || hasOperator(grouped.substr(close), "&&", " and ")));
}

/// The one token in which the two lines differ, when it flips the meaning.
Flipped flippedToken(std::string_view before, std::string_view after)
{
    if (isGrouping(before, after))
        return {Flip::Logic, "( )", {}};
    if (isGrouping(after, before))
        return {Flip::Logic, {}, "( )"};
    if (!mayDifferInOneToken(before, after))
        return {};
    const auto old = tokensOf(before);
    const auto now = tokensOf(after);
    if (old.size() > mostTokens || now.size() > mostTokens)
        return {};
    const std::size_t common = std::min(old.size(), now.size());
    std::size_t head = 0;
    while (head < common && old[head] == now[head])
        ++head;
    std::size_t tail = 0;
    while (tail < common - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    const std::size_t oldRest = old.size() - head - tail;
    const std::size_t newRest = now.size() - head - tail;
    if (oldRest == 1 && newRest == 1)
        return {flipOf(old[head], now[head]), std::string(old[head]), std::string(now[head])};
    const bool isNegation =
        (oldRest == 1 && newRest == 0 && negatesAt(old, head)) || (oldRest == 0 && newRest == 1 && negatesAt(now, head));
    if (isNegation)
        return {Flip::Negation, oldRest == 1 ? std::string(old[head]) : std::string(),
                newRest == 1 ? std::string(now[head]) : std::string()};
    return {};
}

/// A condition, or a value that decides.
bool decides(std::string_view line)
{
    static const RE2 decision(
        R"(\b(?:if|elif|elsif|while|unless|until|when|guard|return|assert|filter|where|case|and|or|for)\b|&&|\|\||[?]|=)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(line), decision);
}

bool isBroken(std::string_view line)
{
    static const RE2 types(R"(^\s*(?:template|typename|class|interface|import|#include|type)\b|<\w+>\s*\w+\s*[;({])",
                           patternOptions());
    return RE2::PartialMatch(pieceOf(line), types);
}

/// The name of a switch that keeps people or data safe, and goes off: "enableCsrf = true" becomes false. Empty: it is another.
std::string protectionOff(const Flipped &flipped, std::string_view line)
{
    static const RE2 protection(
        R"(([\w.-]*(?i:csrf|xsrf|verif|secure|auth(?:enti|ori|_)|enable_?auth|permission|escap(?:e|ing)|sandbox|strict|saniti[sz]|)"
        R"(encrypt|http_?only)[\w-]*)["'\]]*\s*(?::\s*\w+\s*)?(?:[=:(,]|:=|=>)\s*["']?(?i:false|no)\b)",
        patternOptions());
    static const RE2 negative(R"((?i)disable|skip|ignore|bypass|allow|insecure|without|(?:^|[._-])(?:no|not|un)[._-]?|unverif)",
                              patternOptions());
    std::string name;
    if (flipped.flip != Flip::Boolean || (flipped.before != "true" && flipped.before != "True" && flipped.before != "TRUE")
        || !RE2::PartialMatch(pieceOf(line), protection, &name) || RE2::PartialMatch(name, negative))
        return {};
    return name;
}

struct TestWords {
    explicit TestWords(const ChangeContext &context)
    {
        constexpr std::size_t most = 20'000;
        for (const FileChange &file : context.files) {
            if (file.fileClass != FileClass::Test)
                continue;
            hasTests = true;
            for (const Row &row : file.rows.rows) {
                if (row.right == noLine || row.kind == RowKind::Equal || row.kind == RowKind::MovedTo)
                    continue;
                for (const std::string_view word : identifiersIn(file.newText.line(row.right))) {
                    if (words.size() < most)
                        words.emplace(word);
                }
            }
        }
    }

    bool hasTests = false;
    std::set<std::string, std::less<>> words; ///< in changed lines of tests
};

/// CFG-03: one token changed, and with it the meaning.
class FlippedTokens final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "CFG-03"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Code && file.file().fileClass != FileClass::Migration)
            return found;
        for (const Row &row : pairsOf(file)) {
            const LineNumber line = row.right;
            const std::string_view before = file.text(Side::Old).line(row.left);
            const std::string_view after = file.text(Side::New).line(line);
            if (before.size() > longestCodeLine || after.size() > longestCodeLine || before.size() > after.size() + 12
                || after.size() > before.size() + 12)
                continue;
            const Flipped flipped = flippedToken(before, after);
            if (flipped.flip == Flip::None || isBroken(after) || (flipped.flip != Flip::Width && !decides(after))
                || !isCode(file, row, after))
                continue;
            if (found.size() < mostFindings)
                found.push_back(say(file, context, row, flipped));
            else if (found.back().evidence.size() < mostEvidence)
                found.back().evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Also in line %1"),
                                                   std::vector{std::to_string(line)});
        }
        return found;
    }

private:
    /// Lines that became another one, and lines that changed places with another and so face it: "a = true" and "a = false" of
    /// the two branches of a condition that stays as it was.
    static std::vector<Row> pairsOf(const FileContext &file)
    {
        std::vector<Row> pairs;
        const auto &rows = file.file().rows.rows;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].kind == RowKind::Changed) {
                pairs.push_back(rows[i]);
            } else if (i + 1 < rows.size() && rows[i].kind == RowKind::MovedFrom && rows[i + 1].kind == RowKind::MovedTo
                       && (i == 0 || rows[i - 1].kind != RowKind::MovedFrom)
                       && (i + 2 == rows.size() || rows[i + 2].kind != RowKind::MovedTo)) {
                Row pair = rows[i + 1];
                pair.left = rows[i].left;
                const LineNumber header = enclosingHeader(file.text(Side::New), pair.right);
                if (header != noLine && file.rowOf(Side::New, header).kind == RowKind::Equal)
                    pairs.push_back(pair);
            }
        }
        return pairs;
    }

    /// The first place in which the lines differ stands in code.
    static bool isCode(FileContext &file, const Row &row, std::string_view after)
    {
        if (bareCode(file.text(Side::Old).line(row.left), file.path(Side::Old)) == bareCode(after, file.path(Side::New)))
            return false;
        const std::string_view before = file.text(Side::Old).line(row.left);
        const auto at = static_cast<std::size_t>(std::ranges::mismatch(before, after).in2 - after.begin());
        const std::size_t column = std::min(at, after.size() - 1);
        return !after.empty() && file.scopeAt(Side::New, row.right, column) == syntax::Scope::Code;
    }

    [[nodiscard]] Finding say(const FileContext &file, const ChangeContext &context, const Row &row, const Flipped &flipped) const
    {
        const auto &tests = context.facts<TestWords>();
        const bool isCondition =
            flipped.flip == Flip::Comparison || flipped.flip == Flip::Logic || flipped.flip == Flip::Negation;
        const std::string before = flipped.before.empty() ? std::string("—") : flipped.before;
        const std::string after = flipped.after.empty() ? std::string("—") : flipped.after;
        const std::string protection = protectionOff(flipped, file.text(Side::New).line(row.right));
        const bool isLesser = (flipped.flip == Flip::Boolean && protection.empty()) || flipped.flip == Flip::Width;
        Finding finding = makeFinding(
            {rule(), isLesser ? Severity::Medium : Severity::High,
             isCondition ? Message(QT_TRANSLATE_NOOP("app", "A condition was turned: %1 became %2"), {before, after})
                 : flipped.flip == Flip::Unit
                 ? Message(QT_TRANSLATE_NOOP("app", "The unit changed, the number did not: %1 became %2"), {before, after})
                 : flipped.flip == Flip::Width
                 ? Message(QT_TRANSLATE_NOOP("app", "Large numbers no longer fit: %1 became %2"), {before, after})
                 : !protection.empty()
                 ? Message(QT_TRANSLATE_NOOP("app", "A protection is switched off: %1"), {shownMatch(protection)})
                 : Message(QT_TRANSLATE_NOOP("app", "One word turns the meaning: %1 became %2"), {before, after}),
             Message(QT_TRANSLATE_NOOP("app", "It is one token, easily overlooked, and from here on other cases take this way.")),
             Message(QT_TRANSLATE_NOOP("app", "Which inputs are treated otherwise now? Try the ones at the edge."))},
            file, {Side::New, row.right, row.right});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"),
                                      std::vector{shownLine(file.text(Side::Old).line(row.left))});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Now: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(row.right))});
        lowerForContext(finding, file, context, row, tests, !protection.empty());
        return finding;
    }

    static void lowerForContext(Finding &finding, const FileContext &file, const ChangeContext &context, const Row &row,
                                const TestWords &tests, bool isProtective)
    {
        static const RE2 meant(
            R"((?i)\b(?:fix(?:es|ed)?|bug|invert\w*|revers\w*|flip\w*|off[- ]by[- ]one|wrong|incorrect\w*|condition|comparison|negat\w*|logic|correct\w*|boundar\w*|regression|unit|toggle\w*|enable\w*|disable\w*|default)\b)",
            patternOptions());
        const Text &text = file.text(Side::New);
        const LineNumber around = enclosingDefinition(text, row.right);
        const bool isTested = around != noLine && tests.words.contains(definedName(text.line(around)));
        if (!isProtective && tests.hasTests)
            lowerBy(finding, isTested ? 2 : 1,
                    isTested ? Message(QT_TRANSLATE_NOOP("app", "Tests of this change name the function."))
                             : Message(QT_TRANSLATE_NOOP("app", "The change brings tests.")));
        if (isWayOutBelow(text, row.right) != isWayOutBelow(file.text(Side::Old), row.left))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "Its branches changed places with it.")));
        if (RE2::PartialMatch(context.change.title, meant))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "The title speaks of a correction.")));
        if (isSamplePath(file.path(Side::New)))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The path names seed or sample data.")));
    }
};

} // namespace

std::unique_ptr<Detector> makeFlippedTokens()
{
    return std::make_unique<FlippedTokens>();
}

} // namespace countersign::risk
