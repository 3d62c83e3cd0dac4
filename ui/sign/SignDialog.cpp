// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SignDialog.h"

#include "Askpass.h"
#include "KeyBox.h"
#include "RecordExtras.h"
#include "StatementWords.h"

#include "../Words.h"
#include "../style/Parts.h"
#include "../style/Theme.h"

#include "core/SafeText.h"
#include "workbench/CommitMessages.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace countersign::ui
{

namespace
{

constexpr int typingRestMs = 400;
constexpr std::size_t mostFilesNamed = 50;

/// Where the ref of the change leads, when that is no longer the head that the record is about.
std::optional<Oid> movedTo(const git::Repository &repository, const Change &change)
{
    const auto now = change.ref.empty() ? Result<std::optional<Oid>>(std::nullopt) : repository.reference(change.ref);
    return now && *now && **now != change.head ? *now : std::nullopt;
}

} // namespace

SignDialog::SignDialog(SigningSubject subject, QWidget *parent)
    : QDialog(parent)
    , m_subject(std::move(subject))
    , m_key(new KeyBox(QStringLiteral("sign"), this))
    , m_id(new QLineEdit(this))
    , m_missing(new QListWidget(this))
    , m_moved(plainLabel(QStringLiteral("signMoved"), this))
    , m_words(readOnlyText(QStringLiteral("signWords"), tr("What the record says"), this))
    , m_bytes(readOnlyText(QStringLiteral("signBytes"), tr("The record as it is signed"), this))
    , m_digest(copyableLabel(QStringLiteral("signDigest"), this))
    , m_status(plainLabel(QStringLiteral("signStatus"), this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_sign(m_buttons->addButton(kindWords(m_subject.kind), QDialogButtonBox::AcceptRole))
    , m_typing(new QTimer(this))
{
    setObjectName(QStringLiteral("signDialog"));
    const Change &change = m_subject.report->analysis.change;
    setWindowTitle(tr("%1 %2").arg(kindWords(m_subject.kind), safe(change.id, 80)));
    resize(860, 720);
    auto *layout = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildSummary(form);
    layout->addLayout(form);
    buildTexts(form);
    buildExtras(form);
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("signTexts"));
    tabs->tabBar()->setDrawBase(false);
    tabs->addTab(m_words, tr("In words"));
    tabs->addTab(m_bytes, tr("Exact bytes"));
    if (m_rollout)
        tabs->addTab(m_rollout, tr("Rollout"));
    layout->addWidget(tabs, 1);
    layout->addWidget(m_digest);
    m_moved->hide();
    layout->addWidget(m_moved);
    layout->addWidget(m_status);
    m_progress->setObjectName(QStringLiteral("signProgress"));
    m_progress->setAccessibleName(tr("Progress of signing"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    layout->addWidget(m_progress);
    m_buttons->setObjectName(QStringLiteral("signButtons"));
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("signCancel"));
    m_sign->setObjectName(QStringLiteral("signButton"));
    m_sign->setProperty("primary", true);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SignDialog::sign);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingRestMs);
    connect(m_typing, &QTimer::timeout, this, &SignDialog::prepare);
    for (Job *job : {&m_key->job(), &m_drafting, &m_signing}) {
        connect(job, &Job::started, this, &SignDialog::showBusy);
        connect(job, &Job::finished, this, &SignDialog::showBusy);
    }
    showBusy();
    m_key->load(m_subject.workspace);
}

bool SignDialog::isBusy() const
{
    return m_key->isBusy() || m_drafting.isRunning() || m_signing.isRunning();
}

void SignDialog::buildSummary(QFormLayout *form)
{
    const Change &change = m_subject.report->analysis.change;
    auto *title = headingLabel(QStringLiteral("signTitle"), this, safe(change.title, 300));
    form->addRow(tr("Change"), title);
    m_missing->setObjectName(QStringLiteral("signMissing"));
    m_missing->setAccessibleName(tr("What is missing"));
    m_missing->setWordWrap(true);
    m_missing->setSelectionMode(QAbstractItemView::NoSelection);
    m_missing->setMaximumHeight(96);
    const QStringList missing = missingWords();
    m_missing->addItems(missing.isEmpty() ? QStringList(tr("Nothing")) : missing);
    form->addRow(tr("Missing"), m_missing);
}

void SignDialog::buildTexts(QFormLayout *form)
{
    form->addRow(tr("Key"), m_key);
    m_id->setObjectName(QStringLiteral("signId"));
    m_id->setAccessibleName(tr("Who signs, as allowed_signers names it"));
    form->addRow(tr("As"), m_id);
    m_bytes->setFont(codeFont(9));
    m_bytes->setWordWrapMode(QTextOption::WrapAnywhere);
    connect(m_key, &KeyBox::changed, this, [this] {
        m_id->clear(); // the address belongs to the key
        prepare();
    });
    connect(m_key, &KeyBox::failed, this, &SignDialog::showError);
    connect(m_id, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
}

/// What an approval given now would lack: in sum, then file by file.
QStringList SignDialog::missingWords() const
{
    QStringList missing;
    if (m_subject.kind != records::RecordKind::Approve)
        return missing;
    for (const auto &part : workbench::missingParts(m_subject.state))
        missing << words(part);
    std::size_t left = 0;
    for (const auto &file : m_subject.state.coverage.files) {
        const auto &lines = file.lines.changed;
        if (!lines.isComplete() && ++left <= mostFilesNamed)
            missing << tr("Not read to the end: %1, %2 of %3 lines")
                           .arg(file.path == workbench::commitMessagesPath ? tr("the commit messages") : safe(file.path),
                                QString::number(lines.read), QString::number(lines.total));
    }
    if (left > mostFilesNamed)
        missing << tr("and %n more file(s)", nullptr, static_cast<int>(left - mostFilesNamed));
    for (const auto &requirement : m_subject.gate ? m_subject.gate->requirements : std::vector<records::Requirement>()) {
        if (requirement.id.ends_with("/rollout"))
            missing << tr("The policy asks for the stages of the rollout and what turns it back: enter them under Rollout");
    }
    return missing;
}

void SignDialog::buildExtras(QFormLayout *form)
{
    using records::RecordKind;
    const auto rest = qOverload<>(&QTimer::start);
    if (m_subject.kind == RecordKind::Approve || m_subject.kind == RecordKind::Override) {
        m_rollout = new RolloutEditor(this);
        connect(m_rollout, &RolloutEditor::changed, m_typing, rest);
    }
    if (m_subject.kind == RecordKind::Override) {
        m_override =
            new OverrideEditor(m_subject.gate ? m_subject.gate->requirements : std::vector<records::Requirement>(), this);
        connect(m_override, &OverrideEditor::changed, m_typing, rest);
        form->addRow(tr("Override"), m_override);
    }
}

void SignDialog::prepare()
{
    m_prepared.reset();
    m_typing->stop();
    if (m_signed)
        return;
    workbench::RecordExtras extras;
    if (m_rollout)
        extras.rollout = m_rollout->rollout();
    if (m_override) {
        extras.overrides = m_override->claim();
        if (!extras.overrides) {
            m_drafting.cancel();
            m_status->setText(tr("Choose what is overridden, and say why."));
            showBusy();
            return;
        }
    }
    const workbench::SigningChoice choice{m_key->key().toStdString(), m_id->text().trimmed().toStdString(), {}};
    m_drafting.start(
        [subject = m_subject, choice, extras](const std::stop_token &stop, const ProgressCallback &) -> Result<Prepared> {
            auto repository = subject.workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            auto signatory =
                workbench::findSignatory(*repository, choice, records::SystemProcessRunner(), SystemClock().now(), stop);
            if (!signatory)
                return std::unexpected(signatory.error());
            const auto engine = subject.workspace->engine();
            if (!engine)
                return std::unexpected(engine.error());
            const Analysis &analysis = subject.report->analysis;
            auto draft = subject.kind == records::RecordKind::Withdraw
                ? workbench::draftWithdrawal(*repository, analysis.change, *signatory, stop)
                : workbench::draftRecord(*repository, subject.kind, analysis, subject.state, (*engine)->templates, *signatory,
                                         stop, extras);
            if (!draft)
                return std::unexpected(draft.error());
            return Prepared{std::move(*signatory), std::move(*draft), movedTo(*repository, analysis.change)};
        },
        [this](Result<Prepared> prepared) {
            if (prepared)
                showPrepared(std::move(*prepared));
            else
                showError(prepared.error());
        });
}

void SignDialog::showPrepared(Prepared prepared)
{
    m_prepared = std::move(prepared);
    if (!m_id->hasFocus())
        m_id->setText(safe(m_prepared->signatory.id));
    m_words->setPlainText(statementWords(m_prepared->draft.statement));
    // Escapes stand for characters that a screen would hide; the record itself holds the characters.
    m_bytes->setPlainText(QString::fromStdString(safeText(m_prepared->draft.payload)));
    m_digest->setText(tr("Record id (SHA-256 of what is signed): %1").arg(QString::fromStdString(m_prepared->draft.id)));
    showMoved(m_prepared->movedTo);
    m_status->clear();
    showBusy();
}

void SignDialog::showMoved(const std::optional<Oid> &head)
{
    m_moved->setVisible(head.has_value());
    if (head)
        m_moved->setText(tr("%1 has moved to %2 meanwhile. This record is about %3, which is what was shown.")
                             .arg(safe(m_subject.report->analysis.change.ref), QString::fromStdString(head->shortHex()),
                                  QString::fromStdString(m_subject.report->analysis.change.head.shortHex())));
}

void SignDialog::showError(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_status->setText(words(error));
    m_sign->setEnabled(m_prepared.has_value());
}

void SignDialog::sign()
{
    if (!m_prepared || m_signing.isRunning() || m_signed)
        return;
    m_status->setText(tr("Waiting for ssh-keygen …"));
    m_signing.start(
        [subject = m_subject, prepared = *m_prepared,
         environment = askingEnvironment()](const std::stop_token &stop, const ProgressCallback &) -> Result<Signed> {
            auto repository = subject.workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            records::SignOptions options;
            options.environment = environment;
            auto done = workbench::signAndAppend(*repository, prepared.draft, prepared.signatory, records::SystemProcessRunner(),
                                                 options, stop);
            if (!done)
                return std::unexpected(done.error());
            return Signed{std::move(*done), movedTo(*repository, subject.report->analysis.change)};
        },
        [this](Result<Signed> done) {
            if (done)
                showSigned(std::move(*done));
            else
                showError(done.error());
        });
}

void SignDialog::showSigned(Signed done)
{
    m_signed = std::move(done.record);
    showMoved(done.movedTo);
    m_status->setText(tr("Signed and recorded as number %1 of the ledger.").arg(m_signed->leaf.index + 1));
    m_sign->hide();
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Close"));
    for (QWidget *widget : {static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_id), static_cast<QWidget *>(m_rollout),
                            static_cast<QWidget *>(m_override)}) {
        if (widget)
            widget->setEnabled(false);
    }
    emit recorded();
}

void SignDialog::showBusy()
{
    m_progress->setVisible(isBusy());
    if (!m_signed)
        m_sign->setEnabled(m_prepared && !isBusy());
}

} // namespace countersign::ui
