// SPDX-License-Identifier: GPL-3.0-or-later
// Changes accounts.json beside the program, as a hand or a backup does.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

/// Sets @p member of the account @p id in the accounts.json of @p dataDirectory.
inline void putIntoAccountsFile(const QString &dataDirectory, const QString &id, const QString &member,
                                const QString &value)
{
    const QString path = dataDirectory + u"/accounts.json"_s;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("There is no accounts.json.");
    QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray changed;
    for (const auto &entry : document.value(u"accounts"_s).toArray()) {
        QJsonObject account = entry.toObject();
        if (account.value(u"id"_s) == id)
            account.insert(member, value);
        changed.append(account);
    }
    document.insert(u"accounts"_s, changed);
    QSaveFile saved(path);
    if (!saved.open(QIODevice::WriteOnly) || saved.write(QJsonDocument(document).toJson()) < 0 || !saved.commit())
        qFatal("accounts.json cannot be written.");
}

} // namespace tilldeck::test
