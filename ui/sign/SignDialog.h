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

class KeyBox;
class OverrideEditor;
class RolloutEditor;

/// What a person is about to sign.
struct SigningSubject {
    std::shared_ptr<Workspace> workspace;
    std::shared_ptr<const workbench::ChangeReport> report;
    workbench::ReviewState state;
    records::RecordKind kind = records::RecordKind::Approve;
    std::optional<records::GateReport> gate = {}; ///< what the policy asks; nothing: not known yet
};

/// Shows what is missing and exactly the bytes that will be signed, asks for the key, signs with ssh-keygen and puts the record
/// into the ledger. Nothing is signed before the button is pressed; after that the dialog shows the record's number and id.
/// The record is about the ids on the screen, wherever the branch has moved meanwhile; then the dialog says so.
class SignDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SignDialog(SigningSubject subject, QWidget *parent = nullptr);

    /// The record that was signed; nothing before.
    [[nodiscard]] const std::optional<workbench::SignedRecord> &signedRecord() const { return m_signed; }
    [[nodiscard]] bool isBusy() const;

signals:
    void recorded();

private:
    struct Prepared {
        workbench::Signatory signatory;
        records::StatementDraft draft;
        std::optional<Oid> movedTo; ///< where the change's ref leads now, if that is another head
    };
    struct Signed {
        workbench::SignedRecord record;
        std::optional<Oid> movedTo;
    };
    void buildSummary(QFormLayout *form);
    void buildTexts(QFormLayout *form);
    void buildExtras(QFormLayout *form);
    [[nodiscard]] QStringList missingWords() const;
    void prepare();
    void showPrepared(Prepared prepared);
    void showSigned(Signed done);
    void showMoved(const std::optional<Oid> &head);
    void showError(const Error &error);
    void sign();
    void showBusy();

    SigningSubject m_subject;
    KeyBox *m_key;
    QLineEdit *m_id;
    QListWidget *m_missing;
    RolloutEditor *m_rollout = nullptr; ///< of approvals and overrides
    OverrideEditor *m_override = nullptr; ///< of overrides
    QLabel *m_moved;
    QPlainTextEdit *m_words;
    QPlainTextEdit *m_bytes;
    QLabel *m_digest;
    QLabel *m_status;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    QPushButton *m_sign;
    QTimer *m_typing; ///< a new draft is made when typing rests
    Job m_drafting;
    Job m_signing;
    std::optional<Prepared> m_prepared;
    std::optional<workbench::SignedRecord> m_signed;
};

} // namespace countersign::ui
