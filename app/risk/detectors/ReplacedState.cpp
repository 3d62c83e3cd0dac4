// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"
#include "StatefulTypes.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"
#include "risk/structure/ConfigTree.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

namespace countersign::risk
{

namespace
{

/// What names a stateful thing, or says where and how it keeps its data: a provider cannot change it in place. Source: the
/// attributes that the providers' documentation marks "Forces new resource", and CloudFormation's "Update requires: Replacement".
constexpr std::array identities{
    "name", "name_prefix", "identifier", "identifier_prefix", "cluster_identifier", "cluster_id", "cluster_name",
    "replication_group_id", "bucket", "bucket_prefix", "domain_name", "db_name", "database_name", "dataset_id", "table_id",
    "instance_id", "project_id", "engine", "engine_mode", "username", "master_username", "administrator_login",
    "administratorLogin", "storage_encrypted", "encrypted", "at_rest_encryption_enabled", "kms_key_id", "encryption_key_name",
    "availability_zone", "availability_zones", "availability_zone_name", "zone", "location", "region", "resource_group_name",
    "subnet_group_name", "db_subnet_group_name", "delegated_subnet_id", "subnetwork", "network", "hash_key", "range_key",
    "snapshot_identifier", "snapshot_id", "fifo_queue", "customer_master_key_spec", "key_usage", "performance_mode",
    "creation_token", "object_lock_enabled", "is_hns_enabled", "isHnsEnabled", "character_set_name", "account_kind", "kind",
    // CloudFormation
    "DBInstanceIdentifier", "DBClusterIdentifier", "DBName", "DatabaseName", "Engine", "EngineMode", "MasterUsername",
    "StorageEncrypted", "KmsKeyId", "AvailabilityZone", "AvailabilityZones", "DBSubnetGroupName", "DBSnapshotIdentifier",
    "SnapshotIdentifier", "SourceDBInstanceIdentifier", "CharacterSetName", "TableName", "KeySchema", "BucketName", "Encrypted",
    "PerformanceMode", "SnapshotId", "ReplicationGroupId", "ClusterName", "ClusterIdentifier", "AtRestEncryptionEnabled",
    "CacheSubnetGroupName", "DomainName", "QueueName", "FifoQueue", "StreamName", "Name", "RepositoryName", "KeySpec",
    "KeyUsage"};

/// Of these it matters, too, that one comes where none was, or goes.
constexpr std::array encryptions{"storage_encrypted",
                                 "encrypted",
                                 "at_rest_encryption_enabled",
                                 "kms_key_id",
                                 "hash_key",
                                 "range_key",
                                 "snapshot_identifier",
                                 "StorageEncrypted",
                                 "Encrypted",
                                 "KmsKeyId",
                                 "KeySchema",
                                 "AtRestEncryptionEnabled",
                                 "DBSnapshotIdentifier",
                                 "SnapshotIdentifier"};

struct Attribute {
    std::string value;
    LineNumber first = noLine;
    LineNumber last = noLine;
};

struct Resource {
    std::string address;
    bool isModule = false;
    LineNumber first = noLine;
    std::map<std::string, Attribute> attributes; ///< those among the identities
    std::string ignored; ///< attributes whose changes the resource ignores
};

std::string flat(const ConfigTree &tree, ConfigTree::Index of)
{
    std::string text = tree.node(of).value;
    for (ConfigTree::Index i = of + 1; i < tree.node(of).end; ++i)
        text += " " + tree.node(i).key + "=" + tree.node(i).value;
    return folded(text);
}

void readAttributes(const ConfigTree &tree, ConfigTree::Index of, Resource &resource)
{
    for (const ConfigTree::Index child : tree.children(of)) {
        const ConfigNode &node = tree.node(child);
        if (std::ranges::contains(identities, node.key))
            resource.attributes.emplace(node.key, Attribute{flat(tree, child), node.first, node.last});
    }
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::optional<Resource> terraformResource(const ConfigTree &tree, ConfigTree::Index index)
{
    const ConfigNode &node = tree.node(index);
    const std::vector<std::string> words = wordsOf(node.key);
    TerraformBlock block;
    if (words.size() == 3 && words[0] == "resource") {
        block = {.keyword = "resource", .type = words[1], .name = words[2], .from = {}};
    } else if (words.size() == 2 && words[0] == "module") {
        block = {.keyword = "module", .type = std::string(tree.value(index, "source")), .name = words[1], .from = {}};
    } else {
        return std::nullopt;
    }
    if (!holdsState(block))
        return std::nullopt;
    Resource resource{.address = block.address(), .isModule = block.keyword == "module", .first = node.first};
    readAttributes(tree, index, resource);
    for (const ConfigTree::Index i : tree.scalars(tree.at(index, "lifecycle.ignore_changes")))
        resource.ignored += tree.node(i).value + " ";
    return resource;
}

/// "resource db 'Microsoft.Sql/servers/databases@2023-05-01'" of Bicep.
std::optional<Resource> bicepResource(const ConfigTree &tree, ConfigTree::Index index)
{
    static const RE2 stateful(
        R"((?i)^(?:existing )?resource (\w+) (Microsoft\.(?:Sql|Storage|DocumentDB|DBfor\w+|KeyVault|Cache|ContainerService|)"
        R"(EventHub|ServiceBus|RecoveryServices|ContainerRegistry|Compute/disks|NetApp|Kusto|Synapse)\b[\w/.]*)@)",
        patternOptions());
    std::string name;
    std::string type;
    if (!RE2::PartialMatch(tree.node(index).key, stateful, &name, &type))
        return std::nullopt;
    Resource resource{.address = type + " " + name, .first = tree.node(index).first};
    readAttributes(tree, index, resource);
    readAttributes(tree, tree.at(index, "properties"), resource);
    return resource;
}

std::map<std::string, Resource> resourcesOf(const Text &text, std::string_view path)
{
    std::map<std::string, Resource> resources;
    const auto take = [&resources](std::optional<Resource> resource) {
        if (resource)
            resources.emplace(resource->address, std::move(*resource));
    };
    const ConfigTree tree = ConfigTree::of(text, path);
    if (isTerraform(path) || path.ends_with(".bicep")) {
        for (const ConfigTree::Index i : tree.children(0))
            take(isTerraform(path) ? terraformResource(tree, i) : bicepResource(tree, i));
        return resources;
    }
    for (const ConfigTree::Index document : tree.children(0)) {
        for (const ConfigTree::Index i : tree.children(tree.at(document, "Resources"))) {
            const std::string_view type = tree.value(i, "Type");
            if (!isStatefulCloudFormationType(type))
                continue;
            Resource resource{.address = std::string(type) + " " + tree.node(i).key, .first = tree.node(i).first};
            if (const auto properties = tree.at(i, "Properties"); properties != ConfigTree::none)
                readAttributes(tree, properties, resource);
            take(std::move(resource));
        }
    }
    return resources;
}

bool mayHoldResources(const FileChange &file, Side side)
{
    const FileSide &where = side == Side::Old ? file.delta.oldSide : file.delta.newSide;
    const Text &text = side == Side::Old ? file.oldText : file.newText;
    if (!where.exists())
        return false;
    if (isTerraform(where.path))
        return true;
    if (where.path.ends_with(".bicep"))
        return text.contains("Microsoft.");
    return (isYaml(where.path) || where.path.ends_with(".json")) && text.contains("AWS::") && text.contains("Resources");
}

bool isExpression(std::string_view value)
{
    static const RE2 expression(
        R"(\b(?:var|local|data|module|each|random_\w+|aws_\w+|google_\w+|azurerm_\w+)\.|\$\{|\bRef\b|Fn::|^!|\()",
        patternOptions());
    return RE2::PartialMatch(pieceOf(value), expression);
}

/// DST-02: the next apply makes the resource anew, without what it held.
class ReplacedState final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DST-02"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        if (!mayHoldResources(file.file(), Side::Old) || !mayHoldResources(file.file(), Side::New)
            || (file.changedLines(Side::Old).empty() && file.changedLines(Side::New).empty()))
            return found;
        const auto before = resourcesOf(file.text(Side::Old), file.path(Side::Old));
        const auto after = resourcesOf(file.text(Side::New), file.path(Side::New));
        for (const auto &[address, now] : after) {
            if (const auto was = before.find(address); was != before.end())
                compare(file, was->second, now, found);
        }
        return found;
    }

private:
    void compare(const FileContext &file, const Resource &was, const Resource &now, std::vector<Finding> &found) const
    {
        for (const char *name : identities) {
            const auto old = was.attributes.find(name);
            const auto next = now.attributes.find(name);
            const bool hadOne = old != was.attributes.end();
            const bool hasOne = next != now.attributes.end();
            const bool isIgnored = (" " + now.ignored).contains(std::string(" ") + name + " ") || now.ignored.contains("all ");
            if ((!hadOne && !hasOne) || (hadOne && hasOne && old->second.value == next->second.value) || isIgnored)
                continue;
            if (hadOne != hasOne && !std::ranges::contains(encryptions, std::string_view(name)))
                continue;
            if (!hadOne && next->second.value == "false")
                continue; // the default, written down
            if (!hasOne && old->second.value == "false")
                continue;
            const std::string former = hadOne ? old->second.value : std::string();
            const std::string latter = hasOne ? next->second.value : std::string();
            const Span span = hasOne ? Span{Side::New, next->second.first, next->second.last}
                                     : Span{Side::Old, old->second.first, old->second.last};
            found.push_back(say(file, span, now, name, former, latter));
        }
    }

