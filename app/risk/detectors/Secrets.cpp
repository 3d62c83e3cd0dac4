// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"

#include "core/SafeText.h"
#include "risk/LiteralScanner.h"
#include "risk/Pattern.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <format>
#include <optional>
#include <string>

namespace countersign::risk
{

namespace
{

constexpr std::size_t longestLine = 20'000; ///< bytes looked at
constexpr std::size_t shownOfSecret = 4;
constexpr double leastEntropy = 3.3; ///< bits a character; words stay below, keys above
constexpr std::size_t fewestKinds = 8; ///< different characters in a random value

struct Format {
    const char *name; ///< shown; a product's name is not translated
    RE2 expression; ///< group 1: the secret
};

RE2 expressionOf(const char *text)
{
    return RE2(text, patternOptions());
}

/// Prefixes and lengths as the issuers document them.
const auto &knownFormats()
{
    static const std::array formats{
        Format{"AWS access key", expressionOf(R"(\b((?:AKIA|ASIA)[A-Z2-7]{16})\b)")},
        Format{"GitHub token", expressionOf(R"(\b((?:gh[pousr]_[A-Za-z0-9]{36,255})|(?:github_pat_[A-Za-z0-9_]{60,255}))\b)")},
        Format{"GitLab token", expressionOf(R"(\b(gl(?:pat|dt|rt|ptt|agent)-[A-Za-z0-9_-]{20,64}))")},
        Format{"Slack token", expressionOf(R"(\b(xox[abeoprs]-[A-Za-z0-9-]{10,250}))")},
        Format{"Slack webhook", expressionOf(R"(hooks\.slack\.com/services/(T\w{8,12}/B\w{8,12}/\w{20,30}))")},
        Format{"Stripe key", expressionOf(R"(\b((?:sk|rk)_live_[A-Za-z0-9]{20,247})\b)")},
        Format{"Google API key", expressionOf(R"(\b(AIza[A-Za-z0-9_-]{35})(?:[^A-Za-z0-9_-]|$))")},
        Format{"Anthropic key", expressionOf(R"(\b(sk-ant-[A-Za-z0-9_-]{24,200}))")},
        Format{"OpenAI key",
               expressionOf(R"(\b(sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,200}T3BlbkFJ[A-Za-z0-9_-]{20,200}))")},
        Format{"npm token", expressionOf(R"(\b(npm_[A-Za-z0-9]{36})\b)")},
        Format{"PyPI token", expressionOf(R"(\b(pypi-AgE[A-Za-z0-9_-]{50,250}))")},
        Format{"SendGrid key", expressionOf(R"(\b(SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16,64}))")},
        Format{"Twilio key", expressionOf(R"(\b(SK[0-9a-f]{32})\b)")},
        Format{"Azure storage key", expressionOf(R"((?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{40,100}={0,2}))")},
        Format{"DigitalOcean token", expressionOf(R"(\b(do[opr]_v1_[a-f0-9]{64})\b)")},
        Format{"Hugging Face token", expressionOf(R"(\b(hf_[A-Za-z]{34})\b)")},
        Format{"Vault token", expressionOf(R"(\b(hvs\.[A-Za-z0-9_-]{90,200}))")},
        Format{"signed JSON web token", expressionOf(R"(\b(eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}))")},
        Format{"password in an address",
               expressionOf(R"(\b[a-z][a-z0-9+.-]{2,15}://[^\s:/@"'<>]{1,64}:([^\s:/@"'<>]{4,100})@[\w.-]+)")},
    };
    return formats;
}

double entropy(std::string_view text)
{
    std::array<int, 256> counts{};
    for (const char c : text)
        ++counts[static_cast<unsigned char>(c)];
    double bits = 0;
    for (const int count : counts) {
        if (count > 0) {
            const double share = count / static_cast<double>(text.size());
            bits -= share * std::log2(share);
        }
    }
    return bits;
}

/// Stands for a secret, or is read from where secrets are kept.
bool isPlaceholder(std::string_view value)
{
    static const RE2 placeholder(
        R"((?i)example|placeholder|change.?me|dummy|fake|sample|todo|fixme|x{4,}|\*{3,}|\.{3}|…|your[_-]|my[_-]?(?:secret|pass|token)|)"
        R"(insert|replace|redacted|undefined|\bnull\b|^none$|<[^>]*>|\$\{|\$\(|\{\{|%\(|^\$|^%|^\{|^@|env[.(]|getenv|secrets?\.|vault:|)"
        R"(^(?:user|admin|root|guest|test|postgres|mysql|pass(?:word|wd)?|secret|token|key|qwerty|hunter2|letmein)\d*$|)"
        R"(0123456789|1234567|abcdefg|deadbeef|Eby8vdM02xNOcqFlqUwJ|(?:test|mock|stub|invalid)[_-]|[_-]test\b|localhost)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(value), placeholder);
}

/// A value that nobody types by heart: mixed characters, high entropy, no path, name or sentence.
bool looksRandom(std::string_view value)
{
    static const RE2 uuid("(?i)^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$", patternOptions());
    const auto has = [value](int (*is)(int)) {
        return std::ranges::any_of(value, [is](char c) { return is(static_cast<unsigned char>(c)) != 0; });
    };
    std::string kinds(value);
    std::ranges::sort(kinds);
    const auto repeats = std::ranges::unique(kinds);
    kinds.erase(repeats.begin(), repeats.end());
    return has(std::isdigit) && has(std::isalpha) && kinds.size() >= fewestKinds && entropy(value) >= leastEntropy
        && !RE2::PartialMatch(pieceOf(value), uuid) && !value.contains("//") && !value.contains("::");
}

struct Secret {
    std::string what; ///< kind, or the name it is given to
    std::string value;
    bool isKnownFormat = true;
};

std::optional<Secret> knownSecret(std::string_view line)
{
    // Nearly no line has one of these; the formats themselves are looked for only in those that do.
    static const RE2 sieve(
        R"(AKIA|ASIA|gh[pousr]_|github_pat_|gl(?:pat|dt|rt|ptt|agent)-|xox|hooks\.slack|_live_|AIza|sk-|npm_|pypi-|SG\.|SK[0-9a-f]|)"
        R"(AccountKey|SharedAccessKey|do[opr]_v1|hf_|hvs\.|eyJ|://[^\s/]*@)",
        patternOptions());
    static const LiteralScanner quick({"akia",     "asia",        "ghp_",
                                       "gho_",     "ghu_",        "ghs_",
                                       "ghr_",     "github_pat_", "glpat-",
                                       "gldt-",    "glrt-",       "glptt-",
                                       "glagent-", "xox",         "hooks.slack",
                                       "_live_",   "aiza",        "sk-",
                                       "npm_",     "pypi-",       "sg.",
                                       "sk0",      "sk1",         "sk2",
                                       "sk3",      "sk4",         "sk5",
                                       "sk6",      "sk7",         "sk8",
                                       "sk9",      "ska",         "skb",
                                       "skc",      "skd",         "ske",
                                       "skf",      "accountkey",  "sharedaccesskey",
                                       "dop_v1",   "doo_v1",      "dor_v1",
                                       "hf_",      "hvs.",        "eyj",
                                       "://"});
    std::string value;
    if (!quick.findsAny(line) || !RE2::PartialMatch(pieceOf(line), sieve))
        return std::nullopt;
    for (const Format &format : knownFormats()) {
        if (RE2::PartialMatch(pieceOf(line), format.expression, &value) && !isPlaceholder(value))
            return Secret{format.name, value};
    }
    return std::nullopt;
}

/// A random-looking value given to a name that says what it is.
std::optional<Secret> namedSecret(std::string_view line, bool quotesNeeded)
{
    static const char *name =
        R"((?i)(?:^|[^\w.-])["']?([\w.-]{0,60}(?:secret|token|passwd|password|passphrase|pwd|api[_-]?key|)"
        R"(access[_-]?key|private[_-]?key|auth[_-]?key|signing[_-]?key|encryption[_-]?key|credential)[\w-]{0,20})["']?)"
        R"((?:\s*:\s*[\w.<>\[\]]+)?\s*(?:=>|:=|=|:)\s*)";
    static const RE2 quoted(std::string(name) + R"([bfru]?["'`]([^"'`\s]{12,200})["'`])", patternOptions());
    static const RE2 bare(std::string(name) + R"(([A-Za-z0-9+/_=.~!#%^&*-]{12,200})\s*$)", patternOptions());
    static const RE2 harmless(
        R"((?i)public|hash|digest|checksum|integrity|fingerprint|thumbprint|file|path|url|uri|endpoint|_?id$|name$|)"
        R"(label|header|field|prefix|pattern|regex|class|type|ttl|expir|length|size|count|version|policy|tokenizer)",
        patternOptions());
    static const LiteralScanner sieve({"secret", "token", "passw", "passphrase", "pwd", "key", "credential"});
    Secret secret{.isKnownFormat = false};
    if (!sieve.findsAny(line))
        return std::nullopt;
    if (!RE2::PartialMatch(pieceOf(line), quoted, &secret.what, &secret.value)
        && (quotesNeeded || !RE2::PartialMatch(pieceOf(line), bare, &secret.what, &secret.value)))
        return std::nullopt;
    if (RE2::PartialMatch(secret.what, harmless) || isPlaceholder(secret.value) || !looksRandom(secret.value))
        return std::nullopt;
    return secret;
}

/// The header of a private key counts when key material follows it; programs that read keys name the header, too.
std::optional<Secret> privateKey(const Text &text, LineNumber line)
{
    static const RE2 header("-----BEGIN (?:[A-Z]+ )?PRIVATE KEY(?: BLOCK)?-----(.*)", patternOptions());
    static const RE2 material("[A-Za-z0-9+/=]{40,}", patternOptions());
    std::string rest;
    if (!text.line(line).contains("-----BEGIN") || !RE2::PartialMatch(pieceOf(text.line(line)), header, &rest))
        return std::nullopt;
    bool hasMaterial = RE2::PartialMatch(rest, material);
    for (LineNumber next = line + 1; !hasMaterial && next <= std::min(line + 4, text.lineCount()); ++next)
        hasMaterial = RE2::PartialMatch(pieceOf(text.line(next)), material);
    return hasMaterial ? std::optional(Secret{"private key", rest.substr(0, 64)}) : std::nullopt;
}

bool quotesNeeded(FileClass fileClass)
{
    return fileClass != FileClass::Configuration && fileClass != FileClass::Pipeline && fileClass != FileClass::Other
        && fileClass != FileClass::Infrastructure;
}

/// SEC-06: a secret comes into the repository.
class Secrets final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "SEC-06"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        const FileClass fileClass = file.file().fileClass;
        if (fileClass == FileClass::LockFile)
            return found;
        const Text &text = file.text(Side::New);
        for (const LineNumber line : file.changedLines(Side::New)) {
            const std::string_view content = text.line(line).substr(0, longestLine);
            auto secret = privateKey(text, line);
            if (!secret)
                secret = knownSecret(content);
            if (!secret && isHandWritten(fileClass) && fileClass != FileClass::Test)
                secret = namedSecret(content, quotesNeeded(fileClass));
            if (secret && !stoodBefore(*secret, file, context))
                found.push_back(say(file, line, *secret));
        }
        return found;
    }

