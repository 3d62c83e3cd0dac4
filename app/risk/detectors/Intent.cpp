// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Intent.h"

#include "risk/Pattern.h"

#include <algorithm>
#include <utility>

namespace countersign::risk
{

namespace
{

constexpr std::size_t readBytes = 20'000; ///< of the message

RE2 expressionOf(const char *text)
{
    return RE2(text, patternOptions());
}

Intent::Kind kindOf(const std::string &title, std::string &word)
{
    static const RE2 documentation = expressionOf(
        R"((?i)^\s*(?:\[?(docs?|documentation)\]?(?:\([^)]*\))?!?:|(?:fix(?:es|ed)?|correct(?:ed)?)\s+(?:an?\s+|some\s+|few\s+|the\s+|small\s+|minor\s+)*(typos?|spelling)\b|(?:update|improve|fix|add|clarify|polish)\s+(?:the\s+)?(readme|changelog|docs|documentation|javadocs?|comments?|docstrings?)\b)|^\s*(typos?)\s*$)");
    static const RE2 tests = expressionOf(
        R"((?i)^\s*(?:\[?(tests?)\]?(?:\([^)]*\))?!?:|(?:add|fix|improve|update|extend)\s+(?:the\s+|some\s+|more\s+|missing\s+|unit\s+|integration\s+)*(tests|test cases|test coverage)\b[^,;&]{0,60}$))");
    static const RE2 style = expressionOf(
        R"((?i)^\s*(?:\[?(style|fmt|format(?:ting)?|lint)\]?(?:\([^)]*\))?!?:|(reformat\w*|run\s+(?:black|prettier|gofmt|clang-format|isort|rustfmt)|apply\s+(?:black|prettier|gofmt|clang-format|formatting)|fix\s+(?:formatting|whitespace|indentation|lint(?:er|ing)?(?:\s+(?:errors?|warnings?|issues?))?))\b))");
    static const RE2 translation = expressionOf(
        R"((?i)^\s*(?:\[?(i18n|l10n|translations?)\]?(?:\([^)]*\))?!?:|(?:update|add|fix)\s+(?:the\s+|\w+\s+)?(translations\b|translation(?:\s+(?:files?|strings?|texts?|keys?))?(?:\s+(?:for|into|to)\s+\w+)?\s*$)|(translated using weblate)))");
    for (const auto &[kind, expression] : {std::pair{Intent::Kind::Documentation, &documentation},
                                           {Intent::Kind::Tests, &tests},
                                           {Intent::Kind::Style, &style},
                                           {Intent::Kind::Translation, &translation}}) {
        std::string words[4];
        const int groups = expression->NumberOfCapturingGroups();
        const RE2::Arg args[4] = {&words[0], &words[1], &words[2], &words[3]};
        const RE2::Arg *pointers[4] = {&args[0], &args[1], &args[2], &args[3]};
        if (!RE2::PartialMatchN(title, *expression, pointers, groups))
            continue;
        for (const std::string &one : words)
            word += one;
        return kind;
    }
    return Intent::Kind::Unsaid;
}

bool names(const std::string &text, Area area)
{
    static const RE2 auth = expressionOf(
        R"((?i)auth|login|log[- ]?in|sign[- ]?(?:in|up|on)|permission|role|access|session|token|oauth|oidc|saml|sso|jwt|password|user|account|acl|rbac|security|cve|guard|privilege|identity|ldap)");
    static const RE2 data = expressionOf(
        R"((?i)data|schema|migrat|model|entit|table|column|index|query|queries|sql|\bdb\b|postgres|mysql|sqlite|mongo|orm|repositor|storage|persist|field|store)");
    static const RE2 network = expressionOf(
        R"((?i)network|proxy|proxies|ingress|egress|gateway|nginx|dns|cors|http|tls|ssl|port|rout(?:e|ing)|load.?balanc|firewall|vpn|socket|header|domain|url|host|cdn|forward|listen|server)");
    static const RE2 infrastructure = expressionOf(
        R"((?i)infra|terraform|kubernetes|k8s|helm|docker|container|image|deploy|cluster|cloud|aws|gcp|azure|ansible|chart|compose|devcontainer|provision|scal(?:e|ing))");
    static const RE2 pipeline = expressionOf(
        R"((?i)\bci\b|\bcd\b|pipeline|workflow|action|build|release|publish|jenkins|gitlab|travis|lint|test|codeowner|pre-?commit|bot|automat|nightly)");
    static const RE2 secrets = expressionOf(R"((?i)secret|credential|vault|key|token|password|env|certificate|config)");
    switch (area) {
    case Area::Auth:
        return RE2::PartialMatch(text, auth);
    case Area::Data:
        return RE2::PartialMatch(text, data);
    case Area::Network:
        return RE2::PartialMatch(text, network);
    case Area::Infrastructure:
        return RE2::PartialMatch(text, infrastructure);
    case Area::Pipeline:
        return RE2::PartialMatch(text, pipeline);
    case Area::Secrets:
        return RE2::PartialMatch(text, secrets);
    }
    return false;
}

} // namespace

Intent Intent::of(const Change &change)
{
    static const RE2 vague = expressionOf(
        R"((?i)^\W*(?:wip|work in progress|updates?|fix(?:es|ed)?|changes?|misc(?:ellaneous)?|stuff|cleanup|clean up|refactor(?:ing)?|improvements?|various(?: \w+)?|merge.*|revert.*|tmp|temp|test|initial commit|review(?: comments?)?|address(?:ed)? (?:review|comments|feedback)|apply suggestions?.*|save|commit|done|final|more|bump.*|release.*|version.*|v?\d[\d.]*.*|backport.*|sync.*)?\W*$)");
    Intent intent;
    const std::string title = change.title.substr(0, 1000);
    intent.kind = kindOf(title, intent.word);
    intent.isVague = RE2::PartialMatch(title, vague);
    std::string text = title + '\n' + change.body.substr(0, readBytes) + '\n' + change.ref;
    for (const Commit &commit : change.commits) {
        if (text.size() < readBytes)
            text += '\n' + commit.message.substr(0, readBytes);
    }
    for (const Area area : {Area::Auth, Area::Data, Area::Network, Area::Infrastructure, Area::Pipeline, Area::Secrets}) {
        if (names(text, area))
            intent.areas.insert(area);
    }
    return intent;
}

} // namespace countersign::risk
