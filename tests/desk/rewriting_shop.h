// SPDX-License-Identifier: GPL-3.0-or-later
// A shop of PaymentKit's that loses the answers of creations and lists what a test gives it.
#pragma once

#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/reconcile_creation.h"
#include "http/scripted_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTcpSocket>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace tilldeck::desk::test {

using namespace Qt::StringLiterals;

/// Returns an object that is written with apostrophes: moc reads no raw string that ends in a quotation mark.
inline QJsonObject quoted(const char *json)
{
    return QJsonDocument::fromJson(QByteArray(json).replace('\'', '"')).object();
}

inline checkout::SessionDraft twoItems()
{
    checkout::SessionDraft draft = desk::test::draft();
    draft.lineItems = {checkout::LineItem(u"price_premium"_s, 2), checkout::LineItem(u"price_setup"_s, 1)};
    draft.customFields = {checkout::CustomField(u"order"_s, u"1001"_s)};
    return draft;
}

/// A provider that loses the answer of each creation, says its time, and lists the sessions that a test gives it.
class RewritingShop
{
public:
    RewritingShop()
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) { answer(socket, request); };
        account = bench.connectTo(u"Kestrel"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
        (void)QCoro::waitFor(bench.desk->http().send(http::Request::get(server.url())));
    }

    /// Returns the session @p id of twoItems(), with the members of @p written in the place of its own.
    QJsonObject session(const QString &id, const QJsonObject &written = {}) const
    {
        QJsonObject session = quoted("{'status': 'open', 'customer_id': 'cus_abc123',"
                                     "'line_items': [{'price_id': 'price_premium', 'quantity': 2},"
                                     "               {'price_id': 'price_setup', 'quantity': 1}],"
                                     "'cascade_line_items': [{'line_items':"
                                     "    [{'price_id': 'price_standard', 'quantity': 1}]}],"
                                     "'custom_fields': {'order': '1001'},"
                                     "'success_url': 'https://kestrel.example/thanks?session_id={CHECKOUT_SESSION_ID}'"
                                     "}");
        session.insert(u"id"_s, id);
        session.insert(u"secure_token"_s, u"sec_"_s + id);
        session.insert(u"created_at"_s, providerNow().toString(Qt::ISODate));
        for (auto member = written.begin(); member != written.end(); ++member)
            session.insert(member.key(), member.value());
        return session;
    }

    /// Creates @p draft, whose answer is lost, and returns its intent.
    QString lose(const checkout::SessionDraft &draft = twoItems(), Repeat repeat = Repeat::Ask)
    {
        const auto outcome =
            QCoro::waitFor(createSession(bench.desk.get(), account, draft, {}, std::nullopt, {}, repeat));
        if (outcome.end != CreateOutcome::End::Unknown)
            qFatal("The creation has an answer.");
        return outcome.record.intentId;
    }

    auto lookUp(const QString &intent, const QString &chosen = {}, Unproven unproven = Unproven::Refuse)
    {
        return QCoro::waitFor(reconcileCreation(bench.desk.get(), account, intent, chosen, unproven));
    }

    ledger::Intent::State stateOf(const QString &intent) const
    {
        return bench.desk->journal().intent(intent).result().value()->state;
    }
    QDateTime providerNow() const { return bench.now().addSecs(providerAhead); }

    http::test::ScriptedServer server;
    Bench bench;
    QString account;
    QList<QJsonObject> listed;
    QList<QJsonObject> unlisted; ///< Those that are answered to their ids only.
    int lists = 0;               ///< How many pages were asked for.
    std::optional<int> total;    ///< Said in the place of how many there are.
    std::optional<int> limit;    ///< Said beside it.
    bool heedsOffset = true;
    int providerAhead = 0; ///< Seconds that the provider's clock is before ours.
    int posts = 0;
    int perPage = 1000;
    int leaveAfterPage = 0; ///< After the next page, so many of the first rows leave the list.
    QByteArray listFailure; ///< What the list is answered with; empty: `listed`.
    QByteArray refusal;     ///< What a creation is answered with; empty: nothing.
    bool holds = false;     ///< The answer to a creation waits for answerHeld().

    void answerHeld(const QJsonObject &session)
    {
        m_held->write(http::test::answer(200, QJsonDocument(session).toJson()));
    }
    /// Ends the connection of a creation that waits.
    void loseHeld() { m_held->disconnectFromHost(); }
    /// Lets both clocks go on.
    void pass(int seconds) { bench.setNow(bench.now().addSecs(seconds)); }

    void dropHeld() { m_held->disconnectFromHost(); }

private:
    void answer(QTcpSocket &socket, const QByteArray &request)
    {
        if (request.startsWith("POST")) {
            ++posts;
            m_held = &socket;
            if (holds)
                return;
            if (!refusal.isEmpty())
                return (void)socket.write(refusal);
            return socket.disconnectFromHost();
        }
        const QByteArray date =
            "Date: " + QLocale::c().toString(providerNow(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1() + "\r\n";
        const QString id = QUrl(QString::fromLatin1(request.split(' ').value(1))).path().section(u'/', -1);
        const QList<QJsonObject> all = listed + unlisted;
        const auto named = std::ranges::find_if(all, [&id](const auto &one) { return one["id"_L1] == id; });
        const QUrlQuery query(QUrl(QString::fromLatin1(request.split(' ').value(1))));
        const int offset = heedsOffset ? query.queryItemValue(u"offset"_s).toInt() : 0;
        QJsonArray items;
        for (qsizetype i = offset; i < std::min(listed.size(), qsizetype(offset) + perPage); ++i)
            items << listed.at(i);
        QJsonObject body{{u"items"_s, items}, {u"total"_s, total.value_or(listed.size())}, {u"offset"_s, offset}};
        if (limit)
            body.insert(u"limit"_s, *limit);
        const bool isList = named == all.end() && !id.startsWith(u"cs_"_s);
        lists += isList ? 1 : 0;
        if (isList && !listFailure.isEmpty())
            return (void)socket.write(listFailure);
        if (isList)
            listed.remove(0, std::exchange(leaveAfterPage, 0));
        if (named != all.end())
            body = *named;
        else if (id.startsWith(u"cs_"_s))
            return (void)socket.write(http::test::answer(404, R"({"title":"No such session"})", date));
        socket.write(http::test::answer(200, QJsonDocument(body).toJson(), date));
    }

    QPointer<QTcpSocket> m_held;
};

} // namespace tilldeck::desk::test
