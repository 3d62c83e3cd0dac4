// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LineCoverage.h"

#include "CoverageFormats.h"

namespace countersign::reports
{

void LineCoverage::merge(LineCoverage other)
{
    others += other.others;
    for (const auto &[path, lines] : other.files) {
        LineHits &mine = files[path];
        for (const auto &[line, isRun] : lines)
            mine[line] |= isRun;
    }
}

Result<LineCoverage> readCoverage(std::string_view bytes, const std::string &file, const PathMatch &paths)
{
    if (bytes.size() > mostReportBytes)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The report is larger than 256 MiB.")), file);
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && bytes[first] == '<')
        return readXmlCoverage(bytes.substr(first), file, paths);
    return readLcov(bytes, file, paths);
}

} // namespace countersign::reports
