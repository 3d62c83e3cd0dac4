// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Text.h"

#include <map>
#include <optional>
#include <string>

namespace countersign::impact
{

/// What stands before the routes of a file: the prefix of a blueprint, router or group, and that of a controller class.
class RoutePrefixes
{
public:
    explicit RoutePrefixes(const Text &text);

    /// @param receiver what the route is declared on ("app", "orders_bp"); empty: an annotation of a method
    /// @return empty where it is the application itself. Nothing: another file tells where the route is mounted, so that its path
    /// means something inside this one only.
    [[nodiscard]] std::optional<std::string> of(const std::string &receiver) const;

private:
    void readLine(const Text &text, LineNumber line);

    std::map<std::string, std::optional<std::string>> m_prefixes;
};

/// One path under another, without a slash at the end: "/api", "orders/" gives "/api/orders".
[[nodiscard]] std::string routeUnder(const std::string &prefix, const std::string &path);

} // namespace countersign::impact
