// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrustRoot.h"

#include "core/SafeText.h"

#include <QFile>
#include <QStandardPaths>

namespace countersign::workbench
{

namespace
{

constexpr std::size_t mostFiles = 256;
constexpr std::uint64_t mostBytes = std::uint64_t{1} << 20U;

Result<std::string> readSmall(const git::Repository &repository, const FileSide &side)
{
    const auto size = repository.blobSize(side.blob);
    if (!size)
        return std::unexpected(size.error());
    if (*size > mostBytes)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file is larger than 1 MiB.")), side.path);
    return repository.blob(side.blob);
}

class Reader
{
public:
    explicit Reader(const git::Repository &repository)
        : m_repository(repository)
    {
    }

    TeamFiles read(const Oid &tree)
    {
        readFolder(tree, teamRulesFolder, m_files.rules);
        readFolder(tree, teamChecklistsFolder, m_files.checklists);
        const auto markers = m_repository.entry(tree, teamMarkersFile);
        if (!markers)
            complain(std::string(teamMarkersFile), markers.error());
        else if (*markers)
            m_files.markers = content(**markers, std::string(teamMarkersFile));
        return std::move(m_files);
    }

private:
    /// The *.toml files that stand in one folder.
    template<class File>
    void readFolder(const Oid &tree, std::string_view path, std::vector<File> &files)
    {
        const std::string folderName(path);
        const auto folder = m_repository.folder(tree, path);
        if (!folder)
            return complain(folderName, folder.error());
        if (!*folder)
            return;
        const auto entries = m_repository.entries(**folder, mostFiles);
        if (!entries)
            return complain(folderName, entries.error());
        for (const FileSide &side : *entries) {
            const std::string name = folderName + "/" + side.path;
            if (!side.path.ends_with(".toml") || side.path.find('/') != std::string::npos)
                continue;
            if (auto read = content(side, name))
                files.push_back({name, std::move(*read)});
        }
    }

    std::optional<std::string> content(const FileSide &side, const std::string &name)
    {
        auto bytes = readSmall(m_repository, side);
        if (bytes)
            return std::move(*bytes);
        complain(name, bytes.error());
        return std::nullopt;
    }

    void complain(const std::string &name, const Error &error)
    {
        m_files.problems.emplace_back(QT_TRANSLATE_NOOP("app", "%1 could not be read: %2"),
                                      std::vector{safeText(name), error.what.english()});
    }

    const git::Repository &m_repository;
    TeamFiles m_files;
};

} // namespace

TeamFiles readTeamFiles(const git::Repository &repository, const Oid &commit)
{
    const auto root = commit.isNull() ? Result<Commit>() : repository.commit(commit);
    if (!root || root->tree.isNull())
        return {};
    return Reader(repository).read(root->tree);
}

Result<void> addUserMarkers(provenance::Markers &markers)
{
    QString path = qEnvironmentVariable("COUNTERSIGN_MARKERS");
    if (path.isEmpty())
        path =
            QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/countersign/markers.toml");
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly) || file.size() > static_cast<qint64>(mostBytes))
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "Your list of AI markers cannot be read.")),
                    path.toStdString());
    return markers.extend(file.readAll().toStdString(), path.toStdString());
}

} // namespace countersign::workbench
