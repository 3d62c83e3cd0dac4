// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Inclusion.h"

#include "Checkpoint.h"
#include "Ledger.h"
#include "SignerOptions.h"

#include "core/Hex.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <vector>

namespace countersign::records
{

namespace
{

constexpr std::size_t mostHashes = 64; ///< of a log whose size is a 64-bit number

std::unexpected<Problem> malformed()
{
    return refuse(Failure::LeafMalformed, Message(QT_TRANSLATE_NOOP("app", "The proof is not written as a proof is.")));
}

/// Cuts the first line off, without its line feed; nothing: it has none.
std::optional<std::string_view> takeLine(std::string_view &text)
{
    const auto end = text.find('\n');
    if (end == std::string_view::npos)
        return std::nullopt;
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

std::optional<std::vector<std::string>> readHashes(std::string_view text)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto line = takeLine(text);
        auto hash = line && line->size() == 64 ? bytesFromHex(*line) : std::nullopt;
        if (!hash || toHex(*hash) != *line || out.size() == mostHashes)
            return std::nullopt;
        out.push_back(std::move(*hash));
    }
    return out;
}

/// True when every usable line with this key names the namespace. That such a line can be read, and that its first quotes after
/// the word are those of the option, AllowedSigners has seen to.
bool maySignCheckpoints(const AllowedSigners &signers, const PublicKey &key)
{
    std::vector<std::string> lines;
    std::istringstream text(signers.text());
    for (std::string line; std::getline(text, line);)
        lines.push_back(std::move(line));
    return std::ranges::all_of(signers.lines(), [&](const SignerLine &line) {
        if (line.problem || line.key != key)
            return true;
        constexpr std::string_view option = "namespaces=\"";
        const std::string_view raw = lines[line.number - 1];
        auto names = raw.substr(std::min(raw.find(option), raw.size() - option.size()) + option.size());
        return namesExactly(names.substr(0, names.find('"')), checkpointNamespace);
    });
}

} // namespace

std::string InclusionProofs::proof(std::size_t place) const
{
    std::string out = m_lines[place];
    for (const auto &hash : m_tree.path(place))
        out += toHex(hash) + '\n';
    return out;
}

Checked<std::uint64_t> checkInclusion(const Record &record, std::string_view proof, std::string_view checkpoint)
{
    const auto read = readCheckpoint(checkpoint);
    if (!read)
        return std::unexpected(read.error());
    const auto line = takeLine(proof);
    const auto hashes = readHashes(proof);
    LogLeaf leaf{0, record.statement.kind, record.id, record.signatureSha256};
    if (!line || !hashes || std::from_chars(line->data(), line->data() + line->size(), leaf.index).ec != std::errc())
        return malformed();
    const auto text = writeLeaf(leaf);
    if (text != std::string(*line) + '\n')
        return refuse(Failure::RecordIdMismatch, Message(QT_TRANSLATE_NOOP("app", "The proof is of another record.")));
    const auto root = rootOfPath(text, leaf.index, read->head.size, *hashes);
    if (!root || *root != read->head.root)
        return refuse(Failure::CheckpointMismatch,
                      Message(QT_TRANSLATE_NOOP("app", "The proof does not lead to the root of the checkpoint.")));
    return leaf.index;
}

Checked<std::set<std::string>> checkpointPeople(const AllowedSigners &signers, std::string_view checkpoint,
                                                std::string_view signatures, std::int64_t now)
{
    const auto keys = checkpointSigners(checkpoint, signatures);
    if (!keys)
        return std::unexpected(keys.error());
    std::set<std::string> people;
    for (const auto &key : *keys) {
        const auto owner = signers.ownerOf(key, std::array{now});
        if (owner && maySignCheckpoints(signers, key))
            people.insert(*owner);
    }
    if (people.empty())
        return refuse(Failure::CheckpointUnsigned,
                      Message(QT_TRANSLATE_NOOP("app", "Nobody who is known here has signed the checkpoint.")));
    return people;
}

} // namespace countersign::records
