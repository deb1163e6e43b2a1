// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel of a session says of it, and for how long.
#include "desk_fixture.h"
#include "support/runner.h"
#include "ui/figures/session_text.h"
#include "ui/lists/table.h"
#include "ui/sessions/session_panel.h"
#include "ui/sessions/sessions_page.h"
#include "ui/widgets/inline_message.h"

#include <QLabel>

#include <algorithm>

namespace session_notes_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using checkout::SessionStatus;
using test::DeskFixture;

class SessionNotesTest : public QObject
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

    void whatFailedIsNotPaid()
    {
        ledger::SessionRecord record = m_desk->session(1);
        record.draft.lineItems.emplace_back();
        record.draft.lineItems.back().priceId = u"price_1"_s;
        const auto holds = [this](const QString &text) {
            return std::ranges::any_of(m_page->findChildren<QLabel *>(), [&text](const QLabel *label) {
                return label->isVisible() && label->text() == text;
            });
        };
        open({m_desk->account.id});
        DeskFixture::setStatus(record, SessionStatus::Failed, u"failed"_s);
        m_desk->put(record);
        choose(0);
        QTRY_VERIFY(holds(u"Not paid"_s));
        QVERIFY(!holds(u"Customer pays"_s) && !holds(u"Customer paid"_s));
    }

    void aNoteGoesWhenTheSessionIsNotSoAnyMore()
    {
        ledger::SessionRecord record = m_desk->put(m_desk->session(1));
        open({m_desk->account.id});
        choose(0);
        auto &actions = *m_page->findChild<ui::SessionActions *>();
        auto *note = m_page->findChild<ui::InlineMessage *>(u"message"_s);
        const auto become = [&](SessionStatus status, const QString &word) {
            DeskFixture::setStatus(record, status, word);
            m_desk->put(record);
            QTRY_COMPARE(actions.record()->session.status, status);
        };
        emit actions.succeeded(u"The session has ended."_s, SessionStatus::Expired);
        QVERIFY(note->isVisible());
        become(SessionStatus::Expired, u"expired"_s);
        QVERIFY(note->isVisible()); // the list follows the answer
        become(SessionStatus::Open, u"open"_s);
        QVERIFY2(!note->isVisible(), qPrintable(note->text()));
        // What is said of an open session is over with its time, too.
        emit actions.succeeded(u"Checked just now: still open."_s, SessionStatus::Open);
        QVERIFY(note->isVisible());
        m_desk->now = record.session.expiresAt.addSecs(1);
        QTRY_VERIFY(!note->isVisible());
    }

    void aNoteOfAMomentDoesNotStandForAnHour()
    {
        m_desk->put(m_desk->session(1));
        open({m_desk->account.id});
        choose(0);
        auto *note = m_page->findChild<ui::InlineMessage *>(u"message"_s);
        emit m_page->findChild<ui::SessionActions *>()->succeeded(u"Session ID copied."_s);
        m_desk->now = m_desk->now.addSecs(50);
        QTest::qWait(1100);
        QVERIFY(note->isVisible());
        m_desk->now = m_desk->now.addSecs(20);
        QTRY_VERIFY(!note->isVisible());
    }

    void aFailureGoesWhenTheProviderAnswers()
    {
        m_desk->put(m_desk->session(1));
        open({m_desk->account.id});
        choose(0);
        auto *note = m_page->findChild<ui::InlineMessage *>(u"message"_s);
        emit m_page->findChild<ui::SessionActions *>()->failed(u"PaymentKit could not be reached."_s, {},
                                                               checkout::ErrorKind::Offline);
        m_desk->now = m_desk->now.addSecs(600);
        QTest::qWait(1100);
        QVERIFY(note->isVisible());
        auto *panel = m_page->findChild<ui::SessionPanel *>();
        panel->accountAnswered(m_desk->account.id, m_desk->now.addSecs(-700));
        panel->accountAnswered(u"another"_s, m_desk->now);
        QVERIFY(note->isVisible());
        panel->accountAnswered(m_desk->account.id, m_desk->now);
        QVERIFY(!note->isVisible());
    }

    void aCheckSaysWhatItFound()
    {
        const auto found = [this](SessionStatus status, const QString &word) {
            ledger::SessionRecord record = m_desk->session(1);
            DeskFixture::setStatus(record, status, word);
            return ui::checkedText(record, m_desk->now, u"PaymentKit"_s);
        };
        QCOMPARE(found(SessionStatus::Open, u"open"_s), u"Checked just now: still open."_s);
        QCOMPARE(found(SessionStatus::Completed, u"completed"_s), u"Checked just now: it is paid."_s);
        QCOMPARE(found(SessionStatus::Expired, u"expired"_s), u"Checked just now: it has expired."_s);
        QCOMPARE(found(SessionStatus::Failed, u"failed"_s), u"Checked just now: the payment failed."_s);
        QCOMPARE(found(SessionStatus::Unrecognised, u"on_hold"_s), u"Checked just now: PaymentKit says “on_hold”."_s);
        QCOMPARE(found(SessionStatus::Unrecognised, {}), u"Checked just now: PaymentKit names no status."_s);
    }

private:
    void open(const QStringList &accounts)
    {
        m_page = std::make_unique<ui::SessionsPage>(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        m_page->resize(1232, 780);
        m_page->show();
        m_page->setAccounts(accounts);
    }
    void choose(int row) const
    {
        auto *table = m_page->findChild<ui::Table *>();
        QTRY_VERIFY(table->model()->rowCount() > row);
        table->selectRow(row);
    }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::SessionsPage> m_page;
};
TILLDECK_TEST(SessionNotesTest)

} // namespace session_notes_test

#include "tst_session_notes.moc"
