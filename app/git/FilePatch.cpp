// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FilePatch.h"

#include "Lines.h"

#include <charconv>
#include <optional>
#include <utility>

namespace countersign::git
{

namespace
{

/// Undoes git's quoting: "a\tb\303\274". @p text begins with the quote; @p end gets the offset behind the closing one.
std::optional<std::string> unquote(std::string_view text, std::size_t &end)
{
    static constexpr std::string_view letters = "abtnvfr\"\\";
    static constexpr std::string_view meanings = "\a\b\t\n\v\f\r\"\\";
    std::string out;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            end = i + 1;
            return out;
        }
        if (text[i] != '\\') {
            out += text[i];
            continue;
        }
        if (++i == text.size())
            return std::nullopt;
        if (const auto known = letters.find(text[i]); known != std::string_view::npos) {
            out += meanings[known];
            continue;
        }
        unsigned value = 0;
        const auto digits = text.substr(i, 3);
        const auto [stop, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 8);
        if (problem != std::errc() || stop != digits.data() + 3 || value > 255)
            return std::nullopt;
        out += static_cast<char>(static_cast<unsigned char>(value));
        i += 2;
    }
    return std::nullopt;
}

/// A name as headers have it: quoted or plain, a plain one up to a tab (behind which `diff -u` puts the time).
std::string nameOf(std::string_view text)
{
    std::size_t end = 0;
    if (text.starts_with('"'))
        return unquote(text, end).value_or(std::string(text));
    return std::string(text.substr(0, text.find('\t')));
}

/// The two names of "diff --git X Y", still with their prefixes. Plain names have no mark between them: they are equal but
/// for the prefix, so the blank in the middle parts them.
std::optional<std::pair<std::string, std::string>> namesOfHeader(std::string_view rest)
{
    std::size_t end = rest.size() / 2;
    std::string first(rest.substr(0, end));
    if (rest.starts_with('"')) {
        auto name = unquote(rest, end);
        if (!name)
            return std::nullopt;
        first = std::move(*name);
    }
    if (end >= rest.size() || rest[end] != ' ')
        return std::nullopt;
    return std::pair(first, nameOf(rest.substr(end + 1)));
}

