// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AroundChange.h"
#include "Areas.h"
#include "Words.h"

#include "core/Workers.h"
#include "risk/HeadFiles.h"
#include "risk/LiteralScanner.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <iterator>
#include <span>

namespace countersign::risk
{

namespace
{

constexpr std::size_t mostFiles = 4'000;
constexpr std::size_t mostBytes = 64U << 20U;
constexpr std::size_t largestFile = 1U << 20U; ///< a larger one is data
constexpr std::size_t mostMentions = 100; ///< of one name
constexpr std::size_t blockFiles = 256; ///< looked at together

std::vector<std::string> lowerCase(std::vector<std::string> names)
{
    for (std::string &name : names)
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return names;
}

/// The lines of @p bytes that have @p name as a word are added to @p places.
void addPlaces(const std::string &path, std::string_view bytes, const std::string &name, std::vector<Mention> &places)
{
    const auto next = [&](std::size_t from) {
        const void *found = memmem(bytes.data() + from, bytes.size() - from, name.data(), name.size());
        return found ? static_cast<std::size_t>(static_cast<const char *>(found) - bytes.data()) : std::string_view::npos;
    };
    LineNumber line = 1;
    std::size_t counted = 0;
    for (std::size_t at = next(0); at != std::string_view::npos && places.size() < mostMentions; at = next(at + 1)) {
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
        for (const std::string &name : m_names) {
            m_words.push_back(WordSet::wordsOf(name));
            m_hasNoWord |= m_words.back().empty();
            for (const WordSet::Word word : m_words.back())
                m_mayBeWanted[word % m_mayBeWanted.size()] = true;
        }
    }
    [[nodiscard]] const LiteralScanner &scanner() const { return m_scanner; }
    [[nodiscard]] const std::string &name(int index) const { return m_names[static_cast<std::size_t>(index)]; }
    /// Those whose words the text has, ascending.
    [[nodiscard]] std::vector<int> thatMayStandIn(const WordSet &text) const
    {
        std::vector<int> found;
        if (!m_hasNoWord && std::ranges::none_of(text.words(), [this](WordSet::Word word) {
                return m_mayBeWanted[word % m_mayBeWanted.size()];
            }))
            return found;
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            if (text.holds(m_words[i]))
                found.push_back(static_cast<int>(i));
        }
        return found;
    }

private:
    std::vector<std::string> m_names;
    std::vector<std::vector<WordSet::Word>> m_words; ///< of each name
    bool m_hasNoWord = false; ///< a name may stand anywhere
    std::vector<bool> m_mayBeWanted = std::vector<bool>(std::size_t{1} << 16U); ///< by digest, whether a name may have the word
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
    for (const FileChange &file : context.files)
        changed.insert(file.delta.newSide.path);
    searchIn(names, context);
    if (context.head)
        searchAround(names, *context.head, changed);
}

void HeadMentions::searchIn(const NameSearch &names, const ChangeContext &context)
{
    std::vector<Mentions> found(context.files.size());
    onThreads(found.size(), context.head ? context.head->readers() : 1, [&](std::size_t i) {
        const FileChange &file = context.files[i];
        if (file.delta.newSide.exists() && file.newText.bytes().size() <= largestFile)
            found[i] = search(names, file.delta.newSide.path, file.newText.bytes());
    });
    for (Mentions &file : found)
        take(std::move(file));
}

/// Block by block, each on all threads that can read; what is found is taken in the order of paths.
void HeadMentions::searchAround(const NameSearch &names, const HeadFiles &head, const std::set<std::string_view> &changed)
{
    std::vector<std::string_view> paths;
    for (const std::string &path : head.paths()) {
        if (paths.size() == mostFiles)
            break;
        if (!changed.contains(path) && isWorthReading(path))
            paths.push_back(path);
    }
    std::size_t bytes = 0;
    for (std::span<const std::string_view> rest = paths; !rest.empty() && bytes <= mostBytes;) {
        const auto block = rest.first(std::min(rest.size(), blockFiles));
        rest = rest.subspan(block.size());
        std::vector<FoundIn> found(block.size());
        onThreads(block.size(), head.readers(), [&](std::size_t i) { found[i] = searchOne(names, head, block[i]); });
        for (FoundIn &file : found) {
            if (bytes > mostBytes)
                break;
            bytes += file.bytes;
            take(std::move(file.mentions));
        }
    }
}

/// Reads the file only where its words tell that a name may stand in it.
HeadMentions::FoundIn HeadMentions::searchOne(const NameSearch &names, const HeadFiles &head, std::string_view path)
{
    const auto words = head.words(path);
    if (words && words->textBytes() > largestFile)
        return {};
    const std::vector<int> standing = words ? names.thatMayStandIn(*words) : std::vector<int>();
    if (words && standing.empty())
        return {words->textBytes(), {}};
    const auto content = head.content(path);
    if (!content || content->size() > largestFile)
        return {};
    return {content->size(),
            words ? places(names, standing, std::string(path), *content) : search(names, std::string(path), *content)};
}

HeadMentions::Mentions HeadMentions::search(const NameSearch &names, const std::string &path, std::string_view bytes)
{
    std::vector<int> found;
    names.scanner().scan(bytes, found);
    return places(names, found, path, bytes);
}

HeadMentions::Mentions HeadMentions::places(const NameSearch &names, const std::vector<int> &which, const std::string &path,
                                            std::string_view bytes)
{
    Mentions mentions;
    for (const int index : which)
        addPlaces(path, bytes, names.name(index), mentions[names.name(index)]);
    return mentions;
}

void HeadMentions::take(Mentions more)
{
    for (auto &[name, places] : more) {
        std::vector<Mention> &all = m_mentions[name];
        const auto fitting = static_cast<std::ptrdiff_t>(std::min(places.size(), mostMentions - all.size()));
        std::ranges::move(places.begin(), places.begin() + fitting, std::back_inserter(all));
    }
}

void lookAround(const ChangeContext &context)
{
    (void)context.facts<HeadMentions>();
    (void)context.facts<AreasOfChange>();
}

const std::vector<Mention> &HeadMentions::of(std::string_view name) const
{
    static const std::vector<Mention> none;
    const auto found = m_mentions.find(name);
    return found == m_mentions.end() ? none : found->second;
}

} // namespace countersign::risk
