// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refresh_times.h"

#include "ledger/file_check.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 1'000'000;

QString pathIn(const QString &dataDirectory)
{
    return QDir(dataDirectory).filePath(u"refreshed.json"_s);
}

/// Says of which ledger the times are: one that was put in its place, or rebuilt, does not hold what was read then.
QString ledgerIn(const QString &dataDirectory)
{
    return QString::number(ledger::stampOf(QDir(dataDirectory).filePath(u"ledger.sqlite"_s)).number);
}

QJsonObject timesIn(QFile &file, const QString &ledger)
{
    const QJsonObject all = QJsonDocument::fromJson(file.read(mostBytes)).object();
    return all.value(u"ledger"_s).toString() == ledger ? all.value(u"accounts"_s).toObject() : QJsonObject();
}

} // namespace

void noteRefreshed(const QString &dataDirectory, const QString &accountId, const QDateTime &at)
{
    QFile file(pathIn(dataDirectory));
    if (!file.open(QIODevice::ReadWrite))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QString ledger = ledgerIn(dataDirectory);
    QJsonObject times = timesIn(file, ledger);
    times.insert(accountId, at.toUTC().toString(Qt::ISODate));
    // In place: a file that is put there anew would be a change of the folder, which every program follows. One that a
    // crash cuts off says nothing.
    const QByteArray text =
        QJsonDocument(QJsonObject{{u"ledger"_s, ledger}, {u"accounts"_s, times}}).toJson(QJsonDocument::Compact);
    if (file.seek(0) && file.write(text) == text.size())
        file.resize(text.size());
}

QDateTime refreshedAt(const QString &dataDirectory, const QString &accountId)
{
    QFile file(pathIn(dataDirectory));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QDateTime::fromString(timesIn(file, ledgerIn(dataDirectory)).value(accountId).toString(), Qt::ISODate);
}

} // namespace tilldeck::desk
