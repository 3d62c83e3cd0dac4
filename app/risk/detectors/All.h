// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/Detector.h"

#include <memory>

/// Makers of the detectors, one per file of this folder; Detectors.cpp lists them.
namespace countersign::risk
{

[[nodiscard]] std::unique_ptr<Detector> makeAddedConstraints();
[[nodiscard]] std::unique_ptr<Detector> makeBlockingIndexes();
[[nodiscard]] std::unique_ptr<Detector> makeBrokenContracts();
[[nodiscard]] std::unique_ptr<Detector> makeCheckThenAct();
[[nodiscard]] std::unique_ptr<Detector> makeCodeOwners();
[[nodiscard]] std::unique_ptr<Detector> makeConfusables();
[[nodiscard]] std::unique_ptr<Detector> makeCopiedBlocks();
[[nodiscard]] std::unique_ptr<Detector> makeDestroyedState();
[[nodiscard]] std::unique_ptr<Detector> makeDirectionControls();
[[nodiscard]] std::unique_ptr<Detector> makeEditedMigration();
[[nodiscard]] std::unique_ptr<Detector> makeEmptyTests();
[[nodiscard]] std::unique_ptr<Detector> makeFakeSuccess();
[[nodiscard]] std::unique_ptr<Detector> makeFlippedTokens();
[[nodiscard]] std::unique_ptr<Detector> makeFragileFiles();
[[nodiscard]] std::unique_ptr<Detector> makeHiddenInFormatting();
[[nodiscard]] std::unique_ptr<Detector> makeIdentityArguments();
[[nodiscard]] std::unique_ptr<Detector> makeInvisibleCharacters();
[[nodiscard]] std::unique_ptr<Detector> makeKubernetesObjects();
[[nodiscard]] std::unique_ptr<Detector> makeLockFiles();
[[nodiscard]] std::unique_ptr<Detector> makeLookalikePackage();
[[nodiscard]] std::unique_ptr<Detector> makeLostCauses();
[[nodiscard]] std::unique_ptr<Detector> makeLostCleanUps();
[[nodiscard]] std::unique_ptr<Detector> makeLostDestructors();
[[nodiscard]] std::unique_ptr<Detector> makeLostKeys();
[[nodiscard]] std::unique_ptr<Detector> makeLoweredDependencies();
[[nodiscard]] std::unique_ptr<Detector> makeMissingSymbol();
[[nodiscard]] std::unique_ptr<Detector> makeMovedAnnotations();
[[nodiscard]] std::unique_ptr<Detector> makeMovedLocks();
[[nodiscard]] std::unique_ptr<Detector> makeNotSoMinor();
[[nodiscard]] std::unique_ptr<Detector> makeOpenNetwork();
[[nodiscard]] std::unique_ptr<Detector> makeOrphanedImports();
[[nodiscard]] std::unique_ptr<Detector> makeOutsideIntent();
[[nodiscard]] std::unique_ptr<Detector> makeQueryInLoop();
[[nodiscard]] std::unique_ptr<Detector> makeRegeneratedSnapshots();
[[nodiscard]] std::unique_ptr<Detector> makeRemovedGuards();
[[nodiscard]] std::unique_ptr<Detector> makeDroppedOperands();
[[nodiscard]] std::unique_ptr<Detector> makeRemovedTests();
[[nodiscard]] std::unique_ptr<Detector> makeReplacedState();
[[nodiscard]] std::unique_ptr<Detector> makeRetypedColumns();
[[nodiscard]] std::unique_ptr<Detector> makeSecrets();
[[nodiscard]] std::unique_ptr<Detector> makeStateBackend();
[[nodiscard]] std::unique_ptr<Detector> makeSwallowedErrors();
[[nodiscard]] std::unique_ptr<Detector> makeTestAnswers();
[[nodiscard]] std::unique_ptr<Detector> makeTrafficPaths();
[[nodiscard]] std::unique_ptr<Detector> makeUnboundedWrites();
[[nodiscard]] std::unique_ptr<Detector> makeUnkeptClaims();
[[nodiscard]] std::unique_ptr<Detector> makeUnknownPackage();
[[nodiscard]] std::unique_ptr<Detector> makeUntrustedWorkflow();
[[nodiscard]] std::unique_ptr<Detector> makeUnwrappedCalls();
[[nodiscard]] std::unique_ptr<Detector> makeVendoredBinary();
[[nodiscard]] std::unique_ptr<Detector> makeWeakenedTests();
[[nodiscard]] std::unique_ptr<Detector> makeWeakerRandom();
[[nodiscard]] std::unique_ptr<Detector> makeWeakerTemplates();
[[nodiscard]] std::unique_ptr<Detector> makeWideChange();
[[nodiscard]] std::unique_ptr<Detector> makeWideGrants();
[[nodiscard]] std::unique_ptr<Detector> makeWorkflowPermissions();

} // namespace countersign::risk
