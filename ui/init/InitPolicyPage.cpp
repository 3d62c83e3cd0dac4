// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "InitPages.h"
#include "InitWizard.h"
#include "PolicyList.h"

#include "../Words.h"
#include "../style/Parts.h"

#include "workbench/PolicyWords.h"

#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace countersign::ui
{

namespace
{

constexpr qint64 mostPolicyBytes = 256 * 1024;

QSpinBox *spinBox(const char *name, const QString &accessibleName, std::uint64_t value, int most, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(accessibleName);
    box->setRange(1, most);
    box->setValue(static_cast<int>(value));
    return box;
}

} // namespace

InitPolicyPage::InitPolicyPage(QWidget *parent)
    : QWizardPage(parent)
    , m_words(new QListWidget(this))
    , m_note(plainLabel(QStringLiteral("initPolicyNote"), this))
{
    setObjectName(QStringLiteral("initPolicyPage"));
    setTitle(tr("Policy"));
    setSubTitle(tr("Who must approve what. All rules that apply to a change add up; it can be changed later."));
    const workbench::PolicyNumbers usual;
    m_reviewers = spinBox("initReviewers", tr("Reviewers of every change"), usual.reviewers, 9, this);
    m_seniors = spinBox("initSeniors", tr("Seniors for lines that an AI wrote or may have written"), usual.seniorsForAi, 9, this);
    m_reach = spinBox("initReach", tr("Seniors for a high blast radius"), usual.seniorsForReach, 9, this);
    m_days = spinBox("initDays", tr("Days that an approval counts"), usual.days, 365, this);
    auto *form = new QFormLayout;
    form->addRow(tr("Reviewers of every change"), m_reviewers);
    form->addRow(tr("Seniors for lines that an AI wrote or may have written"), m_seniors);
    form->addRow(tr("Seniors for a high blast radius"), m_reach);
    form->addRow(tr("Days that an approval counts"), m_days);
    for (QSpinBox *box : {m_reviewers, m_seniors, m_reach, m_days}) {
        connect(box, &QSpinBox::valueChanged, this, [this] {
            m_own.clear();
            m_problem.clear();
            showWords();
        });
    }
    m_words->setObjectName(QStringLiteral("initPolicyWords"));
    m_words->setAccessibleName(tr("The policy in words"));
    m_words->setWordWrap(true);
    m_words->setSpacing(3);
    auto *file = button(QStringLiteral("initPolicyFile"), tr("A policy of your own…"), this);
    connect(file, &QPushButton::clicked, this, &InitPolicyPage::chooseFile);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(file);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addLayout(buttons);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_note);
}

void InitPolicyPage::initializePage()
{
    showWords();
}

std::string InitPolicyPage::policyText() const
{
    const auto number = [](const QSpinBox *box) { return static_cast<std::uint64_t>(box->value()); };
    return m_own.empty() ? workbench::defaultPolicyWith({number(m_reviewers), number(m_seniors), number(m_reach), number(m_days)})
                         : m_own;
}

void InitPolicyPage::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Policy"), {}, tr("Policy (*.toml)"));
    if (!file.isEmpty())
        readFile(file);
}

void InitPolicyPage::readFile(const QString &file)
{
    m_reading.start(
        [file](const std::stop_token &, const ProgressCallback &) -> Result<records::Policy> {
            QFile in(file);
            if (!in.open(QIODevice::ReadOnly))
                return countersign::fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The file cannot be read.")),
                                         file.toStdString());
            return records::parsePolicy(in.read(mostPolicyBytes + 1).toStdString(), file.toStdString());
        },
        [this](const Result<records::Policy> &policy) {
            m_problem = policy ? QString() : words(policy.error());
            if (policy)
                m_own = policy->text;
            showWords();
        });
}

void InitPolicyPage::showWords()
{
    m_words->clear();
    QStringList notes;
    const auto policy = records::parsePolicy(policyText(), "policy.toml");
    const auto *all = qobject_cast<const InitWizard *>(wizard());
    if (!m_problem.isEmpty()) {
        notes << m_problem;
    } else if (policy) {
        fillPolicyList(*m_words, *policy);
        const auto choice = all->choice();
        std::vector<std::vector<std::string>> roles{choice.roles};
        for (const auto &other : choice.others)
            roles.push_back(other.roles);
        for (const auto &missing : workbench::missingRoles(*policy, roles))
            notes << words(missing);
    }
    m_note->setText(notes.join(QLatin1Char('\n')));
    emit completeChanged();
}

} // namespace countersign::ui
