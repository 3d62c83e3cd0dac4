// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Syntax.h"

#include <memory>

namespace countersign::syntax
{

/// A highlighter that the threads of the process use by turns, as one takes long to make and threads come and go. It goes back
/// with this object, and remembers no text then. Any thread.
class BorrowedHighlighter
{
public:
    BorrowedHighlighter();
    ~BorrowedHighlighter();
    BorrowedHighlighter(const BorrowedHighlighter &) = delete;
    BorrowedHighlighter &operator=(const BorrowedHighlighter &) = delete;

    [[nodiscard]] Highlighter &operator*() const { return *m_highlighter; }

private:
    std::unique_ptr<Highlighter> m_highlighter;
};

} // namespace countersign::syntax
