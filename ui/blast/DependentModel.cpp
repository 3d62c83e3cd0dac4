// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DependentModel.h"

#include "RingPicture.h"

#include "../Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <string_view>

namespace countersign::ui
{

namespace
{

QString entryWords(const std::string &kind)
{
    static const std::map<std::string_view, const char *> known{
        {"main", QT_TRANSLATE_NOOP("DependentModel", "program")},
        {"routes", QT_TRANSLATE_NOOP("DependentModel", "routes")},
        {"schedule", QT_TRANSLATE_NOOP("DependentModel", "scheduled job")},
        {"migration", QT_TRANSLATE_NOOP("DependentModel", "migration")},
        {"pipeline", QT_TRANSLATE_NOOP("DependentModel", "pipeline")},
        {"infrastructure", QT_TRANSLATE_NOOP("DependentModel", "infrastructure")},
    };
    const auto found = known.find(kind);
    return found == known.end() ? safe(kind, 40) : QCoreApplication::translate("DependentModel", found->second);
}

/// A word that is looked for without regard to case. Most are plain ASCII, and then no text is converted.
class Word
{
public:
    explicit Word(const QString &word)
        : m_word(word)
        , m_isPlain(std::ranges::all_of(word, [](QChar c) { return c.unicode() < 0x80; }))
        , m_plain(word.toLower().toStdString())
    {
    }

    [[nodiscard]] bool standsIn(const Dependent &one) const
    {
        const auto has = [this](const std::string &text) { return standsIn(text); };
        return has(one.path) || has(one.module) || has(one.via) || has(one.entryPoint) || has(one.environment)
            || std::ranges::any_of(one.owners, has) || std::ranges::any_of(one.symbols, has);
    }

private:
    [[nodiscard]] bool standsIn(const std::string &text) const
    {
        constexpr char toLower = 'a' - 'A';
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + toLower) : c; };
        return m_isPlain ? !std::ranges::search(text, m_plain, {}, lower).empty()
                         : QString::fromStdString(text).contains(m_word, Qt::CaseInsensitive);
    }

    QString m_word;
    bool m_isPlain;
    std::string m_plain;
};

QString placeOf(const std::string &path, LineNumber line)
{
    return line == noLine ? safe(path, 300) : QStringLiteral("%1:%2").arg(safe(path, 300)).arg(line);
}

} // namespace

QString linkWords(const Dependent &dependent)
{
    const QString via = safe(dependent.via, 300);
    if (dependent.kind == "package")
        return DependentModel::tr("uses a name of %1").arg(via);
    if (dependent.kind == "path")
        return DependentModel::tr("names the path of %1").arg(via);
    if (dependent.kind == "key")
        return DependentModel::tr("reads a setting of %1").arg(via);
    return DependentModel::tr("imports %1").arg(via);
}

std::vector<std::uint32_t> filtered(const std::vector<Dependent> &dependents, const DependentFilter &filter)
{
    std::vector<Word> wanted;
    const QStringList words = filter.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words)
        wanted.emplace_back(word);
    std::map<int, std::vector<std::uint32_t>> byLevel; // sorting them anew would take longer than all the rest
    for (std::uint32_t i = 0; i < dependents.size(); ++i) {
        const Dependent &one = dependents[i];
        if (one.hops <= filter.mostHops && (filter.module.empty() || one.module == filter.module)
            && std::ranges::all_of(wanted, [&one](const Word &word) { return word.standsIn(one); }))
            byLevel[-static_cast<int>(levelOf(one))].push_back(i);
    }
    std::vector<std::uint32_t> shown;
    for (const auto &[level, files] : byLevel)
        shown.insert(shown.end(), files.begin(), files.end());
    return shown;
}

void DependentModel::setRows(std::shared_ptr<const std::vector<Dependent>> dependents, std::vector<std::uint32_t> shown,
                             std::vector<CoChange> partners)
{
    beginResetModel();
    m_dependents = std::move(dependents);
    m_shown = std::move(shown);
    m_partners = std::move(partners);
    endResetModel();
}

std::optional<std::uint32_t> DependentModel::dependentAt(int row) const
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_shown.size())
        return std::nullopt;
    return m_shown[static_cast<std::size_t>(row)];
}

const CoChange *DependentModel::partnerAt(int row) const
{
    const auto at = static_cast<std::size_t>(std::max(row, 0));
    return row >= 0 && at >= m_shown.size() && at < m_shown.size() + m_partners.size() ? &m_partners[at - m_shown.size()]
                                                                                       : nullptr;
}

int DependentModel::rowOf(std::uint32_t dependent) const
{
    const auto found = std::ranges::find(m_shown, dependent);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int DependentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size() + m_partners.size());
}

int DependentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DependentModel::firstLine(const Dependent &file, int column) const
{
    switch (column) {
    case Reached:
        return placeOf(file.path, file.line);
    case Why:
        return file.symbols.empty() ? linkWords(file) : tr("uses %1").arg(joined(file.symbols));
    case Owner:
        return file.owners.empty() ? tr("no owner") : joined(file.owners);
    case Role:
        return file.entryPoint.empty() ? words(label(file.fileClass)) : entryWords(file.entryPoint);
    default:
        return {};
    }
}

QString DependentModel::secondLine(const Dependent &file, int column) const
{
    switch (column) {
    case Reached:
        return QStringLiteral("%1 · %2").arg(hopWords(file.hops), file.module == "." ? tr("top folder") : safe(file.module, 120));
    case Why:
        return file.symbols.empty() ? QString() : linkWords(file);
    case Role:
        return safe(file.environment, 40);
    default:
        return {};
    }
}

QString DependentModel::line(const CoChange &partner, int column, bool isSecond) const
{
    constexpr int percent = 100;
    if (column == Reached)
        return isSecond ? tr("usually also, and not here") : safe(partner.file, 300);
    if (column == Why)
        return isSecond
            ? tr("%n time(s)", nullptr, static_cast<int>(partner.shared))
            : tr("changes with %1: %2 %").arg(safe(partner.with, 300)).arg(static_cast<int>(partner.confidence * percent + 0.5));
    return {};
}

QVariant DependentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto file = dependentAt(index.row());
    const Dependent *one = file ? &(*m_dependents)[*file] : nullptr;
    const auto text = [&](bool isSecond) {
        if (!one)
            return line(*partnerAt(index.row()), index.column(), isSecond);
        return isSecond ? secondLine(*one, index.column()) : firstLine(*one, index.column());
    };
    switch (role) {
    case Qt::DisplayRole:
        return text(false);
    case SecondLineRole:
        return text(true);
    case Qt::ToolTipRole:
        return QString(text(false) + QLatin1Char('\n') + text(true)).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return QString(text(false) + QStringLiteral(", ") + text(true)
                       + (one && index.column() == Reached ? QStringLiteral(", ") + words(levelOf(*one)) : QString()));
    case LevelRole:
        return one ? static_cast<int>(levelOf(*one)) : -1;
    case SquareRole:
        return one && isInfrastructure(*one);
    case EntryRole:
        return one && !one->entryPoint.empty();
    default:
        return {};
    }
}

QVariant DependentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Reached:
        return tr("Reached");
    case Why:
        return tr("Why");
    case Owner:
        return tr("Owner");
    case Role:
        return tr("What it is");
    default:
        return {};
    }
}

} // namespace countersign::ui
