// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Signer.h"

#include "OpenPgpSigner.h"
#include "SshSignature.h"
#include "core/SafeText.h"

#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

namespace countersign::records
{

namespace
{

bool hasTerminal()
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal >= 0)
        ::close(terminal);
    return terminal >= 0;
}

/// Decides how ssh-keygen asks for a passphrase: left to itself it would take standard input, where the record is, for an answer.
/// False when there is nobody to ask.
bool arrangeAsking(Environment &environment)
{
    if (environment.contains("SSH_ASKPASS_REQUIRE"))
        return true;
    if (hasTerminal()) {
        environment["SSH_ASKPASS_REQUIRE"] = "never";
        return true;
    }
    environment["SSH_ASKPASS_REQUIRE"] = "force";
    const bool hasDisplay = environment.contains("DISPLAY") || environment.contains("WAYLAND_DISPLAY");
    if (hasDisplay && environment.contains("SSH_ASKPASS"))
        return true;
    environment["SSH_ASKPASS"] = "/bin/false";
    return false;
}

/// What went wrong, told from the words of ssh-keygen (OpenSSH does not translate them).
std::unexpected<Error> explain(const ProcessOutcome &outcome, const SigningKey &key, bool isAskable)
{
    const std::string_view said = outcome.errors;
    const auto error = [&](Message what, Message hint) {
        return fail(ErrorKind::Environment, std::move(what), safeText(said, 400), std::move(hint));
    };
    const std::string file = safeText(key.privateFile.string());
    if (outcome.timedOut)
        return error(
            Message(QT_TRANSLATE_NOOP("app", "ssh-keygen did not finish in time, so nothing was signed.")),
            Message(QT_TRANSLATE_NOOP("app", "Touch the token or type the passphrase when asked; restart an agent that hangs.")));
    if (said.contains("UNPROTECTED PRIVATE KEY"))
        return error(Message(QT_TRANSLATE_NOOP("app", "Others can read the key file %1, so ssh-keygen refuses it."), {file}),
                     Message(QT_TRANSLATE_NOOP("app", "Run “chmod 600” on it.")));
    if (said.contains("incorrect passphrase") && !isAskable)
        return error(
            Message(QT_TRANSLATE_NOOP("app", "The key %1 has a passphrase, and there is no terminal to ask for it."), {file}),
            Message(QT_TRANSLATE_NOOP("app", "Add the key to the SSH agent with “ssh-add”, or sign in a terminal.")));
    if (said.contains("incorrect passphrase"))
        return error(Message(QT_TRANSLATE_NOOP("app", "The passphrase for %1 is wrong."), {file}),
                     Message(QT_TRANSLATE_NOOP("app", "Try again; nothing was signed.")));
    if (said.contains("Couldn't get agent socket"))
        return error(Message(QT_TRANSLATE_NOOP("app", "The SSH agent is not running.")),
                     Message(QT_TRANSLATE_NOOP("app", "Start it with “eval $(ssh-agent)” and add the key with “ssh-add”.")));
    if (said.contains("Couldn't find key in agent"))
        return error(Message(QT_TRANSLATE_NOOP("app", "The SSH agent does not have the key %1."), {key.key.fingerprint()}),
                     Message(QT_TRANSLATE_NOOP("app", "Add it with “ssh-add KEYFILE”.")));
    if (said.contains("No such file") || said.contains("No private key found"))
        return error(Message(QT_TRANSLATE_NOOP("app", "There is no key “%1”."), {file}),
                     Message(QT_TRANSLATE_NOOP("app", "Name a key file, or make one with “ssh-keygen -t ed25519”.")));
    return error(Message(QT_TRANSLATE_NOOP("app", "ssh-keygen could not sign.")),
                 Message(QT_TRANSLATE_NOOP("app", "Its words are above; check that the key or token is usable.")));
}

} // namespace

Result<std::string> signBytes(std::string_view bytes, std::string_view nameSpace, const SigningKey &key,
                              const ProcessRunner &runner, const SignOptions &options, std::stop_token stop)
{
    if (key.key.isOpenPgp())
        return signWithOpenPgp(bytes, key, runner, options, std::move(stop));
    ProcessRequest request{
        "ssh-keygen", {"-Y", "sign", "-n", std::string(nameSpace)}, options.environment, std::string(bytes), options.timeout};
    const bool isAskable = arrangeAsking(request.environment);
    const QTemporaryDir folder;
    if (key.isInAgent) {
        // The agent is asked by the public half, which may be in no file.
        QFile file(folder.filePath(QStringLiteral("key.pub")));
        const auto line = QByteArray::fromStdString(key.key.line() + '\n');
        if (!file.open(QIODevice::WriteOnly) || file.write(line) != line.size() || !file.flush())
            return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "No temporary file can be written.")),
                        file.errorString().toStdString(), Message(QT_TRANSLATE_NOOP("app", "Check that the disk is not full.")));
        request.arguments.insert(request.arguments.end(), {"-U", "-f", file.fileName().toStdString()});
    } else {
        request.arguments.insert(request.arguments.end(), {"-f", std::filesystem::absolute(key.privateFile).string()});
    }
    auto outcome = runner.run(request, std::move(stop));
    if (!outcome)
        return std::unexpected(outcome.error());
    if (outcome->timedOut || outcome->exitCode != 0)
        return explain(*outcome, key, isAskable);
    const auto unfit = [](const std::string &why) {
        return fail(
            ErrorKind::Environment,
            Message(QT_TRANSLATE_NOOP("app", "ssh-keygen gave a signature that does not fit the record.")), why,
            Message(QT_TRANSLATE_NOOP("app", "Nothing was stored. Check that the private and the public key belong together.")));
    };
    const auto signature = readSshSignature(outcome->output, nameSpace);
    if (!signature)
        return unfit(signature.error().what.english());
    if (const auto valid = verifySignature(*signature, bytes); !valid)
        return unfit(valid.error().what.english());
    if (signature->key != key.key)
        return unfit({});
    return std::move(outcome->output);
}

Result<Record> sign(const StatementDraft &draft, const SigningKey &key, const ProcessRunner &runner, const SignOptions &options,
                    std::stop_token stop)
{
    auto armor = signBytes(draft.pae, approvalNamespace, key, runner, options, std::move(stop));
    if (!armor)
        return std::unexpected(armor.error());
    auto record = openRecord(writeEnvelope({draft.payload, key.key.fingerprint(), std::move(*armor)}));
    if (!record || record->id != draft.id)
        return fail(ErrorKind::Environment,
                    Message(QT_TRANSLATE_NOOP("app", "ssh-keygen gave a signature that does not fit the record.")),
                    record ? std::string() : record.error().what.english());
    return std::move(*record);
}

} // namespace countersign::records
