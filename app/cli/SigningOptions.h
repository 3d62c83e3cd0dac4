// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Command.h"

#include "records/Roster.h"
#include "workbench/Signatory.h"

#include <functional>
#include <string>
#include <vector>

namespace countersign::cli
{

/// -C, --key, --as, --allowed-signers: the options of every command that signs.
void addSigningOptions(Arguments &arguments);
/// The key that these options or git's configuration name, and the person it belongs to.
[[nodiscard]] Result<workbench::Signatory> findSignatory(const Arguments &arguments, const git::Repository &repository,
                                                         const records::ProcessRunner &runner, const std::stop_token &stop);

/// Makes the next version of the roster, changed by @p apply, signs it and says where it is or who has to sign it, too.
/// @param policyText of a policy that is not in the ledger yet; else empty.
[[nodiscard]] Exit changeRoster(const Terminal &terminal, const Arguments &arguments, git::Repository &repository,
                                const std::function<Result<void>(records::Roster &)> &apply, const std::string &policyText,
                                const std::stop_token &stop);

/// --tsa-ca, and the certificates that it names: empty without it. Errors: the file cannot be read.
void addTimeAuthorityOption(Arguments &arguments);
[[nodiscard]] Result<std::string> timeAuthorities(const Arguments &arguments);
/// The parts of "a,b,c".
[[nodiscard]] std::vector<std::string> words(const std::string &list);
/// A small file. Errors: it cannot be read, is empty, or larger than @p most bytes.
[[nodiscard]] Result<std::string> readTextFile(const std::string &path, std::size_t most);

} // namespace countersign::cli
