// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"

#include "core/SafeText.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace countersign::risk
{

namespace
{

struct LookAlike {
    char32_t character;
    char ascii;
};

/// Letters that common fonts draw like a letter of ASCII: the single-character rows of Unicode's confusables.txt (UTS #39)
/// for Cyrillic, Greek, Armenian, Cherokee and Latin extensions.
constexpr auto lookAlikes = std::to_array<LookAlike>({
    {0x0131, 'i'}, {0x017F, 'f'}, {0x01C0, 'l'}, {0x0251, 'a'}, {0x0261, 'g'}, {0x0269, 'i'}, {0x026A, 'i'}, {0x028B, 'u'},
    {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'}, {0x0399, 'I'}, {0x039A, 'K'}, {0x039C, 'M'},
    {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A5, 'Y'}, {0x03A7, 'X'}, {0x03B1, 'a'}, {0x03B3, 'y'},
    {0x03B9, 'i'}, {0x03BD, 'v'}, {0x03BF, 'o'}, {0x03C1, 'p'}, {0x03C3, 'o'}, {0x03C5, 'u'}, {0x03F2, 'c'}, {0x03F3, 'j'},
    {0x0405, 'S'}, {0x0406, 'I'}, {0x0408, 'J'}, {0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'}, {0x041A, 'K'}, {0x041C, 'M'},
    {0x041D, 'H'}, {0x041E, 'O'}, {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'}, {0x0425, 'X'}, {0x0430, 'a'}, {0x0435, 'e'},
    {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'}, {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'},
    {0x04AE, 'Y'}, {0x04AF, 'y'}, {0x04BB, 'h'}, {0x04C0, 'I'}, {0x04CF, 'l'}, {0x0501, 'd'}, {0x051B, 'q'}, {0x051D, 'w'},
    {0x0555, 'O'}, {0x0561, 'w'}, {0x0563, 'q'}, {0x0566, 'q'}, {0x0570, 'h'}, {0x0578, 'n'}, {0x057D, 'u'}, {0x0581, 'g'},
    {0x0585, 'o'}, {0x13A0, 'D'}, {0x13A1, 'R'}, {0x13A2, 'T'}, {0x13AA, 'A'}, {0x13AB, 'J'}, {0x13AC, 'E'}, {0x13B3, 'W'},
    {0x13B7, 'M'}, {0x13BB, 'H'}, {0x13C3, 'Z'}, {0x13CF, 'b'}, {0x13D9, 'V'}, {0x13DA, 'S'}, {0x13DE, 'L'}, {0x13DF, 'C'},
    {0x13E2, 'P'}, {0x13E6, 'K'}, {0x1D00, 'a'}, {0x1D04, 'c'}, {0x1D0F, 'o'}, {0x1D1C, 'u'}, {0x1D20, 'v'}, {0x1D21, 'w'},
    {0x1D22, 'z'}, {0x212A, 'K'}, {0x2170, 'i'}, {0x217C, 'l'}, {0x217D, 'c'}, {0x217E, 'd'},
});
static_assert(std::ranges::is_sorted(lookAlikes, {}, &LookAlike::character));

std::optional<char> asciiOf(char32_t character)
{
    if (character >= 0xFF21 && character <= 0xFF5A) { // full width
        const auto offset = static_cast<char>(character - 0xFF21);
        return static_cast<char>('A' + offset);
    }
    if (character >= 0x1D400 && character <= 0x1D6A3) // mathematical alphabets, 52 letters each
        return static_cast<char>((character - 0x1D400) % 52 < 26 ? 'A' + (character - 0x1D400) % 52
                                                                 : 'a' + (character - 0x1D400) % 52 - 26);
    const auto found = std::ranges::lower_bound(lookAlikes, character, {}, &LookAlike::character);
    return found != lookAlikes.end() && found->character == character ? std::optional(found->ascii) : std::nullopt;
}

struct Reading {
    std::string skeleton; ///< what it looks like in ASCII
    bool hasAscii = false; ///< some letter is
    bool hasLookAlike = false;
};

/// How a reader reads the word; nothing: some letter looks like none of ASCII.
std::optional<Reading> readingOf(std::string_view word)
{
    Reading reading;
    for (std::size_t i = 0; i < word.size();) {
        const char32_t codePoint = nextCodePoint(word, i);
        if (codePoint < 0x80) {
            reading.skeleton += static_cast<char>(codePoint);
            reading.hasAscii |= codePoint >= 'A' && codePoint != '_';
            continue;
        }
        const auto ascii = asciiOf(codePoint);
        if (!ascii)
            return std::nullopt;
        reading.skeleton += *ascii;
        reading.hasLookAlike = true;
    }
    return reading;
}

bool hasHighByte(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Identifiers of ASCII in the whole change, those of the files that are looked at.
struct PlainNames {
    explicit PlainNames(const ChangeContext &context)
    {
        for (const FileChange &file : context.files) {
            for (const Text *text : {&file.oldText, &file.newText})
                collect(*text);
        }
    }

    std::set<std::string, std::less<>> names;

private:
    void collect(const Text &text)
    {
        constexpr std::size_t most = 200'000;
        constexpr LineNumber mostLines = 20'000;
        for (LineNumber line = 1; line <= std::min(text.lineCount(), mostLines) && names.size() < most; ++line) {
            for (const std::string_view word : identifiersIn(text.line(line))) {
                if (!hasHighByte(word))
                    names.emplace(word);
            }
        }
    }
};

/// UNI-03: a name that looks like another one and is not.
class Confusables final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "UNI-03"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        const FileClass fileClass = file.file().fileClass;
        if (!isHandWritten(fileClass) || fileClass == FileClass::AgentInstructions)
            return found;
        std::set<std::string> said;
        for (const LineNumber line : file.changedLines(Side::New)) {
            const std::string_view content = file.text(Side::New).line(line).substr(0, longestCodeLine);
            if (!hasHighByte(content))
                continue;
            for (const std::string_view word : identifiersIn(content)) {
                if (hasHighByte(word) && !said.contains(std::string(word)))
                    inspect(file, context, line, word, said, found);
            }
        }
        return found;
    }

private:
    void inspect(FileContext &file, const ChangeContext &context, LineNumber line, std::string_view word,
                 std::set<std::string> &said, std::vector<Finding> &found) const
    {
        constexpr std::size_t shortest = 3;
        const auto reading = readingOf(word);
        if (!reading || !reading->hasLookAlike || reading->skeleton.size() < shortest || !isCode(file, line, word)
            || stoodBefore(file, word))
            return;
        const bool hasTwin = context.facts<PlainNames>().names.contains(reading->skeleton);
        if (!hasTwin && !reading->hasAscii)
            return; // a word of another script
        said.emplace(word);
        Finding finding = makeFinding(
            {rule(), hasTwin ? Severity::High : Severity::Medium,
             hasTwin ? Message(QT_TRANSLATE_NOOP("app", "Looks like “%1” and is another name"), {shownMatch(reading->skeleton)})
                     : Message(QT_TRANSLATE_NOOP("app", "Letters of two scripts in one name: it reads “%1”"),
                               {shownMatch(reading->skeleton)}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "A reader takes the two for one; the compiler does not, so other code runs than is seen.")),
             Message(QT_TRANSLATE_NOOP("app", "Write it in plain letters. Who brought it in, and from where?"))},
            file, {Side::New, line, line});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Its letters: %1"), std::vector{codePointsOf(word)});
        found.push_back(std::move(finding));
    }

    static bool isCode(FileContext &file, LineNumber line, std::string_view word)
    {
        const std::string_view content = file.text(Side::New).line(line);
        const auto column = static_cast<std::uint32_t>(word.data() - content.data());
        return file.mask(Side::New).at(line, column) == syntax::Scope::Code;
    }

    static bool stoodBefore(const FileContext &file, std::string_view word) { return file.text(Side::Old).contains(word); }

    static std::string codePointsOf(std::string_view word)
    {
        constexpr std::size_t most = 40;
        constexpr std::string_view digits = "0123456789ABCDEF";
        std::string out;
        for (std::size_t i = 0; i < std::min(word.size(), most);) {
            const char32_t codePoint = nextCodePoint(word, i);
            if (codePoint < 0x80) {
                out += static_cast<char>(codePoint);
                continue;
            }
            std::string hex;
            for (char32_t rest = codePoint; rest != 0 || hex.size() < 4; rest /= 16)
                hex.insert(hex.begin(), digits[rest % 16]);
            out += "[U+" + hex + "]";
        }
        return out;
    }
};

} // namespace

std::unique_ptr<Detector> makeConfusables()
{
    return std::make_unique<Confusables>();
}

} // namespace countersign::risk
