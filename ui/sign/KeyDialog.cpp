// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeyDialog.h"

#include "KeyBox.h"

#include "../Words.h"
#include "../style/Parts.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::ui
{

KeyDialog::KeyDialog(const std::shared_ptr<Workspace> &workspace, const QString &title, const QString &what, QWidget *parent)
    : QDialog(parent)
    , m_key(new KeyBox(QStringLiteral("dialog"), this))
{
    setObjectName(QStringLiteral("keyDialog"));
    setWindowTitle(title);
    resize(620, 160);
    auto *status = plainLabel(QStringLiteral("dialogKeyStatus"), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->setObjectName(QStringLiteral("dialogKeyButtons"));
    auto *sign = buttons->addButton(tr("Sign"), QDialogButtonBox::AcceptRole);
    sign->setObjectName(QStringLiteral("dialogKeySign"));
    sign->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(plainLabel(QStringLiteral("dialogKeyWhat"), this, what));
    layout->addWidget(m_key);
    layout->addWidget(status);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(m_key, &KeyBox::changed, sign, [sign] { sign->setEnabled(true); });
    connect(m_key, &KeyBox::failed, status, [status](const Error &error) { status->setText(words(error)); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(m_key->key());
        accept();
    });
    m_key->load(workspace);
}

bool KeyDialog::isBusy() const
{
    return m_key->isBusy();
}

} // namespace countersign::ui
