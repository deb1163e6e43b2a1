// SPDX-License-Identifier: GPL-3.0-or-later
// A key that is pasted where no key belongs is sent to nobody and kept in no file.
#include "desk/bench.h"
#include "desk/create_coupon.h"
#include "desk/create_session.h"
#include "desk/promotion_batch.h"
#include "desk/refresh_session.h"
#include "desk/refresh_transaction.h"
#include "desk/refund_payment.h"
#include "desk/save_route.h"
#include "desk/track_session.h"
#include "http/scripted_server.h"
#include "support/canaries.h"
#include "support/runner.h"

namespace keys_refused_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;

class KeysRefusedTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<http::test::ScriptedServer>(http::test::answer(404, R"({"success":false})"));
        m_bench = std::make_unique<Bench>();
        const QString address = m_server->url({}).toString();
        m_ids = {
            m_bench->connectTo(u"Pay"_s, address, u"acc_1"_s, tilldeck::test::newCanary(u"sk_sandbox_"_s)),
            m_bench->connectTo(u"Kh"_s, address, {}, tilldeck::test::newCanary(u"pk_sandbox_"_s), ProviderKind::Khaime),
            // Of no form that anybody knows.
            m_bench->connectTo(u"Ik"_s, address, {}, m_plain, ProviderKind::Ikawaari)};
    }

    void aKeyIsNoSessionAndNoPayment_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::newRow("a secret key") << u"sk_live_4fYk9Zq2Lm7Tr5Xw"_s;
        QTest::newRow("Khaime's") << u"pk_live_4fYk9Zq2Lm7Tr5Xw"_s;
        QTest::newRow("Ikawaari's, of an app") << u"ik_app_live_4fYk9Zq2Lm7Tr5Xw"_s;
        QTest::newRow("in capitals") << u"SK_LIVE_4FYK9ZQ2LM7TR5XW"_s;
        QTest::newRow("the secret of a webhook") << u"whsec_4fYk9Zq2Lm7Tr5Xw"_s;
        QTest::newRow("a publishable one") << u"pk_test_4fYk9Zq2Lm7Tr5Xw"_s;
        QTest::newRow("in an address") << u"https://api.khaime.example/pay/sk_live_4fYk9Zq2Lm7Tr5Xw"_s;
        QTest::newRow("the key of a connected account") << m_plain;
        QTest::newRow("that key with a mark behind it") << m_plain + u"."_s;
    }
    void aKeyIsNoSessionAndNoPayment()
    {
        QFETCH(const QString, pasted);
        Desk *desk = m_bench->desk.get();
        QCOMPARE(said(QCoro::waitFor(trackSession(desk, m_ids, u"  "_s + pasted))),
                 u"This is a key, not a session. Nothing was sent."_s);
        for (const QString &id : m_ids) {
            QCOMPARE(said(QCoro::waitFor(refreshSession(desk, id, pasted))),
                     u"This is a key, not a session. Nothing was sent."_s);
            QCOMPARE(said(QCoro::waitFor(inOptional(refreshTransaction(desk, id, pasted))).value()),
                     u"This is a key, not a payment. Nothing was sent."_s);
        }
        QCOMPARE(m_server->connections(), 0);
    }

    void whatIsMadeOfAKeyIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a key") << u"SK_LIVE_4FYK9ZQ2LM7TR5XW"_s;
        QTest::newRow("the key of a connected account") << m_plain;
        QTest::newRow("inside a text") << u"Summer-pk_live_4fYk9Zq2Lm7Tr5Xw"_s;
    }
    void whatIsMadeOfAKeyIsRefused()
    {
        QFETCH(const QString, text);
        Desk *desk = m_bench->desk.get();
        checkout::Coupon coupon;
        coupon.name = text;
        coupon.kind = checkout::Coupon::Kind::Percentage;
        coupon.basisPoints = 2000;
        coupon.duration = checkout::Coupon::Duration::Once;
        refuses(said(QCoro::waitFor(createCoupon(desk, m_ids.front(), coupon))), text);
        checkout::ProcessorRoute route;
        route.name = u"Cards"_s;
        route.processorIds = {text};
        refuses(said(QCoro::waitFor(saveRoute(desk, m_ids.front(), route))), text);
        PromotionBatch batch(*desk);
        QSignalSpy ended(&batch, &PromotionBatch::finished);
        batch.start({m_ids.front(), u"coupon_1"_s, text, 1, {}, {}});
        QVERIFY(!batch.isRunning() || ended.wait(5000));
        QVERIFY(batch.made().empty());
        const RefundOutcome refund = QCoro::waitFor(refundPayment(desk, m_ids.at(1), u"txn_1"_s,
                                                                  money::Money(100, *money::Currency::fromCode(u"USD")),
                                                                  text, ledger::Journal::Repeat::Refuse));
        QCOMPARE(refund.end, RefundOutcome::End::Rejected);
        refuses(refund.error->sentence, text);
        isNowhere(text);
    }

    void aDraftWithTheKeyOfAConnectedAccountIsNotSent()
    {
        checkout::SessionDraft asked = draft();
        asked.successUrl = u"https://example.com/t?k="_s + m_plain;
        asked.internalNote = u"the key is "_s + m_plain;
        const auto outcome = QCoro::waitFor(createSession(m_bench->desk.get(), m_ids.front(), asked, {}, std::nullopt));
        QCOMPARE(outcome.end, CreateOutcome::End::Rejected);
        QCOMPARE(outcome.error->problems.size(), size_t(2));
        QCOMPARE(outcome.error->problems.front().field, checkout::Field::SuccessUrl);
        QCOMPARE(outcome.error->problems.back().field, checkout::Field::InternalNote);
        isNowhere(m_plain);
    }

private:
    template <class T> static QString said(const checkout::Result<T> &result)
    {
        return result ? u"It was done."_s : result.error().sentence;
    }
    template <class T>
    static http::Task<std::optional<checkout::Result<T>>> inOptional(http::Task<checkout::Result<T>> task)
    {
        auto answer = co_await task;
        co_return std::optional<checkout::Result<T>>(std::move(answer));
    }
    static void refuses(const QString &sentence, const QString &text)
    {
        QVERIFY2(sentence.contains(u"key"_s) && sentence.contains(u"Nothing was sent."_s), qPrintable(sentence));
        QVERIFY2(!sentence.contains(text), qPrintable(sentence));
    }
    void isNowhere(const QString &text)
    {
        QCOMPARE(m_server->connections(), 0);
        m_bench->desk.reset();
        tilldeck::test::Canaries canaries;
        canaries.add(u"the key"_s, text);
        const QStringList hits = canaries.hitsBelow(m_bench->dataDirectory());
        QVERIFY2(hits.isEmpty(), qPrintable(hits.join(u'\n')));
    }

    const QString m_plain = u"q7t3k9w2x5m8z1z4b6n0"_s;
    std::unique_ptr<http::test::ScriptedServer> m_server;
    std::unique_ptr<Bench> m_bench;
    QStringList m_ids;
};

TILLDECK_TEST(KeysRefusedTest)

} // namespace keys_refused_test

#include "tst_keys_refused.moc"
