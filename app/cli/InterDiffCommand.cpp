// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include "core/SafeText.h"
#include "workbench/InterDiffReport.h"
#include "workbench/PatchSets.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <format>

namespace countersign::cli
{

namespace
{

/// One end of the comparison.
struct End {
    workbench::InterEnd named;
    workbench::PatchSetTrees trees;
};

std::optional<std::size_t> numberFrom(std::string_view digits)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size() && number > 0 ? std::optional(number) : std::nullopt;
}

Result<End> endAt(const git::Repository &repository, const Change &change, const workbench::KnownPatchSet &known)
{
    auto trees = workbench::treesOf(repository, change, known);
    if (!trees)
        return std::unexpected(trees.error());
    return End{{known.number, known.set.base.value_or(Oid()), known.set.head, known.set.firstSeen}, *trees};
}

/// What --from or --to names: a number, or a range that need not have been seen before.
Result<End> namedEnd(git::Repository &repository, const Change &change, const std::vector<workbench::KnownPatchSet> &known,
                     const std::string &name, const std::stop_token &stop)
{
    if (name.find("..") != std::string::npos) {
        const auto range = git::resolveChange(repository, name, {}, stop);
        if (!range)
            return std::unexpected(range.error());
        return End{{0, range->mergeBase, range->head, 0}, {range->baseTree, range->headTree}};
    }
    const auto number = numberFrom(name);
    if (!number || *number > known.size())
        return fail(ErrorKind::Usage,
                    Message(QT_TRANSLATE_NOOP("app", "There is no patch set “%1”: %2 were seen here."),
                            {safeText(name), std::to_string(known.size())}),
                    {}, Message(QT_TRANSLATE_NOOP("app", "Name one by its number, or as BASE..HEAD.")));
    return endAt(repository, change, known[*number - 1]);
}

std::string originMark(const Terminal &terminal, workbench::Origin origin, std::string_view line)
{
    return origin == workbench::Origin::Author ? terminal.styled(line, "1") : terminal.styled(line, "2");
}

std::string lineText(const Terminal &terminal, char sign, const Text &text, LineNumber line, workbench::Origin origin)
{
    const char who = origin == workbench::Origin::Author ? '!' : ' ';
    std::string expanded;
    for (const char c : text.line(line)) {
        if (c == '\t')
            expanded.append(4 - expanded.size() % 4, ' ');
        else
            expanded += c;
    }
    return originMark(terminal, origin, std::format("  {} {}{:6} {}", who, sign, line, safeText(expanded, 400))) + "\n";
}

std::string fileText(const Terminal &terminal, const workbench::InterFile &file)
{
    std::string out = terminal.styled(safeText(file.path()), "1") + "  " + label(file.kind).translated();
    if (file.isAuthors())
        out += std::format(" · +{} -{}", file.author.added, file.author.removed);
    if (file.isConflict)
        out += " · " + QCoreApplication::translate("cli", "the rebase met a conflict here").toStdString();
    out += "\n";
    if (!file.isAuthors())
        return out;
    for (std::size_t i = 0; i < file.origins.size(); ++i) {
        const Row &row = file.change.rows.rows[i];
        if (row.kind == RowKind::Equal)
            continue;
        if (row.left != noLine)
            out += lineText(terminal, '-', file.change.oldText, row.left, file.origins[i].left);
        if (row.right != noLine)
            out += lineText(terminal, '+', file.change.newText, row.right, file.origins[i].right);
    }
    return out;
}

std::string endText(const workbench::InterEnd &end, const std::string &digest)
{
    const auto name = end.number == 0 ? QCoreApplication::translate("cli", "range")
                                      : QCoreApplication::translate("cli", "patch set %1").arg(end.number);
    return fitted(name.toStdString(), 14) + end.base.shortHex() + ".." + end.head.shortHex() + "  "
        + QCoreApplication::translate("cli", "patch %1").arg(QString::fromStdString(digest)).toStdString() + "\n";
}

std::string resultText(const Terminal &terminal, const End &from, const End &to, const workbench::InterDiff &result)
{
    std::string out = endText(from.named, result.digestA) + endText(to.named, result.digestB);
    out += terminal.styled(label(result.proof).translated(), result.isNothingChanged() ? "32" : "33") + "\n";
    if (!result.broughtByBase.empty())
        out += QCoreApplication::translate("cli", "%1 other files came with the new base.")
                   .arg(result.broughtByBase.size())
                   .toStdString()
            + "\n";
    out += "\n";
    for (const auto &file : result.files)
        out += fileText(terminal, file);
    if (!result.isNothingChanged())
        out += "\n"
            + QCoreApplication::translate("cli", "Lines marked with ! are the author's; the others came with the rebase.")
                  .toStdString()
            + "\n";
    return out;
}

struct Ends {
    End from;
    End to;
};

/// The two ends: as named, else the present patch set and the one before it.
Result<Ends> findEnds(ResolvedChange &resolved, const Arguments &arguments, const std::stop_token &stop)
{
    const auto known = workbench::knownPatchSets(resolved.repository, resolved.change, stop);
    if (!known)
        return std::unexpected(known.error());
    const auto end = [&](const char *option, const workbench::KnownPatchSet *standard) -> Result<End> {
        if (arguments.isSet(option))
            return namedEnd(resolved.repository, resolved.change, *known, arguments.value(option), stop);
        return endAt(resolved.repository, resolved.change, *standard);
    };
    const auto current = std::ranges::find_if(*known, &workbench::KnownPatchSet::isCurrent);
    auto to = end("to", &*current);
    if (!to)
        return std::unexpected(to.error());
    // The one before; for what is open now, the last other one: a push may have gone back to an earlier head.
    const std::size_t before = arguments.isSet("to") ? to->named.number
        : current->number == known->size()           ? current->number
                                                     : known->size() + 1;
    if (!arguments.isSet("from") && before < 2)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "No earlier patch set of this change was seen here.")), {},
                    Message(QT_TRANSLATE_NOOP("app", "Name what to compare with: --from BASE..HEAD.")));
    auto from = end("from", before < 2 ? nullptr : &(*known)[before - 2]);
    if (!from)
        return std::unexpected(from.error());
    return Ends{std::move(*from), std::move(*to)};
}

} // namespace

Exit runInterDiff(const Terminal &terminal, const QStringList &words, std::stop_token stop)
{
    Arguments arguments(terminal, "interdiff", 1, 1);
    arguments.addRepositoryOptions();
    arguments.addFormatOption("text|json");
    arguments.addOption(
        {QStringLiteral("from")},
        QT_TRANSLATE_NOOP("cli", "Patch set to compare with: its number or BASE..HEAD (default: the one before)."), "N");
    arguments.addOption(
        {QStringLiteral("to")},
        QT_TRANSLATE_NOOP("cli", "Patch set that is looked at: its number or BASE..HEAD (default: the present one)."), "M");
    if (const auto stopNow = arguments.parse(words))
        return *stopNow;
    auto resolved = resolveChange(arguments, stop);
    if (!resolved)
        return terminal.fault(resolved.error());
    const auto ends = findEnds(*resolved, arguments, stop);
    if (!ends)
        return terminal.fault(ends.error());
    const auto result = workbench::interDiff(resolved->repository, ends->from.trees, ends->to.trees, stop, statusLine(terminal));
    terminal.status({});
    if (!result)
        return terminal.fault(result.error());
    terminal.out(arguments.format() == "json"
                     ? workbench::interDiffJson(resolved->change.id, ends->from.named, ends->to.named, *result)
                     : resultText(terminal, ends->from, ends->to, *result));
    return Exit::Yes;
}

} // namespace countersign::cli
