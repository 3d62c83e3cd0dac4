// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "BadState.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/structure/ConfigTree.h"

#include <algorithm>
#include <string>

namespace countersign::risk
{

namespace
{

using Index = ConfigTree::Index;

bool isWholeInternet(std::string_view value)
{
    return value == "0.0.0.0/0" || value == "::/0" || value == "0.0.0.0-255.255.255.255" || value.contains("\"0.0.0.0/0\"");
}

/// What may come in: the key of an entry that lists sources, or a header around it. What goes out is another matter.
bool letsIn(const ConfigTree &tree, Index at)
{
    static const RE2 inward(
        R"((?i)^(?:(?:dynamic )?ingress|inbound_rules?|inbound|securitygroupingress|source_ranges|sourceranges|authorized_networks|)"
        R"((?:api_server_)?authorized_ip_ranges|public_access_cidrs|publicaccesscidrs|loadbalancersourceranges|ip_rules|)"
        R"(master_authorized_networks_config|cidr_blocks|allowed_cidrs?|allowed_cidr_blocks|ingress_cidr_blocks|whitelist_cidrs?|)"
        R"(nginx\.ingress\.kubernetes\.io/whitelist-source-range|source_address_prefix|sourceaddressprefix|cidrip|cidr_ip|cidr_ipv[46]|)"
        R"(ingress_with_cidr_blocks|resource aws_vpc_security_group_ingress_rule .*)$)",
        patternOptions());
    static const RE2 outward(
        R"((?i)egress|outbound|default_route|destination|^route|routes?$|resource aws_route\b|resource \w*route_table|nat_|)"
        R"(securitygroupegress|^resource google_compute_route|peer|vpn|resource aws_networkfirewall|resource aws_wafv2?|deny)",
        patternOptions());
    bool isIn = false;
    for (Index i = at; i != ConfigTree::none; i = tree.node(i).parent) {
        const std::string &key = tree.node(i).key;
        if (RE2::PartialMatch(key, outward))
            return false;
        isIn |= RE2::FullMatch(key, inward);
        for (const char *kind : {"type", "direction", "Direction", "access"}) {
            const std::string_view value = tree.value(i, kind);
            if (value == "egress" || value == "EGRESS" || value == "Outbound" || value == "OUTBOUND" || value == "Deny")
                return false;
        }
    }
    return isIn;
}

/// "5432", "0-65535", "22, 80": what the sources may reach, as far as the entries beside them say.
std::string portsBeside(const ConfigTree &tree, Index at)
{
    for (Index i = tree.node(at).parent;; i = tree.node(i).parent) {
        for (const auto &[from, to] : {std::pair{"from_port", "to_port"}, {"FromPort", "ToPort"}}) {
            if (!tree.value(i, from).empty())
                return tree.value(i, from) == tree.value(i, to)
                    ? std::string(tree.value(i, from))
                    : std::string(tree.value(i, from)) + "-" + std::string(tree.value(i, to));
        }
        for (const char *key : {"ports", "allow", "port", "destination_port_range", "port_range", "destinationPortRange"}) {
            const Index found = tree.child(i, key);
            std::string ports;
            for (Index in = found; found != ConfigTree::none && in < tree.node(found).end; ++in) {
                const std::string &value = tree.node(in).value;
                if (!value.empty() && value.find_first_not_of("0123456789-*") == std::string::npos)
                    ports += (ports.empty() ? "" : ", ") + value;
            }
            if (!ports.empty())
                return ports;
        }
        if (i == ConfigTree::none)
            return {};
    }
}

struct OpenNetworkFinder {
    static bool looksAt(const FileChange &file, Side side)
    {
        const std::string &path = (side == Side::Old ? file.delta.oldSide : file.delta.newSide).path;
        const Text &text = side == Side::Old ? file.oldText : file.newText;
        const bool ofKind = isYaml(path) || path.ends_with(".json") || path.ends_with(".tf") || path.ends_with(".tofu")
            || path.ends_with(".bicep");
        return ofKind && file.fileClass != FileClass::LockFile
            && (text.contains("0.0.0.0/0") || text.contains("::/0") || text.contains("ddress_prefix")
                || text.contains("ddressPrefix"));
    }

    static std::vector<BadState> statesIn(const FileChange &file, Side side)
    {
        std::vector<BadState> found;
        const ConfigTree tree = side == Side::Old ? ConfigTree::of(file.oldText, file.delta.oldSide.path)
                                                  : ConfigTree::of(file.newText, file.delta.newSide.path);
        for (Index i = 1; i < tree.nodes().size(); ++i) {
            const ConfigNode &node = tree.node(i);
            const bool isAzure = node.key == "source_address_prefix" || node.key == "sourceAddressPrefix";
            const bool isOpen = isWholeInternet(node.value)
                || (isAzure && (node.value == "*" || node.value == "Internet" || node.value == "Any"));
            if (isOpen && letsIn(tree, i))
                found.push_back(stateAt(tree, i));
        }
        return found;
    }

    static BadState stateAt(const ConfigTree &tree, Index at)
    {
        const std::string ports = portsBeside(tree, at);
        const ConfigNode &node = tree.node(at);
        BadState state{.key = ports + " " + node.value, .first = node.first, .last = node.last};
        state.title = ports.empty()
            ? Message(QT_TRANSLATE_NOOP("app", "Open to the whole internet: %1"), {shownMatch(node.value)})
            : Message(QT_TRANSLATE_NOOP("app", "Open to the whole internet: port %2 (%1)"),
                      {shownMatch(node.value), shownMatch(ports)});
        state.why = Message(QT_TRANSLATE_NOOP(
            "app",
            "Scanners find such a port within minutes; the service behind it is then only as safe as its weakest password."));
        state.check =
            Message(QT_TRANSLATE_NOOP("app", "Who needs to reach it? Name their networks, or put a balancer before it."));
        static const RE2 web(R"(^(?:80|443)(?:(?:, |-)(?:80|443))*$)", patternOptions());
        if (RE2::FullMatch(ports, web))
            state.lowers.emplace_back(Severity::Low, Message(QT_TRANSLATE_NOOP("app", "Only the ports of the web are open.")));
        return state;
    }
};

/// SEC-04: a network lets everybody in. What is public or privileged by a single setting: resources/rules/security.toml.
class OpenNetwork final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "SEC-04"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        return findingsOfStates<OpenNetworkFinder>(rule(), file, context);
    }
};

} // namespace

std::unique_ptr<Detector> makeOpenNetwork()
{
    return std::make_unique<OpenNetwork>();
}

} // namespace countersign::risk
