// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Promise.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"
#include "risk/Structure.h"

namespace countersign::risk
{

bool isGraphQl(std::string_view path)
{
    return path.ends_with(".graphql") || path.ends_with(".gql") || path.ends_with(".graphqls");
}

Promise promiseIn(std::string_view line, std::string_view path)
{
    static const RE2 proto(
        R"(^\s*((?:repeated|optional|required)?\s*[\w.<>, ]+?)\s+(\w+)\s*=\s*(\d+)\s*(?:\[.*)?;|^\s*rpc\s+(\w+)\s*\((.*))",
        patternOptions());
    static const RE2 graph(R"(^\s{1,8}(\w+)\s*(?:\(.*\))?\s*:\s*([\w\[\]!]+)|^(?:type|input|enum|interface)\s+(\w+))",
                           patternOptions());
    static const RE2 api(R"(^\s{2}["']?(/[\w{}/.:-]+)["']?\s*:\s*\{?\s*$)", patternOptions());
    static const RE2 serialised(
        R"re((?:@JsonProperty|@SerializedName|@SerialName|\[JsonPropertyName|\[JsonProperty|\[DataMember|@XmlElement|@Field|@PropertyName)\((?:\w+\s*[:=]\s*)?["'](\w[\w.-]*)["']|`[^`]*\b(?:json|xml|yaml|bson|protobuf|form|mapstructure):"(\w[\w.-]*)|serde\([^)]*rename\s*=\s*"([\w.-]+)"|CodingKeys.*case\s+(\w+))re",
        patternOptions());
    Promise promise;
    std::string a;
    std::string b;
    std::string c;
    std::string d;
    std::string e;
    if (line.size() > longestCodeLine)
        return promise;
    if (path.ends_with(".proto") && RE2::PartialMatch(pieceOf(line), proto, &a, &b, &c, &d, &e))
        return d.empty() ? Promise{Contract::Proto, b, folded(a) + " = " + c} : Promise{Contract::Proto, d, folded(e)};
    if (isGraphQl(path) && RE2::PartialMatch(pieceOf(line), graph, &a, &b, &c))
        return c.empty() ? Promise{Contract::GraphQl, a, b} : Promise{Contract::GraphQl, c, {}};
    const bool isApi = path.contains("openapi") || path.contains("swagger");
    if (isApi && RE2::PartialMatch(pieceOf(line), api, &a))
        return {Contract::OpenApi, a, {}};
    if ((line.contains("(\"") || line.contains("('") || line.contains(":\"") || line.contains("rename"))
        && RE2::PartialMatch(pieceOf(line), serialised, &a, &b, &c, &d))
        return {Contract::Serialised, a + b + c + d, {}};
    return promise;
}

} // namespace countersign::risk
