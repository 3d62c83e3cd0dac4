// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"

#include "risk/Draft.h"
#include "risk/Structure.h"
#include "risk/structure/ConfigTree.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace countersign::risk
{

namespace
{

/// Deleting such an object deletes what it holds, or everything that belongs to it.
constexpr std::array stateful{"StatefulSet", "PersistentVolumeClaim", "PersistentVolume", "Namespace",
                              "CustomResourceDefinition"};

/// Fields that the API server does not let change: the object has to be deleted and made anew. Source: the API reference of
/// Kubernetes ("immutable"), and the fields that tie a claim to its volume.
constexpr std::array fixedFields{
    "spec.selector",
    "spec.serviceName",
    "spec.podManagementPolicy",
    "spec.volumeClaimTemplates",
    "spec.storageClassName",
    "spec.volumeName",
    "spec.accessModes",
    "spec.volumeMode",
    "spec.group",
    "spec.scope",
    "spec.names",
    "provisioner",
};

struct Object {
    std::string kind;
    std::string name;
    std::string space; ///< its namespace
    LineNumber first = noLine;
    LineNumber last = noLine;
    bool isKept = false; ///< an annotation keeps it when its manifest goes
    std::map<std::string, std::pair<std::string, LineNumber>> fields; ///< fixed fields: value and line

    [[nodiscard]] bool isStateful() const { return std::ranges::contains(stateful, kind); }
    [[nodiscard]] std::string shown() const { return kind + " " + (space.empty() ? "" : space + "/") + name; }
};

/// Of the volume claims of a StatefulSet only name and class count: a larger request is no reason to make it anew here.
std::string fieldText(const ConfigTree &tree, ConfigTree::Index of)
{
    std::string text = tree.node(of).value;
    for (ConfigTree::Index i = of + 1; i < tree.node(of).end; ++i) {
        const bool isSize =
            tree.around(i, "resources") > of || tree.around(i, "labels") > of || tree.around(i, "annotations") > of;
        if (!isSize && (!tree.node(i).value.empty() || tree.node(i).key.empty()))
            text += " " + tree.node(i).key + "=" + tree.node(i).value;
    }
    return folded(text);
}

std::vector<Object> objectsOf(const Text &text)
{
    std::vector<Object> objects;
    const ConfigTree tree = ConfigTree::ofYaml(text);
    for (const ConfigTree::Index document : tree.children(0)) {
        Object object;
        object.kind = tree.value(document, "kind");
        object.name = tree.value(document, "metadata.name");
        object.space = tree.value(document, "metadata.namespace");
        const bool isSelecting = object.kind == "Deployment" || object.kind == "DaemonSet" || object.kind == "StorageClass";
        if (tree.value(document, "apiVersion").empty() || object.name.empty() || (!object.isStateful() && !isSelecting))
            continue;
        object.first = tree.node(document).first;
        while (object.first < tree.node(document).last
               && text.line(object.first).find_first_not_of(" \t#-") == std::string_view::npos)
            ++object.first;
        object.last = tree.node(document).last;
        const auto notes = tree.at(document, "metadata.annotations");
        object.isKept = notes != ConfigTree::none
            && (tree.node(tree.child(notes, "helm.sh/resource-policy")).value == "keep"
                || tree.node(tree.child(notes, "argocd.argoproj.io/sync-options")).value.contains("Prune=false"));
        for (const char *field : fixedFields) {
            if (const auto at = tree.at(document, field); at != ConfigTree::none)
                object.fields.emplace(field, std::pair(fieldText(tree, at), tree.node(at).first));
        }
        objects.push_back(std::move(object));
    }
    return objects;
}

bool mayHoldObjects(const FileSide &side, const Text &text)
{
    return side.exists() && isYaml(side.path) && text.contains("apiVersion:")
        && (std::ranges::any_of(stateful, [&text](std::string_view kind) { return text.contains(kind); })
            || text.contains("StorageClass") || text.contains("selector:"));
}

/// Every object of the new sides, and whether a manifest went into a template that cannot be told apart.
struct ObjectsNow {
    explicit ObjectsNow(const ChangeContext &context)
    {
        for (const FileChange &file : context.files) {
            if (!mayHoldObjects(file.delta.newSide, file.newText))
                continue;
            for (const Object &object : objectsOf(file.newText))
                shown.insert(object.shown());
        }
    }
    std::set<std::string> shown;
};

/// DST-06: an object of a cluster that holds data goes, or has to be made anew.
class KubernetesObjects final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DST-06"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        if ((file.changedLines(Side::Old).empty() && file.changedLines(Side::New).empty())
            || !mayHoldObjects(file.file().delta.oldSide, file.text(Side::Old)))
            return found;
        const std::vector<Object> before = objectsOf(file.text(Side::Old));
        const std::vector<Object> after =
            file.file().delta.newSide.exists() ? objectsOf(file.text(Side::New)) : std::vector<Object>();
        const auto standsIn = [](const std::vector<Object> &objects, const Object &wanted) {
            return std::ranges::find_if(objects, [&wanted](const Object &one) { return one.shown() == wanted.shown(); });
        };
        for (const Object &was : before) {
            if (const auto now = standsIn(after, was); now != after.end()) {
                compareFields(file, was, *now, found);
            } else if (was.isStateful() && !was.isKept && !context.facts<ObjectsNow>().shown.contains(was.shown())) {
                const auto other = std::ranges::find_if(
                    after, [&](const Object &one) { return one.kind == was.kind && standsIn(before, one) == before.end(); });
                found.push_back(other == after.end() ? sayGone(file, was) : sayRenamed(file, was, *other));
            }
        }
        return found;
    }

