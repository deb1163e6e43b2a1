// SPDX-License-Identifier: GPL-3.0-or-later
// A sandbox on a thread of its own with a clock that the test sets, and plain HTTP to talk to it.
#pragma once

#include "sandbox/sandbox_thread.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

struct Reply
{
    int status = 0;
    QByteArray body;
    QByteArray type;
    QByteArray location;
    QList<QNetworkReply::RawHeaderPair> headers = {};

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QStringList fields() const
    {
        QStringList names;
        const QJsonArray errors = json()["errors"_L1].toArray();
        for (const auto &error : errors)
            names << error["field"_L1].toString();
        return names;
    }
    QJsonArray items() const { return json()["items"_L1].toArray(); }
    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.toLower() == name.toLower())
                return value;
        }
        return {};
    }
};

class Shop
{
public:
    explicit Shop(sandbox::Options options = {})
    {
        options.dataDir = m_folder.filePath(u"state"_s);
        options.clock = [this] { return QDateTime::fromSecsSinceEpoch(m_now, Qt::UTC); };
        m_options = options;
        start();
    }

    void start()
    {
        m_thread = std::make_unique<sandbox::SandboxThread>(m_options);
        QSignalSpy ready(m_thread.get(), &sandbox::SandboxThread::ready);
        m_thread->start();
        if (ready.isEmpty())
            ready.wait();
    }
    void restart() { start(); }
    void advanceHours(int hours) { advanceSeconds(hours * 3600); }
    void advanceSeconds(int seconds) { m_now += seconds; }

    QString url() const { return m_thread->running()->url; }
    sandbox::Account account() const { return m_thread->running()->accounts.first(); }
    sandbox::SandboxThread &thread() { return *m_thread; }
    QString folder() const { return m_options.dataDir; }
    QString api() const { return account().baseUrl + "/api/"_L1 + account().accountId; }

    Reply send(const QByteArray &method, const QString &address, const QByteArray &body = {},
               const QList<std::pair<QByteArray, QByteArray>> &headers = {})
    {
        QNetworkRequest request{QUrl(address)};
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
        request.setRawHeader("Authorization", "Bearer " + account().key.toUtf8());
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
        if (!reply->isFinished())
            QSignalSpy(reply.get(), &QNetworkReply::finished).wait(15'000);
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
                reply->rawHeader("Content-Type"), reply->rawHeader("Location"), reply->rawHeaderPairs()};
    }
    Reply get(const QString &path) { return send("GET", api() + path); }
    Reply post(const QString &path, const QByteArray &body = {}) { return send("POST", api() + path, body); }
    Reply create(const QByteArray &body) { return post(u"/checkout-sessions"_s, body); }
    Reply session(const QString &id) { return get(u"/checkout-sessions/"_s + id); }

    /// Sends the hosted page's form as the page would.
    Reply pay(const QJsonObject &session, const QByteArray &number,
              const QList<std::pair<QByteArray, QByteArray>> &headers = {})
    {
        return payAt(session["url"_L1].toString(), number, headers);
    }
    Reply payAt(const QString &page, const QByteArray &number,
                const QList<std::pair<QByteArray, QByteArray>> &headers = {})
    {
        QList<std::pair<QByteArray, QByteArray>> all{{"Content-Type", "application/x-www-form-urlencoded"},
                                                     {"Origin", url().toUtf8()}};
        return send("POST", page, "number=" + number + "&expiry=12%2F80&cvc=123", all + headers);
    }

private:
    std::atomic<qint64> m_now = 1'800'000'000;
    QTemporaryDir m_folder;
    sandbox::Options m_options;
    std::unique_ptr<sandbox::SandboxThread> m_thread;
    QNetworkAccessManager m_network;
};

/// Lets the sandbox on @p folder write no documents of @p kind from now on, as on a full disk.
inline QString breakWritesOf(const QString &kind, const QString &folder)
{
    QString error;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"breaker"_s);
        db.setDatabaseName(folder + "/sandbox.sqlite"_L1);
        db.open();
        QSqlQuery query(db);
        query.exec(u"CREATE TRIGGER full_disk BEFORE INSERT ON documents WHEN NEW.kind = '%1' "
                   "BEGIN SELECT RAISE(ABORT, 'disk is full'); END"_s.arg(kind));
        error = query.lastError().text();
    }
    QSqlDatabase::removeDatabase(u"breaker"_s);
    return error;
}

inline const QByteArray kPays = "4242+4242+4242+4242";
inline const QByteArray kShortOfFunds = "4000000000009995";
inline const QByteArray kDeclined = "4000000000000002";

} // namespace tilldeck::test
