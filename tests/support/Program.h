// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace countersign::test
{

/// What a program that has ended left.
struct Outcome {
    int code = -1; ///< -1: it crashed or did not end in a minute
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// The environment for programs under test: without display, agent and the user's own configuration of git and of this program;
/// @p home takes the place of the home folder.
[[nodiscard]] QProcessEnvironment cleanEnvironment(const QString &home);

/// Runs @p program to its end.
[[nodiscard]] Outcome runProgram(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment,
                                 const QByteArray &input = {}, const QString &folder = {});

} // namespace countersign::test
