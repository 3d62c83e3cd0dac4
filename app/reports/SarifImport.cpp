// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SarifImport.h"

#include "LineCoverage.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>

namespace countersign::reports
{

namespace
{

using nlohmann::json;

constexpr std::size_t deepest = 64;
constexpr std::size_t mostResults = 1'000'000;
constexpr std::size_t mostMessageBytes = 2000;
constexpr std::size_t mostNameBytes = 120;

const json &at(const json &object, const char *key)
{
    static const json nothing;
    if (!object.is_object())
        return nothing;
    const auto found = object.find(key);
    return found == object.end() ? nothing : *found;
}

const json &at(const json &array, std::uint64_t index)
{
    static const json nothing;
    return array.is_array() && index < array.size() ? array[index] : nothing;
}

std::string text(const json &value, std::size_t most)
{
    return value.is_string() ? value.get_ref<const std::string &>().substr(0, most) : std::string();
}

std::optional<std::uint64_t> index(const json &value)
{
    return value.is_number_unsigned() ? std::optional(value.get<std::uint64_t>()) : std::nullopt;
}

LineNumber lineNumber(const json &value)
{
    const auto number = index(value);
    return number && *number <= std::numeric_limits<LineNumber>::max() ? static_cast<LineNumber>(*number) : noLine;
}

Annotation::Level levelFrom(const std::string &word)
{
    using enum Annotation::Level;
    return word == "error" ? Error : word == "note" ? Note : word == "none" ? None : Warning;
}

/// A URI reference as a path: scheme "file" and percent signs undone. Nothing for another scheme.
std::optional<std::string> pathOf(std::string_view uri)
{
    if (uri.starts_with("file://")) {
        uri.remove_prefix(7);
        uri.remove_prefix(std::min(uri.find('/'), uri.size())); // the host
    } else if (const auto colon = uri.find(':'); colon != std::string_view::npos && colon < uri.find('/') && colon > 1) {
        return std::nullopt;
    }
    std::string path;
    for (std::size_t i = 0; i < uri.size(); ++i) {
        unsigned code = 0;
        const auto digit = [](char c) -> unsigned {
            return c >= '0' && c <= '9' ? static_cast<unsigned>(c - '0')
                : c >= 'a' && c <= 'f'  ? static_cast<unsigned>(c - 'a' + 10)
                : c >= 'A' && c <= 'F'  ? static_cast<unsigned>(c - 'A' + 10)
                                        : 16U;
        };
        if (uri[i] == '%' && i + 2 < uri.size() && digit(uri[i + 1]) < 16 && digit(uri[i + 2]) < 16) {
            code = digit(uri[i + 1]) * 16 + digit(uri[i + 2]);
            i += 2;
        } else {
            code = static_cast<unsigned char>(uri[i]);
        }
        path += static_cast<char>(code);
    }
    return path;
}

/// One run of one tool.
class RunReader
{
public:
    RunReader(const json &run, const PathMatch &paths, SarifResults &results)
        : m_run(run)
        , m_driver(at(at(run, "tool"), "driver"))
        , m_paths(paths)
        , m_results(results)
        , m_source(text(at(m_driver, "name"), mostNameBytes))
    {
        const json &version = at(m_driver, "version").is_string() ? at(m_driver, "version") : at(m_driver, "semanticVersion");
        if (version.is_string())
            m_source += " " + text(version, mostNameBytes);
    }

    void read(const json &result)
    {
        const std::string kind = text(at(result, "kind"), mostNameBytes);
        const bool isSuppressed =
            at(result, "suppressions").is_array() && std::ranges::any_of(at(result, "suppressions"), [](const json &suppression) {
                const std::string status = text(at(suppression, "status"), mostNameBytes);
                return status.empty() || status == "accepted";
            });
        if (isSuppressed || at(result, "baselineState") == "absent" || kind == "pass" || kind == "notApplicable") {
            ++m_results.suppressed;
            return;
        }
        const json &locations = at(result, "locations");
        if (!locations.is_array() || locations.empty()) {
            ++m_results.elsewhere;
            return;
        }
        for (const json &location : locations)
            place(result, at(location, "physicalLocation"));
    }

private:
    void place(const json &result, const json &where)
    {
        const json *artifact = &at(where, "artifactLocation");
        if (const auto number = index(at(*artifact, "index")); number && !at(*artifact, "uri").is_string())
            artifact = &at(at(at(m_run, "artifacts"), *number), "location");
        const auto path = pathOf(text(at(*artifact, "uri"), 4096));
        if (!path || !plainPath(*path)) {
            ++m_results.refused;
            return;
        }
        const auto file = m_paths.find(*path);
        if (!file) {
            ++m_results.elsewhere;
            return;
        }
        const json &rule = ruleOf(result);
        Annotation annotation;
        annotation.source = m_source;
        annotation.rule = text(at(result, "ruleId"), mostNameBytes);
        if (annotation.rule.empty())
            annotation.rule = text(at(rule, "id"), mostNameBytes);
        const json &level = at(result, "level").is_string() ? at(result, "level") : at(at(rule, "defaultConfiguration"), "level");
        annotation.level = levelFrom(text(level, mostNameBytes));
        annotation.message = messageOf(at(result, "message"), rule);
        annotation.file = *file;
        const json &region = at(where, "region");
        annotation.startLine = lineNumber(at(region, "startLine"));
        if (annotation.startLine != noLine)
            annotation.endLine = std::max(annotation.startLine, lineNumber(at(region, "endLine")));
        m_results.annotations.push_back(std::move(annotation));
    }

