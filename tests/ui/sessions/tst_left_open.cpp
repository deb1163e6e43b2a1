// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of sessions shows of a creation that was left open, and of prices that nobody could ask for.
#include "desk_fixture.h"
#include "ledger/random_id.h"
#include "support/runner.h"
#include "ui/lists/table.h"
#include "ui/sessions/session_panel.h"
#include "ui/sessions/sessions_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"

#include <QAction>
#include <QCoroTask>
#include <QFile>
#include <QLabel>

#include <algorithm>

namespace left_open_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using test::DeskFixture;

class LeftOpenTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_desk = std::make_unique<DeskFixture>(); }

    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void aCreationThatWasLeftOpenIsSelectedAndWhenItIsGoneNothingIs()
    {
        ledger::Journal &journal = m_desk->desk->journal();
        const auto intent =
            journal.begin(ledger::randomId(), m_desk->account.id, {}, {}, m_desk->now, m_desk->now).result().value();
        QVERIFY(journal.close(intent.id, ledger::Intent::State::Unknown, {}, u"No answer."_s).result());
        m_desk->put(m_desk->session(3));
        openAtFirst();
        QVERIFY(m_page->sessionActions().copyUrl->isEnabled());
        ledger::SessionRecord record;
        record.accountId = m_desk->account.id;
        record.intentId = intent.id;
        record.state = ledger::SessionRecord::State::OutcomeUnknown;
        record.createdAt = m_desk->now;
        m_desk->put(record);
        m_page->select(m_desk->account.id, {}, intent.id);
        QTRY_VERIFY(m_page->sessionActions().record());
        QCOMPARE(m_page->sessionActions().record()->intentId, intent.id);
        QVERIFY(!m_page->sessionActions().copyUrl->isEnabled());

        QTRY_VERIFY(button("abandonButton")->isVisible());
        QTest::mouseClick(button("abandonButton"), Qt::LeftButton);
        QTRY_VERIFY(m_page->findChild<ui::GuardDialog *>());
        emit m_page->findChild<ui::GuardDialog *>()->chosen(1);
        QTRY_VERIFY(m_page->findChild<ui::GuardDialog *>(u"early"_s));
        emit m_page->findChild<ui::GuardDialog *>(u"early"_s)->chosen(1);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_VERIFY(!m_page->sessionActions().record());
        QVERIFY(!m_page->sessionActions().copyUrl->isEnabled());
        QVERIFY(!table()->selectionModel()->hasSelection());
    }

    void anExpiryIsOfferedWhileTheFilesAllowIt()
    {
        m_desk->put(m_desk->session(3));
        openAtFirst();
        QAction *expire = m_page->sessionActions().expireNow;
        QVERIFY(expire->isEnabled());
        expire->trigger();
        auto *question = m_page->findChild<ui::GuardDialog *>();
        QVERIFY(question);
        const auto buttons = question->findChildren<QPushButton *>();
        QPushButton *press = *std::ranges::find(buttons, u"Expire now"_s, &QPushButton::text);
        QVERIFY(press->isEnabled());
        QVERIFY(QFile::remove(m_desk->dir.filePath(u"journal.sqlite"_s)));
        QVERIFY(!QCoro::waitFor(m_desk->desk->writer(m_desk->account.id)));
        QVERIFY(!press->isEnabled());
        QVERIFY2(press->toolTip().contains(u"journal.sqlite"_s), qPrintable(press->toolTip()));
        QVERIFY(!expire->isEnabled());
        QVERIFY(QCoro::waitFor(m_desk->desk->acceptFiles()));
        QVERIFY(press->isEnabled());
        QVERIFY(expire->isEnabled());
    }

    void pricesThatCouldNotBeLoadedAreNotCalledDifferent_data()
    {
        QTest::addColumn<bool>("hasAmount");
        QTest::newRow("with an amount") << true;
        QTest::newRow("without an amount") << false;
    }
    void pricesThatCouldNotBeLoadedAreNotCalledDifferent()
    {
        QFETCH(const bool, hasAmount);
        auto record = m_desk->session(1);
        if (!hasAmount) {
            record.amount.reset();
            record.session.amount.reset();
        }
        record.draft.lineItems = {checkout::LineItem(u"price_1"_s, 1)};
        m_desk->put(record);
        openAtFirst();
        const auto labels = m_page->findChildren<QLabel *>();
        const auto says = [&labels](const QString &text) {
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(text); });
        };
        QVERIFY(says(u"loaded, so the parts are not shown"_s));
        QVERIFY(!says(u"give another total"_s));
        QVERIFY(!says(u"in your catalog"_s));
    }

private:
    /// Opens the page on the one session of the ledger.
    void openAtFirst()
    {
        m_page = std::make_unique<ui::SessionsPage>(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        m_page->resize(1232, 780);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        table()->selectRow(0);
        QVERIFY(m_page->findChild<ui::SessionPanel *>()->isVisible());
    }
    ui::Table *table() const { return m_page->findChild<ui::Table *>(); }
    ui::Button *button(const char *name) const { return m_page->findChild<ui::Button *>(QString::fromLatin1(name)); }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::SessionsPage> m_page;
};

TILLDECK_TEST(LeftOpenTest)

} // namespace left_open_test

#include "tst_left_open.moc"
