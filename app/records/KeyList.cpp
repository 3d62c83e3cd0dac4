// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeyList.h"

#include "KeyFile.h"
#include "OpenPgpSigner.h"
#include "core/SafeText.h"

#include <algorithm>

namespace countersign::records
{

namespace fs = std::filesystem;

namespace
{

std::string commentOf(std::string_view line)
{
    const auto first = line.find(' ');
    const auto second = line.find(' ', std::min(first, line.size() - 1) + 1);
    return second == std::string_view::npos ? std::string() : std::string(line.substr(second + 1));
}

/// The first line of a .pub file as a key.
Checked<SigningKey> fromLine(std::string_view text)
{
    const auto line = text.substr(0, text.find_first_of("\r\n"));
    auto key = PublicKey::fromLine(line);
    if (!key)
        return std::unexpected(key.error());
    return SigningKey{std::move(*key), commentOf(line), {}, false};
}

fs::path expanded(std::string_view name, const Environment &environment)
{
    const auto home = environment.find("HOME");
    if (name.starts_with("~/") && home != environment.end())
        return fs::path(home->second) / name.substr(2);
    return name;
}

std::optional<fs::path> existing(const fs::path &file)
{
    std::error_code status;
    return fs::is_regular_file(file, status) ? std::optional(file) : std::nullopt;
}

fs::path withoutPub(const fs::path &file)
{
    return file.extension() == ".pub" ? fs::path(file).replace_extension() : file;
}

Error noSuchKey(const fs::path &file)
{
    return {ErrorKind::Environment,
            Message(QT_TRANSLATE_NOOP("app", "There is no key “%1”."), {safeText(file.string())}),
            {},
            Message(QT_TRANSLATE_NOOP("app", "Name a key file, or make one with “ssh-keygen -t ed25519”."))};
}

/// The public half of a private key without a .pub file beside it; ssh-keygen may ask for the passphrase.
Result<SigningKey> askForPublicHalf(const fs::path &file, const ProcessRunner &runner, const Environment &environment,
                                    std::stop_token stop)
{
    ProcessRequest request{"ssh-keygen", {"-y", "-f", file.string()}, environment, {}, std::chrono::minutes(2)};
    const auto outcome = runner.run(request, std::move(stop));
    if (!outcome)
        return std::unexpected(outcome.error());
    auto key = fromLine(outcome->output);
    if (outcome->exitCode != 0 || !key)
        return fail(ErrorKind::Environment,
                    Message(QT_TRANSLATE_NOOP("app", "The public half of “%1” cannot be read."), {safeText(file.string())}),
                    safeText(outcome->errors, 400), Message(QT_TRANSLATE_NOOP("app", "Put the .pub file beside the key.")));
    return std::move(*key);
}

Result<SigningKey> fromFile(const fs::path &file, const ProcessRunner &runner, const Environment &environment,
                            std::stop_token stop)
{
    const auto privateFile = withoutPub(file);
    const auto publicText = readKeyFile(file.extension() == ".pub" ? file : fs::path(file.string() + ".pub"));
    if (!publicText && !existing(file))
        return std::unexpected(noSuchKey(file));
    if (!publicText) {
        auto asked = askForPublicHalf(file, runner, environment, std::move(stop));
        if (asked)
            asked->privateFile = privateFile;
        return asked;
    }
    auto key = fromLine(*publicText);
    if (!key)
        return std::unexpected(toError(key.error(), file.string()));
    if (existing(privateFile))
        key->privateFile = privateFile;
    return std::move(*key);
}

bool isReachable(const SigningKey &key)
{
    return key.isInAgent || !key.privateFile.empty();
}

} // namespace

Result<std::optional<std::vector<SigningKey>>> agentKeys(const ProcessRunner &runner, const Environment &environment,
                                                         std::stop_token stop)
{
    const auto socket = environment.find("SSH_AUTH_SOCK");
    if (socket == environment.end() || socket->second.empty())
        return std::nullopt;
    ProcessRequest request{"ssh-add", {"-L"}, environment, {}, std::chrono::seconds(10)};
    const auto outcome = runner.run(request, std::move(stop));
    if (!outcome)
        return std::unexpected(outcome.error());
    // Exit code 1 says that the agent has no key, 2 that it cannot be reached.
    if (outcome->timedOut || outcome->exitCode < 0 || outcome->exitCode > 1)
        return std::nullopt;
    std::vector<SigningKey> keys;
    std::string_view rest = outcome->output;
    while (outcome->exitCode == 0 && !rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        if (auto key = fromLine(rest.substr(0, end))) {
            key->isInAgent = true;
            keys.push_back(std::move(*key));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return keys;
}

Result<std::vector<SigningKey>> listKeys(const ProcessRunner &runner, const Environment &environment, std::stop_token stop)
{
    auto agent = agentKeys(runner, environment, stop);
    if (!agent)
        return std::unexpected(agent.error());
    std::vector<SigningKey> keys = agent->value_or(std::vector<SigningKey>());
    std::vector<fs::path> files;
    std::error_code status;
    for (const auto &entry : fs::directory_iterator(expanded("~/.ssh", environment), status)) {
        if (entry.path().extension() == ".pub")
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    for (const auto &file : files) {
        auto key = fromFile(file, runner, environment, stop);
        if (!key)
            continue;
        const auto known = std::ranges::find(keys, key->key, &SigningKey::key);
        if (known != keys.end())
            known->privateFile = key->privateFile;
        else if (isReachable(*key))
            keys.push_back(std::move(*key));
    }
    auto openPgp = listOpenPgpKeys(runner, environment, stop);
    if (!openPgp)
        return std::unexpected(openPgp.error());
    std::ranges::move(*openPgp, std::back_inserter(keys));
    return keys;
}

Result<SigningKey> findKey(std::string_view name, const ProcessRunner &runner, const Environment &environment,
                           std::stop_token stop)
{
    if (name.starts_with("key::"))
        name.remove_prefix(5);
    if (name.starts_with("SHA256:")) {
        const auto keys = listKeys(runner, environment, stop);
        if (!keys)
            return std::unexpected(keys.error());
        const auto match = std::ranges::find_if(*keys, [name](const SigningKey &key) { return key.key.fingerprint() == name; });
        if (match == keys->end())
            return std::unexpected(noSuchKey(name));
        return *match;
    }
    if (isOpenPgpName(name))
        return findOpenPgpKey(name, runner, environment, stop);
    const auto literal = fromLine(name);
    auto found = literal ? Result<SigningKey>(*literal) : fromFile(expanded(name, environment), runner, environment, stop);
    if (!found)
        return found;
    const auto agent = agentKeys(runner, environment, stop);
    if (!agent)
        return std::unexpected(agent.error());
    found->isInAgent = *agent && std::ranges::contains(**agent, found->key, &SigningKey::key);
    if (isReachable(*found))
        return found;
    if (!*agent)
        return fail(
            ErrorKind::Environment,
            Message(QT_TRANSLATE_NOOP("app", "The private half of %1 is not on disk, and no SSH agent answers."),
                    {found->key.fingerprint()}),
            {}, Message(QT_TRANSLATE_NOOP("app", "Start the agent with “eval $(ssh-agent)” and add the key with “ssh-add”.")));
    return fail(ErrorKind::Environment,
                Message(QT_TRANSLATE_NOOP("app", "The private half of %1 is not on disk, and the SSH agent does not have it."),
                        {found->key.fingerprint()}),
                {}, Message(QT_TRANSLATE_NOOP("app", "Add it with “ssh-add KEYFILE”.")));
}

} // namespace countersign::records
