// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"

#include "core/SafeText.h"
#include "risk/Draft.h"

#include <algorithm>
#include <format>
#include <map>
#include <string>

namespace countersign::risk
{

namespace
{

constexpr std::size_t shownKinds = 4;
constexpr std::size_t hiddenCharacters = 200; ///< of a decoded text
constexpr std::size_t fewestHidden = 3; ///< printable characters that make a hidden text

bool isBetween(char32_t c, char32_t first, char32_t last)
{
    return c >= first && c <= last;
}

/// Embeddings, overrides and isolates reorder what follows; marks only what touches them.
bool reorders(char32_t c)
{
    return isBetween(c, 0x202A, 0x202E) || isBetween(c, 0x2066, 0x2069);
}

bool isDirectionMark(char32_t c)
{
    return c == 0x200E || c == 0x200F || c == 0x061C;
}

bool isRightToLeft(char32_t c)
{
    return (isBetween(c, 0x0590, 0x08FF) && c != 0x061C) || isBetween(c, 0xFB1D, 0xFDFF) || isBetween(c, 0xFE70, 0xFEFC)
        || isBetween(c, 0x10800, 0x10FFF) || isBetween(c, 0x1E800, 0x1EFFF);
}

bool isTag(char32_t c)
{
    return isBetween(c, 0xE0000, 0xE007F);
}

bool isVariationSelector(char32_t c)
{
    return isBetween(c, 0xFE00, 0xFE0F) || isBetween(c, 0xE0100, 0xE01EF);
}

bool isJoiner(char32_t c)
{
    return c == 0x200C || c == 0x200D;
}

bool isZeroWidth(char32_t c)
{
    return c == 0x200B || isJoiner(c) || isBetween(c, 0x2060, 0x2064) || c == 0xFEFF || c == 0x180E;
}

bool isFiller(char32_t c)
{
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
}

/// Scripts and pictures in which a joiner has a meaning.
bool takesJoiners(char32_t c)
{
    return isBetween(c, 0x0600, 0x109F) || isBetween(c, 0x1780, 0x18AF) || isBetween(c, 0x2190, 0x2BFF)
        || isBetween(c, 0x1F000, 0x1FAFF) || isVariationSelector(c);
}

std::u32string codePoints(std::string_view line)
{
    std::u32string out;
    for (std::size_t at = 0; at < line.size();)
        out += nextCodePoint(line, at);
    return out;
}

/// "U+202E, U+2066 (3 times)".
std::string listed(const std::map<char32_t, int> &counts)
{
    std::string out;
    std::size_t shown = 0;
    for (const auto &[c, count] : counts) {
        if (shown++ == shownKinds)
            return out + ", …";
        out += (out.empty() ? "" : ", ") + std::format("U+{:04X}", static_cast<std::uint32_t>(c));
        if (count > 1)
            out += std::format(" ×{}", count);
    }
    return out;
}

using Counts = std::map<char32_t, int>;

/// What @p line holds that its former self (where it has one) did not.
template<class CountsOf>
Counts newcomers(const FileContext &file, LineNumber line, CountsOf countsOf)
{
    const std::string_view text = file.text(Side::New).line(line);
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return {};
    Counts counts = countsOf(text, line == 1);
    const Row &row = file.rowOf(Side::New, line);
    if (counts.empty() || row.left == noLine)
        return counts;
    for (const auto &[c, count] : countsOf(file.text(Side::Old).line(row.left), row.left == 1)) {
        if (const auto same = counts.find(c); same != counts.end() && (same->second -= count) <= 0)
            counts.erase(same);
    }
    return counts;
}

/// Most lines are, and hide nothing.
bool isAscii(std::string_view line)
{
    return std::ranges::none_of(line, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

Counts directionControls(std::string_view line, bool)
{
    Counts counts;
    for (const char32_t c : codePoints(line)) {
        if (reorders(c) || isDirectionMark(c))
            ++counts[c];
    }
    return counts;
}

/// UNI-01: characters that show the line in another order than the machine reads it.
class DirectionControls final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "UNI-01"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        for (const LineNumber line : file.changedLines(Side::New)) {
            if (isAscii(file.text(Side::New).line(line)))
                continue;
            const Counts counts = newcomers(file, line, directionControls);
            if (!counts.empty())
                found.push_back(say(file, line, counts));
        }
        return found;
    }

private:
    [[nodiscard]] Finding say(const FileContext &file, LineNumber line, const Counts &counts) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::Critical,
             Message(QT_TRANSLATE_NOOP("app", "Characters that reorder the text: %1"), {listed(counts)}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "The line is shown in another order than the machine reads it, so a reviewer sees other code.")),
             Message(
                 QT_TRANSLATE_NOOP("app", "Read the line with the escapes shown here. Does anything right-to-left need them?"))},
            file, {Side::New, line, line});
        const std::string_view text = file.text(Side::New).line(line);
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Added: %1"), std::vector{shownLine(text)});
        const bool onlyMarks = std::ranges::none_of(counts, [](const auto &one) { return reorders(one.first); });
        const bool hasScript = std::ranges::any_of(codePoints(text), isRightToLeft);
        if (file.file().fileClass == FileClass::Translation && hasScript)
            lowerTo(finding, Severity::Low,
                    Message(QT_TRANSLATE_NOOP("app", "It is a translation into a right-to-left script.")));
        else if (file.file().fileClass == FileClass::Documentation && hasScript)
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "It is text in a right-to-left script.")));
        else if (onlyMarks)
            lowerTo(finding, Severity::Medium,
                    Message(QT_TRANSLATE_NOOP("app", "They are marks, which move only what touches them.")));
        return finding;
    }
};

