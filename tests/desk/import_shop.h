// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that creates sessions for the rows of a file, or loses its answers, as a test says, and counts them.
#pragma once

#include "desk/bench.h"
#include "desk/session_import.h"
#include "http/scripted_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace tilldeck::desk::test {

using namespace Qt::StringLiterals;

/// Returns as many rows for PaymentKit, each of which is another one.
inline std::vector<ledger::ImportRow> importedRows(int count, const QString &prefix = u"R"_s)
{
    std::vector<ledger::ImportRow> rows;
    for (int i = 0; i < count; ++i) {
        ledger::ImportRow row;
        row.line = i + 2;
        row.draft = draft();
        row.draft.customFields = {checkout::CustomField(u"order"_s, prefix + QString::number(i))};
        rows.push_back(std::move(row));
    }
    return rows;
}

inline QStringList once(QStringList texts)
{
    texts.removeDuplicates();
    return texts;
}

class ImportShop
{
public:
    /// Says what becomes of a creation.
    enum class Fault {
        None,
        LostAfter,       ///< It is made, and the connection ends.
        LostBefore,      ///< It is not made, and the connection ends.
        Silent,          ///< It is made, and nobody answers.
        KeyRefused,      ///< 401
        KeyRefusedAfter, ///< 401, and it is made
        Refused,         ///< 422
        TooMany,         ///< 429, Retry-After: 1
        TooManyAfter,    ///< The same, and it is made
        TooManyFor,      ///< 429, for hours
    };

    ImportShop()
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) { take(socket, request); };
        account = bench.connectTo(u"Kestrel"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
    }

    Desk &desk() { return *bench.desk; }

    SessionImport::Order order(int count, const QString &prefix = u"R"_s) const
    {
        SessionImport::Order order;
        order.accountId = account;
        order.source = u"orders.csv"_s;
        order.rows = importedRows(count, prefix);
        return order;
    }

    /// Returns why what @p begin starts ended before its end; nothing when it did not.
    template <class Begin> static std::optional<checkout::Error> ended(SessionImport &import, Begin begin)
    {
        std::optional<checkout::Error> failure;
        bool done = false;
        const QObject here;
        QObject::connect(&import, &SessionImport::finished, &here, [&](const std::optional<checkout::Error> &error) {
            failure = error;
            done = true;
        });
        begin();
        if (!QTest::qWaitFor([&] { return done; }, 60000))
            qFatal("The import did not end.");
        return failure;
    }
    std::optional<checkout::Error> run(SessionImport &import, int count, Repeat repeat = Repeat::Ask) const
    {
        return ended(import, [&] { import.start(order(count), repeat); });
    }
    std::optional<checkout::Error> resume(SessionImport &import, const QString &batchId,
                                          Repeat repeat = Repeat::Ask) const
    {
        return ended(import, [&] { import.resume(account, batchId, {}, repeat); });
    }

    ledger::ImportBatch batch() { return desk().journal().imports(account).result().value().front(); }
    QList<int> counts()
    {
        const ledger::ImportBatch all = batch();
        return {all.all, all.made, all.refused, all.unknown, all.notSent, all.cancelled};
    }

    Bench bench;
    http::test::ScriptedServer server;
    QString account;
    std::function<Fault(int number)> onCreate; ///< Asked for each creation, which are counted from 1.
    QStringList sent;                          ///< What was sent: the custom field of each.
    QStringList made;                          ///< The same of what was made.
    QList<QByteArray> keys;                    ///< The keys of what was sent.
    QByteArray listFailure;                    ///< What the list of sessions is answered with; empty: what was made.
    bool heedsOffset = true;                   ///< Of that list.
    int perPage = 100;
    bool isNewestUnreadable = false; ///< The row of the newest session has no id.
    int secondsLater = 0;            ///< By its clock than by this computer's.
    int lists = 0;                   ///< How many pages of it were asked for.
    int underWay = 0;
    int mostUnderWay = 0;

