// SPDX-License-Identifier: GPL-3.0-or-later
// What the merchant may ask about, and close as not created: a creation of unknown outcome, and nothing else.
#include "desk/abandon_creation.h"
#include "desk/bench.h"
#include "desk/reconcile_creation.h"
#include "ledger/random_id.h"
#include "support/runner.h"

namespace abandon_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using ledger::Intent;

class AbandonTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_bench = std::make_unique<Bench>(); }
    void cleanup() { m_bench.reset(); }

    void aCreationUnderWayIsNotClosed()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const Intent intent =
            journal().begin(ledger::randomId(), u"account"_s, "hash", draft(), now, now.addSecs(60)).result().value();
        const auto refused =
            QCoro::waitFor(abandonCreation(m_bench->desk.get(), u"account"_s, intent.id, EarlyAbandon::Allow));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        // Nor is it looked for: what is not listed yet may still come.
        const auto looked = QCoro::waitFor(reconcileCreation(m_bench->desk.get(), u"account"_s, intent.id));
        QVERIFY(!looked);
        QCOMPARE(looked.error().kind, ErrorKind::UnknownOutcome);
        QCOMPARE(stateOf(intent.id), Intent::State::Open);

        QVERIFY(journal().close(intent.id, Intent::State::Unknown, {}, u"No answer."_s).result().has_value());
        QVERIFY(QCoro::waitFor(abandonCreation(m_bench->desk.get(), u"account"_s, intent.id, EarlyAbandon::Allow))
                    .has_value());
        QCOMPARE(stateOf(intent.id), Intent::State::Abandoned);
    }

    void whatMayStillAppearIsNotClosedWithoutAWord()
    {
        const QDateTime opened = m_bench->now();
        const Intent intent = journal()
                                  .begin(ledger::randomId(), u"account"_s, "hash", draft(), opened, opened.addSecs(60))
                                  .result()
                                  .value();
        QVERIFY(journal().close(intent.id, Intent::State::Unknown, {}, u"No answer."_s).result().has_value());
        const auto close = [&](EarlyAbandon early) {
            return QCoro::waitFor(abandonCreation(m_bench->desk.get(), u"account"_s, intent.id, early));
        };
        m_bench->setNow(opened.addSecs(2));
        const auto refused = close(EarlyAbandon::Refuse);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::UnknownOutcome);
        QVERIFY2(refused.error().sentence.contains(u"may still appear"_s), qPrintable(refused.error().sentence));
        QCOMPARE(stateOf(intent.id), Intent::State::Unknown);
        QVERIFY(close(EarlyAbandon::Allow));
        QCOMPARE(stateOf(intent.id), Intent::State::Abandoned);
        const Intent later = unknownCreation();
        m_bench->setNow(later.openedAt.addSecs(600));
        // Nobody can be asked any more: that alone shows nothing.
        const auto unasked =
            QCoro::waitFor(abandonCreation(m_bench->desk.get(), u"account"_s, later.id, EarlyAbandon::Refuse));
        QVERIFY(!unasked);
        QCOMPARE(unasked.error().kind, ErrorKind::UnknownOutcome);
        QVERIFY2(unasked.error().sentence.contains(u"could not be asked"_s), qPrintable(unasked.error().sentence));
    }

    void aRefundIsNoCreation()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto currency = *money::Currency::fromCode(u"EUR");
        const Intent refund =
            journal()
                .beginRefund(ledger::randomId(), u"account"_s, "hash", u"txn_1"_s, money::Money(500, currency),
                             money::Money(900, currency), money::Money(0, currency), now, now.addSecs(60))
                .result()
                .value();
        QVERIFY(journal().close(refund.id, Intent::State::Unknown, {}, u"No answer."_s).result().has_value());
        const auto abandoned =
            QCoro::waitFor(abandonCreation(m_bench->desk.get(), u"account"_s, refund.id, EarlyAbandon::Allow));
        QVERIFY(!abandoned);
        QCOMPARE(abandoned.error().kind, ErrorKind::NotFound);
        const auto reconciled = QCoro::waitFor(reconcileCreation(m_bench->desk.get(), u"account"_s, refund.id));
        QVERIFY(!reconciled);
        QCOMPARE(reconciled.error().kind, ErrorKind::NotFound);
        QCOMPARE(stateOf(refund.id), Intent::State::Unknown);
    }

    void aCreationOfAnotherAccountIsNotKnown()
    {
        const Intent lost = unknownCreation();
        for (const QString &id : {lost.id, u"nobody"_s}) {
            const auto looked = QCoro::waitFor(reconcileCreation(m_bench->desk.get(), u"another"_s, id));
            QVERIFY(!looked);
            QCOMPARE(looked.error().kind, ErrorKind::NotFound);
            QVERIFY2(looked.error().sentence.contains(u"Copy the ID"_s), qPrintable(looked.error().sentence));
            const auto abandoned =
                QCoro::waitFor(abandonCreation(m_bench->desk.get(), u"another"_s, id, EarlyAbandon::Allow));
            QVERIFY(!abandoned);
            QCOMPARE(abandoned.error().kind, ErrorKind::NotFound);
        }
        QCOMPARE(stateOf(lost.id), Intent::State::Unknown);
    }

    void aRefusedCreationIsNotLookedFor()
    {
        const Intent intent = unknownCreation();
        QVERIFY(journal().close(intent.id, Intent::State::Rejected, {}, u"The card is not accepted."_s).result());
        const auto looked = QCoro::waitFor(reconcileCreation(m_bench->desk.get(), u"account"_s, intent.id));
        QVERIFY(!looked);
        QCOMPARE(looked.error().kind, ErrorKind::Rejected);
        QCOMPARE(looked.error().sentence, u"The card is not accepted."_s);
    }

private:
    Intent unknownCreation() const
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const Intent intent =
            journal().begin(ledger::randomId(), u"account"_s, "hash", draft(), now, now.addSecs(60)).result().value();
        (void)journal().close(intent.id, Intent::State::Unknown, {}, u"No answer."_s).result();
        return intent;
    }

    ledger::Journal &journal() const { return m_bench->desk->journal(); }
    Intent::State stateOf(const QString &id) const { return journal().intent(id).result().value()->state; }

    std::unique_ptr<Bench> m_bench;
};

TILLDECK_TEST(AbandonTest)

} // namespace abandon_test

#include "tst_abandon.moc"
