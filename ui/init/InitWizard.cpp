// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "InitWizard.h"

#include "InitPages.h"

#include "../SavedFile.h"
#include "../Words.h"
#include "../sign/Askpass.h"
#include "../style/Parts.h"
#include "../style/Theme.h"

#include "core/Clock.h"
#include "records/Process.h"
#include "records/Random.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace countersign::ui
{

namespace
{

/// Last page but one: what will be signed; leaving it signs.
class SignPage : public QWizardPage
{
public:
    explicit SignPage(InitWizard *wizard)
        : QWizardPage(wizard)
        , m_wizard(wizard)
        , m_summary(new QListWidget(this))
        , m_status(plainLabel(QStringLiteral("initSignStatus"), this))
        , m_progress(new QProgressBar(this))
    {
        setObjectName(QStringLiteral("initSignPage"));
        setTitle(InitWizard::tr("Sign"));
        setSubTitle(InitWizard::tr("Nothing was written so far. Sign puts the roster and the policy into the ledger."));
        setCommitPage(true);
        setButtonText(QWizard::CommitButton, InitWizard::tr("Sign"));
        m_summary->setObjectName(QStringLiteral("initSummary"));
        m_summary->setAccessibleName(InitWizard::tr("What will be signed"));
        m_summary->setWordWrap(true);
        m_progress->setObjectName(QStringLiteral("initProgress"));
        m_progress->setAccessibleName(InitWizard::tr("Progress of signing"));
        m_progress->setRange(0, 0);
        m_progress->setTextVisible(false);
        m_progress->hide();
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(m_summary, 1);
        layout->addWidget(m_status);
        layout->addWidget(m_progress);
        connect(wizard, &InitWizard::failed, this, [this](const QString &why) { m_status->setText(why); });
        for (const auto change : {&Job::started, &Job::finished}) {
            connect(&wizard->job(), change, this, [this] {
                m_progress->setVisible(m_wizard->job().isRunning());
                emit completeChanged();
            });
        }
    }

    void initializePage() override
    {
        const auto choice = m_wizard->choice();
        m_summary->clear();
        m_status->clear();
        m_summary->addItem(InitWizard::tr("%1 · maintainer, %2").arg(safe(choice.person), joined(choice.roles)));
        for (const auto &other : choice.others)
            m_summary->addItem(QStringLiteral("%1 · %2").arg(safe(other.id), joined(other.roles)));
        m_summary->addItem(InitWizard::tr("%n maintainer(s) sign a roster", nullptr, static_cast<int>(choice.threshold)));
        const auto policy = records::parsePolicy(choice.policyText, "policy.toml");
        m_summary->addItem(InitWizard::tr("Policy: %n rule(s) beside what holds for every change; SHA-256 %1", nullptr,
                                          policy ? static_cast<int>(policy->rules.size()) : 0)
                               .arg(policy ? QString::fromStdString(policy->sha256) : QString()));
        m_summary->addItem(InitWizard::tr("Signed with %1")
                               .arg(m_wizard->key().isEmpty() ? InitWizard::tr("the key that git is configured with")
                                                              : safe(m_wizard->key().toStdString())));
    }

    [[nodiscard]] bool isComplete() const override { return !m_wizard->job().isRunning(); }

    bool validatePage() override
    {
        if (m_wizard->proposal())
            return true;
        m_status->setText(InitWizard::tr("Waiting for ssh-keygen …"));
        m_wizard->sign(); // the next page follows when it is done
        return false;
    }

private:
    InitWizard *m_wizard;
    QListWidget *m_summary;
    QLabel *m_status;
    QProgressBar *m_progress;
};

/// Last page: the fingerprint that everybody else pins.
class DonePage : public QWizardPage
{
public:
    explicit DonePage(InitWizard *wizard)
        : QWizardPage(wizard)
        , m_wizard(wizard)
        , m_text(plainLabel(QStringLiteral("initDoneText"), this))
        , m_fingerprint(copyableLabel(QStringLiteral("initFingerprint"), this))
        , m_command(copyableLabel(QStringLiteral("initCommand"), this))
        , m_save(button(QStringLiteral("initSave"), InitWizard::tr("Save for the others…"), this))
    {
        setObjectName(QStringLiteral("initDonePage"));
        QFont font = codeFont(12);
        font.setWeight(QFont::DemiBold);
        m_fingerprint->setFont(font);
        m_fingerprint->setAccessibleName(InitWizard::tr("Fingerprint of the roster"));
        m_command->setFont(codeFont(9));
        auto *copy = button(QStringLiteral("initCopy"), InitWizard::tr("Copy the fingerprint"), this);
        connect(copy, &QPushButton::clicked, this,
                [this] { QGuiApplication::clipboard()->setText(m_fingerprint->text().remove(QLatin1Char(' '))); });
        connect(m_save, &QPushButton::clicked, this, [this] { save(); });
        auto *buttons = new QHBoxLayout;
        buttons->addWidget(copy);
        buttons->addWidget(m_save);
        buttons->addStretch();
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(m_fingerprint);
        layout->addLayout(buttons);
        layout->addSpacing(8);
        layout->addWidget(m_text);
        layout->addWidget(m_command);
        layout->addStretch();
    }

    void initializePage() override
    {
        const auto &proposal = *m_wizard->proposal();
        const bool isDone = proposal.leaf.has_value();
        setTitle(isDone ? InitWizard::tr("Done") : InitWizard::tr("Others have to sign"));
        const QString id = QString::fromStdString(proposal.roster.id);
        QStringList groups;
        for (qsizetype i = 0; i < id.size(); i += 8)
            groups << id.mid(i, 8);
        m_fingerprint->setText(groups.join(QLatin1Char(' ')));
        m_save->setVisible(!isDone);
        if (isDone) {
            m_text->setText(InitWizard::tr(
                "This is the fingerprint of the roster. Everybody else compares it with you, on another way than git (aloud, on "
                "paper), and pins it once, in Ledger under Trust or with the command below. Until then no gate opens for them. "
                "Share the ledger with Push."));
            m_command->setText(QStringLiteral("countersign roster pin ") + id);
        } else {
            m_text->setText(InitWizard::tr("It still takes %n signature(s) of: %1. Save roster and policy, and let them run the "
                                           "command below. Nothing is in the ledger before.",
                                           nullptr, static_cast<int>(proposal.missing.ofNext))
                                .arg(joined(proposal.missing.candidates)));
            m_command->setText(QStringLiteral("countersign roster sign roster-1.dsse.json --policy policy.toml"));
        }
    }

private:
    void save()
    {
        const QString folder = QFileDialog::getExistingDirectory(this, InitWizard::tr("Folder for roster and policy"));
        if (folder.isEmpty())
            return;
        const auto write = [&folder](const char *name, const std::string &text) {
            return writeWhole(folder + QLatin1Char('/') + QString::fromLatin1(name), text).has_value();
        };
        const bool isSaved = write("roster-1.dsse.json", m_wizard->proposal()->roster.envelope)
            && write("policy.toml", m_wizard->choice().policyText);
        m_text->setText(isSaved ? InitWizard::tr("Saved in %1.").arg(safe(folder.toStdString()))
                                : InitWizard::tr("Nothing can be written into %1.").arg(safe(folder.toStdString())));
    }

    InitWizard *m_wizard;
    QLabel *m_text;
    QLabel *m_fingerprint;
    QLabel *m_command;
    QPushButton *m_save;
};

} // namespace

InitWizard::InitWizard(std::shared_ptr<Workspace> workspace, QWidget *parent)
    : QWizard(parent)
    , m_workspace(std::move(workspace))
    , m_you(new InitYouPage(m_workspace, this))
    , m_people(new InitPeoplePage(this))
    , m_policy(new InitPolicyPage(this))
{
    setObjectName(QStringLiteral("initWizard"));
    setWindowTitle(tr("Set up roster and policy"));
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnLastPage);
    setOption(QWizard::NoCancelButtonOnLastPage);
    resize(820, 640);
    for (QWizardPage *page :
         {static_cast<QWizardPage *>(m_you), static_cast<QWizardPage *>(m_people), static_cast<QWizardPage *>(m_policy),
          static_cast<QWizardPage *>(new SignPage(this)), static_cast<QWizardPage *>(new DonePage(this))})
        addPage(page);
}

