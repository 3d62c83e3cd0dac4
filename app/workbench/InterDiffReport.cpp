// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "InterDiffReport.h"

#include "core/Clock.h"

#include <nlohmann/json.hpp>

namespace countersign::workbench
{

namespace
{

using Json = nlohmann::ordered_json;

Json endJson(const InterEnd &end, const std::string &digest)
{
    return {{"patchSet", end.number == 0 ? Json(nullptr) : Json(end.number)},
            {"base", end.base.isNull() ? Json(nullptr) : Json(end.base.hex())},
            {"head", end.head.hex()},
            {"time", end.time == 0 ? Json(nullptr) : Json(formatUtc(end.time))},
            {"patchDigest", digest}};
}

Json pathJson(const FileSide &side)
{
    return side.exists() ? Json(side.path) : Json(nullptr);
}

Json digestJson(const std::string &digest)
{
    return digest.empty() ? Json(nullptr) : Json(digest);
}

Json countsJson(const LineCounts &counts)
{
    return {{"added", counts.added}, {"removed", counts.removed}};
}

Json rowsJson(const InterFile &file)
{
    Json rows = Json::array();
    const auto line = [](LineNumber number) { return number == noLine ? Json(nullptr) : Json(number); };
    const auto origin = [](Origin one) { return one == Origin::None ? Json(nullptr) : Json(name(one)); };
    for (std::size_t i = 0; i < file.origins.size(); ++i) {
        const Row &row = file.change.rows.rows[i];
        if (row.kind != RowKind::Equal)
            rows.push_back({{"left", line(row.left)},
                            {"right", line(row.right)},
                            {"kind", name(row.kind)},
                            {"leftOrigin", origin(file.origins[i].left)},
                            {"rightOrigin", origin(file.origins[i].right)}});
    }
    return rows;
}

} // namespace

std::string interDiffJson(const std::string &changeId, const InterEnd &from, const InterEnd &to, const InterDiff &result)
{
    Json files = Json::array();
    for (const InterFile &file : result.files) {
        files.push_back({{"path", file.path()},
                         {"oldPath", pathJson(file.change.delta.oldSide)},
                         {"newPath", pathJson(file.change.delta.newSide)},
                         {"push", name(file.kind)},
                         {"conflict", file.isConflict},
                         {"patchDigest", {{"from", digestJson(file.digestA)}, {"to", digestJson(file.digestB)}}},
                         {"author", countsJson(file.author)},
                         {"rebase", countsJson(file.rebase)},
                         {"rows", rowsJson(file)}});
    }
    const Json json{{"schema", "countersign.interdiff/1"},         {"change", {{"id", changeId}}},
                    {"from", endJson(from, result.digestA)},       {"to", endJson(to, result.digestB)},
                    {"changedNothing", result.isNothingChanged()}, {"proof", name(result.proof)},
                    {"broughtByBase", result.broughtByBase},       {"files", std::move(files)}};
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace countersign::workbench
