// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ByteIo.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>

namespace countersign::impact
{

void ByteWriter::number(std::uint64_t value)
{
    constexpr std::uint64_t low = 0x7F;
    for (; value > low; value >>= 7U)
        m_bytes += static_cast<char>((value & low) | 0x80U);
    m_bytes += static_cast<char>(value);
}

void ByteWriter::text(std::string_view value)
{
    number(value.size());
    m_bytes += value;
}

void ByteWriter::names(const std::vector<std::uint32_t> &values)
{
    number(values.size());
    m_bytes.append(reinterpret_cast<const char *>(values.data()), values.size() * sizeof(std::uint32_t));
}

std::uint64_t ByteReader::number()
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (m_rest.empty())
            break;
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        value |= std::uint64_t{byte & 0x7FU} << shift;
        if ((byte & 0x80U) == 0)
            return value;
    }
    m_failed = true;
    return 0;
}

std::uint64_t ByteReader::count()
{
    const std::uint64_t value = number();
    if (value > m_rest.size())
        m_failed = true;
    return m_failed ? 0 : value;
}

std::string_view ByteReader::take(std::uint64_t size)
{
    if (m_failed || size > m_rest.size()) {
        m_failed = true;
        return {};
    }
    const std::string_view out = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return out;
}

std::string_view ByteReader::text()
{
    return take(number());
}

std::string_view ByteReader::bytes(std::size_t size)
{
    static constexpr std::array<char, 64> zeros{};
    const std::string_view out = take(size);
    return m_failed ? std::string_view(zeros.data(), std::min(size, zeros.size())) : out;
}

std::vector<std::uint32_t> ByteReader::names()
{
    const std::uint64_t size = count();
    const std::string_view raw = take(size * sizeof(std::uint32_t));
    std::vector<std::uint32_t> values(m_failed ? 0 : size);
    if (!values.empty())
        std::memcpy(values.data(), raw.data(), raw.size());
    return values;
}

std::string readWholeFile(const std::filesystem::path &file)
{
    std::error_code status;
    const auto size = file.empty() ? 0 : std::filesystem::file_size(file, status);
    std::ifstream in(file, std::ios::binary);
    if (status || !in || size == 0)
        return {};
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

bool appendToFile(const std::filesystem::path &file, std::string_view magic, std::string_view bytes)
{
    constexpr std::uintmax_t largest = std::uintmax_t{512} << 20U;
    std::error_code status;
    std::filesystem::create_directories(file.parent_path(), status);
    std::string head(magic.size(), '\0');
    std::ifstream(file, std::ios::binary).read(head.data(), static_cast<std::streamsize>(head.size()));
    const auto size = std::filesystem::file_size(file, status);
    const bool goesOn = !status && head == magic && size <= largest;
    std::ofstream out(file, std::ios::binary | (goesOn ? std::ios::app : std::ios::trunc));
    std::string block = goesOn ? std::string() : std::string(magic);
    block += bytes;
    out.write(block.data(), static_cast<std::streamsize>(block.size()));
    return static_cast<bool>(out.flush());
}

} // namespace countersign::impact
