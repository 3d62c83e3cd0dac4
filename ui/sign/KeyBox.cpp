// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeyBox.h"

#include "../Words.h"
#include "../style/Parts.h"

#include "records/Process.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>

namespace countersign::ui
{

namespace
{

const QLatin1String settingName("signing/key");

} // namespace

QString keyName(const records::SigningKey &key)
{
    return QString::fromStdString(key.privateFile.empty() ? key.key.fingerprint() : key.privateFile.string());
}

QString keyLabel(const records::SigningKey &key)
{
    const QString where = key.isInAgent ? KeyBox::tr("in the agent") : safe(key.privateFile.string());
    return QStringLiteral("%1 · %2 · %3").arg(safe(key.comment, 60), where, QString::fromStdString(key.key.fingerprint()));
}

QString defaultKey()
{
    return QSettings().value(settingName).toString();
}

void setDefaultKey(const QString &name)
{
    QSettings().setValue(settingName, name);
}

KeyBox::KeyBox(const QString &prefix, QWidget *parent)
    : QWidget(parent)
    , m_keys(new QComboBox(this))
    , m_file(button(prefix + QStringLiteral("KeyFile"), tr("Key file…"), this))
{
    setObjectName(prefix + QStringLiteral("KeyBox"));
    m_keys->setObjectName(prefix + QStringLiteral("Key"));
    m_keys->setAccessibleName(tr("Key to sign with"));
    m_keys->view()->setObjectName(prefix + QStringLiteral("KeyList"));
    m_keys->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setFocusProxy(m_keys);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_keys, 1);
    layout->addWidget(m_file);
    connect(m_keys, &QComboBox::activated, this, &KeyBox::changed);
    connect(m_file, &QPushButton::clicked, this, &KeyBox::chooseFile);
}

void KeyBox::load(std::shared_ptr<Workspace> workspace)
{
    using Keys = std::pair<std::vector<records::SigningKey>, std::string>;
    m_listing.start(
        [workspace = std::move(workspace)](const std::stop_token &stop, const ProgressCallback &) -> Result<Keys> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            auto keys = records::listKeys(records::SystemProcessRunner(), records::signingEnvironment(), stop);
            if (!keys)
                return std::unexpected(keys.error());
            return Keys{std::move(*keys), repository->config("user.signingKey").value_or("")};
        },
        [this](Result<Keys> found) {
            if (!found) {
                emit failed(found.error());
                return;
            }
            const auto &[keys, configured] = *found;
            m_keys->clear();
            if (!configured.empty())
                m_keys->addItem(tr("As git is configured: %1").arg(safe(configured, 120)), QString());
            for (const auto &key : keys)
                m_keys->addItem(keyLabel(key), keyName(key));
            const QString chosen = defaultKey();
            if (!chosen.isEmpty() && m_keys->findData(chosen) < 0)
                m_keys->addItem(safe(chosen.toStdString()), chosen);
            if (!chosen.isEmpty())
                m_keys->setCurrentIndex(m_keys->findData(chosen));
            emit changed();
        });
}

QString KeyBox::key() const
{
    return m_keys->currentData().toString();
}

void KeyBox::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Private or public key file"));
    if (file.isEmpty())
        return;
    m_keys->addItem(safe(file.toStdString()), file);
    m_keys->setCurrentIndex(m_keys->count() - 1);
    emit changed();
}

} // namespace countersign::ui
