// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RosterSettings.h"

#include "../SavedFile.h"
#include "../Words.h"
#include "../sign/Askpass.h"
#include "../sign/KeyDialog.h"
#include "../style/Parts.h"

#include "core/Clock.h"
#include "records/Process.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace countersign::ui
{

namespace
{

enum Column { PersonColumn, RolesColumn, KeyColumn, StateColumn, Columns };
constexpr int personRole = Qt::UserRole;
constexpr int fingerprintRole = Qt::UserRole + 1;

QString stateWords(const records::RosterKey &key, std::int64_t now)
{
    if (key.revokedAt)
        return RosterSettings::tr("✗ revoked as of %1: %2").arg(day(*key.revokedAt), safe(key.reason, 120));
    if (key.validAfter && now < *key.validAfter)
        return RosterSettings::tr("○ from %1").arg(day(*key.validAfter));
    if (!key.validBefore)
        return RosterSettings::tr("✓ counts");
    return (now < *key.validBefore ? RosterSettings::tr("✓ until %1") : RosterSettings::tr("○ ended on %1"))
        .arg(day(*key.validBefore));
}

Result<std::string> readProposalFile(const QString &name)
{
    constexpr qint64 mostBytes = 1024LL * 1024;
    QFile file(name);
    const auto bytes = file.open(QIODevice::ReadOnly) ? file.read(mostBytes + 1) : QByteArray();
    if (bytes.isEmpty() || bytes.size() > mostBytes)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file cannot be read, or is too large.")),
                    name.toStdString(), Message(QT_TRANSLATE_NOOP("app", "Check its name and its permissions.")));
    return bytes.toStdString();
}

} // namespace

RosterSettings::RosterSettings(QWidget *parent)
    : QWidget(parent)
    , m_origin(plainLabel(QStringLiteral("rosterOrigin"), this))
    , m_setUp(button(QStringLiteral("rosterSetUp"), tr("Set up roster and policy…"), this))
    , m_table(new QTableWidget(0, Columns, this))
    , m_nextTitle(headingLabel(QStringLiteral("rosterNextTitle"), this))
    , m_changes(wrappingList(QStringLiteral("rosterChanges"), tr("What the next version changes"), this))
    , m_sign(button(QStringLiteral("rosterSign"), tr("Sign…"), this))
    , m_save(button(QStringLiteral("rosterSave"), tr("Save for the others…"), this))
    , m_discard(button(QStringLiteral("rosterDiscard"), tr("Discard"), this))
    , m_openProposal(button(QStringLiteral("rosterOpenProposal"), tr("Open a proposal…"), this))
    , m_status(plainLabel(QStringLiteral("rosterStatus"), this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("rosterSettings"));
    build();
    connect(m_setUp, &QPushButton::clicked, this, &RosterSettings::setUpRequested);
    connect(m_sign, &QPushButton::clicked, this, &RosterSettings::sign);
    connect(m_save, &QPushButton::clicked, this, &RosterSettings::saveProposal);
    connect(m_discard, &QPushButton::clicked, this, &RosterSettings::discard);
    connect(m_openProposal, &QPushButton::clicked, this, &RosterSettings::openProposal);
    for (Job *job : {&m_reading, &m_working}) {
        connect(job, &Job::started, this, &RosterSettings::showBusy);
        connect(job, &Job::finished, this, &RosterSettings::showBusy);
    }
    open(nullptr);
}

