// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SshKey.h"

#include "core/Error.h"
#include "git/Repository.h"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::records
{

/// One line of an allowed_signers file that names a key.
struct SignerLine {
    std::size_t number = 0; ///< 1-based
    std::string principal; ///< exact; empty where the line is unusable for that reason
    std::optional<PublicKey> key;
    std::int64_t validAfter = std::numeric_limits<std::int64_t>::min(); ///< seconds since 1970
    std::int64_t validBefore = std::numeric_limits<std::int64_t>::max();
    std::optional<Message> problem; ///< why the line is not used, with its number
};

/// Who may sign: the allowed_signers file of ssh-keygen(1), read more strictly than ssh-keygen does. A line counts only with one
/// exact principal ([a-z0-9._+@-]{1,64}), with namespaces="…" that names approval@countersign.dev literally, with times in UTC
/// (ending in Z) and with an accepted key. Lines with cert-authority are left out. Where ssh-keygen would stop reading at a
/// broken line, later lines for the same principal are not used either.
class AllowedSigners
{
public:
    AllowedSigners() = default;
    [[nodiscard]] static AllowedSigners parse(std::string_view text, std::string fileName = "allowed_signers");
    /// Errors: the file cannot be read, or is larger than 1 MiB.
    [[nodiscard]] static Result<AllowedSigners> load(const std::filesystem::path &file);

    [[nodiscard]] const std::string &fileName() const { return m_fileName; }
    [[nodiscard]] const std::string &text() const { return m_text; } ///< as read
    [[nodiscard]] const std::vector<SignerLine> &lines() const { return m_lines; }
    /// "Line 3 of allowed_signers has no namespaces=…" for each line that is not used.
    [[nodiscard]] std::vector<Message> problems() const;
    /// True when no line is usable.
    [[nodiscard]] bool isEmpty() const;

    /// The person whose key this is, valid at every one of @p times (seconds since 1970) by one and the same line.
    [[nodiscard]] Checked<std::string> ownerOf(const PublicKey &key, std::span<const std::int64_t> times) const;

private:
    void addLine(std::size_t number, std::string_view text);
    std::optional<Message> readLine(std::string_view rest, SignerLine &line);
    [[nodiscard]] Message at(const SignerLine &line, const char *text, std::string detail = {}) const;

    std::string m_fileName;
    std::string m_text;
    std::vector<SignerLine> m_lines;
    std::set<std::string> m_stopped; ///< principals for which ssh-keygen stops reading before this line
    bool m_allStopped = false;
};

/// True for an exact principal: 1 to 64 of a-z 0-9 . _ + @ -
[[nodiscard]] bool isPrincipal(std::string_view text);

/// The line that a person has to add to the file so that @p key of @p principal is accepted.
[[nodiscard]] std::string allowedSignersLine(std::string_view principal, const PublicKey &key);

/// @p given if not empty, else what the git setting gpg.ssh.allowedSignersFile names. Errors: neither is there (says how to make
/// one); the file cannot be read.
[[nodiscard]] Result<AllowedSigners> findAllowedSigners(const git::Repository *repository, const std::filesystem::path &given);

} // namespace countersign::records
