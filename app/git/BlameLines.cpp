// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlameLines.h"

#include "GitProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace countersign::git
{

namespace
{

constexpr std::size_t hexDigits = 2 * Oid::size;

/// "-L 3,5 -L 9,9": runs of lines.
QStringList ranges(std::span<const LineNumber> lines)
{
    QStringList out;
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i + 1;
        while (end < lines.size() && lines[end] == lines[end - 1] + 1)
            ++end;
        out << QStringLiteral("-L") << QStringLiteral("%1,%2").arg(lines[i]).arg(lines[end - 1]);
        i = end;
    }
    return out;
}

/// Reads `git blame --incremental`: groups of "<id> <line there> <line here> <count>", what is known of the commit (the first
/// time only), and "filename …" at the end.
class GroupReader
{
public:
    void feed(std::string_view piece)
    {
        m_open += piece;
        std::size_t begin = 0;
        for (auto end = m_open.find('\n'); end != std::string::npos; end = m_open.find('\n', begin)) {
            line(std::string_view(m_open).substr(begin, end - begin));
            begin = end + 1;
        }
        m_open.erase(0, begin);
    }
    [[nodiscard]] std::vector<Oid> finish()
    {
        std::ranges::sort(m_ids);
        const auto repeats = std::ranges::unique(m_ids);
        m_ids.erase(repeats.begin(), repeats.end());
        std::erase_if(m_ids, [this](const Oid &id) { return std::ranges::contains(m_older, id); });
        return std::move(m_ids);
    }

private:
    void line(std::string_view text)
    {
        if (m_isHead && text.size() > hexDigits && text[hexDigits] == ' ') {
            if (const auto id = Oid::fromHex(text.substr(0, hexDigits)))
                m_ids.push_back(*id);
            m_isHead = false;
        } else if (text == "boundary" && !m_ids.empty()) {
            m_older.push_back(m_ids.back());
        } else if (text.starts_with("filename ")) {
            m_isHead = true;
        }
    }

    std::string m_open;
    bool m_isHead = true;
    std::vector<Oid> m_ids;
    std::vector<Oid> m_older;
};

} // namespace

LineBlame::LineBlame(std::unique_ptr<QTemporaryDir> folder)
    : m_folder(std::move(folder))
{
}

LineBlame::LineBlame(LineBlame &&) noexcept = default;
LineBlame::~LineBlame() = default;

Result<LineBlame> LineBlame::open(const Repository &repository)
{
    auto folder = std::make_unique<QTemporaryDir>();
    const auto write = [&folder](const char *name, const std::string &text) {
        QFile file(folder->filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(text.data(), static_cast<qint64>(text.size())) >= 0;
    };
    const QDir root(folder->path());
    const std::string objects = (repository.commonDirectory() / "objects").string();
    const bool isMade = folder->isValid() && root.mkpath(QStringLiteral("objects/info")) && root.mkpath(QStringLiteral("refs"))
        && write("HEAD", "ref: refs/heads/none\n") && write("config", "[core]\n\tbare = true\n")
        && write("objects/info/alternates", objects + "\n");
    if (!isMade)
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "A temporary folder cannot be made.")),
                    folder->path().toStdString());
    return LineBlame(std::move(folder));
}

Result<std::vector<Oid>> LineBlame::commitsOf(const Oid &commit, const std::string &path, std::span<const LineNumber> lines,
                                              const Oid &oldest, const std::stop_token &stop) const
{
    GroupReader reader;
    const QStringList command = QStringList{QStringLiteral("blame"), QStringLiteral("--incremental"), QStringLiteral("-w"),
                                            QStringLiteral("--no-textconv"), QStringLiteral("--no-ext-diff")}
        + ranges(lines)
        + QStringList{QString::fromStdString(oldest.hex() + ".." + commit.hex()), QStringLiteral("--"),
                      QString::fromStdString(path)};
    const auto run =
        runGit(m_folder->path().toStdString(), command, {}, [&reader](std::string_view piece) { reader.feed(piece); }, stop);
    if (!run)
        return std::unexpected(run.error());
    return reader.finish();
}

} // namespace countersign::git
