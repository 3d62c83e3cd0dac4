// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/Detector.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace countersign::risk
{

/// What the GraphQL schemas of the old side mark as deprecated, and what only that leads to. Made once per change, and only
/// when a schema lost something; linear in the texts.
class GraphQlSchema
{
public:
    explicit GraphQlSchema(const ChangeContext &context);

    /// The line belongs to a field, argument or value that is marked as deprecated, or heads a type that says so of itself in its
    /// description: there is no mark for types.
    [[nodiscard]] bool isDeprecated(const std::string &path, LineNumber line) const;
    /// Clients come to the type through deprecated fields and arguments alone. False for one that nothing leads to.
    [[nodiscard]] bool isReachedByDeprecatedOnly(std::string_view type) const;

private:
    class Reader;
    struct Type {
        std::vector<std::size_t> leadsTo;
        std::vector<std::size_t> leadsToDeprecated; ///< through a field or argument that is marked
        bool isMentioned = false; ///< by another type
        bool isEntry = false; ///< named outside of all types: by the schema, by a directive
        bool isLive = false; ///< something that is not marked leads to it
        bool isReached = false; ///< anything does
    };
    std::size_t numberOf(std::string_view type);
    void spread(bool Type::*mark);

    std::map<std::string, std::size_t, std::less<>> m_numbers;
    std::vector<Type> m_types;
    std::map<std::string, std::vector<std::pair<LineNumber, LineNumber>>> m_deprecated; ///< by path: first and last line
};

} // namespace countersign::risk
