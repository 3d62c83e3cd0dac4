// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTree.h"

#include "ByteIo.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace countersign::impact
{

namespace
{

/// Changes whenever what readFacts() gives for the same bytes changes.
constexpr std::string_view magic = "countersign facts 3\n";
constexpr std::size_t lengthBytes = sizeof(std::uint32_t); ///< in front of every entry

std::string keyBytes(const Oid &blob, Language language)
{
    ByteWriter out;
    out.text(blob.hex());
    out.number(static_cast<std::uint64_t>(language));
    return out.bytes();
}

void writeFacts(ByteWriter &out, const FileFacts &facts)
{
    out.text(facts.package);
    out.number(facts.flags);
    out.number(facts.imports.size());
    for (const Import &import : facts.imports) {
        out.text(import.target);
        out.text(import.name);
        out.number((std::uint64_t{import.line} << 1U) | (import.isLocal ? 1U : 0U));
    }
    for (const auto *names : {&facts.defines, &facts.members, &facts.uses})
        out.names(*names);
}

FileFacts readBack(ByteReader &in)
{
    FileFacts facts;
    facts.package = in.text();
    facts.flags = static_cast<std::uint8_t>(in.number());
    const std::uint64_t imports = in.count();
    facts.imports.reserve(imports);
    for (std::uint64_t i = 0; i < imports && !in.failed(); ++i) {
        Import import;
        import.target = in.text();
        import.name = in.text();
        const std::uint64_t line = in.number();
        import.line = static_cast<LineNumber>(line >> 1U);
        import.isLocal = (line & 1U) != 0;
        facts.imports.push_back(std::move(import));
    }
    for (auto *names : {&facts.defines, &facts.members, &facts.uses})
        *names = in.names();
    return facts;
}

} // namespace

FactsStore::FactsStore(std::filesystem::path file)
    : m_file(std::move(file))
{
}

FactsStore::~FactsStore() = default;

std::shared_ptr<const FileFacts> FactsStore::find(const Oid &blob, Language language) const
{
    const Key key{blob, language};
    const std::scoped_lock lock(m_mutex);
    openFile();
    if (const auto fresh = m_fresh.find(key); fresh != m_fresh.end())
        return fresh->second;
    const auto kept = m_kept.find(key);
    return kept == m_kept.end() ? nullptr : readAt(kept->second, keyBytes(blob, language));
}

void FactsStore::put(const Oid &blob, Language language, std::shared_ptr<const FileFacts> facts)
{
    const std::scoped_lock lock(m_mutex);
    if (m_fresh.emplace(Key{blob, language}, std::move(facts)).second)
        m_unsaved.push_back({blob, language});
}

void FactsStore::openFile() const
{
    constexpr std::size_t longestKey = 72; // bytes: what keyBytes() gives for the longest object id
    if (std::exchange(m_wasOpened, true) || m_file.empty())
        return;
    std::error_code status;
    const std::uint64_t size = std::filesystem::file_size(m_file, status);
    m_in.open(m_file, std::ios::binary);
    std::string head(magic.size(), '\0');
    if (status || !m_in.read(head.data(), static_cast<std::streamsize>(head.size())) || head != magic)
        return;
    std::array<char, lengthBytes + longestKey> start{};
    for (std::uint64_t at = magic.size(); at + lengthBytes < size;) {
        m_in.read(start.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(start.size(), size - at)));
        std::uint32_t bytes = 0;
        std::memcpy(&bytes, start.data(), lengthBytes);
        ByteReader in(std::string_view(start.data(), static_cast<std::size_t>(m_in.gcount())).substr(lengthBytes));
        const auto blob = Oid::fromHex(in.text());
        const auto language = static_cast<Language>(in.number());
        at += lengthBytes;
        if (in.failed() || !blob || language > Language::Naming || bytes > size - at)
            break; // cut off while it was written: the rest is read anew
        m_kept.emplace(Key{*blob, language}, Place{at, bytes});
        at += bytes;
        m_in.seekg(static_cast<std::streamoff>(at));
    }
}

std::shared_ptr<const FileFacts> FactsStore::readAt(const Place &place, std::string_view key) const
{
    std::string bytes(place.bytes, '\0');
    m_in.clear();
    m_in.seekg(static_cast<std::streamoff>(place.offset));
    m_in.read(bytes.data(), place.bytes);
    // Another process may have begun the file anew since.
    if (static_cast<std::size_t>(m_in.gcount()) != bytes.size() || !bytes.starts_with(key))
        return nullptr;
    ByteReader in(std::string_view(bytes).substr(key.size()));
    auto facts = std::make_shared<const FileFacts>(readBack(in));
    return in.failed() ? nullptr : facts;
}

void FactsStore::save()
{
    const std::scoped_lock lock(m_mutex);
    if (m_file.empty() || m_unsaved.empty())
        return;
    ByteWriter out;
    for (const Key &key : m_unsaved) {
        ByteWriter entry;
        entry.raw(keyBytes(key.blob, key.language));
        writeFacts(entry, *m_fresh.at(key));
        const auto bytes = static_cast<std::uint32_t>(entry.bytes().size());
        out.raw({reinterpret_cast<const char *>(&bytes), lengthBytes});
        out.raw(entry.bytes());
    }
    appendToFile(m_file, magic, out.bytes());
    m_unsaved.clear();
}

} // namespace countersign::impact
