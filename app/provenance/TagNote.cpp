// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GitAiNote.h"
#include "StrictJson.h"
#include "Tag.h"
#include "TraceJson.h"

#include "core/Hex.h"
#include "core/Sha256.h"

#include <algorithm>
#include <optional>
#include <ranges>

namespace countersign::provenance
{

namespace
{

using nlohmann::json;

constexpr std::size_t mostTextBytes = 200;
constexpr std::size_t mostProblems = 10;
constexpr std::string_view hashPrefix = "sha256:";

bool readFile(const json &file, TagRecord &record, std::size_t &rangeCount)
{
    if (!file.is_object())
        return false;
    const std::string hex = textAt(file, "path_hex");
    const auto path = hex.empty() ? std::optional(textAt(file, "path")) : bytesFromHex(hex);
    const auto blob = Oid::fromHex(textAt(file, "blob"));
    const std::string hash = textAt(file, "content_hash");
    if (!path || path->empty() || !blob || !hash.starts_with(hashPrefix))
        return false;
    TaggedFile tagged{*blob, hash.substr(hashPrefix.size()), {}};
    for (const json &conversation : listAt(file, "conversations")) {
        if (!conversation.is_object())
            return false;
        const auto meaning = contributionOf(textAt(objectAt(conversation, "contributor"), "type"));
        for (const json &range : listAt(conversation, "ranges")) {
            const auto lines = linesOf(range);
            if (!lines || !meaning || ++rangeCount > mostNoteRanges)
                return false;
            tagged.ranges.push_back({*lines, meaning->level, meaning->isAi});
        }
    }
    record.files.insert_or_assign(*path, std::move(tagged));
    return true;
}

std::optional<TagRecord> readRecord(std::string_view line, std::size_t &rangeCount)
{
    const auto parsed = parseStrictJson(line);
    if (!parsed || !parsed->is_object() || textAt(*parsed, "asserted_by").empty())
        return std::nullopt;
    const json &contributor = objectAt(*parsed, "contributor");
    TagRecord record;
    record.assertedBy = textAt(*parsed, "asserted_by").substr(0, mostTextBytes);
    record.basis = textAt(*parsed, "basis").substr(0, mostTextBytes);
    record.tool = textAt(contributor, "tool").substr(0, mostTextBytes);
    record.model = textAt(contributor, "model_id").substr(0, mostTextBytes);
    record.revision = textAt(objectAt(*parsed, "vcs"), "revision").substr(0, mostTextBytes);
    record.isOfVersion = textAt(*parsed, "scope") == scopeOfVersion;
    record.isAi = textAt(contributor, "type") == "ai";
    const json &files = listAt(*parsed, "files");
    if (!std::ranges::all_of(files, [&](const json &file) { return readFile(file, record, rangeCount); }))
        return std::nullopt;
    return record;
}

} // namespace

bool TaggedFile::fits(const Oid &id, const Text &text) const
{
    return blob == id && contentSha256 == sha256Hex(text.bytes());
}

TagNote parseTagNote(std::string_view note)
{
    TagNote result;
    if (note.size() > mostNoteBytes) {
        result.problems.push_back(Message(QT_TRANSLATE_NOOP("app", "The note is larger than 16 MiB and was not read.")));
        return result;
    }
    std::size_t rangeCount = 0;
    std::size_t number = 0;
    for (const auto part : std::views::split(note, '\n')) {
        const std::string_view line(part);
        ++number;
        if (line.empty())
            continue;
        if (auto record = readRecord(line, rangeCount))
            result.records.push_back(std::move(*record));
        else if (result.problems.size() < mostProblems)
            result.problems.push_back(Message(QT_TRANSLATE_NOOP("app", "Line %1 of the note is not understood and was left out."),
                                              {std::to_string(number)}));
    }
    return result;
}

} // namespace countersign::provenance
