// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GitAiNote.h"

#include "StrictJson.h"

#include "core/SafeText.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace countersign::provenance
{

namespace
{

constexpr std::size_t mostNameBytes = 80;
constexpr std::size_t mostProblems = 10;

bool isHex(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// "1-4,9"; nothing unless every part is a number or an ascending range of numbers from 1 on.
std::optional<std::vector<LineRange>> parseRanges(std::string_view text)
{
    std::vector<LineRange> ranges;
    const char *at = text.data();
    const char *const end = at + text.size();
    const auto number = [&](LineNumber &value) {
        const auto [next, error] = std::from_chars(at, end, value);
        at = next;
        return error == std::errc() && value != noLine;
    };
    while (true) {
        LineRange range;
        if (!number(range.first))
            return std::nullopt;
        range.last = range.first;
        if (at < end && *at == '-') {
            ++at;
            if (!number(range.last) || range.last < range.first)
                return std::nullopt;
        }
        ranges.push_back(range);
        if (at == end)
            return ranges;
        if (*at++ != ',')
            return std::nullopt;
    }
}

/// Who an attestation key stands for, looked up in the metadata.
class Keys
{
public:
    explicit Keys(const nlohmann::json &metadata)
        : m_metadata(metadata)
    {
    }

    /// Fills in author, tool and model; false for a key of no known form.
    bool resolve(std::string_view key, Attestation &attestation) const
    {
        if (key.starts_with("h_") || key == "human") {
            attestation.isHuman = true;
            return true;
        }
        if (key.starts_with("s_")) {
            agent("sessions", key.substr(0, key.find("::")), attestation);
            return true;
        }
        // 16 or 7 digits by the standard; 8 digits, UUIDs and this word are written too.
        const bool isPrompt = (key.size() == 16 || key.size() == 7 || key.size() == 8) && isHex(key);
        const bool isUuid = key.size() == 36 && std::ranges::count(key, '-') == 4;
        if (isPrompt || isUuid)
            agent("prompts", key, attestation);
        return isPrompt || isUuid || key == "ai_agent";
    }

private:
    void agent(const char *map, std::string_view key, Attestation &attestation) const
    {
        const auto entries = m_metadata.find(map);
        if (entries == m_metadata.end() || !entries->is_object())
            return;
        const auto entry = entries->find(key);
        if (entry == entries->end() || !entry->is_object() || !entry->contains("agent_id"))
            return;
        attestation.tool = textAt((*entry)["agent_id"], "tool").substr(0, mostNameBytes);
        attestation.model = textAt((*entry)["agent_id"], "model").substr(0, mostNameBytes);
    }

    const nlohmann::json &m_metadata;
};

class Reader
{
public:
    explicit Reader(const nlohmann::json &metadata)
        : m_keys(metadata)
    {
    }

    void line(std::string_view text)
    {
        ++m_number;
        if (text.empty())
            return;
        if (text.starts_with("  "))
            entry(text.substr(2));
        else if (text.front() == ' ' || text.front() == '\t')
            leaveOut();
        else
            path(text);
    }

    GitAiNote take() { return std::move(m_note); }

private:
    void path(std::string_view text)
    {
        if (text.front() == '"') {
            if (text.size() < 3 || text.back() != '"') {
                m_entries = nullptr;
                leaveOut();
                return;
            }
            text = text.substr(1, text.size() - 2);
        }
        m_entries = &m_note.files[std::string(text)];
    }

    void entry(std::string_view text)
    {
        const auto blank = text.find(' ');
        Attestation attestation;
        if (!m_entries || blank == std::string_view::npos || !m_keys.resolve(text.substr(0, blank), attestation)) {
            leaveOut();
            return;
        }
        auto ranges = parseRanges(text.substr(blank + 1));
        if (!ranges || (m_rangeCount += ranges->size()) > mostNoteRanges) {
            leaveOut();
            return;
        }
        attestation.ranges = std::move(*ranges);
        m_entries->push_back(std::move(attestation));
    }

    void leaveOut()
    {
        if (m_note.problems.size() < mostProblems)
            m_note.problems.push_back(Message(QT_TRANSLATE_NOOP("app", "Line %1 of the note is not understood and was left out."),
                                              {std::to_string(m_number)}));
    }

    Keys m_keys;
    GitAiNote m_note;
    std::vector<Attestation> *m_entries = nullptr;
    std::size_t m_rangeCount = 0;
    std::size_t m_number = 0;
};

/// Where the line "---" begins; npos when there is none.
std::size_t dividerOf(std::string_view note)
{
    if (note.starts_with("---\n"))
        return 0;
    const auto found = note.find("\n---\n");
    return found == std::string_view::npos ? found : found + 1;
}

} // namespace

std::expected<GitAiNote, Message> parseGitAiNote(std::string_view note)
{
    if (note.size() > mostNoteBytes)
        return std::unexpected(Message(QT_TRANSLATE_NOOP("app", "The note is larger than 16 MiB and was not read.")));
    const auto divider = dividerOf(note);
    if (divider == std::string_view::npos)
        return std::unexpected(Message(QT_TRANSLATE_NOOP("app", "The note has no line “---” and was not read.")));
    const auto metadata = parseStrictJson(note.substr(divider + 4));
    if (!metadata || !metadata->is_object())
        return std::unexpected(
            Message(QT_TRANSLATE_NOOP("app", "The metadata of the note is not valid JSON, so the note was not read.")));
    if (const std::string version = textAt(*metadata, "schema_version"); version != "authorship/3.0.0")
        return std::unexpected(
            Message(QT_TRANSLATE_NOOP("app", "The note has the format “%1”, which is not known, and was not read."),
                    {safeText(version, 40)}));
    Reader reader(*metadata);
    for (std::string_view rest = note.substr(0, divider); !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        reader.line(line);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return reader.take();
}

} // namespace countersign::provenance