    const json &ruleOf(const json &result) const
    {
        const json &rules = at(m_driver, "rules");
        auto number = index(at(result, "ruleIndex"));
        if (!number)
            number = index(at(at(result, "rule"), "index"));
        if (number)
            return at(rules, *number);
        const std::string id = text(at(result, "ruleId"), mostNameBytes);
        if (!rules.is_array() || id.empty())
            return at(rules, std::numeric_limits<std::uint64_t>::max());
        const auto found = std::ranges::find_if(rules, [&id](const json &rule) { return at(rule, "id") == id; });
        return found == rules.end() ? at(rules, std::numeric_limits<std::uint64_t>::max()) : *found;
    }

    /// The text, or the one that it names among the rule's, with its arguments filled in.
    static std::string messageOf(const json &message, const json &rule)
    {
        const json &own = at(message, "text");
        const json &named = at(at(at(rule, "messageStrings"), text(at(message, "id"), mostNameBytes).c_str()), "text");
        std::string words = text(own.is_string() ? own : named, mostMessageBytes);
        const json &arguments = at(message, "arguments");
        for (std::size_t i = 0; arguments.is_array() && i < std::min<std::size_t>(arguments.size(), 10); ++i) {
            const std::string mark = "{" + std::to_string(i) + "}";
            if (const auto found = words.find(mark); found != std::string::npos)
                words.replace(found, mark.size(), text(arguments[i], mostMessageBytes));
        }
        return words.substr(0, mostMessageBytes);
    }

    const json &m_run;
    const json &m_driver;
    const PathMatch &m_paths;
    SarifResults &m_results;
    std::string m_source;
};

/// Counts brackets outside of strings. The parser could be asked for the depth as well, but then takes quadratic time.
bool isNestedDeeper(std::string_view bytes, std::size_t most)
{
    std::size_t depth = 0;
    bool isText = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (isText && c == '\\')
            ++i;
        else if (c == '"')
            isText = !isText;
        else if (!isText && (c == '{' || c == '[') && ++depth > most)
            return true;
        else if (!isText && (c == '}' || c == ']') && depth > 0)
            --depth;
    }
    return false;
}

std::unexpected<Error> wrong(const std::string &file, Message what)
{
    return fail(ErrorKind::Input, std::move(what), file);
}

} // namespace

Result<SarifResults> readSarif(std::string_view bytes, const std::string &file, const PathMatch &paths)
{
    if (bytes.size() > mostReportBytes)
        return wrong(file, Message(QT_TRANSLATE_NOOP("app", "The report is larger than 256 MiB.")));
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    if (isNestedDeeper(bytes, deepest))
        return wrong(file, Message(QT_TRANSLATE_NOOP("app", "The elements of the report are nested too deep.")));
    const json log = json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!log.is_object())
        return wrong(file, Message(QT_TRANSLATE_NOOP("app", "This is not valid JSON.")));
    if (at(log, "version") != "2.1.0" || !at(log, "runs").is_array())
        return wrong(file, Message(QT_TRANSLATE_NOOP("app", "This is not a SARIF log of version 2.1.0.")));
    SarifResults results;
    std::size_t count = 0;
    for (const json &run : at(log, "runs")) {
        const json &found = at(run, "results");
        if (!found.is_array())
            continue;
        count += found.size();
        if (count > mostResults)
            return wrong(file, Message(QT_TRANSLATE_NOOP("app", "The report holds more than a million results.")));
        RunReader reader(run, paths, results);
        for (const json &result : found)
            reader.read(result);
    }
    return results;
}

void removeRepeats(std::vector<Annotation> &annotations)
{
    const auto key = [](const Annotation &a) {
        return std::tie(a.file, a.startLine, a.endLine, a.source, a.rule, a.message, a.level);
    };
    std::ranges::stable_sort(annotations, {}, key);
    const auto repeats = std::ranges::unique(annotations, {}, key);
    annotations.erase(repeats.begin(), repeats.end());
}

} // namespace countersign::reports
