// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Benches.h"

#include "ui/Background.h"
#include "ui/Workspace.h"
#include "ui/ledger/LedgerPage.h"
#include "ui/style/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

namespace countersign::bench
{

void benchLedgerPage(const QString &repository, Table &table)
{
    ui::applyTheme(*qApp, QStringLiteral("light"));
    {
        ui::LedgerPage page;
        page.resize(1600, 1000);
        page.show();
        const auto workspace = demand(ui::Workspace::open(repository.toStdString()));
        const auto worst = [](const std::function<bool()> &isBusy) { return quantile(gapsWhile(isBusy), 1); };
        const double whole = timed([&] {
            page.setWorkspace(workspace);
            table.add({QStringLiteral("ledger page opens, GUI thread away, worst"),
                       worst([&] { return page.isBusy(); }),
                       QStringLiteral("ms"),
                       {},
                       50});
        });
        table.add({QStringLiteral("  until everything is verified"), whole, QStringLiteral("ms"), {}, {}});
        if (!page.desk()->known())
            qFatal("the ledger was not verified");
        table.add({QStringLiteral("  verified again"),
                   worst([&, isBegun = false]() mutable {
                       if (!std::exchange(isBegun, true))
                           page.refresh();
                       return page.isBusy();
                   }),
                   QStringLiteral("ms"),
                   {},
                   50});
        auto *filter = page.findChild<QLineEdit *>(QStringLiteral("ledgerFilter"));
        table.add({QStringLiteral("  a letter in the filter"),
                   timed([&] { filter->setText(QStringLiteral("a")); }),
                   QStringLiteral("ms"),
                   {},
                   50});
        auto *rows = page.findChild<QTableView *>(QStringLiteral("ledgerTable"));
        double step = 0;
        while (rows->model()->canFetchMore({})) {
            step = std::max(step, timed([&] {
                                rows->scrollToBottom();
                                QCoreApplication::processEvents();
                            }));
        }
        table.add({QStringLiteral("  a chunk more, worst"), step, QStringLiteral("ms"), {}, 50});
    }
    ui::Background::shared().waitForDone();
}

} // namespace countersign::bench
