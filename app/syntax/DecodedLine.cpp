// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DecodedLine.h"

#include "core/SafeText.h"

#include <algorithm>

namespace countersign::syntax
{

namespace
{
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
}

DecodedLine::DecodedLine(std::string_view bytes, std::size_t maxCharacters)
{
    if (bytes.starts_with(byteOrderMark))
        m_skipped = static_cast<std::uint32_t>(byteOrderMark.size());
    const std::string_view body = bytes.substr(m_skipped);
    const std::string_view head = body.substr(0, maxCharacters);
    if (std::ranges::all_of(head, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        m_text = QString::fromLatin1(head.data(), static_cast<qsizetype>(head.size()));
        return;
    }

    std::size_t offset = 0;
    for (std::size_t count = 0; count < maxCharacters && offset < body.size(); ++count) {
        const auto begin = m_skipped + static_cast<std::uint32_t>(offset);
        const char32_t c = nextCodePoint(body, offset);
        for (const char16_t unit : QChar::fromUcs4(c)) {
            m_text += QChar(unit);
            m_offsets.push_back(begin);
        }
    }
    m_offsets.push_back(m_skipped + static_cast<std::uint32_t>(offset));
}

std::uint32_t DecodedLine::byteOffset(qsizetype unit) const
{
    const auto index = static_cast<std::size_t>(std::clamp<qsizetype>(unit, 0, m_text.size()));
    return m_offsets.empty() ? m_skipped + static_cast<std::uint32_t>(index) : m_offsets[index];
}

} // namespace countersign::syntax
