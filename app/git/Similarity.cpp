// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Similarity.h"

#include <algorithm>

namespace countersign::git
{

Fingerprint::Fingerprint(std::string_view bytes, const std::stop_token &stop)
{
    constexpr std::uint32_t longestPiece = 64;
    constexpr std::size_t looked = 8000; // as git judges: a NUL at the start makes it binary
    const bool isText = !bytes.substr(0, looked).contains('\0');
    // FNV-1a
    constexpr std::uint32_t start = 2166136261U;
    constexpr std::uint32_t prime = 16777619U;
    std::uint32_t hash = start;
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (isText && c == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n')
            continue;
        hash = (hash ^ static_cast<unsigned char>(c)) * prime;
        if (++length < longestPiece && c != '\n')
            continue;
        m_pieces.emplace_back(hash, length);
        hash = start;
        length = 0;
        if (m_pieces.size() % 65536 == 0 && stop.stop_requested()) {
            m_pieces.clear();
            return;
        }
    }
    if (length != 0)
        m_pieces.emplace_back(hash, length);
    std::ranges::sort(m_pieces);
    std::size_t kept = 0;
    for (std::size_t i = 1; i < m_pieces.size(); ++i) {
        if (m_pieces[i].first == m_pieces[kept].first)
            m_pieces[kept].second += m_pieces[i].second;
        else
            m_pieces[++kept] = m_pieces[i];
    }
    m_pieces.resize(std::min(m_pieces.size(), kept + 1));
    m_pieces.shrink_to_fit();
}

std::uint64_t Fingerprint::commonBytes(const Fingerprint &other) const
{
    std::uint64_t common = 0;
    auto a = m_pieces.begin();
    auto b = other.m_pieces.begin();
    while (a != m_pieces.end() && b != other.m_pieces.end()) {
        if (a->first == b->first)
            common += std::min((a++)->second, (b++)->second);
        else if (a->first < b->first)
            ++a;
        else
            ++b;
    }
    return common;
}

} // namespace countersign::git
