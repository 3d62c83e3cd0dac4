// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CopiedText.h"

#include <algorithm>

namespace countersign::ui
{

namespace
{

const Text &textOfSide(const DiffModel &model, Side side)
{
    return side == Side::Old ? model.file()->oldText : model.file()->newText;
}

const DiffModel::Item &itemAt(const DiffModel &model, int index)
{
    return model.items()[static_cast<std::size_t>(index)];
}

QString decoded(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

bool isWordByte(char byte)
{
    const auto c = static_cast<unsigned char>(byte);
    return c >= 0x80 || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

QString linesOf(const DiffModel &model, int first, int last, Side side)
{
    QString out;
    const Side other = side == Side::Old ? Side::New : Side::Old;
    for (int i = std::max(0, first); i <= last && i < static_cast<int>(model.items().size()); ++i) {
        const auto &item = itemAt(model, i);
        if (item.kind != DiffModel::Kind::Code)
            continue;
        const Side shown = model.lineOf(item, side) != noLine ? side : other;
        out += decoded(textOfSide(model, shown).line(model.lineOf(item, shown))) + QLatin1Char('\n');
    }
    return out;
}

QString textOf(const DiffModel &model, const CharSelection &selection)
{
    const auto [from, to] = std::minmax(selection.anchor, selection.head);
    QString out;
    for (int i = from.item; i <= to.item; ++i) {
        const LineNumber line = model.lineOf(itemAt(model, i), selection.side);
        if (line == noLine)
            continue;
        const std::string_view whole = textOfSide(model, selection.side).line(line);
        const std::size_t begin = i == from.item ? std::min<std::size_t>(from.byte, whole.size()) : 0;
        const std::size_t end = i == to.item ? std::min<std::size_t>(to.byte, whole.size()) : whole.size();
        out += decoded(whole.substr(begin, std::max(begin, end) - begin));
        if (i != to.item)
            out += QLatin1Char('\n');
    }
    return out;
}

std::optional<CharSelection> wordAt(const DiffModel &model, Side side, TextPlace place)
{
    const LineNumber line = model.lineOf(itemAt(model, place.item), side);
    if (line == noLine)
        return std::nullopt;
    const std::string_view text = textOfSide(model, side).line(line);
    std::size_t begin = std::min<std::size_t>(place.byte, text.size());
    std::size_t end = begin;
    while (begin > 0 && isWordByte(text[begin - 1]))
        --begin;
    while (end < text.size() && isWordByte(text[end]))
        ++end;
    return CharSelection{side, {place.item, static_cast<std::uint32_t>(begin)}, {place.item, static_cast<std::uint32_t>(end)}};
}

} // namespace countersign::ui
