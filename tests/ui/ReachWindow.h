// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Need.h"
#include "ReachScene.h"

#include "ui/Background.h"
#include "ui/MainWindow.h"
#include "ui/change/ChangePage.h"
#include "ui/style/Theme.h"

#include <QApplication>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace countersign::test
{

/// The real window for tests that open changes of a ReachScene in it.
class ReachWindow
{
protected:
    /// Once, before the first window.
    void prepare()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")).toUtf8());
        qputenv("COUNTERSIGN_STORE", m_folder.filePath(QStringLiteral("reviews.sqlite")).toUtf8());
        qputenv("COUNTERSIGN_CACHE", m_folder.filePath(QStringLiteral("cache")).toUtf8());
        ui::applyTheme(*qApp, QStringLiteral("light"));
    }

    void show()
    {
        m_window = std::make_unique<ui::MainWindow>();
        m_window->resize(1500, 950);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void close()
    {
        m_window.reset();
        ui::Background::shared().waitForDone();
    }

    void openChange()
    {
        m_window->openRepository(m_scene.path(), QStringLiteral("rounding"));
        QVERIFY(QTest::qWaitFor([&] { return m_window->isSettled() && m_window->changePage()->hasChange(); }, 20'000));
    }

    template<class T>
    T *find(const char *name, QWidget *in = nullptr)
    {
        return need<T>(in ? *in : *m_window, name);
    }

    [[nodiscard]] QWidget *page() { return qobject_cast<QStackedWidget *>(m_window->centralWidget())->currentWidget(); }

    QTemporaryDir m_folder;
    ReachScene m_scene;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace countersign::test
