// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"

#include "workbench/ChangeReport.h"
#include "workbench/Signing.h"

#include <QDialog>

#include <memory>
#include <optional>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTimer;

namespace countersign::ui
{

/// What a person is about to sign.
struct SigningSubject {
    std::shared_ptr<Workspace> workspace;
    std::shared_ptr<const workbench::ChangeReport> report;
    workbench::ReviewState state;
    records::RecordKind kind = records::RecordKind::Approve;
};

/// Shows what is missing and exactly the bytes that will be signed, asks for the key, signs with ssh-keygen and puts the record
/// into the ledger. Nothing is signed before the button is pressed; after that the dialog shows the record's number and id.
class SignDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SignDialog(SigningSubject subject, QWidget *parent = nullptr);

    /// The record that was signed; nothing before.
    [[nodiscard]] const std::optional<workbench::SignedRecord> &signedRecord() const { return m_signed; }
    [[nodiscard]] bool isBusy() const { return m_listing.isRunning() || m_drafting.isRunning() || m_signing.isRunning(); }

signals:
    void recorded();

private:
    struct Prepared {
        workbench::Signatory signatory;
        records::StatementDraft draft;
    };
    void buildSummary(QFormLayout *form);
    void buildTexts(QFormLayout *form);
    void listKeys();
    void chooseKeyFile();
    void prepare();
    void showPrepared(Prepared prepared);
    void showError(const Error &error);
    void sign();
    void showBusy();

    SigningSubject m_subject;
    QComboBox *m_key;
    QLineEdit *m_id;
    QListWidget *m_missing;
    QPlainTextEdit *m_words;
    QPlainTextEdit *m_bytes;
    QLabel *m_digest;
    QLabel *m_status;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    QPushButton *m_sign;
    QTimer *m_typing; ///< a new draft is made when the typing of the address rests
    Job m_listing;
    Job m_drafting;
    Job m_signing;
    std::optional<Prepared> m_prepared;
    std::optional<workbench::SignedRecord> m_signed;
};

} // namespace countersign::ui
