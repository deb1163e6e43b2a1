// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that lists the refunds of a payment and says its own time (Ikawaari).
#pragma once

#include "desk/bench.h"
#include "desk/reconcile_refund.h"
#include "desk/refresh_transaction.h"
#include "desk/refund_payment.h"
#include "desk/refundable_now.h"
#include "http/scripted_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace tilldeck::desk::test {

using namespace Qt::StringLiterals;

inline money::Money francs(qint64 units)
{
    return {units, *money::Currency::fromCode(u"XOF")};
}

/// One payment of 50,000 XOF. Its refunds are answered, or lost, as a test says.
class RefundLists
{
public:
    enum class Way { Answers, LosesTheAnswer, NeverArrives, Refuses };

    RefundLists()
    {
        m_server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            const bool asksBack = request.startsWith("POST");
            if (asksBack)
                pass(std::exchange(sleeps, 0));
            if (request.startsWith("GET") && isAway)
                return socket.disconnectFromHost();
            if (request.startsWith("GET") && hidesPayment && !request.contains("/payments?"))
                return void(socket.write(http::test::answer(404, R"({"error":{"message":"no"}})", date())));
            if (asksBack && way == Way::Refuses)
                return void(socket.write(http::test::answer(422, R"({"error":{"message":"no"}})", date())));
            if (asksBack && way != Way::NeverArrives && isNewKey(keyOf(request)))
                giveBack(QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object());
            if (asksBack && way != Way::Answers)
                socket.disconnectFromHost();
            else if (request.contains("/payments?"))
                socket.write(http::test::answer(200, "{\"total\":1,\"data\":[" + payment(false) + "]}", date()));
            else
                socket.write(http::test::answer(200, payment(!asksBack), date()));
        };
        connect(u"Lists"_s);
    }

    /// Goes on with an account of this name.
    void connect(const QString &name)
    {
        accountId = bench.connectTo(name, m_server.url(QString()).toString(), QString(), u"ik_1"_s,
                                    accounts::ProviderKind::Ikawaari);
        refresh();
    }

    static constexpr qint64 paid = 50'000;
    static QString transactionId() { return u"pi_1"_s; }

    using Repeat = ledger::Journal::Repeat;
    RefundOutcome give(qint64 amount, Repeat repeat = Repeat::Allow)
    {
        return QCoro::waitFor(
            refundPayment(bench.desk.get(), accountId, transactionId(), francs(amount), reason, repeat));
    }
    RefundOutcome reconcile(const QString &intentId)
    {
        return QCoro::waitFor(reconcileRefund(bench.desk.get(), accountId, intentId));
    }
    void refresh()
    {
        const auto row = QCoro::waitFor(refreshed(bench.desk.get(), accountId));
        if (!row)
            qFatal("The payment could not be read.");
    }
    qint64 left()
    {
        qint64 units = -1;
        (void)QCoro::waitFor(leftInto(bench.desk.get(), accountId, &units));
        return units;
    }
    /// Lets the provider's clock go on, and not that of this computer.
    void passAtProvider(int seconds) { serverNow = serverNow.addSecs(seconds); }
    /// Lets both clocks go on.
    void pass(int seconds)
    {
        passAtProvider(seconds);
        bench.setNow(bench.now().addSecs(seconds));
    }

    /// Adds an entry to the provider's list, stamped with its time.
    void list(qint64 amount, const QString &status = u"succeeded"_s)
    {
        refunds.append(QJsonObject{{u"id"_s, u"re_%1"_s.arg(hasOneId ? 1 : refunds.size() + 1)},
                                   {u"amount"_s, amount},
                                   {u"status"_s, status},
                                   {u"createdAt"_s, serverNow.toString(Qt::ISODate)}});
    }

    void setStatus(int entry, const QString &status)
    {
        QJsonObject changed = refunds.at(entry).toObject();
        changed.insert(u"status"_s, status);
        refunds.replace(entry, changed);
    }

    /// Returns the refunds that arrived here, or were lost on their way.
    QByteArrayList sent() const
    {
        QByteArrayList refunds = m_server.requests();
        refunds.removeIf([](const QByteArray &request) { return !request.startsWith("POST"); });
        return refunds;
    }
    qsizetype requests() const { return m_server.requests().size(); }
    int asked() const { return static_cast<int>(sent().size()); }

    /// Returns the Idempotency-Key of a request.
    static QByteArray keyOf(const QByteArray &request)
    {
        constexpr QByteArrayView name = "\r\nIdempotency-Key: ";
        const qsizetype at = request.indexOf(name);
        const qsizetype from = at + name.size();
        return at < 0 ? QByteArray() : request.mid(from, request.indexOf("\r\n", from) - from);
    }

    Bench bench;
    QString accountId;
    Way way = Way::Answers;
    /// Far from the time of this computer.
    QDateTime serverNow = QDateTime::fromString(u"2031-04-14T12:00:00Z"_s, Qt::ISODate);
    bool saysItsTime = true;
    QJsonArray refunds;
    QJsonValue listed = QJsonValue::Undefined; ///< Stands for the list, when it is set.
    bool hasList = true;
    bool hasOneId = false;         ///< Whether every refund is listed with the same id.
    bool lists = true;             ///< Whether a refund is in the list at once.
    std::optional<qint64> total;   ///< What was given back in all, when the provider says it.
    QString word = u"succeeded"_s; ///< The status of a new entry.
    QString reason;                ///< Of the next refund.
    int sleeps = 0;                ///< Seconds that go by while the next refund is asked for.
    bool isAway = false;           ///< Whether no question is answered.
    QJsonObject written;           ///< Members of the payment in the place of its own.
    bool hidesPayment = false;     ///< Whether the payment alone cannot be asked for.

private:
    static http::Task<bool> refreshed(QPointer<Desk> desk, QString accountId)
    {
        const auto row = co_await refreshTransaction(desk, accountId, transactionId());
        co_return row.has_value();
    }
    static http::Task<bool> leftInto(QPointer<Desk> desk, QString accountId, qint64 *into)
    {
        const auto answer = co_await refundableNow(desk, accountId, transactionId());
        if (answer)
            *into = answer->left.minorUnits();
        co_return true;
    }

    /// A refund whose key is known is the first one.
    bool isNewKey(const QByteArray &key)
    {
        const bool isNew = key.isEmpty() || !m_keys.contains(key);
        m_keys << key;
        return isNew;
    }

    void giveBack(const QJsonObject &body)
    {
        if (lists)
            list(body.value(u"amount"_s).toInteger(), word);
    }

    QByteArray date() const
    {
        const QString text = QLocale::c().toString(serverNow, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        return saysItsTime ? "Date: " + text.toLatin1() + "\r\n" : QByteArray();
    }

    QByteArray payment(bool withDetails) const
    {
        QJsonObject item{{u"id"_s, transactionId()},
                         {u"amount"_s, paid},
                         {u"currency"_s, u"XOF"_s},
                         {u"status"_s, u"succeeded"_s},
                         {u"createdAt"_s, u"2031-04-14T11:00:00Z"_s}};
        if (withDetails && hasList)
            item.insert(u"refunds"_s, listed.isUndefined() ? QJsonValue(refunds) : listed);
        if (total)
            item.insert(u"refundedAmount"_s, *total);
        for (auto member = written.begin(); member != written.end(); ++member)
            item.insert(member.key(), member.value());
        return QJsonDocument(item).toJson(QJsonDocument::Compact);
    }

    http::test::ScriptedServer m_server;
    QByteArrayList m_keys;
};

} // namespace tilldeck::desk::test
