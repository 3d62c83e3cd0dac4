// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <ranges>
#include <string>

namespace countersign
{

/// "a, b, c": @p items in their order; @p text makes the words of each, which by default are the item itself.
template<std::ranges::input_range Items, class Text = std::identity>
[[nodiscard]] std::string joined(Items &&items, Text text = {})
{
    std::string out;
    for (auto &&item : items) {
        if (!out.empty())
            out += ", ";
        out += std::invoke(text, item);
    }
    return out;
}

} // namespace countersign
