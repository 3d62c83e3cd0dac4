// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Imports.h"

#include "risk/Pattern.h"

#include <algorithm>

namespace countersign::risk
{

namespace
{

constexpr LineNumber longestStatement = 60;
constexpr std::size_t longestLine = 2'000;

std::string_view lineOf(const Text &text, LineNumber line)
{
    return text.line(line).substr(0, longestLine);
}

/// "a, b as c, type d" -> a, b, d.
std::vector<std::string> namesIn(std::string_view list)
{
    static const RE2 entry(R"(^[\s({]*(?:(?:type|typeof)\s+)?([A-Za-z_$][\w$]*))", patternOptions());
    std::vector<std::string> names;
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find(',', at), list.size());
        std::string name;
        if (RE2::PartialMatch(pieceOf(list.substr(at, end - at)), entry, &name))
            names.push_back(name);
        at = end + 1;
    }
    return names;
}

/// Python: a line above with less indentation says "try".
bool isInTry(const Text &text, LineNumber line)
{
    const std::size_t indent = text.line(line).find_first_not_of(" \t");
    for (LineNumber above = line; indent > 0 && above-- > 1;) {
        const std::size_t here = text.line(above).find_first_not_of(" \t");
        if (here != std::string_view::npos && here < indent)
            return text.line(above).substr(here).starts_with("try") || text.line(above).substr(here).starts_with("except")
                || text.line(above).contains("TYPE_CHECKING");
    }
    return false;
}

/// The first line from @p line on that has @p word somewhere; noLine: there is none.
LineNumber nextLineWith(const Text &text, LineNumber line, std::string_view word)
{
    if (line > text.lineCount())
        return noLine;
    const std::size_t at = text.find(word, text.lineStart(line));
    return at == std::string_view::npos ? noLine : text.lineAt(at);
}

void readPython(const Text &text, std::vector<Import> &found)
{
    constexpr std::string_view word = "import";
    static const RE2 plain(R"(^\s*import\s+([A-Za-z_][\w.]*))", patternOptions());
    static const RE2 from(R"(^\s*from\s+([.\w]+)\s+import\s+(.*)$)", patternOptions());
    for (LineNumber line = nextLineWith(text, 1, word); line != noLine; line = nextLineWith(text, line + 1, word)) {
        const std::string_view content = lineOf(text, line);
        Import import{.line = line, .first = line, .last = line};
        std::string list;
        if (RE2::PartialMatch(pieceOf(content), from, &import.module, &list)) {
            const LineNumber first = line;
            list = list.substr(0, list.find('#'));
            while (list.contains('(') && !list.contains(')') && line < text.lineCount() && line < first + longestStatement) {
                const std::string_view next = lineOf(text, ++line);
                list += std::string(next.substr(0, next.find('#'))) + " ";
            }
            import.names = namesIn(list);
            import.last = line;
        } else if (!RE2::PartialMatch(pieceOf(content), plain, &import.module)) {
            continue;
        }
        import.isOptional = isInTry(text, import.first);
        found.push_back(std::move(import));
    }
}

