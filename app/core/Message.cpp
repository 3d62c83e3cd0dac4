// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Message.h"

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace countersign {

namespace {

std::string fill(std::string_view text, const std::vector<std::string> &args)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9') {
            const auto index = static_cast<std::size_t>(text[i + 1] - '1');
            if (index < args.size()) {
                out += args[index];
                ++i;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

} // namespace

Message::Message(std::string text, std::vector<std::string> args)
    : m_text(std::move(text))
    , m_args(std::move(args))
{
}

std::string Message::english() const
{
    return fill(m_text, m_args);
}

std::string Message::translated() const
{
    if (m_text.empty())
        return {};
    return fill(QCoreApplication::translate("app", m_text.c_str()).toStdString(), m_args);
}

} // namespace countersign
