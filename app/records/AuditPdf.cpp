// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditFacts.h"
#include "AuditReport.h"

#include "core/SafeText.h"

#include <format>

namespace countersign::records
{

namespace
{

constexpr std::size_t columns = 92; ///< of 9 point Courier between the margins
constexpr std::size_t linesOfAPage = 66;

struct PdfLine {
    std::string text; ///< printable ASCII
    bool isTitle = false;
};

/// Courier has no other signs that every viewer agrees on.
std::string plain(std::string_view text)
{
    const auto safe = safeText(text);
    std::string out;
    for (std::size_t at = 0; at < safe.size();) {
        const char32_t sign = nextCodePoint(safe, at);
        out += sign >= 0x20 && sign < 0x7F ? std::string(1, static_cast<char>(sign))
                                           : std::format("\\u{{{:X}}}", static_cast<std::uint32_t>(sign));
    }
    return out;
}

void addWrapped(std::vector<PdfLine> &lines, const std::string &text, std::size_t indent)
{
    const std::size_t room = columns - indent;
    for (std::size_t at = 0; at == 0 || at < text.size(); at += room)
        lines.push_back({std::string(at == 0 ? 0 : indent, ' ') + text.substr(at, at == 0 ? columns : room)});
}

void addFacts(std::vector<PdfLine> &lines, const std::string &title, const std::vector<AuditFact> &facts)
{
    lines.push_back({plain(title), true});
    for (const auto &[what, is] : facts)
        addWrapped(lines, plain(what + ": " + is), 4);
    lines.push_back({});
}

std::string literal(std::string_view text)
{
    std::string out = "(";
    for (const char c : text)
        out += c == '(' || c == ')' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    return out + ")";
}

std::string pageContent(const std::vector<PdfLine> &lines, std::size_t first)
{
    std::string out = "BT\n11 TL\n50 790 Td\n";
    for (std::size_t i = first; i < lines.size() && i < first + linesOfAPage; ++i)
        out += std::format("/{} 9 Tf\n{} Tj T*\n", lines[i].isTitle ? "F2" : "F1", literal(lines[i].text));
    return out + "ET\n";
}

/// Numbers its objects and remembers where each begins, for the table at the end.
class PdfFile
{
public:
    void add(std::string_view body)
    {
        m_starts.push_back(m_bytes.size());
        m_bytes += std::format("{} 0 obj\n{}\nendobj\n", m_starts.size(), body);
    }

    [[nodiscard]] std::string finished() const
    {
        std::string out = m_bytes;
        out += std::format("xref\n0 {}\n0000000000 65535 f \n", m_starts.size() + 1);
        for (const auto start : m_starts)
            out += std::format("{:010} 00000 n \n", start);
        return out
            + std::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", m_starts.size() + 1, m_bytes.size());
    }

private:
    std::string m_bytes = "%PDF-1.4\n";
    std::vector<std::size_t> m_starts;
};

} // namespace

std::string auditPdf(const Ledger &ledger, const LedgerVerdict &verdict)
{
    std::vector<PdfLine> lines;
    addFacts(lines, "Audit of approval records", ledgerFacts(verdict));
    for (std::size_t i = 0; i < verdict.records.size(); ++i)
        addFacts(lines, "Record " + std::to_string(i + 1), recordFacts(ledger.entries[i], verdict.records[i]));
    const std::size_t pages = (lines.size() + linesOfAPage - 1) / linesOfAPage;
    std::string kids;
    for (std::size_t page = 0; page < pages; ++page)
        kids += std::format("{} 0 R ", 5 + 2 * page);
    PdfFile file;
    file.add("<< /Type /Catalog /Pages 2 0 R >>");
    file.add(std::format("<< /Type /Pages /Kids [ {}] /Count {} >>", kids, pages));
    file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>");
    file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold >>");
    for (std::size_t page = 0; page < pages; ++page) {
        file.add(std::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R "
                             "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
                             6 + 2 * page));
        const auto content = pageContent(lines, page * linesOfAPage);
        file.add(std::format("<< /Length {} >>\nstream\n{}endstream", content.size(), content));
    }
    return file.finished();
}

} // namespace countersign::records
