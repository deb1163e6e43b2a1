// SPDX-License-Identifier: GPL-3.0-or-later
// A merchant adds a session that was made elsewhere to the list by its checkout URL.
#include "gui/merchant.h"
#include "support/runner.h"
#include "ui/sessions/sessions_page.h"
#include "ui/shell/account_switcher.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/inline_message.h"

#include <QCoroTask>

#include <algorithm>

namespace track_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::Merchant;

class TrackTest : public QObject
{
    Q_OBJECT

private slots:
    void aSessionMadeElsewhereIsTrackedByItsUrl()
    {
        Merchant merchant;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(rowsOfSessions(merchant) > 10, 20000);

        // The merchant's own shop system creates a session with a provider that lists none, so that this computer does
        // not know it.
        const auto &accounts = merchant.desk->accounts().accounts();
        const auto elsewhere =
            std::ranges::find(accounts, accounts::ProviderKind::Ikawaari, &accounts::Account::provider);
        QVERIFY(elsewhere != accounts.end());
        const QString accountId = elsewhere->id;
        QVERIFY(currentId(merchant) != accountId);
        const auto provider = QCoro::waitFor(merchant.desk->provider(accountId));
        QVERIFY(provider.has_value());
        const auto session = QCoro::waitFor(send((*provider)->prepareCreation(draft(), u"made-elsewhere"_s)));
        QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().sentence));
        QVERIFY(!session->url.isEmpty());

        QVERIFY(merchant.activate());
        QTest::keyClick(&merchant.window(), Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(merchant.find<QLineEdit>(u"pasted"_s));

        // An address that belongs to no account is refused, and what was typed stays.
        const QString foreign = u"https://pay.stranger.example/c/7Hq2mVx0"_s;
        QVERIFY(merchant.type<QLineEdit>(u"pasted"_s, foreign));
        QVERIFY(merchant.press(u"track"_s));
        ui::InlineMessage *error = nullptr;
        QTRY_VERIFY((error = merchant.find<ui::InlineMessage>(u"formMessage"_s)));
        QVERIFY2(error->text().contains(u"pay.stranger.example"_s), qPrintable(error->text()));
        QCOMPARE(merchant.find<QLineEdit>(u"pasted"_s)->text(), foreign);

        // A session that the provider does not know is refused.
        QVERIFY(merchant.type<QLineEdit>(u"pasted"_s, session->url + u"x"_s));
        QVERIFY(!error->isVisible()); // it was about another text
        QVERIFY(merchant.press(u"track"_s));
        QTRY_VERIFY(error->isVisible());
        QVERIFY(merchant.find<QLineEdit>(u"pasted"_s));

        // The session itself is added.
        QVERIFY(merchant.type<QLineEdit>(u"pasted"_s, session->url));
        QTest::keyClick(merchant.find<QLineEdit>(u"pasted"_s), Qt::Key_Return);
        QTRY_VERIFY(!merchant.find<QLineEdit>(u"pasted"_s));
        QTRY_COMPARE(currentId(merchant), accountId);
        const auto *page = merchant.window().findChild<ui::SessionsPage *>();
        QTRY_VERIFY(page->sessionActions().record().has_value() &&
                    page->sessionActions().record()->session.id == session->id);
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Copy URL"_s));
        QVERIFY(merchant.press(u"Copy URL"_s));
        QVERIFY(merchant.sees(u"The session belongs to"_s));

        // It stays after a restart.
        merchant.restart();
        QTRY_COMPARE_WITH_TIMEOUT(currentId(merchant), accountId, 20000);
        QTRY_VERIFY(merchant.desk->ledger().session(accountId, session->id).result().value().has_value());
    }

private:
    static checkout::SessionDraft draft()
    {
        checkout::LineItem item;
        item.name = u"Design consultation"_s;
        item.unitAmount = money::Money(50000, *money::Currency::fromCode(u"XOF"));
        checkout::SessionDraft draft;
        draft.mode = u"payment"_s;
        draft.lineItems = {item};
        draft.successUrl = u"https://example.com/thanks"_s;
        draft.returnUrl = u"https://example.com/plans"_s;
        return draft;
    }
    static int rowsOfSessions(const Merchant &merchant)
    {
        const QTableView *table = merchant.table(u"Checkout sessions"_s);
        return !table ? 0 : table->model()->rowCount();
    }
    static QString currentId(const Merchant &merchant)
    {
        const ui::AccountEntry *current = merchant.window().sidebar()->accounts()->current();
        return !current ? QString() : current->id;
    }
};

TILLDECK_TEST(TrackTest)

} // namespace track_test

#include "tst_track.moc"