/// One line's invisible characters, and what they spell.
struct Invisible {
    Counts counts;
    std::string hidden;
};

/// A flag of a region is written as a black flag and tags up to U+E007F.
std::size_t endOfFlag(const std::u32string &text, std::size_t at)
{
    if (text[at] != 0x1F3F4)
        return at;
    std::size_t end = at + 1;
    while (end < text.size() && isTag(text[end]) && text[end] != 0xE007F)
        ++end;
    const bool isFlag = end > at + 1 && end < at + 9 && end < text.size() && text[end] == 0xE007F;
    return isFlag ? end : at;
}

Invisible invisibleIn(std::string_view line, bool isFirst)
{
    Invisible found;
    const std::u32string text = codePoints(line);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const std::size_t end = endOfFlag(text, i); end != i) {
            i = end;
            continue;
        }
        const char32_t c = text[i];
        const char32_t before = i > 0 ? text[i - 1] : U'\0';
        const char32_t after = i + 1 < text.size() ? text[i + 1] : U'\0';
        const bool inRun = isVariationSelector(c) && (isVariationSelector(before) || isVariationSelector(after));
        const bool isByteOrderMark = c == 0xFEFF && isFirst && i == 0;
        const bool hasMeaning = isJoiner(c) && takesJoiners(before) && (takesJoiners(after) || after < 0x80);
        if (isTag(c) || inRun || isFiller(c) || (isZeroWidth(c) && !isByteOrderMark && !hasMeaning))
            ++found.counts[c];
        char32_t spelt = U'\0';
        if (isTag(c))
            spelt = c - 0xE0000;
        else if (inRun)
            spelt = c >= 0xE0100 ? c - 0xE0100 + 16 : c - 0xFE00;
        if (isBetween(spelt, 0x20, 0x7E) && found.hidden.size() < hiddenCharacters)
            found.hidden += static_cast<char>(spelt);
    }
    return found;
}

/// UNI-02: what is in the text and nobody sees.
class InvisibleCharacters final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "UNI-02"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        const bool isProse = file.file().fileClass == FileClass::Documentation || file.file().fileClass == FileClass::Translation;
        for (const LineNumber line : file.changedLines(Side::New)) {
            if (isAscii(file.text(Side::New).line(line)))
                continue;
            Counts counts =
                newcomers(file, line, [](std::string_view text, bool isFirst) { return invisibleIn(text, isFirst).counts; });
            if (isProse) // typesetting uses the others there
                std::erase_if(counts, [](const auto &one) { return !isTag(one.first) && !isVariationSelector(one.first); });
            if (!counts.empty())
                found.push_back(say(file, line, counts));
        }
        return found;
    }

private:
    [[nodiscard]] Finding say(const FileContext &file, LineNumber line, const Counts &counts) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::Critical, Message(QT_TRANSLATE_NOOP("app", "Invisible characters: %1"), {listed(counts)}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "A machine, or an AI agent, reads what no reviewer sees: other names, or hidden instructions.")),
             Message(QT_TRANSLATE_NOOP("app", "Does the line need them? If not, have it typed anew."))},
            file, {Side::New, line, line});
        const std::string_view text = file.text(Side::New).line(line);
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Added: %1"), std::vector{shownLine(text)});
        const std::string hidden = invisibleIn(text, line == 1).hidden;
        if (hidden.size() >= fewestHidden)
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Hidden text: %1"), std::vector{safeText(hidden)});
        else if (file.file().fileClass == FileClass::Test)
            lowerTo(finding, Severity::Medium, Message(QT_TRANSLATE_NOOP("app", "It is a test, which may need them as data.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeDirectionControls()
{
    return std::make_unique<DirectionControls>();
}

std::unique_ptr<Detector> makeInvisibleCharacters()
{
    return std::make_unique<InvisibleCharacters>();
}

} // namespace countersign::risk
