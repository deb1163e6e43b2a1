// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/activity/event_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

namespace event_model_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using test::DeskFixture;
using Delivery = ledger::WebhookEvent::Delivery;
using ui::EventModel;

class EventModelTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<DeskFixture>();
        m_model = std::make_unique<EventModel>(m_desk->desk->ledger(), m_desk->desk->accounts(),
                                               [this] { return m_desk->now; });
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_filter.accountIds = {m_desk->account.id};
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_desk.reset();
    }

    void theListHasAllItsRowsAndReadsThoseThatAreLookedAt()
    {
        for (int n = 0; n < 250; ++n)
            put(madeEvent(n));
        m_model->setFilter(m_filter);
        QTRY_COMPARE(m_model->rowCount(), 250);
        QVERIFY(!m_model->canFetchMore({}));
        const QModelIndex last = m_model->index(249, EventModel::About);
        QVERIFY(!last.data().isValid());
        QTRY_COMPARE(last.data().toString(), madeEvent(249).about);
        m_model->sort(EventModel::Time, Qt::AscendingOrder);
        QTRY_COMPARE(m_model->index(0, EventModel::About).data().toString(), madeEvent(249).about);
        QVERIFY(m_model->index(0, EventModel::Time).data(Qt::AccessibleTextRole).toString().contains(u"2026"_s));
    }

    /// Events come, change and leave the filter while one looks at some.
    void whateverComesOrLeavesTheRowsAreThoseOfTheLedger()
    {
        for (int n = 0; n < 200; ++n)
            put(madeEvent(n));
        m_filter.delivery = Delivery::Failed;
        m_model->setFilter(m_filter);
        QTRY_COMPARE(m_model->rowCount(), 200);
        QPersistentModelIndex top(m_model->index(120, 0));
        m_model->setLookedAt([&top] { return std::vector<ui::RowRun>{{std::max(0, top.row()), 20}}; });
        (void)top.data();
        QTRY_VERIFY(m_model->isRead(120));
        QRandomGenerator random(20261130);
        int next = -1;
        for (int turn = 0; turn < 40; ++turn) {
            const QSignalSpy loaded(m_model.get(), &EventModel::loaded);
            if (random.bounded(2) == 0) {
                put(madeEvent(next--));
            } else {
                ledger::WebhookEvent changed = madeEvent(random.bounded(200));
                changed.delivery = random.bounded(3) == 0 ? Delivery::Failed : Delivery::Delivered;
                changed.attempts = turn + 2;
                put(changed);
            }
            QTRY_VERIFY(loaded.count() > 0);
            const int first = std::max(0, top.row());
            auto window = m_desk->desk->ledger().webhookEventsAt(m_filter, {}, {first, 20});
            window.waitForFinished();
            const auto rows = window.result()->rows;
            QTRY_COMPARE(m_model->rowCount(), static_cast<int>(window.result()->total));
            for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
                (void)m_model->index(first + i, 0).data();
                QTRY_COMPARE(m_model->keyOf(first + i), rows[static_cast<size_t>(i)].key);
                QTRY_COMPARE(m_model->record(first + i).attempts, rows[static_cast<size_t>(i)].attempts);
            }
        }
    }

private:
    ledger::WebhookEvent madeEvent(int n) const
    {
        ledger::WebhookEvent event;
        event.accountId = m_desk->account.id;
        event.eventId = u"evt_%1"_s.arg(n);
        event.type = u"payment.succeeded"_s;
        event.about = u"cs_%1"_s.arg(n);
        event.body = "{}";
        event.delivery = Delivery::Failed;
        event.attempts = 1;
        event.at = m_desk->now.addSecs(-60 * n);
        return event;
    }
    void put(const ledger::WebhookEvent &event)
    {
        QVERIFY(m_desk->desk->ledger().putWebhookEvent(event).result().has_value());
    }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<EventModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    ledger::WebhookFilter m_filter;
};

TILLDECK_TEST(EventModelTest)

} // namespace event_model_test

#include "tst_event_model.moc"
