// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Problem.h"

#include "core/Oid.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// Reads the fields of one JSON object of a record and keeps the first thing that is wrong, across nested objects. A field that
/// nobody asked for is wrong, too.
class JsonFields
{
public:
    /// @param problem shared by all objects of a document. @param where "predicate.change", for messages.
    JsonFields(const nlohmann::json &object, std::string where, std::optional<Problem> &problem);

    [[nodiscard]] bool has(const char *name) const;
    /// A text of at most @p mostBytes; control characters other than tab and line feed are refused, those too unless @p isLong.
    std::string text(const char *name, std::size_t mostBytes = 4096, bool isLong = false);
    std::string fixed(const char *name, std::string_view only); ///< exactly this text
    std::string hex(const char *name, std::size_t digits);
    std::uint64_t number(const char *name, std::uint64_t most = (std::uint64_t{1} << 53) - 1);
    std::int64_t time(const char *name);
    Oid oid(const char *name);
    std::vector<Oid> oids(const char *name);
    std::vector<std::string> texts(const char *name);
    JsonFields object(const char *name);
    std::vector<JsonFields> objects(const char *name);

    /// Refuses a value that has the right type.
    void wrong(const char *name, Failure failure = Failure::StatementValue);
    /// Refuses fields that were not asked for.
    void finish();

private:
    const nlohmann::json &take(const char *name);
    const nlohmann::json &list(const char *name);
    [[nodiscard]] std::string path(const char *name) const;

    const nlohmann::json &m_object;
    std::string m_where;
    std::optional<Problem> &m_problem;
    std::set<std::string> m_known;
};

} // namespace countersign::records