    [[nodiscard]] Finding say(const FileContext &file, const Span &span, const Resource &resource, const std::string &name,
                              const std::string &former, const std::string &latter) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::Critical,
             Message(QT_TRANSLATE_NOOP("app", "A resource that holds data is made anew: %2 of %1 changes"),
                     {shownMatch(resource.address), name}),
             Message(QT_TRANSLATE_NOOP("app",
                                       "This cannot be changed in place: the next apply destroys the resource with its data "
                                       "and makes an empty one, or leaves everyone at the old address.")),
             Message(QT_TRANSLATE_NOOP("app",
                                       "What does the plan say: update in place, or replace? How does the data get from the "
                                       "old one to the new one?"))},
            file, span);
        if (!former.empty())
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"), std::vector{shownMatch(former)});
        if (!latter.empty())
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Now: %1"), std::vector{shownMatch(latter)});
        if (isExpression(former) || isExpression(latter))
            lowerTo(finding, Severity::Medium,
                    Message(QT_TRANSLATE_NOOP("app", "The value is an expression; it may still come to the same.")));
        else if (resource.isModule)
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "What the module does with it is not known.")));
        lowerByPath(finding, file);
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeReplacedState()
{
    return std::make_unique<ReplacedState>();
}

} // namespace countersign::risk
