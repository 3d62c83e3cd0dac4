// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "risk/Detector.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// A line that has a name as a whole word.
struct Mention {
    std::string path;
    LineNumber line = noLine;
    std::string text; ///< of the line, bounded
};

/// Where the names that detectors ask for (Detector::namesAround) stand in the files at the head, those that the change edits
/// included: at most 100 places of each, at most 4,000 files and 64 MiB read, once for all of them. Without files at the head
/// only the change's own are read. Generated, vendored, translated and lock files and documentation are left out, unless the
/// change edits them.
class HeadMentions
{
public:
    explicit HeadMentions(const ChangeContext &context);

    /// In order of paths: first those of the change.
    [[nodiscard]] const std::vector<Mention> &of(std::string_view name) const;

private:
    using Mentions = std::map<std::string, std::vector<Mention>, std::less<>>; ///< by name
    /// What a file at the head has.
    struct FoundIn {
        std::size_t bytes = 0;
        Mentions mentions;
    };
    void searchIn(const class NameSearch &names, const ChangeContext &context);
    void searchAround(const NameSearch &names, const HeadFiles &head, const std::set<std::string_view> &changed);
    [[nodiscard]] static FoundIn searchOne(const NameSearch &names, const HeadFiles &head, std::string_view path);
    [[nodiscard]] static Mentions search(const NameSearch &names, const std::string &path, std::string_view bytes);
    [[nodiscard]] static Mentions places(const NameSearch &names, const std::vector<int> &which, const std::string &path,
                                         std::string_view bytes);
    void take(Mentions more);

    Mentions m_mentions;
};

} // namespace countersign::risk
