// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Tag.h"

#include "CommitLines.h"
#include "StrictJson.h"
#include "TraceJson.h"
#include "Version.h"

#include "core/Clock.h"
#include "core/Hex.h"
#include "core/SafeText.h"
#include "core/Sha256.h"
#include "diff/FileLoader.h"

#include <algorithm>

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

    /// A record of the lines that the commit added, of one file when a path is given; empty when there are none.
    Result<std::string> record(CommitLines &reader, const Commit &commit, std::string_view path) const
    {
        const auto deltas = reader.deltas(commit, {});
        if (!deltas)
            return std::unexpected(deltas.error());
        json files = json::array();
        for (const FileDelta &delta : *deltas) {
            if (!delta.newSide.exists() || delta.kind == FileKind::Submodule || (!path.empty() && delta.newSide.path != path))
                continue;
            const auto file = reader.file(commit, delta, {});
            if (!file)
                return std::unexpected(file.error());
            if (const auto own = file->ownLines(); !own.empty())
                files.push_back(fileRecord(*file, rangesOf(own)));
        }
        return path.empty() || !files.empty() ? dump(commit, std::move(files), {}) : std::string();
    }

    /// A record of some lines of one version of a file.
    [[nodiscard]] std::string recordOfVersion(const Commit &commit, const CommitFile &file, LineRange lines) const
    {
        return dump(commit, json::array({fileRecord(file, {lines})}), scopeOfVersion);
    }

private:
    [[nodiscard]] std::string dump(const Commit &commit, json files, std::string_view scope) const
    {
        json record{{"version", "0.1.0"},
                    {"timestamp", formatUtc(m_who.time)},
                    {"vcs", {{"type", "git"}, {"revision", commit.id.hex()}}},
                    {"tool", {{"name", "countersign"}, {"version", std::string(engineVersion)}}},
                    {"asserted_by", assertedBy()},
                    {"basis", "person"},
                    {"contributor", contributor()},
                    {"files", std::move(files)}};
        if (!scope.empty())
            record["scope"] = scope;
        record["id"] = uuidOf(record.dump());
        return record.dump();
    }

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

/// What a record speaks of, so that a tag takes the place of one with the same scope only.
std::string scopeOf(const json &record)
{
    std::string scope = textAt(record, "scope");
    for (const json &file : listAt(record, "files")) {
        if (scope.empty() && listAt(record, "files").size() != 1)
            break;
        scope += " " + textAt(file, "path");
        for (const json &conversation : listAt(file, "conversations")) {
            for (const json &range : listAt(conversation, "ranges"))
                scope += textAt(record, "scope").empty() ? "" : " " + textAt(range, "content_hash");
        }
    }
    return scope;
}

/// The lines of @p note without the record that a new one by the same person for the same tool and scope replaces.
std::string withoutRecord(std::string_view note, const std::string &assertedBy, std::string_view tool, const std::string &scope)
{
    std::string kept;
    for (std::string_view rest = note; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto record = parseStrictJson(line);
        const bool isReplaced = record && textAt(*record, "asserted_by") == assertedBy && record->contains("contributor")
            && textAt((*record)["contributor"], "tool") == tool && scopeOf(*record) == scope;
        if (!line.empty() && !isReplaced)
            kept.append(line).append("\n");
    }
    return kept;
}

Result<void> addRecord(git::Repository &repository, const Commit &commit, const std::string &record,
                       const std::string &assertedBy, std::string_view tool, const Signature &who)
{
    const auto before = repository.note(tagsRef, commit.id);
    if (!before)
        return std::unexpected(before.error());
    const auto parsed = parseStrictJson(record);
    const std::string kept = withoutRecord(before->value_or(""), assertedBy, tool, parsed ? scopeOf(*parsed) : std::string());
    return repository.writeNote(tagsRef, commit.id, kept + record + "\n", who);
}

std::unexpected<Error> noSuchFile(const std::string &path)
{
    return fail(ErrorKind::Usage, Message(QT_TRANSLATE_NOOP("app", "The change adds no line to %1."), {safeText(path)}), {},
                Message(QT_TRANSLATE_NOOP("app", "Name a file of the change by its path in the repository.")));
}

/// Tags lines of the head's version of a file, whichever commits brought them.
Result<void> tagVersion(git::Repository &repository, const Change &change, const TagScope &scope, const Recorder &recorder,
                        std::string_view tool, const Signature &who)
{
    const auto head = std::ranges::find(change.commits, change.head, &Commit::id);
    const auto side = repository.entry(change.headTree, scope.path);
    if (!side)
        return std::unexpected(side.error());
    if (head == change.commits.end() || !*side)
        return noSuchFile(scope.path);
    const auto text = diff::loadText(repository, **side, FileKind::Text);
    if (!text)
        return std::unexpected(text.error());
    CommitFile file;
    file.delta.newSide = **side;
    file.text = text->value_or(Text());
    if (scope.lines->first == noLine || scope.lines->last < scope.lines->first || scope.lines->last > file.text.lineCount())
        return fail(ErrorKind::Usage,
                    Message(QT_TRANSLATE_NOOP("app", "The file has %1 lines."), {std::to_string(file.text.lineCount())}),
                    scope.path);
    return addRecord(repository, *head, recorder.recordOfVersion(*head, file, *scope.lines), recorder.assertedBy(), tool, who);
}

} // namespace

Result<void> tagChange(git::Repository &repository, const Change &change, std::string_view tool, std::string_view model,
                       const Signature &who, const TagScope &scope)
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
    if (scope.lines)
        return tagVersion(repository, change, scope, recorder, tool, who);
    bool isTagged = false;
    for (const Commit &commit : change.commits) {
        const auto record = recorder.record(reader, commit, scope.path);
        if (!record)
            return std::unexpected(record.error());
        if (record->empty())
            continue;
        isTagged = true;
        if (auto added = addRecord(repository, commit, *record, recorder.assertedBy(), tool, who); !added)
            return added;
    }
    return isTagged ? Result<void>() : noSuchFile(scope.path);
}

} // namespace countersign::provenance
