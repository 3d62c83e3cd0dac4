// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlastCards.h"

#include "../Words.h"
#include "../style/Theme.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace countersign::ui
{

namespace
{

QString listed(const std::vector<std::string> &names, std::size_t most)
{
    QStringList out;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        out << safe(names[i], 60);
    if (names.size() > most)
        out << QStringLiteral("…");
    return out.join(QStringLiteral(", "));
}

/// "routes: api/orders.py" without the path, each kind once.
QString kindsOf(const std::vector<std::string> &entryPoints)
{
    std::vector<std::string> kinds;
    for (const std::string &one : entryPoints) {
        std::string kind = one.substr(0, one.find(':'));
        if (!std::ranges::contains(kinds, kind))
            kinds.push_back(std::move(kind));
    }
    return listed(kinds, 3);
}

std::optional<Band> bandOfEnvironments(const std::vector<std::string> &environments)
{
    if (std::ranges::contains(environments, "prod"))
        return Band::Critical;
    if (std::ranges::contains(environments, "staging"))
        return Band::High;
    return environments.empty() ? std::nullopt : std::optional(Band::Low);
}

} // namespace

BlastCards::BlastCards(QWidget *parent)
    : QWidget(parent)
    , m_others(new QLabel(this))
{
    setObjectName(QStringLiteral("blastCards"));
    const std::array<std::pair<const char *, QString>, CardCount> heads{
        std::pair("cardDirect", tr("Direct")),
        std::pair("cardTransitive", tr("Within three steps")),
        std::pair("cardOwners", tr("Owners")),
        std::pair("cardEnvironment", tr("Environment")),
        std::pair("cardEntryPoints", tr("Entry points")),
        std::pair("cardPartners", tr("Usually also")),
    };
    auto *grid = new QGridLayout;
    grid->setSpacing(8);
    constexpr int columns = 3;
    for (int i = 0; i < CardCount; ++i) {
        auto *frame = new QFrame(this);
        frame->setObjectName(QString::fromLatin1(heads[static_cast<std::size_t>(i)].first));
        frame->setProperty("card", true);
        auto *name = new QLabel(heads[static_cast<std::size_t>(i)].second, frame);
        name->setForegroundRole(QPalette::PlaceholderText);
        Labels &labels = m_cards[static_cast<std::size_t>(i)];
        labels.value = new QLabel(frame);
        labels.detail = new QLabel(frame);
        labels.detail->setForegroundRole(QPalette::PlaceholderText);
        auto *inner = new QVBoxLayout(frame);
        inner->setContentsMargins(10, 6, 10, 6);
        inner->setSpacing(2);
        for (QLabel *label : {name, labels.value, labels.detail}) {
            label->setTextFormat(Qt::PlainText);
            label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
            inner->addWidget(label);
        }
        labels.value->setObjectName(QStringLiteral("cardValue"));
        labels.detail->setObjectName(QStringLiteral("cardDetail"));
        grid->addWidget(frame, i / columns, i % columns);
    }
    m_others->setObjectName(QStringLiteral("otherAxes"));
    m_others->setTextFormat(Qt::PlainText);
    m_others->setWordWrap(true);
    m_others->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 4);
    layout->setSpacing(8);
    layout->addLayout(grid);
    layout->addWidget(m_others);
    clear();
}

void BlastCards::set(Card card, const QString &value, const QString &detail, std::optional<Band> band)
{
    Labels &labels = m_cards[static_cast<std::size_t>(card)];
    labels.value->setText(value);
    labels.detail->setText(detail);
    labels.detail->setToolTip(detail.toHtmlEscaped());
    labels.band = band;
}

void BlastCards::clear()
{
    for (int i = 0; i < CardCount; ++i)
        set(static_cast<Card>(i), QStringLiteral("…"), {});
    m_others->clear();
    applyColours();
}

void BlastCards::setAxes(const Axes &axes)
{
    clear();
    QStringList others;
    if (axes.likelihoodDetail) {
        constexpr std::size_t most = 3;
        QStringList factors;
        const auto &contributions = axes.likelihoodDetail->contributions;
        for (std::size_t i = 0; i < std::min(most, contributions.size()); ++i)
            factors << QStringLiteral("%1 %2%3").arg(words(contributions[i].label),
                                                     contributions[i].logOdds < 0 ? QStringLiteral("−") : QStringLiteral("+"),
                                                     QString::number(std::abs(contributions[i].logOdds), 'f', 2));
        others << tr("Likelihood %1: %2")
                      .arg(axes.likelihood ? words(label(*axes.likelihood)) : tr("ungraded"), factors.join(QStringLiteral(", ")));
    }
    if (axes.reversibility)
        others << tr("Reversibility R%1: %2").arg(*axes.reversibility).arg(words(axes.reversibilityWhy));
    m_others->setText(others.join(QLatin1Char('\n')));
    if (!axes.blastRadiusDetail)
        return;
    const BlastRadius &blast = *axes.blastRadiusDetail;
    const auto files = [](std::uint32_t count) { return tr("%n file(s)", nullptr, static_cast<int>(count)); };
    const auto count = [](std::size_t size) { return static_cast<int>(size); };
    const auto band = axes.blastRadius;
    set(Direct, files(blast.directDependents), tr("%n use(s) what changed", nullptr, static_cast<int>(blast.symbolUsers)),
        blast.directDependents > 0 ? band : std::nullopt);
    set(Transitive, files(blast.transitiveDependents),
        tr("%n module(s)", nullptr, count(blast.modules.size())) + QStringLiteral(" · ")
            + tr("%n test(s)", nullptr, static_cast<int>(blast.testDependents)),
        blast.transitiveDependents > 0 ? band : std::nullopt);
    set(Owners, blast.owners.empty() ? tr("nobody named") : tr("%n owner(s)", nullptr, count(blast.owners.size())),
        listed(blast.owners, 3), blast.owners.size() > 1 ? std::optional(Band::Moderate) : std::nullopt);
    set(Environment, blast.environments.empty() ? tr("none named") : listed(blast.environments, 3),
        blast.dataStores.empty() ? QString() : tr("%n data store(s) changed", nullptr, count(blast.dataStores.size())),
        bandOfEnvironments(blast.environments));
    set(EntryPoints, QString::number(blast.entryPoints.size()), kindsOf(blast.entryPoints),
        blast.entryPoints.empty() ? std::nullopt : std::optional(Band::Moderate));
    const bool hasPartners = !blast.coChange.empty();
    set(Partners, tr("%n absent", nullptr, count(blast.coChange.size())),
        hasPartners ? QStringLiteral("%1 %2").arg(
                          safe(blast.coChange.front().file.substr(blast.coChange.front().file.rfind('/') + 1), 60),
                          tr("%1 %").arg(static_cast<int>(blast.coChange.front().confidence * 100 + 0.5)))
                    : QString());
    applyColours();
}

void BlastCards::applyColours()
{
    const Theme &theme = Theme::of(this);
    setStyleSheet(QStringLiteral("QFrame[card=\"true\"] { border: 1px solid %1; border-radius: 8px; }").arg(theme.border.name()));
    for (const Labels &labels : m_cards)
        labels.value->setStyleSheet(QStringLiteral("font-weight: 600; font-size: 11pt; color: %1;")
                                        .arg((labels.band ? theme.band(*labels.band) : theme.dimmed).name()));
}

void BlastCards::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

} // namespace countersign::ui
