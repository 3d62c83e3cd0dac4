// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "HistoryLog.h"

#include "GitProgram.h"

#include <algorithm>
#include <charconv>

namespace countersign::git
{

namespace
{

constexpr char recordMark = '\1'; ///< cannot stand in an oid, and starts a field that is one

/// Bytes between NULs of a stream that comes in pieces.
class Fields
{
public:
    using Use = std::function<void(std::string_view)>;
    explicit Fields(Use use)
        : m_use(std::move(use))
    {
    }
    void feed(std::string_view piece)
    {
        while (!piece.empty()) {
            const auto end = piece.find('\0');
            if (end == std::string_view::npos) {
                m_open += piece;
                return;
            }
            if (m_open.empty()) {
                m_use(piece.substr(0, end));
            } else {
                m_open += piece.substr(0, end);
                m_use(m_open);
                m_open.clear();
            }
            piece.remove_prefix(end + 1);
        }
    }
    void finish()
    {
        if (!m_open.empty())
            m_use(m_open);
        m_open.clear();
    }

private:
    Use m_use;
    std::string m_open;
};

/// `git log` with what every use of it here has; @p field gets what stands between NULs.
Result<void> runLog(const Repository &repository, const QStringList &options, const QByteArray &input, const Fields::Use &field,
                    const std::stop_token &stop)
{
    Fields fields(field);
    const QStringList command = QStringList{QStringLiteral("log"),
                                            QStringLiteral("--no-ext-diff"),
                                            QStringLiteral("--no-textconv"),
                                            QStringLiteral("--no-show-signature"),
                                            QStringLiteral("--no-notes"),
                                            QStringLiteral("--no-color"),
                                            QStringLiteral("--no-renames"),
                                            QStringLiteral("--ignore-submodules=none"),
                                            QStringLiteral("-z")}
        + options;
    auto run = runGit(repository.gitDirectory(), command, input, [&fields](std::string_view piece) { fields.feed(piece); }, stop);
    fields.finish();
    return run;
}

QByteArray revisions(const Oid &tip, std::span<const Oid> known)
{
    QByteArray out = QByteArray::fromStdString(tip.hex()) + '\n';
    for (const Oid &id : known)
        out += '^' + QByteArray::fromStdString(id.hex()) + '\n';
    return out;
}

std::int64_t toNumber(std::string_view text)
{
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Builds commits out of fields: mark and id, parents, times, address, subject, then paths up to the next mark. The first path
/// has a line feed in front, as git separates the two parts.
class CommitReader
{
public:
    explicit CommitReader(const std::function<void(LoggedCommit)> &use)
        : m_use(use)
    {
    }
    void field(std::string_view text)
    {
        if (text.starts_with(recordMark)) {
            flush();
            m_at = 0;
            m_open = true;
            if (const auto id = Oid::fromHex(text.substr(1)))
                m_commit.id = *id;
            return;
        }
        switch (++m_at) {
        case 1:
            for (; text.size() >= 2 * Oid::size; text.remove_prefix(std::min(text.size(), 2 * Oid::size + 1))) {
                if (const auto parent = Oid::fromHex(text.substr(0, 2 * Oid::size)))
                    m_commit.parents.push_back(*parent);
            }
            break;
        case 2:
            m_commit.authorTime = toNumber(text);
            break;
        case 3:
            m_commit.commitTime = toNumber(text);
            break;
        case 4:
            m_commit.author = text;
            std::ranges::transform(m_commit.author, m_commit.author.begin(),
                                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
            break;
        case 5:
            m_commit.subject = text;
            break;
        default:
            if (m_at == 6 && text.starts_with('\n'))
                text.remove_prefix(1);
            if (!text.empty())
                m_commit.paths.emplace_back(text);
        }
    }
    void flush()
    {
        if (m_open)
            m_use(std::exchange(m_commit, {}));
        m_open = false;
    }

private:
    const std::function<void(LoggedCommit)> &m_use;
    LoggedCommit m_commit;
    int m_at = 0;
    bool m_open = false;
};

} // namespace

Result<void> logHistory(const Repository &repository, const Oid &tip, std::span<const Oid> known,
                        const std::function<void(LoggedCommit)> &commit, std::stop_token stop)
{
    CommitReader reader(commit);
    auto run = runLog(
        repository,
        {QStringLiteral("--name-only"), QStringLiteral("--format=%x01%H%x00%P%x00%at%x00%ct%x00%ae%x00%s"),
         QStringLiteral("--stdin")},
        revisions(tip, known), [&reader](std::string_view field) { reader.field(field); }, stop);
    if (run)
        reader.flush();
    return run;
}

Result<void> logSizes(const Repository &repository, std::span<const Oid> commits,
                      const std::function<void(const Oid &, std::vector<LoggedSize>)> &sizes, std::stop_token stop)
{
    QByteArray input;
    for (const Oid &id : commits)
        input += QByteArray::fromStdString(id.hex()) + '\n';
    std::optional<Oid> open;
    std::vector<LoggedSize> files;
    const auto flush = [&] {
        if (open)
            sizes(*open, std::exchange(files, {}));
        open.reset();
    };
    const auto field = [&](std::string_view text) {
        if (text.starts_with(recordMark)) {
            flush();
            open = Oid::fromHex(text.substr(1, 2 * Oid::size));
            return;
        }
        if (text.starts_with('\n'))
            text.remove_prefix(1);
        const auto first = text.find('\t');
        const auto second = first == std::string_view::npos ? first : text.find('\t', first + 1);
        if (second == std::string_view::npos)
            return;
        files.push_back({static_cast<std::uint64_t>(toNumber(text)), static_cast<std::uint64_t>(toNumber(text.substr(first + 1))),
                         std::string(text.substr(second + 1))});
    };
    if (commits.empty())
        return {};
    auto run = runLog(repository,
                      {QStringLiteral("--no-walk=unsorted"), QStringLiteral("--numstat"), QStringLiteral("--format=%x01%H"),
                       QStringLiteral("--stdin")},
                      input, field, stop);
    if (run)
        flush();
    return run;
}

Result<void> logMessages(const Repository &repository, const Oid &tip,
                         const std::function<void(const Oid &, std::string_view)> &message, std::stop_token stop)
{
    return runLog(
        repository, {QStringLiteral("--format=%x01%H%n%B"), QStringLiteral("--stdin")}, revisions(tip, {}),
        [&message](std::string_view text) {
            constexpr std::size_t head = 1 + 2 * Oid::size;
            if (const auto id = text.size() > head ? Oid::fromHex(text.substr(1, 2 * Oid::size)) : std::nullopt)
                message(*id, text.substr(head + 1));
        },
        stop);
}

} // namespace countersign::git
