// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Markers.h"

#include "Ascii.h"

#include <algorithm>
#include <set>

namespace countersign::provenance
{

namespace
{

constexpr std::size_t detailBytes = 200;
constexpr std::size_t slugBytes = 40;

bool contains(const std::vector<std::string> &list, std::string_view text)
{
    return std::ranges::any_of(list, [&](const std::string &entry) { return equalIgnoringCase(entry, text); });
}

/// The address of "Name <address>", or the first word with an @ where there are no angle brackets.
std::optional<std::string_view> addressIn(std::string_view value)
{
    const auto open = value.rfind('<');
    if (open != std::string_view::npos) {
        const auto close = value.find('>', open);
        if (close != std::string_view::npos)
            return trimmed(value.substr(open + 1, close - open - 1));
    }
    for (std::string_view rest = value; !rest.empty();) {
        const auto end = std::min(rest.find_first_of(" \t,;()"), rest.size());
        if (rest.substr(0, end).find('@') != std::string_view::npos)
            return rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return std::nullopt;
}

/// Key and value of a line that looks like a trailer: "Some-Key: value".
std::optional<std::pair<std::string_view, std::string_view>> trailerIn(std::string_view line)
{
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 40)
        return std::nullopt;
    const std::string_view key = trimmed(line.substr(0, colon));
    if (!std::ranges::all_of(key, [](char c) { return isAsciiAlphanumeric(c) || c == '-'; }))
        return std::nullopt;
    return std::pair(key, trimmed(line.substr(colon + 1)));
}

/// The line without the pictures, bullets and blanks it may begin with.
std::string_view undecorated(std::string_view line)
{
    const auto isDecoration = [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || c == ' ' || c == '*' || c == '-' || c == '_';
    };
    const auto first = std::ranges::find_if_not(line, isDecoration);
    return line.substr(static_cast<std::size_t>(first - line.begin()));
}

bool isHex(std::string_view text)
{
    return std::ranges::all_of(text,
                               [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

bool isVersionWord(std::string_view word)
{
    return word.size() <= 10 && std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

std::string bounded(std::string_view text, std::size_t most)
{
    return std::string(text.substr(0, most));
}

} // namespace

/// Looks at one commit and collects what it finds, each thing once.
class Markers::Scan
{
public:
    Scan(const Markers &markers, std::vector<MarkerHit> &hits)
        : m_markers(markers)
        , m_hits(hits)
    {
    }

    void author(const Signature &who)
    {
        for (const Tool &tool : m_markers.m_tools) {
            const bool named = !tool.authorSuffix.empty() && who.name.ends_with(tool.authorSuffix);
            if (contains(tool.suggestions, who.email))
                add(ProvenanceLevel::Suggestion, tool, "author", who.email);
            else if (tool.isAutomation && contains(tool.authors, who.email))
                add(ProvenanceLevel::Automation, tool, "author", who.email);
            else if (named || contains(tool.authors, who.email))
                add(ProvenanceLevel::Agent, tool, "author", named ? who.name : who.email);
        }
    }

    /// Whoever only committed may have rebased somebody else's work, so this is weaker than an author.
    void committer(const Signature &who)
    {
        for (const Tool &tool : m_markers.m_tools) {
            if (!tool.isAutomation && contains(tool.authors, who.email))
                add(ProvenanceLevel::Asserted, tool, "committer", who.email);
        }
    }

    void line(std::string_view text)
    {
        if (const auto trailer = trailerIn(text)) {
            const auto &[key, value] = *trailer;
            if (contains(m_markers.m_personKeys, key))
                person(value, text);
            else if (contains(m_markers.m_judgedKeys, key))
                judged(value, text);
            else
                toolKey(key, value, text);
        }
        body(text);
    }

private:
    void person(std::string_view value, std::string_view text)
    {
        const auto address = addressIn(value);
        if (!address)
            return;
        for (const Tool &tool : m_markers.m_tools) {
            if (contains(tool.suggestions, *address))
                add(ProvenanceLevel::Suggestion, tool, "trailer", text);
            else if (!tool.isAutomation && (contains(tool.authors, *address) || contains(tool.trailers, *address)))
                add(ProvenanceLevel::Asserted, tool, "trailer", text);
        }
    }

    void judged(std::string_view value, std::string_view text)
    {
        if (addressIn(value)) {
            person(value, text);
        } else if (auto hit = m_markers.judgeValue(value)) {
            hit->detail = bounded(text, detailBytes);
            add(std::move(*hit));
        }
    }

    void toolKey(std::string_view key, std::string_view value, std::string_view text)
    {
        for (const Tool &tool : m_markers.m_tools) {
            for (const Key &marker : tool.keys) {
                const bool fits = marker.value.empty() ? !value.empty()
                    : marker.value == "<hex12>"        ? value.size() == 12 && isHex(value)
                                                       : equalIgnoringCase(marker.value, value);
                if (fits && equalIgnoringCase(marker.name, key))
                    add(ProvenanceLevel::Asserted, tool, "trailer", text);
            }
        }
    }

    void body(std::string_view text)
    {
        const std::string_view plain = undecorated(text);
        for (const Tool &tool : m_markers.m_tools) {
            const bool begins = std::ranges::any_of(tool.lines, [&](const std::string &start) {
                return plain.size() >= start.size() && equalIgnoringCase(plain.substr(0, start.size()), start);
            });
            const bool holds =
                std::ranges::any_of(tool.urls, [&](const std::string &url) { return text.find(url) != std::string_view::npos; });
            if (begins || holds)
                add(ProvenanceLevel::Asserted, tool, "body", text);
        }
    }

    void add(ProvenanceLevel level, const Tool &tool, std::string_view source, std::string_view detail)
    {
        add({level, tool.slug, std::string(source), bounded(detail, detailBytes)});
    }

    void add(MarkerHit hit)
    {
        if (m_seen.emplace(hit.level, hit.tool, hit.source, hit.detail).second)
            m_hits.push_back(std::move(hit));
    }

    const Markers &m_markers;
    std::vector<MarkerHit> &m_hits;
    std::set<std::tuple<ProvenanceLevel, std::string, std::string, std::string>> m_seen;
};

std::vector<MarkerHit> Markers::inspect(const Commit &commit) const
{
    std::vector<MarkerHit> hits;
    Scan scan(*this, hits);
    scan.author(commit.author);
    scan.committer(commit.committer);
    for (std::string_view rest = commit.message; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        if (const std::string_view line = trimmed(rest.substr(0, end)); !line.empty())
            scan.line(line);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return hits;
}

std::optional<MarkerHit> Markers::inspectBranch(std::string_view ref) const
{
    constexpr std::string_view local = "refs/heads/";
    constexpr std::string_view remote = "refs/remotes/";
    std::string_view branch;
    if (ref.starts_with(local)) {
        branch = ref.substr(local.size());
    } else if (ref.starts_with(remote)) {
        const std::string_view rest = ref.substr(remote.size());
        branch = rest.substr(std::min(rest.find('/'), rest.size() - 1) + 1);
    }
    for (const Tool &tool : m_tools) {
        for (const std::string &prefix : tool.branches) {
            if (branch.starts_with(prefix))
                return MarkerHit{ProvenanceLevel::Unknown, tool.slug, "branch", bounded(ref, detailBytes)};
        }
    }
    return std::nullopt;
}

const Markers::Tool *Markers::toolNamed(std::string_view lowerName) const
{
    for (const Tool &tool : m_tools) {
        if (tool.slug == lowerName || std::ranges::find(tool.names, lowerName) != tool.names.end())
            return &tool;
    }
    return nullptr;
}

std::string Markers::slugOf(std::string_view toolName) const
{
    const std::string lower = lowerCase(trimmed(toolName));
    const Tool *tool = toolNamed(lower);
    return tool ? tool->slug : bounded(lower, slugBytes);
}

bool Markers::isTool(std::string_view name) const
{
    return toolNamed(lowerCase(trimmed(name))) != nullptr;
}

bool Markers::areProductWords(std::string_view value) const
{
    const auto isName = [&](std::string_view word) {
        return std::ranges::find(m_models, word) != m_models.end() || toolNamed(word) != nullptr;
    };
    bool named = false;
    for (std::string_view rest = value; !rest.empty();) {
        const auto end = std::min(rest.find_first_of(" \t,/+-:"), rest.size());
        const std::string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (isName(word))
            named = true;
        else if (!word.empty() && !isVersionWord(word) && std::ranges::find(m_qualifiers, word) == m_qualifiers.end())
            return false;
    }
    return named;
}

std::optional<MarkerHit> Markers::judgeValue(std::string_view value) const
{
    // "NAME:MODEL [tools]" of the Linux kernel; what stands in brackets only tells how.
    const std::string lower = lowerCase(trimmed(value.substr(0, value.find_first_of("[("))));
    const auto colon = lower.find(':');
    const std::string_view model = colon == std::string::npos ? std::string_view() : std::string_view(lower).substr(colon + 1);
    const bool isPair = colon != 0 && lower.find(' ') > colon && !model.starts_with('/') && !model.starts_with(' ')
        && std::ranges::any_of(model.substr(0, model.find(' ')), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!isPair && !toolNamed(lower) && !areProductWords(lower))
        return std::nullopt;
    std::string name = lower.substr(0, colon);
    // "Claude Code 2.1": the longest beginning that is a tool's name.
    for (std::string_view start = name; !start.empty();
         start = trimmed(start.substr(0, std::min(start.rfind(' '), start.size())))) {
        if (const Tool *tool = toolNamed(start)) {
            name = tool->slug;
            break;
        }
        if (start.find(' ') == std::string_view::npos)
            break;
    }
    return MarkerHit{ProvenanceLevel::Asserted, bounded(name, slugBytes), "trailer", {}};
}

bool isSquash(const Commit &commit)
{
    const std::string first = commit.subject();
    const std::string_view subject = trimmed(first);
    const auto open = subject.rfind("(#");
    if (open == std::string_view::npos || !subject.ends_with(')'))
        return false;
    const std::string_view number = subject.substr(open + 2, subject.size() - open - 3);
    if (number.empty() || !std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; }))
        return false;
    int marks = 0;
    std::string_view rest = std::string_view(commit.message).substr(first.size());
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        const std::string_view bare = trimmed(line);
        if (line.starts_with("* ") || line.starts_with("- ")
            || (bare.size() >= 3 && bare.find_first_not_of('-') == std::string_view::npos))
            ++marks;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return marks >= 2;
}

} // namespace countersign::provenance
