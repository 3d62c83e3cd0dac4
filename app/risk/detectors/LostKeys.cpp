// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "AroundChange.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include "core/SafeText.h"

#include <algorithm>
#include <map>
#include <set>

namespace countersign::risk
{

namespace
{

constexpr std::size_t mostKeys = 60; ///< of one change
constexpr std::size_t shownReaders = 4;
constexpr std::size_t fewestDefined = 3; ///< variables that a repository writes down before a missing one is news

bool isSettings(const FileChange &file)
{
    static const RE2 named(
        R"((?i)(?:^|/)(?:\.env[\w.-]*|[\w.-]*\.(?:env|properties|ini|conf|cfg|ya?ml|toml|json|tfvars|xcconfig))$)",
        patternOptions());
    static const RE2 tools(
        R"((?i)(?:^|/)(?:package(?:-lock)?\.json|tsconfig[\w.]*\.json|composer\.json|pyproject\.toml|Cargo\.toml|\.\w+rc(?:\.\w+)?|renovate\.json|angular\.json|mkdocs\.ya?ml|pnpm-\w+\.ya?ml|\.pre-commit-config\.yaml|(?:open)?api[\w.-]*\.(?:ya?ml|json)|swagger[\w.-]*|launch(?:Settings)?\.json|tasks\.json|[\w.-]*schema[\w.-]*\.json|\.github/.*)$|(?:^|/)\.(?:github|vscode|idea|circleci)/)",
        patternOptions());
    static const RE2 data(R"(\.(?:json|ya?ml|toml)$)", patternOptions());
    static const RE2 settings(
        R"((?i)conf|setting|env|values|deploy|helm|k8s|kube|infra|compose|service|properties|options|param|feature|flags)",
        patternOptions());
    if (RE2::PartialMatch(file.path(), data) && !RE2::PartialMatch(file.path(), settings))
        return false; // data of another kind
    return (file.fileClass == FileClass::Configuration || file.fileClass == FileClass::Infrastructure
            || file.fileClass == FileClass::Other)
        && RE2::PartialMatch(file.path(), named) && !RE2::PartialMatch(file.path(), tools);
}

/// The key that a line of settings defines, when its name is one that is looked for by name.
std::string keyIn(std::string_view line)
{
    static const RE2 key(R"re(^\s*(?:-\s+)?(?:export\s+)?(?:name:\s*)?["']?([A-Za-z][\w.-]{4,80})["']?\s*(?:[:=]|$))re",
                         patternOptions());
    std::string name;
    if (line.size() > longestCodeLine || !RE2::PartialMatch(pieceOf(line), key, &name))
        return {};
    // "timeout" or "name" stand everywhere and say nothing.
    const bool isTelling = name.contains('_') || name.contains('.') || name.contains('-')
        || (name.size() >= 8 && std::ranges::any_of(name.substr(1), [](char c) { return c >= 'A' && c <= 'Z'; }));
    return isTelling ? name : std::string();
}

bool isReader(std::string_view path)
{
    const FileClass fileClass = classify(path);
    return fileClass == FileClass::Code || fileClass == FileClass::Infrastructure;
}

/// The line asks for the key: between quotes, after a dot, or in "${…}".
bool asksFor(std::string_view line, std::string_view key)
{
    for (std::size_t at = line.find(key); at != std::string_view::npos; at = line.find(key, at + 1)) {
        const char before = at > 0 ? line[at - 1] : ' ';
        const std::size_t end = at + key.size();
        const char after = end < line.size() ? line[end] : ' ';
        const bool isQuoted = (before == '"' || before == '\'' || before == '`') && (after == before || after == ':');
        if (isQuoted || ((before == '.' || before == '{' || before == '$') && !isWordByte(after)))
            return true;
    }
    return false;
}

struct Read {
    std::string name;
    bool isHard = false; ///< fails without it
};

