// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Roster.h"

#include <QDialog>

#include <cstdint>

class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace countersign::ui
{

/// Ways to change a roster, as `countersign roster` has them.
enum class RosterEdit : std::uint8_t { Enrol, Rotate, Revoke, Expire, Roles, Threshold };

/// Asks for one change of a roster that is not signed yet. What does not fit is said in the dialog, which stays open.
class RosterEditDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param draft the next version so far. @param person, @param fingerprint those of the current row; empty: none.
    RosterEditDialog(RosterEdit edit, records::Roster draft, const std::string &person, const std::string &fingerprint,
                     QWidget *parent = nullptr);

    void accept() override;

signals:
    /// The draft with the change in it.
    void changed(const countersign::records::Roster &draft);

private:
    void addPerson(QFormLayout *form, const std::string &person);
    void addWhat(QFormLayout *form, const std::string &person, const std::string &fingerprint);
    void addKey(QFormLayout *form);
    void addRoles(QFormLayout *form, const std::string &person);
    void addTime(QFormLayout *form);
    void addReason(QFormLayout *form);
    void addThreshold(QFormLayout *form);
    void chooseKeyFile();
    [[nodiscard]] Result<void> apply(records::Roster &draft) const;
    [[nodiscard]] std::int64_t time() const;

    RosterEdit m_edit;
    records::Roster m_draft;
    QLineEdit *m_person = nullptr; ///< name
    QComboBox *m_what = nullptr; ///< all keys of a person, or one of them
    QLineEdit *m_key = nullptr; ///< public key, or its file
    QLineEdit *m_roles = nullptr;
    QLineEdit *m_addresses = nullptr;
    QDateTimeEdit *m_time = nullptr; ///< UTC
    QLineEdit *m_reason = nullptr;
    QSpinBox *m_threshold = nullptr;
    QLabel *m_problem;
};

} // namespace countersign::ui