std::string withoutFirstFolder(const std::string &path)
{
    const auto slash = path.find('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// The path that two names with prefixes ("a/x", "b/x"; also "w/x", none, or the two folders of `diff -r`) stand for.
std::optional<std::string> commonPath(const std::string &oldName, const std::string &newName)
{
    if (oldName == newName)
        return oldName;
    const auto oldRest = withoutFirstFolder(oldName);
    return oldRest == withoutFirstFolder(newName) && oldRest.size() < oldName.size() ? std::optional(oldRest) : std::nullopt;
}

std::uint32_t modeOf(std::string_view text)
{
    std::uint32_t mode = 0;
    std::from_chars(text.data(), text.data() + text.size(), mode, 8);
    switch (mode & 0170000U) {
    case 0120000U:
    case 0160000U:
        return mode & 0170000U;
    default:
        return (mode & 0100U) != 0 ? 0100755U : 0100644U;
    }
}

/// "12,3" or "12" (then the count is 1).
bool readRange(std::string_view &text, std::size_t &start, std::size_t &count)
{
    const auto number = [&text](std::size_t &out) {
        const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
        text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
        return problem == std::errc();
    };
    count = 1;
    if (!number(start))
        return false;
    if (!text.starts_with(','))
        return true;
    text.remove_prefix(1);
    return number(count);
}

bool isEpoch(std::string_view line)
{
    return line.contains("\t1970-01-01 ") || line.contains("\t1969-12-31 ");
}

class DiffReader
{
public:
    DiffReader(std::string_view diff, std::size_t firstLine)
        : m_lines(splitLines(diff))
        , m_firstLine(firstLine)
    {
    }

    Result<std::vector<FilePatch>> read()
    {
        while (!m_problem && m_at < m_lines.size()) {
            const auto line = trimmedEnd(m_lines[m_at]);
            if (line.starts_with("diff --git "))
                startFile(line.substr(11));
            else if (line.starts_with("diff --cc ") || line.starts_with("diff --combined "))
                unsupported(Message(QT_TRANSLATE_NOOP("app", "The combined diff of a merge cannot be applied.")),
                            Message(QT_TRANSLATE_NOOP("app", "Compare the merge with one parent: “git diff MERGE^1 MERGE”.")));
            else if (line.starts_with("--- ") && m_at + 1 < m_lines.size() && m_lines[m_at + 1].starts_with("+++ "))
                names(line);
            else if (line.starts_with("@@ -"))
                hunk(line);
            else if (line == "GIT binary patch" && m_inHeader)
                binary();
            else if (m_inHeader)
                header(line);
            ++m_at;
        }
        for (const auto &file : m_files) {
            if (!m_problem && file.path().empty()) {
                m_at = file.line - 1;
                corrupt();
            }
        }
        if (m_problem)
            return std::unexpected(*m_problem);
        return std::move(m_files);
    }

private:
    void startFile(std::string_view rest)
    {
        m_files.push_back({});
        m_files.back().line = m_at + 1;
        m_inHeader = true;
        m_isGit = true;
        const auto both = namesOfHeader(rest);
        if (const auto path = both ? commonPath(both->first, both->second) : std::nullopt) {
            m_files.back().oldPath = *path;
            m_files.back().newPath = *path;
        }
    }

    void header(std::string_view line)
    {
        FilePatch &file = m_files.back();
        const auto after = [line](std::string_view word) -> std::optional<std::string_view> {
            return line.starts_with(word) ? std::optional(line.substr(word.size())) : std::nullopt;
        };
        if (const auto oldMode = after("old mode ")) {
            file.oldMode = modeOf(*oldMode);
        } else if (const auto newMode = after("new mode ")) {
            file.newMode = modeOf(*newMode);
        } else if (const auto addedMode = after("new file mode ")) {
            file.newMode = modeOf(*addedMode);
            file.oldPath.clear();
        } else if (const auto deletedMode = after("deleted file mode ")) {
            file.oldMode = modeOf(*deletedMode);
            file.newPath.clear();
        } else if (const auto renamedFrom = after("rename from ")) {
            file.oldPath = nameOf(*renamedFrom);
        } else if (const auto renamedTo = after("rename to ")) {
            file.newPath = nameOf(*renamedTo);
        } else if (const auto copiedFrom = after("copy from ")) {
            file.oldPath = nameOf(*copiedFrom);
            file.isCopy = true;
        } else if (const auto copiedTo = after("copy to ")) {
            file.newPath = nameOf(*copiedTo);
        } else if (const auto blobs = after("index ")) {
            index(*blobs);
        } else if (line.starts_with("Binary files ")) {
            unsupported(
                Message(QT_TRANSLATE_NOOP("app", "The content of the binary file %1 is not in the patch."), {file.path()}),
                Message(QT_TRANSLATE_NOOP("app", "Make the patch with “git diff --binary” or “git format-patch”.")));
        }
    }

    void index(std::string_view text)
    {
        FilePatch &file = m_files.back();
        const auto dots = text.find("..");
        if (dots == std::string_view::npos)
            return;
        const auto blank = text.find(' ');
        file.oldBlob = text.substr(0, dots);
        file.newBlob = text.substr(dots + 2, blank == std::string_view::npos ? blank : blank - dots - 2);
        if (blank != std::string_view::npos)
            file.oldMode = modeOf(text.substr(blank + 1));
    }

    /// "--- X" and "+++ Y": what a plain diff starts a file with. Git's header said it already.
    void names(std::string_view oldLine)
    {
        const auto newLine = trimmedEnd(m_lines[m_at + 1]);
        if (!m_inHeader || !m_isGit) {
            m_files.push_back({});
            m_files.back().line = m_at + 1;
            m_isGit = false;
        }
        if (FilePatch &file = m_files.back(); file.path().empty()) {
            const auto oldName = nameOf(oldLine.substr(4));
            const auto newName = nameOf(newLine.substr(4));
            const bool isNew = oldName == "/dev/null" || isEpoch(oldLine);
            const bool isGone = newName == "/dev/null" || isEpoch(newLine);
            const auto prefixed = [](const std::string &name) {
                return name.starts_with("a/") || name.starts_with("b/") ? withoutFirstFolder(name) : name;
            };
            const auto both = commonPath(oldName, newName);
            file.newPath = isGone ? std::string() : both.value_or(prefixed(newName));
            file.oldPath = isNew ? std::string() : both.value_or(prefixed(isGone ? oldName : newName));
        }
        m_inHeader = true;
        ++m_at;
    }

    void hunk(std::string_view line)
    {
        PatchHunk hunk;
        hunk.line = m_at + 1;
        std::size_t newStart = 0;
        auto text = line.substr(4);
        const bool hasOld = readRange(text, hunk.oldStart, hunk.oldCount) && text.starts_with(" +");
        text.remove_prefix(hasOld ? 2 : 0);
        if (m_files.empty() || m_files.back().path().empty() || !hasOld || !readRange(text, newStart, hunk.newCount)
            || !text.starts_with(" @@"))
            return corrupt();
        std::size_t olds = hunk.oldCount;
        std::size_t news = hunk.newCount;
        while (olds != 0 || news != 0) {
            if (++m_at == m_lines.size())
                return corrupt();
            std::string_view raw = m_lines[m_at];
            const char kind = trimmedEnd(raw).empty() ? ' ' : raw.front(); // mail programs take the blank of an empty line
            if (!trimmedEnd(raw).empty())
                raw.remove_prefix(1);
            if ((kind != '-' && news == 0) || (kind != '+' && olds == 0) || (kind != ' ' && kind != '-' && kind != '+'))
                return corrupt();
            olds -= kind != '+' ? 1 : 0;
            news -= kind != '-' ? 1 : 0;
            hunk.lines.push_back({kind, std::string(raw)});
            if (m_at + 1 < m_lines.size() && m_lines[m_at + 1].starts_with('\\')) {
                std::string &last = hunk.lines.back().text;
                if (last.ends_with('\n'))
                    last.pop_back();
                ++m_at;
            }
        }
        m_files.back().hunks.push_back(std::move(hunk));
        m_inHeader = false;
    }

    /// Two blocks, forward and reverse, each with a heading, lines of base85 and a blank line.
    void binary()
    {
        std::string &out = m_files.back().binary;
        out = "GIT binary patch\n";
        int blocks = 0;
        while (blocks < 2 && ++m_at < m_lines.size()) {
            const auto line = trimmedEnd(m_lines[m_at]);
            out += line;
            out += '\n';
            blocks += line.empty() ? 1 : 0;
        }
        m_inHeader = false;
        if (blocks == 0)
            corrupt();
    }

    void corrupt()
    {
        const std::string path = m_files.empty() ? std::string() : m_files.back().path();
        m_problem = Error{
            ErrorKind::Input,
            Message(QT_TRANSLATE_NOOP("app", "The patch is corrupt: %1."),
                    {(path.empty() ? std::string() : path + ", ") + placeInPatch(m_at + 1, m_firstLine)}),
            {},
            Message(QT_TRANSLATE_NOOP("app", "Make it again with “git format-patch”; mail programs often damage patches."))};
    }

    void unsupported(Message what, Message hint)
    {
        m_problem = Error{ErrorKind::Input, std::move(what), placeInPatch(m_at + 1, m_firstLine), std::move(hint)};
    }

    std::vector<std::string_view> m_lines;
    std::size_t m_firstLine;
    std::size_t m_at = 0;
    bool m_inHeader = false; ///< between the start of a file and its first hunk
    bool m_isGit = false;
    std::vector<FilePatch> m_files;
    std::optional<Error> m_problem;
};

} // namespace

std::string placeInPatch(std::size_t line, std::size_t firstLine)
{
    return firstLine == 0 ? "line " + std::to_string(line) + " of the diff"
                          : "line " + std::to_string(line + firstLine - 1) + " of the patch";
}

Result<std::vector<FilePatch>> readDiff(std::string_view diff, std::size_t firstLine)
{
    return DiffReader(diff, firstLine).read();
}

} // namespace countersign::git
