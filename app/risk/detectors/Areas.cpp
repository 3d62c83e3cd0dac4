// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Areas.h"

#include "MakeFinding.h"

#include "risk/LiteralScanner.h"
#include "risk/Pattern.h"

#include <optional>
#include <set>
#include <string_view>

namespace countersign::risk
{

namespace
{

struct AreaSigns {
    Area area;
    RE2 path; ///< a folder or the stem of the file
    RE2 line; ///< what a changed line must say
};

RE2 wordOfPath(const char *words)
{
    return {std::string("(?i)(?:^|[/_.-])(?:") + words + ")(?:[/_.-]|$)", patternOptions()};
}

RE2 expressionOf(const char *text)
{
    return {text, patternOptions()};
}

/// Class alone shows infrastructure and pipelines; see areasOf().
const auto &signs()
{
    static const AreaSigns all[] = {
        {Area::Auth,
         wordOfPath("auth|authn|authz|authentication|authorization|oauth2?|oidc|saml|login|permissions?|rbac|acl|iam|jwt|"
                    "passwords?|sessions?"),
         expressionOf(
             R"((?i)\b(?:login_required|require_role|requires?_auth\w*|PreAuthorize|authorize\(|permission_required|hasRole|has_permission|verify_token|check_password)\b)")},
        {Area::Data, wordOfPath("migrations?|migrate|schema|models?|entities|repositories|dao|database|db"),
         expressionOf(R"((?i)\b(?:(?:alter|create|drop)\s+(?:table|index)|add_column|drop_column|create_table)\b)")},
        {Area::Network,
         wordOfPath("network(?:ing)?|ingress|proxy|proxies|gateway|nginx|haproxy|envoy|firewall|dns|cors|vpn|loadbalancer|load_"
                    "balancer"),
         expressionOf(
             R"((?i)\b(?:aws_security_group|NetworkPolicy|aws_lb|google_compute_firewall|azurerm_network\w*|kind:\s*Ingress|Access-Control-Allow-Origin|proxy_pass)\b)")},
        {Area::Secrets, wordOfPath(R"(secrets?|vault|credentials?|keystore|\.env|sops)"),
         expressionOf(
             R"((?i)\b(?:kind:\s*Secret|aws_secretsmanager\w*|azurerm_key_vault\w*|google_secret_manager\w*|secretKeyRef|secrets\.[A-Z_]{3,}|getSecretValue)\b)")},
    };
    return all;
}

/// First changed line of the file that @p matches; nothing without one.
template<class Matches>
std::optional<AreaPlace> firstChanged(const FileChange &file, Matches matches)
{
    std::optional<AreaPlace> removed;
    for (const Row &row : file.rows.rows) {
        if ((row.kind == RowKind::Changed || row.kind == RowKind::Added) && matches(file.newText.line(row.right)))
            return AreaPlace{row.right, false};
        if ((row.kind == RowKind::Changed || row.kind == RowKind::Removed) && !removed && matches(file.oldText.line(row.left)))
            removed = AreaPlace{row.left, true};
    }
    return removed;
}

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

} // namespace

Message label(Area area)
{
    switch (area) {
    case Area::Auth:
        return Message(QT_TRANSLATE_NOOP("app", "access control"));
    case Area::Data:
        return Message(QT_TRANSLATE_NOOP("app", "data"));
    case Area::Network:
        return Message(QT_TRANSLATE_NOOP("app", "network"));
    case Area::Infrastructure:
        return Message(QT_TRANSLATE_NOOP("app", "infrastructure"));
    case Area::Pipeline:
        return Message(QT_TRANSLATE_NOOP("app", "pipelines"));
    case Area::Secrets:
        return Message(QT_TRANSLATE_NOOP("app", "secrets"));
    }
    return {};
}

std::map<Area, AreaPlace> areasOf(const FileChange &file)
{
    std::map<Area, AreaPlace> areas;
    if (!isHandWritten(file.fileClass) || file.fileClass == FileClass::Test || file.fileClass == FileClass::AgentInstructions)
        return areas;
    const auto any = firstChanged(file, [](std::string_view line) { return !isBlank(line); });
    if (!any)
        return areas;
    if (file.fileClass == FileClass::Infrastructure)
        areas.emplace(Area::Infrastructure, *any);
    if (file.fileClass == FileClass::Pipeline)
        areas.emplace(Area::Pipeline, *any);
    if (file.fileClass == FileClass::Migration)
        areas.emplace(Area::Data, *any);
    for (const AreaSigns &sign : signs()) {
        const bool isSample = sign.area == Area::Secrets && isSamplePath(file.path()); // .env.example holds none
        // A pipeline is named after what it tests.
        if (file.fileClass != FileClass::Pipeline && !isSample && RE2::PartialMatch(file.path(), sign.path)) {
            areas.emplace(sign.area, *any);
            continue;
        }
        constexpr std::size_t longestLine = 1000;
        static const LiteralScanner sieve({"auth", "login", "role", "permission", "token", "password", "table", "index", "column",
                                           "aws_", "network", "firewall", "ingress", "access-control", "proxy_pass", "secret",
                                           "azurerm_"});
        const auto shown = firstChanged(file, [&sign](std::string_view line) {
            return line.size() <= longestLine && sieve.findsAny(line) && RE2::PartialMatch(pieceOf(line), sign.line);
        });
        if (shown)
            areas.emplace(sign.area, *shown);
    }
    return areas;
}

AreasOfChange::AreasOfChange(const ChangeContext &context)
{
    byFile.reserve(context.files.size());
    for (const FileChange &file : context.files)
        byFile.push_back(areasOf(file));
}

} // namespace countersign::risk
