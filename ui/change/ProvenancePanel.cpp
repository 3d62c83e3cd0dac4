// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProvenancePanel.h"

#include "../Words.h"

namespace countersign::ui
{

ProvenancePanel::ProvenancePanel(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("provenanceList"));
    setAccessibleName(tr("Evidence of who wrote it"));
    setWordWrap(true);
    setSpacing(4);
}

void ProvenancePanel::setAnalysis(const Analysis &analysis)
{
    const Provenance &provenance = analysis.provenance;
    clear();
    addItem(tr("%1: %2 AI lines, %3 unknown, %4 added")
                .arg(provenanceWords(provenance))
                .arg(provenance.aiLines)
                .arg(provenance.unknownLines)
                .arg(provenance.totalLines));
    for (const auto &evidence : provenance.evidence)
        addItem(QStringLiteral("%1 · %2 · %3\n%4")
                    .arg(words(label(evidence.level)), safe(evidence.source), safe(evidence.commit.substr(0, 10)),
                         safe(evidence.detail, 200)));
    for (const auto &problem : provenance.problems)
        addItem(words(problem));
    for (const auto &problem : analysis.problems)
        addItem(words(problem));
}

} // namespace countersign::ui