private:
    void compareFields(const FileContext &file, const Object &was, const Object &now, std::vector<Finding> &found) const
    {
        for (const auto &[field, old] : was.fields) {
            const auto next = now.fields.find(field);
            if (next == now.fields.end() || next->second.first == old.first)
                continue;
            Finding finding =
                say(file, {Side::New, next->second.second, next->second.second},
                    Message(QT_TRANSLATE_NOOP("app", "%1 has to be made anew: %2 changes"), {shownMatch(now.shown()), field}));
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"), std::vector{shownMatch(old.first)});
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Now: %1"), std::vector{shownMatch(next->second.first)});
            if (!now.isStateful())
                lowerTo(finding, Severity::Medium, Message(QT_TRANSLATE_NOOP("app", "The object itself holds no data.")));
            found.push_back(std::move(finding));
        }
    }

    [[nodiscard]] Finding sayGone(const FileContext &file, const Object &was) const
    {
        Finding finding =
            say(file, {Side::Old, was.first, was.last},
                Message(QT_TRANSLATE_NOOP("app", "An object that holds data is deleted: %1"), {shownMatch(was.shown())}));
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Removed: %1"),
                                      std::vector{shownLine(file.text(Side::Old).line(was.first))});
        return finding;
    }

    [[nodiscard]] Finding sayRenamed(const FileContext &file, const Object &was, const Object &now) const
    {
        Finding finding =
            say(file, {Side::New, now.first, now.last},
                Message(QT_TRANSLATE_NOOP("app", "An object that holds data becomes another one, empty: %1 becomes %2"),
                        {shownMatch(was.shown()), shownMatch(now.shown())}));
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"), std::vector{shownMatch(was.shown())});
        return finding;
    }

    [[nodiscard]] Finding say(const FileContext &file, const Span &span, Message title) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::High, std::move(title),
             Message(
                 QT_TRANSLATE_NOOP("app",
                                   "What deploys from the repository deletes the old object, and its volumes or everything in "
                                   "its namespace go with it.")),
             Message(QT_TRANSLATE_NOOP("app",
                                       "Does the deployment prune? What is the reclaim policy of the volumes, and who moves the "
                                       "data to the new object?"))},
            file, span);
        lowerByPath(finding, file);
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeKubernetesObjects()
{
    return std::make_unique<KubernetesObjects>();
}

} // namespace countersign::risk
