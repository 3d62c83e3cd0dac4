// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AllowedSigners.h"

#include "SignerOptions.h"
#include "SshSignature.h"

#include "core/SafeText.h"

#include <algorithm>
#include <fstream>

namespace countersign::records
{

namespace
{

constexpr std::size_t mostBytes = 1024 * 1024;
constexpr std::string_view blanks = " \t";

/// Takes the next word off the front of @p rest; blanks inside double quotes belong to it.
std::string_view takeWord(std::string_view &rest)
{
    rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
    std::size_t end = 0;
    for (bool isQuoted = false; end < rest.size() && (isQuoted || !blanks.contains(rest[end])); ++end)
        isQuoted ^= rest[end] == '"';
    const auto word = rest.substr(0, end);
    rest.remove_prefix(end);
    return word;
}

bool isKeyTypeName(std::string_view word)
{
    return word.starts_with("ssh-") || word.starts_with("ecdsa-") || word.starts_with("sk-");
}

} // namespace

bool isPrincipal(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || std::string_view("._+@-").contains(c);
    });
}

std::string allowedSignersLine(std::string_view principal, const PublicKey &key)
{
    return std::string(principal) + " namespaces=\"" + std::string(approvalNamespace) + "\" " + key.line();
}

AllowedSigners AllowedSigners::parse(std::string_view text, std::string fileName)
{
    AllowedSigners signers;
    signers.m_fileName = std::move(fileName);
    signers.m_text = text;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        signers.addLine(number, text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return signers;
}

void AllowedSigners::addLine(std::size_t number, std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || text[first] == '#')
        return;
    SignerLine line;
    line.number = number;
    const auto principals = takeWord(text);
    if (isPrincipal(principals))
        line.principal = principals;
    const bool isStopped = m_allStopped || m_stopped.contains(line.principal);
    line.problem = readLine(text, line);
    if (!line.problem && line.principal.empty())
        line.problem =
            at(line, QT_TRANSLATE_NOOP("app", "Line %1 of %2 does not name one exact person (a-z 0-9 . _ + @ -) but %3."),
               safeText(principals, 80));
    if (!line.problem && isStopped)
        line.problem = at(line,
                          QT_TRANSLATE_NOOP("app",
                                            "Line %1 of %2 is not used because an earlier line for the same person "
                                            "cannot be read; repair or remove that one."));
    m_lines.push_back(std::move(line));
}

/// Everything behind the principals; the reason why the line is not used. ssh-keygen gives up at a line that it cannot read when
/// the principals match, so nothing after it may be accepted.
std::optional<Message> AllowedSigners::readLine(std::string_view rest, SignerLine &line)
{
    const auto stop = [&]() { line.principal.empty() ? void(m_allStopped = true) : void(m_stopped.insert(line.principal)); };
    const bool hasOddBytes = rest.find_first_of(std::string_view("\r\0", 2)) != std::string_view::npos;
    SignerOptions options;
    auto word = takeWord(rest);
    if (!isKeyTypeName(word)) {
        auto read = readSignerOptions(word);
        if (!read) {
            stop();
            return at(line, QT_TRANSLATE_NOOP("app", "Line %1 of %2 has options that cannot be read: %3 (times end in Z)."),
                      safeText(read.error(), 40));
        }
        options = std::move(*read);
        word = takeWord(rest);
    }
    line.validAfter = options.validAfter;
    line.validBefore = options.validBefore;
    auto key = PublicKey::fromLine(std::string(word) + ' ' + std::string(takeWord(rest)));
    if (hasOddBytes || (!key && key.error().failure != Failure::WeakKey)) {
        stop();
        return at(line, QT_TRANSLATE_NOOP("app", "Line %1 of %2 holds no key that can be used (%3)."),
                  key ? "CR or NUL" : std::string(name(key.error().failure)));
    }
    if (!key)
        return at(line, QT_TRANSLATE_NOOP("app", "Line %1 of %2 holds a key that is too weak (%3)."), std::string(word));
    line.key = std::move(*key);
    if (options.isAuthority)
        return at(line,
                  QT_TRANSLATE_NOOP("app",
                                    "Line %1 of %2 is for a certificate authority, which is not used; list each "
                                    "person's own key."));
    if (!options.namespaces || !namesExactly(*options.namespaces, approvalNamespace))
        return at(line, QT_TRANSLATE_NOOP("app", "Line %1 of %2 has no namespaces=\"%3\"."), std::string(approvalNamespace));
    return std::nullopt;
}

