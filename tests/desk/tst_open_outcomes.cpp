// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes that are not known: what is known of each, what was tried, and which actions are safe.
#include "desk/bench.h"
#include "desk/confirm_refund.h"
#include "desk/create_session.h"
#include "desk/listed_sessions.h"
#include "desk/note_tried.h"
#include "desk/open_outcomes.h"
#include "desk/reconcile_creation.h"
#include "desk/repair_creations.h"
#include "desk/resend_creation.h"
#include "http/scripted_server.h"
#include "ledger/random_id.h"
#include "support/runner.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <algorithm>

namespace open_outcomes_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using checkout::ErrorKind;
using ledger::Intent;
using Finding = Reconciliation::Finding;

class OpenOutcomesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bench = std::make_unique<Bench>();
        m_server = std::make_unique<http::test::ScriptedServer>();
        m_listed.clear();
        m_server->onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.contains("/checkout-sessions/cs_"))
                socket.write(http::test::answer(404, R"({"title":"no"})"));
            else if (request.startsWith("GET"))
                socket.write(http::test::answer(200, listedSessions(m_listed, m_bench->now())));
            else
                socket.disconnectFromHost();
        };
    }
    void cleanup()
    {
        m_bench.reset();
        m_server.reset();
    }

    void whatIsNotOfferedSaysWhy()
    {
        const QString paymentkit = connectTo(ProviderKind::PaymentKit);
        const Intent lost = lostCreation(paymentkit);
        QVERIFY(offer(lost.id, OutcomeAction::LookUp).whyNot.isEmpty());
        QVERIFY(offer(lost.id, OutcomeAction::NotMade).whyNot.isEmpty());
        QVERIFY(!offer(lost.id, OutcomeAction::NotMade).risk.isEmpty());
        QVERIFY(offer(lost.id, OutcomeAction::SendAgain)
                    .whyNot.contains(u"does not promise to take a repeated request only once"_s));

        const QString ikawaari = connectTo(ProviderKind::Ikawaari);
        const Intent keyed = lostCreation(ikawaari);
        // Its age by the provider's clock decides, which nobody has read.
        QVERIFY(offer(keyed.id, OutcomeAction::SendAgain).whyNot.contains(u"had not said its time"_s));
        QVERIFY(offer(keyed.id, OutcomeAction::LookUp).whyNot.contains(u"no list to look in"_s));
        // What the provider did answer is neither sent again nor closed as not made.
        QVERIFY(journal().close(lost.id, Intent::State::Unknown, u"cs_1"_s, u"Not kept."_s).result());
        QVERIFY(offer(lost.id, OutcomeAction::SendAgain).whyNot.contains(u"created as cs_1"_s));
        QVERIFY(offer(lost.id, OutcomeAction::NotMade).whyNot.contains(u"created as cs_1"_s));
    }

    void everyLookUpIsKeptWithWhatItShowed()
    {
        const QString account = connectTo(ProviderKind::PaymentKit);
        const Intent lost = lostCreation(account);
        QCOMPARE(QCoro::waitFor(reconcileCreation(desk(), account, lost.id))->finding, Finding::NotListed);
        m_server->onRequest = [](QTcpSocket &socket, const QByteArray &) {
            socket.write(http::test::answer(401, R"({"title":"no"})"));
        };
        m_bench->setNow(m_bench->now().addSecs(60));
        QVERIFY(!QCoro::waitFor(reconcileCreation(desk(), account, lost.id)));
        const auto read = [&] { return **QCoro::waitFor(openOutcome(desk(), lost.id)); };
        QTRY_COMPARE(read().tried.size(), size_t(3));
        const OpenOutcome outcome = read();
        using Kind = ledger::TimelineEvent::Kind;
        QCOMPARE(outcome.tried[0].kind, Kind::LookedUp);
        QVERIFY(!lookUpAnswerFrom(outcome.tried[0].rawStatus)); // the sentence of the error
        QVERIFY(!outcome.tried[0].rawStatus.isEmpty());
        QCOMPARE(lookUpAnswerFrom(outcome.tried[1].rawStatus), std::optional(LookUpAnswer::NotListed));
        QCOMPARE(outcome.tried[2].kind, Kind::OutcomeUnknown);
        QCOMPARE(outcome.tried[2].at, outcome.intent.openedAt);
    }

    void theMerchantChoosesOneOfThoseThatFit()
    {
        const QString account = connectTo(ProviderKind::PaymentKit);
        const Intent lost = lostCreation(account);
        m_listed = {"cs_2", "cs_3"};
        const auto looked = QCoro::waitFor(reconcileCreation(desk(), account, lost.id));
        QCOMPARE(looked->finding, Finding::Ambiguous);
        QCOMPARE(looked->candidates.size(), size_t(2));
        QCOMPARE(looked->candidates[1].id, u"cs_3"_s);

        const auto other = QCoro::waitFor(reconcileCreation(desk(), account, lost.id, u"cs_9"_s));
        QVERIFY(!other);
        QCOMPARE(other.error().kind, ErrorKind::NotFound);
        QCOMPARE(stateOf(lost.id), Intent::State::Unknown);

        const auto chosen = QCoro::waitFor(reconcileCreation(desk(), account, lost.id, u"cs_3"_s));
        QCOMPARE(chosen->finding, Finding::Found);
        QCOMPARE(chosen->record->session.id, u"cs_3"_s);
        QCOMPARE(stateOf(lost.id), Intent::State::Confirmed);
        QVERIFY(!QCoro::waitFor(openOutcome(desk(), lost.id))->has_value());
        // It is no candidate of another creation any more.
        const Intent second = lostCreation(account);
        const auto taken = QCoro::waitFor(reconcileCreation(desk(), account, second.id, u"cs_3"_s));
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(stateOf(second.id), Intent::State::Unknown);
        QCOMPARE(std::ranges::count_if(m_server->requests(), [](const auto &one) { return one.startsWith("POST"); }),
                 0);
    }

    void aRefundIsNotedAsMadeOnlyWhenNobodyWaitsForItsAnswer()
    {
        const QString account = connectTo(ProviderKind::PaymentKit);
        const Intent refund = openRefund(account);
        const auto early = QCoro::waitFor(confirmRefund(desk(), account, refund.id));
        QVERIFY(!early);
        QCOMPARE(early.error().kind, ErrorKind::Rejected);
        QCOMPARE(stateOf(refund.id), Intent::State::Open);
        QVERIFY(journal().close(refund.id, Intent::State::Unknown, {}, u"No answer."_s).result());

        const auto elsewhere = QCoro::waitFor(confirmRefund(desk(), u"another"_s, refund.id));
        QVERIFY(!elsewhere);
        QCOMPARE(elsewhere.error().kind, ErrorKind::NotFound);
        const Intent creation = lostCreation(account);
        QCOMPARE(QCoro::waitFor(confirmRefund(desk(), account, creation.id)).error().kind, ErrorKind::NotFound);

        const auto outcomes = QCoro::waitFor(openOutcomes(desk(), {account}));
        QCOMPARE(outcomes->size(), size_t(2));
        QVERIFY(QCoro::waitFor(openOutcomes(desk(), {u"another"_s}))->empty());
        QVERIFY(!offer(refund.id, OutcomeAction::Made).risk.isEmpty());
        QVERIFY(!offer(refund.id, OutcomeAction::NotMade).risk.isEmpty());
        QVERIFY(!offer(refund.id, OutcomeAction::SendAgain).whyNot.isEmpty());

        // The payment is not listed, so no answer proves anything.
        QCOMPARE(QCoro::waitFor(confirmRefund(desk(), account, refund.id)).error().kind, ErrorKind::UnknownOutcome);
        QVERIFY(QCoro::waitFor(confirmRefund(desk(), account, refund.id, Unproven::Allow)));
        QCOMPARE(stateOf(refund.id), Intent::State::Confirmed);
        // What was given back is not offered once more, whatever the provider has reported by then.
        const auto eur = *money::Currency::fromCode(u"EUR");
        const auto again =
            journal()
                .beginRefund(ledger::randomId(), account, "h", u"txn_1"_s, money::Money(600, eur),
                             money::Money(900, eur), money::Money(0, eur), m_bench->now(), m_bench->now())
                .result();
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::InvalidInput);
    }

    void whatAProgramThatEndedLeftIsUnknownWhileThisOneRuns()
    {
        const QString account = connectTo(ProviderKind::PaymentKit);
        const Intent creation =
            journal()
                .begin(ledger::randomId(), account, "hash", draft(), m_bench->now(), m_bench->now().addSecs(60))
                .result()
                .value();
        const Intent refund = openRefund(account);
        QCoro::waitFor(repairCreations(desk()));
        QCOMPARE(stateOf(creation.id), Intent::State::Open); // its program lives
        giveToAnEndedProgram();
        QCoro::waitFor(repairCreations(desk()));
        QCOMPARE(stateOf(creation.id), Intent::State::Unknown);
        QCOMPARE(stateOf(refund.id), Intent::State::Unknown);
        // It had ended before the list had a row.
        const auto rows = m_bench->list(account).rows;
        QCOMPARE(rows.size(), size_t(1));
        QCOMPARE(rows.front().intentId, creation.id);
        QCOMPARE(rows.front().state, ledger::SessionRecord::State::OutcomeUnknown);
        QCOMPARE(QCoro::waitFor(openOutcomes(desk(), {account}))->size(), size_t(2));
    }

