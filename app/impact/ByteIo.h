// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::impact
{

/// Writes numbers (LEB128), texts and lists for the cache files. These never leave the machine.
class ByteWriter
{
public:
    void number(std::uint64_t value);
    void text(std::string_view value);
    void raw(std::string_view value) { m_bytes += value; }
    void names(const std::vector<std::uint32_t> &values);
    [[nodiscard]] const std::string &bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

/// Reads them back; a text that ends too early or counts more than it can hold fails, and then gives zeros.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes)
        : m_rest(bytes)
    {
    }
    [[nodiscard]] std::uint64_t number();
    [[nodiscard]] std::uint64_t count(); ///< a number of things of at least one byte each
    [[nodiscard]] std::string_view text();
    [[nodiscard]] std::string_view bytes(std::size_t size); ///< as many, zeros after a failure; at most 64
    [[nodiscard]] std::vector<std::uint32_t> names();
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty() || m_failed; }

private:
    std::string_view take(std::uint64_t size);

    std::string_view m_rest;
    bool m_failed = false;
};

/// All bytes of a cache file; none when there is none.
[[nodiscard]] std::string readWholeFile(const std::filesystem::path &file);
/// Appends @p bytes in one write; begins the file with @p magic where there is none, where it begins otherwise, or where it is
/// larger than 512 MiB. @return false when it could not be written.
bool appendToFile(const std::filesystem::path &file, std::string_view magic, std::string_view bytes);

} // namespace countersign::impact
