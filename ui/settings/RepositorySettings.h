// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QListWidget;
class QPushButton;

namespace countersign::ui
{

/// The folders of the repositories that were opened, the last one first; at most 20, kept between runs.
[[nodiscard]] QStringList recentRepositories();
void rememberRepository(const QString &path);
void forgetRepository(const QString &path);

/// Opens one of them again, or forgets it; nothing on the disk is touched.
class RepositorySettings : public QWidget
{
    Q_OBJECT
public:
    explicit RepositorySettings(QWidget *parent = nullptr);

    void read();

signals:
    void chosen(const QString &path);

private:
    [[nodiscard]] QString current() const;

    QListWidget *m_list;
    QPushButton *m_open;
    QPushButton *m_remove;
};

} // namespace countersign::ui
