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
    static constexpr const char *ledger = QT_TRANSLATE_NOOP("Actions", "&Ledger");
    static constexpr const char *view = QT_TRANSLATE_NOOP("Actions", "&View");
    static constexpr const char *help = QT_TRANSLATE_NOOP("Actions", "&Help");
    static constexpr std::array table{
        ActionRow{"openRepository", file, QT_TRANSLATE_NOOP("Actions", "Open repository…"), "Ctrl+O"},
        ActionRow{"openPatch", file, QT_TRANSLATE_NOOP("Actions", "Open patch or bundle…"), "Ctrl+Shift+O"},
        ActionRow{"refresh", file, QT_TRANSLATE_NOOP("Actions", "Read the repository again"), "F5"},
        ActionRow{"exportPicture", file, QT_TRANSLATE_NOOP("Actions", "Export the picture of the blast radius…"), "Ctrl+Alt+S"},
        ActionRow{"quit", file, QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q"},
        ActionRow{"showQueue", go, QT_TRANSLATE_NOOP("Actions", "Queue"), "Alt+1; Escape"},
        ActionRow{"showChange", go, QT_TRANSLATE_NOOP("Actions", "Change"), "Alt+2"},
        ActionRow{"showBlast", go, QT_TRANSLATE_NOOP("Actions", "Blast radius"), "Alt+3"},
        ActionRow{"showMeetings", go, QT_TRANSLATE_NOOP("Actions", "Meets"), "Alt+4"},
        ActionRow{"cause", go, QT_TRANSLATE_NOOP("Actions", "What the reached file depends on"), "V"},
        ActionRow{"showLedger", go, QT_TRANSLATE_NOOP("Actions", "Ledger"), "Alt+5"},
        ActionRow{"showSettings", go, QT_TRANSLATE_NOOP("Actions", "Settings"), "Alt+7; Ctrl+,"},
        ActionRow{"nextHunk", go, QT_TRANSLATE_NOOP("Actions", "Next hunk"), "N"},
        ActionRow{"previousHunk", go, QT_TRANSLATE_NOOP("Actions", "Previous hunk"), "P"},
        ActionRow{"nextFinding", go, QT_TRANSLATE_NOOP("Actions", "Next finding"), "F"},
        ActionRow{"previousFinding", go, QT_TRANSLATE_NOOP("Actions", "Previous finding"), "Shift+F"},
        ActionRow{"nextComment", go, QT_TRANSLATE_NOOP("Actions", "Next comment"), "C"},
        ActionRow{"previousComment", go, QT_TRANSLATE_NOOP("Actions", "Previous comment"), "Shift+C"},
        ActionRow{"otherEnd", go, QT_TRANSLATE_NOOP("Actions", "Other end of the moved block"), "J"},
        ActionRow{"definition", go, QT_TRANSLATE_NOOP("Actions", "Definition of the selected name in this change"), "D"},
        ActionRow{"search", go, QT_TRANSLATE_NOOP("Actions", "Search in the file…"), "Ctrl+F; /"},
        ActionRow{"searchNext", go, QT_TRANSLATE_NOOP("Actions", "Next hit"), "F3"},
        ActionRow{"searchPrevious", go, QT_TRANSLATE_NOOP("Actions", "Previous hit"), "Shift+F3"},
        ActionRow{"nextFile", go, QT_TRANSLATE_NOOP("Actions", "Next file"), "]"},
        ActionRow{"previousFile", go, QT_TRANSLATE_NOOP("Actions", "Previous file"), "["},
        ActionRow{"markRead", review,
                  QT_TRANSLATE_NOOP("Actions", "Mark the hunk or the selected lines as read, go to the next unread one"), "M"},
        ActionRow{"markUnread", review, QT_TRANSLATE_NOOP("Actions", "Mark the hunk or the selected lines as unread"), "Shift+M"},
        ActionRow{"comment", review, QT_TRANSLATE_NOOP("Actions", "Comment on the line…"), "Ctrl+M"},
        ActionRow{"acknowledge", review, QT_TRANSLATE_NOOP("Actions", "Acknowledge the finding"), "A"},
        ActionRow{"waive", review, QT_TRANSLATE_NOOP("Actions", "Waive the finding…"), "W"},
        ActionRow{"dispute", review, QT_TRANSLATE_NOOP("Actions", "Dispute the finding…"), "Shift+W"},
        ActionRow{"blame", review, QT_TRANSLATE_NOOP("Actions", "Who brought this line"), "B"},
        ActionRow{"tagAi", review, QT_TRANSLATE_NOOP("Actions", "Tag as AI-assisted…"), "T"},
        ActionRow{"importReport", review, QT_TRANSLATE_NOOP("Actions", "Import a report of scanners or coverage…"), "Ctrl+I"},
        ActionRow{"copyOldSide", review, QT_TRANSLATE_NOOP("Actions", "Copy the old side of the lines"), "Ctrl+Shift+C"},
        ActionRow{"openInEditor", review, QT_TRANSLATE_NOOP("Actions", "Open in the editor"), "E"},
        ActionRow{"approve", review, QT_TRANSLATE_NOOP("Actions", "Approve and sign…"), "Ctrl+Return"},
        ActionRow{"reject", review, QT_TRANSLATE_NOOP("Actions", "Reject and sign…"), "Ctrl+Shift+Return"},
        ActionRow{"withdraw", review, QT_TRANSLATE_NOOP("Actions", "Withdraw my record…"), ""},
        ActionRow{"override", review, QT_TRANSLATE_NOOP("Actions", "Override a requirement…"), ""},
        ActionRow{"ledgerVerifyAll", ledger, QT_TRANSLATE_NOOP("Actions", "Verify all records"), "Ctrl+L"},
        ActionRow{"ledgerFetchAll", ledger, QT_TRANSLATE_NOOP("Actions", "Fetch the ledger"), "Ctrl+Alt+F"},
        ActionRow{"ledgerPushAll", ledger, QT_TRANSLATE_NOOP("Actions", "Push the ledger"), "Ctrl+Alt+P"},
        ActionRow{"checkpoint", ledger, QT_TRANSLATE_NOOP("Actions", "Sign a checkpoint…"), ""},
        ActionRow{"verifyBundle", ledger, QT_TRANSLATE_NOOP("Actions", "Verify a bundle…"), ""},
        ActionRow{"exportBundle", ledger, QT_TRANSLATE_NOOP("Actions", "Export a bundle…"), "Ctrl+Shift+X"},
        ActionRow{"saveReport", ledger, QT_TRANSLATE_NOOP("Actions", "Save report…"), "Ctrl+Shift+S"},
        ActionRow{"printReport", ledger, QT_TRANSLATE_NOOP("Actions", "Print report…"), "Ctrl+Shift+P"},
        ActionRow{"setUp", ledger, QT_TRANSLATE_NOOP("Actions", "Set up roster and policy…"), ""},
        ActionRow{"signTest", ledger, QT_TRANSLATE_NOOP("Actions", "Sign a test"), ""},
        ActionRow{"unified", view, QT_TRANSLATE_NOOP("Actions", "Unified or side by side"), "U"},
        ActionRow{"wrap", view, QT_TRANSLATE_NOOP("Actions", "Wrap long lines"), "Ctrl+W"},
        ActionRow{"whitespace", view, QT_TRANSLATE_NOOP("Actions", "Leave out white space: next mode"), "Ctrl+Shift+W"},
        ActionRow{"blankLines", view, QT_TRANSLATE_NOOP("Actions", "Leave out blank lines"), "Ctrl+Shift+B"},
        ActionRow{"encoding", view, QT_TRANSLATE_NOOP("Actions", "Encoding of the file…"), "Ctrl+Shift+T"},
        ActionRow{"expandAll", view, QT_TRANSLATE_NOOP("Actions", "Show all unchanged lines"), "Ctrl+E"},
        ActionRow{"collapseAll", view, QT_TRANSLATE_NOOP("Actions", "Hide unchanged lines again"), "Ctrl+Shift+E"},
        ActionRow{"zoomIn", view, QT_TRANSLATE_NOOP("Actions", "Larger code"), "Ctrl++; Ctrl+="},
        ActionRow{"zoomOut", view, QT_TRANSLATE_NOOP("Actions", "Smaller code"), "Ctrl+-"},
        ActionRow{"zoomReset", view, QT_TRANSLATE_NOOP("Actions", "Usual size of code"), "Ctrl+0"},
        ActionRow{"wider", view, QT_TRANSLATE_NOOP("Actions", "Wider tabs"), "Ctrl+Alt+Right"},
        ActionRow{"narrower", view, QT_TRANSLATE_NOOP("Actions", "Narrower tabs"), "Ctrl+Alt+Left"},
        ActionRow{"chooseEditor", view, QT_TRANSLATE_NOOP("Actions", "Editor…"), ""},
        ActionRow{"cancel", view, QT_TRANSLATE_NOOP("Actions", "Cancel what is running"), "Ctrl+."},
        ActionRow{"systemTheme", view, QT_TRANSLATE_NOOP("Actions", "Colours of the desktop"), ""},
        ActionRow{"lightTheme", view, QT_TRANSLATE_NOOP("Actions", "Light"), ""},
        ActionRow{"darkTheme", view, QT_TRANSLATE_NOOP("Actions", "Dark"), ""},
        ActionRow{"lightColourBlind", view, QT_TRANSLATE_NOOP("Actions", "Light, without red and green"), ""},
        ActionRow{"darkColourBlind", view, QT_TRANSLATE_NOOP("Actions", "Dark, without red and green"), ""},
        ActionRow{"contrast", view, QT_TRANSLATE_NOOP("Actions", "High contrast"), ""},
        ActionRow{"systemLanguage", view, QT_TRANSLATE_NOOP("Actions", "Language of the system"), ""},
        ActionRow{"english", view, QT_TRANSLATE_NOOP("Actions", "English"), ""},
        ActionRow{"german", view, QT_TRANSLATE_NOOP("Actions", "German"), ""},
        ActionRow{"keys", help, QT_TRANSLATE_NOOP("Actions", "Keys"), "?"},
        ActionRow{"about", help, QT_TRANSLATE_NOOP("Actions", "About Countersign"), ""},
    };
    return table;
}

} // namespace countersign::ui
