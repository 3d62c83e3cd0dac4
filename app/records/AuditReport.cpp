// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditReport.h"

#include "AuditFacts.h"

#include "core/SafeText.h"

#include <nlohmann/json.hpp>

namespace countersign::records
{

namespace
{

using Json = nlohmann::ordered_json;

Json factsJson(const std::vector<AuditFact> &facts)
{
    Json out = Json::array();
    for (const auto &[what, is] : facts)
        out.push_back({{"fact", what}, {"is", is}});
    return out;
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : safeText(text)) {
        switch (c) {
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '&':
            out += "&amp;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string table(const std::vector<AuditFact> &facts)
{
    std::string out = "<table>\n";
    for (const auto &[what, is] : facts)
        out += "<tr><th>" + escaped(what) + "</th><td>" + escaped(is) + "</td></tr>\n";
    return out + "</table>\n";
}

constexpr std::string_view style =
    "body{font:15px sans-serif;max-width:60em;margin:2em auto;padding:0 1em}th{text-align:left;"
    "vertical-align:top;padding-right:1em;white-space:nowrap;font-weight:600}td{overflow-wrap:anywhere}"
    "h2{margin-top:2em;border-bottom:1px solid #999}.bad{color:#a00}";

} // namespace

std::string auditJson(const Ledger &ledger, const LedgerVerdict &verdict)
{
    Json records = Json::array();
    for (std::size_t i = 0; i < verdict.records.size(); ++i) {
        const auto &one = verdict.records[i];
        records.push_back({{"number", i + 1},
                           {"id", ledger.entries[i].leaf.recordId},
                           {"valid", one.isValid()},
                           {"evidence", factsJson(recordFacts(ledger.entries[i], one))}});
    }
    const Json json{{"schema", "countersign.audit/1"},
                    {"valid", verdict.isValid()},
                    {"ledger", factsJson(ledgerFacts(verdict))},
                    {"records", std::move(records)}};
    return json.dump(1, ' ', true, Json::error_handler_t::replace) + '\n';
}

std::string auditHtml(const Ledger &ledger, const LedgerVerdict &verdict)
{
    std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                      "<title>Audit of approval records</title>\n<style>"
        + std::string(style) + "</style>\n</head>\n<body>\n<h1>Audit of approval records</h1>\n" + table(ledgerFacts(verdict));
    for (std::size_t i = 0; i < verdict.records.size(); ++i) {
        const auto &one = verdict.records[i];
        out += std::string(one.isValid() ? "<h2>" : "<h2 class=\"bad\">") + "Record " + std::to_string(i + 1) + "</h2>\n"
            + table(recordFacts(ledger.entries[i], one));
    }
    return out + "</body>\n</html>\n";
}

} // namespace countersign::records
