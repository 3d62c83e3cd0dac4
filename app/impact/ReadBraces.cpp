// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FactsBuilder.h"

#include <algorithm>
#include <array>

/// C and C++, Java and Kotlin, C#, PHP.
namespace countersign::impact
{

namespace
{

template<std::size_t Size>
bool isOneOf(const Token &token, const std::array<std::string_view, Size> &words)
{
    return token.kind == Token::Kind::Word && std::ranges::contains(words, token.text);
}

constexpr std::array<std::string_view, 12> notFunctions{"if",     "for",   "while", "switch", "catch",        "return",
                                                        "sizeof", "using", "lock",  "when",   "synchronized", "foreach"};
constexpr std::array<std::string_view, 6> afterParameters{"const", "noexcept", "override", "final", "throws", "where"};
constexpr std::array<std::string_view, 8> typeWords{"class",  "interface", "enum",     "record",
                                                    "object", "struct",    "delegate", "trait"};

/// Index of the token behind the parenthesis that closes the one at @p open; the end where none does.
std::size_t behindParentheses(const Reading &reading, std::size_t open)
{
    constexpr std::size_t farthest = 2000; // tokens of a parameter list
    int depth = 0;
    const std::size_t end = std::min(reading.tokens.size(), open + farthest);
    for (std::size_t i = open; i < end; ++i) {
        if (reading.tokens[i].isSign('('))
            ++depth;
        else if (reading.tokens[i].isSign(')') && --depth == 0)
            return i + 1;
    }
    return reading.tokens.size();
}

/// "class X" and its like; @p before is the word in front of it, which tells "class" from ".class" or "enum class".
void readTypes(Reading &reading)
{
    for (std::size_t i = 0; i + 1 < reading.tokens.size(); ++i) {
        if (!isOneOf(reading.tokens[i], typeWords) || (i > 0 && reading.tokens[i - 1].isSign('.')))
            continue;
        const Token &name = reading.at(i + 1);
        if (name.kind != Token::Kind::Word || isOneOf(name, typeWords))
            continue;
        reading.define(name.text);
    }
}

} // namespace

void readBracedFunctions(Reading &reading)
{
    for (std::size_t i = 0; i + 1 < reading.tokens.size(); ++i) {
        const Token &token = reading.tokens[i];
        if (token.kind != Token::Kind::Word || !reading.tokens[i + 1].isSign('(') || isOneOf(token, notFunctions))
            continue;
        const Token &next = reading.at(behindParentheses(reading, i + 1));
        if (next.isSign('{') || isOneOf(next, afterParameters))
            reading.member(token.text);
    }
}

void readIncludes(Reading &reading)
{
    for (std::size_t i = 0; i + 1 < reading.tokens.size(); ++i) {
        const Token &token = reading.tokens[i];
        const Token &next = reading.tokens[i + 1];
        if (token.text == "#" && token.kind == Token::Kind::Word && next.kind == Token::Kind::String)
            reading.import(std::string(next.text), next.line, {}, !next.isAngled);
        else if (token.isSign('#') && next.isWord("define") && reading.at(i + 2).kind == Token::Kind::Word)
            reading.define(reading.at(i + 2).text);
        else if (token.isWord("using") && reading.at(i + 2).isSign('='))
            reading.define(next.text);
    }
    readTypes(reading);
    readBracedFunctions(reading);
}

void readJvm(Reading &reading, Language language)
{
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Token &token = reading.tokens[i];
        if (token.kind != Token::Kind::Word)
            continue;
        std::size_t at = i + 1;
        if (token.startsLine && token.text == "package" && reading.facts.package.empty()) {
            reading.facts.package = reading.path(at, '.');
        } else if (token.startsLine && token.text == "import") {
            const bool isStatic = reading.at(at).isWord("static");
            at += isStatic ? 1U : 0U;
            std::string target = reading.path(at, '.');
            const bool isAll = reading.at(at).isSign('.') && reading.at(at + 1).isSign('*');
            reading.import(std::move(target), token.line, isAll ? "*" : "");
        } else if (language == Language::Kotlin && (token.text == "fun" || token.text == "val" || token.text == "typealias")
                   && reading.isAtMargin(reading.tokens[i])) {
            // A function of another type ("fun String.shout()") is known by its own name.
            const std::string name = reading.path(at, '.');
            reading.define(std::string_view(name).substr(name.rfind('.') + 1));
        }
    }
    readTypes(reading);
    readBracedFunctions(reading);
}

void readCSharp(Reading &reading)
{
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Token &token = reading.tokens[i];
        if (token.kind != Token::Kind::Word)
            continue;
        std::size_t at = i + 1;
        if (token.text == "namespace" && reading.facts.package.empty()) {
            reading.facts.package = reading.path(at, '.');
        } else if (token.text == "using" && reading.at(at).kind == Token::Kind::Word) {
            const bool isGlobal = i > 0 && reading.at(i - 1).isWord("global");
            const bool isStatic = reading.at(at).isWord("static");
            at += isStatic ? 1U : 0U;
            std::size_t behind = at;
            std::string target = reading.path(behind, '.');
            if (reading.at(behind).isSign('=')) { // an alias: what it stands for
                ++behind;
                target = reading.path(behind, '.');
            }
            if (reading.at(behind).isSign(';'))
                reading.import(std::move(target), token.line, isGlobal ? "global" : "");
        }
    }
    readTypes(reading);
    readBracedFunctions(reading);
}

void readPhp(Reading &reading)
{
    int depth = 0;
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Token &token = reading.tokens[i];
        depth += token.isSign('{') ? 1 : token.isSign('}') ? -1 : 0;
        if (token.kind != Token::Kind::Word)
            continue;
        std::size_t at = i + 1;
        if (token.text == "namespace" && reading.facts.package.empty()) {
            reading.facts.package = reading.path(at, '\\');
        } else if (token.startsLine && token.text == "use" && depth <= 1) {
            at += reading.at(at).isWord("function") || reading.at(at).isWord("const") ? 1U : 0U;
            at += reading.at(at).isSign('\\') ? 1U : 0U;
            std::string target = reading.path(at, '\\');
            if (!reading.at(at).isSign('\\') || !reading.at(at + 1).isSign('{')) {
                reading.import(std::move(target), token.line);
                continue;
            }
            for (at += 2; at < reading.tokens.size() && !reading.at(at).isSign('}'); ++at) {
                if (reading.at(at).kind == Token::Kind::Word && !reading.at(at - 1).isWord("as"))
                    reading.import(target + "\\" + reading.path(at, '\\'), token.line);
            }
        } else if (token.text == "require" || token.text == "require_once" || token.text == "include"
                   || token.text == "include_once") {
            for (; at < i + 8 && !reading.at(at).isSign(';'); ++at) {
                if (reading.at(at).kind == Token::Kind::String)
                    reading.import(std::string(reading.at(at).text), token.line, {}, true);
            }
        } else if (token.text == "function" && reading.at(at).kind == Token::Kind::Word) {
            depth == 0 ? reading.define(reading.at(at).text) : reading.member(reading.at(at).text);
        }
    }
    readTypes(reading);
}

} // namespace countersign::impact
