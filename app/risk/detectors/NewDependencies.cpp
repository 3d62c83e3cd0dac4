// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewDependencies.h"

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>

namespace countersign::risk
{

std::vector<NewDependency> newDependencies(const FileChange &file)
{
    std::vector<NewDependency> found;
    if (!file.delta.newSide.exists() || manifestKind(file.delta.newSide.path) == Ecosystem::None)
        return found;
    std::multimap<std::string, std::string> before;
    if (file.delta.oldSide.exists()) {
        for (Dependency &one : dependenciesOf(file.oldText, file.delta.oldSide.path))
            before.emplace(std::move(one.name), std::move(one.requirement));
    }
    for (Dependency &one : dependenciesOf(file.newText, file.delta.newSide.path)) {
        const auto [first, last] = before.equal_range(one.name);
        const bool stood = std::any_of(first, last, [&one](const auto &entry) { return entry.second == one.requirement; });
        if (!stood)
            found.push_back({std::move(one), first == last});
    }
    return found;
}

namespace
{

/// The change's own files by path, and those at the head that were asked for: many imports ask for the same few.
class HeadTexts
{
public:
    explicit HeadTexts(const ChangeContext &context)
        : m_head(context.head)
    {
        for (const FileChange &file : context.files) {
            if (file.delta.oldSide.exists())
                m_texts.try_emplace(file.delta.oldSide.path, std::nullopt); // deleted, or renamed
            if (file.delta.newSide.exists())
                m_texts.insert_or_assign(file.delta.newSide.path, file.newText);
        }
    }

    std::optional<Text> at(std::string_view path) const
    {
        constexpr std::size_t mostBytes = std::size_t{16} << 20U; // kept; beyond, a text is read again
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_texts.find(path); known != m_texts.end())
            return known->second;
        auto content = m_head ? m_head->content(path) : std::nullopt;
        std::optional<Text> text = content ? std::optional(Text(std::move(*content))) : std::nullopt;
        m_bytes += path.size() + (text ? text->bytes().size() : 0);
        if (m_bytes < mostBytes)
            m_texts.emplace(path, text);
        return text;
    }

private:
    const HeadFiles *m_head;
    mutable std::mutex m_mutex;
    mutable std::map<std::string, std::optional<Text>, std::less<>> m_texts; ///< nothing: no such file
    mutable std::size_t m_bytes = 0; ///< read
};

} // namespace

std::optional<Text> textAtHead(const ChangeContext &context, std::string_view path)
{
    return context.facts<HeadTexts>().at(path);
}

std::string_view folderOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string joinPath(std::string_view folder, std::string_view name)
{
    return folder.empty() ? std::string(name) : std::string(folder).append("/").append(name);
}

} // namespace countersign::risk
