// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TerraformBlocks.h"

#include "risk/Pattern.h"

namespace countersign::risk
{

namespace
{

constexpr std::size_t longestLine = 10'000;

/// Counts braces line by line; knows what is text.
class BraceCounter
{
public:
    /// Depth after @p line.
    int count(std::string_view line)
    {
        static const RE2 hereDocument(R"re(<<-?\s*"?(\w+)"?\s*$)re", patternOptions());
        if (!m_hereDocument.empty()) {
            const auto first = line.find_first_not_of(" \t");
            if (first != std::string_view::npos && line.substr(first) == m_hereDocument)
                m_hereDocument.clear();
            return m_depth;
        }
        bool inString = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::string_view rest = line.substr(i);
            if (m_inComment) {
                m_inComment = !rest.starts_with("*/");
                continue;
            }
            if (inString) {
                if (line[i] == '\\')
                    ++i;
                else
                    inString = line[i] != '"';
                continue;
            }
            if (line[i] == '#' || rest.starts_with("//"))
                break;
            inString = line[i] == '"';
            m_inComment = rest.starts_with("/*");
            m_depth += line[i] == '{' ? 1 : line[i] == '}' ? -1 : 0;
        }
        RE2::PartialMatch(pieceOf(line.substr(0, longestLine)), hereDocument, &m_hereDocument);
        return m_depth;
    }
    [[nodiscard]] bool isInText() const { return m_inComment || !m_hereDocument.empty(); }

private:
    int m_depth = 0;
    bool m_inComment = false;
    std::string m_hereDocument; ///< word that ends it
};

/// Finishes "moved" and "removed": an address that is destroyed on purpose is not kept.
void readInside(const Text &text, TerraformBlock &block)
{
    static const RE2 from(R"(^\s*from\s*=\s*([\w.]+))", patternOptions());
    static const RE2 destroys(R"(^\s*destroy\s*=\s*true)", patternOptions());
    static const RE2 source(R"re(^\s*source\s*=\s*"([^"]+)")re", patternOptions());
    bool isDestroyed = false;
    for (LineNumber line = block.first; line <= block.last; ++line) {
        const std::string_view content = text.line(line).substr(0, longestLine);
        if (block.keyword == "module") {
            RE2::PartialMatch(pieceOf(content), source, &block.type);
        } else {
            RE2::PartialMatch(pieceOf(content), from, &block.from);
            isDestroyed |= RE2::PartialMatch(pieceOf(content), destroys);
        }
    }
    if (block.keyword == "removed" && isDestroyed)
        block.from.clear();
}

} // namespace

bool isTerraform(std::string_view path)
{
    return path.ends_with(".tf") || path.ends_with(".tofu");
}

std::vector<TerraformBlock> terraformBlocks(const Text &text)
{
    static const RE2 header(R"re(^\s*(resource|module|moved|removed)\b\s*(?:"([^"]*)"\s*)?(?:"([^"]*)"\s*)?\{)re",
                            patternOptions());
    std::vector<TerraformBlock> blocks;
    BraceCounter braces;
    int depth = 0;
    bool isOpen = false;
    for (LineNumber line = 1; line <= text.lineCount(); ++line) {
        const std::string_view content = text.line(line);
        TerraformBlock block;
        std::string label;
        if (depth == 0 && !braces.isInText()
            && RE2::PartialMatch(pieceOf(content.substr(0, longestLine)), header, &block.keyword, &label, &block.name)) {
            if (block.keyword == "resource")
                block.type = label;
            else
                block.name = label;
            block.first = block.last = line;
            blocks.push_back(std::move(block));
            isOpen = true;
        }
        depth = braces.count(content);
        if (isOpen)
            blocks.back().last = line;
        if (isOpen && depth <= 0) {
            if (blocks.back().keyword != "resource")
                readInside(text, blocks.back());
            isOpen = false;
        }
        if (depth < 0)
            break; // not Terraform after all
    }
    return blocks;
}

} // namespace countersign::risk
