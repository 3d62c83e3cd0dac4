// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign::cli
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

} // namespace

Arguments::Arguments(const Terminal &terminal, const char *command, int least, int most)
    : m_terminal(terminal)
    , m_command(findCommand(QString::fromLatin1(command)))
    , m_least(least)
    , m_most(most)
{
    m_parser.setApplicationDescription(translated(m_command->summary));
    m_parser.addHelpOption();
    m_parser.addPositionalArgument(
        QString::fromLatin1(m_command->name), translated(m_command->summary),
        QStringLiteral("%1 %2").arg(QString::fromLatin1(m_command->name), translated(m_command->arguments)));
}

void Arguments::addOption(const QStringList &names, const char *description, const char *value, const QString &standard)
{
    m_parser.addOption(
        QCommandLineOption(names, translated(description), value ? QString::fromLatin1(value) : QString(), standard));
}

void Arguments::addRepositoryOptions()
{
    addOption({QStringLiteral("C"), QStringLiteral("repository")},
              QT_TRANSLATE_NOOP("cli", "Repository to work in (default: the current folder)."), "REPO");
    addOption({QStringLiteral("target")}, QT_TRANSLATE_NOOP("cli", "Branch that the change is meant for."), "BRANCH");
}

void Arguments::addFormatOption(const char *choices)
{
    const QString list = QString::fromLatin1(choices);
    for (const auto &choice : list.split(QLatin1Char('|')))
        m_formats.push_back(choice.toStdString());
    addOption({QStringLiteral("format")}, QT_TRANSLATE_NOOP("cli", "Form of the output."), choices,
              list.section(QLatin1Char('|'), 0, 0));
}

std::optional<Exit> Arguments::parse(const QStringList &arguments)
{
    // The first word is the program's name for the parser's usage line.
    if (!m_parser.parse(QStringList{QStringLiteral("countersign")} + arguments))
        return wrongUsage(m_parser.errorText());
    if (m_parser.isSet(QStringLiteral("help"))) {
        m_terminal.out(m_parser.helpText().toStdString());
        return Exit::Yes;
    }
    const auto count = m_parser.positionalArguments().size() - 1; // the first is the command itself
    if (count < m_least)
        return wrongUsage(QCoreApplication::translate("cli", "An argument is missing: %1").arg(translated(m_command->arguments)));
    if (m_most >= 0 && count > m_most)
        return wrongUsage(
            QCoreApplication::translate("cli", "Unexpected argument “%1”.").arg(m_parser.positionalArguments().at(m_most + 1)));
    if (!m_formats.empty() && std::ranges::find(m_formats, format()) == m_formats.end())
        return wrongUsage(QCoreApplication::translate("cli", "Unknown format “%1”.").arg(QString::fromStdString(format())));
    return std::nullopt;
}

bool Arguments::isSet(const char *option) const
{
    return m_parser.isSet(QString::fromLatin1(option));
}

std::string Arguments::value(const char *option) const
{
    return m_parser.value(QString::fromLatin1(option)).toStdString();
}

std::vector<std::string> Arguments::values(const char *option) const
{
    std::vector<std::string> out;
    for (const auto &text : m_parser.values(QString::fromLatin1(option)))
        out.push_back(text.toStdString());
    return out;
}

std::vector<std::string> Arguments::positional() const
{
    std::vector<std::string> out;
    for (const auto &text : m_parser.positionalArguments().mid(1))
        out.push_back(text.toStdString());
    return out;
}

Exit Arguments::wrongUsage(const QString &what) const
{
    m_terminal.say("countersign: " + what.toStdString());
    m_terminal.say(QCoreApplication::translate("cli", "  See “countersign %1 --help”.")
                       .arg(QString::fromLatin1(m_command->name))
                       .toStdString());
    return Exit::Usage;
}

} // namespace countersign::cli
