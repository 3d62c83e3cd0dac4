// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of resources/checklists/*.toml, where lupdate sees them. Kept by tst_checklisttexts: run it with
// COUNTERSIGN_UPDATE_GOLDEN=1 after a change of the templates.
#include "Templates.h"

#include "core/Message.h"

#include <array>

namespace countersign::review
{

namespace
{

// clang-format off
constexpr std::array texts{
    QT_TRANSLATE_NOOP("app", "Does all data survive this change?"),
    QT_TRANSLATE_NOOP("app", "Name what is destroyed or replaced, the backup, and when a restore was last tried."),
    QT_TRANSLATE_NOOP("app", "Does the change reach only the environments that it is meant for?"),
    QT_TRANSLATE_NOOP("app", "Name them, and how you know: workspace, account, project, context."),
    QT_TRANSLATE_NOOP("app", "Do the old and the new version of the program both work while the migration runs?"),
    QT_TRANSLATE_NOOP("app", "Say how long it locks what, and how it is undone."),
    QT_TRANSLATE_NOOP("app", "Is every guard that was removed replaced elsewhere?"),
    QT_TRANSLATE_NOOP("app", "Name the place that refuses the request now."),
    QT_TRANSLATE_NOOP("app", "Does the connection still verify whom it talks to?"),
    QT_TRANSLATE_NOOP("app", "Name the certificate authority or pin, or why this connection needs none."),
    QT_TRANSLATE_NOOP("app", "Is everything that this change opens needed, and closed to everybody else?"),
    QT_TRANSLATE_NOOP("app", "Name who may reach it now and what keeps others out."),
    QT_TRANSLATE_NOOP("app", "Is every secret that was ever committed here revoked and replaced?"),
    QT_TRANSLATE_NOOP("app", "Removing the line is not enough: say when the secret was rotated and by whom."),
    QT_TRANSLATE_NOOP("app", "Does somebody notice when this fails now?"),
    QT_TRANSLATE_NOOP("app", "Name the error, log line or alert that tells, and who gets it."),
    QT_TRANSLATE_NOOP("app", "Is everybody who depends on the old value known and asked?"),
    QT_TRANSLATE_NOOP("app", "Name the readers of the setting and the environments where it differs."),
    QT_TRANSLATE_NOOP("app", "Do all checks still stop a bad change?"),
    QT_TRANSLATE_NOOP("app", "Name the check that was changed and what stops a bad change now."),
    QT_TRANSLATE_NOOP("app", "May the agents of this repository do only what they must after this change?"),
    QT_TRANSLATE_NOOP("app", "Name the instructions or permissions that changed, and who wanted that."),
    QT_TRANSLATE_NOOP("app", "Is every invisible or misleading character explained?"),
    QT_TRANSLATE_NOOP("app", "Say what it is for, or have it removed."),
    QT_TRANSLATE_NOOP("app", "Is every line read that is, or may be, an AI's?"),
    QT_TRANSLATE_NOOP("app", "Mark each hunk as read when you have understood it. Displayed is not read."),
    QT_TRANSLATE_NOOP("app", "Does the change stay inside its stated intent?"),
    QT_TRANSLATE_NOOP("app", "Say in one sentence what the change is for, and name what lies outside of it."),
    QT_TRANSLATE_NOOP("app", "Do all the areas that this change touches have to change together?"),
    QT_TRANSLATE_NOOP("app", "Name the areas, or ask for the change to be split."),
    QT_TRANSLATE_NOOP("app", "In your words: what does %1 do now?"),
    QT_TRANSLATE_NOOP("app", "Explain it without the description of the change: what goes in, what comes out, what happens when it fails."),
    QT_TRANSLATE_NOOP("app", "Do the changed tests still fail when the code is wrong?"),
    QT_TRANSLATE_NOOP("app", "Say what you broke, and which test noticed."),
    QT_TRANSLATE_NOOP("app", "Is what is new covered by tests that assert it?"),
    QT_TRANSLATE_NOOP("app", "Name the tests."),
    QT_TRANSLATE_NOOP("app", "Does the change go out in stages?"),
    QT_TRANSLATE_NOOP("app", "Name the stages, their share, and how long each one is watched."),
    QT_TRANSLATE_NOOP("app", "Is it settled what makes you roll back, who decides, and how?"),
    QT_TRANSLATE_NOOP("app", "Name the number that is watched, its limit, and the command or step that undoes the change."),
};
// clang-format on

} // namespace

std::span<const char *const> translatableTexts()
{
    return texts;
}

} // namespace countersign::review
