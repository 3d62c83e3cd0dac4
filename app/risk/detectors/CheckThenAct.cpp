// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "CodeLine.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/LiteralScanner.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace countersign::risk
{

namespace
{

/// A call that looks and writes in one step: on what, and its name.
struct AtomicStep {
    std::string receiver;
    std::string call; ///< empty: the line has none
};

AtomicStep atomicStep(std::string_view line)
{
    static const RE2 step(
        R"((?:\.|->|::)((?:TryAdd|GetOrAdd|AddOrUpdate|putIfAbsent|computeIfAbsent|LoadOrStore|LoadAndDelete|compareAndSet|)"
        R"(compareAndExchange\w*|CompareAndSwap\w*|CompareExchange|get_or_create|update_or_create|setdefault|getAndSet|)"
        R"(find_or_create_by!?|firstOrCreate|updateOrCreate|getOrPut|insert_if_absent|try_emplace))\s*[(<{])",
        patternOptions());
    static const LiteralScanner sieve({"tryadd", "getoradd", "addorupdate", "ifabsent", "loador", "loadand", "compareand",
                                       "exchange", "get_or_create", "update_or_create", "setdefault", "getandset",
                                       "find_or_create_by", "firstorcreate", "updateorcreate", "getorput", "if_absent",
                                       "try_emplace"});
    AtomicStep found;
    re2::StringPiece call;
    if (line.size() > longestCodeLine || !sieve.findsAny(line) || !RE2::PartialMatch(pieceOf(line), step, &call))
        return found;
    auto end = static_cast<std::size_t>(call.data() - line.data());
    while (end > 0 && !isWordByte(line[end - 1]))
        --end;
    std::size_t begin = end;
    while (begin > 0 && (isWordByte(line[begin - 1]) || std::string_view(".:>-").contains(line[begin - 1])))
        --begin;
    found.receiver = line.substr(begin, end - begin);
    if (!found.receiver.empty())
        found.call = {call.data(), call.size()};
    return found;
}

bool keepsApart(std::string_view line)
{
    static const RE2 apart(
        R"((?i)\b\w*(?:lock|mutex|synchronized|atomic|transaction|semaphore|interlocked|concurrent)\w*|on.?conflict|upsert|)"
        R"(integrityerror|unique)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(line), apart);
}

/// What follows the receiver on the line: "[key] = value;", ".containsKey(key)"; empty: it is not named.
std::string_view behind(std::string_view line, std::string_view receiver)
{
    const std::size_t at = line.find(receiver);
    const bool isWord = at != std::string_view::npos && (at == 0 || !isWordByte(line[at - 1]));
    return isWord ? line.substr(at + receiver.size()) : std::string_view();
}

bool looksUp(std::string_view line, std::string_view receiver)
{
    static const RE2 lookup(
        R"(^\s*(?:\.|->|::)(?:ContainsKey|TryGetValue|containsKey|contains|Contains|get|Get|has|Load|load|exists\w*|filter|first|)"
        R"(find\w*|where|count|isPresent)\s*[(<{])",
        patternOptions());
    const std::string_view rest = behind(line, receiver);
    const std::size_t at = line.size() - rest.size() - receiver.size();
    return !rest.empty() && (RE2::PartialMatch(pieceOf(rest), lookup) || line.substr(0, at).ends_with(" in "));
}

bool writes(std::string_view line, std::string_view receiver)
{
    static const RE2 write(
        R"(^\s*(?:\[[^\]]*\]\s*=[^=]|(?:\.|->|::)(?:put|Put|add|Add|set|Set|store|Store|insert|Insert|create|save|emplace)!?\s*[(<{]))",
        patternOptions());
    return RE2::PartialMatch(pieceOf(behind(line, receiver)), write);
}

/// Part of CON-01: one step that looks and writes became two. The rest: resources/rules/concurrency.toml.
class CheckThenAct final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "CON-01"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        if (file.file().fileClass != FileClass::Code)
            return found;
        const auto &rows = file.file().rows.rows;
        LineNumber said = noLine;
        for (const LineNumber line : file.changedLines(Side::Old)) {
            const AtomicStep step = atomicStep(file.text(Side::Old).line(line));
            if (step.call.empty())
                continue;
            const auto at = static_cast<std::size_t>(&file.rowOf(Side::Old, line) - rows.data());
            const std::size_t first = at > above ? at - above : 0;
            const LineNumber write =
                twoSteps(file, std::span(rows).subspan(first, std::min(rows.size(), at + below) - first), step);
            if (write == noLine || write == said || isKeptApart(file.text(Side::New), write)
                || !isCodeLine(file, Side::New, write))
                continue;
            found.push_back(say(file, line, write, step));
            said = write;
        }
        return found;
    }

private:
    static constexpr std::size_t above = 4; ///< rows around the old step in which the two new ones are looked for
    static constexpr std::size_t below = 16;

    /// The line that writes after another one looked; noLine: something else came.
    static LineNumber twoSteps(const FileContext &file, std::span<const Row> rows, const AtomicStep &step)
    {
        LineNumber look = noLine;
        LineNumber write = noLine;
        for (const Row &row : rows) {
            if (row.kind != RowKind::Added && row.kind != RowKind::Changed && row.kind != RowKind::MovedTo)
                continue;
            const std::string_view line = file.text(Side::New).line(row.right);
            if (line.size() > longestCodeLine || keepsApart(line) || !atomicStep(line).call.empty())
                return noLine;
            if (look == noLine && looksUp(line, step.receiver))
                look = row.right;
            if (write == noLine && look != noLine && writes(line, step.receiver))
                write = row.right;
        }
        return write;
    }

    /// A block around the line lets one in at a time.
    static bool isKeptApart(const Text &text, LineNumber line)
    {
        constexpr int deepest = 8;
        LineNumber header = enclosingHeader(text, line);
        for (int i = 0; i < deepest && header != noLine; ++i) {
            if (keepsApart(text.line(header)))
                return true;
            header = enclosingHeader(text, header);
        }
        return false;
    }

    [[nodiscard]] Finding say(const FileContext &file, LineNumber was, LineNumber now, const AtomicStep &step) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::Medium, Message(QT_TRANSLATE_NOOP("app", "One step became two: %1"), {shownMatch(step.call)}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Between the look and the write another thread or request can do the same, and one of the two is lost.")),
             Message(QT_TRANSLATE_NOOP("app", "Can two come here at once with the same key? What keeps them apart?"))},
            file, {Side::New, now, now});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"),
                                      std::vector{shownLine(file.text(Side::Old).line(was))});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Now: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(now))});
        if (isSamplePath(file.path(Side::New)))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The path names seed or sample data.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeCheckThenAct()
{
    return std::make_unique<CheckThenAct>();
}

} // namespace countersign::risk
