// SPDX-License-Identifier: GPL-3.0-or-later
// A session that a lost creation made is not said to be missing: however its provider writes it, stamps it, or moves it
// between the pages of its list.
#include "desk/rewriting_shop.h"
#include "support/runner.h"

namespace hidden_sessions_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using Finding = Reconciliation::Finding;
using State = ledger::Intent::State;

class HiddenSessionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<RewritingShop>(); }
    void cleanup() { m_shop.reset(); }

    void whatIsOfTheTimeIsAQuestionHoweverItIsWritten_data()
    {
        QTest::addColumn<QJsonObject>("written");
        QTest::newRow("one more item") << quoted("{'line_items': [{'price_id': 'price_premium', 'quantity': 2},"
                                                 "{'price_id': 'price_setup', 'quantity': 1},"
                                                 "{'price_id': 'price_shipping', 'quantity': 1}]}");
        QTest::newRow("a merged customer") << quoted("{'customer_id': 'cus_merged'}");
    }
    void whatIsOfTheTimeIsAQuestionHoweverItIsWritten()
    {
        QFETCH(const QJsonObject, written);
        const QString intent = m_shop->lose();
        m_shop->listed = {m_shop->session(u"cs_1"_s, written)};
        const auto looked = m_shop->lookUp(intent);
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, Finding::Ambiguous);
        QCOMPARE(looked->candidates.front().id, u"cs_1"_s);
        // It contradicts, so it is not taken for it without a question.
        const auto named = m_shop->lookUp(intent, u"cs_1"_s);
        QCOMPARE(named->finding, Finding::Ambiguous);
        QVERIFY(!named->doubt.isEmpty());
        QCOMPARE(m_shop->lookUp(intent, u"cs_1"_s, Unproven::Allow)->finding, Finding::Found);
    }

    void aQuantityThatIsNotSaidProvesNothing_data()
    {
        QTest::addColumn<QJsonObject>("written");
        QTest::addColumn<bool>("mayBeIt");
        const auto items = [](const char *json) { return quoted(json); };
        QTest::newRow("null and absent") << items("{'line_items': [{'price_id': 'price_premium', 'quantity': null},"
                                                  "{'price_id': 'price_setup'}]}")
                                         << true;
        QTest::newRow("in another order") << items("{'line_items': [{'price_id': 'price_setup', 'quantity': 1},"
                                                   "{'price_id': 'price_premium'}]}")
                                          << true;
        QTest::newRow("one of two rows") << items("{'line_items': [{'price_id': 'price_premium', 'quantity': 1},"
                                                  "{'price_id': 'price_premium'},"
                                                  "{'price_id': 'price_setup', 'quantity': 1}]}")
                                         << true;
        QTest::newRow("in a tier") << items(
                                          "{'cascade_line_items': [{'line_items': [{'price_id': 'price_standard'}]}]}")
                                   << true;
        QTest::newRow("beside another price") << items("{'line_items': [{'price_id': 'price_premium'},"
                                                       "{'price_id': 'price_other'}]}")
                                              << false;
        QTest::newRow("beside too many") << items("{'line_items': [{'price_id': 'price_premium', 'quantity': 3},"
                                                  "{'price_id': 'price_premium'},"
                                                  "{'price_id': 'price_setup', 'quantity': 1}]}")
                                         << false;
    }
    void aQuantityThatIsNotSaidProvesNothing()
    {
        QFETCH(const QJsonObject, written);
        QFETCH(const bool, mayBeIt);
        const QString intent = m_shop->lose();
        QJsonObject session = m_shop->session(u"cs_1"_s, written);
        // Stamped late, so that nothing but what it holds says whether it may be the one.
        session.insert(u"created_at"_s, m_shop->providerNow().addSecs(3600).toString(Qt::ISODate));
        m_shop->listed = {session};
        m_shop->pass(2 * 3600);
        const auto looked = m_shop->lookUp(intent);
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, mayBeIt ? Finding::Ambiguous : Finding::NotListed);
    }

    void whatIsOfAnotherTimeAndUnlikeIsNone()
    {
        const QString intent = m_shop->lose();
        QJsonObject other = m_shop->session(u"cs_1"_s, quoted("{'customer_id': 'cus_other'}"));
        other[u"created_at"_s] = m_shop->providerNow().addSecs(-60).toString(Qt::ISODate);
        m_shop->listed = {other};
        QCOMPARE(m_shop->lookUp(intent)->finding, Finding::NotListed);
    }

    void whatIsUnlikeAndOfItsTimeIsNamedBesideOthers()
    {
        const QString intent = m_shop->lose();
        QJsonObject earlier = m_shop->session(u"cs_1"_s, quoted("{'success_url': 'https://kestrel.example/other'}"));
        earlier[u"created_at"_s] = m_shop->providerNow().addSecs(-60).toString(Qt::ISODate);
        m_shop->listed = {earlier, m_shop->session(u"cs_2"_s, quoted("{'customer_id': 'cus_merged'}"))};
        const auto looked = m_shop->lookUp(intent);
        QCOMPARE(looked->finding, Finding::Ambiguous);
        QCOMPARE(looked->candidates.size(), size_t(2));
        QCOMPARE(looked->candidates.front().id, u"cs_2"_s);
    }

    void aServerThatDoesNotHeedTheOffsetIsNotReadToItsEnd()
    {
        const QString intent = m_shop->lose();
        for (int i = 0; i < 4; ++i)
            m_shop->listed << m_shop->session(u"cs_old_%1"_s.arg(i), quoted("{'customer_id': 'cus_other',"
                                                                            "'created_at': '2020-01-01T00:00:00Z'}"));
        m_shop->perPage = 4;
        m_shop->total = 7; // of which the others are never shown
        m_shop->heedsOffset = false;
        m_shop->pass(3600);
        const auto looked = m_shop->lookUp(intent);
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, Finding::CannotTell);
        QVERIFY(looked->isCut);
    }

    void aTotalThatCannotBeIsNotTheEnd_data()
    {
        QTest::addColumn<int>("total");
        QTest::newRow("none") << 0;
        QTest::newRow("not known") << -1;
        QTest::newRow("of the page") << 4;
    }
    void aTotalThatCannotBeIsNotTheEnd()
    {
        QFETCH(const int, total);
        const QString intent = m_shop->lose();
        const QJsonObject older = quoted("{'customer_id': 'cus_other', 'created_at': '2020-01-01T00:00:00Z'}");
        for (int i = 0; i < 6; ++i)
            m_shop->listed << m_shop->session(u"cs_old_%1"_s.arg(i), older);
        m_shop->listed << m_shop->session(u"cs_1"_s);
        m_shop->perPage = 4;
        m_shop->limit = 4;
        m_shop->total = total;
        QCOMPARE(m_shop->lookUp(intent)->finding, Finding::Found);
    }

    void theSureOneIsFoundBesideOthersOfItsTime()
    {
        const QString intent = m_shop->lose();
        m_shop->listed = {m_shop->session(u"cs_1"_s),
                          m_shop->session(u"cs_2"_s, quoted("{'customer_id': 'cus_other'}"))};
        const auto looked = m_shop->lookUp(intent);
        QCOMPARE(looked->finding, Finding::Found);
        QCOMPARE(looked->record->session.id, u"cs_1"_s);
    }

    void aStampWithoutAZoneOrATimeOfDayProvesNothing_data()
    {
        QTest::addColumn<QString>("stamp");
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QTest::newRow("six hours behind") << now.addSecs(-6 * 3600).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
        QTest::newRow("a date") << now.addDays(-1).toString(u"yyyy-MM-dd"_s);
    }
    void aStampWithoutAZoneOrATimeOfDayProvesNothing()
    {
        QFETCH(const QString, stamp);
        const QString intent = m_shop->lose();
        m_shop->listed = {
            m_shop->session(u"cs_1"_s, QJsonObject{{u"created_at"_s, stamp}}),
            m_shop->session(u"cs_2"_s, QJsonObject{{u"created_at"_s, stamp}, {u"customer_id"_s, u"cus_other"_s}})};
        const auto looked = m_shop->lookUp(intent);
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, Finding::Ambiguous);
        QCOMPARE(looked->candidates.size(), size_t(1));
    }

    void aRowThatLeavesTheListBetweenTwoPagesIsNoticed_data()
    {
        QTest::addColumn<int>("leaving");
        QTest::addColumn<Finding>("finding");
        QTest::newRow("none leaves it") << 0 << Finding::Found;
        QTest::newRow("one leaves it") << 1 << Finding::Found;
        QTest::newRow("two leave it, so that one is skipped") << 2 << Finding::CannotTell;
    }
    void aRowThatLeavesTheListBetweenTwoPagesIsNoticed()
    {
        QFETCH(const int, leaving);
        QFETCH(const Finding, finding);
        const QString intent = m_shop->lose();
        const QJsonObject older = quoted("{'customer_id': 'cus_other', 'created_at': '2020-01-01T00:00:00Z'}");
        for (int i = 0; i < 4; ++i)
            m_shop->listed << m_shop->session(u"cs_old_%1"_s.arg(i), older);
        m_shop->listed << m_shop->session(u"cs_1"_s);
        for (int i = 4; i < 6; ++i)
            m_shop->listed << m_shop->session(u"cs_old_%1"_s.arg(i), older);
        m_shop->perPage = 4; // the lost one is the first of the second page
        m_shop->leaveAfterPage = leaving;
        const auto looked = m_shop->lookUp(intent);
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, finding);
        QCOMPARE(looked->isCut, finding == Finding::CannotTell);
    }

    void aRowThatComesTwiceIsOneCandidate()
    {
        const QString intent = m_shop->lose();
        for (int i = 0; i < 5; ++i)
            m_shop->listed << m_shop->session(u"cs_%1"_s.arg(i),
                                              quoted("{'success_url': 'https://kestrel.example/thanks/'}"));
        m_shop->perPage = 2;
        const auto looked = m_shop->lookUp(intent);
        QCOMPARE(looked->finding, Finding::Ambiguous);
        QCOMPARE(looked->candidates.size(), size_t(5));
    }

    void ofTwoThatDifferInTheirFieldsOnlyEachIsFound()
    {
        checkout::SessionDraft other = twoItems();
        other.customFields = {checkout::CustomField(u"order"_s, u"1002"_s)};
        const QString first = m_shop->lose();
        const QString second = m_shop->lose(other, Repeat::Another);
        m_shop->listed = {m_shop->session(u"cs_2"_s, quoted("{'custom_fields': {'order': '1002'}}")),
                          m_shop->session(u"cs_1"_s)};
        QCOMPARE(m_shop->lookUp(second)->record->session.id, u"cs_2"_s);
        QCOMPARE(m_shop->lookUp(first)->record->session.id, u"cs_1"_s);
    }

    void ofTwoWhoseFieldsAreNotSaidNeitherIsTaken()
    {
        checkout::SessionDraft other = twoItems();
        other.customFields = {checkout::CustomField(u"order"_s, u"1002"_s)};
        const QString first = m_shop->lose();
        (void)m_shop->lose(other, Repeat::Another);
        m_shop->listed = {m_shop->session(u"cs_1"_s, QJsonObject{{u"custom_fields"_s, QJsonValue()}})};
        QCOMPARE(m_shop->lookUp(first)->finding, Finding::Ambiguous);
    }

private:
    std::unique_ptr<RewritingShop> m_shop;
};

TILLDECK_TEST(HiddenSessionsTest)

} // namespace hidden_sessions_test

#include "tst_hidden_sessions.moc"
