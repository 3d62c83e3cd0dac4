// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../Job.h"

#include "core/FileChange.h"
#include "core/Finding.h"
#include "syntax/Syntax.h"

#include <QCache>
#include <QObject>
#include <QTimer>

#include <memory>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace countersign::ui
{

/// Syntax colours of the lines that are looked at. They are computed in a worker, in blocks of lines, and only some blocks are
/// kept, so that a file of a million lines costs no more than one of a thousand. Far from what has been coloured already a block
/// is first coloured as if the file began shortly before it, and then correctly. GUI thread.
class LineColours : public QObject
{
    Q_OBJECT
public:
    explicit LineColours(QObject *parent = nullptr);
    ~LineColours() override;

    void setFile(std::shared_ptr<const FileChange> file);
    /// Colours of a line where they are known; where not they are asked for, and changed() tells when they are there.
    [[nodiscard]] std::span<const syntax::StyleRun> of(Side side, LineNumber line);
    /// Colours of lines that were asked for are still on their way.
    [[nodiscard]] bool isBusy() const { return (m_job.isRunning() && !m_isSlow) || m_asking.isActive(); }

signals:
    void changed();

private:
    /// A block of lines of one side.
    struct Block {
        Side side = Side::New;
        LineNumber first = noLine;
        friend auto operator<=>(const Block &, const Block &) = default;
    };
    enum class Way : std::uint8_t { Exact, Guess };
    struct Coloured {
        Block block;
        Way way = Way::Exact;
        std::shared_ptr<const syntax::StyledLines> lines;
    };
    using Tasks = std::vector<std::pair<Block, Way>>;
    struct Worker;

    void ask();
    void run(Tasks tasks);
    void take(const std::vector<Coloured> &coloured);
    [[nodiscard]] bool isFar(const Block &block) const;
    [[nodiscard]] static std::vector<Coloured> colour(const FileChange &file, Worker &worker, const Tasks &tasks,
                                                      const std::stop_token &stop);

    std::shared_ptr<const FileChange> m_file;
    std::shared_ptr<Worker> m_worker;
    QCache<quint64, Coloured> m_blocks;
    std::set<Block> m_wanted;
    std::set<Block> m_running; ///< blocks of the job that runs
    bool m_isSlow = false; ///< that job is on its way to a far block, and gives way to every other wish
    LineNumber m_reach[2] = {noLine, noLine}; ///< last line by side up to which the highlighter knows its states
    QTimer m_asking;
    Job m_job;
};

} // namespace countersign::ui
