// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Analysis.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;

namespace countersign::ui
{

/// The blast radius in six numbers, and a line for what the other axes say.
class BlastCards : public QWidget
{
    Q_OBJECT
public:
    explicit BlastCards(QWidget *parent = nullptr);

    void setAxes(const Axes &axes);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Card { Direct, Transitive, Owners, Environment, EntryPoints, Partners, CardCount };
    struct Labels {
        QLabel *value = nullptr;
        QLabel *detail = nullptr;
        std::optional<Band> band; ///< its colour; nothing: no risk by itself
    };
    void set(Card card, const QString &value, const QString &detail, std::optional<Band> band = {});
    void applyColours();

    std::array<Labels, CardCount> m_cards;
    QLabel *m_others;
};

} // namespace countersign::ui
