// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qttranslation.h>

#include <string>
#include <vector>

namespace countersign {

/// A sentence for a person: an English template with the places %1, %2, … and what goes into them.
///
/// Rooms without a window build messages with QT_TRANSLATE_NOOP("app", "…") so that the catalogue
/// sees them; english() is what files and JSON hold (stable, never translated), translated() is what
/// a person reads. Arguments are data from outside and are never translated.
class Message {
public:
    Message() = default;
    /// @param text English template, from QT_TRANSLATE_NOOP("app", …) or a rule file.
    /// @param args what stands for %1, %2, …; at most nine.
    explicit Message(std::string text, std::vector<std::string> args = {});

    [[nodiscard]] bool isEmpty() const { return m_text.empty(); }
    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] const std::vector<std::string> &args() const { return m_args; }

    /// The English sentence with its arguments filled in.
    [[nodiscard]] std::string english() const;
    /// The sentence in the language of the installed translators (context "app"), UTF-8. Any thread.
    [[nodiscard]] std::string translated() const;

    friend bool operator==(const Message &, const Message &) = default;

private:
    std::string m_text;
    std::vector<std::string> m_args;
};

} // namespace countersign
