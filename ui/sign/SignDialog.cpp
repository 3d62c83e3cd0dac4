// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SignDialog.h"

#include "Askpass.h"
#include "StatementWords.h"

#include "../Words.h"
#include "../style/Theme.h"

#include "core/SafeText.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
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

QLabel *plainLabel(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QPlainTextEdit *readOnlyText(const char *name, const QString &accessibleName, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(QString::fromLatin1(name));
    text->setAccessibleName(accessibleName);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    return text;
}

/// The name that findSignatory() understands: the file where there is one.
QString nameOf(const records::SigningKey &key)
{
    return QString::fromStdString(key.privateFile.empty() ? key.key.fingerprint() : key.privateFile.string());
}

QString labelOf(const records::SigningKey &key)
{
    const QString where = key.isInAgent ? SignDialog::tr("in the agent") : safe(key.privateFile.string());
    return QStringLiteral("%1 · %2 · %3").arg(safe(key.comment, 60), where, QString::fromStdString(key.key.fingerprint()));
}

} // namespace

SignDialog::SignDialog(SigningSubject subject, QWidget *parent)
    : QDialog(parent)
    , m_subject(std::move(subject))
    , m_key(new QComboBox(this))
    , m_id(new QLineEdit(this))
    , m_missing(new QListWidget(this))
    , m_words(readOnlyText("signWords", tr("What the record says"), this))
    , m_bytes(readOnlyText("signBytes", tr("The record as it is signed"), this))
    , m_digest(plainLabel("signDigest", this))
    , m_status(plainLabel("signStatus", this))
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
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("signTexts"));
    tabs->tabBar()->setDrawBase(false);
    tabs->addTab(m_words, tr("In words"));
    tabs->addTab(m_bytes, tr("Exact bytes"));
    layout->addWidget(tabs, 1);
    layout->addWidget(m_digest);
    layout->addWidget(m_status);
    m_progress->setObjectName(QStringLiteral("signProgress"));
    m_progress->setAccessibleName(tr("Progress of signing"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    layout->addWidget(m_progress);
    m_buttons->setObjectName(QStringLiteral("signButtons"));
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("signCancel"));
    m_sign->setObjectName(QStringLiteral("signButton"));
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SignDialog::sign);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingRestMs);
    connect(m_typing, &QTimer::timeout, this, &SignDialog::prepare);
    for (Job *job : {&m_listing, &m_drafting, &m_signing}) {
        connect(job, &Job::started, this, &SignDialog::showBusy);
        connect(job, &Job::finished, this, &SignDialog::showBusy);
    }
    showBusy();
    listKeys();
}

void SignDialog::buildSummary(QFormLayout *form)
{
    const Change &change = m_subject.report->analysis.change;
    auto *title = plainLabel("signTitle", this);
    title->setText(safe(change.title, 300));
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    form->addRow(tr("Change"), title);
    m_missing->setObjectName(QStringLiteral("signMissing"));
    m_missing->setAccessibleName(tr("What is missing"));
    m_missing->setWordWrap(true);
    m_missing->setSelectionMode(QAbstractItemView::NoSelection);
    m_missing->setMaximumHeight(96);
    const auto missing =
        m_subject.kind == records::RecordKind::Approve ? workbench::missingParts(m_subject.state) : std::vector<Message>();
    for (const auto &part : missing)
        m_missing->addItem(words(part));
    if (missing.empty())
        m_missing->addItem(tr("Nothing"));
    form->addRow(tr("Missing"), m_missing);
}

void SignDialog::buildTexts(QFormLayout *form)
{
    m_key->setObjectName(QStringLiteral("signKey"));
    m_key->setAccessibleName(tr("Key to sign with"));
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *choose = new QPushButton(tr("Key file…"), this);
    choose->setObjectName(QStringLiteral("signKeyFile"));
    connect(choose, &QPushButton::clicked, this, &SignDialog::chooseKeyFile);
    auto *keys = new QHBoxLayout;
    keys->addWidget(m_key, 1);
    keys->addWidget(choose);
    form->addRow(tr("Key"), keys);
    m_id->setObjectName(QStringLiteral("signId"));
    m_id->setAccessibleName(tr("Who signs, as allowed_signers names it"));
    form->addRow(tr("As"), m_id);
    m_bytes->setFont(codeFont(9));
    m_bytes->setWordWrapMode(QTextOption::WrapAnywhere);
    connect(m_key, &QComboBox::activated, this, [this] {
        m_id->clear(); // the address belongs to the key
        prepare();
    });
    connect(m_id, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
}

void SignDialog::listKeys()
{
    using Keys = std::pair<std::vector<records::SigningKey>, std::string>;
    m_listing.start(
        [workspace = m_subject.workspace](const std::stop_token &stop, const ProgressCallback &) -> Result<Keys> {
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
                showError(found.error());
                return;
            }
            const auto &[keys, configured] = *found;
            if (!configured.empty())
                m_key->addItem(tr("As git is configured: %1").arg(safe(configured, 120)), QString());
            for (const auto &key : keys)
                m_key->addItem(labelOf(key), nameOf(key));
            prepare();
        });
}

void SignDialog::chooseKeyFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Private or public key file"));
    if (file.isEmpty())
        return;
    m_key->addItem(safe(file.toStdString()), file);
    m_key->setCurrentIndex(m_key->count() - 1);
    m_id->clear();
    prepare();
}

void SignDialog::prepare()
{
    m_prepared.reset();
    m_typing->stop();
    if (m_signed)
        return;
    const workbench::SigningChoice choice{
        m_key->currentData().toString().toStdString(), m_id->text().trimmed().toStdString(), {}};
    m_drafting.start(
        [subject = m_subject, choice](const std::stop_token &stop, const ProgressCallback &) -> Result<Prepared> {
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
                                         stop);
            if (!draft)
                return std::unexpected(draft.error());
            return Prepared{std::move(*signatory), std::move(*draft)};
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
    m_status->clear();
    showBusy();
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
        [workspace = m_subject.workspace, prepared = *m_prepared, environment = askingEnvironment()](
            const std::stop_token &stop, const ProgressCallback &) -> Result<workbench::SignedRecord> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            records::SignOptions options;
            options.environment = environment;
            return workbench::signAndAppend(*repository, prepared.draft, prepared.signatory, records::SystemProcessRunner(),
                                            options, stop);
        },
        [this](Result<workbench::SignedRecord> done) {
            if (!done) {
                showError(done.error());
                return;
            }
            m_signed = std::move(*done);
            m_status->setText(tr("Signed and recorded as number %1 of the ledger.").arg(m_signed->leaf.index + 1));
            m_sign->hide();
            m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Close"));
            for (QWidget *widget : {static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_id)})
                widget->setEnabled(false);
            emit recorded();
        });
}

void SignDialog::showBusy()
{
    m_progress->setVisible(isBusy());
    if (!m_signed)
        m_sign->setEnabled(m_prepared && !isBusy());
}

} // namespace countersign::ui
