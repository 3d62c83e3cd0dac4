// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SignerOptions.h"

#include "core/Clock.h"

#include <algorithm>
#include <vector>

namespace countersign::records
{

namespace
{

struct Option {
    std::string_view name;
    std::optional<std::string_view> value; ///< without its quotes
};

/// Takes name or name="value" and the comma behind it. Nothing when the text has another form.
std::optional<Option> takeOption(std::string_view &rest)
{
    Option option;
    const auto nameEnd = std::min(rest.find_first_of(",="), rest.size());
    option.name = rest.substr(0, nameEnd);
    rest.remove_prefix(nameEnd);
    if (rest.starts_with("=\"")) {
        rest.remove_prefix(2);
        const auto valueEnd = rest.find('"');
        if (valueEnd == std::string_view::npos)
            return std::nullopt;
        option.value = rest.substr(0, valueEnd);
        rest.remove_prefix(valueEnd + 1);
    }
    if (rest.empty())
        return option;
    if (rest.front() != ',' || rest.size() == 1)
        return std::nullopt;
    rest.remove_prefix(1);
    return option;
}

std::optional<std::int64_t> readTime(std::string_view text)
{
    if (!text.ends_with('Z') || (text.size() != 9 && text.size() != 13 && text.size() != 15))
        return std::nullopt;
    std::string digits(text.substr(0, text.size() - 1));
    digits.resize(14, '0');
    const auto part = [&digits](std::size_t at, std::size_t size) { return digits.substr(at, size); };
    return parseUtc(part(0, 4) + '-' + part(4, 2) + '-' + part(6, 2) + 'T' + part(8, 2) + ':' + part(10, 2) + ':' + part(12, 2)
                    + 'Z');
}

bool apply(const Option &option, SignerOptions &options)
{
    if (option.name == "cert-authority") {
        options.isAuthority = true;
        return !option.value;
    }
    if (!option.value)
        return false;
    if (option.name == "namespaces") {
        options.namespaces = *option.value;
        return true;
    }
    if (option.name != "valid-after" && option.name != "valid-before")
        return false;
    const auto time = readTime(*option.value);
    (option.name == "valid-after" ? options.validAfter : options.validBefore) = time.value_or(0);
    return time.has_value();
}

} // namespace

std::expected<SignerOptions, std::string> readSignerOptions(std::string_view text)
{
    SignerOptions options;
    std::vector<std::string_view> seen;
    while (!text.empty()) {
        const auto whole = text;
        const auto option = takeOption(text);
        if (!option || std::ranges::contains(seen, option->name) || !apply(*option, options))
            return std::unexpected(std::string(option ? option->name : whole));
        seen.push_back(option->name);
    }
    if (options.validAfter >= options.validBefore)
        return std::unexpected("valid-before <= valid-after");
    return options;
}

std::string compactTime(std::int64_t seconds)
{
    std::string text = formatUtc(seconds);
    std::erase_if(text, [](char c) { return c == '-' || c == ':' || c == 'T'; });
    return text;
}

bool namesExactly(std::string_view namespaces, std::string_view wanted)
{
    if (namespaces.find_first_of("*?!\\ \t") != std::string_view::npos)
        return false;
    bool isFound = false;
    while (!namespaces.empty()) {
        const auto end = std::min(namespaces.find(','), namespaces.size());
        isFound = isFound || namespaces.substr(0, end) == wanted;
        namespaces.remove_prefix(std::min(end + 1, namespaces.size()));
    }
    return isFound;
}

} // namespace countersign::records
