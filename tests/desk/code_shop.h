// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that keeps coupons, promotion codes and routes, and loses answers as a test says.
#pragma once

#include "desk/bench.h"
#include "desk/promotion_batch.h"
#include "http/scripted_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tilldeck::desk::test {

/// Awaits what has no default constructor.
template <class T> checkout::Result<T> waitFor(http::Task<checkout::Result<T>> task)
{
    std::optional<checkout::Result<T>> answer;
    QObject context;
    QCoro::connect(std::move(task), &context, [&answer](checkout::Result<T> result) { answer = std::move(result); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20000))
        qFatal("The use case did not end.");
    return std::move(*answer);
}

inline checkout::Coupon coupon()
{
    checkout::Coupon coupon;
    coupon.name = u"Spring"_s;
    coupon.kind = checkout::Coupon::Kind::Percentage;
    coupon.basisPoints = 2000;
    coupon.duration = checkout::Coupon::Duration::Once;
    return coupon;
}

/// Returns why the batch that @p begin starts or goes on with ended before its end; nothing when it did not.
template <class Begin> std::optional<checkout::Error> ended(PromotionBatch &batch, Begin begin)
{
    std::optional<checkout::Error> failure;
    bool done = false;
    const QObject here; // a later end of the batch is no more of its concern
    QObject::connect(&batch, &PromotionBatch::finished, &here, [&](const std::optional<checkout::Error> &error) {
        failure = error;
        done = true;
    });
    begin();
    if (!QTest::qWaitFor([&] { return done; }, 30000))
        qFatal("The batch did not end.");
    return failure;
}

class CodeShop
{
public:
    /// Says what becomes of a write.
    enum class Fault {
        None,
        LostAfter,  ///< It is done, and the connection ends.
        LostBefore, ///< It is not done, and the connection ends.
        Silent,     ///< It is done, and nobody answers.
        KeyRefused, ///< 401
        Refused,    ///< 422
    };

    CodeShop()
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) { take(socket, request); };
        account = bench.connectTo(u"Kestrel"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
    }

    /// Returns the texts of the codes that exist, in the order in which they were made.
    QStringList codes() const
    {
        QStringList texts;
        for (const QJsonValue &code : lists.value(u"promotion-codes"_s))
            texts << code[u"code"].toString();
        return texts;
    }

    Bench bench;
    http::test::ScriptedServer server;
    QString account;
    QHash<QString, QJsonArray> lists;
    bool listsNothing = false; ///< Every list is refused.
    int perPage = 1000;
    std::function<Fault(int number)> onWrite; ///< Asked for each write, which are counted from 1.
    QStringList sent;                         ///< The codes that were sent.
    QList<QByteArray> keys;                   ///< The keys of the writes.

private:
    static QByteArray headerOf(const QByteArray &request, const QByteArray &name)
    {
        const QByteArray head = request.left(request.indexOf("\r\n\r\n")) + "\r\n";
        const qsizetype at = head.toLower().indexOf("\r\n" + name + ": ");
        return at < 0 ? QByteArray()
                      : head.mid(at + name.size() + 4, head.indexOf('\r', at + 2) - at - name.size() - 4);
    }

    void take(QTcpSocket &socket, const QByteArray &request)
    {
        const QList<QByteArray> words = request.left(request.indexOf('\r')).split(' ');
        const QUrl address(QString::fromLatin1(words.at(1)));
        const QStringList path = address.path().split(u'/', Qt::SkipEmptyParts);
        const QString kind = path.contains(u"processor-routes"_s) ? u"processor-routes"_s : path.value(2);
        if (words.at(0) == "GET")
            return list(socket, kind, QUrlQuery(address).queryItemValue(u"offset"_s).toInt());
        const QJsonObject body = QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
        const Fault fault = onWrite ? onWrite(static_cast<int>(keys.size()) + 1) : Fault::None;
        keys << headerOf(request, "idempotency-key");
        if (kind == "promotion-codes"_L1 && words.at(0) == "POST")
            sent << body[u"code"].toString();
        if (fault == Fault::KeyRefused)
            return (void)socket.write(http::test::answer(401, R"({"title":"Unauthorized"})"));
        if (fault == Fault::Refused)
            return (void)socket.write(http::test::answer(422, R"({"title":"Refused","detail":"This is no code."})"));
        if (fault == Fault::LostBefore)
            return socket.disconnectFromHost();
        const QByteArray done = words.at(0) == "POST" ? make(kind, body) : change(kind, path.last(), body);
        if (fault == Fault::LostAfter)
            return socket.disconnectFromHost();
        if (fault == Fault::None)
            socket.write(done);
    }

    void list(QTcpSocket &socket, const QString &kind, int offset) const
    {
        if (listsNothing)
            return (void)socket.write(http::test::answer(501, R"({"title":"Not implemented"})"));
        const QJsonArray all = lists.value(kind);
        QJsonArray page;
        for (qsizetype i = offset; i < std::min(all.size(), qsizetype(offset) + perPage); ++i)
            page << all.at(i);
        const QJsonObject answer{
            {u"items"_s, page}, {u"total"_s, all.size()}, {u"limit"_s, 1000}, {u"offset"_s, offset}};
        socket.write(http::test::answer(200, QJsonDocument(answer).toJson()));
    }

    QByteArray make(const QString &kind, QJsonObject body)
    {
        if (kind == "promotion-codes"_L1 && codes().contains(body[u"code"].toString()))
            return http::test::answer(422, R"({"title":"Taken","detail":"This code exists."})");
        QJsonArray &all = lists[kind];
        body[u"id"_s] = u"%1_%2"_s.arg(kind).arg(all.size() + 1);
        body[u"is_active"_s] = true;
        all << body;
        return http::test::answer(201, QJsonDocument(body).toJson());
    }

    QByteArray change(const QString &kind, const QString &id, const QJsonObject &body)
    {
        for (QJsonArray::iterator it = lists[kind].begin(); it != lists[kind].end(); ++it) {
            QJsonObject entry = (*it).toObject();
            if (entry[u"id"].toString() != id)
                continue;
            for (auto member = body.begin(); member != body.end(); ++member)
                entry[member.key()] = member.value();
            *it = entry;
            return http::test::answer(200, QJsonDocument(entry).toJson());
        }
        return http::test::answer(404, R"({"title":"Not found"})");
    }
};

} // namespace tilldeck::desk::test
