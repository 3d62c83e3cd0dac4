// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "EncodingMenu.h"

namespace countersign::ui
{

EncodingMenu::EncodingMenu(const FileChange &file, const diff::ChosenEncodings &current, QWidget *parent)
    : QMenu(parent)
    , m_current(current)
{
    setObjectName(QStringLiteral("encodingMenu"));
    const bool hasBoth = file.delta.oldSide.exists() && file.delta.newSide.exists();
    offer(hasBoth ? addMenu(tr("Both sides")) : this, true, true);
    if (hasBoth) {
        offer(addMenu(tr("Old side, %1 found").arg(QString::fromUtf8(name(file.oldEncoding)))), true, false);
        offer(addMenu(tr("New side, %1 found").arg(QString::fromUtf8(name(file.newEncoding)))), false, true);
    }
}

void EncodingMenu::offer(QMenu *menu, bool oldSide, bool newSide)
{
    const auto add = [&](const QString &text, std::optional<TextEncoding> encoding) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, oldSide, newSide, encoding] {
            auto encodings = m_current;
            if (oldSide)
                encodings.oldSide = encoding;
            if (newSide)
                encodings.newSide = encoding;
            emit chosen(encodings);
        });
    };
    add(tr("As found"), std::nullopt);
    menu->addSeparator();
    for (const TextEncoding encoding : offeredEncodings())
        add(QString::fromUtf8(name(encoding)), encoding);
}

} // namespace countersign::ui
