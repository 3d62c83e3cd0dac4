// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Background.h"

#include "core/Progress.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <stop_token>
#include <utility>

namespace countersign::ui
{

/// One piece of background work at a time, owned by a page. Starting it again, cancelling it or deleting it asks the running
/// work to stop and drops its result: what arrives in done() always belongs to the last start().
/// Lives in the GUI thread; work runs on Background::shared().
class Job : public QObject
{
    Q_OBJECT
public:
    explicit Job(QObject *parent = nullptr)
        : QObject(parent)
    {
    }
    ~Job() override { m_stop.request_stop(); }

    /// Runs work(std::stop_token, const ProgressCallback &) in a worker thread, then done(its result) in the GUI thread.
    template<class Work, class Done>
    void start(Work work, Done done)
    {
        cancel();
        m_stop = std::stop_source();
        m_running = true;
        const auto generation = ++m_generation;
        const QPointer<Job> self(this);
        emit started();
        Background::shared().start(
            [self, generation, token = m_stop.get_token(), work = std::move(work), done = std::move(done)]() mutable {
                const auto report = [&](const Progress &progress) {
                    post(self, generation, [progress](Job &job) { emit job.progressed(progress); });
                };
                auto result = std::make_shared<decltype(work(token, ProgressCallback()))>(work(token, ProgressCallback(report)));
                post(self, generation, [result, done = std::move(done)](Job &job) mutable {
                    job.m_running = false;
                    done(std::move(*result));
                    emit job.finished();
                });
            });
    }

    /// Posts something from the running work to the GUI thread; dropped when the work is stale by then.
    template<class Call>
    static void post(const QPointer<Job> &self, quint64 generation, Call call)
    {
        callInGui([self, generation, call = std::move(call)]() mutable {
            if (self && self->m_generation == generation)
                call(*self);
        });
    }

    [[nodiscard]] quint64 generation() const { return m_generation; }
    [[nodiscard]] bool isRunning() const { return m_running; }

    /// Asks the running work to stop; its result will not arrive.
    void cancel()
    {
        if (!m_running)
            return;
        m_stop.request_stop();
        ++m_generation;
        m_running = false;
        emit finished();
    }

signals:
    void started();
    void progressed(const countersign::Progress &progress);
    void finished();

private:
    std::stop_source m_stop;
    quint64 m_generation = 0;
    bool m_running = false;
};

} // namespace countersign::ui
