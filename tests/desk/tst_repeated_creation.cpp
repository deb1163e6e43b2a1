// SPDX-License-Identifier: GPL-3.0-or-later
// The same creation once more: it is a question.
#include "desk/creation_counter.h"
#include "desk/note_tried.h"
#include "desk/reconcile_creation.h"
#include "desk/repair_creations.h"
#include "ledger/random_id.h"
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
        CreationCounter at(ProviderKind::PaymentKit);
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
        QCOMPARE(at.sent().size(), 1);
        QCOMPARE(at.bench.list(at.id).rows.size(), size_t(1));

        const CreateOutcome another = at.create(Repeat::Another);
        QCOMPARE(another.end, End::Confirmed);
        QCOMPARE(another.record.session.id, u"cs_2"_s);
        QCOMPARE(at.sent().size(), 2);
    }

    void oneThatIsUnderWayIsAQuestionToo()
    {
        CreationCounter at(ProviderKind::PaymentKit);
        at.silent = true;
        auto first = at.begin();
        QTRY_COMPARE(at.sent().size(), 1);
        const CreateOutcome again = at.create();
        QCOMPARE(again.end, End::Repeated);
        QCOMPARE(again.earlier->state, Intent::State::Open);
        QCOMPARE(at.sent().size(), 1);
        at.bench.desk.reset();
        QCOMPARE(QCoro::waitFor(std::move(first)).end, End::Unknown);
    }

    void oneThatWasMadeLongAgoIsNoQuestion()
    {
        CreationCounter at(ProviderKind::PaymentKit);
        at.setCreated("cs_1");
        QCOMPARE(at.create().end, End::Confirmed);
        at.bench.setNow(at.bench.now().addSecs(6 * 60));
        at.setCreated("cs_2");
        QCOMPARE(at.create().end, End::Confirmed);
    }

    void oneThatWasMadeMinutesAgoByTheProvidersClockIsAQuestion()
    {
        CreationCounter at(ProviderKind::PaymentKit);
        const auto hear = [&at] {
            for (int told = 0; told < 2; ++told)
                (void)QCoro::waitFor(at.bench.desk->http().send(http::Request::get(at.server.url())));
        };
        at.serverNow = at.bench.now();
        at.bench.setNow(at.serverNow.addDays(-1)); // its clock has lost a day
        hear();
        at.setCreated("cs_1");
        QCOMPARE(at.create().end, End::Confirmed);
        at.bench.setNow(at.serverNow);
        hear();
        QCOMPARE(at.create().end, End::Repeated);
        QCOMPARE(at.sent().size(), 1);
    }

    void whatWasRefusedOrDiffersIsNoQuestion()
    {
        CreationCounter at(ProviderKind::PaymentKit);
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

    void theSameRequestIsAQuestionHoweverTheDraftIsWritten_data()
    {
        QTest::addColumn<bool>("isMade");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("written");
        for (const QString &written : {u"flow"_s, u"currency"_s, u"amount"_s, u"note"_s}) {
            QTest::addRow("%s, of unknown outcome", qPrintable(written)) << false << 3000 << written;
            QTest::addRow("%s, made", qPrintable(written)) << true << 4 << written;
        }
    }
    void theSameRequestIsAQuestionHoweverTheDraftIsWritten()
    {
        QFETCH(const bool, isMade);
        QFETCH(const int, minutes);
        QFETCH(const QString, written);
        Bench bench;
        ChargeServer server;
        const QString id = server.connectTo(bench);
        const auto create = [&](const checkout::SessionDraft &asked) {
            checkout::Quote quote(in(u"NGN"_s, 9000));
            quote.base = in(u"NGN"_s, 9000);
            quote.madeAt = bench.now();
            quote.validUntil = bench.now().addSecs(300);
            return QCoro::waitFor(createSession(bench.desk.get(), id, asked, {}, std::nullopt, quote));
        };
        checkout::SessionDraft first;
        first.pricing = in(u"NGN"_s, 9000);
        first.customer.email = u"ada@example.com"_s;
        checkout::SessionDraft second = first;
        if (written == u"flow"_s)
            second.flow = u"khaime.charge"_s;
        else if (written == u"currency"_s)
            second.chargeCurrency = money::Currency::fromCode(u"NGN");
        else if (written == u"amount"_s)
            second.chargeAmount = in(u"NGN"_s, 9000);
        else
            second.internalNote = u"Regular guest"_s;
        if (!isMade)
            server.chargeAnswer = http::test::answer(500, "{}");
        const CreateOutcome made = create(first);
        QCOMPARE(made.end, isMade ? End::Confirmed : End::Unknown);
        bench.setNow(bench.now().addSecs(minutes * 60));
        QCOMPARE(create(second).end, End::Repeated);
        QCOMPARE(create(first).end, End::Repeated);
        QCOMPARE(server.charges().size(), 1);

        // What differs in a word of the request is another one.
        second.description = u"Sunday"_s;
        QVERIFY(create(second).end != End::Repeated);
        QCOMPARE(server.charges().size(), 2);
    }

    void aKeptDraftIsNotCreatedTwiceWithoutAQuestion()
    {
        CreationCounter at(ProviderKind::PaymentKit);
        at.setCreated("cs_1");
        const auto create = [&](const KeptDraft &kept, Repeat repeat = Repeat::Ask) {
            return QCoro::waitFor(
                createSession(at.bench.desk.get(), at.id, at.asked, {}, std::nullopt, {}, repeat, kept));
        };
        QCOMPARE(create(KeptDraft(u"draft_1"_s)).end, End::Confirmed);
        at.bench.setNow(at.bench.now().addDays(400));
        at.setCreated("cs_2");
        at.asked.customer.id = u"cus_other"_s; // it was edited since
        const CreateOutcome again = create(KeptDraft(u"draft_1"_s));
        QCOMPARE(again.end, End::Repeated);
        QVERIFY2(again.error->sentence.startsWith(u"This draft was created"_s), qPrintable(again.error->sentence));
        QCOMPARE(at.sent().size(), 1);
        QCOMPARE(create(KeptDraft(u"draft_1"_s), Repeat::Another).end, End::Confirmed);
        // An equal one of another draft is no question after all this time.
        at.bench.setNow(at.bench.now().addDays(6));
        at.setCreated("cs_3");
        QCOMPARE(create(KeptDraft(u"draft_2"_s)).end, End::Confirmed);
        // But it is where the draft lay in the list meanwhile.
        at.bench.setNow(at.bench.now().addDays(6));
        QCOMPARE(create(KeptDraft(u"draft_3"_s, true)).end, End::Repeated);
        QCOMPARE(at.sent().size(), 3);
    }

    void aDraftThatWasSentIsTakenAwayAfterACrash_data()
    {
        QTest::addColumn<Intent::State>("state");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("while it was sent") << Intent::State::Open << true;
        QTest::newRow("made") << Intent::State::Confirmed << true;
        QTest::newRow("refused") << Intent::State::Rejected << false;
    }
    void aDraftThatWasSentIsTakenAwayAfterACrash()
    {
        QFETCH(const Intent::State, state);
        QFETCH(const bool, isTaken);
        CreationCounter at(ProviderKind::PaymentKit);
        const auto keep = [&](const QString &id) {
            ledger::DraftRecord kept;
            kept.id = id;
            kept.accountId = at.id;
            kept.draft = at.asked;
            kept.savedAt = at.bench.now();
            QVERIFY(at.bench.desk->ledger().saveDraft(kept).result().has_value());
        };
        keep(u"draft_1"_s);
        keep(u"draft_2"_s); // an equal order
        const auto drafts = [&] { return at.bench.desk->ledger().drafts({at.id}).result().value(); };
        const QString intentId = ledger::randomId();
        ledger::Journal &journal = at.bench.desk->journal();
        const QDateTime now = at.bench.now();
        QVERIFY(journal.begin(intentId, at.id, "hash", at.asked, now, now, {}, {}, {}, u"draft_1"_s).result());
        QCOMPARE(journal.intent(intentId).result().value()->draftId, u"draft_1"_s);
        if (state != Intent::State::Open)
            QVERIFY(
                journal.close(intentId, state, state == Intent::State::Confirmed ? u"cs_1"_s : QString(), {}).result());
        at.bench.restart();
        QCOMPARE(drafts().size(), isTaken ? size_t(1) : size_t(2));
        QCOMPARE(drafts().front().id == u"draft_2"_s || !isTaken, true);

        // The same while a window stays open and another program was ended.
        if (!isTaken)
            return;
        keep(u"draft_1"_s);
        QCoro::waitFor(repairCreations(at.bench.desk.get()));
        QCOMPARE(drafts().size(), size_t(1));
        QCOMPARE(drafts().front().id, u"draft_2"_s);
    }

    void whatAskedNobodyIsNotNotedAsALookUp()
    {
        CreationCounter at(ProviderKind::PaymentKit);
        const auto noted = [&] { return at.bench.desk->ledger().timeline(at.id, u"intent"_s).result().value(); };
        checkout::Error error(checkout::ErrorKind::Unauthorised, u"There is no key for Counter."_s);
        noteFailedLookUp(*at.bench.desk, at.id, u"intent"_s, error);
        error.httpStatus = 401;
        error.sentence = u"The key is not accepted."_s;
        noteFailedLookUp(*at.bench.desk, at.id, u"intent"_s, error);
        QTRY_VERIFY(!noted().empty() && noted().front().rawStatus == error.sentence); // the newest
        QCOMPARE(noted().size(), size_t(1));
    }

    void whereThereIsNoListTheMerchantSaysAsWhatItWasCreated()
    {
        CreationCounter at(ProviderKind::Ikawaari);
        const QString intentId = at.create().record.intentId;
        const auto reconcile = [&](const QString &chosen) {
            return QCoro::waitFor(reconcileCreation(at.bench.desk.get(), at.id, intentId, chosen));
        };
        at.server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            const bool isOther = request.contains("/cs_other");
            const QJsonObject session{
                {u"id"_s, isOther ? u"cs_other"_s : u"cs_1"_s},
                {u"status"_s, u"open"_s},
                {u"mode"_s, u"payment"_s},
                {u"url"_s, u"https://pay.example/1"_s},
                {u"success_url"_s, isOther ? u"https://else.example/"_s : u"https://kestrel.example/thanks"_s}};
            socket.write(http::test::answer(200, QJsonDocument(session).toJson(QJsonDocument::Compact)));
        };
        const auto nothing = reconcile({});
        QVERIFY(nothing && nothing->finding == Reconciliation::Finding::CannotTell);
        const auto other = reconcile(u"cs_other"_s);
        QVERIFY(other && other->doubt.contains(u"another session"_s));
        QCOMPARE(at.stateOf(intentId), Intent::State::Unknown);
        const auto found = reconcile(u"cs_1"_s);
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        QCOMPARE(found->finding, Reconciliation::Finding::Found);
        QCOMPARE(found->record->session.id, u"cs_1"_s);
        QCOMPARE(at.stateOf(intentId), Intent::State::Confirmed);
        QCOMPARE(at.bench.list(at.id).rows.size(), size_t(1));
    }

    void aRowThatAnotherProgramMadeOfItIsItsOwn()
    {
        CreationCounter at(ProviderKind::PaymentKit);
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

    void aSessionThatWasTakenForAnotherCreationStaysThere()
    {
        CreationCounter at(ProviderKind::PaymentKit);
        ledger::SessionRecord mistaken;
        mistaken.accountId = at.id;
        mistaken.intentId = u"another"_s;
        mistaken.session.id = u"cs_1"_s;
        QVERIFY(at.bench.desk->ledger().put(mistaken).result().has_value());
        at.setCreated("cs_1");
        const CreateOutcome outcome = at.create();
        QCOMPARE(outcome.end, End::Unknown);
        QVERIFY2(outcome.error && outcome.error->sentence.contains(u"answered with cs_1"_s) &&
                     !outcome.error->sentence.contains(u"othing new"_s),
                 outcome.error ? qPrintable(outcome.error->sentence) : "no remark");
        QCOMPARE(at.bench.list(at.id).rows.size(), size_t(2));
        const auto kept = at.bench.desk->ledger().session(at.id, u"cs_1"_s).result();
        QCOMPARE((*kept)->intentId, u"another"_s);
    }

    void anIdThatWasAnsweredBeforeLeavesTheFirstItsRow()
    {
        CreationCounter at(ProviderKind::PaymentKit);
        at.setCreated("cs_1");
        const CreateOutcome first = at.create();
        QCOMPARE(first.end, End::Confirmed);
        const CreateOutcome second = at.create(Repeat::Another);
        QCOMPARE(second.end, End::Unknown);
        QVERIFY2(second.error && second.error->sentence.contains(u"answered with cs_1"_s),
                 second.error ? qPrintable(second.error->sentence) : "no remark");
        const auto kept = at.bench.desk->ledger().session(at.id, u"cs_1"_s).result();
        QVERIFY(kept && *kept);
        QCOMPARE((*kept)->intentId, first.record.intentId);
        QCOMPARE(at.stateOf(second.record.intentId), Intent::State::Unknown);
        QCOMPARE(at.bench.list(at.id).rows.size(), size_t(2));
        // The next start leaves it so.
        at.bench.restart();
        QCOMPARE(at.bench.list(at.id).rows.size(), size_t(2));
        QCOMPARE(at.create().end, End::Repeated);
        QCOMPARE(at.sent().size(), 2);
    }

    void whatIsUnderWayIsNotTakenForAnUnknownOne()
    {
        CreationCounter at(ProviderKind::PaymentKit);
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
};

TILLDECK_TEST(RepeatedCreationTest)

} // namespace repeated_creation_test

#include "tst_repeated_creation.moc"
