// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "AroundChange.h"
#include "GraphQlSchema.h"
#include "MakeFinding.h"
#include "Promise.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include "core/SafeText.h"

#include <algorithm>
#include <map>
#include <set>

namespace countersign::risk
{

namespace
{

constexpr std::size_t mostNames = 60; ///< of one change
constexpr std::size_t shownUsers = 4;
constexpr std::size_t mostEvidence = 12;
constexpr std::size_t mostPromises = 200; ///< judged in one file: each is looked for in the whole of it

/// The name of a definition that others may use, at a line of code; empty: none.
std::string publicName(std::string_view line, std::string_view path)
{
    static const RE2 topLevel(
        R"(^(?:export\s+(?:default\s+)?)?(?:async\s+)?(?:def|class|function|const|interface|type|enum|module)\s+([A-Za-z][\w]{3,})|^func\s+([A-Z]\w{3,})\s*[(\[]|^pub\s+(?:async\s+|unsafe\s+)?(?:fn|struct|enum|trait|const|type)\s+(\w{4,})|^\s*(?:@\w+\s+)*(?:public|open)\s+(?:static\s+|final\s+|abstract\s+|async\s+|override\s+|virtual\s+|sealed\s+|partial\s+)*(?:class|interface|enum|record|struct|protocol|func|fun)\s+(\w{4,}))",
        patternOptions());
    static const RE2 method(
        R"(^\s*(?:public|open)\s+(?:static\s+|final\s+|async\s+|virtual\s+|synchronized\s+|function\s+)*(?:[\w<>\[\],.?]+\s+)?(\w{4,})\s*\()",
        patternOptions());
    std::string a;
    std::string b;
    std::string c;
    std::string d;
    if (line.size() > longestCodeLine)
        return {};
    if (path.ends_with(".js") || path.ends_with(".ts") || path.ends_with(".tsx") || path.ends_with(".jsx")) {
        if (!line.starts_with("export "))
            return {};
    }
    if (RE2::PartialMatch(pieceOf(line), topLevel, &a, &b, &c, &d))
        return a + b + c + d;
    return RE2::PartialMatch(pieceOf(line), method, &a) ? a : std::string();
}

/// Parameters without a default; nothing when the list does not end on the line.
std::optional<std::size_t> demandedParameters(std::string_view line)
{
    const std::size_t open = line.find('(');
    if (open == std::string_view::npos)
        return std::nullopt;
    int depth = 0;
    std::size_t count = 0;
    std::string parameter;
    const auto take = [&] {
        const std::string one = folded(parameter);
        const bool isFree = one.empty() || one.contains('=') || one.starts_with('*') || one == "self" || one == "cls"
            || one == "this" || one == "&self" || one == "&mut self" || one.contains("...") || one.contains('?')
            || one.starts_with("params ");
        count += isFree ? 0 : 1;
        parameter.clear();
    };
    for (const char c : line.substr(open, longestCodeLine)) {
        depth += c == '(' || c == '[' || c == '<' || c == '{' ? 1 : c == ')' || c == ']' || c == '>' || c == '}' ? -1 : 0;
        if (depth == 0 && c == ')') {
            take();
            return count;
        }
        if (depth == 1 && c == ',')
            take();
        else if (!(depth == 1 && c == '('))
            parameter += c;
    }
    return std::nullopt;
}

std::string_view endingOf(std::string_view path)
{
    const std::size_t dot = path.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : path.substr(dot);
}

bool isSameLanguage(std::string_view a, std::string_view b)
{
    const auto family = [](std::string_view ending) {
        if (ending == ".ts" || ending == ".tsx" || ending == ".js" || ending == ".jsx" || ending == ".mjs" || ending == ".vue")
            return std::string_view(".js");
        if (ending == ".kt" || ending == ".scala" || ending == ".groovy")
            return std::string_view(".java");
        return ending;
    };
    return family(endingOf(a)) == family(endingOf(b));
}

struct Place {
    const FileChange *file = nullptr;
    Row row;
    bool isGone = false; ///< else: asks for more
};

/// Public definitions that went, or demand more parameters than before.
struct BrokenNames {
    explicit BrokenNames(const ChangeContext &context)
    {
        for (const FileChange &file : context.files) {
            if (file.fileClass != FileClass::Code)
                continue;
            for (const Row &row : file.rows.rows) {
                if (all.size() >= mostNames)
                    return;
                if (row.kind == RowKind::Removed || row.kind == RowKind::Changed)
                    note(file, row);
            }
        }
    }