/// The environment variable that a line of code reads without a default.
std::optional<Read> readIn(std::string_view line)
{
    static const RE2 hard(
        R"re((?:os\.environ\[\s*|ENV\.fetch\(\s*|std::env::var\(\s*|env::var\(\s*|env!\(\s*|mustGetenv\(\s*|requireEnv\(\s*)["']([A-Z][A-Z0-9_]{4,60})["']\s*[\])])re",
        patternOptions());
    static const RE2 soft(
        R"re((?:os\.getenv\(\s*|os\.environ\.get\(\s*|os\.Getenv\(\s*|ENV\[\s*|System\.getenv\(\s*|Environment\.GetEnvironmentVariable\(\s*|[^\w.]getenv\(\s*|ProcessInfo\.processInfo\.environment\[\s*)["']([A-Z][A-Z0-9_]{4,60})["']\s*[\])]\s*[^|?\s]|process\.env\.([A-Z][A-Z0-9_]{4,60})\b\s*(?:[;,)!]|$))re",
        patternOptions());
    static const RE2 known(
        R"(^(?:HOME|PATH|SHELL|HOSTNAME|TMPDIR|PYTHON\w*|NODE_\w+|GITHUB_\w+|GITLAB_\w+|CI_\w+|DEBUG|XDG_\w+|LC_\w+|KUBERNETES_\w+|AWS_\w+|JAVA_\w+|HTTPS?_PROXY|NO_PROXY|RAILS_\w+|RACK_\w+|ASPNETCORE_\w+|DOTNET_\w+|CARGO_\w+|RUST_\w+|TERM\w*|SSH_\w+|DISPLAY|LOGNAME|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAM\w+|SYSTEMROOT|NOTIFY_SOCKET|LISTEN_\w+|INVOCATION_ID|VIRTUAL_ENV|JOURNAL_STREAM)$)",
        patternOptions());
    Read read;
    std::string other;
    if (line.size() > longestCodeLine || !(line.contains("env") || line.contains("ENV") || line.contains("Env")))
        return std::nullopt;
    if (RE2::PartialMatch(pieceOf(line), hard, &read.name))
        read.isHard = true;
    else if (!RE2::PartialMatch(pieceOf(line), soft, &read.name, &other))
        return std::nullopt;
    read.name += other;
    return RE2::PartialMatch(read.name, known) ? std::nullopt : std::optional(read);
}

struct Place {
    const FileChange *file = nullptr;
    LineNumber line = noLine;
};

/// Keys that some file of settings had, and none of the change's has now.
struct GoneKeys {
    explicit GoneKeys(const ChangeContext &context)
    {
        std::vector<const FileChange *> settings;
        for (const FileChange &file : context.files) {
            if (isSettings(file))
                settings.push_back(&file);
        }
        for (const FileChange *file : settings)
            note(*file);
        std::erase_if(all, [&](const auto &one) {
            return std::ranges::any_of(settings,
                                       [&](const FileChange *file) { return holdsWord(file->newText, one.first); });
        });
    }

    std::map<std::string, Place, std::less<>> all;

private:
    void note(const FileChange &file)
    {
        for (const Row &row : file.rows.rows) {
            if ((row.kind != RowKind::Removed && row.kind != RowKind::Changed) || all.size() >= mostKeys)
                continue;
            const std::string key = keyIn(file.oldText.line(row.left));
            if (!key.empty() && !isBare(file.oldText.line(row.left), "a.yaml"))
                all.emplace(key, Place{&file, row.left});
        }
    }
};

/// Variables that added code needs.
struct NeededVariables {
    explicit NeededVariables(const ChangeContext &context)
    {
        for (const FileChange &file : context.files) {
            if (file.fileClass != FileClass::Code)
                continue;
            for (const Row &row : file.rows.rows) {
                if ((row.kind != RowKind::Added && row.kind != RowKind::Changed) || all.size() >= mostKeys)
                    continue;
                const auto read = readIn(file.newText.line(row.right));
                if (read && !file.oldText.contains(read->name) && !isBare(file.newText.line(row.right), file.path()))
                    all.emplace(read->name, std::pair(Place{&file, row.right}, read->isHard));
            }
        }
    }

    std::map<std::string, std::pair<Place, bool>, std::less<>> all; ///< and whether the code fails without
};

/// CFG-02: settings and their readers no longer fit.
class LostKeys final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "CFG-02"; }

    [[nodiscard]] std::set<std::string, std::less<>> namesAround(const ChangeContext &context) const override
    {
        std::set<std::string, std::less<>> names;
        for (const auto &[name, place] : context.facts<GoneKeys>().all)
            names.insert(name);
        for (const auto &[name, need] : context.facts<NeededVariables>().all)
            names.insert(name);
        return names;
    }

    [[nodiscard]] std::vector<Finding> inspectChange(const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        addLost(context, found);
        addUndefined(context, found);
        return found;
    }

