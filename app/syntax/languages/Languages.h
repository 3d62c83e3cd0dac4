// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syntax/Style.h"

#include <QString>

#include <memory>
#include <vector>

/// The face of the part that knows languages. KSyntaxHighlighting brings some fifty libraries along, which take the system longer
/// to load than all others that the program needs; so it is a part of its own, loaded when text is first coloured.
namespace countersign::syntax
{

/// UTF-16 units of a line in one style.
struct Format {
    int offset = 0;
    int length = 0;
    Style style = Style::Normal;
};

/// Reads a text of one language, line after line. One thread.
class LanguageReader
{
public:
    /// What was read before a line: shared, immutable; null: nothing.
    using State = std::shared_ptr<const void>;

    virtual ~LanguageReader() = default;
    virtual void goTo(const State &state) = 0; ///< of a reader of the same language
    [[nodiscard]] virtual State state() const = 0;
    /// Puts the formats of the next line into @p formats (cleared first), in their order.
    virtual void readLine(const QString &line, std::vector<Format> &formats) = 0;
};

/// All languages. One thread; it must outlive its readers.
class Languages
{
public:
    virtual ~Languages() = default;
    /// Name of the definition for a file name; empty: there is none.
    [[nodiscard]] virtual QString definitionForFileName(const QString &fileName) const = 0;
    /// The same name when there is such a definition; else empty.
    [[nodiscard]] virtual QString definitionForName(const QString &name) const = 0;
    /// @param definition one of those names
    [[nodiscard]] virtual std::unique_ptr<LanguageReader> reader(const QString &definition) const = 0;
};

/// What the part exports, under the name "countersignLanguages": makes all languages (9 to 19 ms); the caller owns them.
using MakeLanguages = Languages *();

} // namespace countersign::syntax