    std::map<std::string, Place, std::less<>> all;

private:
    /// A member whose type went with it, or that only fills in what a supertype demands.
    static bool isToldByItsType(const FileChange &file, LineNumber line)
    {
        const Text &text = file.oldText;
        if (indentOf(text.line(line)) == 0)
            return false;
        if (text.line(line).contains("override ") || (line > 1 && text.line(line - 1).contains("@Override")))
            return true;
        const LineNumber header = enclosingDefinition(text, line);
        return header != noLine && std::ranges::none_of(file.rows.rows, [header](const Row &row) {
                   return row.left == header && row.right != noLine;
               });
    }

    void note(const FileChange &file, const Row &row)
    {
        const std::string name = publicName(file.oldText.line(row.left), file.delta.oldSide.path);
        if (name.empty() || (row.right == noLine && isToldByItsType(file, row.left)))
            return;
        if (row.right != noLine && publicName(file.newText.line(row.right), file.path()) == name) {
            const auto before = demandedParameters(file.oldText.line(row.left));
            const auto after = demandedParameters(file.newText.line(row.right));
            if (before && after && *after > *before)
                all.emplace(name, Place{&file, row, false});
        } else if (!holdsWord(file.newText, name)) {
            all.emplace(name, Place{&file, row, true});
        }
    }
};

/// SCP-08: what others rely on changed, and the others did not.
class BrokenContracts final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "SCP-08"; }

    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        const FileClass fileClass = file.file().fileClass;
        if (fileClass == FileClass::Test || !isHandWritten(fileClass))
            return found;
        std::size_t judged = 0;
        for (const LineNumber line : file.changedLines(Side::Old)) {
            const Promise was = promiseIn(file.text(Side::Old).line(line), file.path(Side::Old));
            if (was.kind == Contract::None)
                continue;
            if (++judged > mostPromises)
                break;
            if (auto finding = judge(file, context, line, was))
                found.push_back(std::move(*finding));
        }
        std::ranges::stable_sort(found, std::ranges::greater(), &Finding::severity);
        for (std::size_t i = mostFindings; i < found.size() && found[mostFindings - 1].evidence.size() < mostEvidence; ++i)
            found[mostFindings - 1].evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Also in line %1"),
                                                          std::vector{std::to_string(found[i].startLine)});
        found.resize(std::min(found.size(), mostFindings));
        return found;
    }

    [[nodiscard]] std::set<std::string, std::less<>> namesAround(const ChangeContext &context) const override
    {
        std::set<std::string, std::less<>> names;
        for (const auto &[name, place] : context.facts<BrokenNames>().all)
            names.insert(name);
        return names;
    }

    [[nodiscard]] std::vector<Finding> inspectChange(const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        if (!context.head)
            return found;
        const auto &mentions = context.facts<HeadMentions>();
        std::set<std::string_view> changed;
        for (const FileChange &file : context.files)
            changed.insert(file.path());
        for (const auto &[name, place] : context.facts<BrokenNames>().all) {
            std::vector<Mention> here = mentions.of(name);
            std::erase_if(here, [](const Mention &mention) {
                const FileClass fileClass = classify(mention.path);
                return fileClass != FileClass::Code && fileClass != FileClass::Migration;
            });
            if (here.empty() || isDefinedElsewhere(here, *place.file, name, place.isGone))
                continue;
            std::vector<std::string> users;
            for (const Mention &mention : here) {
                if (!changed.contains(mention.path) && isSameLanguage(mention.path, place.file->path()) && uses(mention, name)
                    && !importsAnother(here, mention.path, *place.file))
                    users.push_back(mention.path + ":" + std::to_string(mention.line));
            }
            if (!users.empty())
                found.push_back(sayBroken(place, name, users));
        }
        return found;
    }

