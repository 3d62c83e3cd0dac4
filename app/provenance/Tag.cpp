// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Tag.h"

#include "CommitLines.h"
#include "StrictJson.h"
#include "Version.h"

#include "core/Clock.h"
#include "core/Hex.h"
#include "core/SafeText.h"
#include "core/Sha256.h"

namespace countersign::provenance
{

namespace
{

using nlohmann::json;

bool isUtf8(std::string_view bytes)
{
    for (std::size_t offset = 0; offset < bytes.size();) {
        const std::size_t start = offset;
        if (nextCodePoint(bytes, offset) == 0xFFFD && bytes.substr(start, offset - start) != "\xEF\xBF\xBD")
            return false;
    }
    return true;
}

std::string prefixedHash(std::string_view bytes)
{
    return "sha256:" + sha256Hex(bytes);
}

/// Agent Trace wants a UUID; this one (version 8, RFC 9562) is made from the record, so that tagging twice is the same.
std::string uuidOf(std::string_view bytes)
{
    std::string hex = sha256Hex(bytes).substr(0, 32);
    hex[12] = '8';
    hex[16] = "89ab"[static_cast<unsigned char>(hex[16]) % 4];
    for (const std::size_t at : {20U, 16U, 12U, 8U})
        hex.insert(at, "-");
    return hex;
}

std::vector<LineRange> rangesOf(const std::vector<LineNumber> &lines)
{
    std::vector<LineRange> ranges;
    for (const LineNumber line : lines) {
        if (!ranges.empty() && ranges.back().last + 1 == line)
            ranges.back().last = line;
        else
            ranges.push_back({line, line});
    }
    return ranges;
}

std::string_view textOf(const Text &text, LineRange lines)
{
    const std::size_t begin = text.lineStart(lines.first);
    const std::size_t end = text.lineStart(lines.last) + text.rawLine(lines.last).size();
    return text.bytes().substr(begin, end - begin);
}

/// One record for one commit.
class Recorder
{
public:
    Recorder(std::string_view tool, std::string_view model, const Signature &who)
        : m_tool(tool)
        , m_model(model)
        , m_who(who)
    {
    }

    [[nodiscard]] std::string assertedBy() const { return safeText(m_who.name + " <" + m_who.email + ">"); }

    Result<std::string> record(CommitLines &reader, const Commit &commit) const
    {
        const auto deltas = reader.deltas(commit, {});
        if (!deltas)
            return std::unexpected(deltas.error());
        json files = json::array();
        for (const FileDelta &delta : *deltas) {
            if (!delta.newSide.exists() || delta.kind == FileKind::Submodule)
                continue;
            const auto file = reader.file(commit, delta, {});
            if (!file)
                return std::unexpected(file.error());
            if (const auto own = file->ownLines(); !own.empty())
                files.push_back(fileRecord(*file, rangesOf(own)));
        }
        json record{{"version", "0.1.0"},
                    {"timestamp", formatUtc(m_who.time)},
                    {"vcs", {{"type", "git"}, {"revision", commit.id.hex()}}},
                    {"tool", {{"name", "countersign"}, {"version", std::string(engineVersion)}}},
                    {"asserted_by", assertedBy()},
                    {"basis", "person"},
                    {"contributor", contributor()},
                    {"files", std::move(files)}};
        record["id"] = uuidOf(record.dump());
        return record.dump();
    }

private:
    [[nodiscard]] json contributor() const
    {
        json who{{"type", "ai"}, {"tool", m_tool}};
        if (!m_model.empty())
            who["model_id"] = m_model;
        return who;
    }

    [[nodiscard]] json fileRecord(const CommitFile &file, const std::vector<LineRange> &ranges) const
    {
        json lines = json::array();
        for (const LineRange &range : ranges)
            lines.push_back({{"start_line", range.first},
                             {"end_line", range.last},
                             {"content_hash", prefixedHash(textOf(file.text, range))}});
        const std::string &path = file.delta.newSide.path;
        json record{{"path", safeText(path)},
                    {"blob", file.delta.newSide.blob.hex()},
                    {"content_hash", prefixedHash(file.text.bytes())},
                    {"conversations", json::array({{{"contributor", contributor()}, {"ranges", std::move(lines)}}})}};
        if (record["path"] != path)
            record["path_hex"] = toHex(path); // JSON holds no bytes that are not UTF-8
        return record;
    }

    std::string m_tool;
    std::string m_model;
    const Signature &m_who;
};

/// The lines of @p note without the record that a new one by the same person for the same tool replaces.
std::string withoutRecord(std::string_view note, const std::string &assertedBy, std::string_view tool)
{
    std::string kept;
    for (std::string_view rest = note; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto record = parseStrictJson(line);
        const bool isReplaced = record && textAt(*record, "asserted_by") == assertedBy && record->contains("contributor")
            && textAt((*record)["contributor"], "tool") == tool;
        if (!line.empty() && !isReplaced)
            kept.append(line).append("\n");
    }
    return kept;
}

} // namespace

Result<void> tagChange(git::Repository &repository, const Change &change, std::string_view tool, std::string_view model,
                       const Signature &who)
{
    if (tool.empty() || !isUtf8(tool) || !isUtf8(model))
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "No tool is named.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Name the tool that helped, for example claude-code or copilot.")));
    if (who.name.empty() || who.email.empty())
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "It is not known who you are.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Set your name and address: git config user.name and user.email.")));
    if (!change.isStored || change.commits.empty())
        return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "This change has no commits in the repository to tag.")),
                    change.id,
                    Message(QT_TRANSLATE_NOOP("app", "Apply the patch or fetch the bundle first, then tag the branch.")));
    CommitLines reader(repository, change, {});
    const Recorder recorder(tool, model, who);
    for (const Commit &commit : change.commits) {
        const auto record = recorder.record(reader, commit);
        if (!record)
            return std::unexpected(record.error());
        const auto before = repository.note(tagsRef, commit.id);
        if (!before)
            return std::unexpected(before.error());
        const std::string note = withoutRecord(before->value_or(""), recorder.assertedBy(), tool) + *record + "\n";
        if (auto written = repository.writeNote(tagsRef, commit.id, note, who); !written)
            return written;
    }
    return {};
}

} // namespace countersign::provenance
