// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Signatory.h"

#include "records/Process.h"
#include "records/Random.h"
#include "records/Signer.h"
#include "records/Timestamp.h"

#include "core/Error.h"
#include "git/Repository.h"

#include <stop_token>
#include <string>
#include <string_view>

namespace countersign::workbench
{

/// Signs the log as it is now: a new checkpoint, or one more signature below the one that is there. The text comes back.
/// Errors: no roster; the key is not on it; it signed already; as records::signBytes().
[[nodiscard]] Result<std::string> signCheckpoint(git::Repository &repository, const Signatory &signatory,
                                                 const records::ProcessRunner &runner, const records::SignOptions &options = {},
                                                 const std::stop_token &stop = {});

/// What a time-stamp authority is sent (RFC 3161, DER) for the checkpoint that is there. Errors: there is none.
[[nodiscard]] Result<std::string> timestampRequest(const git::Repository &repository, records::Random &random,
                                                   const std::stop_token &stop = {});

/// Keeps the authority's response beside the checkpoint. Errors: it was not granted, or is about something else; its signature
/// does not lead to one of @p authorities (certificates, PEM; empty: not checked here, verify does when it is given them); the
/// checkpoint changed meanwhile.
[[nodiscard]] Result<records::Timestamp> keepTimestamp(git::Repository &repository, std::string_view response,
                                                       std::string_view authorities, const std::string &who,
                                                       const std::stop_token &stop = {});

} // namespace countersign::workbench
