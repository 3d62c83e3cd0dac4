// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

#include <algorithm>
#include <vector>

namespace countersign::risk
{

namespace
{

constexpr LineNumber joinReach = 6; ///< lines between two changes that are one finding
constexpr std::size_t mostEvidence = 12;
constexpr std::size_t mostLines = 5'000; ///< looked at in one file; keeps hostile files cheap
constexpr std::size_t mostFindings = 3; ///< in one file; the last of them lists the others

enum class Dialect { None, Proxy, Zone, Terraform, Kubernetes };

Dialect dialectOf(const FileContext &file)
{
    static const RE2 proxy(
        R"((?i)(?:^|/)(?:[\w.-]*nginx[\w.-]*\.conf\w*|haproxy[\w.-]*\.cfg|Caddyfile[\w.]*|traefik[\w.-]*\.(?:ya?ml|toml)|envoy[\w.-]*\.ya?ml|httpd[\w.-]*\.conf|\.htaccess|varnish[\w.-]*\.vcl|default\.vcl|squid\.conf)$|(?:^|/)(?:nginx|haproxy|traefik|envoy|sites-(?:available|enabled)|conf\.d)/[^/]*\.?(?:conf|cfg|ya?ml|toml|tpl|j2)?$)",
        patternOptions());
    static const RE2 zone(
        R"((?i)(?:^|/)(?:db\.[\w.-]+|[\w.-]+\.zone|zones?/[\w.-]+\.(?:ya?ml|zone|txt)|resolv\.conf|hosts|dnsmasq\.conf|Corefile)$)",
        patternOptions());
    const std::string &path = file.path(Side::New);
    if (RE2::PartialMatch(path, proxy))
        return Dialect::Proxy;
    if (RE2::PartialMatch(path, zone))
        return Dialect::Zone;
    if (path.ends_with(".tf") || path.ends_with(".tofu") || path.ends_with(".tfvars"))
        return Dialect::Terraform;
    const auto speaks = [&file](std::string_view words) {
        return file.text(Side::New).contains(words) || file.text(Side::Old).contains(words);
    };
    if ((path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".tpl")) && speaks("kind:") && speaks("apiVersion"))
        return Dialect::Kubernetes;
    return Dialect::None;
}

/// A line of a proxy's or name server's configuration that says where traffic goes.
bool routes(std::string_view line, Dialect dialect)
{
    static const RE2 proxy(
        R"(^\s*(?:-\s*)?["']?(?:proxy_pass|server_name|listen|upstream|location|rewrite|return\s+30\d|try_files|root|alias|fastcgi_pass|grpc_pass|uwsgi_pass|resolver|server|backend|frontend|bind|use_backend|default_backend|acl|balance|redir|reverse_proxy|handle(?:_path)?|route|to|uri|rule|service|entryPoints|loadBalancer|servers|url|address|port_value|cluster|prefix|domains|ProxyPass|ProxyPassReverse|VirtualHost|ServerName|ServerAlias|RewriteRule|Redirect|set_real_ip_from|allow|deny)\b)",
        patternOptions());
    static const RE2 zone(
        R"((?i)\b(?:IN\s+)?(?:A|AAAA|CNAME|MX|NS|TXT|SRV|CAA|SOA|PTR)\s+\S|\$TTL|\$ORIGIN|^\s*nameserver\s|\d{1,3}(?:\.\d{1,3}){3}|(?:type|values?|ttl|forward)\b)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(line), dialect == Dialect::Proxy ? proxy : zone);
}

/// The header of a block of Terraform whose resource carries traffic.
bool carriesTraffic(std::string_view header)
{
    static const RE2 resource(
        R"re(^\s*resource\s+"(?:aws_route53_\w+|aws_route|aws_route_table\w*|aws_lb\w*|aws_alb\w*|aws_elb\w*|aws_apigatewayv?2?_\w+|aws_api_gateway_\w+|aws_cloudfront_distribution|aws_vpc_peering\w*|aws_nat_gateway|aws_internet_gateway|aws_network_acl\w*|aws_ec2_transit_gateway\w*|google_dns_record_set|google_compute_(?:forwarding_rule|url_map|backend_service|route|router\w*|target_\w+_proxy|network_peering)|azurerm_(?:dns_\w+|route\w*|lb\w*|application_gateway|frontdoor\w*|traffic_manager\w*|virtual_network_peering)|cloudflare_(?:record|dns_record|load_balancer\w*|page_rule|ruleset)|kubernetes_(?:ingress\w*|network_policy\w*|service\w*)|digitalocean_(?:record|loadbalancer)|dnsimple_record|ns1_record)")re",
        patternOptions());
    return RE2::PartialMatch(pieceOf(header), resource);
}

bool isTag(std::string_view line)
{
    static const RE2 tag(
        R"(^\s*["']?(?:Name|tags?|labels?|description|comment|annotations?|metadata|name|app|version|environment|owner|team|managed-by|app\.kubernetes\.io/\S+|helm\.sh/\S+)["']?\s*[:=])",
        patternOptions());
    return RE2::PartialMatch(pieceOf(line), tag);
}

/// The kind of the Kubernetes object around a line: what stands between two "---" after "kind:" at the margin.
std::string kindAround(const Text &text, LineNumber line)
{
    constexpr LineNumber most = 1000;
    const auto kindIn = [&text](LineNumber at) -> std::string {
        const std::string_view content = text.line(at);
        return content.starts_with("kind:") ? folded(content.substr(5)) : std::string();
    };
    for (LineNumber above = line; above > 0 && above + most > line && !text.line(above).starts_with("---"); --above) {
        if (std::string kind = kindIn(above); !kind.empty())
            return kind;
    }
    for (LineNumber below = line;
         below <= text.lineCount() && below < line + most && (below == line || !text.line(below).starts_with("---")); ++below) {
        if (std::string kind = kindIn(below); !kind.empty())
            return kind;
    }
    return {};
}

