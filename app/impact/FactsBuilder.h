// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Facts.h"
#include "Lexer.h"

#include <span>

namespace countersign::impact
{

/// What the readers of the languages share: the tokens with a place in them, and the facts so far.
struct Reading {
    std::string_view source;
    std::span<const Token> tokens;
    FileFacts &facts;

    /// The token at @p index; past the end a sign that is nothing.
    [[nodiscard]] const Token &at(std::size_t index) const
    {
        static const Token none{.kind = Token::Kind::Sign, .text = "\0"};
        return index < tokens.size() ? tokens[index] : none;
    }
    /// Stands at the very left of its line.
    [[nodiscard]] bool isAtMargin(const Token &token) const
    {
        return token.text.data() == source.data() || token.text.data()[-1] == '\n';
    }
    /// Words joined by @p separator (one or two of the same sign) from @p index on: "a.b.c"; @p index moves behind it.
    [[nodiscard]] std::string path(std::size_t &index, char separator) const;

    void import(std::string target, LineNumber line, std::string name = {}, bool isLocal = false)
    {
        if (!target.empty())
            facts.imports.push_back({std::move(target), std::move(name), line, isLocal});
    }
    void define(std::string_view name) { facts.defines.push_back(hashName(name)); }
    void member(std::string_view name) { facts.members.push_back(hashName(name)); }
};

// One function a language; each in the file of its family.
void readIncludes(Reading &reading);
void readPython(Reading &reading);
void readJavaScript(Reading &reading);
void readJvm(Reading &reading, Language language);
void readGo(Reading &reading);
void readRust(Reading &reading);
void readCSharp(Reading &reading);
void readRuby(Reading &reading);
void readPhp(Reading &reading);
void readTerraform(Reading &reading);
/// Facts of files that declare objects of Kubernetes have this package; imports of objects have it as their name.
inline constexpr std::string_view objectsPackage = "kubernetes";
/// What such an object is defined as.
[[nodiscard]] inline std::string objectName(std::string_view name)
{
    return std::string(objectsPackage) + " " + std::string(name);
}
/// YAML, JSON, shell and the like: paths, keys, names and objects; no tokens needed.
void readNaming(std::string_view source, FileFacts &facts);

/// Functions and methods of languages with braces: a word, its parameters in parentheses, then a body.
void readBracedFunctions(Reading &reading);

} // namespace countersign::impact
