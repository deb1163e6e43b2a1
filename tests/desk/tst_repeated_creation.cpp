// SPDX-License-Identifier: GPL-3.0-or-later
// The same creation once more: it is a question, and the same key is used where the provider acts once on a key.
#include "desk/bench.h"
#include "desk/charge_server.h"
#include "desk/create_session.h"
#include "desk/reconcile_creation.h"
#include "desk/resend_creation.h"
#include "http/scripted_server.h"
#include "support/runner.h"

namespace repeated_creation_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using End = CreateOutcome::End;
using ledger::Intent;
using State = ledger::SessionRecord::State;

namespace {

checkout::SessionDraft basket()
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
struct Counter
{
    explicit Counter(ProviderKind provider)
        : asked(provider == ProviderKind::Ikawaari ? basket() : draft())
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &) {
            if (answer.isEmpty() && !silent)
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
    Intent::State stateOf(const QString &intentId) const
    {
        return bench.desk->journal().intent(intentId).result().value()->state;
    }
    void setCreated(const QByteArray &sessionId)
    {
        QByteArray session = R"({"id":"ID","secure_token":"sec_1","status":"open","url":"https://pay.example/1"})";
        answer = http::test::answer(201, session.replace("ID", sessionId));
    }

    checkout::SessionDraft asked;
    QByteArray answer; ///< Empty: the connection is closed without one.
    bool silent = false;
    http::test::ScriptedServer server;
    Bench bench;
    QString id;
};

QByteArray header(const QByteArray &request, const QByteArray &name)
{
    for (const QByteArray &line : request.left(request.indexOf("\r\n\r\n")).split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QByteArray body(const QByteArray &request)
{
    return request.mid(request.indexOf("\r\n\r\n") + 4);
}

/// A list of PaymentKit's with one session, of what draft() asks for.
QByteArray listOf(const QByteArray &id, const QDateTime &createdAt)
{
    QJsonObject session = QJsonDocument::fromJson(R"({"status": "open", "customer_id": "cus_abc123",
        "line_items": [{"price_id": "price_premium", "quantity": 1}],
        "cascade_line_items": [{"line_items": [{"price_id": "price_standard", "quantity": 1}], "processor_route_id": null}],
        "success_url": "https://kestrel.example/thanks?session_id={CHECKOUT_SESSION_ID}"})")
                              .object();
    session.insert(u"id"_s, QString::fromLatin1(id));
    session.insert(u"secure_token"_s, u"sec_2"_s);
    session.insert(u"created_at"_s, createdAt.toString(Qt::ISODate));
    const QJsonObject page{{u"items"_s, QJsonArray{session}}, {u"total"_s, 1}, {u"limit"_s, 100}, {u"offset"_s, 0}};
    return QJsonDocument(page).toJson(QJsonDocument::Compact);
}

} // namespace

class RepeatedCreationTest : public QObject
{
    Q_OBJECT

private slots:
    void theSameAgainIsAQuestion_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<Intent::State>("state");
        QTest::addColumn<QString>("says");
        const QByteArray created = http::test::answer(201, R"({"id":"cs_1","secure_token":"s","status":"open"})");
        QTest::newRow("of unknown outcome")
            << QByteArray() << 2 << Intent::State::Unknown << u"sent 2 minutes ago, and its outcome is unknown"_s;
        QTest::newRow("of unknown outcome, days ago")
            << QByteArray() << 3000 << Intent::State::Unknown << u"its outcome is unknown"_s;
        QTest::newRow("made") << created << 4 << Intent::State::Confirmed << u"created 4 minutes ago, as cs_1"_s;
    }
    void theSameAgainIsAQuestion()
    {
        QFETCH(const QByteArray, first);
        QFETCH(const int, minutes);
        QFETCH(const Intent::State, state);
        QFETCH(const QString, says);
        Counter at(ProviderKind::PaymentKit);
        at.answer = first;
        const CreateOutcome made = at.create();
        at.bench.setNow(at.bench.now().addSecs(minutes * 60));
        at.setCreated("cs_2");
        for (int run = 0; run < 2; ++run) {
            const CreateOutcome again = at.create();
            QCOMPARE(again.end, End::Repeated);
            QCOMPARE(again.earlier->id, made.record.intentId);
            QCOMPARE(again.earlier->state, state);
            QVERIFY2(again.error->sentence.contains(says), qPrintable(again.error->sentence));
            at.bench.restart(); // as by another run of the command line
        }
        QCOMPARE(at.server.requests().size(), 1);
        QCOMPARE(at.bench.list(at.id).rows.size(), size_t(1));

        const CreateOutcome another = at.create(Repeat::Another);
        QCOMPARE(another.end, End::Confirmed);
        QCOMPARE(another.record.session.id, u"cs_2"_s);
        QCOMPARE(at.server.requests().size(), 2);
    }

