// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LedgerMemory.h"

#include "Encoding.h"
#include "JsonFields.h"
#include "StrictJson.h"

#include "core/Sha256.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace countersign::records
{

namespace fs = std::filesystem;

namespace
{

constexpr qint64 mostBytes = 4096;

std::unexpected<Error> damaged(const fs::path &file)
{
    return fail(
        ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "What this machine knows about the ledger cannot be read.")),
        file.string(),
        Message(QT_TRANSLATE_NOOP(
            "app", "Remove the file only when you know why it is damaged, then pin the roster again: countersign roster pin.")));
}

} // namespace

fs::path defaultMemoryFolder()
{
    if (const QByteArray wanted = qgetenv("COUNTERSIGN_TRUST"); !wanted.isEmpty())
        return wanted.toStdString();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return fs::path(folder.toStdString()) / "countersign" / "trust";
}

Result<LedgerMemory> LedgerMemory::open(const git::Repository &repository, const fs::path &folder)
{
    std::error_code error;
    auto place = fs::weakly_canonical(repository.commonDirectory(), error);
    LedgerMemory memory;
    memory.m_file = folder / (sha256Hex(place.string()).substr(0, 32) + ".json");
    QFile file(QString::fromStdString(memory.m_file.string()));
    if (!file.exists())
        return memory;
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
        return damaged(memory.m_file);
    const auto json = parseStrictJson(file.readAll().toStdString());
    if (!json)
        return damaged(memory.m_file);
    std::optional<Problem> problem;
    JsonFields fields(*json, {}, problem);
    if (fields.has("pin"))
        memory.m_pin = fields.hex("pin", 64);
    if (fields.has("size")) {
        memory.m_seen = LogHead{fields.number("size"), fromBase64(fields.text("root")).value_or(std::string())};
        if (memory.m_seen->root.size() != 32)
            fields.wrong("root");
    }
    fields.finish();
    if (problem)
        return damaged(memory.m_file);
    return memory;
}

Result<void> LedgerMemory::setPin(std::string_view fingerprint)
{
    m_pin = fingerprint;
    return save();
}

Result<void> LedgerMemory::see(const LogHead &head)
{
    if (m_seen && head.size <= m_seen->size)
        return {};
    return replaceSeen(head);
}

Result<void> LedgerMemory::replaceSeen(const LogHead &head)
{
    m_seen = head;
    return save();
}

Result<void> LedgerMemory::save() const
{
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    if (!m_pin.empty())
        json["pin"] = m_pin;
    if (m_seen) {
        json["size"] = m_seen->size;
        json["root"] = toBase64(m_seen->root);
    }
    const auto path = QString::fromStdString(m_file.string());
    const auto bytes = QByteArray::fromStdString(json.dump() + '\n');
    QSaveFile file(path);
    if (!QDir().mkpath(QString::fromStdString(m_file.parent_path().string())) || !file.open(QIODevice::WriteOnly)
        || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "What is known about the ledger cannot be saved.")),
                    m_file.string(), Message(QT_TRANSLATE_NOOP("app", "Check the path, its permissions and the free space.")));
    return {};
}

} // namespace countersign::records
