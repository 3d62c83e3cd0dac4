// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Detector.h"

#include "detectors/All.h"

namespace countersign::risk
{

std::vector<Finding> Detector::inspectFile(FileContext &, const ChangeContext &) const
{
    return {};
}

std::set<std::string, std::less<>> Detector::namesAround(const ChangeContext &) const
{
    return {};
}

std::vector<Finding> Detector::inspectChange(const ChangeContext &) const
{
    return {};
}

std::vector<Finding> Detector::inspectFindings(const ChangeContext &, std::span<const Finding>) const
{
    return {};
}

const std::vector<std::unique_ptr<Detector>> &detectors()
{
    // One line per detector, in rule order: its maker is declared in detectors/All.h.
    static const std::vector<std::unique_ptr<Detector>> all = [] {
        std::vector<std::unique_ptr<Detector>> list;
        for (const auto make : {makeDestroyedState,      makeReplacedState,
                                makeKubernetesObjects,   makeOrphanedImports,
                                makeStateBackend,        makeUnboundedWrites,
                                makeRetypedColumns,      makeAddedConstraints,
                                makeBlockingIndexes,     makeQueryInLoop,
                                makeEditedMigration,     makeWideGrants,
                                makeOpenNetwork,         makeSecrets,
                                makeRemovedTests,        makeSwallowedErrors,
                                makeLockFiles,           makeUnknownPackage,
                                makeLookalikePackage,    makeMissingSymbol,
                                makeVendoredBinary,      makeUntrustedWorkflow,
                                makeWorkflowPermissions, makeCodeOwners,
                                makeDirectionControls,   makeInvisibleCharacters,
                                makeWideChange,          makeNotSoMinor,
                                makeWeakenedTests,       makeRegeneratedSnapshots,
                                makeEmptyTests,          makeTestAnswers,
                                makeRemovedGuards,       makeDroppedOperands,
                                makeLostCleanUps,        makeUnwrappedCalls,
                                makeFakeSuccess,         makeLostKeys,
                                makeFlippedTokens,       makeTrafficPaths,
                                makeConfusables,         makeOutsideIntent,
                                makeUnkeptClaims,        makeCopiedBlocks,
                                makeBrokenContracts,     makeFragileFiles,
                                makeHiddenInFormatting,  makeIdentityArguments,
                                makeMovedAnnotations,    makeMovedLocks,
                                makeCheckThenAct,        makeWeakerTemplates,
                                makeWeakerRandom,        makeLostCauses,
                                makeLoweredDependencies, makeLostDestructors})
            list.push_back(make());
        return list;
    }();
    return all;
}

} // namespace countersign::risk
