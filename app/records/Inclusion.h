// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AllowedSigners.h"
#include "Merkle.h"
#include "Problem.h"
#include "Record.h"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace countersign::records
{

/// Proofs that single entries are in a log, without the rest of it: "line of the log LF hash LF hash LF …", the hashes of the
/// audit path hexadecimal, from the leaf up.
class InclusionProofs
{
public:
    /// @param lines of the log with their line feeds, as many as the checkpoint says; they must outlive this.
    explicit InclusionProofs(std::span<const std::string> lines)
        : m_lines(lines)
        , m_tree(lines)
    {
    }

    /// @param place less than the number of lines.
    [[nodiscard]] std::string proof(std::size_t place) const;

private:
    std::span<const std::string> m_lines;
    MerkleTree m_tree;
};

/// The place of @p record in the log of a checkpoint, whose signatures are another question.
/// Failures: the proof is of another entry (RecordIdMismatch), malformed (LeafMalformed), or leads to another root
/// (CheckpointMismatch); the checkpoint cannot be read.
[[nodiscard]] Checked<std::uint64_t> checkInclusion(const Record &record, std::string_view proof, std::string_view checkpoint);

/// The people of an allowed_signers file who signed a checkpoint: with keys that are valid at @p now (seconds since 1970), in
/// lines that name the namespace of checkpoints, as ssh-keygen demands. Failures: as checkpointSigners(); nobody
/// (CheckpointUnsigned).
[[nodiscard]] Checked<std::set<std::string>> checkpointPeople(const AllowedSigners &signers, std::string_view checkpoint,
                                                              std::string_view signatures, std::int64_t now);

} // namespace countersign::records
