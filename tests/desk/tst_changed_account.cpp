// SPDX-License-Identifier: GPL-3.0-or-later
// An account stays what it is at its provider, whoever changes it.
#include "desk/account_of_intent.h"
#include "desk/creation_counter.h"
#include "desk/reconcile_creation.h"
#include "support/accounts_file.h"
#include "support/runner.h"

namespace changed_account_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::Account;
using accounts::Mode;
using accounts::ProviderKind;
using End = CreateOutcome::End;
using ledger::Intent;

class ChangedAccountTest : public QObject
{
    Q_OBJECT

private slots:
    void anAccountNeverBecomesAnotherOne_data()
    {
        QTest::addColumn<QString>("baseUrl");
        QTest::addColumn<QString>("accountId");
        QTest::addColumn<QString>("merchantId");
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<bool>("isTaken");
        const QString at = u"https://api.paymentkit.com"_s;
        QTest::newRow("spelled otherwise")
            << u"https://API.paymentkit.com:443/"_s << u"acc_1"_s << u"1"_s << Mode::Test << true;
        QTest::newRow("another place") << u"https://eu.example.com"_s << u"acc_1"_s << u"1"_s << Mode::Test << false;
        QTest::newRow("this computer") << u"http://127.0.0.1:4000"_s << u"acc_1"_s << u"1"_s << Mode::Test << false;
        QTest::newRow("another ID") << at << u"acc_2"_s << u"1"_s << Mode::Test << false;
        QTest::newRow("no ID") << at << QString() << u"1"_s << Mode::Test << false;
        QTest::newRow("another merchant ID") << at << u"acc_1"_s << u"2"_s << Mode::Test << false;
        QTest::newRow("real money") << at << u"acc_1"_s << u"1"_s << Mode::Live << false;
    }
    void anAccountNeverBecomesAnotherOne()
    {
        QFETCH(const QString, baseUrl);
        QFETCH(const QString, accountId);
        QFETCH(const QString, merchantId);
        QFETCH(const Mode, mode);
        QFETCH(const bool, isTaken);
        const Bench bench;
        Account account;
        account.name = u"Shop"_s;
        account.baseUrl = u"https://api.paymentkit.com"_s;
        account.accountId = u"acc_1"_s;
        account.merchantId = u"1"_s;
        account.mode = Mode::Test;
        account = bench.desk->accounts().add(account).value();
        Account changed = account;
        changed.name = u"Renamed"_s;
        changed.baseUrl = baseUrl;
        changed.accountId = accountId;
        changed.merchantId = merchantId;
        changed.mode = mode;
        const auto updated = bench.desk->accounts().update(changed);
        QCOMPARE(updated.has_value(), isTaken);
        QCOMPARE(bench.desk->accounts().byId(account.id)->name, isTaken ? changed.name : account.name);
        if (!isTaken)
            QVERIFY2(updated.error().contains(u"as a new account"_s), qPrintable(updated.error()));
    }

    void whereSomethingIsUnsettledNotEvenASandboxMoves()
    {
        CreationCounter at(ProviderKind::Ikawaari);
        Account moved = *at.bench.desk->accounts().byId(at.id);
        moved.baseUrl = u"http://127.0.0.1:1"_s;
        const Account before = *at.bench.desk->accounts().byId(at.id);
        const QString creation = at.create().record.intentId;
        const auto refused = at.bench.desk->accounts().update(moved);
        QVERIFY(!refused);
        QVERIFY2(refused.error().contains(u"not settled"_s), qPrintable(refused.error()));
        QCOMPARE(*at.bench.desk->accounts().byId(at.id), before);
        // The built-in one is the same wherever it is served.
        QVERIFY(at.bench.desk->accounts().updateServed(moved));
        QVERIFY(at.bench.desk->accounts().updateServed(before));
        QVERIFY(at.bench.desk->journal().close(creation, Intent::State::Abandoned, {}, {}).result());
        QVERIFY(at.bench.desk->accounts().update(moved));
        moved.mode = Mode::Live;
        QVERIFY(!at.bench.desk->accounts().updateServed(moved));
    }

    void underAnAccountsFileOfAnotherTimeNothingIsSentOrSettled_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("whileItRuns");
        for (const bool runs : {false, true}) {
            const char *when = runs ? "while the program runs" : "at the start";
            QTest::addRow("another place %s", when) << u"base_url"_s << u"https://other.example"_s << runs;
            QTest::addRow("another ID %s", when) << u"account_id"_s << u"acc_2"_s << runs;
            QTest::addRow("real money %s", when) << u"mode"_s << u"live"_s << runs;
        }
    }
    void underAnAccountsFileOfAnotherTimeNothingIsSentOrSettled()
    {
        QFETCH(const QString, member);
        QFETCH(const QString, value);
        QFETCH(const bool, whileItRuns);
        CreationCounter at(ProviderKind::Ikawaari);
        const QString creation = at.create().record.intentId;
        const QString own = at.id;
        if (!whileItRuns)
            at.bench.desk.reset();
        tilldeck::test::putIntoAccountsFile(at.bench.dataDirectory(), own, member, value);
        if (whileItRuns)
            QTRY_VERIFY(!at.bench.desk->accounts().byId(own));
        else
            at.bench.open();
        QVERIFY(!at.bench.desk->accounts().byId(own));
        const auto now = at.bench.desk->accounts().byName(u"Counter"_s);
        QVERIFY(now);
        at.id = now->id;
        at.bench.desk->keys().keepForThisRun(at.id, http::Secret(u"sk_test_1"_s));
        at.setCreated("cs_1");
        QVERIFY(!isSurelyOf(at.bench.desk->accounts(), own, at.id));
        const qsizetype before = at.sent().size();
        QCOMPARE(at.resend(creation).end, End::Rejected);
        QCOMPARE(at.sent().size(), before);
        QCOMPARE(at.stateOf(creation), Intent::State::Unknown);
        // What was sent before is the former account's, also after the next start.
        for (int start = 0; start < 2; ++start) {
            QCOMPARE(at.bench.desk->journal().intent(creation).result().value()->accountId, own);
            // Only what may be the same is shown there, as of an account that was removed.
            QCOMPARE(at.bench.list(at.id).rows.size(), member == u"base_url"_s ? size_t(1) : size_t(0));
            QVERIFY(!at.bench.desk->accounts().byId(own));
            at.bench.restart();
        }
        // The file as it was makes it that account again.
        at.bench.desk.reset();
        tilldeck::test::putIntoAccountsFile(at.bench.dataDirectory(), at.id, member,
                                            member == u"base_url"_s ? at.server.url(QString()).toString()
                                            : member == u"mode"_s   ? u"sandbox"_s
                                                                    : u"acc_1"_s);
        tilldeck::test::putIntoAccountsFile(at.bench.dataDirectory(), at.id, u"id"_s, own);
        at.bench.open();
        QVERIFY(at.bench.desk->accounts().byId(own));
        QCOMPARE(at.bench.list(own).rows.size(), size_t(1));
    }
};

TILLDECK_TEST(ChangedAccountTest)

} // namespace changed_account_test

#include "tst_changed_account.moc"
