// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextPairs.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace countersign::test
{

namespace
{

/// Random numbers that are the same with every standard library.
class Dice
{
public:
    explicit Dice(std::uint32_t seed)
        : m_engine(seed)
    {
    }
    /// 0 to @p sides - 1.
    std::size_t roll(std::size_t sides) { return m_engine() % sides; }

private:
    std::mt19937 m_engine;
};

using Lines = std::vector<std::string>;

std::string joined(const Lines &lines)
{
    std::string bytes;
    for (const std::string &line : lines)
        bytes += line;
    return bytes;
}

std::string repeated(std::string_view text, std::size_t times)
{
    std::string bytes;
    for (std::size_t i = 0; i < times; ++i)
        bytes += text;
    return bytes;
}

std::string randomBytes(Dice &dice)
{
    static constexpr std::array<std::string_view, 22> pieces{"\n",
                                                             "\n",
                                                             "\r\n",
                                                             "\r",
                                                             "a",
                                                             "b",
                                                             "ab",
                                                             " ",
                                                             "\t",
                                                             "{",
                                                             "é",
                                                             "e\xCC\x81",
                                                             "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB",
                                                             "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA",
                                                             "\xFF",
                                                             "\xC3",
                                                             "\xE2\x82",
                                                             "\xED\xA0\x80",
                                                             "\xEF\xBB\xBF",
                                                             "漢字",
                                                             "_1",
                                                             "ज्ञ"};
    std::string bytes;
    for (std::size_t left = dice.roll(60); left > 0; --left) {
        bytes += pieces[dice.roll(pieces.size())];
        if (dice.roll(40) == 0)
            bytes += '\0';
    }
    return bytes;
}

std::string codeLine(Dice &dice)
{
    static constexpr std::array<std::string_view, 14> shapes{"}\n",
                                                             "}\n",
                                                             "\n",
                                                             "{\n",
                                                             "return value;\n",
                                                             "if (x == 1) {\n",
                                                             "call(argument, other);\n",
                                                             "// what follows is known\n",
                                                             "const auto result = compute(alpha, beta, gamma);\n",
                                                             "for (const auto &item : items)\n",
                                                             "throw std::runtime_error(\"größer\");\n",
                                                             "x\n",
                                                             "else\n",
                                                             "int counter = 0;\r\n"};
    std::string line(dice.roll(4) * 4, ' ');
    line += shapes[dice.roll(shapes.size())];
    if (dice.roll(3) == 0)
        line.insert(line.find_first_of("\r\n"), " // " + std::to_string(dice.roll(50)));
    return line;
}

Lines codeLines(Dice &dice)
{
    Lines lines(dice.roll(4) == 0 ? dice.roll(300) : dice.roll(25));
    std::ranges::generate(lines, [&] { return codeLine(dice); });
    if (!lines.empty() && dice.roll(4) == 0)
        lines.back().pop_back();
    return lines;
}

Lines alphabetLines(Dice &dice)
{
    const std::size_t letters = 1 + dice.roll(4);
    Lines lines(dice.roll(40));
    std::ranges::generate(lines, [&] { return std::string(1, static_cast<char>('a' + dice.roll(letters))) + "\n"; });
    return lines;
}

void edit(Lines &lines, Dice &dice)
{
    if (lines.empty()) {
        lines.push_back(codeLine(dice));
        return;
    }
    const std::size_t first = dice.roll(lines.size());
    const std::size_t count = std::min(1 + dice.roll(8), lines.size() - first);
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(count);
    switch (dice.roll(10)) {
    case 0:
        lines.erase(begin, end);
        break;
    case 1:
        for (std::size_t i = 0; i < count; ++i)
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(first), codeLine(dice));
        break;
    case 2: { // move a block
        const Lines block(begin, end);
        lines.erase(begin, end);
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(dice.roll(lines.size() + 1)), block.begin(), block.end());
        break;
    }
    case 3: // indent
        std::for_each(begin, end, [](std::string &line) { line.insert(0, "    "); });
        break;
    case 4: { // change a byte somewhere
        std::string &line = lines[first];
        if (!line.empty())
            line[dice.roll(line.size())] = static_cast<char>('a' + dice.roll(26));
        break;
    }
    case 5: // change a word
        lines[first].insert(lines[first].find_last_not_of("\r\n") + 1, " more");
        break;
    case 7: // other line ends
        std::for_each(begin, end, [](std::string &line) {
            if (line.ends_with('\n'))
                line.insert(line.size() - 1, line.ends_with("\r\n") ? "" : "\r");
        });
        break;
    case 8: { // white space somewhere
        static constexpr std::array<std::string_view, 5> spaces{" ", "\t", "  ", "\r", "\n"};
        std::for_each(begin, end, [&dice](std::string &line) {
            const std::size_t at = dice.roll(4) == 0 ? dice.roll(line.size() + 1) : std::min(line.find(' '), line.size() - 1);
            if (!line.empty())
                line.insert(std::min(at, line.size()), spaces[dice.roll(spaces.size())]);
        });
        break;
    }
    case 9: // blank lines
        lines.insert(begin, 1 + dice.roll(2), dice.roll(3) == 0 ? " \n" : "\n");
        break;
    case 6: { // say a block again
        const Lines block(begin, end);
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(dice.roll(lines.size() + 1)), block.begin(), block.end());
        break;
    }
    }
}

