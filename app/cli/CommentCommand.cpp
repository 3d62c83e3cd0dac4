// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/Clock.h"
#include "core/SafeText.h"
#include "workbench/CommentReport.h"
#include "workbench/Discussion.h"

#include <QCoreApplication>

#include <charconv>
#include <ranges>

namespace countersign::cli
{

namespace
{

std::string_view colourOf(review::ThreadState state)
{
    return state == review::ThreadState::Open ? "33" : "32";
}

std::string indented(std::string_view text, std::string_view indent)
{
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    std::string out;
    for (const auto line : std::views::split(text, '\n'))
        out += std::string(indent) + safeText(std::string_view(line)) + "\n";
    return out;
}

std::string threadText(const Terminal &terminal, const workbench::PlacedThread &one)
{
    const auto &thread = one.thread;
    std::string out = terminal.styled(workbench::placeText(one), "1") + "  #" + std::to_string(thread.id) + "  "
        + terminal.styled(label(thread.state).translated(), colourOf(thread.state));
    if (thread.anchor.side == Side::Old)
        out += " " + QCoreApplication::translate("cli", "(old side)").toStdString();
    if (one.now.place.kind != review::PlaceKind::Exact)
        out += " · " + label(one.now.place.kind).translated();
    out += "\n";
    for (const auto line : std::views::split(workbench::quoteText(one), '\n')) {
        if (!line.empty())
            out += terminal.styled("    | " + std::string(std::string_view(line)), "2") + "\n";
    }
    for (const auto &comment : thread.comments) {
        out += "  " + safeText(comment.author) + " · " + formatUtc(comment.time);
        if (comment.deleted)
            out += " · " + Message("deleted").translated();
        else if (comment.edited)
            out += " · " + Message("edited").translated();
        out += "\n";
        if (!comment.deleted)
            out += indented(comment.text, "    ");
    }
    return out + "\n";
}

/// Opens the comments of the change that the first argument names.
Result<std::shared_ptr<workbench::Discussion>> openDiscussion(const Terminal &terminal, const Arguments &arguments,
                                                              const std::stop_token &stop)
{
    auto resolved = resolveChange(arguments, stop);
    if (!resolved)
        return std::unexpected(resolved.error());
    auto discussion = workbench::Discussion::open(resolved->repository, std::move(resolved->change), stop);
    if (discussion && (*discussion)->setAside())
        terminal.say(
            QCoreApplication::translate("cli", "The store of reviews was damaged. It was kept as %1 and a new one was begun.")
                .arg(QString::fromStdString((*discussion)->setAside()->string()))
                .toStdString());
    return discussion;
}

std::optional<LineNumber> lineFrom(std::string_view digits)
{
    LineNumber line = noLine;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), line);
    const bool isNumber = error == std::errc() && end == digits.data() + digits.size() && line != noLine;
    return isNumber ? std::optional(line) : std::nullopt;
}

struct Spot {
    std::string path;
    LineRange lines;
};

/// "FILE:LINE" or "FILE:FIRST-LAST".
std::optional<Spot> spotFrom(std::string_view text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return std::nullopt;
    const auto numbers = text.substr(colon + 1);
    const auto dash = numbers.find('-');
    const auto first = lineFrom(numbers.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : lineFrom(numbers.substr(dash + 1));
    if (!first || !last)
        return std::nullopt;
    return Spot{std::string(text.substr(0, colon)), {*first, *last}};
}

} // namespace

Exit runComments(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "comments", 1, 1);
    arguments.addRepositoryOptions();
    arguments.addFormatOption("text|markdown|json");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    const auto discussion = openDiscussion(terminal, arguments, stop);
    if (!discussion)
        return terminal.fault(discussion.error());
    const auto talk = (*discussion)->load(stop);
    if (!talk)
        return terminal.fault(talk.error());
    const Change &change = (*discussion)->change();
    if (arguments.format() == "json") {
        terminal.out(workbench::commentsJson(change, *talk));
    } else if (arguments.format() == "markdown") {
        terminal.out(workbench::commentsMarkdown(change, *talk));
    } else {
        for (const auto &one : talk->threads)
            terminal.out(threadText(terminal, one));
        if (talk->threads.empty())
            terminal.say(Message("No comments.").translated());
    }
    return Exit::Yes;
}

Exit runComment(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "comment", 3, -1);
    arguments.addRepositoryOptions();
    arguments.addOption({QStringLiteral("side")},
                        QT_TRANSLATE_NOOP("cli", "Side of the diff that the lines are counted on: old or new."), "old|new",
                        QStringLiteral("new"));
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    const auto positional = arguments.positional();
    const auto spot = spotFrom(positional[1]);
    if (!spot)
        return arguments.wrongUsage(QCoreApplication::translate("cli", "Name the place as FILE:LINE or FILE:FIRST-LAST."));
    const std::string side = arguments.value("side");
    if (side != "old" && side != "new")
        return arguments.wrongUsage(QCoreApplication::translate("cli", "--side takes old or new."));
    std::string text;
    for (std::size_t i = 2; i < positional.size(); ++i)
        text += (i == 2 ? "" : " ") + positional[i];
    if (text == "-") {
        if (positional.front() == "-")
            return arguments.wrongUsage(
                QCoreApplication::translate("cli", "Standard input cannot be both the change and the comment."));
        auto input = readStandardInput();
        if (!input)
            return terminal.fault(input.error());
        text = std::move(*input);
        while (text.ends_with('\n'))
            text.pop_back();
    }
    const auto discussion = openDiscussion(terminal, arguments, stop);
    if (!discussion)
        return terminal.fault(discussion.error());
    const auto posted = (*discussion)->post(spot->path, side == "old" ? Side::Old : Side::New, spot->lines, text);
    if (!posted)
        return terminal.fault(posted.error());
    terminal.say(QCoreApplication::translate("cli", "Thread %1 begun.").arg(*posted).toStdString());
    return Exit::Yes;
}

} // namespace countersign::cli
