// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/SafeText.h"
#include "workbench/Json.h"

#include <QCoreApplication>

#include <algorithm>
#include <format>

namespace countersign::cli
{

namespace
{

constexpr int numberWidth = 6;

std::string number(LineNumber line)
{
    if (line == noLine)
        return std::string(numberWidth, ' ');
    std::string digits = std::to_string(line);
    return std::string(digits.size() < numberWidth ? numberWidth - digits.size() : 0, ' ') + digits;
}

/// Tabs to the next multiple of four, everything deceptive as an escape.
std::string cellText(std::string_view line, int width)
{
    std::string expanded;
    for (const char c : line.substr(0, 4 * static_cast<std::size_t>(width))) {
        if (c == '\t')
            expanded.append(4 - expanded.size() % 4, ' ');
        else
            expanded += c;
    }
    return fitted(safeText(expanded), width);
}

struct Look {
    char mark;
    std::string_view left;
    std::string_view right;
};

Look lookOf(RowKind kind)
{
    switch (kind) {
    case RowKind::Equal:
        return {' ', "0", "0"};
    case RowKind::Changed:
        return {'|', "31", "32"};
    case RowKind::Removed:
        return {'<', "31", "0"};
    case RowKind::Added:
        return {'>', "0", "32"};
    case RowKind::MovedFrom:
        return {'{', "36", "0"};
    case RowKind::MovedTo:
        return {'}', "0", "36"};
    }
    return {' ', "0", "0"};
}

std::string rowText(const Terminal &terminal, const FileChange &file, const Row &row, int width)
{
    const Look look = lookOf(row.kind);
    const auto side = [&](const Text &text, LineNumber line, std::string_view colour) {
        return terminal.styled(number(line) + " " + cellText(line == noLine ? std::string_view() : text.line(line), width),
                               colour);
    };
    return side(file.oldText, row.left, look.left) + " " + look.mark + " " + side(file.newText, row.right, look.right) + "\n";
}

std::string headingText(const Terminal &terminal, const FileChange &file)
{
    const FileDelta &delta = file.delta;
    std::string out = terminal.styled(safeText(delta.path()), "1") + "  " + label(delta.status).translated();
    if (delta.status == DeltaStatus::Renamed || delta.status == DeltaStatus::Copied)
        out += " ← " + safeText(delta.oldSide.path) + " " + std::to_string(delta.similarity) + " %";
    if (delta.kind != FileKind::Text)
        out += " · " + label(delta.kind).translated();
    if (delta.oldSide.exists() && delta.newSide.exists() && delta.oldSide.mode != delta.newSide.mode)
        out += std::format(" · {:o} → {:o}", delta.oldSide.mode, delta.newSide.mode);
    out += std::format(" · +{} -{}", file.rows.added, file.rows.removed);
    if (delta.kind == FileKind::Binary || delta.kind == FileKind::Image)
        out += std::format(" · {} → {} bytes", delta.oldSide.size, delta.newSide.size);
    return out + "\n";
}

std::string fileText(const Terminal &terminal, const FileChange &file, std::uint32_t context)
{
    const int width = std::max(20, (terminal.width() - 2 * (numberWidth + 1) - 3) / 2);
    std::string out = headingText(terminal, file);
    for (const auto &section : workbench::sections(file.rows, context)) {
        out += terminal.styled("  ⋯\n", "2");
        for (std::size_t i = section.first; i < section.last; ++i)
            out += rowText(terminal, file, file.rows.rows[i], width);
    }
    return out + "\n";
}

} // namespace

Exit runShow(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "show", 1, 1);
    arguments.addRepositoryOptions();
    arguments.addFormatOption("text|json");
    arguments.addOption({QStringLiteral("path")}, QT_TRANSLATE_NOOP("cli", "Only this file; may be given several times."),
                        "PATH");
    arguments.addOption({QStringLiteral("context")}, QT_TRANSLATE_NOOP("cli", "Equal lines around a change: a number or “all”."),
                        "LINES", QStringLiteral("3"));
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    std::uint32_t context = workbench::wholeFile;
    if (arguments.value("context") != "all") {
        bool valid = false;
        context = QString::fromStdString(arguments.value("context")).toUInt(&valid);
        if (!valid)
            return arguments.wrongUsage(QCoreApplication::translate("cli", "--context takes a number or “all”."));
    }
    auto opened = openChange(terminal, arguments, std::move(stop));
    if (!opened)
        return terminal.fault(opened.error());
    auto &files = opened->report.files;
    if (arguments.isSet("path")) {
        const auto wanted = arguments.values("path");
        std::erase_if(files, [&wanted](const auto &file) {
            return std::ranges::find(wanted, file->delta.newSide.path) == wanted.end()
                && std::ranges::find(wanted, file->delta.oldSide.path) == wanted.end();
        });
        if (files.empty())
            return terminal.fault(
                fail(ErrorKind::Input,
                     Message(QT_TRANSLATE_NOOP("app", "This change does not touch %1."), {safeText(wanted.front())}), {},
                     Message(QT_TRANSLATE_NOOP("app", "“countersign analyze” lists the files it touches.")))
                    .error());
    }
    if (arguments.format() == "json") {
        terminal.out(workbench::rowsJson(files, context));
        return Exit::Yes;
    }
    for (const auto &file : files)
        terminal.out(fileText(terminal, *file, context));
    return Exit::Yes;
}

} // namespace countersign::cli
