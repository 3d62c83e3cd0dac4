// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <initializer_list>
#include <map>
#include <utility>

namespace countersign::ui
{

/// What the actions of the window do, by their ids (see actionTable()). GUI thread.
class Commands
{
public:
    /// Asked before a command runs; false: it does not run now.
    using Before = std::function<bool()>;
    template<class Object>
    using Methods = std::initializer_list<std::pair<const char *, void (Object::*)()>>;

    void add(const char *id, std::function<void()> command) { m_commands[QString::fromLatin1(id)] = std::move(command); }

    /// Methods of @p object, which must live as long as this.
    template<class Object>
    void add(Object *object, Methods<Object> methods, const Before &before = {})
    {
        addOf<Object>([object] { return object; }, methods, before);
    }

    /// Methods of an object that need not be there yet.
    /// @param object asked when a command runs; what it gives must live as long as this.
    template<class Object>
    void addOf(const std::function<Object *()> &object, Methods<Object> methods, const Before &before = {})
    {
        for (const auto &[id, method] : methods) {
            add(id, [object, method, before] {
                if (!before || before())
                    (object()->*method)();
            });
        }
    }

    /// False: no such command.
    [[nodiscard]] bool run(const QString &id) const
    {
        const auto found = m_commands.find(id);
        if (found == m_commands.end())
            return false;
        found->second();
        return true;
    }

private:
    std::map<QString, std::function<void()>> m_commands;
};

} // namespace countersign::ui
