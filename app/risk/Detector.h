// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FileContext.h"
#include "FilePasts.h"
#include "HeadFiles.h"

#include "core/Change.h"
#include "core/FileChange.h"
#include "core/Finding.h"
#include "core/Provenance.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <typeindex>
#include <vector>

namespace countersign::risk
{

/// What is known about the whole change when a rule runs. Any thread.
struct ChangeContext {
    const Change &change;
    std::span<const FileChange> files; ///< all of them, moves marked across files
    const HeadFiles *head = nullptr; ///< what stands at the head; null: only the change is known
    const FilePasts *pasts = nullptr; ///< what the history says; null: it was not read

    /// What a detector gathers from all files: made as Facts(*this) on first use, then the same for every file.
    /// Facts may ask for other facts, but not in a circle.
    template<class Facts>
    [[nodiscard]] const Facts &facts() const
    {
        Slot &slot = slotOf(typeid(Facts));
        std::call_once(slot.isMade, [&] { slot.facts = std::make_shared<Facts>(*this); });
        return *static_cast<const Facts *>(slot.facts.get());
    }

    ChangeContext(const Change &whole, std::span<const FileChange> all, const HeadFiles *standing = nullptr,
                  const FilePasts *history = nullptr)
        : change(whole)
        , files(all)
        , head(standing)
        , pasts(history)
    {
    }

private:
    struct Slot {
        std::once_flag isMade;
        std::shared_ptr<void> facts;
    };
    Slot &slotOf(std::type_index type) const
    {
        const std::scoped_lock lock(m_mutex);
        return m_facts[type]; // stays where it is when other facts are added
    }

    mutable std::mutex m_mutex; ///< for the map, not for what its slots hold: who makes one fact keeps nobody from another
    mutable std::map<std::type_index, Slot> m_facts;
};

/// A rule that needs structure, written in C++. Stateless: one object serves every thread.
/// It gives findings with everything but the id (the engine sets ids).
class Detector
{
public:
    virtual ~Detector() = default;
    /// "DST-01"
    [[nodiscard]] virtual std::string_view rule() const = 0;
    /// Findings in one file. Default: none.
    [[nodiscard]] virtual std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const;
    /// Names whose places at the head inspectChange() will ask HeadMentions for. Default: none.
    [[nodiscard]] virtual std::set<std::string, std::less<>> namesAround(const ChangeContext &context) const;
    /// Findings about the change as a whole. Any thread. Default: none.
    [[nodiscard]] virtual std::vector<Finding> inspectChange(const ChangeContext &context) const;
    /// The same, given all @p found in files. Default: none.
    [[nodiscard]] virtual std::vector<Finding> inspectFindings(const ChangeContext &context,
                                                               std::span<const Finding> found) const;
};

/// Gathers what stands around the change, so that inspectChange() finds it there. Any thread.
void lookAround(const ChangeContext &context);

/// Every detector of the engine, in rule order. A new detector is added to this list in Detectors.cpp.
[[nodiscard]] const std::vector<std::unique_ptr<Detector>> &detectors();

} // namespace countersign::risk