private:
    void addLost(const ChangeContext &context, std::vector<Finding> &found) const
    {
        for (const auto &[name, place] : context.facts<GoneKeys>().all) {
            std::vector<std::string> readers;
            bool isDefined = false;
            for (const Mention &mention : context.facts<HeadMentions>().of(name)) {
                if (isReader(mention.path) && asksFor(mention.text, name))
                    readers.push_back(mention.path + ":" + std::to_string(mention.line));
                else if (!isReader(mention.path) && classify(mention.path) == FileClass::Configuration
                         && keyIn(mention.text) == name)
                    isDefined = true;
            }
            if (!readers.empty())
                found.push_back(sayLost(place, name, readers, isDefined));
        }
    }

    /// Needed variables that nothing defines, in a repository that writes its variables down.
    void addUndefined(const ChangeContext &context, std::vector<Finding> &found) const
    {
        const auto &needed = context.facts<NeededVariables>().all;
        if (!context.head || needed.empty() || definedVariables(context) < fewestDefined)
            return;
        for (const auto &[name, need] : needed) {
            const auto &[place, isHard] = need;
            const bool isKnown =
                std::ranges::any_of(context.facts<HeadMentions>().of(name), [&, own = &place](const Mention &mention) {
                    return classify(mention.path) != FileClass::Test
                        && (mention.path != own->file->path() || !readIn(mention.text));
                });
            if (!isKnown)
                found.push_back(sayUndefined(place, name, isHard));
        }
    }

    /// Variables in the files that name them: .env.example and the like.
    static std::size_t definedVariables(const ChangeContext &context)
    {
        static const RE2 sample(R"((?:^|/)\.env[\w.-]*$)", patternOptions());
        static const RE2 definition(R"((?m)^\s*(?:export\s+)?[A-Z][A-Z0-9_]{3,}\s*=)", patternOptions());
        std::size_t count = 0;
        for (const std::string &path : context.head->paths()) {
            if (!RE2::PartialMatch(path, sample))
                continue;
            const auto content = context.head->content(path);
            re2::StringPiece rest = content ? pieceOf(*content) : re2::StringPiece();
            while (count < fewestDefined && RE2::FindAndConsume(&rest, definition))
                ++count;
        }
        return count;
    }

    [[nodiscard]] Finding sayLost(const Place &place, const std::string &name, const std::vector<std::string> &readers,
                                  bool isDefined) const
    {
        const FileContext file(*place.file);
        Finding finding = makeFinding(
            {rule(), Severity::High,
             Message(QT_TRANSLATE_NOOP("app", "Setting removed that is still read: %1"), {shownMatch(name)}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Its readers fail at the next start, or silently go on with a default that nobody chose.")),
             Message(QT_TRANSLATE_NOOP("app", "Was it renamed? Then the readers have to follow, in every environment."))},
            file, {Side::Old, place.line, place.line});
        for (std::size_t i = 0; i < std::min(readers.size(), shownReaders); ++i)
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Read at %1"), std::vector{safeText(readers[i], 160)});
        if (isDefined)
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "Another file of settings still has it.")));
        if (isSamplePath(place.file->path()))
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "The path names seed or sample data.")));
        return finding;
    }

    [[nodiscard]] Finding sayUndefined(const Place &place, const std::string &name, bool isHard) const
    {
        const FileContext file(*place.file);
        Finding finding = makeFinding(
            {rule(), isHard ? Severity::High : Severity::Medium,
             Message(QT_TRANSLATE_NOOP("app", "A variable is read that nothing defines: %1"), {shownMatch(name)}),
             Message(QT_TRANSLATE_NOOP(
                 "app",
                 "The repository writes its variables down, and this one is in no file; the next start meets an empty value.")),
             Message(QT_TRANSLATE_NOOP("app", "Who sets it in each environment? Add it where the others stand."))},
            file, {Side::New, place.line, place.line});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Added: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(place.line))});
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeLostKeys()
{
    return std::make_unique<LostKeys>();
}

} // namespace countersign::risk
