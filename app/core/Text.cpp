// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Text.h"

#include "LineStarts.h"

#include <algorithm>
#include <cstring>

namespace countersign
{

Text::Text()
{
    static const auto empty = std::make_shared<const Data>();
    m_data = empty;
}

Text::Data::Data(std::string text)
{
    if (Shelf::ofProcess().takeRoom(text.size())) {
        own = std::move(text);
        bytes = own;
    } else {
        shelved.assign(text.begin(), text.end());
        bytes = {shelved.data(), shelved.size()};
    }
    findLineStarts(bytes, starts);
}

Text::Data::~Data()
{
    Shelf::ofProcess().giveRoom(own.size());
}

Text::Text(std::string bytes)
    : m_data(std::make_shared<const Data>(std::move(bytes)))
{
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

std::size_t Text::find(std::string_view words, std::size_t offset) const
{
    const std::string_view bytes = m_data->bytes;
    if (offset > bytes.size())
        return std::string_view::npos;
    const void *found = memmem(bytes.data() + offset, bytes.size() - offset, words.data(), words.size());
    return found ? static_cast<std::size_t>(static_cast<const char *>(found) - bytes.data()) : std::string_view::npos;
}

} // namespace countersign
