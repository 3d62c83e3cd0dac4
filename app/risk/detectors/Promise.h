// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace countersign::risk
{

/// Where a promise to the outside is written down.
enum class Contract { None, Proto, GraphQl, OpenApi, Serialised };

/// What a line promises to the outside: its name, and how it goes over the wire.
struct Promise {
    Contract kind = Contract::None;
    std::string name;
    std::string form; ///< type and number, or the name on the wire
};

/// The path is one of a GraphQL document.
[[nodiscard]] bool isGraphQl(std::string_view path);

/// The promise of a line of the file at @p path: a field, method or type of Protocol Buffers, GraphQL or OpenAPI, or a name under
/// which code serialises something. Contract::None: none.
[[nodiscard]] Promise promiseIn(std::string_view line, std::string_view path);

} // namespace countersign::risk