private:
    QString connectTo(ProviderKind provider)
    {
        return m_bench->connectTo(u"Shop %1"_s.arg(int(provider)), m_server->url(QString()).toString(), u"acc_1"_s,
                                  u"sk_test_1"_s, provider);
    }
    Intent lostCreation(const QString &account)
    {
        const Intent intent =
            journal()
                .begin(ledger::randomId(), account, "hash", draft(), m_bench->now(), m_bench->now().addSecs(60))
                .result()
                .value();
        (void)journal().close(intent.id, Intent::State::Unknown, {}, u"No answer."_s).result();
        return intent;
    }
    Intent openRefund(const QString &account)
    {
        const auto eur = *money::Currency::fromCode(u"EUR");
        return journal()
            .beginRefund(ledger::randomId(), account, "hash", u"txn_1"_s, money::Money(500, eur),
                         money::Money(900, eur), money::Money(0, eur), m_bench->now(), m_bench->now().addSecs(60))
            .result()
            .value();
    }
    void giveToAnEndedProgram() const
    {
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"ended"_s);
            file.setDatabaseName(m_bench->dataDirectory() + u"/journal.sqlite"_s);
            QVERIFY(file.open());
            QSqlQuery query(file);
            QVERIFY(query.exec(u"UPDATE intent SET owner = 'ended'"_s));
        }
        QSqlDatabase::removeDatabase(u"ended"_s);
    }
    OutcomeOffer offer(const QString &intentId, OutcomeAction action) const
    {
        const OpenOutcome outcome = **QCoro::waitFor(openOutcome(desk(), intentId));
        return *std::ranges::find(outcome.offers, action, &OutcomeOffer::action);
    }
    Desk *desk() const { return m_bench->desk.get(); }
    ledger::Journal &journal() const { return m_bench->desk->journal(); }
    Intent::State stateOf(const QString &id) const { return journal().intent(id).result().value()->state; }

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<http::test::ScriptedServer> m_server;
    QList<QByteArray> m_listed;
};

TILLDECK_TEST(OpenOutcomesTest)

} // namespace open_outcomes_test

#include "tst_open_outcomes.moc"
