// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves a filtered list: its place is not taken by another session that nobody has chosen.
#include "desk_fixture.h"
#include "ledger/random_id.h"
#include "support/runner.h"
#include "ui/figures/outcome_box.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/sessions/session_model.h"
#include "ui/sessions/session_panel.h"
#include "ui/sessions/sessions_page.h"
#include "ui/widgets/inline_message.h"

#include <QAbstractButton>
#include <QLabel>

namespace left_rows_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using checkout::SessionStatus;
using test::DeskFixture;
using State = ledger::SessionRecord::State;
using Status = ledger::SessionFilter::Status;

class LeftRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_desk = std::make_unique<DeskFixture>();
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void whatLeavesIsSaidAndNoOtherIsShown_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<QString>("says");
        QTest::newRow("expired") << u"expired"_s << u"is “Expired” now"_s;
        QTest::newRow("paid meanwhile") << u"paid"_s << u"is “Completed” now"_s;
        QTest::newRow("two at once") << u"two"_s << u"is “Completed” now"_s;
        QTest::newRow("another goes before") << u"before"_s << u"is “Completed” now"_s;
    }
    void whatLeavesIsSaidAndNoOtherIsShown()
    {
        QFETCH(const QString, way);
        QFETCH(const QString, says);
        std::vector<ledger::SessionRecord> rows;
        for (int n = 1; n <= 4; ++n)
            rows.push_back(m_desk->put(m_desk->session(n, u"Customer %1"_s.arg(n))));
        open(Status::Open);
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        table()->selectRow(1);
        QCOMPARE(shownCustomer(), u"Customer 2"_s);
        focusPanel();
        const auto end = [&rows](int n, SessionStatus status, const QString &word) {
            DeskFixture::setStatus(rows[size_t(n - 1)], status, word);
        };
        if (way == u"expired"_s)
            end(2, SessionStatus::Expired, u"expired"_s);
        else
            end(2, SessionStatus::Completed, u"completed"_s);
        if (way == u"two"_s)
            end(3, SessionStatus::Completed, u"completed"_s);
        if (way == u"before"_s)
            end(1, SessionStatus::Completed, u"completed"_s);
        m_desk->putMany(rows);
        QTRY_VERIFY(table()->model()->rowCount() < 4);
        QTRY_VERIFY2(seen().contains(u"Customer 2"_s) && seen().contains(says), qPrintable(seen()));
        QVERIFY(!table()->currentIndex().isValid());
        QVERIFY(!m_page->sessionActions().copyId->isEnabled());
        // Not even with the keyboard, until one is chosen.
        table()->setFocus(Qt::TabFocusReason);
        QVERIFY(!table()->currentIndex().isValid());
        table()->selectRow(0);
        QVERIFY(m_page->sessionActions().copyId->isEnabled());
        QVERIFY(!seen().contains(says));
    }

    void theAnswerAboutOneThatLeftIsShownWithIt()
    {
        for (int n = 1; n <= 2; ++n)
            m_desk->put(unknown(n));
        open(Status::NeedsAttention);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        table()->selectRow(0);
        auto *box = m_page->findChild<ui::OutcomeBox *>();
        QTRY_VERIFY(box && box->isVisible());
        focusPanel();
        QStringList shown;
        connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                [&] { shown << shownCustomer(); });
        ledger::SessionRecord found = m_desk->session(1, u"Customer 1"_s);
        found.intentId = u"intent_1"_s;
        m_desk->put(found); // by the look-up, before its answer
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        auto *note = m_page->findChild<ui::InlineMessage *>(u"foundSession"_s);
        QTRY_VERIFY(note->isVisible());
        QVERIFY2(!shown.contains(u"Customer 2"_s), qPrintable(shown.join(u' ')));
        emit box->resolved(u"It was created. Here it is."_s, m_desk->account.id, found.session.id);
        // The other one waits still: neither the list nor its filter is left.
        QVERIFY(note->isVisible());
        QVERIFY2(!seen().contains(u"any more"_s), qPrintable(seen()));
        QVERIFY2(note->text().contains(found.session.id), qPrintable(note->text()));
        QTest::qWait(50);
        QCOMPARE(table()->model()->rowCount(), 1);
        emit note->linkActivated();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTRY_COMPARE(shownCustomer(), u"Customer 1"_s);
        QVERIFY(!note->isVisible());
    }

    void whatIsSentAgainStaysWhereItNeedsAttention()
    {
        for (int n = 1; n <= 2; ++n)
            m_desk->put(unknown(n));
        open(Status::NeedsAttention);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        table()->selectRow(0);
        const QString customer = shownCustomer();
        const ledger::SessionRecord before = unknown(customer.endsWith(u'1') ? 1 : 2);
        ledger::SessionRecord sent = before;
        sent.state = State::Creating;
        (void)m_desk->desk->ledger()
            .addEvent(m_desk->account.id, sent.intentId,
                      {ledger::TimelineEvent::Kind::SentAgain, {}, m_desk->desk->now()})
            .result();
        auto *box = m_page->findChild<ui::OutcomeBox *>();
        QTRY_VERIFY(box && box->isVisible());
        const auto stays = [&](bool isUnknown) {
            QTRY_COMPARE(box->isVisible(), isUnknown);
            QTest::qWait(50);
            QCOMPARE(table()->model()->rowCount(), 2);
            QCOMPARE(shownCustomer(), customer);
            QVERIFY2(!seen().contains(u"any more"_s), qPrintable(seen()));
        };
        m_desk->put(sent);
        stays(false);
        m_desk->put(before); // the answer was lost again
        stays(true);
        // One that is sent for the first time waits for nobody.
        ledger::SessionRecord first = m_desk->session(3, u"Customer 3"_s);
        first.session = {};
        first.intentId = ledger::randomId();
        first.state = State::Creating;
        m_desk->put(first);
        QTest::qWait(50);
        QCOMPARE(table()->model()->rowCount(), 2);
    }

    void whatIsBackIsNotSaidToBeGone()
    {
        for (int n = 1; n <= 2; ++n)
            m_desk->put(unknown(n));
        open(Status::OutcomeUnknown);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        table()->selectRow(0);
        const ledger::SessionRecord before = unknown(shownCustomer().endsWith(u'1') ? 1 : 2);
        ledger::SessionRecord sent = before;
        sent.state = State::Creating;
        m_desk->put(sent);
        QTRY_VERIFY2(seen().contains(u"is “Creating…” now"_s), qPrintable(seen()));
        m_desk->put(before);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTRY_VERIFY2(!seen().contains(u"any more"_s), qPrintable(seen()));
    }

    void whatWasFoundIsForgottenWithItsAccount_data()
    {
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("another account is chosen") << false;
        QTest::newRow("the account is removed") << true;
    }
    void whatWasFoundIsForgottenWithItsAccount()
    {
        QFETCH(const bool, isRemoved);
        for (int n = 1; n <= 2; ++n)
            m_desk->put(unknown(n));
        const QString other = m_desk->addMarketplace();
        open(Status::NeedsAttention);
        m_page->setAccounts({m_desk->account.id, other});
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        table()->selectRow(0);
        auto *box = m_page->findChild<ui::OutcomeBox *>();
        QTRY_VERIFY(box && box->isVisible());
        ledger::SessionRecord found = m_desk->session(1, u"Customer 1"_s);
        found.intentId = u"intent_1"_s;
        m_desk->put(found);
        const auto *note = m_page->findChild<ui::InlineMessage *>(u"foundSession"_s);
        QTRY_VERIFY(note->isVisible());
        emit box->resolved(u"It was created. Here it is."_s, m_desk->account.id, found.session.id);
        QTRY_VERIFY(note->isVisible());
        if (isRemoved)
            QVERIFY(m_desk->desk->accounts().remove(m_desk->account.id));
        else
            m_page->setAccounts({other});
        QVERIFY(!note->isVisible());
        QVERIFY2(!seen().contains(u"any more"_s), qPrintable(seen()));
    }

    void aRemovedAccountHasNothingToSayOfItsRows()
    {
        m_desk->put(m_desk->session(1, u"Customer 1"_s));
        const QString other = m_desk->addMarketplace();
        open(Status::Open);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        table()->selectRow(0);
        QVERIFY(m_desk->desk->accounts().remove(m_desk->account.id));
        m_desk->desk->ledger().removeAccount(m_desk->account.id).waitForFinished();
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        QTest::qWait(50);
        QVERIFY2(!seen().contains(u"any more"_s), qPrintable(seen()));
    }

    void aRefundThatFailedHasANoteOfItsOwn()
    {
        ledger::Journal &journal = m_desk->desk->journal();
        for (const qint64 cents : {500, 700}) {
            const auto refund = journal
                                    .beginRefund(ledger::randomId(), m_desk->account.id, {}, u"txn_%1"_s.arg(cents),
                                                 DeskFixture::eur(cents), DeskFixture::eur(2900), DeskFixture::eur(0),
                                                 m_desk->now, m_desk->now)
                                    .result();
            QVERIFY(refund && journal.close(refund->id, ledger::Intent::State::Accepted, u"re_1"_s, {}).result());
            QVERIFY(journal.close(refund->id, ledger::Intent::State::Failed, u"re_1"_s, {}).result());
        }
        open(Status::NeedsAttention);
        QTRY_COMPARE(m_page->findChildren<ui::InlineMessage *>(u"failedRefund"_s).size(), 2);
        auto *note = m_page->findChildren<ui::InlineMessage *>(u"failedRefund"_s).back();
        QVERIFY2(note->isVisible() && note->text().contains(u"txn_700"_s), qPrintable(note->text()));
        QVERIFY(!m_page->findChild<ui::InlineMessage *>(u"othersNeedAttention"_s)->isVisible());
        const QSignalSpy payment(m_page.get(), &ui::SessionsPage::refundRequested);
        emit note->linkActivated();
        QCOMPARE(payment.count(), 1);
        QCOMPARE(payment[0][1].toString(), u"txn_700"_s);
    }

    void ofSeveralThatAreSelectedThoseThatStaySelectedStay()
    {
        std::vector<ledger::SessionRecord> rows;
        for (int n = 1; n <= 4; ++n)
            rows.push_back(m_desk->put(m_desk->session(n, u"Customer %1"_s.arg(n))));
        open(Status::Open);
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        const auto select = [this](int row) {
            table()->selectionModel()->select(table()->model()->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        };
        select(0);
        select(1);
        select(2);
        DeskFixture::setStatus(rows[0], SessionStatus::Completed, u"completed"_s);
        m_desk->putMany(rows);
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QTRY_COMPARE(table()->selectionModel()->selectedRows().size(), 2);
        for (int n : {1, 2})
            DeskFixture::setStatus(rows[size_t(n)], SessionStatus::Completed, u"completed"_s);
        m_desk->putMany(rows);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QVERIFY(!table()->selectionModel()->hasSelection());
        QVERIFY(!m_page->sessionActions().copyId->isEnabled());
    }

private:
    ledger::SessionRecord unknown(int n) const
    {
        ledger::SessionRecord record = m_desk->session(n, u"Customer %1"_s.arg(n));
        record.state = State::OutcomeUnknown;
        record.session = {};
        record.intentId = u"intent_%1"_s.arg(n);
        return record;
    }
    void open(Status status)
    {
        m_page = std::make_unique<ui::SessionsPage>(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        m_page->resize(1232, 780);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->setAccounts({m_desk->account.id});
        if (status == Status::NeedsAttention)
            m_page->setSavedView(status);
        else
            m_page->findChild<ui::ListFrame *>()->setFilters(static_cast<int>(status), {},
                                                             ui::ListFrame::Period::AllTime);
    }
    ui::Table *table() const { return m_page->findChild<ui::Table *>(); }
    ui::SessionPanel *panel() const { return m_page->findChild<ui::SessionPanel *>(); }
    /// Gives the focus to a button of the panel, as a click on it does.
    void focusPanel() const
    {
        for (auto *button : panel()->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->isEnabled())
                button->setFocus(Qt::MouseFocusReason);
        }
    }
    QString shownCustomer() const
    {
        for (const auto *label : panel()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().startsWith(u"Customer "_s))
                return label->text();
        }
        return {};
    }
    QString seen() const
    {
        QStringList texts;
        for (const auto *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'\n');
    }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::SessionsPage> m_page;
};
TILLDECK_TEST(LeftRowsTest)

} // namespace left_rows_test

#include "tst_left_rows.moc"
