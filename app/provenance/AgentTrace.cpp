// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AgentTrace.h"

#include "GitAiNote.h"
#include "StrictJson.h"

#include "core/Sha256.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <format>
#include <ranges>

namespace countersign::provenance
{

namespace
{

using nlohmann::json;

constexpr std::size_t mostTextBytes = 200;
constexpr std::size_t mostProblems = 10;
constexpr std::size_t mostRecords = 20'000;

std::uint32_t murmur3(std::string_view bytes)
{
    constexpr std::uint32_t c1 = 0xCC9E2D51U;
    constexpr std::uint32_t c2 = 0x1B873593U;
    const auto mixed = [](std::uint32_t k) { return std::rotl(k * c1, 15) * c2; };
    const auto byteAt = [bytes](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at])); };
    std::uint32_t hash = 0;
    const std::size_t whole = bytes.size() / 4 * 4;
    for (std::size_t i = 0; i < whole; i += 4) {
        const std::uint32_t k = byteAt(i) | byteAt(i + 1) << 8U | byteAt(i + 2) << 16U | byteAt(i + 3) << 24U;
        hash = std::rotl(hash ^ mixed(k), 13) * 5 + 0xE6546B64U;
    }
    std::uint32_t tail = 0;
    for (std::size_t i = bytes.size(); i-- > whole;)
        tail = tail << 8U | byteAt(i);
    if (bytes.size() > whole)
        hash ^= mixed(tail);
    hash ^= static_cast<std::uint32_t>(bytes.size());
    hash = (hash ^ hash >> 16U) * 0x85EBCA6BU;
    hash = (hash ^ hash >> 13U) * 0xC2B2AE35U;
    return hash ^ hash >> 16U;
}

bool readFile(const json &file, TraceRecord &record, std::size_t &rangeCount)
{
    const std::string path = textAt(file, "path");
    if (path.empty())
        return false;
    std::vector<TracedRange> &traced = record.files[path];
    for (const json &conversation : listAt(file, "conversations")) {
        for (const json &range : listAt(conversation, "ranges")) {
            const json &own = objectAt(range, "contributor");
            const json &contributor = own.empty() ? objectAt(conversation, "contributor") : own;
            const auto contribution = contributionOf(textAt(contributor, "type"));
            const auto lines = linesOf(range);
            if (!contribution || !lines || ++rangeCount > mostNoteRanges)
                return false;
            traced.push_back({*lines, textAt(range, "content_hash").substr(0, mostTextBytes), *contribution,
                              textAt(contributor, "model_id").substr(0, mostTextBytes)});
        }
    }
    return true;
}

std::optional<TraceRecord> readRecord(std::string_view line, std::size_t &rangeCount)
{
    const auto parsed = parseStrictJson(line);
    if (!parsed || !parsed->is_object() || !textAt(*parsed, "version").starts_with("0.1"))
        return std::nullopt;
    TraceRecord record;
    record.revision = textAt(objectAt(*parsed, "vcs"), "revision").substr(0, mostTextBytes);
    record.tool = textAt(objectAt(*parsed, "tool"), "name").substr(0, mostTextBytes);
    const json &files = listAt(*parsed, "files");
    if (!std::ranges::all_of(files, [&](const json &file) { return readFile(file, record, rangeCount); }))
        return std::nullopt;
    return record;
}

bool hasHash(std::string_view text, std::string_view hash)
{
    const auto colon = hash.find(':');
    const std::string_view name = hash.substr(0, colon);
    const std::string_view value = colon == std::string_view::npos ? std::string_view() : hash.substr(colon + 1);
    if (name == "sha256")
        return value.size() >= 16 && sha256Hex(text).starts_with(value); // writers cut it short
    return name == "murmur3" && std::format("{:08x}", murmur3(text)) == value;
}

} // namespace

AgentTraces parseAgentTraces(std::string_view lines)
{
    AgentTraces result;
    if (lines.size() > mostNoteBytes) {
        result.problems.push_back(
            Message(QT_TRANSLATE_NOOP("app", "The agent traces are larger than 16 MiB and were not read.")));
        return result;
    }
    std::size_t rangeCount = 0;
    std::size_t number = 0;
    for (const auto part : std::views::split(lines, '\n')) {
        const std::string_view line(part);
        ++number;
        if (line.empty())
            continue;
        if (result.records.size() == mostRecords) {
            result.problems.push_back(
                Message(QT_TRANSLATE_NOOP("app", "There are more than 20,000 agent traces; the rest was left out.")));
            break;
        }
        if (auto record = readRecord(line, rangeCount)) {
            result.byRevision[record->revision].push_back(result.records.size());
            result.records.push_back(std::move(*record));
        } else if (result.problems.size() < mostProblems) {
            result.problems.push_back(
                Message(QT_TRANSLATE_NOOP("app", "Line %1 of the agent traces is not understood and was left out."),
                        {std::to_string(number)}));
        }
    }
    return result;
}

bool fitsHash(const Text &text, LineRange lines, std::string_view hash)
{
    if (hash.empty() || lines.first == noLine || lines.last > text.lineCount())
        return false;
    const std::size_t begin = text.lineStart(lines.first);
    const std::size_t end = text.lineStart(lines.last) + text.rawLine(lines.last).size();
    const std::string_view whole = text.bytes().substr(begin, end - begin);
    if (hasHash(whole, hash))
        return true;
    return whole.ends_with('\n') && hasHash(whole.substr(0, whole.size() - 1), hash);
}

} // namespace countersign::provenance