private:
    /// It is in the history already; this change only moves it about.
    static bool stoodBefore(const Secret &secret, const FileContext &file, const ChangeContext &context)
    {
        return !secret.value.empty()
            && (file.text(Side::Old).contains(secret.value)
                || std::ranges::any_of(context.files,
                                       [&secret](const FileChange &other) { return other.oldText.contains(secret.value); }));
    }

    [[nodiscard]] Finding say(const FileContext &file, LineNumber line, const Secret &secret) const
    {
        Finding finding = makeFinding(
            {rule(), Severity::Critical,
             Message(QT_TRANSLATE_NOOP("app", "A secret is committed: %1"), {safeText(secret.what, 60)}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "Whoever can read the repository, now or later, can use it; deleting the line does not take it back.")),
             Message(QT_TRANSLATE_NOOP("app", "Is it real? Then revoke it first, and read it from where secrets are kept."))},
            file, {Side::New, line, line});
        // Never the secret itself: findings are stored, shown and exported.
        if (!secret.value.empty())
            finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "%1… (%2 characters)"),
                                          std::vector{safeText(std::string_view(secret.value).substr(0, shownOfSecret)),
                                                      std::to_string(secret.value.size())});
        const FileClass fileClass = file.file().fileClass;
        if (fileClass == FileClass::Test || isSamplePath(file.path(Side::New)))
            lowerTo(finding, Severity::Medium, Message(QT_TRANSLATE_NOOP("app", "It stands in test or sample data.")));
        else if (fileClass == FileClass::Documentation)
            lowerTo(finding, Severity::Medium, Message(QT_TRANSLATE_NOOP("app", "It stands in documentation.")));
        else if (!secret.isKnownFormat)
            lowerBy(finding, 1, Message(QT_TRANSLATE_NOOP("app", "It is told by its name and its randomness only.")));
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeSecrets()
{
    return std::make_unique<Secrets>();
}

} // namespace countersign::risk
