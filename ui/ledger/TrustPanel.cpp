// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TrustPanel.h"

#include "../Words.h"
#include "../style/Parts.h"
#include "../style/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::ui
{

namespace
{

QString keyWords(const records::RosterKey &key)
{
    QString text =
        QStringLiteral("%1 %2").arg(QString::fromUtf8(name(key.key.type())), QString::fromStdString(key.key.fingerprint()));
    if (key.key.isSecurityKey())
        text += TrustPanel::tr(", on a token");
    if (key.validAfter)
        text += TrustPanel::tr(", from %1").arg(day(*key.validAfter));
    if (key.validBefore)
        text += TrustPanel::tr(", until %1").arg(day(*key.validBefore));
    if (key.revokedAt)
        text += TrustPanel::tr(", revoked as of %1: %2").arg(day(*key.revokedAt), safe(key.reason));
    return text;
}

} // namespace

TrustPanel::TrustPanel(QWidget *parent)
    : QWidget(parent)
    , m_pin(plainLabel(QStringLiteral("trustPin"), this))
    , m_shownFingerprint(copyableLabel(QStringLiteral("trustFingerprint"), this))
    , m_copy(button(QStringLiteral("trustCopy"), tr("Copy"), this))
    , m_pinButton(button(QStringLiteral("trustPinButton"), tr("Compare and pin…"), this))
    , m_setUp(button(QStringLiteral("trustSetUp"), tr("Set up roster and policy…"), this))
    , m_roster(plainLabel(QStringLiteral("trustRoster"), this))
    , m_people(wrappingList(QStringLiteral("trustPeople"), tr("People of the roster with their roles and keys"), this))
    , m_checkpoint(plainLabel(QStringLiteral("trustCheckpoint"), this))
    , m_sign(button(QStringLiteral("trustSign"), tr("Sign a checkpoint…"), this))
    , m_problems(wrappingList(QStringLiteral("trustProblems"), tr("Problems and notes of the ledger"), this))
{
    setObjectName(QStringLiteral("trustPanel"));
    m_shownFingerprint->setFont(codeFont(9));
    m_shownFingerprint->setAccessibleName(tr("Fingerprint of the first roster"));
    auto *buttons = new QHBoxLayout;
    for (QWidget *widget : {m_copy, m_pinButton, m_setUp})
        buttons->addWidget(widget);
    buttons->addStretch();
    auto *sign = new QHBoxLayout;
    sign->addWidget(m_sign);
    sign->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(headingLabel(QStringLiteral("trustPinTitle"), this, tr("Fingerprint of the first roster")));
    layout->addWidget(m_shownFingerprint);
    layout->addWidget(m_pin);
    layout->addLayout(buttons);
    layout->addWidget(headingLabel(QStringLiteral("trustRosterTitle"), this, tr("Roster")));
    layout->addWidget(m_roster);
    layout->addWidget(m_people, 2);
    layout->addWidget(headingLabel(QStringLiteral("trustCheckpointTitle"), this, tr("Checkpoint")));
    layout->addWidget(m_checkpoint);
    layout->addLayout(sign);
    layout->addWidget(headingLabel(QStringLiteral("trustProblemsTitle"), this, tr("State of the ledger")));
    layout->addWidget(m_problems, 1);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromStdString(m_fingerprint)); });
    connect(m_pinButton, &QPushButton::clicked, this, &TrustPanel::askForPin);
    connect(m_sign, &QPushButton::clicked, this, &TrustPanel::checkpointRequested);
    connect(m_setUp, &QPushButton::clicked, this, &TrustPanel::setUpRequested);
    clear();
}

void TrustPanel::clear()
{
    m_fingerprint.clear();
    m_pin->setText(tr("Nothing was read yet."));
    for (QLabel *label : {m_shownFingerprint, m_roster, m_checkpoint})
        label->clear();
    for (QListWidget *widget : {m_people, m_problems})
        widget->clear();
    for (QWidget *widget : {m_copy, m_pinButton, m_setUp, m_sign})
        widget->setVisible(false);
}

void TrustPanel::setLedger(const workbench::KnownLedger &known, bool canChange)
{
    clear();
    const auto &verdict = known.verdict;
    m_shownFingerprint->setVisible(verdict.trust.has_value());
    if (verdict.trust) {
        m_fingerprint = verdict.trust->fingerprint();
        showPin(verdict);
        showPeople(*verdict.trust);
    } else {
        m_pin->setText(
            known.ledger.rosters.empty()
                ? tr("This ledger has no roster: whose signatures count is what allowed_signers says, and everybody is "
                     "a reviewer.")
                : tr("The roster of this ledger does not count; see below why."));
    }
    m_copy->setVisible(verdict.trust.has_value());
    m_pinButton->setVisible(canChange && verdict.trust && !verdict.isPinned);
    m_setUp->setVisible(canChange && known.ledger.rosters.empty());
    m_sign->setVisible(canChange && verdict.trust.has_value());
    showCheckpoint(known);
    showState(verdict);
}

void TrustPanel::showPin(const records::LedgerVerdict &verdict)
{
    m_shownFingerprint->setText(QString::fromStdString(m_fingerprint));
    m_pin->setText(verdict.isPinned ? tr("✓ It is the one that is pinned on this machine.")
                                    : tr("○ Not pinned here, so no gate opens. Compare it with a maintainer, on another way than "
                                         "git, then pin it."));
}

void TrustPanel::showPeople(const records::TrustRoot &trust)
{
    const auto &roster = trust.roster();
    m_roster->setText(
        tr("Version %1 of repository %2, good until %3. The next version takes the signatures of %n maintainer(s).", nullptr,
           static_cast<int>(roster.threshold))
            .arg(QString::number(roster.version), QString::fromStdString(roster.repositoryId), day(roster.expiresAt)));
    for (const auto &person : roster.people) {
        QStringList lines{QStringLiteral("%1 · %2").arg(safe(person.id), joined(person.roles))};
        if (!person.addresses.empty())
            lines << tr("also commits as %1").arg(joined(person.addresses));
        for (const auto &key : person.keys)
            lines << keyWords(key);
        m_people->addItem(lines.join(QLatin1Char('\n')));
    }
}

void TrustPanel::showCheckpoint(const workbench::KnownLedger &known)
{
    const auto &verdict = known.verdict;
    if (!verdict.checkpoint) {
        m_checkpoint->setText(tr("None yet. A signed checkpoint shows later that nothing was cut off the log."));
        return;
    }
    m_checkpoint->setText(
        tr("%1 of %2 entries, signed by %3.")
            .arg(QString::number(verdict.checkpoint->size), QString::number(verdict.head.size), joined(verdict.cosigners)));
}

void TrustPanel::showState(const records::LedgerVerdict &verdict)
{
    for (const auto &problem : verdict.problems)
        m_problems->addItem(QStringLiteral("✗ %1 (%2)").arg(words(problem.what), QString::fromUtf8(name(problem.failure))));
    for (const auto &note : verdict.notes)
        m_problems->addItem(QStringLiteral("○ %1").arg(words(note)));
    if (m_problems->count() == 0)
        m_problems->addItem(tr("✓ Log, chains and rosters hold."));
}

/// The person enters what a maintainer told; what is on the screen proves nothing.
void TrustPanel::askForPin()
{
    bool isGiven = false;
    const QString told = QInputDialog::getText(this, tr("Compare and pin"),
                                               tr("The fingerprint as a maintainer told you, on another way than git:"),
                                               QLineEdit::Normal, {}, &isGiven);
    if (isGiven && !told.trimmed().isEmpty())
        emit pinRequested(told.trimmed());
}

} // namespace countersign::ui
