// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Chain.h"

namespace countersign::records
{

namespace
{

std::vector<Problem> checkChain(const std::vector<const Record *> &chain)
{
    std::vector<Problem> problems;
    SignerChain last{0, SignerChain().prev};
    for (const Record *record : chain) {
        const auto &link = record->statement.signerChain;
        const auto seq = std::to_string(link.seq);
        const auto &reviewer = record->statement.reviewer.id;
        if (link.seq > last.seq + 1)
            problems.push_back(
                {Failure::ChainGap,
                 Message(QT_TRANSLATE_NOOP("app", "Records %1 to %2 of %3 are missing: they were removed from the ledger."),
                         {std::to_string(last.seq + 1), std::to_string(link.seq - 1), reviewer})});
        else if (link.seq == last.seq)
            problems.push_back({Failure::ChainFork,
                                Message(QT_TRANSLATE_NOOP("app", "%1 has two records with the number %2."), {reviewer, seq})});
        else if (link.seq < last.seq)
            problems.push_back(
                {Failure::ChainOrder,
                 Message(QT_TRANSLATE_NOOP("app", "Record %1 of %2 stands behind a later one: the ledger was reordered."),
                         {seq, reviewer})});
        else if (link.prev != last.prev)
            problems.push_back(
                {Failure::ChainLinkMismatch,
                 Message(QT_TRANSLATE_NOOP("app", "Record %1 of %2 does not follow the record before it: that one was replaced."),
                         {seq, reviewer})});
        if (link.seq > last.seq)
            last = {link.seq, record->id};
    }
    return problems;
}

} // namespace

std::map<std::string, std::vector<Problem>> checkChains(const std::vector<const Record *> &records)
{
    std::map<std::string, std::vector<const Record *>> bySigner;
    for (const Record *record : records)
        bySigner[record->key.fingerprint()].push_back(record);
    std::map<std::string, std::vector<Problem>> problems;
    for (const auto &[fingerprint, chain] : bySigner) {
        if (auto found = checkChain(chain); !found.empty())
            problems.emplace(fingerprint, std::move(found));
    }
    return problems;
}

} // namespace countersign::records
