// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <memory>

namespace countersign::ui
{

/// The window that was asked for: its arguments, and the repository that is being opened meanwhile.
class WindowStart
{
public:
    /// Begins to open the repository and to compare the change. To be made before the QApplication, which takes as long.
    /// @p arguments [REPO [CHANGE]] and --screenshot FILE (renders the page once it has settled, writes a PNG, ends), with
    /// --action ACTION another page than the one that comes first (see actionTable()).
    explicit WindowStart(const QStringList &arguments);
    ~WindowStart();

    /// Shows the workbench and runs until its window is closed. Needs a QApplication.
    /// @return exit code: 0; 2 wrong usage; 3 a screenshot could not be made.
    [[nodiscard]] int run();

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace countersign::ui
