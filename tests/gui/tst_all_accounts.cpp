// SPDX-License-Identifier: GPL-3.0-or-later
// Every page shows all accounts of one mode, and the strip says how current they are.
#include "dashboard/strip_text.h"
#include "desk/system_zone.h"
#include "gui/merchant.h"
#include "support/runner.h"
#include "support/zone.h"
#include "ui/lists/list_frame.h"
#include "ui/sessions/session_model.h"
#include "ui/shell/account_switcher.h"
#include "ui/shell/mode_strip.h"
#include "ui/shell/sidebar.h"
#include "ui/transactions/transaction_model.h"
#include "ui/transactions/transactions_page.h"

#include <QSet>

namespace all_accounts_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using tilldeck::test::Merchant;
using Link = ui::ModeStripState::Link;

namespace {

dashboard::AccountFreshness freshness(const QString &name, int minute, std::optional<ErrorKind> error = {},
                                      int minutesAhead = 0)
{
    dashboard::AccountFreshness account{name, {}, std::chrono::minutes(minutesAhead)};
    if (minute >= 0)
        account.freshness.updatedAt = QDateTime(QDate(2026, 4, 14), QTime(14, minute), Qt::UTC);
    if (!error)
        return account;
    account.freshness.error = checkout::Error(*error, u"It could not be read."_s);
    if (checkout::isAboutKey(*account.freshness.error))
        account.freshness.error->httpStatus = *error == ErrorKind::Forbidden ? 403 : 401;
    return account;
}

/// Returns an account whose key is not there, or was not used.
dashboard::AccountFreshness unasked(const QString &name, bool isWithoutKey)
{
    auto account = freshness(name, 5, ErrorKind::Unauthorised);
    account.freshness.error->httpStatus = 0;
    account.freshness.error->isWithoutKey = isWithoutKey;
    return account;
}

} // namespace

