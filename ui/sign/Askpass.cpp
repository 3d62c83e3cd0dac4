// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Askpass.h"

#include "../Words.h"

#include <QCoreApplication>
#include <QInputDialog>
#include <QMessageBox>

#include <cstdio>

namespace countersign::ui
{

namespace
{

constexpr const char *marker = "COUNTERSIGN_ASKPASS";

QString tr(const char *text)
{
    return QCoreApplication::translate("countersign::ui", text);
}

/// A security key waits to be touched: ssh-keygen ends this process when it was.
int showNotice(const QString &question)
{
    QMessageBox box(QMessageBox::Information, tr("Countersign: sign"), safe(question.toStdString()), QMessageBox::Cancel);
    box.setTextFormat(Qt::PlainText);
    box.exec();
    return 1;
}

} // namespace

records::Environment askingEnvironment()
{
    auto environment = records::signingEnvironment();
    environment["SSH_ASKPASS_REQUIRE"] = "force";
    if (environment.contains("SSH_ASKPASS"))
        return environment;
    environment["SSH_ASKPASS"] = QCoreApplication::applicationFilePath().toStdString();
    environment[marker] = "1";
    for (const char *name : {"QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "COUNTERSIGN_LANG"}) {
        if (qEnvironmentVariableIsSet(name))
            environment[name] = qgetenv(name).toStdString();
    }
    return environment;
}

bool isAskpass()
{
    return qEnvironmentVariableIsSet(marker);
}

int runAskpass(const QString &question)
{
    if (qEnvironmentVariable("SSH_ASKPASS_PROMPT") == QLatin1String("none"))
        return showNotice(question);
    QInputDialog dialog;
    dialog.setObjectName(QStringLiteral("askpass"));
    dialog.setWindowTitle(tr("Countersign: passphrase"));
    dialog.setLabelText(safe(question.toStdString()).toHtmlEscaped());
    dialog.setTextEchoMode(QLineEdit::Password);
    dialog.setInputMode(QInputDialog::TextInput);
    if (dialog.exec() != QDialog::Accepted)
        return 1;
    std::fputs(qPrintable(dialog.textValue() + QLatin1Char('\n')), stdout);
    return 0;
}

} // namespace countersign::ui
