// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Text.h"

#include <algorithm>
#include <cstring>

namespace countersign
{

Text::Text()
{
    static const auto empty = std::make_shared<const Data>();
    m_data = empty;
}

Text::Text(std::string bytes)
{
    auto data = std::make_shared<Data>();
    data->bytes = std::move(bytes);
    const char *const begin = data->bytes.data();
    const char *const end = begin + data->bytes.size();
    for (const char *at = begin; at < end;) {
        data->starts.push_back(static_cast<std::uint32_t>(at - begin));
        const void *newline = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
        at = newline ? static_cast<const char *>(newline) + 1 : end;
    }
    m_data = std::move(data);
}

LineNumber Text::lineCount() const
{
    return static_cast<LineNumber>(m_data->starts.size());
}

std::string_view Text::rawLine(LineNumber number) const
{
    const std::size_t begin = m_data->starts[number - 1];
    const std::size_t end = number < m_data->starts.size() ? m_data->starts[number] : m_data->bytes.size();
    return std::string_view(m_data->bytes).substr(begin, end - begin);
}

std::string_view Text::line(LineNumber number) const
{
    std::string_view raw = rawLine(number);
    if (raw.ends_with('\n')) {
        raw.remove_suffix(1);
        if (raw.ends_with('\r'))
            raw.remove_suffix(1);
    }
    return raw;
}

LineNumber Text::lineAt(std::size_t offset) const
{
    const auto after = std::ranges::upper_bound(m_data->starts, offset);
    return static_cast<LineNumber>(after - m_data->starts.begin());
}

bool Text::endsWithNewline() const
{
    return m_data->bytes.ends_with('\n');
}

bool Text::contains(std::string_view words) const
{
    return memmem(m_data->bytes.data(), m_data->bytes.size(), words.data(), words.size()) != nullptr;
}

} // namespace countersign
