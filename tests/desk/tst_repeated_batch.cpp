// SPDX-License-Identifier: GPL-3.0-or-later
// Promotion codes of the same pattern again, while those that were asked for first are not all made.
#include "desk/code_shop.h"
#include "desk/promotion_batch.h"
#include "support/runner.h"

namespace repeated_batch_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using Fault = CodeShop::Fault;

class RepeatedBatchTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<CodeShop>(); }
    void cleanup() { m_shop.reset(); }

    void theSamePatternIsAQuestionWhileItIsUnfinished_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<bool>("isRunning");
        QTest::newRow("codes were not sent") << int(Fault::KeyRefused) << false;
        QTest::newRow("a code has no answer") << int(Fault::LostBefore) << false;
        QTest::newRow("under way at this moment") << int(Fault::Silent) << true;
    }
    void theSamePatternIsAQuestionWhileItIsUnfinished()
    {
        QFETCH(const int, fault);
        QFETCH(const bool, isRunning);
        m_shop->onWrite = [fault](int number) { return number == 3 ? Fault(fault) : Fault::None; };
        PromotionBatch first(desk());
        if (isRunning) {
            start(first, 5);
            QTRY_COMPARE(m_shop->sent.size(), 3);
        } else {
            (void)run(first, 5);
        }
        const qsizetype sent = m_shop->sent.size();
        const QString unfinishedId = unfinished().front().id;
        PromotionBatch second(desk());
        const auto asked = run(second, 5, u"Summer-####"_s);
        QVERIFY(asked.has_value());
        QCOMPARE(asked->kind, ErrorKind::Rejected);
        QVERIFY2(asked->sentence.contains(u"of 5"_s), qPrintable(asked->sentence));
        QVERIFY(second.earlier().has_value());
        QCOMPARE(second.earlier()->id, unfinishedId);
        QCOMPARE(second.earlier()->isRunning, isRunning);
        QVERIFY(second.made().empty());
        QCOMPARE(m_shop->sent.size(), sent);
        QCOMPARE(unfinished().size(), size_t(1));
        // Another pattern, another coupon, or others knowingly are none of it.
        m_shop->onWrite = {};
        for (const QString &pattern : {u"SUMMER-###"_s, u"WINTER-####"_s, u"SUMMER-####-X"_s}) {
            PromotionBatch other(desk());
            QVERIFY2(!run(other, 1, pattern), qPrintable(pattern));
        }
        PromotionBatch ofAnother(desk());
        QVERIFY(!ended(ofAnother, [&] { ofAnother.start(order(1, u"SUMMER-####"_s, u"coupon_2"_s)); }));
        PromotionBatch knowingly(desk());
        QVERIFY(!ended(knowingly, [&] { knowingly.start(order(2, u"SUMMER-####"_s), Repeat::Another); }));
        QVERIFY(!knowingly.earlier());
        if (isRunning)
            return;
        PromotionBatch rest(desk());
        QVERIFY(!resume(rest, unfinishedId));
        PromotionBatch afterwards(desk());
        QVERIFY(!run(afterwards, 1));
    }

    void theSameCodesMinutesAfterTheyWereMadeAreAQuestion_data()
    {
        QTest::addColumn<bool>("isRefused"); // one of them
        QTest::newRow("all were made") << false;
        QTest::newRow("some were made") << true;
    }
    void theSameCodesMinutesAfterTheyWereMadeAreAQuestion()
    {
        QFETCH(const bool, isRefused);
        m_shop->onWrite = [isRefused](int number) { return isRefused && number == 3 ? Fault::Refused : Fault::None; };
        PromotionBatch first(desk());
        QVERIFY(!run(first, 5));
        QCOMPARE(first.unfinishedId(), QString());
        const qsizetype sent = m_shop->sent.size();
        const auto isAsked = [this](PromotionBatch &batch) {
            const auto asked = run(batch, 5, u"summer-####"_s);
            return asked && asked->kind == ErrorKind::Rejected && batch.earlier() && batch.earlier()->isFinished();
        };
        PromotionBatch second(desk());
        QVERIFY(isAsked(second));
        QCOMPARE(second.earlier()->made, isRefused ? 4 : 5);
        QCOMPARE(m_shop->sent.size(), sent);
        // Also where the clock of this computer was set back since.
        const QDateTime now = m_shop->bench.now();
        m_shop->bench.setNow(now.addDays(-1));
        PromotionBatch before(desk());
        QVERIFY(isAsked(before));
        m_shop->bench.setNow(now.addSecs(2 * 60));
        PromotionBatch soon(desk());
        QVERIFY(isAsked(soon));
        // More or fewer, to other terms, knowingly or later, they are others.
        m_shop->onWrite = {};
        PromotionBatch fewer(desk());
        QVERIFY(!run(fewer, 4));
        PromotionBatch::Order limited = order(5, u"SUMMER-####"_s);
        limited.maxRedemptions = 1;
        PromotionBatch toOtherTerms(desk());
        QVERIFY(!ended(toOtherTerms, [&] { toOtherTerms.start(limited); }));
        PromotionBatch knowingly(desk());
        QVERIFY(!ended(knowingly, [&] { knowingly.start(order(5, u"SUMMER-####"_s), Repeat::Another); }));
        m_shop->bench.setNow(now.addSecs(60 * 60));
        PromotionBatch later(desk());
        QVERIFY(!run(later, 5));
    }

    void codesOfWhichNoneWasMadeAreNoQuestion()
    {
        m_shop->onWrite = [](int) { return Fault::Refused; };
        PromotionBatch first(desk());
        QVERIFY(!run(first, 2));
        m_shop->onWrite = {};
        PromotionBatch second(desk());
        QVERIFY(!run(second, 2));
        QCOMPARE(second.made().size(), size_t(2));
    }

    void theSamePatternIsAQuestionUnderAnAccountThatMayBeTheSame()
    {
        m_shop->onWrite = [](int number) { return number == 2 ? Fault::KeyRefused : Fault::None; };
        PromotionBatch first(desk());
        QVERIFY(run(first, 5).has_value());
        m_shop->bench.desk.reset();
        QVERIFY(QFile::remove(m_shop->bench.dataDirectory() + u"/accounts.json"_s));
        m_shop->bench.open();
        const QString lost = m_shop->account;
        m_shop->account =
            m_shop->bench.connectTo(u"Kestrel"_s, m_shop->server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
        QVERIFY(m_shop->account != lost);
        PromotionBatch second(desk());
        QVERIFY(run(second, 5).has_value());
        QVERIFY(second.earlier().has_value());
        m_shop->onWrite = {};
        PromotionBatch rest(desk());
        QVERIFY(!resume(rest, second.earlier()->id));
        QCOMPARE(m_shop->codes().size(), 5);
    }

private:
    Desk &desk() const { return *m_shop->bench.desk; }
    std::vector<ledger::CodeBatch> unfinished() const { return desk().journal().unfinishedBatches().result().value(); }
    PromotionBatch::Order order(int count, const QString &pattern, const QString &coupon = u"coupon_1"_s) const
    {
        PromotionBatch::Order order;
        order.accountId = m_shop->account;
        order.couponId = coupon;
        order.pattern = pattern;
        order.count = count;
        return order;
    }
    void start(PromotionBatch &batch, int count, const QString &pattern = u"SUMMER-####"_s) const
    {
        batch.start(order(count, pattern));
    }
    std::optional<checkout::Error> run(PromotionBatch &batch, int count, const QString &pattern = u"SUMMER-####"_s)
    {
        return ended(batch, [&] { start(batch, count, pattern); });
    }
    std::optional<checkout::Error> resume(PromotionBatch &batch, const QString &id)
    {
        return ended(batch, [&] { batch.resume(m_shop->account, id); });
    }

    std::unique_ptr<CodeShop> m_shop;
};

TILLDECK_TEST(RepeatedBatchTest)

} // namespace repeated_batch_test

#include "tst_repeated_batch.moc"
