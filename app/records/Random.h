// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <cstddef>
#include <string>

namespace countersign::records
{

/// Where nonces come from, so that tests can set them.
class Random
{
public:
    virtual ~Random() = default;
    /// @p count unpredictable bytes. Errors: the machine has no source of randomness.
    [[nodiscard]] virtual Result<std::string> bytes(std::size_t count) = 0;
};

/// The machine's cryptographic random numbers.
class SystemRandom final : public Random
{
public:
    [[nodiscard]] Result<std::string> bytes(std::size_t count) override;
};

} // namespace countersign::records
