// SPDX-License-Identifier: GPL-3.0-or-later
// A list of sessions is read to its end unless it is shown to be ordered by time, and a session that was deleted is not
// missed.
#include "desk/refresh_account.h"
#include "desk/rewriting_shop.h"
#include "support/runner.h"

namespace list_order_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using Finding = Reconciliation::Finding;

namespace {

constexpr int anHour = 3600;
constexpr int aDay = 86'400;

} // namespace

class ListOrderTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<RewritingShop>(); }
    void cleanup() { m_shop.reset(); }

    void aSessionBehindPagesThatGoDownInTimeIsFound_data()
    {
        QTest::addColumn<bool>("alternates");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("open ones first") << false << false;
        QTest::newRow("open ones first, which are known") << false << true;
        QTest::newRow("pinned ones of every state, of which none is known") << true << false;
    }
    void aSessionBehindPagesThatGoDownInTimeIsFound()
    {
        QFETCH(const bool, alternates);
        QFETCH(const bool, isKnown);
        list(24, alternates);
        if (isKnown)
            refresh();
        const QString lost = m_shop->lose();
        m_shop->listed << m_shop->session(u"cs_lost"_s, quoted("{'status': 'completed'}"));
        m_shop->perPage = 9;
        const auto looked = m_shop->lookUp(lost);
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, Finding::Found);
        QCOMPARE(looked->record->session.id, u"cs_lost"_s);
    }

    void aListThatIsKnownToBeOrderedIsNotReadToItsEnd()
    {
        list(40, true);
        refresh();
        const QString lost = m_shop->lose();
        m_shop->pass(anHour);
        m_shop->perPage = 9;
        m_shop->lists = 0;
        QCOMPARE(m_shop->lookUp(lost)->finding, Finding::NotListed);
        QCOMPARE(m_shop->lists, 2);
        // One that is known to be newer than what was read, and was not in it, shows another order.
        m_shop->listed.move(1, m_shop->listed.size() - 1);
        m_shop->lists = 0;
        QCOMPARE(m_shop->lookUp(lost)->finding, Finding::NotListed);
        QCOMPARE(m_shop->lists, 5);
    }

    void aDeletedSessionIsNotMissed_data()
    {
        QTest::addColumn<bool>("isAnswered"); // to its id
        QTest::addColumn<bool>("hasNewer");   // the list has a newer session
        QTest::addColumn<int>("seconds");     // after it was created
        QTest::addColumn<Finding>("finding");
        QTest::newRow("a day later") << false << false << aDay + anHour << Finding::NotListed;
        QTest::newRow("a day later, and it is there") << true << false << aDay + anHour << Finding::CannotTell;
        QTest::newRow("an hour later, in what may be an old copy") << false << false << anHour << Finding::CannotTell;
        QTest::newRow("an hour later, beside a newer one") << false << true << anHour << Finding::NotListed;
        QTest::newRow("beside a newer one, and it is there") << true << true << anHour << Finding::CannotTell;
    }
    void aDeletedSessionIsNotMissed()
    {
        QFETCH(const bool, isAnswered);
        QFETCH(const bool, hasNewer);
        QFETCH(const int, seconds);
        QFETCH(const Finding, finding);
        const QJsonObject older = other(u"cs_older"_s, -anHour, true);
        const QJsonObject known = other(u"cs_known"_s, 0, true);
        m_shop->listed = {known, older};
        refresh();
        m_shop->pass(seconds);
        (void)QCoro::waitFor(m_shop->bench.desk->http().send(http::Request::get(m_shop->server.url())));
        const QJsonObject newer = other(u"cs_newer"_s, -600, false);
        const QString lost = m_shop->lose();
        m_shop->pass(anHour);
        m_shop->listed = {older};
        if (hasNewer)
            m_shop->listed.prepend(newer);
        if (isAnswered)
            m_shop->unlisted = {known};
        const auto looked = m_shop->lookUp(lost);
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, finding);
        QCOMPARE(looked->lacks, finding == Finding::CannotTell ? u"cs_known"_s : QString());
        // The next one that is known has to be there.
        m_shop->listed.removeOne(older);
        m_shop->unlisted << older;
        QCOMPARE(m_shop->lookUp(lost)->finding, Finding::CannotTell);
    }

    void anyKnownSessionThatIsMissingShowsAPart()
    {
        list(12, true);
        refresh();
        const QString lost = m_shop->lose();
        m_shop->pass(anHour);
        const QJsonObject missing = m_shop->listed.takeAt(5);
        m_shop->unlisted = {missing};
        const auto looked = m_shop->lookUp(lost);
        QCOMPARE(looked->finding, Finding::CannotTell);
        QCOMPARE(looked->lacks, missing[u"id"_s].toString());
        // One that is older than everything may have left the list.
        m_shop->listed.insert(5, missing);
        m_shop->unlisted = {m_shop->listed.takeLast()};
        QCOMPARE(m_shop->lookUp(lost)->finding, Finding::NotListed);
    }

private:
    /// Returns a session of another customer that was created @p seconds from now.
    QJsonObject other(const QString &id, int seconds, bool isPaid) const
    {
        QJsonObject session = m_shop->session(id, quoted("{'customer_id': 'cus_other', 'line_items': []}"));
        session.insert(u"created_at"_s, m_shop->providerNow().addSecs(seconds).toString(Qt::ISODate));
        session.insert(u"status"_s, isPaid ? u"completed"_s : u"open"_s);
        return session;
    }

    /// Lists @p count sessions, from an hour ago on, each an hour older than the one before.
    void list(int count, bool alternates)
    {
        for (int at = 0; at < count; ++at)
            m_shop->listed << other(u"cs_%1"_s.arg(at), -(at + 1) * anHour, alternates && at % 3 == 1);
    }

    void refresh()
    {
        if (!QCoro::waitFor(refreshAccount(m_shop->bench.desk.get(), m_shop->account, {}, Depth::Full)))
            qFatal("The list was not read.");
    }

    std::unique_ptr<RewritingShop> m_shop;
};

TILLDECK_TEST(ListOrderTest)

} // namespace list_order_test

#include "tst_list_order.moc"
