// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangeCommands.h"

#include "ChangePage.h"
#include "DiffPane.h"
#include "DiffSearch.h"
#include "FileSteps.h"
#include "FindingDesk.h"
#include "LineTools.h"

namespace countersign::ui
{

namespace
{

void addReading(Commands &commands, ChangePage *page)
{
    commands.add(page->diffPane()->search(),
                 {
                     {"search", &DiffSearch::open},
                     {"searchNext", &DiffSearch::next},
                     {"searchPrevious", &DiffSearch::previous},
                 });
    commands.add(page->diffPane(),
                 {
                     {"unified", &DiffPane::toggleUnified},
                     {"wrap", &DiffPane::toggleWrap},
                     {"whitespace", &DiffPane::nextWhitespaceMode},
                     {"blankLines", &DiffPane::toggleBlankLines},
                     {"encoding", &DiffPane::chooseEncoding},
                     {"zoomIn", &DiffPane::zoomIn},
                     {"zoomOut", &DiffPane::zoomOut},
                     {"zoomReset", &DiffPane::zoomReset},
                     {"wider", &DiffPane::wider},
                     {"narrower", &DiffPane::narrower},
                 });
    commands.add(page->diffView(),
                 {
                     {"otherEnd", &DiffView::jumpToOtherEnd},
                     {"copyOldSide", &DiffView::copyOldSide},
                     {"expandAll", &DiffView::expandAll},
                     {"collapseAll", &DiffView::collapseAll},
                 });
    commands.add(page->lineTools(),
                 {
                     {"blame", &LineTools::blameLine},
                     {"definition", &LineTools::goToDefinition},
                     {"openInEditor", &LineTools::openInEditor},
                     {"chooseEditor", &LineTools::chooseEditor},
                 });
}

} // namespace

void addCommands(Commands &commands, ChangePage *page, const Commands::Before &isShown)
{
    addReading(commands, page);
    commands.add(page->steps(),
                 {
                     {"nextHunk", &FileSteps::nextHunk},
                     {"previousHunk", &FileSteps::previousHunk},
                     {"nextFinding", &FileSteps::nextFinding},
                     {"previousFinding", &FileSteps::previousFinding},
                     {"nextComment", &FileSteps::nextComment},
                     {"previousComment", &FileSteps::previousComment},
                     {"nextFile", &FileSteps::nextFile},
                     {"previousFile", &FileSteps::previousFile},
                 },
                 isShown);
    commands.add(page->findingDesk(),
                 {
                     {"acknowledge", &FindingDesk::acknowledgeCurrent},
                     {"waive", &FindingDesk::waiveCurrent},
                     {"dispute", &FindingDesk::disputeCurrent},
                 },
                 isShown);
    commands.add(page,
                 {
                     {"comment", &ChangePage::comment},
                     {"markRead", &ChangePage::markRead},
                     {"markUnread", &ChangePage::markUnread},
                     {"approve", &ChangePage::approve},
                     {"reject", &ChangePage::reject},
                     {"withdraw", &ChangePage::withdraw},
                     {"override", &ChangePage::overrideGate},
                     {"tagAi", &ChangePage::tagAsAi},
                     {"importReport", &ChangePage::importReport},
                 },
                 isShown);
}

} // namespace countersign::ui
