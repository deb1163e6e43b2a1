// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that creates a session, or loses its answer, as a test says, and counts what is sent.
#pragma once

#include "desk/bench.h"
#include "desk/charge_server.h"
#include "desk/create_session.h"
#include "desk/resend_creation.h"
#include "http/scripted_server.h"

namespace tilldeck::desk::test {

using namespace Qt::StringLiterals;

inline checkout::SessionDraft basketDraft()
{
    checkout::LineItem item;
    item.name = u"Woven basket"_s;
    item.unitAmount = in(u"XOF"_s, 7500);
    checkout::SessionDraft draft;
    draft.lineItems = {item};
    draft.mode = u"payment"_s;
    draft.successUrl = u"https://kestrel.example/thanks"_s;
    draft.returnUrl = u"https://kestrel.example/cancel"_s;
    return draft;
}

/// A desk with an account at a provider that answers a creation as it is told, or not at all.
struct CreationCounter
{
    explicit CreationCounter(accounts::ProviderKind provider)
        : asked(provider == accounts::ProviderKind::Ikawaari ? basketDraft() : draft())
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET"))
                socket.write(
                    http::test::answer(404, "{}", saysItsTime ? http::test::dateHeader(serverNow) : QByteArray()));
            else if (answer.isEmpty() && !silent)
                socket.disconnectFromHost();
            else if (!silent)
                socket.write(answer);
        };
        id = bench.connectTo(u"Counter"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s, provider);
    }

    http::Task<CreateOutcome> begin(Repeat repeat = Repeat::Ask)
    {
        return createSession(bench.desk.get(), id, asked, {}, std::nullopt, {}, repeat);
    }
    CreateOutcome create(Repeat repeat = Repeat::Ask) { return QCoro::waitFor(begin(repeat)); }
    CreateOutcome resend(const QString &intentId)
    {
        return QCoro::waitFor(resendCreation(bench.desk.get(), id, intentId));
    }
    ledger::Intent::State stateOf(const QString &intentId) const
    {
        return bench.desk->journal().intent(intentId).result().value()->state;
    }
    void setCreated(const QByteArray &sessionId)
    {
        QByteArray session = R"({"id":"ID","secure_token":"sec_1","status":"open","url":"https://pay.example/1"})";
        answer = http::test::answer(201, session.replace("ID", sessionId));
    }

    /// Returns the creations that arrived; what is only asked is not among them.
    QByteArrayList sent() const
    {
        QByteArrayList creations = server.requests();
        creations.removeIf([](const QByteArray &request) { return !request.startsWith("POST"); });
        return creations;
    }

    checkout::SessionDraft asked;
    /// Far from the time of this computer.
    QDateTime serverNow = QDateTime::fromString(u"2031-04-14T12:00:00Z"_s, Qt::ISODate);
    bool saysItsTime = true;
    QByteArray answer; ///< Empty: the connection is closed without one.
    bool silent = false;
    http::test::ScriptedServer server;
    Bench bench;
    QString id;
};

inline QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    for (const QByteArray &line : request.left(request.indexOf("\r\n\r\n")).split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

inline QByteArray bodyOf(const QByteArray &request)
{
    return request.mid(request.indexOf("\r\n\r\n") + 4);
}

} // namespace tilldeck::desk::test
