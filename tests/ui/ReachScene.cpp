// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReachScene.h"

namespace countersign::test
{

namespace
{

std::string money(const std::string &body)
{
    return "from decimal import Decimal\n\n\ndef month_total(items):\n    total = Decimal(0)\n    for item in items:\n" + body
        + "    return total\n\n\ndef year_total(months):\n    return sum(months)\n";
}

} // namespace

ReachScene::ReachScene()
{
    m_builder.commit(
        {.files =
             {{".github/CODEOWNERS", "/src/report/ @finance\n/src/api/ @orders\n/services/ @portal\n/deploy/ @platform\n"},
              {"src/core/money.py", money("        total += item.cost\n")},
              {"src/report/loader.py",
               "import csv\n\nfrom src.core.money import month_total\n\n\ndef load(path):\n    return "
               "month_total(csv.reader(path))\n"},
              {"src/api/costs.py",
               "from flask import Blueprint\n\nfrom src.report.loader import load\n\napp = Blueprint(\"costs\", __name__)\n\n\n"
               "@app.get(\"/costs\")\ndef show():\n    return load(\"costs.csv\")\n"},
              {"services/portal/page.py", "from src.api.costs import show\n\n\ndef page():\n    return show()\n"},
              {"tests/test_money.py",
               "from src.core.money import month_total\n\n\ndef test_empty():\n    assert month_total([]) == 0\n"},
              {"deploy/prod/job.yaml", "job:\n  command: python src/core/money.py\n"},
              {"README.md", "# Costs\n"}},
         .message = "Costs"});
    m_builder.commit({.branch = "rounding",
                      .files = {{"src/core/money.py", money("        total += round(item.cost, 2)\n")}},
                      .message = "Round each cost",
                      .from = "main"});
    m_builder.commit({.branch = "totals",
                      .files = {{"src/core/money.py", money("        total += item.cost * item.count\n")}},
                      .message = "Count the items",
                      .from = "main"});
}

} // namespace countersign::test
