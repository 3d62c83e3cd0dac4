// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Tar.h"

#include "core/SafeText.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <format>
#include <fstream>
#include <optional>
#include <set>
#include <string>

namespace countersign::records
{

namespace fs = std::filesystem;

namespace
{

constexpr std::size_t blockSize = 512;
constexpr std::size_t recordSize = 20 * blockSize; ///< a tar ends with zeros up to this
constexpr std::uint64_t mostFileBytes = (std::uint64_t{1} << 33) - 1; ///< eleven octal digits
constexpr std::size_t mostNameBytes = 99;
constexpr std::size_t mostFiles = 4'000'000;

using Block = std::array<char, blockSize>;

/// Places of the header's fields (POSIX.1-1988 ustar).
struct Field {
    std::size_t at;
    std::size_t size;
};
constexpr Field nameField{0, 100};
constexpr Field modeField{100, 8};
constexpr Field uidField{108, 8};
constexpr Field gidField{116, 8};
constexpr Field sizeField{124, 12};
constexpr Field timeField{136, 12};
constexpr Field sumField{148, 8};
constexpr Field typeField{156, 1};
constexpr Field magicField{257, 8};
constexpr std::string_view magic("ustar\0"
                                 "00",
                                 8);

std::unexpected<Error> notWritable(const fs::path &path)
{
    return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "%1 cannot be written."), {safeText(path.string())}), {},
                Message(QT_TRANSLATE_NOOP("app", "Check the path, its permissions and the free space.")));
}

std::unexpected<Error> notReadable(const fs::path &path)
{
    return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file cannot be read.")), path.string(),
                Message(QT_TRANSLATE_NOOP("app", "Check its name and its permissions.")));
}

void put(Block &block, Field field, std::string_view text)
{
    std::ranges::copy(text, block.begin() + static_cast<std::ptrdiff_t>(field.at));
}

std::string_view get(const Block &block, Field field)
{
    return {block.data() + field.at, field.size};
}

/// Sum of all bytes with the sum's own field as blanks.
std::uint32_t checksum(Block block)
{
    put(block, sumField, "        ");
    std::uint32_t sum = 0;
    for (const char c : block)
        sum += static_cast<unsigned char>(c);
    return sum;
}

Block header(std::string_view name, std::uint64_t size)
{
    Block block{};
    put(block, nameField, name);
    put(block, modeField, "0000644");
    put(block, uidField, "0000000");
    put(block, gidField, "0000000");
    put(block, sizeField, std::format("{:011o}", size));
    put(block, timeField, "00000000000");
    put(block, typeField, "0");
    put(block, magicField, magic);
    put(block, sumField, std::format("{:06o}", checksum(block)) + std::string("\0 ", 2));
    return block;
}

std::uint64_t padded(std::uint64_t size)
{
    return (size + blockSize - 1) / blockSize * blockSize;
}

/// What header() says, if it is one of its headers byte for byte.
struct Entry {
    std::string name;
    std::uint64_t size = 0;
};
std::optional<Entry> readHeader(const Block &block)
{
    Entry entry;
    entry.name = get(block, nameField);
    entry.name.resize(std::min(entry.name.find('\0'), entry.name.size()));
    for (const char c : get(block, sizeField).substr(0, sizeField.size - 1)) {
        if (c < '0' || c > '7')
            return std::nullopt;
        entry.size = entry.size * 8 + static_cast<std::uint64_t>(c - '0');
    }
    if (entry.name.empty() || entry.name.size() > mostNameBytes || header(entry.name, entry.size) != block)
        return std::nullopt;
    return entry;
}

/// False when either side fails before @p size bytes are over.
bool copyBytes(std::istream &from, std::ostream &to, std::uint64_t size)
{
    std::array<char, 65536> buffer{};
    while (size > 0) {
        const auto part = static_cast<std::streamsize>(std::min<std::uint64_t>(size, buffer.size()));
        if (!from.read(buffer.data(), part) || !to.write(buffer.data(), part))
            return false;
        size -= static_cast<std::uint64_t>(part);
    }
    return true;
}

/// Reads one archive into one folder; stops at the first thing that is wrong.
class Unpacking
{
public:
    Unpacking(const fs::path &file, fs::path folder, const std::stop_token &stop)
        : m_stream(file, std::ios::binary)
        , m_folder(std::move(folder))
        , m_stop(stop)
    {
        std::error_code error;
        m_left = fs::file_size(file, error);
        m_isReadable = !error && m_stream.good();
    }

