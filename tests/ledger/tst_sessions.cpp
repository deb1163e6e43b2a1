// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/value_texts.h"
#include "ledger_fixture.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <QFile>
#include <QSignalSpy>

namespace sessions_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;
using checkout::SessionStatus;

namespace {

checkout::Quote wholeQuote()
{
    checkout::Quote quote(euros(5320));
    quote.base = euros(5000);
    quote.fee = euros(320);
    quote.customerPaysFee = true;
    quote.businessReceives = euros(4700);
    quote.conversion = checkout::Conversion(euros(1), euros(2));
    quote.conversion->rate = u"1600"_s;
    quote.gateway = u"paystack"_s;
    quote.international = false;
    quote.businessCountry = u"SN"_s;
    quote.customerCountry = u"NG"_s;
    quote.productTitle = u"Course"_s;
    quote.isMultiplied = true;
    quote.split = checkout::Split(euros(4700));
    quote.split->subMerchantId = u"sub_1"_s;
    quote.split->subMerchantName = u"Atelier"_s;
    quote.split->commissionBasisPoints = 500;
    quote.split->commissionSource = checkout::Split::CommissionSource::Marketplace;
    quote.split->commission = euros(235);
    quote.split->net = euros(4465);
    quote.madeAt = noon();
    quote.validUntil = noon().addSecs(300);
    return quote;
}

} // namespace

using State = SessionRecord::State;
using Status = SessionFilter::Status;

class SessionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_ledger = openLedger(m_directory->path());
    }

    void cleanup() { m_ledger.reset(); }

    void manyRowsAreWrittenAtOnceOrNotAtAll()
    {
        QSignalSpy spy(m_ledger.get(), &Ledger::sessionsChanged);
        std::vector<SessionRecord> rows{session(u"cs_1"_s), session(u"cs_2"_s, 1), session(u"cs_3"_s, 2, u"b"_s)};
        got(m_ledger->putAll(rows));
        QTRY_COMPARE(spy.size(), 1);
        QCOMPARE(spy.front().front().toStringList(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(got(m_ledger->counts(allOf({u"a"_s, u"b"_s}))).all, 3);
        const Refusing refusing(m_directory->filePath(u"ledger.sqlite"_s),
                                u"INSERT ON session WHEN NEW.session_id = 'cs_5'"_s);
        rows = {session(u"cs_4"_s), session(u"cs_5"_s)};
        QVERIFY(!m_ledger->putAll(rows).result());
        QCOMPARE(got(m_ledger->counts(allOf({u"a"_s, u"b"_s}))).all, 3);
    }

    void everyPartOfASessionIsStillThereAfterARestart()
    {
        SessionRecord record = session(u"cs_1"_s);
        record.intentId = u"intent"_s;
        record.session.secureToken = u"tok_secret"_s;
        record.session.url = u"https://pay.example.com/c/tok_secret"_s;
        record.session.status = SessionStatus::Unrecognised;
        record.session.rawStatus = u"on_hold"_s;
        record.session.customer.id = u"cus_1"_s;
        record.session.customer.email = u"awa@example.com"_s;
        record.session.customer.name = u"Awa Diop"_s;
        record.session.customer.firstName = u"Awa"_s;
        record.session.customer.lastName = u"Diop"_s;
        record.session.customer.country = u"SN"_s;
        record.session.flow = u"shop.charge"_s;
        record.session.transactionId = u"txn_1"_s;
        record.session.fees = checkout::FeeDetails(euros(5000));
        record.session.fees->fee = euros(320);
        record.session.fees->customerPays = true;
        record.session.handover = {u"stripe"_s, u"pi_secret"_s, u"pk_live"_s, u"acct_1"_s};
        record.quote = wholeQuote();
        record.session.amount = euros(std::numeric_limits<qint64>::max());
        record.session.paidTier = 1;
        record.session.paidRouteId = u"proute_1"_s;
        checkout::PaymentAttempt attempt;
        attempt.declineCode = u"insufficient_funds"_s;
        attempt.processorRouteId = u"proute_0"_s;
        attempt.amount = euros(9'007'199'254'740'993);
        attempt.at = noon().addMSecs(7);
        record.session.attempts = {attempt, checkout::PaymentAttempt()};
        record.draft.lineItems = {checkout::LineItem(u"price_1"_s, 2)};
        record.customerLabel = u"Awa Diop"_s;
        record.itemsLabel = u"Annual membership × 2"_s;
        record.amount = euros(-1);
        const SessionRecord stored = got(m_ledger->put(record));
        record.key = stored.key;
        QCOMPARE(stored, record);
        m_ledger.reset();
        m_ledger = openLedger(m_directory->path());
        QCOMPARE(got(m_ledger->session(u"a"_s, u"cs_1"_s)), record);
        QCOMPARE(got(m_ledger->sessionByIntent(u"intent"_s)), record);
        QCOMPARE(got(m_ledger->session(u"b"_s, u"cs_1"_s)), std::nullopt);
    }

    void aTextThatIsNotOurOwnIsNoQuote_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("not JSON") << u"{"_s;
        QTest::newRow("not an object") << u"[]"_s;
        QTest::newRow("without the total") << u"{}"_s;
        QTest::newRow("a currency that is none") << u"{'customer_pays':{'amount':1,'currency':'XXQ'}}"_s;
        QTest::newRow("an amount that is no integer") << u"{'customer_pays':{'amount':1.5,'currency':'EUR'}}"_s;
        QTest::newRow("a member of another type")
            << u"{'customer_pays':{'amount':1,'currency':'EUR'},'international':'yes'}"_s;
        QTest::newRow("a member that nobody wrote") << u"{'customer_pays':{'amount':1,'currency':'EUR'},'tip':1}"_s;
    }
    void aTextThatIsNotOurOwnIsNoQuote()
    {
        QFETCH(QString, text);
        QCOMPARE(quoteFrom(text.replace(u'\'', u'"')), std::nullopt);
        QCOMPARE(quoteFrom(uR"({"customer_pays":{"amount":1,"currency":"EUR"}})"_s), checkout::Quote(euros(1)));
    }

    void whatTheGatewayNeedsStaysWhenALaterAnswerLeavesItOut()
    {
        SessionRecord created = session(u"ch_1"_s);
        created.session.flow = u"shop.charge"_s;
        created.session.transactionId = u"txn_1"_s;
        created.session.handover = {u"stripe"_s, u"pi_secret"_s, u"pk_live"_s, {}};
        created.session.fees = checkout::FeeDetails(euros(5000));
        created.quote = wholeQuote();
        got(m_ledger->put(created));
        SessionRecord listed = session(u"ch_1"_s, 5);
        listed.session.handover.gatewayAccountId = u"acct_1"_s;
        listed.session.contents.reference = u"told"_s;
        QCOMPARE(got(m_ledger->merge(u"a"_s, {listed})), 1);
        const auto stored = *got(m_ledger->session(u"a"_s, u"ch_1"_s));
        QCOMPARE(stored.session.flow, u"shop.charge"_s);
        QCOMPARE(stored.session.transactionId, u"txn_1"_s);
        QCOMPARE(stored.session.handover,
                 (checkout::GatewayHandover{u"stripe"_s, u"pi_secret"_s, u"pk_live"_s, u"acct_1"_s}));
        QCOMPARE(stored.session.fees, created.session.fees);
        QCOMPARE(stored.quote, created.quote);
        // What it is made of is not kept, so hearing it again changes nothing.
        QCOMPARE(got(m_ledger->merge(u"a"_s, {listed})), 0);
    }

    void pagesAreCompleteAndWithoutRepeatsWhileSessionsArrive()
    {
        // Several of one instant: the key has to decide.
        for (int i = 0; i < 23; ++i)
            got(m_ledger->put(session(u"cs_%1"_s.arg(i), i / 4)));
        QStringList seen;
        PageKey after;
        bool more = true;
        while (more) {
            const auto page = got(m_ledger->sessions(allOf({u"a"_s}), after, 5));
            QVERIFY(page.rows.size() <= 5);
            seen += idsOf(page.rows);
            more = page.more;
            after = {page.rows.back().createdAt, page.rows.back().key};
            got(m_ledger->put(session(u"new_%1"_s.arg(seen.size()), 60)));
        }
        QStringList expected;
        for (int i = 22; i >= 0; --i)
            expected << u"cs_%1"_s.arg(i);
        QCOMPARE(seen, expected);
    }

    void pagesOfSeveralAccountsAreOneOrder()
    {
        for (int i = 0; i < 6; ++i)
            got(m_ledger->put(session(u"cs_%1"_s.arg(i), i, i % 3 == 0 ? u"a"_s : i % 3 == 1 ? u"b"_s : u"other"_s)));
        const auto page = got(m_ledger->sessions(allOf({u"a"_s, u"b"_s}), {}, 10));
        QCOMPARE(idsOf(page.rows), QStringList({u"cs_4"_s, u"cs_3"_s, u"cs_1"_s, u"cs_0"_s}));
        QVERIFY(!page.more);
        QVERIFY(got(m_ledger->sessions(allOf({}), {}, 10)).rows.empty());
    }

    void statusFiltersAndCountsAgree_data()
    {
        QTest::addColumn<Status>("status");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("all") << Status::All
                             << QStringList{u"creating"_s, u"unknown"_s, u"odd"_s,  u"failed"_s, u"expired"_s,
                                            u"over"_s,     u"paid"_s,    u"soon"_s, u"open"_s,   u"timeless"_s};
        QTest::newRow("open, with words nobody knows")
            << Status::Open << QStringList{u"odd"_s, u"soon"_s, u"open"_s, u"timeless"_s};
        QTest::newRow("completed, though its time is over") << Status::Completed << QStringList{u"paid"_s};
        QTest::newRow("expired, told or by the clock") << Status::Expired << QStringList{u"expired"_s, u"over"_s};
        QTest::newRow("failed") << Status::Failed << QStringList{u"failed"_s};
        QTest::newRow("outcome unknown") << Status::OutcomeUnknown << QStringList{u"unknown"_s};
        QTest::newRow("creating") << Status::Creating << QStringList{u"creating"_s};
        QTest::newRow("needs attention") << Status::NeedsAttention << QStringList{u"unknown"_s, u"odd"_s, u"failed"_s};
        QTest::newRow("expiring soon") << Status::ExpiringSoon << QStringList{u"soon"_s};
    }
    void statusFiltersAndCountsAgree()
    {
        QFETCH(Status, status);
        QFETCH(QStringList, ids);
        const auto add = [this](const QString &id, SessionStatus status, QDateTime expiresAt,
                                State state = State::Known) {
            SessionRecord record = session(state == State::Known ? id : QString(), m_minute++);
            record.intentId = id;
            record.session.status = status;
            record.session.expiresAt = expiresAt;
            record.state = state;
            got(m_ledger->put(record));
        };
        add(u"timeless"_s, SessionStatus::Open, {});
        add(u"open"_s, SessionStatus::Open, noon().addSecs(3601));
        add(u"soon"_s, SessionStatus::Open, noon().addSecs(3600));
        add(u"paid"_s, SessionStatus::Completed, noon().addSecs(-1));
        add(u"over"_s, SessionStatus::Open, noon());
        add(u"expired"_s, SessionStatus::Expired, noon().addDays(1));
        add(u"failed"_s, SessionStatus::Failed, noon().addSecs(60));
        add(u"odd"_s, SessionStatus::Unrecognised, noon().addSecs(-1));
        add(u"unknown"_s, SessionStatus::Open, noon().addSecs(60), State::OutcomeUnknown);
        add(u"creating"_s, SessionStatus::Open, {}, State::Creating);
        SessionFilter filter = allOf({u"a"_s});
        filter.status = status;
        QCOMPARE(idsOf(got(m_ledger->sessions(filter, {}, 100)).rows), ids);

        const SessionCounts counts = got(m_ledger->counts(filter));
        const QHash<Status, qint64> byStatus{
            {Status::All, counts.all},
            {Status::Open, counts.open},
            {Status::Completed, counts.completed},
            {Status::Expired, counts.expired},
            {Status::Failed, counts.failed},
            {Status::OutcomeUnknown, counts.outcomeUnknown},
            {Status::NeedsAttention, counts.needsAttention},
            {Status::ExpiringSoon, counts.expiringSoon},
        };
        QCOMPARE(byStatus.value(status, 1), ids.size());
    }

    void textFindsWhatAMerchantTypes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("part of the name, other case") << u"élodie"_s << true;
        QTest::newRow("accent composed of two characters") << u"e\u0301lodie"_s << true;
        QTest::newRow("Cyrillic capitals") << u"ПОДПИСКА"_s << true;
        QTest::newRow("spaces around") << u"  ada@example  "_s << true;
        QTest::newRow("part of the id") << u"s_abc"_s << true;
        QTest::newRow("percent is itself") << u"100%"_s << true;
        QTest::newRow("percent is no wildcard") << u"É%e"_s << false;
        QTest::newRow("underscore is no wildcard") << u"s_a_c"_s << false;
        QTest::newRow("quotes are harmless") << u"' OR 1=1 --"_s << false;
        QTest::newRow("the whole URL") << u"https://pay.example.com/c/tok_Secret9"_s << true;
        QTest::newRow("a part of the internal note") << u"knows AWA"_s << true;
        QTest::newRow("a custom field") << u"order-17"_s << true;
        QTest::newRow("a number in a custom field") << u"20418"_s << true;
        QTest::newRow("the name of a custom field") << u"shelf"_s << false;
        QTest::newRow("the whole token") << u"tok_Secret9"_s << true;
        QTest::newRow("part of the token") << u"tok_Secret"_s << false;
    }
    void textFindsWhatAMerchantTypes()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        SessionRecord record = session(u"cs_abc"_s);
        record.customerLabel = u"ÉLODIE Martin"_s;
        record.session.customer.email = u"Ada@Example.com"_s;
        record.itemsLabel = u"Подписка 100% × 2"_s;
        record.session.secureToken = u"tok_Secret9"_s;
        record.session.url = u"https://pay.example.com/c/tok_Secret9"_s;
        record.draft.internalNote = u"Regular guest, knows Awa"_s;
        record.draft.customFields = {{u"shelf"_s, u"Order-17"_s}, {u"shelf_number"_s, qint64(20418)}};
        got(m_ledger->put(record));
        got(m_ledger->put(session(u"other"_s, 1)));
        SessionFilter filter = allOf({u"a"_s});
        filter.text = text;
        QCOMPARE(idsOf(got(m_ledger->sessions(filter, {}, 10)).rows), found ? QStringList{u"cs_abc"_s} : QStringList());
        QCOMPARE(got(m_ledger->counts(filter)).all, found ? 1 : 0);
    }

    void whatIsReportedLaterTakesNoInternalNoteAway()
    {
        SessionRecord record = session(u"cs_1"_s);
        record.draft.internalNote = u"Regular guest"_s;
        got(m_ledger->put(record));
        SessionRecord reported = session(u"cs_1"_s);
        reported.draft.lineItems = {checkout::LineItem(u"price_1"_s, 1)};
        reported.checkedAt = noon();
        got(m_ledger->put(reported));
        QCOMPARE(got(m_ledger->session(u"a"_s, u"cs_1"_s))->draft.internalNote, u"Regular guest"_s);
    }

    void createdSinceIncludesItsMoment()
    {
        got(m_ledger->put(session(u"before"_s, -1)));
        got(m_ledger->put(session(u"at"_s, 0)));
        SessionFilter filter = allOf({u"a"_s});
        filter.createdSince = noon();
        QCOMPARE(idsOf(got(m_ledger->sessions(filter, {}, 10)).rows), QStringList{u"at"_s});
    }

    void whatCannotBeAskedAboutDoesNotCrowdOutTheRest()
    {
        for (int i = 0; i < 3; ++i) {
            SessionRecord charge = session(u"ch_%1"_s.arg(i), i);
            charge.session.flow = u"shop.charge"_s;
            got(m_ledger->put(charge));
        }
        got(m_ledger->put(session(u"cs_1"_s, 10)));
        QCOMPARE(idsOf(got(m_ledger->unfinished(u"a"_s, 2))), QStringList({u"ch_0"_s, u"ch_1"_s}));
        QCOMPARE(idsOf(got(m_ledger->unfinished(u"a"_s, 2, {u"shop.charge"_s}))), QStringList{u"cs_1"_s});
        QCOMPARE(idsOf(got(m_ledger->unfinished(u"a"_s, 2, {u"shop.charge"_s, QString()}))), QStringList());
        // The flow without a name excludes itself alone: a paid session of another one is asked for.
        QCOMPARE(idsOf(got(m_ledger->unfinished(u"a"_s, 5, {QString()}))),
                 QStringList({u"ch_0"_s, u"ch_1"_s, u"ch_2"_s}));
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Ledger> m_ledger;
    int m_minute = 0;
};

TILLDECK_TEST(SessionsTest)

} // namespace sessions_test

#include "tst_sessions.moc"