    void oneThatIsUnderWayIsAQuestionToo()
    {
        Counter at(ProviderKind::PaymentKit);
        at.silent = true;
        auto first = at.begin();
        QTRY_COMPARE(at.server.requests().size(), 1);
        const CreateOutcome again = at.create();
        QCOMPARE(again.end, End::Repeated);
        QCOMPARE(again.earlier->state, Intent::State::Open);
        QCOMPARE(at.server.requests().size(), 1);
        at.bench.desk.reset();
        QCOMPARE(QCoro::waitFor(std::move(first)).end, End::Unknown);
    }

    void oneThatWasMadeLongAgoIsNoQuestion()
    {
        Counter at(ProviderKind::PaymentKit);
        at.setCreated("cs_1");
        QCOMPARE(at.create().end, End::Confirmed);
        at.bench.setNow(at.bench.now().addSecs(6 * 60));
        at.setCreated("cs_2");
        QCOMPARE(at.create().end, End::Confirmed);
    }

    void whatWasRefusedOrDiffersIsNoQuestion()
    {
        Counter at(ProviderKind::PaymentKit);
        at.answer = http::test::answer(422, R"({"title":"invalid"})");
        QCOMPARE(at.create().end, End::Rejected);
        at.setCreated("cs_1");
        QCOMPARE(at.create().end, End::Confirmed);
        at.asked.customer.id = u"cus_other"_s;
        at.setCreated("cs_2");
        QCOMPARE(at.create().end, End::Confirmed);
    }

    void aRenewedQuoteAsksForTheSame()
    {
        Bench bench;
        ChargeServer server;
        const QString id = server.connectTo(bench);
        server.chargeAnswer = http::test::answer(500, "{}");
        const auto seen = quoteNow(*bench.desk, id, charge());
        QCOMPARE(QCoro::waitFor(createSession(bench.desk.get(), id, charge(), {}, std::nullopt, *seen)).end,
                 End::Unknown);
        server.rate = 161;
        const auto renewed = quoteNow(*bench.desk, id, charge());
        QVERIFY(renewed->customerPays != seen->customerPays);
        QCOMPARE(QCoro::waitFor(createSession(bench.desk.get(), id, charge(), {}, std::nullopt, *renewed)).end,
                 End::Repeated);
        QCOMPARE(server.charges().size(), 1);
    }

    void sentAgainItIsTheSameRequestUnderTheSameKey()
    {
        Counter at(ProviderKind::Ikawaari);
        const CreateOutcome first = at.create();
        QCOMPARE(first.end, End::Unknown);
        at.setCreated("cs_1");
        const CreateOutcome again = at.resend(first.record.intentId);
        QCOMPARE(again.end, End::Confirmed);
        QCOMPARE(again.record.key, first.record.key);
        QCOMPARE(again.record.session.id, u"cs_1"_s);
        QCOMPARE(at.server.requests().size(), 2);
        const QByteArray &one = at.server.requests().front();
        const QByteArray &two = at.server.requests().back();
        QCOMPARE(header(two, "Idempotency-Key"), first.record.intentId.toLatin1());
        QCOMPARE(header(two, "Idempotency-Key"), header(one, "Idempotency-Key"));
        QCOMPARE(body(two), body(one));
        QCOMPARE(at.stateOf(first.record.intentId), Intent::State::Confirmed);
        QCOMPARE(at.bench.list(at.id).rows.size(), size_t(1));
    }

    void aChargeIsSentAgainWithItsReferenceAndItsQuote()
    {
        Bench bench;
        ChargeServer server;
        const QString id = server.connectTo(bench);
        checkout::SessionDraft asked = charge();
        asked.reference.clear();
        server.chargeAnswer = http::test::answer(500, "{}");
        const auto seen = quoteNow(*bench.desk, id, asked);
        const auto first = QCoro::waitFor(createSession(bench.desk.get(), id, asked, {}, std::nullopt, *seen));
        QCOMPARE(first.end, End::Unknown);
        server.chargeAnswer.clear();
        server.rate = 161;
        bench.setNow(bench.now().addSecs(600)); // the quote is outdated by then
        const auto again = QCoro::waitFor(resendCreation(bench.desk.get(), id, first.record.intentId));
        QCOMPARE(again.end, End::Confirmed);
        QVERIFY(!again.error);
        QCOMPARE(server.charges().size(), 2);
        QCOMPARE(server.charges().back(), server.charges().front());
    }

