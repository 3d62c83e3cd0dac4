// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeptFiles.h"

#include "core/Sha256.h"

#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <cstdlib>
#include <system_error>

namespace countersign::workbench
{

namespace
{

/// Stable name of a repository on this machine.
std::string nameOf(const git::Repository &repository)
{
    constexpr std::size_t digits = 16;
    return sha256Hex(repository.commonDirectory().string()).substr(0, digits);
}

std::filesystem::path standardFolder(QStandardPaths::StandardLocation location)
{
    const QString path = QStandardPaths::writableLocation(location);
    return path.isEmpty() ? std::filesystem::path() : std::filesystem::path(path.toStdString()) / "countersign";
}

std::unexpected<Error> notWritten(const std::filesystem::path &file, const std::string &why)
{
    return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The weights cannot be kept: %1"), {why}),
                file.string());
}

} // namespace

std::filesystem::path cacheFolder()
{
    if (const char *wanted = std::getenv("COUNTERSIGN_CACHE"))
        return wanted;
    return standardFolder(QStandardPaths::GenericCacheLocation);
}

std::filesystem::path factsFile(const std::filesystem::path &cache, const git::Repository &repository)
{
    return cache.empty() ? cache : cache / nameOf(repository) / "facts";
}

std::filesystem::path historyFile(const std::filesystem::path &cache, const git::Repository &repository)
{
    return cache.empty() ? cache : cache / nameOf(repository) / "history";
}

std::filesystem::path weightsFile(const git::Repository &repository)
{
    return standardFolder(QStandardPaths::GenericDataLocation) / "weights" / (nameOf(repository) + ".toml");
}

Result<std::optional<risk::LikelihoodModel>> readWeights(const git::Repository &repository)
{
    constexpr qint64 most = 64 * 1024;
    const std::string path = weightsFile(repository).string();
    QFile file(QString::fromStdString(path));
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The weights of this repository cannot be read.")),
                    path);
    auto model = risk::LikelihoodModel::parse(file.read(most).toStdString(), path);
    if (!model)
        return std::unexpected(model.error());
    return std::move(*model);
}

Result<void> writeWeights(const git::Repository &repository, const risk::LikelihoodModel &model)
{
    const auto path = weightsFile(repository);
    std::error_code failed;
    std::filesystem::create_directories(path.parent_path(), failed);
    if (failed)
        return notWritten(path, failed.message());
    QSaveFile file(QString::fromStdString(path.string()));
    const std::string text =
        "# Written by countersign calibrate; countersign calibrate --reset takes it away.\n" + model.toToml();
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0 || !file.commit())
        return notWritten(path, file.errorString().toStdString());
    return {};
}

Result<bool> removeWeights(const git::Repository &repository)
{
    const auto path = weightsFile(repository);
    std::error_code failed;
    const bool wasThere = std::filesystem::remove(path, failed);
    if (failed)
        return notWritten(path, failed.message());
    return wasThere;
}

} // namespace countersign::workbench