void readScript(const Text &text, std::vector<Import> &found)
{
    static const RE2 begins(R"(^\s*(?:import|export)\s+(?:type\s+)?(?:[\w$*]|\{|["'])[^;]*$)", patternOptions());
    static const RE2 whole(R"re(^\s*(?:import|export)\b([^"'`]*?)(?:\bfrom\s*)?["']([^"']+)["'])re", patternOptions());
    static const RE2 call(R"re((?:\brequire|\bimport)\s*\(\s*["']([^"']+)["']\s*\))re", patternOptions());
    static const RE2 destructured(R"(^\s*(?:const|let|var)\s*(\{[^}]*\})\s*=\s*require)", patternOptions());
    for (LineNumber line = 1; line <= text.lineCount(); ++line) {
        const std::string_view content = lineOf(text, line);
        Import import{.line = line, .first = line, .last = line};
        std::string clause;
        if (content.contains("import") || content.contains("export")) {
            std::string statement(content);
            if (RE2::PartialMatch(statement, begins) && statement.contains('{')) {
                while (!statement.contains('}') && line < text.lineCount() && line < import.first + longestStatement)
                    statement.append(" ").append(lineOf(text, ++line));
            }
            if (RE2::PartialMatch(statement, whole, &clause, &import.module)
                && (clause.empty() || clause.contains("from") || clause.contains('}') || statement.contains(" from ")
                    || clause == " ")) {
                import.line = import.last = line;
                const std::size_t brace = clause.find('{');
                if (brace != std::string::npos)
                    import.names = namesIn(std::string_view(clause).substr(brace, clause.find('}') - brace));
                std::erase(import.names, "default");
                found.push_back(std::move(import));
                continue;
            }
        }
        if (content.contains("require") || content.contains("import")) {
            re2::StringPiece rest = pieceOf(content);
            for (std::string module; RE2::FindAndConsume(&rest, call, &module);) {
                Import required{.module = module, .line = line, .first = line, .last = line};
                if (RE2::PartialMatch(pieceOf(content), destructured, &clause))
                    required.names = namesIn(clause);
                required.isOptional = isInTry(text, line);
                found.push_back(std::move(required));
            }
        }
    }
}

void readGo(const Text &text, std::vector<Import> &found)
{
    static const RE2 single(R"re(^\s*import\s+(?:[\w.]+\s+)?"([^"]+)")re", patternOptions());
    static const RE2 listed(R"re(^\s+(?:[\w.]+\s+)?"([^"]+)"\s*(?://.*)?$)re", patternOptions());
    bool isInside = false;
    for (LineNumber line = 1; line <= text.lineCount(); ++line) {
        const std::string_view content = lineOf(text, line);
        Import import{.line = line, .first = line, .last = line};
        if (content.starts_with("import ("))
            isInside = true;
        else if (isInside && content.starts_with(")"))
            isInside = false;
        else if (content.starts_with("func "))
            return;
        else if (RE2::PartialMatch(pieceOf(content), single, &import.module)
                 || (isInside && RE2::PartialMatch(pieceOf(content), listed, &import.module)))
            found.push_back(std::move(import));
    }
}

void readLines(const Text &text, const RE2 &pattern, std::vector<Import> &found)
{
    for (LineNumber line = 1; line <= text.lineCount(); ++line) {
        Import import{.line = line, .first = line, .last = line};
        if (RE2::PartialMatch(pieceOf(lineOf(text, line)), pattern, &import.module))
            found.push_back(std::move(import));
    }
}

void readRuby(const Text &text, std::vector<Import> &found)
{
    static const RE2 pattern(R"re(^\s*require(_relative)?[\s(]+["']([^"']+)["'])re", patternOptions());
    for (LineNumber line = 1; line <= text.lineCount(); ++line) {
        Import import{.line = line, .first = line, .last = line};
        std::string relative;
        if (!RE2::PartialMatch(pieceOf(lineOf(text, line)), pattern, &relative, &import.module))
            continue;
        if (!relative.empty() && !import.module.starts_with('.'))
            import.module.insert(0, "./");
        found.push_back(std::move(import));
    }
}

} // namespace

ImportLanguage importLanguage(std::string_view path)
{
    const std::size_t dot = path.rfind('.');
    const std::string_view ending = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    const auto is = [ending](std::initializer_list<std::string_view> endings) { return std::ranges::contains(endings, ending); };
    if (is({"py", "pyi"}))
        return ImportLanguage::Python;
    if (is({"js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "vue", "svelte"}))
        return ImportLanguage::Script;
    if (is({"go"}))
        return ImportLanguage::Go;
    if (is({"java", "kt", "kts", "scala", "groovy"}))
        return ImportLanguage::Java;
    if (is({"c", "cc", "cpp", "cxx", "h", "hh", "hpp", "hxx", "m", "mm"}))
        return ImportLanguage::Cpp;
    if (is({"rs"}))
        return ImportLanguage::Rust;
    if (is({"php"}))
        return ImportLanguage::Php;
    if (is({"cs", "fs", "vb"}))
        return ImportLanguage::CSharp;
    return is({"rb", "rake"}) ? ImportLanguage::Ruby : ImportLanguage::None;
}

std::vector<Import> importsOf(const Text &text, std::string_view path)
{
    static const RE2 java(R"(^\s*import\s+(?:static\s+)?((?:[a-z_]\w*\.)+[A-Z]\w*))", patternOptions());
    static const RE2 cpp(R"re(^\s*#\s*include\s*"([^"]+)")re", patternOptions());
    static const RE2 rust(R"(^\s*(?:pub(?:\([^)]*\))?\s+)?(?:use|extern\s+crate)\s+(?:::)?([a-z_]\w*)\s*(?:::|;|as\b))",
                          patternOptions());
    static const RE2 php(R"(^\s*use\s+(?:function\s+|const\s+)?\\?([A-Z]\w*(?:\\\w+)+))", patternOptions());
    static const RE2 cSharp(R"(^\s*(?:global\s+)?(?:using|open|Imports)\s+(?:static\s+)?([A-Z]\w*(?:\.\w+)*)\s*;?\s*$)",
                            patternOptions());
    std::vector<Import> found;
    switch (importLanguage(path)) {
    case ImportLanguage::Python:
        readPython(text, found);
        break;
    case ImportLanguage::Script:
        readScript(text, found);
        break;
    case ImportLanguage::Go:
        readGo(text, found);
        break;
    case ImportLanguage::Java:
        readLines(text, java, found);
        break;
    case ImportLanguage::Cpp:
        readLines(text, cpp, found);
        break;
    case ImportLanguage::Ruby:
        readRuby(text, found);
        break;
    case ImportLanguage::Rust:
        readLines(text, rust, found);
        break;
    case ImportLanguage::Php:
        readLines(text, php, found);
        break;
    case ImportLanguage::CSharp:
        readLines(text, cSharp, found);
        break;
    case ImportLanguage::None:
        break;
    }
    return found;
}

bool mayImport(std::string_view line, ImportLanguage language)
{
    switch (language) {
    case ImportLanguage::Python:
    case ImportLanguage::Java:
        return line.contains("import");
    case ImportLanguage::Script:
        return line.contains("import") || line.contains("require") || line.contains("from");
    case ImportLanguage::Go:
        return line.contains('"');
    case ImportLanguage::Cpp:
        return line.contains("include");
    case ImportLanguage::Ruby:
        return line.contains("require");
    case ImportLanguage::Rust:
        return line.contains("use") || line.contains("crate");
    case ImportLanguage::Php:
        return line.contains("use");
    case ImportLanguage::CSharp:
        return line.contains("using") || line.contains("open") || line.contains("Imports");
    case ImportLanguage::None:
        return false;
    }
    return false;
}

} // namespace countersign::risk
