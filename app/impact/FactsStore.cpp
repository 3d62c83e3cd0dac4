// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTree.h"

#include "ByteIo.h"

#include <fstream>

namespace countersign::impact
{

namespace
{

/// Changes whenever what readFacts() gives for the same bytes changes.
constexpr std::string_view magic = "countersign facts 2\n";

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
    load();
}

FactsStore::~FactsStore() = default;

std::shared_ptr<const FileFacts> FactsStore::find(const Oid &blob, Language language) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_facts.find({blob, language});
    return found == m_facts.end() ? nullptr : found->second;
}

void FactsStore::put(const Oid &blob, Language language, std::shared_ptr<const FileFacts> facts)
{
    const std::scoped_lock lock(m_mutex);
    if (m_facts.emplace(Key{blob, language}, std::move(facts)).second)
        m_unsaved.push_back({blob, language});
}

void FactsStore::load()
{
    const std::string bytes = readWholeFile(m_file);
    if (!bytes.starts_with(magic))
        return;
    ByteReader in(std::string_view(bytes).substr(magic.size()));
    while (!in.atEnd()) {
        const auto blob = Oid::fromHex(in.text());
        const auto language = static_cast<Language>(in.number());
        auto facts = std::make_shared<const FileFacts>(readBack(in));
        if (in.failed() || !blob || language > Language::Naming)
            break; // cut off while it was written: the rest is read anew
        m_facts.emplace(Key{*blob, language}, std::move(facts));
    }
}

void FactsStore::save()
{
    const std::scoped_lock lock(m_mutex);
    if (m_file.empty() || m_unsaved.empty())
        return;
    ByteWriter out;
    for (const Key &key : m_unsaved) {
        out.text(key.blob.hex());
        out.number(static_cast<std::uint64_t>(key.language));
        writeFacts(out, *m_facts.at(key));
    }
    appendToFile(m_file, magic, out.bytes());
    m_unsaved.clear();
}

} // namespace countersign::impact
