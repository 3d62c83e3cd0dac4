// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReviewSession.h"

#include "../Words.h"

#include <QPointer>

namespace countersign::ui
{

ReviewSession::~ReviewSession()
{
    m_saves.waitForDone();
}

void ReviewSession::open(std::shared_ptr<Workspace> workspace, std::shared_ptr<const workbench::ChangeReport> report)
{
    m_desk.reset(); // what is known stays shown until the store has told what it has
    m_opening.start(
        [workspace = std::move(workspace), report = std::move(report)](
            const std::stop_token &stop, const ProgressCallback &) -> Result<std::shared_ptr<workbench::ReviewDesk>> {
            auto repository = workspace->handle();
            if (!repository)
                return std::unexpected(repository.error());
            const auto engine = workspace->engine();
            if (!engine)
                return std::unexpected(engine.error());
            return workbench::ReviewDesk::open(*repository, report, (*engine)->templates, stop);
        },
        [this](Result<std::shared_ptr<workbench::ReviewDesk>> desk) {
            if (!desk) {
                emit failed(words(desk.error()));
                return;
            }
            m_desk = std::move(*desk);
            if (m_desk->setAside())
                emit failed(tr("The store of reviews was damaged. It was kept as %1 and a new one was begun.")
                                .arg(safe(m_desk->setAside()->string())));
            save([](workbench::ReviewDesk &opened) { return opened.state(); });
        });
}

void ReviewSession::close()
{
    m_opening.cancel();
    m_desk.reset();
    m_state = {};
}

void ReviewSession::save(std::function<Result<workbench::ReviewState>(workbench::ReviewDesk &)> work)
{
    if (!m_desk)
        return;
    ++m_pending;
    const QPointer<ReviewSession> self(this);
    m_saves.start([self, desk = m_desk, work = std::move(work)] {
        auto state = std::make_shared<Result<workbench::ReviewState>>(work(*desk));
        callInGui([self, desk, state] {
            if (!self)
                return;
            --self->m_pending;
            if (self->m_desk != desk)
                return;
            if (*state) {
                self->m_state = std::move(**state);
                emit self->changed();
            } else {
                emit self->failed(words(state->error()));
            }
        });
    });
}

void ReviewSession::setRead(const review::ReadRows &read)
{
    if (!m_desk || read.empty())
        return;
    for (const auto &[key, rows] : read)
        m_state.stored.read.insert_or_assign(key, rows);
    save([read](workbench::ReviewDesk &desk) { return desk.setRead(read); });
}

} // namespace countersign::ui
