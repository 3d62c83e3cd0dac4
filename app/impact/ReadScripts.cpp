// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FactsBuilder.h"

#include <algorithm>
#include <array>

/// Python, JavaScript and TypeScript, Ruby.
namespace countersign::impact
{

namespace
{

/// Dots in front of a relative import, then the module: "..models"; @p index moves behind it.
std::string pythonModule(const Reading &reading, std::size_t &index)
{
    std::string dots;
    for (; reading.at(index).isSign('.'); ++index)
        dots += '.';
    if (reading.at(index).isWord("import"))
        return dots;
    return dots + reading.path(index, '.');
}

void readFrom(Reading &reading, std::size_t index)
{
    const LineNumber line = reading.at(index).line;
    ++index;
    const std::string module = pythonModule(reading, index);
    if (module.empty() || !reading.at(index).isWord("import"))
        return;
    ++index;
    const bool isEnclosed = reading.at(index).isSign('(');
    index += isEnclosed ? 1U : 0U;
    if (reading.at(index).isSign('*'))
        return reading.import(module, line, "*");
    for (bool expectsName = true; index < reading.tokens.size(); ++index) {
        const Token &token = reading.tokens[index];
        if (isEnclosed ? token.isSign(')') : token.startsLine || token.isSign(';'))
            return;
        if (token.isSign(','))
            expectsName = true;
        else if (token.kind == Token::Kind::Word && expectsName) {
            reading.import(module, token.line, std::string(token.text));
            expectsName = false;
        }
    }
}

void readImport(Reading &reading, std::size_t index)
{
    const LineNumber line = reading.at(index).line;
    ++index;
    while (true) {
        reading.import(reading.path(index, '.'), line);
        if (reading.at(index).isWord("as"))
            index += 2;
        if (!reading.at(index).isSign(','))
            return;
        ++index;
    }
}

} // namespace

void readPython(Reading &reading)
{
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Token &token = reading.tokens[i];
        if (token.kind != Token::Kind::Word)
            continue;
        const bool begins = token.startsLine || (i > 0 && (reading.at(i - 1).isSign(';') || reading.at(i - 1).isSign(':')));
        const Token &next = reading.at(i + 1);
        if (begins && token.text == "from")
            readFrom(reading, i);
        else if (begins && token.text == "import")
            readImport(reading, i);
        else if ((token.text == "class" || token.text == "def") && next.kind == Token::Kind::Word)
            i == 0 || reading.isAtMargin(token) || reading.at(i - 1).isWord("async") ? reading.define(next.text)
                                                                                     : reading.member(next.text);
        else if (token.startsLine && reading.isAtMargin(token) && (next.isSign('=') || next.isSign(':')))
            reading.define(token.text);
        else if ((token.text == "import_module" || token.text == "__import__") && reading.at(i + 2).kind == Token::Kind::String)
            reading.import(std::string(reading.at(i + 2).text), token.line);
    }
}

void readJavaScript(Reading &reading)
{
    static constexpr std::array<std::string_view, 8> declarations{"function", "class",     "const", "let",
                                                                  "var",      "interface", "type",  "enum"};
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Token &token = reading.tokens[i];
        if (token.kind != Token::Kind::Word || (i > 0 && reading.tokens[i - 1].isSign('.')))
            continue;
        const Token &next = reading.at(i + 1);
        if ((token.text == "from" || token.text == "import") && next.kind == Token::Kind::String)
            reading.import(std::string(next.text), next.line);
        else if ((token.text == "require" || token.text == "import") && next.isSign('(')
                 && reading.at(i + 2).kind == Token::Kind::String && reading.at(i + 3).isSign(')'))
            reading.import(std::string(reading.at(i + 2).text), token.line);
        else if (std::ranges::contains(declarations, token.text) && next.kind == Token::Kind::Word)
            reading.define(next.text);
    }
    readBracedFunctions(reading);
}

void readRuby(Reading &reading)
{
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Token &token = reading.tokens[i];
        if (token.kind != Token::Kind::Word)
            continue;
        std::size_t at = i + 1;
        const bool isCall = reading.at(at).isSign('(');
        const Token &target = reading.at(isCall ? at + 1 : at);
        if ((token.text == "require" || token.text == "require_relative" || token.text == "load")
            && target.kind == Token::Kind::String)
            reading.import(std::string(target.text), token.line, {}, token.text == "require_relative");
        else if (token.text == "autoload" && reading.at(i + 4).kind == Token::Kind::String)
            reading.import(std::string(reading.at(i + 4).text), token.line);
        else if (token.startsLine && (token.text == "class" || token.text == "module")) {
            const std::string name = reading.path(at, ':');
            reading.define(std::string_view(name).substr(name.rfind(':') + 1));
        } else if (token.text == "def" && reading.at(at).kind == Token::Kind::Word)
            reading.member(reading.at(reading.at(at).text == "self" ? at + 2 : at).text);
    }
}

} // namespace countersign::impact
