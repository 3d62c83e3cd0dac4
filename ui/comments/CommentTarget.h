// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Finding.h"
#include "core/Provenance.h"
#include "review/Comments.h"

#include <optional>
#include <string>

namespace countersign::ui
{

/// What a comment that is being written belongs to: a thread that it answers, or lines where it begins one.
struct CommentTarget {
    std::optional<review::CommentId> thread;
    std::string path;
    Side side = Side::New;
    LineRange lines;
    friend bool operator==(const CommentTarget &, const CommentTarget &) = default;
};

} // namespace countersign::ui
