// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"
#include "TerraformBlocks.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/structure/ConfigTree.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace countersign::risk
{

namespace
{

/// Arguments of a provider that say whose things it manages. Source: the documentation of the providers.
constexpr std::array targets{
    "project",        "region", "subscription_id",     "tenant_id",    "account_id",         "profile",
    "config_context", "host",   "allowed_account_ids", "organization", "cluster_name",       "environment_id",
    "role_arn",       "zone",   "config_path",         "credentials",  "shared_config_files"};
/// Arguments of a backend that say where the state is. The others (encrypt, use_lockfile) leave it in its place.
constexpr std::array places{"bucket",
                            "key",
                            "prefix",
                            "path",
                            "container_name",
                            "storage_account_name",
                            "resource_group_name",
                            "organization",
                            "address",
                            "hostname",
                            "region",
                            "schema_name",
                            "secret_suffix",
                            "name",
                            "workspace_key_prefix",
                            "namespace",
                            "conn_str",
                            "dynamodb_table"};

struct Setting {
    std::string value;
    LineNumber line = noLine;
    bool isBackend = false;
};

struct Settings {
    std::map<std::string, Setting> values; ///< "backend s3.bucket", "provider aws.region"
    LineNumber backend = noLine;
    LineNumber backendEnd = noLine;
    std::string kind; ///< of the backend
};

void read(const ConfigTree &tree, ConfigTree::Index of, const std::string &prefix, bool isBackend, Settings &settings)
{
    for (ConfigTree::Index i = of + 1; i < tree.node(of).end; ++i) {
        const ConfigNode &node = tree.node(i);
        const bool counts = isBackend ? std::ranges::contains(places, node.key) : std::ranges::contains(targets, node.key);
        if (counts && !node.value.empty())
            settings.values.emplace(prefix + "." + node.key, Setting{node.value, node.first, isBackend});
    }
}

Settings settingsOf(const Text &text, std::string_view path)
{
    Settings settings;
    const ConfigTree tree = ConfigTree::of(text, path);
    for (ConfigTree::Index i = 1; i < tree.nodes().size(); ++i) {
        const ConfigNode &node = tree.node(i);
        const bool inTerraform = node.depth == 2 && tree.node(node.parent).key == "terraform";
        if ((inTerraform && (node.key.starts_with("backend ") || node.key == "cloud"))
            || (node.depth == 1 && node.key == "remote_state")) {
            settings.backend = node.first;
            settings.backendEnd = node.last;
            settings.kind = node.key;
            read(tree, i, "backend", true, settings);
        } else if (node.depth == 1 && node.key.starts_with("provider ")) {
            const std::string_view alias = tree.value(i, "alias");
            read(tree, i, node.key + std::string(alias), false, settings);
        }
    }
    return settings;
}

/// DST-08: what is applied next belongs to another account, or to a state that knows nothing.
class StateBackend final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DST-08"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        const FileDelta &delta = file.file().delta;
        const auto mayHold = [](const FileSide &side, const Text &text) {
            return side.exists() && (isTerraform(side.path) || side.path.ends_with(".hcl"))
                && (text.contains("backend") || text.contains("provider") || text.contains("remote_state")
                    || text.contains("cloud"));
        };
        if (!mayHold(delta.oldSide, file.text(Side::Old))
            || (file.changedLines(Side::Old).empty() && file.changedLines(Side::New).empty()))
            return found;
        const Settings was = settingsOf(file.text(Side::Old), delta.oldSide.path);
        const Settings now = delta.newSide.exists() ? settingsOf(file.text(Side::New), delta.newSide.path) : Settings();
        if (was.backend != noLine && now.backend == noLine && delta.newSide.exists() && !movedAway(was.kind, context)) {
            found.push_back(
                say(file, {Side::Old, was.backend, was.backendEnd},
                    Message(QT_TRANSLATE_NOOP("app", "The state is no longer kept in its backend: %1"), {shownMatch(was.kind)}),
                    was.kind, {}, true));
        } else if (was.kind != now.kind && now.backend != noLine && was.backend != noLine) {
            found.push_back(say(file, {Side::New, now.backend, now.backend},
                                Message(QT_TRANSLATE_NOOP("app", "The state is kept in another backend: %1, was %2"),
                                        {shownMatch(now.kind), shownMatch(was.kind)}),
                                was.kind, now.kind, true));
            return found;
        }
        for (const auto &[name, old] : was.values) {
            const auto next = now.values.find(name);
            if (next == now.values.end() || next->second.value == old.value)
                continue;
            found.push_back(say(file, {Side::New, next->second.line, next->second.line},
                                old.isBackend
                                    ? Message(QT_TRANSLATE_NOOP("app", "The state is looked for in another place: %1 is %2 now"),
                                              {shownMatch(name), shownMatch(next->second.value)})
                                    : Message(QT_TRANSLATE_NOOP("app", "The provider manages another target: %1 is %2 now"),
                                              {shownMatch(name), shownMatch(next->second.value)}),
                                old.value, next->second.value, old.isBackend));
        }
        return found;
    }

private:
    static bool movedAway(const std::string &kind, const ChangeContext &context)
    {
        return std::ranges::any_of(context.files, [&kind](const FileChange &file) {
            return file.delta.newSide.exists() && (isTerraform(file.path()) || file.path().ends_with(".hcl"))
                && settingsOf(file.newText, file.path()).kind == kind;
        });
    }

    [[nodiscard]] Finding say(const FileContext &file, const Span &span, Message title, const std::string &was,
                              const std::string &now, bool isBackend) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::Critical, std::move(title),
             isBackend ? Message(QT_TRANSLATE_NOOP("app",
                                                   "With an empty state the next apply makes everything a second time; with a "
                                                   "foreign one it deletes what it finds there."))
                       : Message(QT_TRANSLATE_NOOP("app",
                                                   "The next apply makes everything anew over there, or changes and deletes what "
                                                   "belongs to somebody else.")),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Was the state moved over first? What does the plan say: no changes, or all to be created?"))},
            file, span);
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"), std::vector{shownMatch(was)});
        if (!now.empty())
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Now: %1"), std::vector{shownMatch(now)});
        static const RE2 isExpression(R"(\b(?:var|local|data|module)\.|\$\{)", patternOptions());
        if (RE2::PartialMatch(now, isExpression))
            lowerTo(finding, Severity::Medium,
                    Message(QT_TRANSLATE_NOOP("app", "The value is an expression; it may still come to the same.")));
        lowerByPath(finding, file);
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeStateBackend()
{
    return std::make_unique<StateBackend>();
}

} // namespace countersign::risk
