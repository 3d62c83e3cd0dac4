// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "KeyList.h"
#include "Process.h"
#include "Signer.h"

#include "core/Error.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

// OpenPGP keys of the user's own GnuPG home. gpg is run without its options file, without key servers, with an argument list and
// a cleared environment; gpg-agent asks for passphrases, and the private key never enters this process.

/// Secret keys that can sign, at most 32, in gpg's order. Empty where there is no GnuPG or no home of it: none is made.
/// Errors: Cancelled.
[[nodiscard]] Result<std::vector<SigningKey>> listOpenPgpKeys(const ProcessRunner &runner, const Environment &environment,
                                                              const std::stop_token &stop = {});
/// True for what names an OpenPGP key: "OPENPGP:" and a fingerprint, or 16 to 40 hexadecimal digits, also behind "0x".
[[nodiscard]] bool isOpenPgpName(std::string_view name);
/// The one secret key that such a name means. Errors: there is none, or several.
[[nodiscard]] Result<SigningKey> findOpenPgpKey(std::string_view name, const ProcessRunner &runner,
                                                const Environment &environment, const std::stop_token &stop = {});

/// As signBytes(), by `gpg --detach-sign`, verified with gpgv before it is returned. Errors, each with what to do: gpg or gpgv
/// missing, nobody to ask for the passphrase, wrong passphrase, no such key, time out; Cancelled.
[[nodiscard]] Result<std::string> signWithOpenPgp(std::string_view bytes, const SigningKey &key, const ProcessRunner &runner,
                                                  const SignOptions &options, std::stop_token stop);

} // namespace countersign::records
