// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger_fixture.h"
#include "support/runner.h"

#include <QSignalSpy>

namespace webhook_events_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;

using Delivery = WebhookEvent::Delivery;

namespace {

WebhookEvent anEvent(const QString &id, int minutes = 0, const QString &accountId = u"a"_s)
{
    WebhookEvent event;
    event.accountId = accountId;
    event.eventId = id;
    event.type = u"payment.successful"_s;
    event.body = "{}";
    event.at = noon().addSecs(minutes * 60);
    return event;
}

WebhookFilter eventsOf(const QStringList &accountIds)
{
    WebhookFilter filter;
    filter.accountIds = accountIds;
    return filter;
}

QStringList idsOf(const std::vector<WebhookEvent> &rows)
{
    QStringList ids;
    for (const auto &row : rows)
        ids << row.eventId;
    return ids;
}

} // namespace

class WebhookEventsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_ledger = openLedger(m_directory->path());
    }
    void cleanup() { m_ledger.reset(); }

    void everyByteThatWasSignedIsStillThereAfterARestart()
    {
        WebhookEvent whole = anEvent(u"evt_1"_s);
        whole.about = u"ch_1"_s;
        whole.body = QByteArray("{\"a\": \"\xc3\xa9\" }\r\n\0 ", 17);
        whole.signatureHeader = "X-Shop-Signature";
        whole.signature = "0badc0de";
        whole.url = u"http://127.0.0.1:8080/hook"_s;
        whole.delivery = Delivery::Failed;
        whole.attempts = 3;
        whole.httpStatus = 500;
        got(m_ledger->putWebhookEvent(whole));
        m_ledger.reset();
        m_ledger = openLedger(m_directory->path());
        const auto page = got(m_ledger->webhookEvents(eventsOf({u"a"_s}), {}, 10));
        QCOMPARE(page.rows.size(), 1U);
        whole.key = page.rows.front().key;
        QCOMPARE(page.rows.front(), whole);
    }

    void aRepeatedEventIsOneRowInItsPlaceAndScreensHearOfChangesOnly()
    {
        QSignalSpy spy(m_ledger.get(), &Ledger::webhookEventsChanged);
        WebhookEvent pending = anEvent(u"evt_1"_s);
        pending.delivery = Delivery::Pending;
        got(m_ledger->putWebhookEvent(pending));
        QTRY_COMPARE(spy.count(), 1);
        pending.at = noon().addSecs(600);
        got(m_ledger->putWebhookEvent(pending));
        pending.delivery = Delivery::Delivered;
        pending.attempts = 2;
        got(m_ledger->putWebhookEvent(pending));
        QTRY_COMPARE(spy.count(), 2);
        got(m_ledger->putWebhookEvent(anEvent(u"evt_1"_s, 0, u"b"_s)));
        QTRY_COMPARE(spy.count(), 3);
        QCOMPARE(spy.at(1).first().toStringList(), QStringList{u"a"_s});
        const auto page = got(m_ledger->webhookEvents(eventsOf({u"a"_s}), {}, 10));
        QCOMPARE(page.rows.size(), 1U);
        QCOMPARE(page.rows.front().at, noon());
        QCOMPARE(page.rows.front().delivery, Delivery::Delivered);
        QCOMPARE(page.rows.front().attempts, 2);
    }

    void pagesOfEventsAreCompleteAndWithoutRepeats()
    {
        for (int i = 0; i < 7; ++i)
            got(m_ledger->putWebhookEvent(anEvent(u"evt_%1"_s.arg(i), i / 3)));
        QStringList seen;
        PageKey after;
        bool more = true;
        while (more) {
            const auto page = got(m_ledger->webhookEvents(eventsOf({u"a"_s}), after, 3));
            seen += idsOf(page.rows);
            more = page.more;
            after = {page.rows.back().at, page.rows.back().key};
            got(m_ledger->putWebhookEvent(anEvent(u"new_%1"_s.arg(seen.size()), 60)));
        }
        QCOMPARE(seen,
                 QStringList({u"evt_6"_s, u"evt_5"_s, u"evt_4"_s, u"evt_3"_s, u"evt_2"_s, u"evt_1"_s, u"evt_0"_s}));
    }

    void eventsAreReadAtTheirPositionsInEachOrder_data()
    {
        using By = WebhookOrder::By;
        QTest::addColumn<By>("by");
        QTest::addColumn<bool>("ascending");
        QTest::addColumn<QStringList>("ids");
        const auto row = [](const char *name, By by, bool ascending, const QStringList &ids) {
            QTest::newRow(name) << by << ascending << ids;
        };
        row("newest first", By::Created, false, {u"d"_s, u"c"_s, u"b"_s, u"a"_s});
        row("earliest first", By::Created, true, {u"a"_s, u"b"_s, u"c"_s, u"d"_s});
        row("by type", By::Type, true, {u"d"_s, u"b"_s, u"c"_s, u"a"_s});
        row("what is about nothing comes last", By::About, true, {u"d"_s, u"b"_s, u"c"_s, u"a"_s});
        row("also the other way round", By::About, false, {u"b"_s, u"d"_s, u"c"_s, u"a"_s});
        row("what has no answer comes last", By::Answer, false, {u"a"_s, u"d"_s, u"c"_s, u"b"_s});
        row("by delivery", By::Delivery, true, {u"d"_s, u"c"_s, u"a"_s, u"b"_s});
    }
    void eventsAreReadAtTheirPositionsInEachOrder()
    {
        QFETCH(const WebhookOrder::By, by);
        QFETCH(const bool, ascending);
        QFETCH(const QStringList, ids);
        const auto put = [this](const QString &id, int minutes, const QString &type, const QString &about, int status,
                                Delivery delivery) {
            WebhookEvent event = anEvent(id, minutes);
            event.type = type;
            event.about = about;
            event.attempts = status < 0 ? 0 : 1;
            event.httpStatus = std::max(0, status);
            event.delivery = delivery;
            got(m_ledger->putWebhookEvent(event));
        };
        put(u"a"_s, 0, u"session.paid"_s, {}, 500, Delivery::Failed);
        put(u"b"_s, 1, u"Refund.made"_s, u"ch_2"_s, -1, Delivery::Kept);
        put(u"c"_s, 2, u"session.paid"_s, {}, 200, Delivery::Delivered);
        put(u"d"_s, 3, u"refund.made"_s, u"ch_1"_s, 200, Delivery::Delivered);
        put(u"before"_s, -1, u"session.paid"_s, {}, 200, Delivery::Delivered);
        WebhookFilter filter = eventsOf({u"a"_s});
        filter.createdSince = noon();
        const WebhookOrder order{by, ascending};
        for (qint64 first = 0; first < ids.size(); ++first) {
            const auto window = got(m_ledger->webhookEventsAt(filter, order, {first, 2}));
            QCOMPARE(idsOf(window.rows), ids.mid(first, 2));
            QCOMPARE(window.total, ids.size());
            QCOMPARE(window.first, first);
            QCOMPARE(got(m_ledger->positionOf(filter, order, window.rows.front().key)).value_or(-1), first);
        }
        QVERIFY(!got(m_ledger->positionOf(filter, order, 4711)));
    }

    void filtersFindAndCountTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::optional<Delivery>>("delivery");
        QTest::addColumn<QStringList>("ids");
        const std::optional<Delivery> any;
        QTest::newRow("everything") << QString() << any << QStringList{u"evt_b"_s, u"evt_a"_s};
        QTest::newRow("part of the type") << u"REFUND"_s << any << QStringList{u"evt_b"_s};
        QTest::newRow("event id") << u"evt_a"_s << any << QStringList{u"evt_a"_s};
        QTest::newRow("what it is about") << u"ch_77"_s << any << QStringList{u"evt_a"_s};
        QTest::newRow("not in the body") << u"secret"_s << any << QStringList();
        QTest::newRow("failed ones") << QString() << std::optional(Delivery::Failed) << QStringList{u"evt_b"_s};
        QTest::newRow("both") << u"evt_a"_s << std::optional(Delivery::Failed) << QStringList();
    }
    void filtersFindAndCountTheSame()
    {
        QFETCH(QString, text);
        QFETCH(std::optional<Delivery>, delivery);
        QFETCH(QStringList, ids);
        WebhookEvent first = anEvent(u"evt_a"_s);
        first.about = u"ch_77"_s;
        first.body = "secret";
        got(m_ledger->putWebhookEvent(first));
        WebhookEvent second = anEvent(u"evt_b"_s, 1);
        second.type = u"refund.completed"_s;
        second.delivery = Delivery::Failed;
        got(m_ledger->putWebhookEvent(second));
        got(m_ledger->putWebhookEvent(anEvent(u"evt_c"_s, 2, u"other"_s)));
        WebhookFilter filter = eventsOf({u"a"_s});
        filter.text = text;
        filter.delivery = delivery;
        QCOMPARE(idsOf(got(m_ledger->webhookEvents(filter, {}, 10)).rows), ids);
        QCOMPARE(got(m_ledger->countWebhookEvents(filter)), ids.size());
    }

    void anAccountThatIsRemovedTakesItsEventsWithIt()
    {
        QSignalSpy spy(m_ledger.get(), &Ledger::webhookEventsChanged);
        got(m_ledger->putWebhookEvent(anEvent(u"evt_1"_s)));
        got(m_ledger->putWebhookEvent(anEvent(u"evt_1"_s, 0, u"b"_s)));
        QTRY_COMPARE(spy.count(), 2);
        got(m_ledger->removeAccount(u"a"_s));
        QTRY_COMPARE(spy.count(), 3);
        QCOMPARE(spy.last().first().toStringList(), QStringList{u"a"_s});
        QCOMPARE(got(m_ledger->countWebhookEvents(eventsOf({u"a"_s}))), 0);
        QCOMPARE(got(m_ledger->countWebhookEvents(eventsOf({u"b"_s}))), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Ledger> m_ledger;
};

TILLDECK_TEST(WebhookEventsTest)

} // namespace webhook_events_test

#include "tst_webhook_events.moc"
