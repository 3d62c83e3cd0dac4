// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "WholeTests.h"

#include "Assertions.h"
#include "Words.h"

#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <cctype>
#include <unordered_set>
#include <vector>

namespace countersign::risk
{

namespace
{

constexpr std::size_t longName = 10; ///< bytes from which on a single word is telling
constexpr std::size_t shortestTelling = longName - 3; ///< bytes of a compound

bool isChange(RowKind kind)
{
    return kind == RowKind::Removed || kind == RowKind::Changed || kind == RowKind::MovedFrom;
}

/// "checkoutLineDelete", "checkout_line_delete", "CheckoutLineDelete": the same name in two languages or layers.
std::string plain(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        if (c != '_')
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return out;
}

/// The same for names that are plainly the same.
std::size_t plainDigest(std::string_view name)
{
    std::size_t digest = 14695981039346656037U; // FNV-1a
    for (const char c : name) {
        if (c != '_')
            digest = (digest ^ static_cast<std::size_t>(std::tolower(static_cast<unsigned char>(c)))) * 1099511628211U;
    }
    return digest;
}

/// A compound or a long word; "request" and "value" stand everywhere and say nothing.
bool isTelling(std::string_view name)
{
    const auto inner = name.substr(std::min<std::size_t>(1, name.size()));
    const bool isCompound = std::ranges::any_of(inner, [](char c) { return c == '_' || (c >= 'A' && c <= 'Z'); })
        && std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
    return plain(name).size() >= (isCompound ? shortestTelling : longName);
}

/// The lines of the finding, and for a whole test all of its lines.
template<class Visit>
void eachLine(const FileContext &file, const Span &span, Visit visit)
{
    constexpr LineNumber longestStatement = 12;
    const Text &text = file.text(Side::Old);
    const LineNumber last = std::max(span.last, blockEnd(text, span.last, longestStatement));
    for (LineNumber line = span.first; line <= last; ++line) {
        if (line <= span.last || file.isChanged(Side::Old, line))
            visit(text.line(line).substr(0, longestCodeLine));
    }
}

/// The name that a line at the margin defines: a function, a class, a constant. Empty: none.
std::string definedAtMargin(std::string_view line)
{
    static const RE2 constant(R"(^(?:(?:export\s+)?(?:const|let|var|val|static|final)\s+)?([A-Za-z_$][\w$]*)\s*(?::[^=]*)?=[^=])",
                              patternOptions());
    std::string name;
    if (line.empty() || !isWordByte(line.front()) || line.size() > longestCodeLine)
        return name;
    if (headsDefinition(line))
        return definedName(line);
    RE2::PartialMatch(pieceOf(line), constant, &name);
    return name;
}

/// Lines of the definitions that went from the file and that one of @p lines names.
std::vector<std::string_view> goneDefinitionsNamedIn(const std::vector<std::string_view> &lines, const FileContext &file)
{
    constexpr LineNumber longest = 60;
    constexpr std::size_t most = 400;
    std::unordered_set<std::string_view> named;
    for (const std::string_view line : lines)
        eachIdentifier(line, [&named](std::string_view name) { named.insert(name); });
    const Text &text = file.text(Side::Old);
    std::vector<std::string_view> found;
    LineNumber left = 0; // of the definition that is read
    LineNumber last = noLine;
    for (const LineNumber line : file.changedLines(Side::Old)) {
        if (line != last + 1)
            left = 0;
        last = line;
        if (const std::string name = definedAtMargin(text.line(line)); !name.empty())
            left = named.contains(name) ? longest : 0;
        if (left > 0 && found.size() < most) {
            found.push_back(text.line(line).substr(0, longestCodeLine));
            --left;
        }
    }
    return found;
}

} // namespace

WholeTests::WholeTests(const ChangeContext &context)
{
    for (const FileChange &file : context.files) {
        if (file.fileClass == FileClass::Test)
            noteTests(file);
        else if (file.delta.oldSide.exists() && isHandWritten(file.fileClass))
            noteCode(file);
    }
}

void WholeTests::noteCode(const FileChange &file)
{
    if (file.fileClass == FileClass::Code && (!file.delta.newSide.exists() || file.delta.oldSide.path != file.delta.newSide.path))
        m_goneUnits.insert(unitOf(file.delta.oldSide.path));
    std::unordered_set<std::string_view> seen;
    for (const Row &row : file.rows.rows) {
        if (!isChange(row.kind))
            continue;
        const std::string_view line = file.oldText.line(row.left);
        if (file.fileClass == FileClass::Code && headsDefinition(line)) {
            std::string name = definedName(line);
            if (!file.newText.contains(name))
                m_goneDefinitions.insert(std::move(name));
        }
        eachIdentifier(line.substr(0, longestCodeLine), [&](std::string_view name) {
            if (isTelling(name) && seen.insert(name).second)
                m_mentioned[plainDigest(name)].push_back({&file, name});
        });
    }
}

/// A file had the name, in whatever spelling, in lines that went or changed, and has it no more.
bool WholeTests::isGone(std::string_view name) const
{
    const auto mentioned = m_mentioned.find(plainDigest(name));
    if (mentioned == m_mentioned.end())
        return false;
    const std::string sought = plain(name);
    const std::scoped_lock lock(m_mutex);
    const auto [known, isNew] = m_isGone.try_emplace(sought, false);
    if (isNew) {
        known->second = std::ranges::any_of(mentioned->second, [&sought](const Mentioned &one) {
            return plain(one.name) == sought && !holdsWord(one.file->newText, one.name);
        });
    }
    return known->second;
}

void WholeTests::noteTests(const FileChange &file)
{
    for (const Row &row : file.rows.rows) {
        const bool went = row.kind == RowKind::Removed || row.kind == RowKind::Changed;
        if (went && isAssertion(file.oldText.line(row.left))
            && (row.right == noLine || !isAssertion(file.newText.line(row.right))))
            ++m_lost;
        if (row.right == noLine || row.kind == RowKind::Equal)
            continue;
        const std::string_view line = file.newText.line(row.right);
        if (row.kind != RowKind::Changed && isTestHeader(file.newText, row.right))
            m_tests.emplace(definedName(line), Place{file.path(), row.right});
        if (!isAssertion(line))
            continue;
        ++m_cameIn[folded(line)];
        if (row.kind == RowKind::Added || (row.kind == RowKind::Changed && !isAssertion(file.oldText.line(row.left)))) {
            ++m_addedIn[file.path()];
            ++m_added;
        }
    }
}

bool WholeTests::isAboutGoneCode(const FileContext &file, const Span &span) const
{
    if (m_goneUnits.contains(unitOf(file.path(Side::Old))))
        return true;
    if (m_goneDefinitions.empty())
        return false;
    const Text &text = file.text(Side::Old);
    const LineNumber test = enclosingDefinition(text, span.first);
    for (LineNumber line = test == noLine ? span.first : test; line <= span.last; ++line) {
        if (std::ranges::any_of(identifiersIn(text.line(line)),
                                [this](std::string_view name) { return m_goneDefinitions.contains(name); }))
            return true;
    }
    return false;
}

std::string WholeTests::goneNameIn(const FileContext &file, const Span &span) const
{
    std::string found;
    if (m_mentioned.empty())
        return found;
    const auto look = [&](std::string_view line) {
        for (const std::string_view name : found.empty() ? identifiersIn(line) : std::vector<std::string_view>()) {
            if (isTelling(name) && isGone(name)) {
                found = name;
                return;
            }
        }
    };
    std::vector<std::string_view> lines;
    eachLine(file, span, [&](std::string_view line) { lines.push_back(line); });
    std::ranges::for_each(lines, look);
    // Its fixtures and constants may speak of it instead, where they went as well.
    constexpr int steps = 2;
    for (int step = 0; step < steps && found.empty() && !lines.empty(); ++step) {
        lines = goneDefinitionsNamedIn(lines, file);
        std::ranges::for_each(lines, look);
    }
    return found;
}

int WholeTests::cameIn(const std::string &assertion) const
{
    const auto found = m_cameIn.find(assertion);
    return found == m_cameIn.end() ? 0 : found->second;
}

int WholeTests::addedIn(const std::string &path) const
{
    const auto found = m_addedIn.find(path);
    return found == m_addedIn.end() ? 0 : found->second;
}

std::optional<WholeTests::Place> WholeTests::placeOfTest(const std::string &name) const
{
    const auto found = m_tests.find(name);
    return found == m_tests.end() ? std::nullopt : std::optional(found->second);
}

bool announcesRemoval(const Change &change, std::string_view where)
{
    static const RE2 removal(
        R"((?i)\b(?:remov(?:e[sd]?|al|ing)|drop(?:s|ped|ping)?|delet(?:e[sd]?|ing)|deprecat(?:e[sd]?|ed|ion|ing)|replac(?:e[sd]?|ing)|retir(?:e[sd]?|ing)|end\s+support)\b)",
        patternOptions());
    static const RE2 ordinary(
        R"(^(?i:tests?|testing|remov\w*|drop\w*|delet\w*|deprecat\w*|replac\w*|with|from|into|code|file|files|unused|some|this|that|when|flaky|failing|broken|assert\w*|cases?)$)",
        patternOptions());
    constexpr std::size_t shortestWord = 4;
    const std::string title = change.title.substr(0, longestCodeLine);
    const std::string place = plain(where);
    static const RE2 revert(R"((?i)^\W*(?:\[[^\]]*\]\s*)*(?:\w+(?:\([^)]*\))?!?:\s*)?(?:revert(?:s|ed|ing)?|back\s+out)\b)",
                            patternOptions());
    if (RE2::PartialMatch(title, revert))
        return true;
    return RE2::PartialMatch(title, removal) && std::ranges::any_of(identifiersIn(title), [&place](std::string_view word) {
               const std::string name = plain(word);
               return name.size() >= shortestWord && !RE2::PartialMatch(pieceOf(word), ordinary) && place.contains(name);
           });
}

} // namespace countersign::risk
