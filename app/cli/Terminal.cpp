// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Terminal.h"

#include "core/SafeText.h"

#include <QCoreApplication>

#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include <cstdio>
#include <cstdlib>

namespace countersign::cli
{

namespace
{

void writeAll(std::FILE *file, std::string_view bytes)
{
    std::fwrite(bytes.data(), 1, bytes.size(), file);
}

int cellsOf(char32_t c)
{
    const int width = ::wcwidth(static_cast<wchar_t>(c));
    return width < 0 ? 1 : width;
}

} // namespace

Terminal::Terminal()
    : m_colours(::isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr)
    , m_statusTerminal(::isatty(STDERR_FILENO) != 0)
{
}

void Terminal::out(std::string_view bytes) const
{
    writeAll(stdout, bytes);
    std::fflush(stdout);
}

void Terminal::say(std::string_view line) const
{
    status({});
    writeAll(stderr, std::string(line) + "\n");
}

void Terminal::status(std::string_view line) const
{
    if (m_statusTerminal)
        writeAll(stderr, "\r\x1B[K" + std::string(line));
}

Exit Terminal::fault(const Error &error) const
{
    std::string text = "countersign: " + error.what.translated();
    if (!error.where.empty())
        text += " (" + safeText(error.where, 300) + ")";
    say(text);
    if (!error.hint.isEmpty())
        say("  " + error.hint.translated());
    return error.kind == ErrorKind::Usage ? Exit::Usage : Exit::Fault;
}

std::string Terminal::styled(std::string_view text, std::string_view code) const
{
    if (!m_colours)
        return std::string(text);
    return "\x1B[" + std::string(code) + "m" + std::string(text) + "\x1B[0m";
}

int Terminal::width() const
{
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    if (const char *columns = std::getenv("COLUMNS")) {
        const int value = std::atoi(columns);
        if (value >= 40 && value <= 1000)
            return value;
    }
    return 120;
}

int cells(std::string_view text)
{
    int total = 0;
    for (std::size_t offset = 0; offset < text.size();)
        total += cellsOf(nextCodePoint(text, offset));
    return total;
}

std::string fitted(std::string_view text, int width)
{
    int used = 0;
    std::size_t offset = 0;
    while (offset < text.size()) {
        std::size_t next = offset;
        const int more = cellsOf(nextCodePoint(text, next));
        if (used + more > width)
            break;
        used += more;
        offset = next;
    }
    std::string out(text.substr(0, offset));
    if (offset < text.size() && width > 1) {
        while (used > width - 1 || (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U && used >= width)) {
            std::size_t begin = out.size() - 1;
            while (begin > 0 && (static_cast<unsigned char>(out[begin]) & 0xC0U) == 0x80U)
                --begin;
            std::size_t at = begin;
            used -= cellsOf(nextCodePoint(out, at));
            out.resize(begin);
        }
        out += "…";
        ++used;
    }
    out.append(static_cast<std::size_t>(width > used ? width - used : 0), ' ');
    return out;
}

} // namespace countersign::cli
