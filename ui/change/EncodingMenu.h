// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/FileChange.h"
#include "diff/FileLoader.h"

#include <QMenu>

namespace countersign::ui
{

/// Lets the reader choose the encoding that a file, or one side of it, is read in. GUI thread.
class EncodingMenu : public QMenu
{
    Q_OBJECT
public:
    /// @param current what was chosen before
    EncodingMenu(const FileChange &file, const diff::ChosenEncodings &current, QWidget *parent);

signals:
    void chosen(const countersign::diff::ChosenEncodings &encodings);

private:
    void offer(QMenu *menu, bool oldSide, bool newSide);

    diff::ChosenEncodings m_current;
};

} // namespace countersign::ui
