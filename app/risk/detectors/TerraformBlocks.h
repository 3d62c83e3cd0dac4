// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Text.h"

#include <string>
#include <string_view>
#include <vector>

namespace countersign::risk
{

/// A block at the top level of a Terraform file.
struct TerraformBlock {
    std::string keyword; ///< "resource", "module", "moved", "removed"
    std::string type; ///< of a resource; of a module its source, where it is written as a plain string
    std::string name;
    std::string from; ///< of "moved", and of a "removed" that does not destroy: the address
    LineNumber first = noLine;
    LineNumber last = noLine;

    /// "aws_db_instance.ledger", "module.storage".
    [[nodiscard]] std::string address() const { return (keyword == "module" ? "module" : type) + "." + name; }
};

[[nodiscard]] bool isTerraform(std::string_view path);

/// Resources, modules, and the blocks that say where an address went. Braces are counted outside of strings, comments and here
/// documents; a file that ends inside a block gives what it has.
[[nodiscard]] std::vector<TerraformBlock> terraformBlocks(const Text &text);

} // namespace countersign::risk
