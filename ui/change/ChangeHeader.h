// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Analysis.h"
#include "workbench/Gatekeeper.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace countersign::ui
{

/// Top of the Change page: title, stated intent, band with its reason, provenance, the four axes.
class ChangeHeader : public QWidget
{
    Q_OBJECT
public:
    explicit ChangeHeader(QWidget *parent = nullptr);

    void setAnalysis(const Analysis &analysis);
    void setGate(workbench::GateState state);
    /// While its risks are looked for: title and intent, which are to be known before the first line is read.
    void setChange(const Change &change);
    /// While the change is being opened.
    void setPending(const QString &id, const QString &status);

signals:
    void axisChosen(); ///< by a click, or by Enter or the space bar where it has the focus

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct AxisCard {
        QLabel *name;
        QLabel *value;
        std::optional<Band> band;
    };
    [[nodiscard]] AxisCard addAxis(QHBoxLayout *layout, const QString &name, const char *objectName);
    void setAxis(AxisCard &card, const std::optional<Band> &band, const QString &why);
    void colourAxis(const AxisCard &card) const;
    void applyColours();

    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_intent;
    QLabel *m_band;
    QLabel *m_reason;
    QLabel *m_provenance;
    QLabel *m_gate;
    AxisCard m_likelihood{};
    AxisCard m_consequence{};
    AxisCard m_blastRadius{};
    AxisCard m_reversibility{};
    std::optional<Band> m_worst;
};

} // namespace countersign::ui
