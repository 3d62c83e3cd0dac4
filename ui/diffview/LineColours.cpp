// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LineColours.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <string>

namespace countersign::ui
{

namespace
{

constexpr LineNumber blockLines = 256;
constexpr int mostBlocks = 400;
constexpr LineNumber nearEnough = 4'000; ///< lines that are coloured on the way in about a blink
constexpr LineNumber leadIn = 150; ///< lines before a far block from which it is guessed

quint64 keyOf(Side side, LineNumber first)
{
    return (quint64{first} << 1U) | (side == Side::Old ? 0U : 1U);
}

/// The block as if the file began shortly before it.
syntax::StyledLines guess(syntax::Highlighter &highlighter, const Text &text, const std::string &path, LineNumber first,
                          LineNumber last, const std::stop_token &stop)
{
    const LineNumber from = first - leadIn;
    const std::size_t begin = text.lineStart(from);
    const std::size_t end = text.lineStart(last) + text.rawLine(last).size();
    const Text part(std::string(text.bytes().substr(begin, end - begin)));
    auto lines = highlighter.highlight(part, path, leadIn + 1, leadIn + 1 + last - first, stop);
    lines.first = first;
    return lines;
}

} // namespace

/// The highlighters remember states of the texts that they have seen; one job uses them at a time.
struct LineColours::Worker {
    std::mutex mutex;
    std::optional<syntax::Highlighter> exact; ///< made in the worker thread: that takes some 15 ms
    std::optional<syntax::Highlighter> guesses;
};

LineColours::LineColours(QObject *parent)
    : QObject(parent)
    , m_worker(std::make_shared<Worker>())
    , m_blocks(mostBlocks)
{
    m_asking.setSingleShot(true);
    m_asking.setInterval(0);
    connect(&m_asking, &QTimer::timeout, this, &LineColours::ask);
}

LineColours::~LineColours() = default;

void LineColours::setFile(std::shared_ptr<const FileChange> file)
{
    m_job.cancel();
    m_asking.stop();
    m_file = std::move(file);
    m_blocks.clear();
    m_wanted.clear();
    m_running.clear();
    m_reach[0] = m_reach[1] = noLine;
}

std::span<const syntax::StyleRun> LineColours::of(Side side, LineNumber line)
{
    const Block wanted{side, (line - 1) / blockLines * blockLines + 1};
    const Coloured *block = m_blocks.object(keyOf(side, wanted.first));
    if ((!block || block->way == Way::Guess) && !m_running.contains(wanted) && m_wanted.insert(wanted).second
        && (!m_job.isRunning() || m_isSlow))
        m_asking.start();
    if (!block || line - wanted.first >= block->lines->lines.size())
        return {};
    return block->lines->lines[line - wanted.first];
}

bool LineColours::isFar(const Block &block) const
{
    return block.first > m_reach[block.side == Side::Old ? 0 : 1] + nearEnough;
}

void LineColours::ask()
{
    if (m_job.isRunning())
        m_wanted.insert(m_running.begin(), m_running.end());
    if (!m_file || m_wanted.empty())
        return;
    Tasks quick;
    Tasks slow;
    for (const Block &block : m_wanted) {
        if (!isFar(block))
            quick.emplace_back(block, Way::Exact);
        else if (!m_blocks.contains(keyOf(block.side, block.first)))
            quick.emplace_back(block, Way::Guess);
        else
            slow.emplace_back(block, Way::Exact);
    }
    m_isSlow = quick.empty();
    run(m_isSlow ? std::move(slow) : std::move(quick));
}

void LineColours::run(Tasks tasks)
{
    m_running.clear();
    for (const auto &[block, way] : tasks) {
        m_running.insert(block);
        m_wanted.erase(block);
    }
    m_job.start([file = m_file, worker = m_worker, all = std::move(tasks)](
                    const std::stop_token &stop, const ProgressCallback &) { return colour(*file, *worker, all, stop); },
                [this](const std::vector<Coloured> &done) { take(done); });
}

std::vector<LineColours::Coloured> LineColours::colour(const FileChange &file, Worker &worker, const Tasks &tasks,
                                                       const std::stop_token &stop)
{
    const std::scoped_lock lock(worker.mutex);
    std::vector<Coloured> done;
    for (const auto &[block, way] : tasks) {
        const bool isOld = block.side == Side::Old;
        const Text &text = isOld ? file.oldText : file.newText;
        const std::string &path = isOld && file.delta.oldSide.exists() ? file.delta.oldSide.path : file.path();
        if (block.first > text.lineCount() || stop.stop_requested())
            continue;
        const LineNumber last = std::min(text.lineCount(), block.first + blockLines - 1);
        auto &highlighter = way == Way::Guess ? worker.guesses : worker.exact;
        if (!highlighter)
            highlighter.emplace();
        auto lines = way == Way::Guess ? guess(*highlighter, text, path, block.first, last, stop)
                                       : highlighter->highlight(text, path, block.first, last, stop);
        if (!stop.stop_requested())
            done.push_back({block, way, std::make_shared<const syntax::StyledLines>(std::move(lines))});
    }
    return done;
}

void LineColours::take(const std::vector<Coloured> &coloured)
{
    m_running.clear();
    for (const Coloured &one : coloured) {
        m_blocks.insert(keyOf(one.block.side, one.block.first), new Coloured(one));
        auto &reach = m_reach[one.block.side == Side::Old ? 0 : 1];
        if (one.way == Way::Exact)
            reach = std::max(reach, one.block.first + blockLines - 1);
    }
    emit changed();
    if (!m_wanted.empty())
        m_asking.start();
}

} // namespace countersign::ui
