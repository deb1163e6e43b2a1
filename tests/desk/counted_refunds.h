// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that lists no refunds and reports what was given back in all (Khaime).
#pragma once

#include "desk/bench.h"
#include "desk/open_outcomes.h"
#include "desk/overview.h"
#include "desk/reconcile_refund.h"
#include "desk/refresh_account.h"
#include "desk/refund_payment.h"
#include "desk/refundable_now.h"
#include "http/scripted_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tilldeck::desk::test {

using namespace Qt::StringLiterals;

inline money::Money kobo(qint64 units)
{
    return {units, *money::Currency::fromCode(u"NGN")};
}

/// One payment at a provider that takes each refund, counts it and says "processing" (Khaime).
class Totals
{
public:
    static constexpr qint64 paid = 100'000;
    /// What was given back elsewhere before: less than any refund of these tests.
    static constexpr qint64 elsewhere = 500;
    static QString paymentId() { return u"txn_1"_s; }
    static constexpr qint64 aDay = 86'400;

    enum class Way {
        Answers,
        Refuses,
        RefusesAfterwards, ///< It counts the refund, and what stands before it refuses it.
        LosesTheAnswer,
        NeverArrives
    };

    explicit Totals(qint64 before = elsewhere)
        : total(before)
    {
        bench.setNow(serverNow);
        m_server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET") && !isReachable)
                return socket.disconnectFromHost();
            if (request.startsWith("GET"))
                return void(socket.write(http::test::answer(200, list(), http::test::dateHeader(serverNow))));
            ++sent;
            const QByteArray body = request.mid(request.indexOf("\r\n\r\n") + 4);
            const qint64 amount = QJsonDocument::fromJson(body).object().value(u"amount"_s).toInteger();
            if (way == Way::Refuses)
                return void(socket.write(http::test::answer(422, R"({"success":false,"error":"No"})")));
            if (way != Way::NeverArrives && countsAtOnce)
                total += amount;
            if (way == Way::RefusesAfterwards)
                return void(socket.write(http::test::answer(422, R"({"success":false,"error":"No"})")));
            if (way != Way::Answers)
                return socket.disconnectFromHost();
            const QJsonObject refund = with(
                answered, {{u"refund_id"_s, u"ref_%1"_s.arg(++m_refunds)}, {u"amount"_s, amount}, {u"status"_s, word}});
            socket.write(http::test::answer(200, wrapped(refund), http::test::dateHeader(serverNow)));
        };
        accountId = bench.connectTo(u"Totals"_s, m_server.url(QString()).toString(), QString(), u"pk_sandbox_1"_s,
                                    accounts::ProviderKind::Khaime);
        refresh();
    }

    using Repeat = ledger::Journal::Repeat;
    RefundOutcome give(qint64 units, Repeat repeat = Repeat::Allow)
    {
        serverNow = serverNow.addSecs(10);
        return QCoro::waitFor(refundPayment(bench.desk.get(), accountId, paymentId(), kobo(units), QString(), repeat));
    }
    RefundOutcome reconcile(const QString &intent)
    {
        return QCoro::waitFor(reconcileRefund(bench.desk.get(), accountId, intent));
    }
    void refresh()
    {
        serverNow = serverNow.addSecs(10);
        const auto done = QCoro::waitFor(refreshAccount(bench.desk.get(), accountId, {}, Depth::Incremental));
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }
    /// Lets both clocks go on.
    void pass(qint64 seconds)
    {
        serverNow = serverNow.addSecs(seconds);
        bench.setNow(bench.now().addSecs(seconds));
    }
    /// Refreshes several times in a day: a refund that has not been counted since the last look counts as failed then.
    void refreshADayLater()
    {
        for (int look = 0; look < 3; ++look) {
            pass(aDay / 3);
            refresh();
        }
    }
    ledger::Intent::State stateOf(const QString &intent) const
    {
        return bench.desk->journal().intent(intent).result().value()->state;
    }
    qint64 left()
    {
        qint64 units = -1;
        (void)QCoro::waitFor(leftInto(bench.desk.get(), accountId, &units));
        return units;
    }
    /// Returns the id of the refund that was begun last.
    QString begun() { return bench.desk->journal().refundsOf(accountId, paymentId()).result()->back().id; }
    size_t openOutcomes() { return QCoro::waitFor(desk::openOutcomes(bench.desk.get(), {accountId}))->size(); }
    size_t needAttention()
    {
        return QCoro::waitFor(overview(bench.desk.get(), {accountId}, 7, QTimeZone(QTimeZone::utc())))
            ->attention.failedRefunds.size();
    }

    Bench bench;
    QString accountId;
    Way way = Way::Answers;
    qint64 total;
    QString word = u"processing"_s;
    QDateTime serverNow = QDateTime::fromString(u"2031-04-14T12:00:00Z"_s, Qt::ISODate);
    bool saysItsTotal = true;
    bool countsAtOnce = true; ///< Whether the total holds a refund that is not finished.
    bool isReachable = true;  ///< Whether questions are answered.
    int sent = 0;             ///< How many refunds were asked for.
    QJsonObject written;      ///< Members of the payment in the place of its own.
    QJsonObject answered;     ///< Members of the answer to a refund in the place of its own.

private:
    static http::Task<bool> leftInto(QPointer<Desk> desk, QString accountId, qint64 *into)
    {
        const auto answer = co_await refundableNow(desk, accountId, paymentId());
        if (answer)
            *into = answer->left.minorUnits();
        co_return true;
    }

    static QJsonObject with(const QJsonObject &members, QJsonObject object)
    {
        for (auto member = members.begin(); member != members.end(); ++member)
            object.insert(member.key(), member.value());
        return object;
    }

    static QByteArray wrapped(const QJsonObject &data)
    {
        return QJsonDocument(QJsonObject{{u"success"_s, true}, {u"data"_s, data}}).toJson(QJsonDocument::Compact);
    }

    QByteArray list() const
    {
        QJsonObject item{{u"transaction_id"_s, paymentId()},
                         {u"amount"_s, paid},
                         {u"currency"_s, u"NGN"_s},
                         {u"status"_s, u"completed"_s},
                         {u"created_at"_s, u"2031-04-14T11:00:00.000Z"_s}};
        if (saysItsTotal)
            item.insert(u"refunded_amount"_s, total);
        return wrapped({{u"transactions"_s, QJsonArray{with(written, item)}},
                        {u"total"_s, 1},
                        {u"limit"_s, 100},
                        {u"offset"_s, 0}});
    }

    http::test::ScriptedServer m_server;
    int m_refunds = 0;
};

} // namespace tilldeck::desk::test
