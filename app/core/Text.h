// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Shelf.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace countersign
{

/// Number of a line in a file, 1-based; noLine (0) where there is none.
using LineNumber = std::uint32_t;
inline constexpr LineNumber noLine = 0;

/// Bytes of one version of a file and where its lines start. Cheap to copy (shared, immutable),
/// safe to read from any thread.
///
/// A line ends with LF, which belongs to it; a CR before it is part of the line's content. The last
/// line may lack its LF. Empty bytes have no line. Files of 4 GiB and more are not text for us.
class Text
{
public:
    Text();
    explicit Text(std::string bytes);

    [[nodiscard]] std::string_view bytes() const { return m_data->bytes; }
    [[nodiscard]] bool isEmpty() const { return m_data->bytes.empty(); }
    [[nodiscard]] LineNumber lineCount() const { return static_cast<LineNumber>(m_data->starts.size()); }
    /// Content of line @p number (1 to lineCount()) without its LF (and without a CR before it).
    [[nodiscard]] std::string_view line(LineNumber number) const
    {
        std::string_view raw = rawLine(number);
        if (raw.ends_with('\n')) {
            raw.remove_suffix(1);
            if (raw.ends_with('\r'))
                raw.remove_suffix(1);
        }
        return raw;
    }
    /// The same with its line end, exactly as in the file.
    [[nodiscard]] std::string_view rawLine(LineNumber number) const
    {
        const std::size_t begin = m_data->starts[number - 1];
        const std::size_t end = number < m_data->starts.size() ? m_data->starts[number] : m_data->bytes.size();
        return {m_data->bytes.data() + begin, end - begin};
    }
    /// Offset in bytes of the first byte of line @p number.
    [[nodiscard]] std::size_t lineStart(LineNumber number) const { return m_data->starts[number - 1]; }
    /// The line that holds byte @p offset (0 to size - 1).
    [[nodiscard]] LineNumber lineAt(std::size_t offset) const;
    [[nodiscard]] bool endsWithNewline() const;
    /// Offset in bytes of the first @p words from @p offset on; npos: there are none. As quick as the C library's search; linear
    /// in both.
    [[nodiscard]] std::size_t find(std::string_view words, std::size_t offset = 0) const;
    [[nodiscard]] bool contains(std::string_view words) const { return find(words) != std::string_view::npos; }

    friend bool operator==(const Text &a, const Text &b) { return a.bytes() == b.bytes(); }

private:
    /// On the heap or, beside many others, on the shelf.
    struct Data {
        Data() = default;
        explicit Data(std::string text);
        ~Data();
        Data(const Data &) = delete;
        Data &operator=(const Data &) = delete;

        std::string own;
        ShelfVector<char> shelved;
        std::string_view bytes; ///< one of the two
        ShelfVector<std::uint32_t> starts;
    };
    std::shared_ptr<const Data> m_data;
};

} // namespace countersign
