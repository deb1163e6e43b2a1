// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/roles.h"
#include "ui/sessions/session_model.h"

#include <QAbstractItemModelTester>
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

    void pagesComeAsTheListIsScrolled()
    {
        m_tester.reset(); // it asks for more by itself
        fill(250);
        m_model->setFilter(m_desk->everything());
        QVERIFY(m_model->isLoading());
        QVERIFY(!m_model->canFetchMore({}));
        QTRY_COMPARE(m_model->rowCount(), 100);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QVERIFY(m_model->canFetchMore({}));
        m_model->fetchMore({});
        m_model->fetchMore({}); // while the first is on its way: asks for nothing
        QTRY_COMPARE(m_model->rowCount(), 200);
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), 250);
        QVERIFY(!m_model->canFetchMore({}));
        QCOMPARE(reset.count(), 0);
        for (int row = 0; row < 250; ++row)
            QCOMPARE(m_model->record(row).session.id, m_desk->session(row).session.id);
    }

    void scrollingDuringARefreshReadsTheNextPageAfterIt()
    {
        m_tester.reset(); // it asks for more by itself
        fill(250);
        m_model->setFilter(m_desk->everything());
        QTRY_COMPARE(m_model->rowCount(), 100);
        m_model->refresh();
        QVERIFY(m_model->canFetchMore({}));
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), 200);
        QTRY_VERIFY(m_model->canFetchMore({})); // no page was read that was not scrolled to
        QCOMPARE(m_model->rowCount(), 200);
    }

    void newSessionsAppearAboveWhileTheListIsScrolled()
    {
        m_tester.reset(); // it asks for more by itself
        fill(250);
        m_model->setFilter(m_desk->everything());
        QTRY_COMPARE(m_model->rowCount(), 100);
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), 200);
        const QPersistentModelIndex looking(m_model->index(150, SessionModel::Customer));
        const QString id = m_model->record(150).session.id;
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_desk->putMany({m_desk->session(-1), m_desk->session(-2)});
        QTRY_COMPARE(inserted.count(), 1);
        QCOMPARE(inserted[0][1].toInt(), 0);
        QCOMPARE(inserted[0][2].toInt(), 1);
        QCOMPARE(m_model->rowCount(), 202);
        QCOMPARE(looking.row(), 152);
        QCOMPARE(m_model->record(152).session.id, id);
        QCOMPARE(reset.count(), 0);
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), 252);
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
