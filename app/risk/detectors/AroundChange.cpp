// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AroundChange.h"
#include "Words.h"

#include "risk/LiteralScanner.h"

#include <algorithm>
#include <cctype>

namespace countersign::risk
{

namespace
{

constexpr std::size_t mostFiles = 4'000;
constexpr std::size_t mostBytes = 64U << 20U;
constexpr std::size_t largestFile = 1U << 20U; ///< a larger one is data
constexpr std::size_t mostMentions = 50; ///< of one name

using Mentions = std::map<std::string, std::vector<Mention>, std::less<>>;

/// Looks for many names in many texts.
class NameSearch
{
public:
    explicit NameSearch(const std::set<std::string, std::less<>> &names)
        : m_names(names.begin(), names.end())
        , m_scanner(lowerCase(m_names))
    {
    }

    void search(const std::string &path, std::string_view bytes, Mentions &mentions) const
    {
        std::vector<int> found;
        m_scanner.scan(bytes, found);
        for (const int index : found) {
            const std::string &name = m_names[static_cast<std::size_t>(index)];
            auto &places = mentions[name];
            LineNumber line = 1;
            std::size_t counted = 0;
            for (std::size_t at = bytes.find(name); at != std::string_view::npos && places.size() < mostMentions;
                 at = bytes.find(name, at + 1)) {
                line += static_cast<LineNumber>(std::ranges::count(bytes.substr(counted, at - counted), '\n'));
                counted = at;
                const std::size_t before = bytes.rfind('\n', at);
                const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
                const std::string_view content =
                    bytes.substr(start, std::min(bytes.find('\n', at), start + longestCodeLine) - start);
                if (holdsWord(content, name) && (places.empty() || places.back().line != line || places.back().path != path))
                    places.push_back({path, line, std::string(content)});
            }
            if (places.empty())
                mentions.erase(name);
        }
    }

private:
    static std::vector<std::string> lowerCase(std::vector<std::string> names)
    {
        for (std::string &name : names)
            std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return names;
    }

    std::vector<std::string> m_names;
    LiteralScanner m_scanner;
};

} // namespace

Mentions mentionsAtHead(const ChangeContext &context, const std::set<std::string, std::less<>> &names,
                        const std::function<bool(std::string_view)> &wanted)
{
    Mentions mentions;
    if (names.empty())
        return mentions;
    const NameSearch search(names);
    std::set<std::string_view> changed;
    for (const FileChange &file : context.files) {
        changed.insert(file.delta.newSide.path);
        if (file.delta.newSide.exists() && file.newText.bytes().size() <= largestFile && wanted(file.delta.newSide.path))
            search.search(file.delta.newSide.path, file.newText.bytes(), mentions);
    }
    if (!context.head)
        return mentions;
    std::size_t files = 0;
    std::size_t bytes = 0;
    for (const std::string &path : context.head->paths()) {
        if (changed.contains(path) || !wanted(path))
            continue;
        const FileClass fileClass = classify(path);
        if (fileClass == FileClass::Generated || fileClass == FileClass::Vendored || fileClass == FileClass::LockFile
            || fileClass == FileClass::Translation || fileClass == FileClass::Documentation)
            continue;
        if (++files > mostFiles || bytes > mostBytes)
            break;
        const auto content = context.head->content(path);
        if (!content || content->size() > largestFile)
            continue;
        bytes += content->size();
        search.search(path, *content, mentions);
    }
    return mentions;
}

} // namespace countersign::risk