bool isTrafficKind(std::string_view kind)
{
    constexpr std::string_view kinds[] = {"Ingress",         "NetworkPolicy",       "IngressRoute",        "VirtualService",
                                          "Gateway",         "HTTPRoute",           "GRPCRoute",           "TCPRoute",
                                          "DestinationRule", "ServiceEntry",        "CiliumNetworkPolicy", "GlobalNetworkPolicy",
                                          "DNSEndpoint",     "AuthorizationPolicy", "BackendConfig",       "IngressClass"};
    return std::ranges::contains(kinds, kind);
}

bool concerns(const FileContext &file, Side side, LineNumber line, Dialect dialect)
{
    const Text &text = file.text(side);
    const std::string_view content = text.line(line);
    if (content.size() > longestCodeLine || isBare(content, file.path(side).ends_with(".tf") ? "a.tf" : "a.yaml")
        || isTag(content))
        return false;
    switch (dialect) {
    case Dialect::None:
        return false;
    case Dialect::Proxy:
    case Dialect::Zone:
        return routes(content, dialect);
    case Dialect::Terraform: {
        const LineNumber section = enclosingSection(text, line);
        return carriesTraffic(text.line(section == noLine ? line : section));
    }
    case Dialect::Kubernetes:
        return isTrafficKind(kindAround(text, line));
    }
    return false;
}

/// CFG-05: traffic takes another way.
class TrafficPaths final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "CFG-05"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        const FileClass fileClass = file.file().fileClass;
        if (fileClass == FileClass::Test || fileClass == FileClass::Pipeline || fileClass == FileClass::Code
            || !isHandWritten(fileClass))
            return found;
        const Dialect dialect = dialectOf(file);
        if (dialect == Dialect::None)
            return found;
        const bool isNew = !file.file().delta.oldSide.exists();
        std::vector<Span> spans = spansOf(file, Side::Old, dialect);
        const bool onlyAdds = spans.empty();
        if (onlyAdds)
            spans = spansOf(file, Side::New, dialect);
        for (const Span &span : spans) {
            if (found.size() == mostFindings) {
                if (found.back().evidence.size() < mostEvidence)
                    found.back().evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Also in line %1"),
                                                       std::vector{std::to_string(span.first)});
                continue;
            }
            found.push_back(say(file, span, onlyAdds, isNew));
        }
        return found;
    }

private:
    /// Runs of changed lines that concern traffic. Old lines that became others are told by their new side.
    static std::vector<Span> spansOf(const FileContext &file, Side side, Dialect dialect)
    {
        std::vector<Span> spans;
        std::size_t looked = 0;
        for (const LineNumber line : file.changedLines(side)) {
            if (++looked > mostLines)
                break;
            if (!concerns(file, side, line, dialect))
                continue;
            const Row &row = file.rowOf(side, line);
            if (row.kind == RowKind::Changed
                && folded(file.text(Side::Old).line(row.left)) == folded(file.text(Side::New).line(row.right)))
                continue;
            const bool becomes = side == Side::Old && row.right != noLine;
            const Side where = becomes ? Side::New : side;
            const LineNumber at = becomes ? row.right : line;
            if (!spans.empty() && spans.back().side == where && at <= spans.back().last + joinReach)
                spans.back().last = at;
            else
                spans.push_back({where, at, at});
        }
        return spans;
    }

    [[nodiscard]] Finding say(const FileContext &file, const Span &span, bool onlyAdds, bool isNew) const
    {
        static const RE2 development(
            R"((?i)(?:^|/)(?:dev|develop|development|local|test|tests|staging|examples?|samples?|demo|sandbox|docs?)(?:/|[._-]))",
            patternOptions());
        const std::string line = shownMatch(folded(file.text(span.side).line(span.first)));
        Finding finding = makeFinding(
            {rule(), onlyAdds ? Severity::Medium : Severity::High,
             span.side == Side::Old ? Message(QT_TRANSLATE_NOOP("app", "A way of traffic was removed: %1"), {line})
                 : onlyAdds         ? Message(QT_TRANSLATE_NOOP("app", "A way of traffic was added: %1"), {line})
                                    : Message(QT_TRANSLATE_NOOP("app", "Traffic takes another way: %1"), {line}),
             Message(QT_TRANSLATE_NOOP("app",
                                       "Names, routes and balancers decide for everybody at once, and caches keep the error "
                                       "alive after it was taken back.")),
             Message(QT_TRANSLATE_NOOP(
                 "app",
                 "Who reaches what from where after this? How long do caches keep the old answer, and what is the way back?"))},
            file, span);
        finding.evidence.emplace_back(span.side == Side::Old ? QT_TRANSLATE_NOOP("app", "Removed: %1")
                                                             : QT_TRANSLATE_NOOP("app", "Now: %1"),
                                      std::vector{shownLine(file.text(span.side).line(span.first))});
        const LineNumber left = span.side == Side::New ? file.rowOf(Side::New, span.first).left : noLine;
        if (left != noLine)
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"),
                                          std::vector{shownLine(file.text(Side::Old).line(left))});
        if (isNew)
            lowerTo(finding, Severity::Low, Message(QT_TRANSLATE_NOOP("app", "What it concerns is new as well")));
        if (RE2::PartialMatch(file.path(Side::New), development))
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "The path does not name production.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeTrafficPaths()
{
    return std::make_unique<TrafficPaths>();
}

} // namespace countersign::risk
