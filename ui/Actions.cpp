// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Actions.h"

#include <QtCore/qttranslation.h>

#include <array>

namespace countersign::ui
{

std::span<const ActionRow> actionTable()
{
    static constexpr const char *file = QT_TRANSLATE_NOOP("Actions", "&File");
    static constexpr const char *go = QT_TRANSLATE_NOOP("Actions", "&Go");
    static constexpr const char *review = QT_TRANSLATE_NOOP("Actions", "&Review");
    static constexpr const char *view = QT_TRANSLATE_NOOP("Actions", "&View");
    static constexpr const char *help = QT_TRANSLATE_NOOP("Actions", "&Help");
    static constexpr std::array table{
        ActionRow{"openRepository", file, QT_TRANSLATE_NOOP("Actions", "Open repository…"), "Ctrl+O"},
        ActionRow{"openPatch", file, QT_TRANSLATE_NOOP("Actions", "Open patch or bundle…"), "Ctrl+Shift+O"},
        ActionRow{"refresh", file, QT_TRANSLATE_NOOP("Actions", "Read the repository again"), "F5"},
        ActionRow{"quit", file, QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q"},
        ActionRow{"showQueue", go, QT_TRANSLATE_NOOP("Actions", "Queue"), "Alt+1; Escape"},
        ActionRow{"showChange", go, QT_TRANSLATE_NOOP("Actions", "Change"), "Alt+2"},
        ActionRow{"nextHunk", go, QT_TRANSLATE_NOOP("Actions", "Next hunk"), "N"},
        ActionRow{"previousHunk", go, QT_TRANSLATE_NOOP("Actions", "Previous hunk"), "P"},
        ActionRow{"nextFinding", go, QT_TRANSLATE_NOOP("Actions", "Next finding"), "F"},
        ActionRow{"previousFinding", go, QT_TRANSLATE_NOOP("Actions", "Previous finding"), "Shift+F"},
        ActionRow{"nextFile", go, QT_TRANSLATE_NOOP("Actions", "Next file"), "]"},
        ActionRow{"previousFile", go, QT_TRANSLATE_NOOP("Actions", "Previous file"), "["},
        ActionRow{"markRead", review, QT_TRANSLATE_NOOP("Actions", "Mark hunk as read, go to the next unread one"), "M"},
        ActionRow{"markUnread", review, QT_TRANSLATE_NOOP("Actions", "Mark hunk as unread"), "Shift+M"},
        ActionRow{"approve", review, QT_TRANSLATE_NOOP("Actions", "Approve and sign…"), "Ctrl+Return"},
        ActionRow{"reject", review, QT_TRANSLATE_NOOP("Actions", "Reject and sign…"), "Ctrl+Shift+Return"},
        ActionRow{"withdraw", review, QT_TRANSLATE_NOOP("Actions", "Withdraw my record…"), ""},
        ActionRow{"cancel", view, QT_TRANSLATE_NOOP("Actions", "Cancel what is running"), "Ctrl+."},
        ActionRow{"lightTheme", view, QT_TRANSLATE_NOOP("Actions", "Light"), ""},
        ActionRow{"darkTheme", view, QT_TRANSLATE_NOOP("Actions", "Dark"), ""},
        ActionRow{"systemLanguage", view, QT_TRANSLATE_NOOP("Actions", "Language of the system"), ""},
        ActionRow{"english", view, QT_TRANSLATE_NOOP("Actions", "English"), ""},
        ActionRow{"german", view, QT_TRANSLATE_NOOP("Actions", "German"), ""},
        ActionRow{"keys", help, QT_TRANSLATE_NOOP("Actions", "Keys"), "?"},
        ActionRow{"about", help, QT_TRANSLATE_NOOP("Actions", "About Countersign"), ""},
    };
    return table;
}

} // namespace countersign::ui
