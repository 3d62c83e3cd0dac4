// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace countersign::records
{

using Environment = std::map<std::string, std::string>;

/// A program to run. No shell: arguments are a list, and the program sees only @c environment.
struct ProcessRequest {
    std::string program; ///< bare name; looked up in fixed folders, never in PATH
    std::vector<std::string> arguments;
    Environment environment;
    std::string input; ///< standard input
    std::chrono::milliseconds timeout{std::chrono::seconds(30)};
};

struct ProcessOutcome {
    int exitCode = 0; ///< -1 after a crash
    bool timedOut = false; ///< it was ended because it took too long
    std::string output;
    std::string errors; ///< standard error
};

/// How programs are started, so that tests can replace it. Any thread.
class ProcessRunner
{
public:
    virtual ~ProcessRunner() = default;
    /// Errors: Environment when the program is not there or does not start; Cancelled.
    [[nodiscard]] virtual Result<ProcessOutcome> run(const ProcessRequest &request, std::stop_token stop) const = 0;
};

/// Starts programs of the system.
class SystemProcessRunner final : public ProcessRunner
{
public:
    /// @param folders where programs may be, in this order.
    explicit SystemProcessRunner(std::vector<std::filesystem::path> folders = {"/usr/bin", "/usr/local/bin", "/bin"});
    [[nodiscard]] Result<ProcessOutcome> run(const ProcessRequest &request, std::stop_token stop) const override;

private:
    std::vector<std::filesystem::path> m_folders;
};

/// What of this process's environment programs may see: HOME, SSH_AUTH_SOCK, SSH_ASKPASS*, what gpg's agent needs to ask, the
/// display and the language.
[[nodiscard]] Environment signingEnvironment();

} // namespace countersign::records