    Result<std::vector<Problem>> run(const fs::path &file)
    {
        if (!m_isReadable)
            return notReadable(file);
        for (Block block{}; readBlock(block);) {
            if (m_stop.stop_requested())
                return cancelled();
            if (std::ranges::all_of(block, [](char c) { return c == '\0'; }))
                return end();
            const auto entry = readHeader(block);
            if (!entry || !isBundlePath(entry->name) || padded(entry->size) > m_left || !isNew(entry->name))
                return named(std::string(get(block, nameField).substr(0, get(block, nameField).find('\0'))));
            if (const auto written = take(*entry); !written)
                return std::unexpected(written.error());
        }
        return named({});
    }

private:
    static std::vector<Problem> named(const std::string &name)
    {
        return {
            {Failure::BundleFile,
             Message(QT_TRANSLATE_NOOP("app", "The archive holds something that no export writes, or ends too early (at “%1”)."),
                     {safeText(name, 200)})}};
    }

    bool readBlock(Block &block)
    {
        if (m_left < blockSize || !m_stream.read(block.data(), blockSize))
            return false;
        m_left -= blockSize;
        return true;
    }

    /// File systems that fold letters would put two names into one place.
    bool isNew(std::string name)
    {
        std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return m_names.size() < mostFiles && m_names.insert(std::move(name)).second;
    }

    Result<void> take(const Entry &entry)
    {
        const auto path = m_folder / entry.name;
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        std::ofstream out(path, std::ios::binary | std::ios::noreplace);
        if (error || !out || !copyBytes(m_stream, out, entry.size) || !out.flush())
            return notWritable(path);
        m_stream.ignore(static_cast<std::streamsize>(padded(entry.size) - entry.size));
        m_left -= padded(entry.size);
        return {};
    }

    /// Behind the first empty block there is nothing but zeros, up to a whole record.
    Result<std::vector<Problem>> end()
    {
        if (m_left < blockSize || m_left > recordSize)
            return named({});
        for (Block block{}; readBlock(block);) {
            if (std::ranges::any_of(block, [](char c) { return c != '\0'; }))
                return named({});
        }
        return m_left == 0 ? Result<std::vector<Problem>>() : named({});
    }

    std::ifstream m_stream;
    fs::path m_folder;
    std::stop_token m_stop;
    std::uint64_t m_left = 0; ///< bytes of the archive
    bool m_isReadable = false;
    std::set<std::string> m_names; ///< in small letters
};

} // namespace

bool isBundlePath(std::string_view path)
{
    const bool isPlain = !path.empty() && path.front() != '/' && path.front() != '.' && path.back() != '/' && !path.contains("//")
        && !path.contains("/.") && !path.contains("..");
    return isPlain && std::ranges::all_of(path, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                   || std::string_view("/._").contains(c);
           });
}

bool isTar(const fs::path &file)
{
    std::error_code error;
    Block block{};
    std::ifstream stream(file, std::ios::binary);
    return fs::is_regular_file(file, error) && stream.read(block.data(), blockSize)
        && get(block, magicField).starts_with("ustar");
}

Result<void> writeTar(const fs::path &folder, const fs::path &file, const std::stop_token &stop)
{
    std::set<std::string> names;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->is_regular_file())
            names.insert(entry->path().lexically_relative(folder).generic_string());
    }
    std::ofstream out(file, std::ios::binary | std::ios::noreplace);
    if (error || !out)
        return notWritable(file);
    std::uint64_t written = 0;
    for (const auto &name : names) {
        const auto size = fs::file_size(folder / name, error);
        if (error || size > mostFileBytes || name.size() > mostNameBytes || !isBundlePath(name))
            return notWritable(folder / name);
        const auto block = header(name, size);
        std::ifstream in(folder / name, std::ios::binary);
        out.write(block.data(), blockSize);
        if (!copyBytes(in, out, size))
            return notWritable(file);
        out << std::string(static_cast<std::size_t>(padded(size) - size), '\0');
        written += blockSize + padded(size);
        if (stop.stop_requested())
            return cancelled();
    }
    const auto all = (written + 2 * blockSize + recordSize - 1) / recordSize * recordSize;
    out << std::string(static_cast<std::size_t>(all - written), '\0');
    out.close();
    return out ? Result<void>() : notWritable(file);
}

Result<std::vector<Problem>> unpackTar(const fs::path &file, const fs::path &folder, const std::stop_token &stop)
{
    return Unpacking(file, folder, stop).run(file);
}

} // namespace countersign::records