    void onlyASessionEndsWhatWasSentAgain_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("refused") << http::test::answer(422, R"({"error":{"message":"no"}})");
        QTest::newRow("key still in use") << http::test::answer(409, R"({"error":{"message":"in progress"}})");
        QTest::newRow("no key any more") << http::test::answer(401, R"({"error":{"message":"no"}})");
        QTest::newRow("none") << QByteArray();
    }
    void onlyASessionEndsWhatWasSentAgain()
    {
        QFETCH(const QByteArray, answer);
        Counter at(ProviderKind::Ikawaari);
        const CreateOutcome first = at.create();
        at.answer = answer;
        QCOMPARE(at.resend(first.record.intentId).end, End::Unknown);
        QCOMPARE(at.stateOf(first.record.intentId), Intent::State::Unknown);
        QCOMPARE(at.bench.list(at.id).rows.front().state, State::OutcomeUnknown);
        at.setCreated("cs_1");
        QCOMPARE(at.resend(first.record.intentId).end, End::Confirmed);
    }

    void nothingIsSentAgainWithoutTheProvidersWord_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::addColumn<int>("minutes");
        QTest::newRow("no keys on creations") << ProviderKind::PaymentKit << 1;
        QTest::newRow("too long ago") << ProviderKind::Ikawaari << 61;
    }
    void nothingIsSentAgainWithoutTheProvidersWord()
    {
        QFETCH(const ProviderKind, provider);
        QFETCH(const int, minutes);
        Counter at(provider);
        const CreateOutcome first = at.create();
        at.bench.setNow(at.bench.now().addSecs(minutes * 60));
        const CreateOutcome again = at.resend(first.record.intentId);
        QCOMPARE(again.end, End::Rejected);
        QCOMPARE(at.server.requests().size(), 1);
        QCOMPARE(at.stateOf(first.record.intentId), Intent::State::Unknown);
    }

    void aRowThatAnotherProgramMadeOfItIsItsOwn()
    {
        Counter at(ProviderKind::PaymentKit);
        at.server.onRequest = [&](QTcpSocket &socket, const QByteArray &) {
            // Before the answer arrives, another program finds the session and gives it this creation.
            const auto open = at.bench.desk->journal().unresolved(Intent::Kind::Create).result();
            ledger::SessionRecord found;
            found.accountId = at.id;
            found.intentId = open->front().id;
            found.session.id = u"cs_1"_s;
            (void)at.bench.desk->ledger().put(found).result();
            socket.write(http::test::answer(201, R"({"id":"cs_1","secure_token":"sec_1","status":"open"})"));
        };
        const CreateOutcome outcome = at.create();
        QCOMPARE(outcome.end, End::Confirmed);
        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->sentence) : "");
        QCOMPARE(at.bench.list(at.id).rows.size(), size_t(1));
        QCOMPARE(at.bench.list(at.id).rows.front().session.secureToken, u"sec_1"_s);
        QCOMPARE(at.stateOf(outcome.record.intentId), Intent::State::Confirmed);
    }

    void aSessionThatWasTakenForAnotherCreationComesBack()
    {
        Counter at(ProviderKind::PaymentKit);
        ledger::SessionRecord mistaken;
        mistaken.accountId = at.id;
        mistaken.intentId = u"another"_s;
        mistaken.session.id = u"cs_1"_s;
        QVERIFY(at.bench.desk->ledger().put(mistaken).result().has_value());
        at.setCreated("cs_1");
        const CreateOutcome outcome = at.create();
        QCOMPARE(outcome.end, End::Confirmed);
        QVERIFY2(outcome.error && outcome.error->sentence.contains(u"one more session"_s) &&
                     !outcome.error->sentence.contains(u"othing new"_s),
                 outcome.error ? qPrintable(outcome.error->sentence) : "no remark");
        const auto rows = at.bench.list(at.id).rows;
        QCOMPARE(rows.size(), size_t(1));
        QCOMPARE(rows.front().intentId, outcome.record.intentId);
    }

    void whatIsUnderWayIsNotTakenForAnUnknownOne()
    {
        Counter at(ProviderKind::PaymentKit);
        const CreateOutcome lost = at.create();
        QPointer<QTcpSocket> held;
        at.server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST")) {
                held = &socket;
                return;
            }
            socket.write(http::test::answer(200, listOf("cs_2", at.bench.now())));
        };
        auto second = at.begin(Repeat::Another);
        QTRY_VERIFY(held);
        const auto looked = QCoro::waitFor(reconcileCreation(at.bench.desk.get(), at.id, lost.record.intentId));
        QVERIFY(!looked);
        QVERIFY2(looked.error().sentence.contains(u"at this moment"_s), qPrintable(looked.error().sentence));
        held->write(http::test::answer(201, R"({"id":"cs_2","secure_token":"sec_2","status":"open"})"));
        const CreateOutcome outcome = QCoro::waitFor(std::move(second));
        QCOMPARE(outcome.end, End::Confirmed);
        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->sentence) : "");
        QCOMPARE(outcome.record.session.id, u"cs_2"_s);
        QCOMPARE(at.stateOf(lost.record.intentId), Intent::State::Unknown);
    }

    void itIsSentAgainOnceAtATime()
    {
        Counter at(ProviderKind::Ikawaari);
        const CreateOutcome first = at.create();
        at.silent = true;
        auto one = resendCreation(at.bench.desk.get(), at.id, first.record.intentId);
        QTRY_COMPARE(at.server.requests().size(), 2);
        QCOMPARE(at.resend(first.record.intentId).end, End::Rejected);
        QCOMPARE(at.server.requests().size(), 2);
        at.bench.restart();
        QCOMPARE(QCoro::waitFor(std::move(one)).end, End::Unknown);
        QCOMPARE(at.stateOf(first.record.intentId), Intent::State::Unknown);
    }
};

TILLDECK_TEST(RepeatedCreationTest)

} // namespace repeated_creation_test

#include "tst_repeated_creation.moc"