private:
    static constexpr std::size_t mostFindings = 3; ///< in one file, the gravest; the last of them lists the others

    /// A promise that went or took another form. Nothing: it stands elsewhere in the file, or was marked as gone.
    [[nodiscard]] std::optional<Finding> judge(FileContext &file, const ChangeContext &context, LineNumber line,
                                               const Promise &was) const
    {
        const Row &row = file.rowOf(Side::Old, line);
        const Text &now = file.text(Side::New);
        if (row.right != noLine) {
            const Promise is = promiseIn(now.line(row.right), file.path(Side::New));
            if (is.kind == was.kind && is.name == was.name && is.form == was.form)
                return std::nullopt;
        }
        const auto block = blockOf(file, line, was);
        if (!block)
            return std::nullopt; // the type that it belonged to went, and is told by itself
        for (LineNumber other = block->first; other <= block->second; ++other) {
            if (!now.line(other).contains(was.name))
                continue;
            const Promise is = promiseIn(now.line(other), file.path(Side::New));
            if (is.kind == was.kind && is.name == was.name && (is.form == was.form || was.kind == Contract::Serialised))
                return std::nullopt;
            if (is.kind == was.kind && is.name == was.name)
                return isWider(file, line, was, is) ? std::nullopt : std::optional(say(file, context, line, was, other));
        }
        const bool isReserved = was.kind == Contract::Proto && now.contains("reserved");
        if (isReserved || (was.kind == Contract::Serialised && !definitionStays(file, line)))
            return std::nullopt;
        return say(file, context, line, was, noLine);
    }

    /// Lines of the new side in which a promise of the old side has to stand: those of its type. Nothing: the type went.
    static std::optional<std::pair<LineNumber, LineNumber>> blockOf(const FileContext &file, LineNumber line, const Promise &was)
    {
        constexpr LineNumber longest = 5'000;
        const Text &now = file.text(Side::New);
        const LineNumber header = enclosingDefinition(file.text(Side::Old), line);
        if (header == noLine || was.kind == Contract::OpenApi || was.kind == Contract::Serialised)
            return std::pair(LineNumber{1}, now.lineCount());
        const LineNumber stands = file.rowOf(Side::Old, header).right;
        if (stands == noLine || definedName(now.line(stands)) != definedName(file.text(Side::Old).line(header)))
            return std::nullopt;
        return std::pair(stands, std::min(blockEnd(now, stands, longest), now.lineCount()));
    }

    /// What GraphQL gives out may become certain; what it takes in, an argument or a field of an input, may become optional.
    static bool isWider(const FileContext &file, LineNumber line, const Promise &was, const Promise &is)
    {
        const LineNumber header = enclosingDefinition(file.text(Side::Old), line);
        if (was.kind != Contract::GraphQl || header == noLine)
            return false;
        const bool isTaken =
            file.text(Side::Old).line(header).starts_with("input") || file.text(Side::Old).line(line).starts_with("    ");
        return isTaken ? was.form == is.form + "!" : is.form == was.form + "!";
    }

    /// What is serialised is still there.
    static bool definitionStays(const FileContext &file, LineNumber line)
    {
        const Row &row = file.rowOf(Side::Old, line);
        if (row.right != noLine)
            return looksAlike(file.text(Side::Old).line(line), file.text(Side::New).line(row.right));
        const LineNumber next = followingDefinition(file.text(Side::Old), line);
        return next != noLine && next != line && file.rowOf(Side::Old, next).right != noLine;
    }

    [[nodiscard]] Finding say(const FileContext &file, const ChangeContext &context, LineNumber line, const Promise &was,
                              LineNumber now) const
    {
        const bool isName = was.kind == Contract::Serialised;
        const Row &row = file.rowOf(Side::Old, line);
        Finding finding = makeFinding(
            {rule(), Severity::High,
             isName              ? Message(QT_TRANSLATE_NOOP("app", "The name on the wire changed: %1"), {shownMatch(was.name)})
                 : now != noLine ? Message(QT_TRANSLATE_NOOP("app", "A published contract changed: %1"), {shownMatch(was.name)})
                                 : Message(QT_TRANSLATE_NOOP("app", "A published contract lost: %1"), {shownMatch(was.name)}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Whoever talks to it with the old form, or reads what was stored with it, fails or misreads it.")),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Which versions are in use out there? Keep the old form beside the new one until they are gone."))},
            file, {Side::Old, line, line});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"),
                                      std::vector{shownLine(file.text(Side::Old).line(line))});
        const LineNumber shown = now != noLine ? now : row.right;
        if (shown != noLine)
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Now: %1"),
                                          std::vector{shownLine(file.text(Side::New).line(shown))});
        const LineNumber next = std::min(line + 1, file.text(Side::Old).lineCount());
        if (file.text(Side::Old).line(line).contains("eprecated") || file.text(Side::Old).line(next).contains("eprecated"))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "It was marked as deprecated.")));
        else if (was.kind == Contract::GraphQl)
            lowerByWhatLeadsThere(finding, file, context.facts<GraphQlSchema>(), line);
        return finding;
    }

    /// What clients reach through deprecated fields alone is announced to go with them.
    static void lowerByWhatLeadsThere(Finding &finding, const FileContext &file, const GraphQlSchema &schema, LineNumber line)
    {
        const Text &text = file.text(Side::Old);
        const bool isType = indentOf(text.line(line)) == 0;
        const LineNumber header = isType ? line : enclosingSection(text, line);
        if (schema.isDeprecated(file.path(Side::Old), line))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "It was marked as deprecated.")));
        else if (header != noLine && schema.isReachedByDeprecatedOnly(promiseIn(text.line(header), file.path(Side::Old)).name))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "Only what was marked as deprecated led to it.")));
    }

    /// Another file defines the name as well: its users may mean that one.
    /// "name = …" or "name: …"
    static bool isAssigned(std::string_view line, std::string_view name)
    {
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        if (!line.starts_with(name))
            return false;
        line.remove_prefix(name.size());
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        return line.starts_with('=') || line.starts_with(':');
    }

    static bool isDefinedElsewhere(const std::vector<Mention> &mentions, const FileChange &file, const std::string &name,
                                   bool isGone)
    {
        static const RE2 definition(
            R"(\b(?:def|class|func|function|fn|fun|interface|record|struct|trait|enum|type|const|var|let|val|module|object|static|void|public|private|protected|internal)\b|\bimport\b.*\bfrom\s+['"][^.]|^\s*(?:from|import|using|use)\s+[a-z])",
            patternOptions());
        return std::ranges::any_of(mentions, [&](const Mention &mention) {
            if (!isGone && mention.path == file.path())
                return false;
            std::string defined = definedName(mention.text);
            const std::size_t cut = defined.find_last_of(".:");
            if (cut != std::string::npos)
                defined.erase(0, cut + 1);
            return isAssigned(mention.text, name)
                || (defined == name && RE2::PartialMatch(mention.text, definition) && !mention.text.contains("import"));
        });
    }

    /// The file that uses the name imports it from another package (Java, Kotlin, Scala, Groovy: packages are folders).
    static bool importsAnother(const std::vector<Mention> &mentions, const std::string &user, const FileChange &file)
    {
        static const RE2 import(R"(^\s*import\s+(?:static\s+)?([\w.]+)\.\w+\s*;?\s*$)", patternOptions());
        const bool hasPackages = isSameLanguage(user, ".java");
        return hasPackages && std::ranges::any_of(mentions, [&](const Mention &mention) {
                   std::string from;
                   if (mention.path != user || !RE2::PartialMatch(mention.text, import, &from))
                       return false;
                   std::ranges::replace(from, '.', '/');
                   return !file.delta.oldSide.path.contains(from);
               });
    }

    static bool uses(const Mention &mention, const std::string &name)
    {
        const std::string code = bareCode(mention.text, mention.path);
        std::size_t at = code.find(name);
        std::size_t end = at + name.size();
        const auto isPart = [&] { return (at > 0 && isWordByte(code[at - 1])) || (end < code.size() && isWordByte(code[end])); };
        for (; at != std::string::npos && isPart(); end = at + name.size())
            at = code.find(name, at + 1);
        if (at == std::string::npos)
            return false;
        const bool isScript = mention.path.ends_with(".py") || mention.path.ends_with(".js") || mention.path.ends_with(".ts")
            || mention.path.ends_with(".tsx") || mention.path.ends_with(".rb");
        if (isScript && at > 0 && code[at - 1] == '.')
            return false; // some other object's
        const bool isCalled = end < code.size() && (code[end] == '(' || code[end] == '<');
        return isCalled || code.contains("import") || code.contains("new " + name);
    }

    [[nodiscard]] Finding sayBroken(const Place &place, const std::string &name, const std::vector<std::string> &users) const
    {
        const FileContext file(*place.file);
        const Span span =
            place.isGone ? Span{Side::Old, place.row.left, place.row.left} : Span{Side::New, place.row.right, place.row.right};
        Finding finding = makeFinding(
            {rule(), Severity::High,
             place.isGone
                 ? Message(QT_TRANSLATE_NOOP("app", "Removed, and still used outside of this change: %1"), {shownMatch(name)})
                 : Message(QT_TRANSLATE_NOOP("app", "Demands more than its callers give: %1"), {shownMatch(name)}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Its users were not changed with it; they fail when they are built or when they are next called.")),
             Message(QT_TRANSLATE_NOOP("app", "Change them as well, or keep the old form beside the new one."))},
            file, span);
        for (std::size_t i = 0; i < std::min(users.size(), shownUsers); ++i)
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Used at %1"), std::vector{safeText(users[i], 160)});
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeBrokenContracts()
{
    return std::make_unique<BrokenContracts>();
}

} // namespace countersign::risk
