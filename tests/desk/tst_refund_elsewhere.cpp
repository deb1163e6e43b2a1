// SPDX-License-Identifier: GPL-3.0-or-later
// What another computer or the provider's dashboard gave back minutes ago is not given back once more without a
// question.
#include "desk/refund_lists.h"
#include "support/runner.h"

namespace refund_elsewhere_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using Repeat = RefundLists::Repeat;

class RefundElsewhereTest : public QObject
{
    Q_OBJECT

private slots:
    void anEqualRefundThatWasMadeElsewhereIsAQuestion_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("isQuestion");
        QTest::newRow("seconds ago") << qint64(102) << u"succeeded"_s << 20 << true;
        QTest::newRow("under way") << qint64(102) << u"pending"_s << 20 << true;
        QTest::newRow("of another amount") << qint64(103) << u"succeeded"_s << 20 << false;
        QTest::newRow("failed") << qint64(102) << u"failed"_s << 20 << false;
        QTest::newRow("long ago") << qint64(102) << u"succeeded"_s << 3600 << false;
    }
    void anEqualRefundThatWasMadeElsewhereIsAQuestion()
    {
        QFETCH(const qint64, amount);
        QFETCH(const QString, word);
        QFETCH(const int, seconds);
        QFETCH(const bool, isQuestion);
        RefundLists shop;
        shop.list(amount, word);
        shop.pass(seconds);
        shop.refresh(); // what is left is known to be less
        const auto outcome = shop.give(102, Repeat::Refuse);
        QCOMPARE(outcome.same.has_value(), isQuestion);
        QCOMPARE(outcome.end, isQuestion ? End::Rejected : End::Confirmed);
        QCOMPARE(shop.asked(), isQuestion ? 0 : 1);
        if (!isQuestion)
            return;
        QVERIFY2(outcome.error->sentence.contains(u"not sent from here"_s), qPrintable(outcome.error->sentence));
        QCOMPARE(shop.give(102, Repeat::Allow).end, End::Confirmed);
        QCOMPARE(shop.asked(), 1);
    }

    void whatWasSentFromHereIsNotFromElsewhere()
    {
        RefundLists shop;
        QCOMPARE(shop.give(102, Repeat::Refuse).end, End::Confirmed);
        shop.pass(400);
        shop.refresh();
        QCOMPARE(shop.give(102, Repeat::Refuse).end, End::Confirmed);
        QCOMPARE(shop.asked(), 2);
    }
};

TILLDECK_TEST(RefundElsewhereTest)

} // namespace refund_elsewhere_test

#include "tst_refund_elsewhere.moc"
