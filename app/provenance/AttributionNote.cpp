// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttributionNote.h"

#include "GitAiNote.h"
#include "StrictJson.h"
#include "TraceJson.h"

#include <algorithm>

namespace countersign::provenance
{

namespace
{

using nlohmann::json;

constexpr std::size_t mostNameBytes = 80;

/// A share in percent; nothing when there is none, or it is no share.
std::optional<int> percentIn(const json &file)
{
    for (const char *key : {"percent", "aiContributionPercent"}) {
        const auto found = file.is_object() ? file.find(key) : file.end();
        if (found != file.end() && found->is_number())
            return static_cast<int>(std::clamp(found->get<double>(), 0.0, 100.0));
    }
    return std::nullopt;
}

} // namespace

std::expected<FileAttribution, Message> parseAttributionNote(std::string_view note)
{
    if (note.size() > mostNoteBytes)
        return std::unexpected(Message(QT_TRANSLATE_NOOP("app", "The note is larger than 16 MiB and was not read.")));
    const auto parsed = parseStrictJson(note);
    if (!parsed || !parsed->is_object())
        return std::unexpected(Message(QT_TRANSLATE_NOOP("app", "The note is not valid JSON and was not read.")));
    FileAttribution result;
    if (parsed->contains("ai_files")) {
        for (const json &path : listAt(*parsed, "human_files"))
            result.percent[path.is_string() ? path.get<std::string>() : std::string()] = 0;
        for (const json &path : listAt(*parsed, "ai_files"))
            result.percent[path.is_string() ? path.get<std::string>() : std::string()] = 100;
        result.percent.erase("");
        return result;
    }
    const json &files = objectAt(*parsed, "files");
    if (!parsed->contains("generator") && files.empty())
        return std::unexpected(Message(QT_TRANSLATE_NOOP("app", "The note has a form that is not known and was not read.")));
    result.tool = textAt(*parsed, "generator").substr(0, mostNameBytes);
    for (const auto &[path, file] : files.items()) {
        if (const auto percent = percentIn(file))
            result.percent[path] = *percent;
    }
    return result;
}

} // namespace countersign::provenance
