// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

namespace countersign::ui
{

/// A page of the window that is made when it is first needed, so that the window itself opens without it. GUI thread.
template<class Page>
class LatePage
{
public:
    /// @param make a page that is ready to be shown; somebody else owns it.
    explicit LatePage(std::function<Page *()> make)
        : m_make(std::move(make))
    {
    }

    [[nodiscard]] Page *get()
    {
        if (!m_page)
            m_page = m_make();
        return m_page;
    }
    /// Null: nobody has needed it yet.
    [[nodiscard]] Page *made() const { return m_page; }

private:
    std::function<Page *()> m_make;
    Page *m_page = nullptr;
};

} // namespace countersign::ui
