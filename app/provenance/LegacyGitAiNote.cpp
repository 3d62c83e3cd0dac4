// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GitAiNote.h"
#include "StrictJson.h"
#include "TraceJson.h"

#include "core/SafeText.h"

#include <limits>
#include <optional>

namespace countersign::provenance
{

namespace
{

using nlohmann::json;

constexpr std::size_t mostNameBytes = 80;

std::optional<LineNumber> lineIn(const json &value)
{
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > std::numeric_limits<LineNumber>::max())
        return std::nullopt;
    const auto line = static_cast<LineNumber>(value.get<std::uint64_t>());
    return line != noLine ? std::optional(line) : std::nullopt;
}

/// 12, or [8, 34].
std::optional<LineRange> rangeIn(const json &value)
{
    const bool isPair = value.is_array() && value.size() == 2;
    const auto first = lineIn(isPair ? value[0] : value);
    const auto last = lineIn(isPair ? value[1] : value);
    return first && last && *first <= *last ? std::optional(LineRange{*first, *last}) : std::nullopt;
}

} // namespace

std::expected<GitAiNote, Message> parseLegacyGitAiNote(std::string_view note, const std::function<bool(std::string_view)> &isTool)
{
    if (note.size() > mostNoteBytes)
        return std::unexpected(Message(QT_TRANSLATE_NOOP("app", "The note is larger than 16 MiB and was not read.")));
    const auto parsed = parseStrictJson(note);
    if (!parsed || !parsed->is_object())
        return std::unexpected(Message(QT_TRANSLATE_NOOP("app", "The note is not valid JSON and was not read.")));
    if (const std::string version = textAt(*parsed, "schema_version"); version != "authorship/0.0.1")
        return std::unexpected(
            Message(QT_TRANSLATE_NOOP("app", "The note has the format “%1”, which is not known, and was not read."),
                    {safeText(version, 40)}));
    GitAiNote result;
    std::size_t rangeCount = 0;
    bool isWhole = true;
    for (const auto &[path, file] : objectAt(*parsed, "files").items()) {
        for (const json &author : listAt(file, "authors")) {
            Attestation attestation;
            const std::string name = textAt(author, "author").substr(0, mostNameBytes);
            const json &agent = objectAt(author, "agent_metadata");
            attestation.isHuman = agent.empty() && !isTool(name);
            attestation.tool = attestation.isHuman ? std::string() : name;
            attestation.model = textAt(agent, "model").substr(0, mostNameBytes);
            for (const json &lines : listAt(author, "lines")) {
                const auto range = rangeIn(lines);
                isWhole = isWhole && range && ++rangeCount <= mostNoteRanges;
                if (range && rangeCount <= mostNoteRanges)
                    attestation.ranges.push_back(*range);
            }
            result.files[path].push_back(std::move(attestation));
        }
    }
    if (!isWhole)
        result.problems.push_back(
            Message(QT_TRANSLATE_NOOP("app", "Some lines of the note are not understood and were left out.")));
    return result;
}

} // namespace countersign::provenance