workbench::InitChoice InitWizard::choice() const
{
    workbench::InitChoice choice{m_you->person(), m_you->roles(), m_you->addresses(), m_policy->policyText()};
    choice.others = m_people->people();
    choice.threshold = m_people->threshold();
    return choice;
}

QString InitWizard::key() const
{
    return m_you->key();
}

bool InitWizard::isBusy() const
{
    return m_you->isBusy() || m_signing.isRunning();
}

void InitWizard::sign()
{
    m_signing.start(
        [workspace = m_workspace, choice = choice(), key = key().toStdString(), environment = askingEnvironment()](
            const std::stop_token &stop, const ProgressCallback &) -> Result<workbench::RosterProposal> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            const records::SystemProcessRunner runner;
            const SystemClock clock;
            const auto signatory = workbench::findSignatory(*repository, {key, choice.person, {}}, runner, clock.now(), stop);
            if (!signatory)
                return std::unexpected(signatory.error());
            records::SystemRandom random;
            const auto roster = workbench::draftFirstRoster(*repository, choice, signatory->key.key, clock, random, stop);
            if (!roster)
                return std::unexpected(roster.error());
            records::SignOptions options;
            options.environment = environment;
            return workbench::signRoster(*repository, *roster, choice.policyText, signatory->key, runner, options, stop);
        },
        [this](Result<workbench::RosterProposal> done) {
            if (!done) {
                emit failed(words(done.error()));
                return;
            }
            m_proposal = std::move(*done);
            emit signedRoster();
            next();
        });
}

void InitWizard::done(int result)
{
    m_signing.cancel();
    QWizard::done(result);
}

} // namespace countersign::ui
