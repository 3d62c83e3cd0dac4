// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AroundChange.h"
#include "Words.h"

#include "risk/LiteralScanner.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace countersign::risk
{

namespace
{

constexpr std::size_t mostFiles = 4'000;
constexpr std::size_t mostBytes = 64U << 20U;
constexpr std::size_t largestFile = 1U << 20U; ///< a larger one is data
constexpr std::size_t mostMentions = 100; ///< of one name

std::vector<std::string> lowerCase(std::vector<std::string> names)
{
    for (std::string &name : names)
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return names;
}

/// The lines of @p bytes that have @p name as a word are added to @p places.
void addPlaces(const std::string &path, std::string_view bytes, const std::string &name, std::vector<Mention> &places)
{
    LineNumber line = 1;
    std::size_t counted = 0;
    for (std::size_t at = bytes.find(name); at != std::string_view::npos && places.size() < mostMentions;
         at = bytes.find(name, at + 1)) {
        line += static_cast<LineNumber>(std::ranges::count(bytes.substr(counted, at - counted), '\n'));
        counted = at;
        const std::size_t before = bytes.rfind('\n', at);
        const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
        const std::string_view content = bytes.substr(start, std::min(bytes.find('\n', at), start + longestCodeLine) - start);
        if (holdsWord(content, name) && (places.empty() || places.back().line != line || places.back().path != path))
            places.push_back({path, line, std::string(content)});
    }
}

bool isWorthReading(std::string_view path)
{
    const FileClass fileClass = classify(path);
    return fileClass != FileClass::Generated && fileClass != FileClass::Vendored && fileClass != FileClass::LockFile
        && fileClass != FileClass::Translation && fileClass != FileClass::Documentation;
}

} // namespace

/// Many names, looked for at once.
class NameSearch
{
public:
    explicit NameSearch(const std::set<std::string, std::less<>> &names)
        : m_names(names.begin(), names.end())
        , m_scanner(lowerCase(m_names))
    {
    }
    [[nodiscard]] const LiteralScanner &scanner() const { return m_scanner; }
    [[nodiscard]] const std::string &name(int index) const { return m_names[static_cast<std::size_t>(index)]; }

private:
    std::vector<std::string> m_names;
    LiteralScanner m_scanner;
};

HeadMentions::HeadMentions(const ChangeContext &context)
{
    std::set<std::string, std::less<>> wanted;
    for (const auto &detector : detectors())
        wanted.merge(detector->namesAround(context));
    if (wanted.empty())
        return;
    const NameSearch names(wanted);
    std::set<std::string_view> changed;
    for (const FileChange &file : context.files) {
        changed.insert(file.delta.newSide.path);
        if (file.delta.newSide.exists() && file.newText.bytes().size() <= largestFile)
            search(names, file.delta.newSide.path, file.newText.bytes());
    }
    std::size_t files = 0;
    std::size_t bytes = 0;
    for (const std::string &path : context.head ? context.head->paths() : std::vector<std::string>()) {
        if (changed.contains(path) || !isWorthReading(path))
            continue;
        if (++files > mostFiles || bytes > mostBytes)
            break;
        const auto content = context.head->content(path);
        if (!content || content->size() > largestFile)
            continue;
        bytes += content->size();
        search(names, path, *content);
    }
}

void HeadMentions::search(const NameSearch &names, const std::string &path, std::string_view bytes)
{
    std::vector<int> found;
    names.scanner().scan(bytes, found);
    for (const int index : found)
        addPlaces(path, bytes, names.name(index), m_mentions[names.name(index)]);
}

const std::vector<Mention> &HeadMentions::of(std::string_view name) const
{
    static const std::vector<Mention> none;
    const auto found = m_mentions.find(name);
    return found == m_mentions.end() ? none : found->second;
}

} // namespace countersign::risk
