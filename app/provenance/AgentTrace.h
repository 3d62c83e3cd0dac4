// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TraceJson.h"

#include "core/Message.h"
#include "core/Text.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace countersign::provenance
{

/// Where the writers of Agent Trace 0.1.0 keep their records in a work tree, and some commit them.
inline constexpr std::string_view agentTracePath = ".agent-trace/traces.jsonl";

/// Lines of one file that a record speaks of.
struct TracedRange {
    LineRange lines;
    std::string contentHash; ///< "sha256:…" or "murmur3:…"; empty: none
    Contribution contribution;
    std::string model;
};

/// One record. Text from outside: show through safeText(). Conversations are never kept.
struct TraceRecord {
    std::string revision; ///< commit in hexadecimal; the reference writer names the parent of the one that holds the lines
    std::string tool; ///< as written
    std::map<std::string, std::vector<TracedRange>, std::less<>> files; ///< by path
};

struct AgentTraces {
    std::vector<TraceRecord> records;
    std::map<std::string, std::vector<std::size_t>, std::less<>> byRevision; ///< indexes; under "" what names no commit
    std::vector<Message> problems; ///< what was left out, and why
};

/// Parses the records, one JSON object a line. At most 16 MiB, 20,000 records and a million ranges.
[[nodiscard]] AgentTraces parseAgentTraces(std::string_view lines);

/// True when the text of these lines has the hash: SHA-256, or MurmurHash3 (x86, 32 bits, seed 0; A. Appleby), of the lines with
/// or without the last line's end. Line numbers alone prove nothing: files move on while agents write.
[[nodiscard]] bool fitsHash(const Text &text, LineRange lines, std::string_view hash);

} // namespace countersign::provenance
