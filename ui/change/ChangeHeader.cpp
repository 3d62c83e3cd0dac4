// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangeHeader.h"

#include "../Words.h"
#include "../style/Parts.h"
#include "../style/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui
{

namespace
{

/// The first paragraph of the message's body that is not made of trailers.
QString intentOf(const Change &change)
{
    std::string_view rest = change.body;
    while (!rest.empty()) {
        const auto end = rest.find("\n\n");
        const auto paragraph = rest.substr(0, end);
        const auto word = paragraph.substr(0, paragraph.find_first_of(" \n"));
        if (!paragraph.empty() && !word.ends_with(':') && paragraph.find("Generated with") == std::string_view::npos)
            return safe(
                QByteArray(paragraph.data(), static_cast<qsizetype>(paragraph.size())).trimmed().replace('\n', ' ').toStdString(),
                300);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
    }
    return {};
}

/// An id as it was typed, with every full object id in it cut to ten digits.
std::string shortId(std::string id)
{
    constexpr std::size_t shown = 10;
    constexpr std::size_t shortest = 40; ///< digits of SHA-1
    for (std::size_t begin = 0; begin < id.size();) {
        const std::size_t end = std::min(id.find_first_not_of("0123456789abcdef", begin), id.size());
        if (end - begin >= shortest)
            id.erase(begin + shown, end - begin - shown);
        begin = std::max(begin + 1, end - begin >= shortest ? begin + shown : end);
    }
    return id;
}

} // namespace

ChangeHeader::ChangeHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(elasticLabel(QStringLiteral("changeTitle"), this))
    , m_subtitle(elasticLabel(QStringLiteral("changeSubtitle"), this))
    , m_intent(elasticLabel(QStringLiteral("changeIntent"), this))
    , m_band(lineLabel(QStringLiteral("changeBand"), this))
    , m_reason(elasticLabel(QStringLiteral("changeReason"), this))
    , m_provenance(lineLabel(QStringLiteral("changeProvenance"), this))
    , m_gate(lineLabel(QStringLiteral("changeGate"), this))
{
    setObjectName(QStringLiteral("changeHeader"));
    QFont font = m_title->font();
    font.setPointSizeF(13);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(3);
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    texts->addWidget(m_intent);
    auto *axes = new QHBoxLayout;
    axes->setSpacing(8);
    m_likelihood = addAxis(axes, tr("Likelihood"), "axisLikelihood");
    m_consequence = addAxis(axes, tr("Consequence"), "axisConsequence");
    m_blastRadius = addAxis(axes, tr("Blast radius"), "axisBlastRadius");
    m_reversibility = addAxis(axes, tr("Reversibility"), "axisReversibility");
    auto *top = new QHBoxLayout;
    top->addLayout(texts, 1);
    top->addLayout(axes);
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(10);
    verdict->addWidget(m_band);
    verdict->addWidget(m_reason, 1);
    verdict->addWidget(m_provenance);
    verdict->addWidget(m_gate);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->addLayout(top);
    layout->addLayout(verdict);
    applyColours();
}

ChangeHeader::AxisCard ChangeHeader::addAxis(QHBoxLayout *layout, const QString &name, const char *objectName)
{
    auto *card = new QFrame(this);
    card->setObjectName(QString::fromLatin1(objectName));
    card->setProperty("card", true);
    card->setMinimumWidth(124);
    card->setFocusPolicy(Qt::TabFocus);
    card->setCursor(Qt::PointingHandCursor);
    card->setAccessibleName(name);
    card->installEventFilter(this);
    AxisCard axis{lineLabel(QStringLiteral("axisName"), card), lineLabel(QStringLiteral("axisValue"), card), {}};
    axis.name->setText(name);
    axis.name->setForegroundRole(QPalette::PlaceholderText);
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(10, 6, 10, 6);
    inner->setSpacing(2);
    inner->addWidget(axis.name);
    inner->addWidget(axis.value);
    layout->addWidget(card);
    return axis;
}

void ChangeHeader::setAxis(AxisCard &card, const std::optional<Band> &band, const QString &why)
{
    card.band = band;
    card.value->setText(band ? words(label(*band)) : tr("ungraded"));
    auto *frame = card.value->parentWidget();
    frame->setToolTip(why.toHtmlEscaped());
    frame->setAccessibleDescription(QStringLiteral("%1. %2").arg(card.value->text(), why));
}

bool ChangeHeader::eventFilter(QObject *watched, QEvent *event)
{
    const auto isKey = [event] {
        const int key = static_cast<QKeyEvent *>(event)->key();
        return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    };
    if (event->type() == QEvent::MouseButtonRelease || (event->type() == QEvent::KeyPress && isKey())) {
        emit axisChosen();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChangeHeader::colourAxis(const AxisCard &card) const
{
    const Theme &theme = Theme::of(this);
    card.value->setStyleSheet(
        QStringLiteral("font-weight: 600; color: %1;").arg((card.band ? theme.band(*card.band) : theme.dimmed).name()));
}

void ChangeHeader::setPending(const QString &id, const QString &status)
{
    m_title->setText(id);
    m_subtitle->setText(status);
    for (auto *label : {m_intent, m_reason, m_provenance})
        label->clear();
    m_band->hide();
    m_gate->hide();
    for (const auto &card : {m_likelihood, m_consequence, m_blastRadius, m_reversibility})
        card.value->setText(QStringLiteral("…"));
}

void ChangeHeader::setChange(const Change &change)
{
    setPending({}, {});
    m_reason->setText(tr("Looking for risks …"));
    m_title->setText(safe(change.title, 300));
    m_subtitle->setText(tr("%1 · %2 → %3 · %n commit(s) · %4", nullptr, static_cast<int>(change.commits.size()))
                            .arg(safe(shortId(change.id)), QString::fromStdString(change.head.shortHex()),
                                 safe(change.targetRef.empty() ? change.mergeBase.shortHex() : change.targetRef),
                                 safe(change.author)));
    const QString body = intentOf(change);
    m_intent->setText(tr("Stated intent: “%1”").arg(body.isEmpty() ? safe(change.title, 300) : body));
}

void ChangeHeader::setAnalysis(const Analysis &analysis)
{
    setChange(analysis.change);
    m_worst = analysis.band;
    m_band->setText(words(label(analysis.band)).toUpper());
    m_band->show();
    m_reason->setText(words(analysis.bandReason));
    const auto &provenance = analysis.provenance;
    m_provenance->setText(provenance.aiLines > 0 ? tr("AI-assisted · %1 · %2 of %3 lines")
                                                       .arg(provenanceWords(provenance))
                                                       .arg(provenance.aiLines)
                                                       .arg(provenance.totalLines)
                                                 : tr("No AI line recorded · %1").arg(provenanceWords(provenance)));
    const Axes &axes = analysis.axes;
    setAxis(m_likelihood, axes.likelihood,
            axes.likelihoodDetail && !axes.likelihoodDetail->contributions.empty()
                ? words(axes.likelihoodDetail->contributions.front().label)
                : QString());
    setAxis(m_consequence, axes.consequence, words(analysis.bandReason));
    setAxis(m_blastRadius, axes.blastRadius, axes.blastRadiusDetail ? words(axes.blastRadiusDetail->reason) : QString());
    setAxis(m_reversibility, std::nullopt, words(axes.reversibilityWhy));
    if (analysis.axes.reversibility)
        m_reversibility.value->setText(QStringLiteral("R%1").arg(*analysis.axes.reversibility));
    applyColours();
}

void ChangeHeader::setGate(workbench::GateState state)
{
    m_gate->setText(tr("Gate: %1").arg(words(label(state))));
    m_gate->show();
}

void ChangeHeader::applyColours()
{
    const Theme &theme = Theme::of(this);
    setStyleSheet(QStringLiteral("QFrame[card=\"true\"] { border: 1px solid %1; border-radius: 8px; }"
                                 "QFrame[card=\"true\"]:focus, QFrame[card=\"true\"]:hover { border-color: %2; }")
                      .arg(theme.border.name(), theme.accent.name()));
    const QColor colour = m_worst ? theme.band(*m_worst) : theme.dimmed;
    m_band->setStyleSheet(
        QStringLiteral("color: %1; border: 1px solid %1; border-radius: 6px; padding: 2px 9px; font-weight: 600;")
            .arg(colour.name()));
    m_reason->setStyleSheet(QStringLiteral("color: %1;").arg(colour.name()));
    m_provenance->setStyleSheet(QStringLiteral("color: %1; border: 1px solid %2; border-radius: 6px; padding: 2px 9px;")
                                    .arg(theme.ai.name(), theme.border.name()));
    for (const auto *card : {&m_likelihood, &m_consequence, &m_blastRadius, &m_reversibility})
        colourAxis(*card);
    m_gate->setStyleSheet(QStringLiteral("border: 1px solid %1; border-radius: 6px; padding: 2px 9px;").arg(theme.border.name()));
}

void ChangeHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void ChangeHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(Theme::of(this).border);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace countersign::ui
