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
        const auto session = QCoro::waitFor((*provider)->createSession(draft(), QStringLiteral("made-elsewhere")));
        QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().sentence));
        QVERIFY(!session->url.isEmpty());

        QVERIFY(merchant.activate());
        QTest::keyClick(&merchant.window(), Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(merchant.find<QLineEdit>(QStringLiteral("pasted")) != nullptr);

        // An address that belongs to no account is refused, and what was typed stays.
        const QString foreign = QStringLiteral("https://pay.stranger.example/c/7Hq2mVx0");
        QVERIFY(merchant.type<QLineEdit>(QStringLiteral("pasted"), foreign));
        QVERIFY(merchant.press(QStringLiteral("track")));
        ui::InlineMessage *error = nullptr;
        QTRY_VERIFY((error = merchant.find<ui::InlineMessage>(QStringLiteral("formMessage"))) != nullptr);
        QVERIFY2(error->text().contains(QStringLiteral("pay.stranger.example")), qPrintable(error->text()));
        QCOMPARE(merchant.find<QLineEdit>(QStringLiteral("pasted"))->text(), foreign);

        // A session that the provider does not know is refused.
        QVERIFY(merchant.type<QLineEdit>(QStringLiteral("pasted"), session->url + QStringLiteral("x")));
        QVERIFY(!error->isVisible()); // it was about another text
        QVERIFY(merchant.press(QStringLiteral("track")));
        QTRY_VERIFY(error->isVisible());
        QVERIFY(merchant.find<QLineEdit>(QStringLiteral("pasted")) != nullptr);

        // The session itself is added.
        QVERIFY(merchant.type<QLineEdit>(QStringLiteral("pasted"), session->url));
        QTest::keyClick(merchant.find<QLineEdit>(QStringLiteral("pasted")), Qt::Key_Return);
        QTRY_VERIFY(merchant.find<QLineEdit>(QStringLiteral("pasted")) == nullptr);
        QTRY_COMPARE(currentId(merchant), accountId);
        const auto *page = merchant.window().findChild<ui::SessionsPage *>();
        QTRY_VERIFY(page->sessionActions().record().has_value() &&
                    page->sessionActions().record()->session.id == session->id);
        QTRY_VERIFY(merchant.find<QAbstractButton>(QStringLiteral("Copy URL")) != nullptr);
        QVERIFY(merchant.press(QStringLiteral("Copy URL")));
        QVERIFY(merchant.sees(QStringLiteral("The session belongs to")));

        // It stays after a restart.
        merchant.restart();
        QTRY_COMPARE_WITH_TIMEOUT(currentId(merchant), accountId, 20000);
        QTRY_VERIFY(merchant.desk->ledger().session(accountId, session->id).result().value().has_value());
    }

private:
    static checkout::SessionDraft draft()
    {
        checkout::LineItem item;
        item.name = QStringLiteral("Design consultation");
        item.unitAmount = money::Money(50000, *money::Currency::fromCode(u"XOF"));
        checkout::SessionDraft draft;
        draft.mode = QStringLiteral("payment");
        draft.lineItems = {item};
        draft.successUrl = QStringLiteral("https://example.com/thanks");
        draft.returnUrl = QStringLiteral("https://example.com/plans");
        return draft;
    }
    static int rowsOfSessions(const Merchant &merchant)
    {
        const QTableView *table = merchant.table(QStringLiteral("Checkout sessions"));
        return table == nullptr ? 0 : table->model()->rowCount();
    }
    static QString currentId(const Merchant &merchant)
    {
        const ui::AccountEntry *current = merchant.window().sidebar()->accounts()->current();
        return current == nullptr ? QString() : current->id;
    }
};

TILLDECK_TEST(TrackTest)

} // namespace track_test

#include "tst_track.moc"