private:
    QDateTime time() const { return QDateTime::currentDateTimeUtc().addSecs(secondsLater); }

    static QByteArray headerOf(const QByteArray &request, const QByteArray &name)
    {
        for (const QByteArray &line : request.left(request.indexOf("\r\n\r\n")).split('\n')) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }

    /// Returns the session that @p body asks for as the list has it.
    QJsonObject listed(const QString &id, const QByteArray &body) const
    {
        QJsonObject session = QJsonDocument::fromJson(body).object();
        session.insert(u"id"_s, id);
        session.insert(u"status"_s, u"open"_s);
        session.insert(u"secure_token"_s, u"sec_"_s + id);
        session.insert(u"created_at"_s, time().toString(Qt::ISODate));
        return session;
    }

    /// Returns a page of the sessions, newest first.
    QByteArray page(const QByteArray &request)
    {
        ++lists;
        if (!listFailure.isEmpty())
            return listFailure;
        const QByteArray path = request.left(request.indexOf('\n'));
        static const QRegularExpression offsetIn(u"offset=(\\d+)"_s);
        const int offset = heedsOffset ? offsetIn.match(QString::fromLatin1(path)).captured(1).toInt() : 0;
        QJsonArray items;
        for (qsizetype at = offset; at < m_listed.size() && at < offset + perPage; ++at)
            items.append(m_listed.at(at));
        if (isNewestUnreadable && offset == 0 && !items.isEmpty()) {
            QJsonObject newest = items.first().toObject();
            newest.insert(u"id"_s, QJsonValue());
            items.replace(0, newest);
        }
        const QJsonObject page{
            {u"items"_s, items}, {u"total"_s, m_listed.size()}, {u"limit"_s, perPage}, {u"offset"_s, offset}};
        return http::test::answer(200, QJsonDocument(page).toJson(), http::test::dateHeader(time()));
    }

    QList<QJsonObject> m_listed;

    void take(QTcpSocket &socket, const QByteArray &request)
    {
        if (request.startsWith("GET") && request.left(request.indexOf('\n')).contains("/checkout-sessions?"))
            return (void)socket.write(page(request));
        if (request.startsWith("GET"))
            return (void)socket.write(http::test::answer(404, "{}", http::test::dateHeader(time())));
        const QByteArray body = request.mid(request.indexOf("\r\n\r\n") + 4);
        const QString order = QJsonDocument::fromJson(body)[u"custom_fields"_s][u"order"_s].toString();
        const Fault fault = onCreate ? onCreate(static_cast<int>(sent.size()) + 1) : Fault::None;
        sent << order;
        keys << headerOf(request, "idempotency-key");
        if (fault == Fault::KeyRefused)
            return (void)socket.write(http::test::answer(401, R"({"title":"Unauthorized"})"));
        if (fault == Fault::Refused)
            return (void)socket.write(http::test::answer(422, R"({"title":"Refused","detail":"No such price."})"));
        if (fault == Fault::TooMany)
            return (void)socket.write(http::test::answer(429, R"({"title":"Slow down"})", "Retry-After: 1\r\n"));
        if (fault == Fault::TooManyFor)
            return (void)socket.write(http::test::answer(429, R"({"title":"Slow down"})", "Retry-After: 7200\r\n"));
        if (fault == Fault::LostBefore)
            return socket.disconnectFromHost();
        const QString id =
            u"cs_"_s + order + (made.contains(order) ? u"_another%1"_s.arg(made.count(order)) : QString());
        made << order;
        m_listed.prepend(listed(id, body));
        if (fault == Fault::KeyRefusedAfter)
            return (void)socket.write(http::test::answer(401, R"({"title":"Unauthorized"})"));
        if (fault == Fault::TooManyAfter)
            return (void)socket.write(http::test::answer(429, R"({"title":"Slow down"})", "Retry-After: 1\r\n"));
        if (fault == Fault::LostAfter)
            return socket.disconnectFromHost();
        if (fault != Fault::None)
            return;
        const QJsonObject session{{u"id"_s, id},
                                  {u"secure_token"_s, u"sec_"_s + order},
                                  {u"status"_s, u"open"_s},
                                  {u"url"_s, u"https://pay.example/"_s + order}};
        ++underWay;
        mostUnderWay = std::max(mostUnderWay, underWay);
        constexpr int aWhile = 5; // milliseconds
        QTimer::singleShot(aWhile, &socket, [this, &socket, session] {
            --underWay;
            socket.write(http::test::answer(201, QJsonDocument(session).toJson()));
        });
    }
};

} // namespace tilldeck::desk::test
