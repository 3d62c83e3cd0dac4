// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Message.h"

#include <expected>
#include <string>
#include <utility>

namespace countersign {

/// Who has to do something about an error; decides the exit code of the command line.
enum class ErrorKind {
    Usage, ///< the command or call is wrong (exit code 2)
    Input, ///< what was read is at fault: repository, patch, record, store (exit code 3)
    Environment, ///< the machine is at fault: disk, missing program, key, permission (exit code 3)
    Cancelled, ///< the caller asked to stop
};

/// What went wrong, where, and what to do. Every part is plain text.
struct Error {
    ErrorKind kind = ErrorKind::Input;
    Message what; ///< what is wrong, one sentence
    std::string where; ///< file, ref, commit or line it is about; may be empty
    Message hint; ///< what to do next, one sentence; may be empty

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value, or why there is none. No exceptions cross a room's border.
template<class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorKind kind, Message what, std::string where = {}, Message hint = {})
{
    return std::unexpected(Error{kind, std::move(what), std::move(where), std::move(hint)});
}

/// The error every cancelled job returns.
[[nodiscard]] inline std::unexpected<Error> cancelled()
{
    return fail(ErrorKind::Cancelled, Message(QT_TRANSLATE_NOOP("app", "Cancelled.")));
}

} // namespace countersign
