// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"
#include "../Workspace.h"

#include "workbench/RosterDesk.h"

#include <QWizardPage>

#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QSpinBox;

namespace countersign::ui
{

class KeyBox;

/// First page: who sets it up, with which key and roles.
class InitYouPage : public QWizardPage
{
    Q_OBJECT
public:
    explicit InitYouPage(std::shared_ptr<Workspace> workspace, QWidget *parent = nullptr);

    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] std::string person() const;
    [[nodiscard]] std::vector<std::string> roles() const; ///< besides maintainer
    [[nodiscard]] std::vector<std::string> addresses() const;
    [[nodiscard]] QString key() const;

private:
    void read();
    void explain();

    std::shared_ptr<Workspace> m_workspace;
    QLineEdit *m_person;
    QLineEdit *m_addresses;
    QCheckBox *m_reviewer;
    QCheckBox *m_senior;
    KeyBox *m_key;
    QLabel *m_problem;
    bool m_hasKeys = false;
    std::optional<QString> m_refusal; ///< why there is nothing to set up
    Job m_reading;
};

/// Second page: who else is on the first roster, and how many maintainers sign its next version.
class InitPeoplePage : public QWizardPage
{
    Q_OBJECT
public:
    explicit InitPeoplePage(QWidget *parent = nullptr);

    [[nodiscard]] const std::vector<workbench::InitPerson> &people() const { return m_people; }
    [[nodiscard]] std::uint64_t threshold() const;

private:
    void add();
    void remove();
    void fill();
    void say(const QString &problem);

    std::vector<workbench::InitPerson> m_people;
    QListWidget *m_list;
    QLineEdit *m_name;
    QLineEdit *m_key;
    QCheckBox *m_senior;
    QCheckBox *m_maintainer;
    QSpinBox *m_threshold;
    QLabel *m_problem;
};

/// Third page: the policy, in words.
class InitPolicyPage : public QWizardPage
{
    Q_OBJECT
public:
    explicit InitPolicyPage(QWidget *parent = nullptr);

    void initializePage() override;
    [[nodiscard]] bool isComplete() const override { return m_problem.isEmpty(); }
    [[nodiscard]] std::string policyText() const;
    /// Reads a policy of one's own; what is wrong with it is said.
    void readFile(const QString &file);

private:
    void chooseFile();
    void showWords();

    QSpinBox *m_reviewers;
    QSpinBox *m_seniors;
    QSpinBox *m_reach;
    QSpinBox *m_days;
    QListWidget *m_words;
    QLabel *m_note;
    QString m_problem; ///< of the file; empty: none
    std::string m_own; ///< text of a policy of one's own; empty: the built-in one
    Job m_reading;
};

} // namespace countersign::ui
