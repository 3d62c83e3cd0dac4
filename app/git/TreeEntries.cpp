// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TreeEntries.h"

#include <algorithm>
#include <charconv>

namespace countersign::git
{

namespace
{

/// As git reads modes that older versions wrote.
std::uint32_t canonical(std::uint32_t mode)
{
    switch (mode & TreeEntry::kindOfMode) {
    case 0100000:
        return (mode & 0100U) != 0 ? 0100755 : 0100644;
    case 0120000:
    case 0040000:
        return mode & TreeEntry::kindOfMode;
    default:
        return 0160000;
    }
}

} // namespace

std::strong_ordering operator<=>(const TreeEntry &a, const TreeEntry &b)
{
    const std::size_t common = std::min(a.name.size(), b.name.size());
    if (const int order = a.name.compare(0, common, b.name, 0, common); order != 0)
        return order <=> 0;
    const auto next = [common](const TreeEntry &entry) {
        return entry.name.size() > common ? static_cast<unsigned char>(entry.name[common]) : entry.isFolder() ? '/' : '\0';
    };
    return next(a) <=> next(b);
}

std::optional<TreeEntries> TreeEntries::parse(Handle<git_odb_object> object)
{
    if (git_odb_object_type(object) != GIT_OBJECT_TREE)
        return std::nullopt;
    TreeEntries tree;
    std::string_view rest(static_cast<const char *>(git_odb_object_data(object)), git_odb_object_size(object));
    while (!rest.empty()) {
        TreeEntry entry;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), entry.mode, 8);
        const auto blank = static_cast<std::size_t>(end - rest.data());
        const std::size_t nul = rest.find('\0', blank);
        if (error != std::errc() || nul == std::string_view::npos || rest[blank] != ' ' || nul == blank + 1
            || rest.size() - nul - 1 < Oid::size)
            return std::nullopt;
        entry.mode = canonical(entry.mode);
        entry.name = rest.substr(blank + 1, nul - blank - 1);
        entry.id = Oid::fromRaw(reinterpret_cast<const unsigned char *>(rest.data()) + nul + 1);
        tree.m_entries.push_back(entry);
        rest.remove_prefix(nul + 1 + Oid::size);
    }
    tree.m_object = std::move(object);
    return tree;
}

} // namespace countersign::git
