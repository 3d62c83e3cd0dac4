// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileFilter.h"

#include <utility>

namespace countersign::risk
{

namespace
{

constexpr std::uint32_t bit(FileClass fileClass)
{
    return 1U << std::to_underlying(fileClass);
}

std::optional<FileClass> classFromName(std::string_view text)
{
    for (int i = 0; i <= std::to_underlying(FileClass::Other); ++i) {
        if (name(static_cast<FileClass>(i)) == text)
            return static_cast<FileClass>(i);
    }
    return std::nullopt;
}

/// The glob as a regular expression for the whole path.
std::string expressionOf(std::string_view glob)
{
    std::string out;
    if (!glob.contains('/'))
        out = "(?:.*/)?";
    for (std::size_t i = 0; i < glob.size(); ++i) {
        if (glob.substr(i).starts_with("**/")) {
            out += "(?:.*/)?";
            i += 2;
        } else if (glob.substr(i).starts_with("**")) {
            out += ".*";
            ++i;
        } else if (glob[i] == '*') {
            out += "[^/]*";
        } else if (glob[i] == '?') {
            out += "[^/]";
        } else if (glob[i] == '{') {
            out += "(?:";
        } else if (glob[i] == '}') {
            out += ")";
        } else if (glob[i] == ',') {
            out += "|";
        } else {
            out += RE2::QuoteMeta(pieceOf(glob.substr(i, 1)));
        }
    }
    return out;
}

} // namespace

Result<FileFilter> FileFilter::compile(std::span<const std::string> entries)
{
    FileFilter filter;
    std::string globs;
    for (const std::string &entry : entries) {
        constexpr std::string_view classPrefix = "class:";
        if (!entry.starts_with(classPrefix)) {
            globs += (globs.empty() ? "(?:" : "|(?:") + expressionOf(entry) + ")";
            continue;
        }
        const auto fileClass = classFromName(std::string_view(entry).substr(classPrefix.size()));
        if (!fileClass)
            return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "Unknown class of files: %1"), {entry}), entry);
        filter.m_classes |= bit(*fileClass);
    }
    if (!globs.empty()) {
        auto compiled = Pattern::compile("^(?:" + globs + ")$");
        if (!compiled)
            return std::unexpected(compiled.error());
        filter.m_globs = std::move(*compiled);
    }
    return filter;
}

bool FileFilter::matches(std::string_view path, FileClass fileClass) const
{
    return (m_classes & bit(fileClass)) != 0 || (m_globs && m_globs->occursIn(path));
}

} // namespace countersign::risk
