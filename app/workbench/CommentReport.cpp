// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommentReport.h"

#include "Markdown.h"

#include "core/Clock.h"
#include "core/SafeText.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ranges>

namespace countersign::workbench
{

namespace
{

using Json = nlohmann::ordered_json;

Json timeJson(const std::optional<std::int64_t> &time)
{
    return time ? Json(formatUtc(*time)) : Json(nullptr);
}

Json lineJson(LineNumber line)
{
    return line == noLine ? Json(nullptr) : Json(line);
}

Json threadJson(const PlacedThread &one)
{
    const auto &[thread, now, patchSet] = one;
    Json comments = Json::array();
    for (const auto &comment : thread.comments) {
        comments.push_back({{"id", comment.id},
                            {"author", comment.author},
                            {"time", formatUtc(comment.time)},
                            {"edited", timeJson(comment.edited)},
                            {"deleted", timeJson(comment.deleted)},
                            {"text", comment.text}});
    }
    const auto &anchor = thread.anchor;
    return {{"id", thread.id},
            {"state", name(thread.state)},
            {"stateBy", thread.stateBy},
            {"file", now.path},
            {"side", name(anchor.side)},
            {"place", name(now.place.kind)},
            {"startLine", lineJson(now.place.lines.first)},
            {"endLine", lineJson(now.place.lines.last)},
            {"madeAt",
             {{"patchSet", patchSet == 0 ? Json(nullptr) : Json(patchSet)},
              {"head", anchor.head.hex()},
              {"file", anchor.path},
              {"startLine", anchor.lines.first},
              {"endLine", anchor.lines.last}}},
            {"quote", anchor.quote},
            {"comments", std::move(comments)}};
}

std::string range(LineRange lines)
{
    return std::to_string(lines.first) + (lines.last == lines.first ? std::string() : "-" + std::to_string(lines.last));
}

/// One line for people; tabs to the next multiple of four.
std::string safeLine(std::string_view line)
{
    std::string expanded;
    for (const char c : line) {
        if (c == '\t')
            expanded.append(4 - expanded.size() % 4, ' ');
        else if (c != '\r')
            expanded += c;
    }
    return safeText(expanded);
}

std::string safeLines(std::string_view text, std::string_view prefix)
{
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    std::string out;
    for (const auto line : std::views::split(text, '\n'))
        out += std::string(prefix) + safeLine(std::string_view(line)) + "\n";
    return out;
}

/// A fence that no line of @p code can close.
std::string fenceFor(std::string_view code)
{
    std::size_t longest = 2;
    std::size_t run = 0;
    for (const char c : code) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return std::string(longest + 1, '`');
}

/// Text that stays text inside Markdown.
std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else
            out += c;
    }
    return out;
}

std::string threadMarkdown(const PlacedThread &one)
{
    const review::Thread &thread = one.thread;
    std::string out = "\n## " + escapedWord(placeText(one)) + "\n\n";
    out += Message(QT_TRANSLATE_NOOP("app", "Thread %1, %2."), {std::to_string(thread.id), label(thread.state).translated()})
               .translated();
    if (thread.anchor.side == Side::Old)
        out += " " + Message(QT_TRANSLATE_NOOP("app", "On the old side.")).translated();
    if (one.now.place.kind != review::PlaceKind::Exact)
        out += " "
            + Message(QT_TRANSLATE_NOOP("app", "Made at line %1 of patch set %2: %3."),
                      {range(thread.anchor.lines), one.patchSet == 0 ? std::string("?") : std::to_string(one.patchSet),
                       label(one.now.place.kind).translated()})
                  .translated();
    const std::string code = quoteText(one);
    const std::string fence = fenceFor(code);
    out += "\n\n" + fence + "\n" + code + fence + "\n";
    for (const auto &comment : thread.comments) {
        out += "\n**" + escapedWord(comment.author) + "** · " + formatUtc(comment.time);
        if (comment.deleted) {
            out += " · " + Message(QT_TRANSLATE_NOOP("app", "deleted")).translated() + "\n";
            continue;
        }
        if (comment.edited)
            out += " · " + Message(QT_TRANSLATE_NOOP("app", "edited")).translated();
        out += "\n\n" + escaped(safeLines(comment.text, "> "));
    }
    return out;
}

} // namespace

std::string placeText(const PlacedThread &one)
{
    const auto &now = one.now;
    const bool isKnown = now.place.lines.first != noLine;
    return safeText(now.path) + ":" + range(isKnown ? now.place.lines : one.thread.anchor.lines);
}

std::string quoteText(const PlacedThread &one)
{
    const auto &anchor = one.thread.anchor;
    std::string out;
    for (const auto line : std::views::split(anchor.quote, '\n'))
        out += safeLine(std::string_view(line)) + "\n";
    const auto quoted = static_cast<std::size_t>(std::ranges::count(anchor.quote, '\n')) + 1;
    if (const std::size_t all = anchor.lines.last - anchor.lines.first + 1; all > quoted)
        out += Message(QT_TRANSLATE_NOOP("app", "… %1 more lines"), {std::to_string(all - quoted)}).translated() + "\n";
    return out;
}

std::string commentsJson(const Change &change, const Talk &talk)
{
    Json threads = Json::array();
    for (const auto &one : talk.threads)
        threads.push_back(threadJson(one));
    const Json json{
        {"schema", "countersign.comments/1"},
        {"change", {{"id", change.id}, {"ref", change.ref}, {"base", change.mergeBase.hex()}, {"head", change.head.hex()}}},
        {"threads", std::move(threads)}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string commentsMarkdown(const Change &change, const Talk &talk)
{
    std::string out = "# " + Message(QT_TRANSLATE_NOOP("app", "Comments on %1"), {escapedWord(change.id)}).translated() + "\n\n"
        + escapedWord(change.title) + " (" + change.mergeBase.shortHex() + ".." + change.head.shortHex() + ")\n";
    for (const auto &one : talk.threads)
        out += threadMarkdown(one);
    if (talk.threads.empty())
        out += "\n" + Message(QT_TRANSLATE_NOOP("app", "No comments.")).translated() + "\n";
    return out;
}

} // namespace countersign::workbench