class AllAccountsTest : public QObject
{
    Q_OBJECT

private slots:
    void theStripNamesTheAccountThatCannotBeUpdated_data()
    {
        QTest::addColumn<std::vector<dashboard::AccountFreshness>>("accounts");
        QTest::addColumn<int>("link");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const std::vector<dashboard::AccountFreshness> &accounts, Link link,
                            const QString &problem) { QTest::newRow(name) << accounts << int(link) << problem; };
        row("all are fresh", {freshness(u"A"_s, 9), freshness(u"B"_s, 5), freshness(u"C"_s, 7)}, Link::Fresh, {});
        row("one was never asked", {freshness(u"A"_s, 5), freshness(u"B"_s, -1)}, Link::Updating, {});
        row("a key is refused",
            {freshness(u"A"_s, 9), freshness(u"B"_s, 5, ErrorKind::Unauthorised), freshness(u"C"_s, 7)},
            Link::KeyRefused, u"B: key refused. The other 2 accounts are up to date."_s);
        row("one does not answer", {freshness(u"A"_s, 5, ErrorKind::Offline), freshness(u"B"_s, 9)}, Link::Trouble,
            u"A: no answer. The other account is up to date."_s);
        row("two have trouble",
            {freshness(u"A"_s, 5, ErrorKind::Offline), freshness(u"B"_s, 9, ErrorKind::Forbidden),
             freshness(u"C"_s, 9)},
            Link::KeyRefused, u"A: no answer. B: key refused. The other account is up to date."_s);
        row("one has no key", {freshness(u"A"_s, 9), unasked(u"B"_s, true)}, Link::KeyRefused,
            u"B: no key on this computer. The other account is up to date."_s);
        row("none has a key", {unasked(u"A"_s, true), unasked(u"B"_s, true), unasked(u"C"_s, true)}, Link::KeyRefused,
            u"No keys on this computer: %1."_s.arg(QLocale().createSeparatedList({u"A"_s, u"B"_s, u"C"_s})));
        row("two have no key, and one was refused",
            {freshness(u"A"_s, 9, ErrorKind::Unauthorised), unasked(u"B"_s, true), unasked(u"C"_s, true)},
            Link::KeyRefused,
            u"No keys on this computer: %1. A: key refused."_s.arg(QLocale().createSeparatedList({u"B"_s, u"C"_s})));
        row("a key that was not used was refused by nobody", {freshness(u"A"_s, 9), unasked(u"B"_s, false)},
            Link::KeyRefused, u"B: It could not be read. The other account is up to date."_s);
        row("nobody answers", {freshness(u"A"_s, 5, ErrorKind::Offline), freshness(u"B"_s, 9, ErrorKind::Offline)},
            Link::Offline, {});
        row("an answer that cannot be read is not called offline", {freshness(u"A"_s, 5, ErrorKind::Malformed)},
            Link::Trouble, u"It could not be read."_s);
        row("clocks that are a little apart", {freshness(u"A"_s, 5, {}, -5)}, Link::Fresh, {});
        row("a clock that is ahead", {freshness(u"A"_s, 5), freshness(u"B"_s, 9, {}, 62)}, Link::Trouble,
            u"B: this computer's clock is 62 minute(s) ahead of the provider's. Set it."_s);
        row("a clock that is behind", {freshness(u"A"_s, 5, {}, -62)}, Link::Trouble,
            u"A: this computer's clock is 62 minute(s) behind the provider's. Set it."_s);
        dashboard::AccountFreshness cut = freshness(u"A"_s, 5);
        cut.freshness.cut = u"Older ones were not read."_s;
        row("a list that was cut off", {cut, freshness(u"B"_s, 9)}, Link::Trouble, u"A: Older ones were not read."_s);
        dashboard::AccountFreshness unread = freshness(u"A"_s, 5);
        unread.freshness.unread.payments = {{u"txn_7"_s, u"\"currency\":\"qqq\""_s, u"txn_7"_s}};
        row("a payment that could not be read", {unread, freshness(u"B"_s, 9)}, Link::Trouble,
            u"A: 1 payment(s) of the provider's list could not be read: txn_7 (\"currency\":\"qqq\")."_s);
        row("each account says what it does not list", {cut, unread}, Link::Trouble,
            u"A: Older ones were not read. A: 1 payment(s) of the provider's list could not be read: txn_7 "
            u"(\"currency\":\"qqq\")."_s);
        row("no answer says more than a wrong clock", {freshness(u"A"_s, 5, ErrorKind::Malformed, 62)}, Link::Trouble,
            u"It could not be read."_s);
    }
    void theStripNamesTheAccountThatCannotBeUpdated()
    {
        QFETCH(std::vector<dashboard::AccountFreshness>, accounts);
        QFETCH(int, link);
        QFETCH(QString, problem);
        ui::ModeStripState state;
        dashboard::addFreshness(state, accounts);
        QCOMPARE(int(state.link), link);
        QCOMPARE(state.problem, problem);
        QCOMPARE(state.updatedAt.time().minute(), 5); // as of the account that was updated longest ago
    }

    void anUnknownZoneIsSaidWhileThereIsNothingWorse()
    {
        ui::ModeStripState fresh;
        dashboard::addFreshness(fresh, {freshness(u"A"_s, 5)});
        dashboard::addRemark(fresh, {});
        QCOMPARE(int(fresh.link), int(Link::Fresh));
        dashboard::addRemark(fresh, u"All times are in UTC."_s);
        QCOMPARE(fresh.problem, u"All times are in UTC."_s);
        ui::ModeStripState offline;
        dashboard::addFreshness(offline, {freshness(u"A"_s, 5, ErrorKind::Malformed)});
        dashboard::addRemark(offline, u"All times are in UTC."_s);
        QCOMPARE(offline.problem, u"It could not be read."_s);
    }

    void anUnknownZoneIsSaidInTheWindow()
    {
        const tilldeck::test::Zone unknown("Mars/Phobos");
        const QString remark = desk::useUtcForAnUnknownZone();
        Merchant merchant;
        merchant.dashboard->setRemark(remark);
        QVERIFY(merchant.openSandbox());
        const auto state = [&merchant] { return merchant.window().modeStrip()->state(); };
        QTRY_COMPARE(state().problem, u"The time zone “Mars/Phobos” is not known. All times are in UTC."_s);
        QCOMPARE(int(state().link), int(Link::Trouble));
    }

    void midnightMovesThePeriodsOn()
    {
        Merchant merchant;
        accounts::Account account;
        account.name = u"Shop"_s;
        account.mode = accounts::Mode::Test;
        account.baseUrl = u"http://127.0.0.1:1"_s;
        account.accountId = u"acct_1"_s;
        QVERIFY(merchant.desk->accounts().add(account));
        merchant.stop();
        // Before the window opens, so that its clock is not seen to jump.
        const QDateTime real = QDateTime::currentDateTimeUtc();
        const QDateTime midnight(real.date().addDays(1), QTime(0, 0), Qt::UTC);
        merchant.passed = std::chrono::milliseconds(real.msecsTo(midnight.addSecs(-6)));
        merchant.start();
        QVERIFY(merchant.window().showPage(ui::PageId::Transactions));
        auto *page = merchant.window().findChild<ui::TransactionsPage *>();
        page->findChild<ui::ListFrame *>()->setPeriod(ui::ListFrame::Period::Today);
        const auto since = [page] { return page->findChild<ui::TransactionModel *>()->filter().createdSince.toUTC(); };
        QCOMPARE(since(), midnight.addDays(-1));
        QTRY_COMPARE_WITH_TIMEOUT(since(), midnight, 15000);
    }

    void aWrongClockIsSaidAsTheWindowFindsIt_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::addColumn<QString>("says");
        QTest::newRow("ahead") << 62 << u"62 minute(s) ahead of the provider's"_s;
        QTest::newRow("behind") << -62 << u"62 minute(s) behind the provider's"_s;
        QTest::newRow("a little apart") << 3 << QString();
    }
    void aWrongClockIsSaidAsTheWindowFindsIt()
    {
        QFETCH(const int, ahead);
        QFETCH(const QString, says);
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        merchant.stop();
        // Half a minute more, so that the time that the test takes changes no minute.
        merchant.passed = std::chrono::minutes(ahead) + std::chrono::seconds(ahead > 0 ? 30 : -30);
        merchant.start();
        const auto strip = [&merchant] { return merchant.window().modeStrip()->state(); };
        if (says.isEmpty())
            QTRY_COMPARE_WITH_TIMEOUT(int(strip().link), int(Link::Fresh), 20'000);
        else
            QTRY_VERIFY2_WITH_TIMEOUT(strip().problem.contains(says), qPrintable(strip().problem), 20'000);
        QCOMPARE(strip().problem.contains(u"clock"_s), !says.isEmpty());
    }

    void allSandboxAccountsShareTheListsAndComeBackAfterARestart()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QCOMPARE(listed(merchant), 1);
        const auto count = static_cast<qsizetype>(merchant.desk->accounts().accounts().size());
        QVERIFY(count > 1);
        QTest::keyClick(&merchant.window(), Qt::Key_0, Qt::ControlModifier);
        QVERIFY(switcher(merchant)->isAll());
        QCOMPARE(listed(merchant), count);
        auto *payments = merchant.window().findChild<ui::TransactionModel *>();
        const auto providers = [payments] {
            QSet<QString> names;
            for (int row = 0; row < payments->rowCount(); ++row)
                names.insert(payments->index(row, ui::TransactionModel::Provider).data().toString());
            return names.size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(providers() > 1, 20000);

        // Pages that show one account name it and let another be chosen.
        QTest::keyClick(&merchant.window(), Qt::Key_4, Qt::AltModifier);
        auto *chooser = merchant.find<QComboBox>(u"Account"_s);
        QVERIFY(chooser);
        QCOMPARE(chooser->count(), int(count));
        chooser->setCurrentIndex(1);
        emit chooser->activated(1);
        const QString second = merchant.desk->accounts().accounts()[1].id;
        QVERIFY(switcher(merchant)->isAll());
        QCOMPARE(switcher(merchant)->current()->id, second);

        merchant.restart();
        QTRY_VERIFY_WITH_TIMEOUT(switcher(merchant)->isAll(), 20000);
        QCOMPARE(listed(merchant), count);
        QCOMPARE(switcher(merchant)->current()->id, second);

        // One account is chosen, and the others leave the lists.
        QVERIFY(merchant.activate());
        QTest::keyClick(&merchant.window(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!switcher(merchant)->isAll());
        QCOMPARE(listed(merchant), 1);
        QVERIFY(!merchant.find<QComboBox>(u"Account"_s));
    }

    void removingAccountsKeepsTheOthers()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QCOMPARE(listed(merchant), 1);
        QTest::keyClick(&merchant.window(), Qt::Key_0, Qt::ControlModifier);
        while (merchant.desk->accounts().accounts().size() > 1) {
            QVERIFY(switcher(merchant)->isAll());
            const auto left = merchant.desk->accounts().accounts().size();
            merchant.window().showPage(ui::PageId::Accounts);
            merchant.table(u"Accounts"_s)->selectRow(0); // the one that was chosen last is among them
            QVERIFY(merchant.press(u"removeAccount"_s));
            QTRY_VERIFY(merchant.find<QAbstractButton>(u"Remove account"_s));
            QVERIFY(merchant.press(u"Remove account"_s));
            QTRY_COMPARE(merchant.desk->accounts().accounts().size(), left - 1);
            QTRY_VERIFY(switcher(merchant)->current());
        }
        QTRY_VERIFY(!switcher(merchant)->isAll());
        QCOMPARE(switcher(merchant)->current()->id, merchant.desk->accounts().accounts().front().id);
    }

private:
    static ui::AccountSwitcher *switcher(const Merchant &merchant) { return merchant.window().sidebar()->accounts(); }
    /// Returns the number of accounts that the lists show.
    static qsizetype listed(const Merchant &merchant)
    {
        const auto sessions = merchant.window().findChild<ui::SessionModel *>()->filter().accountIds;
        const auto payments = merchant.window().findChild<ui::TransactionModel *>()->filter().accountIds;
        return sessions == payments ? payments.size() : -1;
    }
};

TILLDECK_TEST(AllAccountsTest)

} // namespace all_accounts_test

#include "tst_all_accounts.moc"