Message AllowedSigners::at(const SignerLine &line, const char *text, std::string detail) const
{
    return Message(text, {std::to_string(line.number), safeText(m_fileName), std::move(detail)});
}

Result<AllowedSigners> AllowedSigners::load(const std::filesystem::path &file)
{
    std::error_code status;
    std::ifstream stream(file, std::ios::binary);
    if (!std::filesystem::is_regular_file(file, status) || !stream)
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The file of allowed signers cannot be read.")),
                    file.string(), Message(QT_TRANSLATE_NOOP("app", "Check the path and its permissions.")));
    std::string text(mostBytes + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (text.size() > mostBytes)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file of allowed signers is larger than 1 MiB.")),
                    file.string());
    return parse(text, file.string());
}

std::vector<Message> AllowedSigners::problems() const
{
    std::vector<Message> out;
    for (const auto &line : m_lines) {
        if (line.problem)
            out.push_back(*line.problem);
    }
    return out;
}

bool AllowedSigners::isEmpty() const
{
    return std::ranges::all_of(m_lines, [](const SignerLine &line) { return line.problem.has_value(); });
}

Checked<std::string> AllowedSigners::ownerOf(const PublicKey &key, std::span<const std::int64_t> times) const
{
    std::vector<const SignerLine *> usable;
    const SignerLine *unusable = nullptr;
    for (const auto &line : m_lines) {
        if (line.key != key)
            continue;
        if (!line.problem)
            usable.push_back(&line);
        else if (!unusable)
            unusable = &line;
    }
    if (usable.empty() && unusable)
        return refuse(Failure::KeyNotUsable, *unusable->problem);
    if (usable.empty())
        return refuse(Failure::UnknownKey,
                      Message(QT_TRANSLATE_NOOP("app", "The key %1 is not in %2."), {key.fingerprint(), safeText(m_fileName)}));
    for (const auto *line : usable) {
        if (line->principal != usable.front()->principal)
            return refuse(Failure::KeyOfTwoPeople,
                          Message(QT_TRANSLATE_NOOP("app", "The key %1 belongs to two people: %2 and %3."),
                                  {key.fingerprint(), usable.front()->principal, line->principal}));
    }
    bool isEarly = false;
    for (const auto *line : usable) {
        const bool isStarted = std::ranges::all_of(times, [&](auto time) { return time >= line->validAfter; });
        const bool isOver = std::ranges::any_of(times, [&](auto time) { return time >= line->validBefore; });
        if (isStarted && !isOver)
            return line->principal;
        isEarly = isEarly || !isStarted;
    }
    if (isEarly)
        return refuse(Failure::KeyNotYetValid,
                      Message(QT_TRANSLATE_NOOP("app", "The key %1 of %2 was not valid yet at the time of the record."),
                              {key.fingerprint(), usable.front()->principal}));
    return refuse(
        Failure::KeyExpired,
        Message(QT_TRANSLATE_NOOP("app", "The key %1 of %2 has expired."), {key.fingerprint(), usable.front()->principal}));
}

Result<AllowedSigners> findAllowedSigners(const git::Repository *repository, const std::filesystem::path &given)
{
    if (!given.empty())
        return AllowedSigners::load(given);
    if (const auto configured = repository ? repository->config("gpg.ssh.allowedSignersFile", true) : std::nullopt;
        configured && !configured->empty())
        return AllowedSigners::load(*configured);
    return fail(
        ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "It is not known whose signatures count.")), {},
        Message(QT_TRANSLATE_NOOP("app",
                                  "Name a file with --allowed-signers FILE or the git setting gpg.ssh.allowedSignersFile; "
                                  "each line: PERSON namespaces=\"approval@countersign.dev\" KEYTYPE KEY.")));
}

} // namespace countersign::records