void RosterSettings::build()
{
    m_table->setObjectName(QStringLiteral("rosterTable"));
    m_table->setAccessibleName(tr("People of the roster with their roles and keys"));
    m_table->setHorizontalHeaderLabels({tr("Person"), tr("Roles"), tr("Key"), tr("State")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    showAsRows(m_table, fontMetrics().height() + 14);
    for (const auto &[column, width] : {std::pair(PersonColumn, 220), std::pair(RolesColumn, 210), std::pair(KeyColumn, 420)})
        m_table->setColumnWidth(column, width);
    m_table->horizontalHeader()->setSectionResizeMode(StateColumn, QHeaderView::Stretch);
    m_progress->setObjectName(QStringLiteral("rosterProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_sign->setProperty("primary", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 12);
    layout->addWidget(m_origin);
    layout->addWidget(m_setUp, 0, Qt::AlignLeft);
    layout->addWidget(m_table, 3);
    addButtons(layout);
    layout->addWidget(m_nextTitle);
    layout->addWidget(m_changes, 2);
    auto *actions = new QHBoxLayout;
    for (QWidget *widget : {static_cast<QWidget *>(m_sign), static_cast<QWidget *>(m_save), static_cast<QWidget *>(m_discard),
                            static_cast<QWidget *>(m_openProposal), static_cast<QWidget *>(m_progress)})
        actions->addWidget(widget);
    actions->addStretch();
    layout->addLayout(actions);
    layout->addWidget(m_status);
}

void RosterSettings::addButtons(QBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    const auto add = [this, row](const char *name, const QString &text, auto slot) {
        auto *made = button(QString::fromLatin1(name), text, this);
        connect(made, &QPushButton::clicked, this, slot);
        row->addWidget(made);
        m_edits.push_back(made);
    };
    add("rosterEnrol", tr("Add…"), [this] { edit(RosterEdit::Enrol); });
    add("rosterRotate", tr("New key…"), [this] { edit(RosterEdit::Rotate); });
    add("rosterRevoke", tr("Revoke…"), [this] { edit(RosterEdit::Revoke); });
    add("rosterExpire", tr("End…"), [this] { edit(RosterEdit::Expire); });
    add("rosterRoles", tr("Roles…"), [this] { edit(RosterEdit::Roles); });
    add("rosterThreshold", tr("Signatures…"), [this] { edit(RosterEdit::Threshold); });
    add("rosterRenew", tr("Renew"), &RosterSettings::renew);
    row->addStretch();
    layout->addLayout(row);
}

void RosterSettings::open(std::shared_ptr<Workspace> workspace)
{
    if (m_workspace != workspace) {
        m_working.cancel();
        m_draft.reset();
        m_proposal.reset();
        m_status->clear();
    }
    m_workspace = std::move(workspace);
    read();
}

void RosterSettings::read()
{
    m_reading.cancel();
    m_last.reset();
    m_table->setRowCount(0);
    m_setUp->hide();
    m_origin->setText(m_workspace ? tr("Reading …") : tr("Open a repository to see its roster."));
    showNext();
    if (!m_workspace)
        return;
    m_reading.start(
        [workspace = m_workspace](const std::stop_token &stop, const ProgressCallback &) -> Result<workbench::RosterStanding> {
            const auto repository = workspace->handle();
            return repository ? workbench::readStanding(*repository, stop) : std::unexpected(repository.error());
        },
        [this](const Result<workbench::RosterStanding> &standing) {
            if (standing)
                showStanding(*standing);
            else
                m_origin->setText(words(standing.error()));
        });
}

/// Somebody else was faster: what follows an older version would never count. It is named, so that it can be done again.
void RosterSettings::dropOutrun()
{
    const bool isDraftOut = m_draft && m_draft->previous != m_last->id;
    const bool isProposalOut = m_proposal && m_proposal->roster.roster.previous != m_last->id;
    if (!isDraftOut && !isProposalOut)
        return;
    m_draft.reset();
    m_proposal.reset();
    m_status->setText(
        tr("Another version came into force meanwhile. What was prepared here follows the one before and cannot count "
           "any more; do it again where it is still wanted:")
        + QStringLiteral("\n") + m_shown.join(QLatin1Char('\n')));
}

void RosterSettings::showStanding(const workbench::RosterStanding &standing)
{
    m_setUp->setVisible(!standing.trust);
    if (!standing.trust) {
        m_origin->setText(tr("The repository has no roster: everybody whom allowed_signers names is a reviewer."));
        return showNext();
    }
    m_last = standing.trust->rosters.back();
    const auto &roster = m_last->roster;
    dropOutrun();
    m_origin->setText(
        tr("Version %1, good until %2. The next version takes the signatures of %n maintainer(s). The first version is "
           "%3.",
           nullptr, static_cast<int>(roster.threshold))
            .arg(QString::number(roster.version), day(roster.expiresAt),
                 standing.isPinned ? tr("pinned on this machine") : tr("not pinned on this machine")));
    for (const auto &person : roster.people) {
        for (const auto &key : person.keys)
            addRow(person, key);
    }
    m_table->selectRow(0);
    showNext();
}

void RosterSettings::addRow(const records::RosterPerson &person, const records::RosterKey &key)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QString fingerprint = QString::fromStdString(key.key.fingerprint());
    const QStringList texts{safe(person.id), joined(person.roles),
                            QStringLiteral("%1 %2").arg(QString::fromUtf8(name(key.key.type())), fingerprint),
                            stateWords(key, SystemClock().now())};
    for (int column = 0; column < Columns; ++column) {
        auto *item = new QTableWidgetItem(texts[column]);
        item->setData(personRole, QString::fromStdString(person.id));
        item->setData(fingerprintRole, fingerprint);
        m_table->setItem(row, column, item);
    }
}

std::string RosterSettings::current(int role) const
{
    const auto *item = m_table->item(m_table->currentRow(), PersonColumn);
    return item ? item->data(role).toString().toStdString() : std::string();
}

void RosterSettings::edit(RosterEdit kind)
{
    if (!m_last)
        return;
    const auto draft = m_draft ? *m_draft : records::successor(*m_last, SystemClock().now());
    auto *dialog = new RosterEditDialog(kind, draft, current(personRole), current(fingerprintRole), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RosterEditDialog::changed, this, &RosterSettings::setDraft);
    dialog->open();
}

void RosterSettings::renew()
{
    if (m_last)
        setDraft(m_draft ? *m_draft : records::successor(*m_last, SystemClock().now()));
}

void RosterSettings::setDraft(const records::Roster &draft)
{
    m_draft = draft;
    m_status->clear();
    showNext();
    m_sign->setFocus();
}

void RosterSettings::discard()
{
    m_draft.reset();
    m_proposal.reset();
    m_status->clear();
    showNext();
    m_table->setFocus();
}

QString RosterSettings::waitingWords() const
{
    const auto &missing = m_proposal->missing;
    return tr("It still takes %1 signature(s) by the version before and %2 by its own. Who can sign: %3.")
        .arg(QString::number(missing.ofLast), QString::number(missing.ofNext), joined(missing.candidates));
}

/// The draft or the proposal in words.
void RosterSettings::showNext()
{
    m_changes->clear();
    const auto *next = m_proposal ? &m_proposal->roster.roster : m_draft ? &*m_draft : nullptr;
    if (m_last && next) {
        m_shown.clear();
        for (const auto &change : workbench::rosterChanges(&m_last->roster, *next))
            m_shown << words(change);
        m_changes->addItems(m_shown);
        m_nextTitle->setText(tr("Version %1, not in force yet").arg(next->version));
    } else {
        m_nextTitle->setText(tr("Next version"));
        m_changes->addItem(tr("Nothing is changed yet."));
    }
    if (m_proposal)
        m_status->setText(waitingWords());
    showBusy();
}

void RosterSettings::showBusy()
{
    const bool isIdle = !isBusy();
    m_progress->setVisible(!isIdle);
    for (auto *one : m_edits)
        one->setEnabled(isIdle && m_last && !m_proposal);
    m_openProposal->setEnabled(isIdle && m_last);
    m_sign->setEnabled(isIdle && m_last && (m_draft || m_proposal));
    m_save->setEnabled(isIdle && m_proposal);
    m_discard->setEnabled(isIdle && (m_draft || m_proposal));
}

void RosterSettings::sign()
{
    if (!m_workspace || (!m_draft && !m_proposal))
        return;
    auto *dialog = new KeyDialog(m_workspace, tr("Sign the roster"), tr("Signs the version exactly as it is shown."), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeyDialog::chosen, this, &RosterSettings::signWith);
    dialog->open();
}

void RosterSettings::signWith(const QString &key)
{
    m_status->setText(tr("Waiting for the signature …"));
    const auto envelope = m_proposal ? m_proposal->roster.envelope : std::string();
    m_working.start(
        [workspace = m_workspace, key = key.toStdString(), envelope, draft = m_draft, environment = askingEnvironment()](
            const std::stop_token &stop, const ProgressCallback &) -> Result<workbench::RosterProposal> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            const records::SystemProcessRunner runner;
            const auto signatory = workbench::findSignatory(*repository, {key, {}, {}}, runner, SystemClock().now(), stop);
            if (!signatory)
                return std::unexpected(signatory.error());
            records::SignOptions options;
            options.environment = environment;
            return envelope.empty() ? workbench::signRoster(*repository, *draft, {}, signatory->key, runner, options, stop)
                                    : workbench::cosignRoster(*repository, envelope, {}, signatory->key, runner, options, stop);
        },
        [this](Result<workbench::RosterProposal> done) { take(std::move(done)); });
}

/// What was signed or opened.
void RosterSettings::take(Result<workbench::RosterProposal> proposal)
{
    if (!proposal) {
        m_status->setText(words(proposal.error()));
        return;
    }
    m_draft.reset();
    if (!proposal->leaf) {
        m_proposal = std::move(*proposal);
        return showNext();
    }
    m_proposal.reset();
    m_status->setText(tr("Version %1 is in force. Share it with Push, on the page Ledger.").arg(proposal->roster.roster.version));
    read();
    emit rosterChanged();
}

void RosterSettings::openProposal()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Proposed version of the roster"), {}, tr("Proposed roster (*.dsse.json)"));
    if (!file.isEmpty())
        readProposal(file);
}

void RosterSettings::readProposal(const QString &file)
{
    if (!m_workspace)
        return;
    m_status->clear();
    m_working.start(
        [workspace = m_workspace, file](const std::stop_token &stop,
                                        const ProgressCallback &) -> Result<workbench::RosterProposal> {
            const auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            const auto envelope = readProposalFile(file);
            return envelope ? workbench::openProposal(*repository, *envelope, stop) : std::unexpected(envelope.error());
        },
        [this](Result<workbench::RosterProposal> opened) { take(std::move(opened)); });
}

void RosterSettings::saveProposal()
{
    if (!m_proposal)
        return;
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save for the others"), QStringLiteral("roster-%1.dsse.json").arg(m_proposal->roster.roster.version));
    if (!file.isEmpty())
        writeProposal(file);
}

void RosterSettings::writeProposal(const QString &file)
{
    if (!m_proposal)
        return;
    const auto written = writeWhole(file, m_proposal->roster.envelope);
    m_status->setText(
        written ? tr("Saved in %1. The others open it here, or run: countersign roster sign FILE").arg(safe(file.toStdString()))
                : words(written.error()));
}

} // namespace countersign::ui
