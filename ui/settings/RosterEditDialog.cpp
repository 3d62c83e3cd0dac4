// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RosterEditDialog.h"

#include "../Words.h"
#include "../style/Fields.h"
#include "../style/Parts.h"

#include "records/KeyFile.h"
#include "records/RosterEdit.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui
{

namespace
{

QString titleOf(RosterEdit edit)
{
    switch (edit) {
    case RosterEdit::Enrol:
        return RosterEditDialog::tr("Add a person or a key");
    case RosterEdit::Rotate:
        return RosterEditDialog::tr("New key of a person");
    case RosterEdit::Revoke:
        return RosterEditDialog::tr("Revoke");
    case RosterEdit::Expire:
        return RosterEditDialog::tr("End");
    case RosterEdit::Roles:
        return RosterEditDialog::tr("Roles of a person");
    case RosterEdit::Threshold:
        return RosterEditDialog::tr("Maintainers who sign");
    }
    return {};
}

QString introOf(RosterEdit edit)
{
    switch (edit) {
    case RosterEdit::Enrol:
        return RosterEditDialog::tr("Compare the fingerprint with the person, on another way than git.");
    case RosterEdit::Rotate:
        return RosterEditDialog::tr("The person's other keys end now. What they signed before stays good.");
    case RosterEdit::Revoke:
        return RosterEditDialog::tr("The key was lost or stolen: nothing that it signed from then on counts.");
    case RosterEdit::Expire:
        return RosterEditDialog::tr("The key is not needed any more. What it signs until then stays good.");
    case RosterEdit::Roles:
        return RosterEditDialog::tr("What the person may sign from the next version on.");
    case RosterEdit::Threshold:
        return RosterEditDialog::tr("So many different maintainers sign each version after the next one.");
    }
    return {};
}

std::vector<std::string> listOf(const QLineEdit &edit)
{
    static const QRegularExpression gaps(QStringLiteral("[,\\s]+"));
    std::vector<std::string> out;
    for (const auto &part : edit.text().split(gaps, Qt::SkipEmptyParts))
        out.push_back(part.toStdString());
    return out;
}

} // namespace

RosterEditDialog::RosterEditDialog(RosterEdit edit, records::Roster draft, const std::string &person,
                                   const std::string &fingerprint, QWidget *parent)
    : QDialog(parent)
    , m_edit(edit)
    , m_draft(std::move(draft))
    , m_problem(plainLabel(QStringLiteral("rosterEditProblem"), this))
{
    setObjectName(QStringLiteral("rosterEditDialog"));
    setWindowTitle(titleOf(edit));
    resize(640, 220);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    if (edit == RosterEdit::Enrol || edit == RosterEdit::Rotate || edit == RosterEdit::Roles)
        addPerson(form, edit == RosterEdit::Enrol ? std::string() : person);
    if (edit == RosterEdit::Enrol || edit == RosterEdit::Rotate)
        addKey(form);
    if (edit == RosterEdit::Enrol || edit == RosterEdit::Roles)
        addRoles(form, person);
    if (edit == RosterEdit::Revoke || edit == RosterEdit::Expire) {
        addWhat(form, person, fingerprint);
        addTime(form);
    }
    if (edit == RosterEdit::Revoke)
        addReason(form);
    if (edit == RosterEdit::Threshold)
        addThreshold(form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->setObjectName(QStringLiteral("rosterEditButtons"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("rosterEditCancel"));
    buttons->addButton(tr("Add to the draft"), QDialogButtonBox::AcceptRole)->setObjectName(QStringLiteral("rosterEditAccept"));
    connect(buttons, &QDialogButtonBox::accepted, this, &RosterEditDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(dimmedLabel(QStringLiteral("rosterEditIntro"), this, introOf(edit)));
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addWidget(buttons);
    for (QWidget *field :
         {static_cast<QWidget *>(m_person), static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_threshold)}) {
        if (field)
            field->setFocus(); // a dialog has one of them
    }
}

void RosterEditDialog::addPerson(QFormLayout *form, const std::string &person)
{
    m_person = lineEdit(QStringLiteral("rosterEditPerson"), tr("Name of the person"), this);
    m_person->setText(QString::fromStdString(person));
    m_person->setPlaceholderText(QStringLiteral("bob@example.com"));
    form->addRow(tr("Person"), m_person);
}

void RosterEditDialog::addKey(QFormLayout *form)
{
    m_key = lineEdit(QStringLiteral("rosterEditKey"), tr("Public key, or a file with it"), this);
    m_key->setPlaceholderText(QStringLiteral("ssh-ed25519 AAAA…"));
    auto *file = button(QStringLiteral("rosterEditKeyFile"), tr("File…"), this);
    connect(file, &QPushButton::clicked, this, &RosterEditDialog::chooseKeyFile);
    auto *row = new QHBoxLayout;
    row->addWidget(m_key, 1);
    row->addWidget(file);
    form->addRow(tr("Public key"), row);
}

void RosterEditDialog::addRoles(QFormLayout *form, const std::string &person)
{
    m_roles = lineEdit(QStringLiteral("rosterEditRoles"), tr("Roles, with commas between them"), this);
    const auto *known = m_edit == RosterEdit::Roles ? m_draft.person(person) : nullptr;
    m_roles->setText(known ? joined(known->roles) : QStringLiteral("reviewer"));
    form->addRow(tr("Roles"), m_roles);
    if (m_edit == RosterEdit::Roles)
        return;
    m_addresses = lineEdit(QStringLiteral("rosterEditAddresses"), tr("Further addresses that the person commits with"), this);
    m_addresses->setPlaceholderText(tr("separated by blanks; may stay empty"));
    form->addRow(tr("Also"), m_addresses);
}

void RosterEditDialog::addWhat(QFormLayout *form, const std::string &person, const std::string &fingerprint)
{
    m_what = new QComboBox(this);
    m_what->setObjectName(QStringLiteral("rosterEditWhat"));
    m_what->setAccessibleName(tr("Key, or all keys of a person"));
    m_what->view()->setObjectName(QStringLiteral("rosterEditWhatList"));
    for (const auto &one : m_draft.people) {
        for (const auto &key : one.keys)
            m_what->addItem(QStringLiteral("%1 · %2").arg(safe(one.id), QString::fromStdString(key.key.fingerprint())),
                            QString::fromStdString(key.key.fingerprint()));
        if (one.keys.size() > 1)
            m_what->addItem(tr("%1 · all keys").arg(safe(one.id)), QString::fromStdString(one.id));
    }
    const int row = m_what->findData(QString::fromStdString(fingerprint.empty() ? person : fingerprint));
    m_what->setCurrentIndex(std::max(row, 0));
    form->addRow(tr("Key"), m_what);
}

void RosterEditDialog::addTime(QFormLayout *form)
{
    m_time = new QDateTimeEdit(QDateTime::fromSecsSinceEpoch(m_draft.issuedAt, QTimeZone::UTC), this);
    m_time->setObjectName(QStringLiteral("rosterEditTime"));
    m_time->setAccessibleName(m_edit == RosterEdit::Revoke ? tr("Revoked as of, in UTC") : tr("Ends at, in UTC"));
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
    m_time->setCalendarPopup(false);
    form->addRow(m_edit == RosterEdit::Revoke ? tr("As of") : tr("At"), m_time);
}

void RosterEditDialog::addReason(QFormLayout *form)
{
    m_reason = lineEdit(QStringLiteral("rosterEditReason"), tr("Why the key is revoked"), this);
    m_reason->setPlaceholderText(tr("Why; everybody will read it"));
    form->addRow(tr("Reason"), m_reason);
}

void RosterEditDialog::addThreshold(QFormLayout *form)
{
    const auto maintainers =
        std::ranges::count_if(m_draft.people, [](const auto &person) { return person.has(records::maintainerRole); });
    m_threshold = new QSpinBox(this);
    m_threshold->setObjectName(QStringLiteral("rosterEditThreshold"));
    m_threshold->setAccessibleName(tr("Maintainers who sign a roster"));
    m_threshold->setRange(1, std::max(1, static_cast<int>(maintainers)));
    m_threshold->setValue(static_cast<int>(std::min<std::uint64_t>(m_draft.threshold, 1000)));
    form->addRow(tr("Maintainers who sign a roster"), m_threshold);
}

void RosterEditDialog::chooseKeyFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Public key of the person"), {}, tr("Public keys (*.pub *.asc)"));
    if (!file.isEmpty())
        m_key->setText(file);
}

std::int64_t RosterEditDialog::time() const
{
    return m_time->dateTime().toSecsSinceEpoch();
}

Result<void> RosterEditDialog::apply(records::Roster &draft) const
{
    const std::string person = m_person ? m_person->text().trimmed().toStdString() : std::string();
    const std::string what = m_what ? m_what->currentData().toString().toStdString() : std::string();
    const auto key = m_key ? std::optional(records::readPublicKey(m_key->text().trimmed().toStdString())) : std::nullopt;
    if (key && !*key)
        return std::unexpected(key->error());
    switch (m_edit) {
    case RosterEdit::Enrol:
        return records::enrol(draft, person, **key, listOf(*m_roles), listOf(*m_addresses));
    case RosterEdit::Rotate:
        return records::rotate(draft, person, **key);
    case RosterEdit::Revoke:
        return records::revoke(draft, what, time(), m_reason->text().trimmed().toStdString());
    case RosterEdit::Expire:
        return records::expire(draft, what, time());
    case RosterEdit::Roles:
        return records::setRoles(draft, person, listOf(*m_roles));
    case RosterEdit::Threshold:
        draft.threshold = static_cast<std::uint64_t>(m_threshold->value());
    }
    return {};
}

void RosterEditDialog::accept()
{
    auto draft = m_draft;
    // What cannot be written is not a roster that anybody could sign.
    const auto fits = apply(draft).and_then([&] { return records::writeRoster(draft); });
    if (!fits) {
        m_problem->setText(words(fits.error()));
        return;
    }
    emit changed(draft);
    QDialog::accept();
}

} // namespace countersign::ui