std::string numbered(std::size_t count, std::string_view prefix, std::size_t step)
{
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i)
        bytes += (i % step == 0 ? std::string(prefix) : std::string("line ")) + std::to_string(i) + "\n";
    return bytes;
}

} // namespace

std::vector<TextPair> awkwardPairs()
{
    using namespace std::string_literals;
    const std::string five(5'000'000, 'x');
    std::string crossing;
    std::string crossed;
    for (int i = 0; i < 2'000; ++i) {
        crossing += "a rather long line number " + std::to_string(i) + "\n";
        crossed = "a rather long line number " + std::to_string(i) + "\n" + crossed;
    }
    return {
        {"both empty", "", ""},
        {"from empty", "", "a\nb\n"},
        {"from empty without newline", "", "a"},
        {"only a newline", "", "\n"},
        {"newline added at the end", "a\nb", "a\nb\n"},
        {"newline added and line appended", "a\nb", "a\nb\nc"},
        {"only white space at the end", "a\n", "a \n"},
        {"CRLF to LF", repeated("one\r\ntwo\r\n", 50), repeated("one\ntwo\n", 50)},
        {"CRLF to LF with edits", numbered(500, "l\r", 3), numbered(510, "l", 3)},
        {"CR only", "a\rb\rc", "a\rx\rc"},
        {"CR at the end without newline", "a\r", "a\r\n"},
        {"NUL bytes", "a\0b\nc\n"s, "a\0d\nc\n"s},
        {"invalid UTF-8", "x \xFF\xFE y\n\xC3\n", "x \xFE\xFF y\n\xC3\xA9\n"},
        {"byte order mark added", "int a;\n", "\xEF\xBB\xBFint a;\n"},
        {"combining mark changed", "cafe\xCC\x81 x\n", "cafe\xCC\x80 x\n"},
        {"combining mark on a sign", "a-\xCC\x81-b\n",
         "a--\xCC\x81"
         "b\n"},
        {"joined emoji changed", "hi \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB!\n",
         "hi \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x92\xBB!\n"},
        {"flags", "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA x\n", "\xF0\x9F\x87\xA9\xF0\x9F\x87\xB0 x\n"},
        {"one line of five million bytes", five + "\n", five + "y\n"},
        {"five million bytes to a short line", five, "short"},
        {"five million bytes of signs", repeated("+-", 2'500'000), repeated("-+", 2'500'000) + "\n"},
        {"long line of words", repeated("word ", 3'000) + "\n",
         repeated("word ", 1'500) + "x " + repeated("word ", 1'500) + "\n"},
        {"many tokens in one line", repeated("a,b;", 2'000) + "\n", repeated("b;a,", 2'000) + "\n"},
        {"hundred thousand small hunks", numbered(200'000, "old ", 2), numbered(200'000, "new ", 2)},
        {"all lines the same", repeated("same\n", 5'000), repeated("same\n", 7'000)},
        {"all lines the same but one", repeated("same\n", 5'000),
         repeated("same\n", 2'500) + "other\n" + repeated("same\n", 2'500)},
        {"two letters, no order", repeated("a\nb\nb\na\nb\n", 4'000), repeated("b\na\na\nb\na\n", 4'000)},
        {"upside down", crossing, crossed},
        {"nothing in common", numbered(3'000, "old ", 1), numbered(2'500, "other ", 1)},
        {"only blank lines", repeated("\n", 100), repeated(" \n", 90)},
        {"blocks swapped", numbered(40, "alpha block text ", 1) + numbered(40, "beta block text ", 1),
         numbered(40, "beta block text ", 1) + numbered(40, "alpha block text ", 1)},
    };
}

TextPair randomPair(std::uint32_t seed)
{
    Dice dice(seed);
    TextPair pair{"seed " + std::to_string(seed), {}, {}};
    switch (dice.roll(4)) {
    case 0:
        pair.oldBytes = randomBytes(dice);
        pair.newBytes = randomBytes(dice);
        if (dice.roll(2) == 0) {
            pair.newBytes = pair.oldBytes;
            pair.newBytes.insert(dice.roll(pair.newBytes.size() + 1), randomBytes(dice).substr(0, 1 + dice.roll(4)));
        }
        return pair;
    case 1:
        pair.oldBytes = joined(alphabetLines(dice));
        pair.newBytes = joined(alphabetLines(dice));
        return pair;
    default: {
        Lines lines = codeLines(dice);
        pair.oldBytes = joined(lines);
        for (std::size_t edits = dice.roll(8); edits > 0; --edits)
            edit(lines, dice);
        pair.newBytes = joined(lines);
        return pair;
    }
    }
}

} // namespace countersign::test
