// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceTree.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace countersign::impact
{

/// Index of a file in its graph.
using FileIndex = std::uint32_t;

/// Why one file depends on another. Ordered: an earlier one is the stronger reason.
enum class LinkKind : std::uint8_t {
    Import, ///< names it in an import
    Package, ///< uses a name that it defines, in the same package, namespace or Terraform module
    Path, ///< names its path
    Key, ///< reads a setting that it defines
};
/// Stable lower-case name: "import", "package", "path", "key".
[[nodiscard]] std::string_view name(LinkKind kind);

/// One end of a dependency.
struct Link {
    FileIndex file = 0; ///< the other end
    LineNumber line = noLine; ///< where the dependent says so; noLine: anywhere it uses the name
    LinkKind kind = LinkKind::Import;
    friend bool operator==(const Link &, const Link &) = default;
};

/// Who depends on whom among the files of one tree. Immutable once built; any thread.
class ImportGraph
{
public:
    ImportGraph() = default;
    /// Resolves every import. Deterministic. Errors: cancelled.
    [[nodiscard]] static Result<ImportGraph> build(SourceTree tree, unsigned threads, std::stop_token stop = {});
    /// The graph of a tree where some files have another content: the same as build() gives, in a fraction of the time. Nothing:
    /// the others may depend on something else now (a file came or defines other names), so that it must be built.
    [[nodiscard]] std::optional<ImportGraph> edited(std::span<const SourceFile> files) const;

    [[nodiscard]] const std::vector<SourceFile> &files() const { return *m_files; }
    [[nodiscard]] const std::vector<Manifest> &manifests() const;
    [[nodiscard]] std::optional<FileIndex> find(std::string_view path) const;
    /// Files that depend on @p file, by index; each once, with its strongest reason.
    [[nodiscard]] std::span<const Link> dependents(FileIndex file) const { return m_dependents.of(file); }
    [[nodiscard]] std::span<const Link> dependencies(FileIndex file) const { return m_dependencies.of(file); }

private:
    /// Links of all files, one after the other.
    struct Table {
        std::vector<std::uint32_t> starts;
        std::vector<Link> links;
        [[nodiscard]] std::span<const Link> of(FileIndex file) const
        {
            return std::span(links).subspan(starts[file], starts[file + 1] - starts[file]);
        }
    };
    struct Ground; ///< the tree that was built, and how its names lead to files
    using Files = std::vector<SourceFile>;
    void invert();

    std::shared_ptr<const Ground> m_ground;
    std::shared_ptr<const Files> m_files = std::make_shared<const Files>(); ///< those of the ground, or its edited ones
    Table m_dependencies;
    Table m_dependents;
};

} // namespace countersign::impact
