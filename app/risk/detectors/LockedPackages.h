// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NewDependencies.h"

#include "risk/Detector.h"
#include "risk/structure/Manifest.h"

#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace countersign::risk
{

/// What lock files fix, read once for all detectors that ask. A fact about the change; any thread.
class LockedPackages
{
public:
    explicit LockedPackages(const ChangeContext &context)
        : m_context(context)
    {
    }

    /// @param file of the change
    [[nodiscard]] const std::vector<LockedPackage> &of(const FileChange &file, Side side) const
    {
        return side == Side::Old ? read(side, file.delta.oldSide.path, file.oldText)
                                 : read(side, file.delta.newSide.path, file.newText);
    }
    /// The lock file at @p path at the head, changed or not. Null: there is none.
    [[nodiscard]] const std::vector<LockedPackage> *atHead(const std::string &path) const
    {
        const auto text = textAtHead(m_context, path);
        return text ? &read(Side::New, path, *text) : nullptr;
    }

private:
    struct Read {
        std::once_flag once;
        std::vector<LockedPackage> packages;
    };
    const std::vector<LockedPackage> &read(Side side, const std::string &path, const Text &text) const
    {
        Read &read = slotOf(side, path);
        std::call_once(read.once, [&] { read.packages = lockedPackages(text, path); });
        return read.packages;
    }
    Read &slotOf(Side side, const std::string &path) const
    {
        const std::scoped_lock lock(m_mutex);
        return m_read[{side, path}]; // stays where it is
    }

    const ChangeContext &m_context;
    mutable std::mutex m_mutex; ///< of the map, not of what its slots hold
    mutable std::map<std::pair<Side, std::string>, Read> m_read;
};

} // namespace countersign::risk
