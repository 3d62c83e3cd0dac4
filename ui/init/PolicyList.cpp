// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PolicyList.h"

#include "../Words.h"

#include "workbench/PolicyWords.h"

#include <QCoreApplication>
#include <QListWidget>

namespace countersign::ui
{

void fillPolicyList(QListWidget &list, const records::Policy &policy)
{
    list.clear();
    for (const auto &clause : workbench::policyClauses(policy)) {
        QStringList when;
        for (const auto &one : clause.when)
            when << words(one);
        const QString heading =
            when.isEmpty() ? QCoreApplication::translate("PolicyList", "Every change") : when.join(QStringLiteral("; "));
        QStringList lines{QStringLiteral("%1 · %2").arg(heading, safe(clause.id))};
        for (const auto &ask : clause.asks)
            lines << QStringLiteral("–  ") + words(ask);
        list.addItem(lines.join(QLatin1Char('\n')));
    }
}

} // namespace countersign::ui
