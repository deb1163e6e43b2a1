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

/// Returns what stands in the accounts.json of @p dataDirectory.
inline QJsonObject readAccountsFile(const QString &dataDirectory)
{
    QFile file(dataDirectory + u"/accounts.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("There is no accounts.json.");
    return QJsonDocument::fromJson(file.readAll()).object();
}

inline void writeAccountsFile(const QString &dataDirectory, const QJsonObject &document)
{
    QSaveFile saved(dataDirectory + u"/accounts.json"_s);
    if (!saved.open(QIODevice::WriteOnly) || saved.write(QJsonDocument(document).toJson()) < 0 || !saved.commit())
        qFatal("accounts.json cannot be written.");
}

/// Takes @p member out of the accounts.json of @p dataDirectory.
inline void takeFromAccountsFile(const QString &dataDirectory, const QString &member)
{
    QJsonObject document = readAccountsFile(dataDirectory);
    if (!document.contains(member))
        qFatal("accounts.json does not say it.");
    document.remove(member);
    writeAccountsFile(dataDirectory, document);
}

/// Sets @p member of the account @p id in the accounts.json of @p dataDirectory.
inline void putIntoAccountsFile(const QString &dataDirectory, const QString &id, const QString &member,
                                const QString &value)
{
    QJsonObject document = readAccountsFile(dataDirectory);
    QJsonArray changed;
    for (const auto &entry : document.value(u"accounts"_s).toArray()) {
        QJsonObject account = entry.toObject();
        if (account.value(u"id"_s) == id)
            account.insert(member, value);
        changed.append(account);
    }
    document.insert(u"accounts"_s, changed);
    writeAccountsFile(dataDirectory, document);
}

} // namespace tilldeck::test
