// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ascii.h"
#include "Markers.h"

#include "core/TomlFields.h"

#include <QFile>

#include <iterator>

namespace countersign::provenance
{

namespace
{

constexpr std::int64_t formatVersion = 1;

void append(std::vector<std::string> &list, std::vector<std::string> more)
{
    std::ranges::move(more, std::back_inserter(list));
}

std::vector<std::string> lowered(std::vector<std::string> words)
{
    std::ranges::transform(words, words.begin(), [](const std::string &word) { return lowerCase(word); });
    return words;
}

} // namespace

Result<Markers> Markers::builtIn()
{
    QFile file(QStringLiteral(":/countersign/provenance/markers.toml"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The built-in list of AI markers is missing.")),
                    file.fileName().toStdString(), Message(QT_TRANSLATE_NOOP("app", "Install the program again.")));
    return parse(file.readAll().toStdString(), "markers.toml");
}

Result<Markers> Markers::parse(std::string_view toml, const std::string &file)
{
    Markers markers;
    if (auto added = markers.extend(toml, file); !added)
        return std::unexpected(added.error());
    return markers;
}

Result<void> Markers::extend(std::string_view toml, const std::string &file)
{
    const auto root = parseToml(toml, file);
    if (!root)
        return std::unexpected(root.error());
    Markers added = *this;
    TomlFields fields(*root, file);
    if (fields.number("version") != formatVersion)
        fields.wrong("version", Message(QT_TRANSLATE_NOOP("app", "This version of the format of AI markers is not known.")));
    append(added.m_personKeys, fields.texts("person_keys"));
    append(added.m_judgedKeys, fields.texts("judged_keys"));
    append(added.m_models, lowered(fields.texts("models")));
    append(added.m_qualifiers, lowered(fields.texts("qualifiers")));
    added.m_refusesAi |= fields.flag("refuse_ai");
    const auto tools = fields.tables("tool");
    const auto bots = fields.tables("automation");
    if (auto error = fields.finish())
        return std::unexpected(*error);

    for (const toml::table *entry : tools) {
        TomlFields of(*entry, file);
        Tool tool;
        tool.slug = of.text("slug");
        tool.names = lowered(of.texts("names"));
        tool.authors = of.texts("authors");
        tool.authorSuffix = of.text("author_suffix", false);
        tool.trailers = of.texts("trailers");
        tool.suggestions = of.texts("suggestions");
        for (const std::string &key : of.texts("keys")) {
            const auto colon = std::min(key.find(':'), key.size());
            tool.keys.push_back(
                {key.substr(0, colon), std::string(trimmed(std::string_view(key).substr(std::min(colon + 1, key.size()))))});
        }
        tool.lines = of.texts("lines");
        tool.urls = of.texts("urls");
        tool.branches = of.texts("branches");
        if (tool.slug != lowerCase(tool.slug))
            of.wrong("slug", Message(QT_TRANSLATE_NOOP("app", "%1 must be in lower case."), {"slug"}));
        if (auto error = of.finish())
            return std::unexpected(*error);
        added.m_tools.push_back(std::move(tool));
    }
    for (const toml::table *entry : bots) {
        TomlFields of(*entry, file);
        Tool bot;
        bot.slug = of.text("slug");
        bot.authors = of.texts("authors");
        bot.isAutomation = true;
        if (auto error = of.finish())
            return std::unexpected(*error);
        added.m_tools.push_back(std::move(bot));
    }
    *this = std::move(added);
    return {};
}

} // namespace countersign::provenance
