// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FactsBuilder.h"

#include <algorithm>
#include <array>

/// Go, Rust, Terraform.
namespace countersign::impact
{

namespace
{

/// The paths of "import "a"" and "import ( "a"; x "b" )".
void readGoImports(Reading &reading, std::size_t index)
{
    ++index;
    if (!reading.at(index).isSign('(')) {
        const Token &path = reading.at(reading.at(index).kind == Token::Kind::String ? index : index + 1);
        if (path.kind == Token::Kind::String)
            reading.import(std::string(path.text), path.line);
        return;
    }
    for (; index < reading.tokens.size() && !reading.at(index).isSign(')'); ++index) {
        if (reading.at(index).kind == Token::Kind::String)
            reading.import(std::string(reading.at(index).text), reading.at(index).line);
    }
}

/// Names of "const ( A = 1 … )": the first word of every line at the first depth.
void defineGroup(Reading &reading, std::size_t index)
{
    int depth = 0;
    for (; index < reading.tokens.size(); ++index) {
        const Token &token = reading.tokens[index];
        if (token.isSign('(') || token.isSign('{'))
            ++depth;
        else if ((token.isSign(')') || token.isSign('}')) && --depth == 0)
            return;
        else if (depth == 1 && token.startsLine && token.kind == Token::Kind::Word)
            reading.define(token.text);
    }
}

/// A tree of names after "use": "a::{b, c::{d, e as f}}", each leaf as one import; @p index stops at what ends it.
void readUseTree(Reading &reading, std::size_t &index, std::string path, int depth)
{
    constexpr int deepest = 16;
    const LineNumber line = reading.at(index).line;
    bool isLeaf = true;
    while (index < reading.tokens.size()) {
        const Token &token = reading.tokens[index];
        if (token.isSign(',') || token.isSign('}') || token.isSign(';'))
            break;
        ++index;
        if (token.isSign('{') && depth < deepest) {
            isLeaf = false;
            while (index < reading.tokens.size() && !reading.at(index).isSign('}') && !reading.at(index).isSign(';')) {
                if (reading.at(index).isSign(','))
                    ++index;
                else
                    readUseTree(reading, index, path, depth + 1);
            }
            index += reading.at(index).isSign('}') ? 1U : 0U;
        } else if (token.isWord("as")) {
            ++index;
        } else if (token.kind == Token::Kind::Word) {
            path += (path.empty() ? "" : "::") + std::string(token.text);
        }
    }
    if (isLeaf)
        reading.import(std::move(path), line);
}

} // namespace

void readGo(Reading &reading)
{
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Token &token = reading.tokens[i];
        if (token.kind != Token::Kind::Word || !reading.isAtMargin(token))
            continue;
        const Token &next = reading.at(i + 1);
        if (token.text == "package")
            reading.facts.package = next.text;
        else if (token.text == "import")
            readGoImports(reading, i);
        else if ((token.text == "type" || token.text == "var" || token.text == "const") && next.isSign('('))
            defineGroup(reading, i + 1);
        else if ((token.text == "type" || token.text == "var" || token.text == "const" || token.text == "func")
                 && next.kind == Token::Kind::Word)
            reading.define(next.text);
        else if (token.text == "func") { // a method: behind its receiver
            std::size_t at = i + 1;
            while (at < reading.tokens.size() && !reading.at(at).isSign(')'))
                ++at;
            reading.member(reading.at(at + 1).text);
        }
    }
}

void readRust(Reading &reading)
{
    static constexpr std::array<std::string_view, 9> items{"fn",    "struct", "enum",  "trait",      "type",
                                                           "const", "static", "union", "macro_rules"};
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Token &token = reading.tokens[i];
        if (token.kind != Token::Kind::Word)
            continue;
        const Token &next = reading.at(i + 1);
        if (token.text == "use") {
            std::size_t at = i + 1;
            readUseTree(reading, at, {}, 0);
        } else if (token.text == "mod" && next.kind == Token::Kind::Word && reading.at(i + 2).isSign(';')) {
            reading.import(std::string(next.text), token.line, {}, true);
        } else if ((token.text == "crate" || token.text == "super") && next.isSign(':')) {
            std::size_t at = i;
            reading.import(reading.path(at, ':'), token.line);
        } else if (std::ranges::contains(items, token.text)) {
            const Token &name = next.isSign('!') ? reading.at(i + 2) : next;
            if (name.kind == Token::Kind::Word)
                reading.isAtMargin(token) || reading.at(i - 1).isWord("pub") ? reading.define(name.text)
                                                                             : reading.member(name.text);
        }
    }
}

/// Addresses are kept as pairs of words: "aws_db_instance.ledger", "module.storage", "var.zone", "local.name".
void readTerraform(Reading &reading)
{
    static constexpr std::array<std::string_view, 9> stores{"db_instance", "database", "bucket",  "dynamodb", "redis",
                                                            "rds_cluster", "volume",   "storage", "queue"};
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
        const Token &token = reading.tokens[i];
        if (token.kind != Token::Kind::Word)
            continue;
        const Token &first = reading.at(i + 1);
        const Token &second = reading.at(i + 2);
        const bool isBlock = reading.isAtMargin(token) && first.kind == Token::Kind::String;
        if (isBlock && token.text == "resource" && second.kind == Token::Kind::String) {
            reading.define(std::string(first.text) + "." + std::string(second.text));
            if (std::ranges::any_of(stores, [&](std::string_view word) { return first.text.contains(word); }))
                reading.facts.flags |= FileFacts::HoldsData;
        } else if (isBlock && token.text == "data" && second.kind == Token::Kind::String) {
            reading.define("data." + std::string(first.text) + "." + std::string(second.text));
        } else if (isBlock && token.text == "variable") {
            reading.define("var." + std::string(first.text));
        } else if (isBlock && (token.text == "module" || token.text == "output")) {
            reading.define(std::string(token.text) + "." + std::string(first.text));
        } else if (token.text == "source" && first.isSign('=') && second.kind == Token::Kind::String
                   && second.text.starts_with('.')) {
            reading.import(std::string(second.text), second.line, {}, true);
        } else if (first.isSign('.') && second.kind == Token::Kind::Word && (i == 0 || !reading.at(i - 1).isSign('.'))) {
            std::string address = std::string(token.text) + "." + std::string(second.text);
            if (token.text == "data" && reading.at(i + 3).isSign('.'))
                address += "." + std::string(reading.at(i + 4).text);
            reading.facts.uses.push_back(hashName(address));
        }
    }
    // locals { name = … }: every name at the first depth of such a block.
    for (std::size_t i = 0; i + 1 < reading.tokens.size(); ++i) {
        if (!reading.tokens[i].isWord("locals") || !reading.tokens[i + 1].isSign('{'))
            continue;
        int depth = 0;
        for (std::size_t at = i + 1; at < reading.tokens.size(); ++at) {
            const Token &token = reading.tokens[at];
            depth += token.isSign('{') ? 1 : token.isSign('}') ? -1 : 0;
            if (depth == 0)
                break;
            if (depth == 1 && token.kind == Token::Kind::Word && token.startsLine)
                reading.define("local." + std::string(token.text));
        }
    }
}

} // namespace countersign::impact
