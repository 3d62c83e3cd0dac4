// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeySettings.h"

#include "../Words.h"
#include "../sign/Askpass.h"
#include "../sign/KeyBox.h"
#include "../style/Parts.h"

#include "core/Clock.h"
#include "records/Process.h"

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

enum KeyColumn { KeyColumnName, TypeColumn, PlaceColumn, PersonColumn, FingerprintColumn, KeyColumns };

QString typeWords(const records::PublicKey &key)
{
    QString text = QString::fromUtf8(name(key.type()));
    return key.isSecurityKey() ? KeySettings::tr("%1 (on a token)").arg(text) : text;
}

QString personWords(const workbench::KeyStanding &standing)
{
    if (standing.problem)
        return QStringLiteral("✗ %1\n%2").arg(words(standing.problem->what), words(standing.hint));
    QString text = QStringLiteral("✓ ") + safe(standing.person, 80);
    if (standing.end)
        text += KeySettings::tr(", until %1").arg(QString::fromStdString(formatUtc(*standing.end)).left(10));
    return text;
}

QString stepWords(const workbench::TestStep &step)
{
    QStringList lines{(step.isGood ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) + words(step.what)};
    if (!step.detail.empty())
        lines << safe(step.detail, 400);
    if (!step.hint.isEmpty())
        lines << words(step.hint);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

KeySettings::KeySettings(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, KeyColumns, this))
    , m_note(plainLabel(QStringLiteral("keyNote"), this))
    , m_default(dimmedLabel(QStringLiteral("keyDefault"), this))
    , m_test(button(QStringLiteral("keyTest"), tr("Sign a test"), this))
    , m_useAsDefault(button(QStringLiteral("keyMakeDefault"), tr("Use as default"), this))
    , m_again(button(QStringLiteral("keyAgain"), tr("Look again"), this))
    , m_result(new QListWidget(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("keySettings"));
    m_table->setObjectName(QStringLiteral("keyTable"));
    m_table->setAccessibleName(tr("Keys of the SSH agent and of ~/.ssh"));
    m_table->setHorizontalHeaderLabels({tr("Key"), tr("Type"), tr("Where"), tr("Counts here"), tr("Fingerprint")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    showAsRows(m_table, m_table->verticalHeader()->defaultSectionSize());
    auto *columns = m_table->horizontalHeader();
    for (const auto &[column, width] : {std::pair(KeyColumnName, 170), std::pair(TypeColumn, 150), std::pair(PlaceColumn, 230),
                                        std::pair(FingerprintColumn, 330)})
        m_table->setColumnWidth(column, width);
    columns->setSectionResizeMode(PersonColumn, QHeaderView::Stretch);
    m_result->setObjectName(QStringLiteral("keyResult"));
    m_result->setAccessibleName(tr("Result of the test"));
    m_result->setWordWrap(true);
    m_result->setSpacing(3);
    m_progress->setObjectName(QStringLiteral("keyProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(180);
    m_test->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    for (QWidget *widget : {static_cast<QWidget *>(m_test), static_cast<QWidget *>(m_useAsDefault),
                            static_cast<QWidget *>(m_again), static_cast<QWidget *>(m_progress)})
        buttons->addWidget(widget);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 12);
    layout->addWidget(
        dimmedLabel(QStringLiteral("keyIntro"), this,
                    tr("The private half stays with ssh-keygen, the agent or the token; this program never sees it.")));
    layout->addWidget(m_table, 3);
    layout->addWidget(m_note);
    layout->addWidget(m_default);
    layout->addLayout(buttons);
    layout->addWidget(m_result, 2);
    connect(m_test, &QPushButton::clicked, this, &KeySettings::signTest);
    connect(m_useAsDefault, &QPushButton::clicked, this, &KeySettings::makeDefault);
    connect(m_again, &QPushButton::clicked, this, &KeySettings::read);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &KeySettings::showBusy);
    for (Job *job : {&m_listing, &m_testing}) {
        connect(job, &Job::started, this, &KeySettings::showBusy);
        connect(job, &Job::finished, this, &KeySettings::showBusy);
    }
    showDefault();
    showBusy();
}

void KeySettings::open(std::shared_ptr<Workspace> workspace)
{
    m_workspace = std::move(workspace);
    read();
}

void KeySettings::read()
{
    m_listing.start(
        [workspace = m_workspace](const std::stop_token &stop, const ProgressCallback &) -> Result<workbench::KeyReport> {
            const records::SystemProcessRunner runner;
            const auto now = SystemClock().now();
            if (!workspace)
                return workbench::reportKeys(nullptr, runner, records::signingEnvironment(), now, stop);
            const auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            return workbench::reportKeys(&*repository, runner, records::signingEnvironment(), now, stop);
        },
        [this](const Result<workbench::KeyReport> &report) {
            if (report)
                showReport(*report);
            else
                m_note->setText(words(report.error()));
        });
}

void KeySettings::showReport(const workbench::KeyReport &report)
{
    m_table->setRowCount(0);
    for (const auto &standing : report.keys)
        addRow(standing);
    m_table->resizeRowsToContents();
    m_table->selectRow(0);
    QStringList notes;
    for (const auto &advice : report.advice)
        notes << words(advice);
    if (!report.configured.empty())
        notes << tr("git signs with: %1").arg(safe(report.configured, 200));
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
    showDefault();
}

void KeySettings::addRow(const workbench::KeyStanding &standing)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const auto &key = standing.key;
    QStringList places;
    if (key.isInAgent)
        places << tr("agent");
    if (!key.privateFile.empty())
        places << safe(key.privateFile.string(), 200);
    const QStringList texts{safe(key.comment, 80), typeWords(key.key), places.join(QStringLiteral(", ")), personWords(standing),
                            QString::fromStdString(key.key.fingerprint())};
    for (int column = 0; column < KeyColumns; ++column) {
        auto *item = new QTableWidgetItem(texts[column]);
        item->setData(Qt::UserRole, keyName(key));
        m_table->setItem(row, column, item);
    }
}

QString KeySettings::currentKey() const
{
    const auto *item = m_table->item(m_table->currentRow(), KeyColumnName);
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void KeySettings::makeDefault()
{
    setDefaultKey(currentKey());
    showDefault();
}

void KeySettings::showDefault()
{
    const QString key = defaultKey();
    m_default->setText(key.isEmpty() ? tr("Default: what git is configured with (user.signingKey)")
                                     : tr("Default: %1").arg(safe(key.toStdString(), 200)));
}

void KeySettings::showBusy()
{
    m_progress->setVisible(isBusy());
    m_useAsDefault->setEnabled(!isBusy() && !currentKey().isEmpty());
    m_test->setEnabled(!isBusy()); // without a key it says what to do
}

void KeySettings::signTest()
{
    m_result->clear();
    m_testing.start(
        [workspace = m_workspace, key = currentKey().toStdString(), environment = askingEnvironment()](
            const std::stop_token &stop, const ProgressCallback &) -> Result<std::vector<workbench::TestStep>> {
            records::SignOptions options;
            options.environment = environment;
            const records::SystemProcessRunner runner;
            const auto now = SystemClock().now();
            if (!workspace)
                return workbench::testSigning(nullptr, key, runner, options, now, stop);
            const auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            return workbench::testSigning(&*repository, key, runner, options, now, stop);
        },
        [this](const Result<std::vector<workbench::TestStep>> &steps) {
            if (!steps) {
                m_result->addItem(words(steps.error()));
                return;
            }
            for (const auto &step : *steps)
                m_result->addItem(stepWords(step));
        });
}

} // namespace countersign::ui
