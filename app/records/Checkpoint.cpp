// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checkpoint.h"

#include "Encoding.h"
#include "Signature.h"
#include <algorithm>
#include <array>
#include <charconv>

namespace countersign::records
{

namespace
{

constexpr std::string_view originPrefix = "countersign.dev/ledger/";
/// A signature ends with the first of them.
constexpr std::array<std::string_view, 2> armorEnds{"-----END SSH SIGNATURE-----\n", "-----END PGP SIGNATURE-----\n"};
constexpr std::size_t mostCosigners = 64;

std::unexpected<Problem> malformed()
{
    return refuse(Failure::CheckpointMalformed,
                  Message(QT_TRANSLATE_NOOP("app", "The checkpoint does not have exactly the lines origin, size and root.")));
}

} // namespace

std::string checkpointOrigin(std::string_view repositoryId)
{
    return std::string(originPrefix) + std::string(repositoryId);
}

std::string writeCheckpoint(const Checkpoint &checkpoint)
{
    return checkpoint.origin + '\n' + std::to_string(checkpoint.head.size) + '\n' + toBase64(checkpoint.head.root) + '\n';
}

Checked<Checkpoint> readCheckpoint(std::string_view text)
{
    Checkpoint checkpoint;
    std::vector<std::string_view> lines;
    for (auto rest = text; !rest.empty() && lines.size() < 4;) {
        const auto end = rest.find('\n');
        if (end == std::string_view::npos)
            return malformed();
        lines.push_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    if (lines.size() != 3 || !lines[0].starts_with(originPrefix) || !isLowerHex(lines[0].substr(originPrefix.size()), 32))
        return malformed();
    checkpoint.origin = lines[0];
    std::from_chars(lines[1].data(), lines[1].data() + lines[1].size(), checkpoint.head.size);
    checkpoint.head.root = fromBase64(lines[2]).value_or(std::string());
    if (checkpoint.head.root.size() != 32 || writeCheckpoint(checkpoint) != text)
        return malformed();
    return checkpoint;
}

std::vector<std::string> splitArmor(std::string_view signatures)
{
    std::vector<std::string> out;
    while (!signatures.empty() && out.size() <= mostCosigners) {
        auto size = signatures.size();
        for (const auto armorEnd : armorEnds) {
            if (const auto end = signatures.find(armorEnd); end != std::string_view::npos)
                size = std::min(size, end + armorEnd.size());
        }
        out.emplace_back(signatures.substr(0, size));
        signatures.remove_prefix(size);
    }
    return out;
}

Checked<std::vector<PublicKey>> checkpointSigners(std::string_view checkpointText, std::string_view signatures)
{
    std::vector<PublicKey> keys;
    const auto armors = splitArmor(signatures);
    if (armors.size() > mostCosigners)
        return refuse(
            Failure::SeveralSignatures,
            Message(QT_TRANSLATE_NOOP("app", "The checkpoint has more than %1 signatures."), {std::to_string(mostCosigners)}));
    for (const auto &armor : armors) {
        auto signature = openSignature(armor, checkpointNamespace, checkpointText);
        if (!signature)
            return std::unexpected(signature.error());
        if (std::ranges::contains(keys, signature->key))
            return refuse(
                Failure::SignatureTwice,
                Message(QT_TRANSLATE_NOOP("app", "The key %1 signed the checkpoint twice."), {signature->key.fingerprint()}));
        keys.push_back(std::move(signature->key));
    }
    return keys;
}

} // namespace countersign::records
