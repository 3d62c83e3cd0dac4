// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CoverageFormats.h"

#include <QXmlStreamReader>

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace countersign::reports
{

namespace
{

constexpr std::size_t deepest = 64; ///< elements inside each other; a report has about eight

std::optional<std::uint64_t> numberIn(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::unexpected<Error> broken(const std::string &file, std::uint64_t line, Message what)
{
    return fail(ErrorKind::Input, std::move(what), file + ":" + std::to_string(line));
}

/// Collects the lines of those files that belong to the change.
class Collector
{
public:
    explicit Collector(const PathMatch &paths)
        : m_paths(paths)
    {
    }

    void open(const std::string &reported)
    {
        const auto path = m_paths.find(reported);
        m_isOpen = true;
        m_lines = path ? &m_coverage.files[*path] : nullptr;
        m_coverage.others += path ? 0U : 1U;
    }
    void close() { m_isOpen = false; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    void add(std::uint64_t line, bool isRun)
    {
        constexpr std::size_t mostLines = 5'000'000; // of one file; more are in no source
        if (m_isOpen && m_lines && line > 0 && line <= std::numeric_limits<LineNumber>::max() && m_lines->size() < mostLines)
            (*m_lines)[static_cast<LineNumber>(line)] |= isRun;
    }
    LineCoverage take() { return std::move(m_coverage); }

private:
    const PathMatch &m_paths;
    LineCoverage m_coverage;
    LineHits *m_lines = nullptr; ///< null: of a file that is none of the change's
    bool m_isOpen = false;
};

/// The elements of both XML formats that name files and lines.
class XmlReader
{
public:
    XmlReader(std::string_view bytes, const std::string &file, const PathMatch &paths)
        : m_xml(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())))
        , m_file(file)
        , m_lines(paths)
    {
        m_xml.setEntityExpansionLimit(0); // no report needs entities of its own
    }

    Result<LineCoverage> read()
    {
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                if (++m_depth > deepest)
                    return wrong(Message(QT_TRANSLATE_NOOP("app", "The elements of the report are nested too deep.")));
                if (m_depth == 1 && m_xml.name() != QLatin1String("coverage") && m_xml.name() != QLatin1String("report"))
                    return wrong(Message(QT_TRANSLATE_NOOP("app", "This is no report of lcov, Cobertura or JaCoCo.")));
                start();
                break;
            case QXmlStreamReader::EndElement:
                --m_depth;
                if (m_xml.name() == QLatin1String("class") || m_xml.name() == QLatin1String("sourcefile"))
                    m_lines.close();
                break;
            case QXmlStreamReader::DTD:
                if (!m_xml.entityDeclarations().isEmpty())
                    return wrong(Message(QT_TRANSLATE_NOOP("app", "The report declares entities, which no report needs.")));
                break;
            default:
                break;
            }
        }
        if (m_xml.hasError())
            return wrong(Message(QT_TRANSLATE_NOOP("app", "This is not valid XML: %1"), {m_xml.errorString().toStdString()}));
        return m_lines.take();
    }

private:
    void start()
    {
        const auto name = m_xml.name();
        const auto text = [this](const char *attribute) {
            return m_xml.attributes().value(QLatin1String(attribute)).toString().toStdString();
        };
        if (name == QLatin1String("class") && m_xml.attributes().hasAttribute(QLatin1String("filename"))) {
            m_lines.open(text("filename"));
        } else if (name == QLatin1String("package")) {
            m_package = text("name");
        } else if (name == QLatin1String("sourcefile")) {
            m_lines.open(m_package.empty() ? text("name") : m_package + "/" + text("name"));
        } else if (name == QLatin1String("line") && m_lines.isOpen()) {
            const auto number = numberIn(text(m_xml.attributes().hasAttribute(QLatin1String("nr")) ? "nr" : "number"));
            const auto hits = numberIn(text(m_xml.attributes().hasAttribute(QLatin1String("ci")) ? "ci" : "hits"));
            m_lines.add(number.value_or(0), hits.value_or(0) > 0);
        }
    }

    std::unexpected<Error> wrong(Message what)
    {
        return broken(m_file, static_cast<std::uint64_t>(m_xml.lineNumber()), std::move(what));
    }

    QXmlStreamReader m_xml;
    const std::string &m_file;
    Collector m_lines;
    std::string m_package; ///< of JaCoCo: "com/example/shop"
    std::size_t m_depth = 0;
};

} // namespace

Result<LineCoverage> readLcov(std::string_view bytes, const std::string &file, const PathMatch &paths)
{
    Collector lines(paths);
    bool isLcov = false;
    std::uint64_t number = 0;
    for (std::string_view rest = bytes; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        ++number;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.starts_with("SF:")) {
            lines.open(std::string(line.substr(3)));
            isLcov = true;
        } else if (line == "end_of_record") {
            lines.close();
        } else if (line.starts_with("DA:")) {
            const std::string_view data = line.substr(3);
            const auto comma = data.find(',');
            const auto at = numberIn(data.substr(0, comma));
            if (comma == std::string_view::npos || !at || !lines.isOpen())
                return broken(file, number, Message(QT_TRANSLATE_NOOP("app", "This line of the report is not understood.")));
            const std::string_view count = data.substr(comma + 1);
            lines.add(*at, numberIn(count.substr(0, count.find(','))).value_or(0) > 0);
        }
    }
    if (!isLcov)
        return broken(file, 1, Message(QT_TRANSLATE_NOOP("app", "This is no report of lcov, Cobertura or JaCoCo.")));
    return lines.take();
}

Result<LineCoverage> readXmlCoverage(std::string_view bytes, const std::string &file, const PathMatch &paths)
{
    return XmlReader(bytes, file, paths).read();
}

} // namespace countersign::reports
