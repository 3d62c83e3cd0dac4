// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RingLegend.h"

#include "RingPicture.h"

#include <QEvent>

namespace countersign::ui
{

RingLegend::RingLegend(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(QStringLiteral("blastLegend"));
    setTextFormat(Qt::RichText); // sentences of ours only
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setForegroundRole(QPalette::PlaceholderText);
    fill();
}

void RingLegend::fill()
{
    const Theme &theme = Theme::of(this);
    QStringList parts;
    for (int level = static_cast<int>(reachLevels) - 1; level >= 0; --level) {
        const auto one = static_cast<ReachLevel>(level);
        parts << QStringLiteral("<span style=\"color:%1\">●</span> %2").arg(colourOf(one, theme).name(), words(one));
    }
    setText(tr("%1 &nbsp; squares: infrastructure &nbsp; hollow: entry point &nbsp; number: so many files")
                .arg(parts.join(QStringLiteral(" &nbsp; "))));
}

void RingLegend::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace countersign::ui
