// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "InitPages.h"

#include "InitWizard.h"

#include "../Words.h"
#include "../sign/KeyBox.h"
#include "../style/Fields.h"
#include "../style/Parts.h"

#include "records/AllowedSigners.h"
#include "workbench/KnownLedger.h"
#include "workbench/ReviewDesk.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui
{

namespace
{

QCheckBox *checkBox(const char *name, const QString &text, bool isChecked, QWidget *parent)
{
    auto *box = new QCheckBox(text, parent);
    box->setObjectName(QString::fromLatin1(name));
    box->setChecked(isChecked);
    return box;
}

QString nameProblem(const std::string &name)
{
    return records::isPrincipal(name) ? QString()
                                      : InitYouPage::tr("A name is 1 to 64 of a-z 0-9 . _ + @ - (best: the e-mail address).");
}

} // namespace

InitYouPage::InitYouPage(std::shared_ptr<Workspace> workspace, QWidget *parent)
    : QWizardPage(parent)
    , m_workspace(std::move(workspace))
    , m_person(lineEdit(QStringLiteral("initPerson"), tr("Your name on the roster"), this))
    , m_addresses(lineEdit(QStringLiteral("initAddresses"), tr("Further addresses that you commit with"), this))
    , m_reviewer(checkBox("initReviewer", tr("reviewer: approves changes"), true, this))
    , m_senior(checkBox("initSenior", tr("senior: approves what an AI wrote and what reaches far"), true, this))
    , m_key(new KeyBox(QStringLiteral("init"), this))
    , m_problem(plainLabel(QStringLiteral("initProblem"), this))
{
    setObjectName(QStringLiteral("initYouPage"));
    setTitle(tr("You"));
    setSubTitle(tr("The roster says who may sign what in %1. You are its first maintainer.").arg(safe(m_workspace->name())));
    m_person->setPlaceholderText(QStringLiteral("alice@example.com"));
    m_addresses->setPlaceholderText(tr("separated by blanks; may stay empty"));
    auto *maintainer = checkBox("initMaintainer", tr("maintainer: signs rosters and policies"), true, this);
    maintainer->setEnabled(false);
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Name"), m_person);
    form->addRow(tr("Also"), m_addresses);
    form->addRow(tr("Roles"), maintainer);
    form->addRow(QString(), m_reviewer);
    form->addRow(QString(), m_senior);
    form->addRow(tr("Key"), m_key);
    form->addRow(m_problem);
    for (QLineEdit *edit : {m_person, m_addresses})
        connect(edit, &QLineEdit::textChanged, this, &InitYouPage::explain);
    connect(m_key, &KeyBox::changed, this, [this] {
        m_hasKeys = true;
        explain();
    });
    connect(m_key, &KeyBox::failed, this, [this](const Error &error) { m_problem->setText(words(error)); });
    m_key->load(m_workspace);
    read();
}

/// The address that git knows, and whether there is a roster already.
void InitYouPage::read()
{
    struct Found {
        std::string address;
        bool hasRoster = false;
    };
    m_reading.start(
        [workspace = m_workspace](const std::stop_token &stop, const ProgressCallback &) -> Result<Found> {
            const auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            const auto trust = workbench::readTrust(*repository, stop);
            if (!trust)
                return std::unexpected(trust.error());
            return Found{workbench::reviewerOf(*repository), trust->has_value()};
        },
        [this](const Result<Found> &found) {
            if (!found)
                m_refusal = words(found.error());
            else if (found->hasRoster)
                m_refusal = tr("The repository has a roster already: see Ledger, Trust.");
            else if (m_person->text().isEmpty())
                m_person->setText(QString::fromStdString(found->address).toLower());
            explain();
        });
}

bool InitYouPage::isBusy() const
{
    return m_reading.isRunning() || m_key->isBusy();
}

void InitYouPage::explain()
{
    if (m_refusal)
        m_problem->setText(*m_refusal);
    else
        m_problem->setText(m_person->text().isEmpty() ? QString() : nameProblem(person()));
    emit completeChanged();
}

bool InitYouPage::isComplete() const
{
    return !m_refusal && m_hasKeys && records::isPrincipal(person());
}

std::string InitYouPage::person() const
{
    return m_person->text().trimmed().toStdString();
}

std::vector<std::string> InitYouPage::roles() const
{
    std::vector<std::string> roles;
    if (m_reviewer->isChecked())
        roles.emplace_back("reviewer");
    if (m_senior->isChecked())
        roles.emplace_back("senior");
    if (roles.empty()) // none at all would mean the usual ones
        roles.emplace_back(records::maintainerRole);
    return roles;
}

std::vector<std::string> InitYouPage::addresses() const
{
    std::vector<std::string> out;
    for (const auto &one : m_addresses->text().toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        out.push_back(one.toStdString());
    return out;
}

QString InitYouPage::key() const
{
    return m_key->key();
}

InitPeoplePage::InitPeoplePage(QWidget *parent)
    : QWizardPage(parent)
    , m_list(new QListWidget(this))
    , m_name(lineEdit(QStringLiteral("initOtherName"), tr("Name of the person"), this))
    , m_key(lineEdit(QStringLiteral("initOtherKey"), tr("Public key of the person"), this))
    , m_senior(checkBox("initOtherSenior", tr("senior"), false, this))
    , m_maintainer(checkBox("initOtherMaintainer", tr("maintainer"), false, this))
    , m_threshold(new QSpinBox(this))
    , m_problem(plainLabel(QStringLiteral("initOtherProblem"), this))
{
    setObjectName(QStringLiteral("initPeoplePage"));
    setTitle(tr("Others"));
    setSubTitle(tr("Who else is on the first roster? Nobody has to be: a maintainer can add people at any time."));
    m_list->setObjectName(QStringLiteral("initOthers"));
    m_list->setAccessibleName(tr("People on the first roster besides you"));
    m_name->setPlaceholderText(QStringLiteral("bob@example.com"));
    m_key->setPlaceholderText(QStringLiteral("ssh-ed25519 AAAA…"));
    m_threshold->setObjectName(QStringLiteral("initThreshold"));
    m_threshold->setAccessibleName(tr("Maintainers who sign a roster"));
    m_threshold->setRange(1, 1);
    auto *add = button(QStringLiteral("initOtherAdd"), tr("Add"), this);
    auto *remove = button(QStringLiteral("initOtherRemove"), tr("Remove"), this);
    connect(add, &QPushButton::clicked, this, &InitPeoplePage::add);
    connect(m_key, &QLineEdit::returnPressed, this, &InitPeoplePage::add);
    connect(remove, &QPushButton::clicked, this, &InitPeoplePage::remove);
    auto *entry = new QHBoxLayout;
    entry->addWidget(m_name, 1);
    entry->addWidget(m_key, 2);
    for (QWidget *widget : {static_cast<QWidget *>(m_senior), static_cast<QWidget *>(m_maintainer), static_cast<QWidget *>(add),
                            static_cast<QWidget *>(remove)})
        entry->addWidget(widget);
    auto *form = new QFormLayout;
    form->addRow(tr("Maintainers who sign a roster"), m_threshold);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(entry);
    layout->addWidget(m_problem);
    layout->addWidget(m_list, 1);
    layout->addLayout(form);
}

void InitPeoplePage::say(const QString &problem)
{
    m_problem->setText(problem);
}

void InitPeoplePage::add()
{
    const auto name = m_name->text().trimmed().toStdString();
    const auto *all = qobject_cast<const InitWizard *>(wizard());
    if (const QString problem = nameProblem(name); !problem.isEmpty())
        return say(problem);
    if (all->choice().person == name || std::ranges::contains(m_people, name, &workbench::InitPerson::id))
        return say(tr("%1 is on the roster already.").arg(safe(name)));
    auto key = records::PublicKey::fromLine(m_key->text().trimmed().toStdString());
    if (!key)
        return say(words(key.error().what));
    if (std::ranges::contains(m_people, *key, &workbench::InitPerson::key))
        return say(tr("This key belongs to somebody else on the roster."));
    workbench::InitPerson person{name, {"reviewer"}, std::move(*key)};
    if (m_senior->isChecked())
        person.roles.emplace_back("senior");
    if (m_maintainer->isChecked())
        person.roles.emplace_back(records::maintainerRole);
    m_people.push_back(std::move(person));
    m_name->clear();
    m_key->clear();
    m_name->setFocus();
    fill();
}

void InitPeoplePage::remove()
{
    const int row = m_list->currentRow() >= 0 ? m_list->currentRow() : m_list->count() - 1;
    if (row < 0)
        return;
    m_people.erase(m_people.begin() + row);
    fill();
}

void InitPeoplePage::fill()
{
    say({});
    m_list->clear();
    int maintainers = 1;
    for (const auto &person : m_people) {
        QStringList roles;
        for (const auto &role : person.roles)
            roles << safe(role);
        m_list->addItem(
            QStringLiteral("%1 · %2 · %3")
                .arg(safe(person.id), roles.join(QStringLiteral(", ")), QString::fromStdString(person.key.fingerprint())));
        maintainers += std::ranges::contains(person.roles, records::maintainerRole) ? 1 : 0;
    }
    m_threshold->setMaximum(maintainers);
}

std::uint64_t InitPeoplePage::threshold() const
{
    return static_cast<std::uint64_t>(m_threshold->value());
}

} // namespace countersign::ui
