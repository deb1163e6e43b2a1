// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/roles.h"
#include "ui/sessions/session_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

namespace session_model_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using test::DeskFixture;
using ui::SessionModel;

class SessionModelTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<DeskFixture>();
        m_model = std::make_unique<SessionModel>(m_desk->desk->ledger(), m_desk->desk->accounts(),
                                                 [this] { return m_desk->now; });
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_desk.reset();
    }

    void screenReadersHearWhatGlyphsAndShortTimesLeaveOut()
    {
        auto paid = m_desk->session(1);
        DeskFixture::setStatus(paid, checkout::SessionStatus::Completed, u"completed"_s);
        paid.session.paidTier = 1;
        m_desk->putMany({m_desk->session(0), paid});
        m_model->setFilter(m_desk->everything());
        QTRY_COMPARE(m_model->rowCount(), 2);
        const auto spoken = [this](int row, int column) {
            return m_model->index(row, column).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(spoken(0, SessionModel::Status), u"Open, the provider says “open”"_s);
        QVERIFY(spoken(0, SessionModel::Amount).contains(u"EUR"_s));
        QVERIFY(spoken(0, SessionModel::Created).contains(u"2026"_s));
        QVERIFY(spoken(0, SessionModel::Expires).startsWith(u"Expires in "_s));
        QVERIFY(spoken(0, SessionModel::Expires).contains(u"15 Apr 2026"_s));
        QVERIFY(spoken(1, SessionModel::Items).endsWith(u"charged on tier 2"_s));
        QCOMPARE(spoken(1, SessionModel::Expires), u"No longer open"_s);
    }

    void theListHasAllItsRowsAndReadsThoseThatAreLookedAt()
    {
        fill(2500);
        m_model->setFilter(m_desk->everything());
        QVERIFY(m_model->isLoading());
        QTRY_COMPARE(m_model->rowCount(), 2500);
        QVERIFY(!m_model->canFetchMore({}));
        QCOMPARE(m_model->record(0).id, m_desk->session(0).session.id);

        // The end, at once. A row says nothing until it is read, and no text is made up for it.
        const QModelIndex last = m_model->index(2499, SessionModel::Customer);
        QVERIFY(last.data(ui::PendingRole).toBool());
        QVERIFY(!last.data().isValid());
        QCOMPARE(last.data(Qt::AccessibleTextRole).toString(), u"Being read"_s);
        QTRY_VERIFY(!last.data(ui::PendingRole).toBool());
        QCOMPARE(m_model->record(2499).id, m_desk->session(2499).session.id);

        // However far one scrolls, a few screens are kept.
        for (int row = 0; row < 2500; row += 50) {
            (void)m_model->index(row, 0).data();
            QTRY_VERIFY(m_model->isRead(row));
            QCOMPARE(m_model->record(row).id, m_desk->session(row).session.id);
            QVERIFY(m_model->readRows().size() <= SessionModel::mostRead + 400);
        }
    }

    void onlyTheLastPlaceThatIsLookedAtIsRead()
    {
        fill(2500);
        m_model->setFilter(m_desk->everything());
        QTRY_COMPARE(m_model->rowCount(), 2500);
        for (int row = 100; row < 2500; row += 300) // a drag of the scroll bar
            (void)m_model->index(row, 0).data();
        QTRY_VERIFY(m_model->isRead(2200));
        for (int row = 100; row < 2200; row += 300)
            QVERIFY(!m_model->isRead(row));
    }

    void newSessionsAppearAboveWhatIsLookedAt()
    {
        fill(250);
        m_model->setFilter(m_desk->everything());
        QTRY_COMPARE(m_model->rowCount(), 250);
        m_model->setLookedAt([] { return std::vector<ui::RowRun>{{145, 20}}; });
        (void)m_model->index(150, 0).data();
        QTRY_VERIFY(m_model->isRead(150));
        const QPersistentModelIndex looking(m_model->index(150, SessionModel::Customer));
        const QString id = m_model->record(150).id;
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_desk->putMany({m_desk->session(-1), m_desk->session(-2)});
        QTRY_COMPARE(inserted.count(), 1);
        QCOMPARE(inserted[0][1].toInt(), 0);
        QCOMPARE(inserted[0][2].toInt(), 1);
        QCOMPARE(m_model->rowCount(), 252);
        QCOMPARE(looking.row(), 152);
        QCOMPARE(m_model->record(152).id, id);
        QCOMPARE(reset.count(), 0);
    }

    void theOrderIsThatOfAColumn()
    {
        m_desk->putMany({m_desk->session(0, u"Cai"_s), m_desk->session(1, u"Ada"_s), m_desk->session(2, u"Bea"_s)});
        m_model->setFilter(m_desk->everything());
        QTRY_COMPARE(m_model->rowCount(), 3);
        const auto names = [this] {
            QStringList names;
            for (int row = 0; row < m_model->rowCount(); ++row)
                names << m_model->index(row, SessionModel::Customer).data().toString();
            return names.join(u' ');
        };
        m_model->sort(SessionModel::Customer, Qt::AscendingOrder);
        QTRY_COMPARE(names(), u"Ada Bea Cai"_s);
        m_model->sort(SessionModel::Amount, Qt::DescendingOrder);
        QTRY_COMPARE(names(), u"Bea Ada Cai"_s);
        m_model->sort(SessionModel::Provider, Qt::AscendingOrder); // no order of the ledger
        QVERIFY(!m_model->isLoading());
        QCOMPARE(m_model->sortColumn(), int(SessionModel::Amount));
    }

    void whateverComesGoesOrMovesTheRowsAreThoseOfTheLedger_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("looking");
        QTest::newRow("newest first, in the middle") << int(SessionModel::Created) << 300;
        QTest::newRow("newest first, at the beginning") << int(SessionModel::Created) << 0;
        QTest::newRow("by status") << int(SessionModel::Status) << 180;
        QTest::newRow("by amount, at the end") << int(SessionModel::Amount) << 560;
        QTest::newRow("by expiry, in the middle") << int(SessionModel::Expires) << 330;
    }
    /// Rows come, go and change while one looks at some: what is looked at stays, and is never another session.
    void whateverComesGoesOrMovesTheRowsAreThoseOfTheLedger()
    {
        QFETCH(const int, column);
        QFETCH(const int, looking);
        fill(600);
        m_model->sort(column, column == SessionModel::Status ? Qt::AscendingOrder : Qt::DescendingOrder);
        auto filter = m_desk->everything();
        filter.status = ledger::SessionFilter::Status::Open; // what is paid or fails leaves the list
        m_model->setFilter(filter);
        QTRY_COMPARE(m_model->rowCount(), 600);
        QPersistentModelIndex top(m_model->index(looking, 0));
        m_model->setLookedAt([&top] { return std::vector<ui::RowRun>{{std::max(0, top.row()), 25}}; });
        (void)top.data();
        QTRY_VERIFY(m_model->isRead(looking));
        QHash<QPersistentModelIndex, qint64> kept;
        for (int row = looking; row < looking + 25 && m_model->isRead(row); ++row)
            kept.insert(m_model->index(row, 0), m_model->keyOf(row));

        QRandomGenerator random(20261130 + column);
        int next = -1;
        for (int turn = 0; turn < 60; ++turn) {
            std::vector<ledger::SessionRecord> changed;
            for (int i = random.bounded(4); i >= 0; --i) {
                if (random.bounded(3) == 0) {
                    changed.push_back(m_desk->session(next--));
                    changed.back().amount = DeskFixture::eur(random.bounded(50000));
                    continue;
                }
                auto record = m_desk->session(random.bounded(600));
                record.checkedAt = m_desk->now.addSecs(turn + 1);
                if (random.bounded(2) == 0)
                    DeskFixture::setStatus(record, checkout::SessionStatus::Failed, u"failed"_s);
                record.session.amount = DeskFixture::eur(random.bounded(50000));
                record.amount = record.session.amount;
                changed.push_back(record);
            }
            const QSignalSpy loaded(m_model.get(), &SessionModel::loaded);
            m_desk->putMany(changed);
            QTRY_VERIFY(loaded.count() > 0);
            const int first = std::max(0, top.row());
            filter.now = m_desk->now;
            auto window = m_desk->desk->ledger().sessionsAt(filter, order(), {first, 25});
            window.waitForFinished();
            const auto rows = window.result()->rows;
            QTRY_COMPARE(m_model->rowCount(), static_cast<int>(window.result()->total));
            for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
                (void)m_model->index(first + i, 0).data();
                QTRY_COMPARE(m_model->keyOf(first + i), rows[static_cast<size_t>(i)].key);
            }
            for (auto row = kept.cbegin(); row != kept.cend(); ++row) {
                if (row.key().isValid() && m_model->isRead(row.key().row()))
                    QCOMPARE(m_model->keyOf(row.key().row()), row.value());
            }
        }
    }

    void aChangeIsToldForItsRowsOnly()
    {
        fill(20);
        m_model->setFilter(m_desk->everything());
        QTRY_COMPARE(m_model->rowCount(), 20);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        std::vector<ledger::SessionRecord> paid;
        for (const int n : {4, 5, 9}) {
            auto record = m_desk->session(n);
            DeskFixture::setStatus(record, checkout::SessionStatus::Completed, u"completed"_s);
            record.session.paidTier = 1;
            record.checkedAt = m_desk->now.addSecs(5);
            paid.push_back(record);
        }
        m_desk->putMany(paid);
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(changed[0][0].toModelIndex(), m_model->index(4, 0));
        QCOMPARE(changed[0][1].toModelIndex(), m_model->index(5, SessionModel::ColumnCount - 1));
        QCOMPARE(changed[1][0].toModelIndex(), m_model->index(9, 0));
        QCOMPARE(changed[1][1].toModelIndex(), m_model->index(9, SessionModel::ColumnCount - 1));
        QCOMPARE(inserted.count() + removed.count(), 0);
        QCOMPARE(m_model->index(4, SessionModel::Items).data(ui::TierMarkRole).toInt(), 2);
    }

    void aRowThatNoLongerFitsGoesAlone()
    {
        fill(10);
        auto filter = m_desk->everything();
        filter.status = ledger::SessionFilter::Status::Open;
        m_model->setFilter(filter);
        QTRY_COMPARE(m_model->rowCount(), 10);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        auto record = m_desk->session(3);
        DeskFixture::setStatus(record, checkout::SessionStatus::Failed, u"failed"_s);
        record.checkedAt = m_desk->now.addSecs(5);
        m_desk->put(record);
        QTRY_COMPARE(removed.count(), 1);
        QCOMPARE(removed[0][1].toInt(), 3);
        QCOMPARE(removed[0][2].toInt(), 3);
        QCOMPARE(m_model->rowCount(), 9);
    }

    void answersToAnOlderFilterAreDropped()
    {
        m_desk->putMany({m_desk->session(0, u"Ada"_s), m_desk->session(1, u"Bea"_s)});
        QSignalSpy loaded(m_model.get(), &SessionModel::loaded);
        auto filter = m_desk->everything();
        filter.text = u"Ada"_s;
        m_model->setFilter(filter);
        filter.text = u"Bea"_s;
        m_model->setFilter(filter);
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->index(0, SessionModel::Customer).data().toString(), u"Bea"_s);
        // Were the first answer still to come, it would be here by the time a third question is answered.
        m_model->refresh();
        QTRY_COMPARE(loaded.count(), 2);
        QCOMPARE(m_model->index(0, SessionModel::Customer).data().toString(), u"Bea"_s);
    }

    void otherAccountsTakeTheRowsAwayAtOnce()
    {
        fill(3);
        m_model->setFilter(m_desk->everything());
        QTRY_COMPARE(m_model->rowCount(), 3);
        ledger::SessionFilter other;
        other.accountIds = {u"another"_s};
        m_model->setFilter(other);
        QCOMPARE(m_model->rowCount(), 0);
        QTRY_VERIFY(!m_model->isLoading());
        QCOMPARE(m_model->rowCount(), 0);
    }

    void timeTurnsAnOpenSessionIntoAnExpiredOne()
    {
        fill(3);
        m_model->setFilter(m_desk->everything());
        QTRY_COMPARE(m_model->rowCount(), 3);
        QCOMPARE(m_model->index(2, SessionModel::Status).data().toString(), u"Open"_s);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_desk->now = m_desk->session(2).session.expiresAt;
        QVERIFY(m_model->tick());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), m_model->index(2, SessionModel::Status));
        QCOMPARE(changed[0][1].toModelIndex(), m_model->index(2, SessionModel::Expires));
        QCOMPARE(m_model->index(2, SessionModel::Status).data().toString(), u"Expired"_s);
        QVERIFY(!m_model->index(2, SessionModel::Expires).data(ui::ExpiresAtRole).isValid());
        QVERIFY(!m_model->tick());
    }

    void aWordNobodyKnowsIsShownAsItIs()
    {
        auto record = m_desk->session(0);
        DeskFixture::setStatus(record, checkout::SessionStatus::Unrecognised, u"on_hold"_s);
        record.customerLabel.clear();
        m_desk->put(record);
        m_model->setFilter(m_desk->everything());
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->index(0, SessionModel::Status).data().toString(), u"on_hold"_s);
        QCOMPARE(m_model->index(0, SessionModel::Customer).data().toString(), u"No customer"_s);
        QCOMPARE(m_model->index(0, SessionModel::Provider).data().toString(), u"PaymentKit"_s);
    }

    void aWordNobodyKnowsStandsBesideAFinalStatus()
    {
        auto record = m_desk->session(0);
        DeskFixture::setStatus(record, checkout::SessionStatus::Completed, u"disputed"_s);
        m_desk->put(record);
        m_model->setFilter(m_desk->everything());
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->index(0, SessionModel::Status).data().toString(), u"Completed · disputed"_s);
    }

private:
    ledger::SessionOrder order() const
    {
        return {static_cast<ledger::SessionOrder::By>(*m_model->look(m_model->sortColumn())->sortKey),
                m_model->sortOrder() == Qt::AscendingOrder};
    }
    void fill(int count)
    {
        std::vector<ledger::SessionRecord> records;
        for (int n = 0; n < count; ++n)
            records.push_back(m_desk->session(n));
        m_desk->putMany(records);
    }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<SessionModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

TILLDECK_TEST(SessionModelTest)

} // namespace session_model_test

#include "tst_session_model.moc"
