// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// One statement of an SQL text.
struct SqlStatement {
    std::string text; ///< comments gone, contents of strings kept, white space folded to one blank
    std::size_t begin = 0; ///< byte offset of its first word
    std::size_t end = 0; ///< byte offset behind its last byte
};

/// Splits at ";" outside of strings, comments and parentheses, and after the words that open a block (BEGIN, THEN, ELSE, LOOP, AS
/// $$).
[[nodiscard]] std::vector<SqlStatement> sqlStatements(std::string_view sql);

/// How a statement hits more rows than it may be meant to.
enum class Unbounded { No, NoCondition, AlwaysTrue };

/// For a DELETE or UPDATE of a table; anything else is bounded. @p table is set to the table's name.
[[nodiscard]] Unbounded unboundedness(std::string_view statement, std::string &table);

} // namespace countersign::risk
