// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "core/Message.h"

#include <expected>
#include <string_view>
#include <utility>

namespace countersign::records
{

/// Why a record, a signature or a ledger is not accepted. Each has a stable name for JSON and tests.
enum class Failure {
    // JSON
    JsonTooLarge,
    JsonSyntax, ///< also invalid UTF-8, lone surrogates, UTF-16, trailing bytes, numbers beyond a double
    JsonByteOrderMark,
    JsonDuplicateKey,
    JsonNonAsciiKey,
    JsonNotAnInteger, ///< a fraction, an exponent, or -0
    JsonIntegerRange,
    JsonTooDeep,
    JsonNulCharacter,
    // Envelope
    EnvelopeShape,
    WrongPayloadType,
    BadBase64,
    NoSignature,
    SeveralSignatures,
    KeyIdMismatch,
    // Signature
    ArmorMalformed,
    SignatureMalformed,
    SignatureVersion,
    WrongNamespace,
    ReservedNotEmpty,
    UnsupportedHash,
    KeyMalformed,
    UnsupportedKeyType,
    CertificateKey,
    WeakKey,
    SignatureAlgorithm,
    UserNotPresent,
    SignatureInvalid,
    OpenPgpUnavailable, ///< an OpenPGP signature, and no gpgv that could check it
    // Statement
    StatementShape,
    StatementValue,
    SubjectMismatch,
    // Identity and time
    FingerprintMismatch,
    UnknownKey,
    KeyNotUsable,
    KeyOfTwoPeople,
    NotTheKeysOwner,
    KeyNotYetValid,
    KeyExpired,
    KeyRevoked,
    TimeInFuture,
    // Roster
    SignatureTwice, ///< one key signed the same roster or checkpoint twice
    RosterVersion, ///< a version is missing, there twice, or out of order
    RosterLink, ///< it does not follow the version before it
    RosterThreshold, ///< too few of those who may have signed it
    RosterForgets, ///< a person or a key of the version before is gone, or a revocation was taken back
    RosterExpired,
    RosterMissing, ///< this machine knows a roster, the ledger has none
    RosterNotPinned,
    PinMismatch,
    PolicyMissing,
    PolicyInvalid,
    // Binding to a repository
    OtherRepository,
    ObjectMissing,
    HeadTreeMismatch,
    MergeBaseMismatch,
    CommitsMismatch,
    ManifestMismatch,
    // Ledger
    LedgerMalformed,
    LeafMalformed,
    LeafOrder,
    RecordMissing,
    RecordNotLogged,
    RecordTwice,
    RecordIdMismatch,
    SignatureReplaced,
    LeafKindMismatch,
    LogHeadMismatch,
    ChainGap,
    ChainFork,
    ChainOrder,
    ChainLinkMismatch,
    NonceReused,
    WithdrawsUnknown,
    WithdrawsForeign,
    OverrideRole, ///< an override by somebody who may not
    // Checkpoints
    LogRolledBack, ///< the log is shorter than it was
    LogForked, ///< the log is another one than it was
    CheckpointMalformed,
    CheckpointOrigin,
    CheckpointMismatch, ///< it does not fit the log beside it
    CheckpointUnsigned,
    TimestampInvalid,
    // Bundles
    BundleFile, ///< a file is missing, unexpected or not what the manifest says
};

/// Stable kebab-case name: "chain-gap".
[[nodiscard]] std::string_view name(Failure failure);

/// A named failure and the sentence that tells a person.
struct Problem {
    Failure failure = Failure::JsonSyntax;
    Message what;
    friend bool operator==(const Problem &, const Problem &) = default;
};

/// A value that passed a check, or the named reason why not.
template<class T>
using Checked = std::expected<T, Problem>;

[[nodiscard]] inline std::unexpected<Problem> refuse(Failure failure, Message what)
{
    return std::unexpected(Problem{failure, std::move(what)});
}

/// The same for callers that only pass it on to a person.
[[nodiscard]] inline Error toError(const Problem &problem, std::string where = {})
{
    return {ErrorKind::Input, problem.what, std::move(where), {}};
}

} // namespace countersign::records
