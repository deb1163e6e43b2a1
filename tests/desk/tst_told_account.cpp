// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of an account whose accounts.json is lost, and what of it is shown, looked up, sent and handed over.
#include "desk/abandon_creation.h"
#include "desk/account_of_intent.h"
#include "desk/creation_counter.h"
#include "desk/listed_sessions.h"
#include "desk/open_outcomes.h"
#include "desk/reconcile_creation.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace told_account_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::Mode;
using accounts::ProviderKind;
using checkout::ErrorKind;
using End = CreateOutcome::End;
using Finding = Reconciliation::Finding;
using ledger::Intent;

namespace {

accounts::Account described(ProviderKind provider, Mode mode, const QString &baseUrl, const QString &accountId = {})
{
    accounts::Account account;
    account.name = u"Connected now"_s;
    account.provider = provider;
    account.mode = mode;
    account.baseUrl = baseUrl;
    account.accountId = accountId;
    return account;
}

QString connectAs(Bench &bench, const accounts::Account &account)
{
    const auto added = bench.desk->accounts().add(account);
    if (!added)
        qFatal("%s", qPrintable(added.error()));
    bench.desk->keys().keepForThisRun(added->id, http::Secret(u"sk_test_1"_s));
    return added->id;
}

/// Loses accounts.json and, for a @p isOlder file, what the ledger has kept of the accounts.
void lose(Bench &bench, bool isOlder)
{
    bench.desk.reset();
    if (!QFile::remove(bench.dataDirectory() + u"/accounts.json"_s))
        qFatal("There are no accounts to lose.");
    if (isOlder)
        tilldeck::test::outside(bench.dataDirectory() + u"/ledger.sqlite"_s, u"DELETE FROM known_account"_s);
    bench.open();
}

qint64 listed(Bench &bench, const QString &id)
{
    ledger::SessionFilter filter;
    filter.accountIds = {id};
    filter.now = bench.now();
    return bench.desk->ledger().counts(filter).result()->all;
}

ledger::SessionRecord sessionOf(const QString &id, const QString &flow, const QString &url, const QDateTime &at)
{
    ledger::SessionRecord record;
    record.session.id = id;
    record.session.flow = flow;
    record.session.url = url;
    record.createdAt = at;
    return record;
}

} // namespace

class ToldAccountTest : public QObject
{
    Q_OBJECT

private slots:
    void aKnownAccountIsShownOnlyUnderOneThatItCanBe_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<QString>("baseUrl");
        QTest::addColumn<QString>("accountId");
        QTest::addColumn<bool>("isShown");
        QTest::addColumn<bool>("isSure");
        const QString live = u"https://api.paymentkit.com"_s;
        using enum ProviderKind;
        QTest::newRow("the same, spelled otherwise")
            << PaymentKit << Mode::Live << live + u":443"_s << u"acc_1"_s << true << true;
        QTest::newRow("another account") << PaymentKit << Mode::Live << live << u"acc_2"_s << false << false;
        QTest::newRow("its ID at another host")
            << PaymentKit << Mode::Live << u"https://eu.example.com"_s << u"acc_1"_s << true << false;
        QTest::newRow("another ID at another host")
            << PaymentKit << Mode::Live << u"https://eu.example.com"_s << u"acc_2"_s << false << false;
        QTest::newRow("for tests") << PaymentKit << Mode::Test << live << u"acc_1"_s << false << false;
        QTest::newRow("the sandbox") << PaymentKit << Mode::Sandbox << u"http://127.0.0.1:4000"_s << u"acc_1"_s << false
                                     << false;
        QTest::newRow("another provider") << Khaime << Mode::Live << live << u""_s << false << false;
    }
    void aKnownAccountIsShownOnlyUnderOneThatItCanBe()
    {
        QFETCH(const ProviderKind, provider);
        QFETCH(const Mode, mode);
        QFETCH(const QString, baseUrl);
        QFETCH(const QString, accountId);
        QFETCH(const bool, isShown);
        QFETCH(const bool, isSure);
        Bench bench;
        const QString own = connectAs(
            bench, described(ProviderKind::PaymentKit, Mode::Live, u"https://api.paymentkit.com"_s, u"acc_1"_s));
        // Not even the flow tells it.
        QVERIFY(bench.desk->ledger().merge(own, {sessionOf(u"cs_1"_s, {}, {}, bench.now())}).result());
        lose(bench, false);
        const QString now = connectAs(bench, described(provider, mode, baseUrl, accountId));
        QCOMPARE(listed(bench, now), isShown ? 1 : 0);
        QCOMPARE(accountOfIntent(bench.desk->accounts(), own, {now}), isShown ? now : QString());
        QCOMPARE(isSurelyOf(bench.desk->accounts(), own, now), isSure);
        bench.restart();
        QCOMPARE(listed(bench, now), isShown ? 1 : 0);
    }

    void anAccountThatIsLostWhileTheProgramRunsIsKnown()
    {
        Bench bench;
        const QString own = connectAs(
            bench, described(ProviderKind::PaymentKit, Mode::Live, u"https://api.paymentkit.com"_s, u"acc_1"_s));
        QVERIFY(bench.desk->ledger().merge(own, {sessionOf(u"cs_1"_s, {}, {}, bench.now())}).result());
        QVERIFY(QFile::remove(bench.dataDirectory() + u"/accounts.json"_s));
        QTRY_VERIFY(bench.desk->accounts().accounts().empty());
        const QString other =
            connectAs(bench, described(ProviderKind::Khaime, Mode::Live, u"https://api.khaime.com"_s));
        QCOMPARE(listed(bench, other), 0);
    }

    void inAnOlderFileTheRowsTellTheProvider_data()
    {
        QTest::addColumn<QString>("flow");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QStringList>("shownUnder");
        QTest::newRow("live") << u"khaime.charge"_s << u"https://pay.example/1"_s << QStringList{u"khaime"_s};
        QTest::newRow("the sandbox's") << u"khaime.charge"_s << u"http://127.0.0.1:4000/1"_s
                                       << QStringList{u"sandbox"_s};
        QTest::newRow("another provider's") << u"ikawaari.session"_s << QString() << QStringList();
        QTest::newRow("nobody's") << QString() << QString() << QStringList();
    }
    void inAnOlderFileTheRowsTellTheProvider()
    {
        QFETCH(const QString, flow);
        QFETCH(const QString, url);
        QFETCH(const QStringList, shownUnder);
        Bench bench;
        const QString own = connectAs(bench, described(ProviderKind::Khaime, Mode::Live, u"https://api.khaime.com"_s));
        QVERIFY(bench.desk->ledger().merge(own, {sessionOf(u"ch_1"_s, flow, url, bench.now())}).result());
        lose(bench, true);
        const auto add = [&bench](const QString &name, ProviderKind provider, Mode mode, const QString &baseUrl) {
            accounts::Account account = described(provider, mode, baseUrl);
            account.name = name;
            return connectAs(bench, account);
        };
        const QHash<QString, QString> ids{
            {u"sandbox"_s, add(u"1"_s, ProviderKind::Khaime, Mode::Sandbox, u"http://127.0.0.1:4001"_s)},
            {u"paymentkit"_s, add(u"2"_s, ProviderKind::PaymentKit, Mode::Live, u"https://api.paymentkit.com"_s)},
            {u"khaime"_s, add(u"3"_s, ProviderKind::Khaime, Mode::Live, u"https://api.khaime.com"_s)},
        };
        for (const auto &[name, id] : ids.asKeyValueRange()) {
            QCOMPARE(listed(bench, id), shownUnder.contains(name) ? 1 : 0);
            // What is unknown of an account of which nothing is known is a question everywhere.
            const bool isAsked = flow.isEmpty() || shownUnder.contains(name);
            QCOMPARE(accountOfIntent(bench.desk->accounts(), own, {id}), isAsked ? id : QString());
            QVERIFY(!isSurelyOf(bench.desk->accounts(), own, id));
        }
    }

    void aLookUpUnderAnAccountThatMayBeAnotherProvesNothing_data()
    {
        QTest::addColumn<bool>("isOlder");
        QTest::newRow("it is known to be the same") << false;
        QTest::newRow("nothing is known of it") << true;
    }
    void aLookUpUnderAnAccountThatMayBeAnotherProvesNothing()
    {
        QFETCH(const bool, isOlder);
        CreationCounter at(ProviderKind::PaymentKit);
        const QString creation = at.create().record.intentId;
        lose(at.bench, isOlder);
        const QString again =
            at.bench.connectTo(u"Again"_s, at.server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
        QList<QByteArray> there;
        at.server.onRequest = [&](QTcpSocket &socket, const QByteArray &) {
            socket.write(http::test::answer(200, listedSessions(there, at.bench.now())));
        };
        QPointer<Desk> desk = at.bench.desk.get();
        const auto looked = QCoro::waitFor(reconcileCreation(desk, again, creation));
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, isOlder ? Finding::CannotTell : Finding::NotListed);
        QCOMPARE(looked->isOfAnother, isOlder);
        if (isOlder)
            QVERIFY(cannotTellSentence(*looked, u"PaymentKit"_s).contains(u"proves nothing"_s));
        // One that fits is not taken without a word of the merchant's either.
        if (isOlder) {
            there = {"cs_1"};
            QCOMPARE(QCoro::waitFor(reconcileCreation(desk, again, creation))->finding, Finding::Ambiguous);
        }
        at.bench.setNow(at.bench.now().addDays(2));
        const auto closed = QCoro::waitFor(abandonCreation(desk, again, creation, EarlyAbandon::Refuse));
        QCOMPARE(closed.has_value(), !isOlder);
        if (!isOlder)
            return;
        QCOMPARE(closed.error().kind, ErrorKind::UnknownOutcome);
        QCOMPARE(at.stateOf(creation), Intent::State::Unknown);
        QVERIFY(QCoro::waitFor(abandonCreation(desk, again, creation, EarlyAbandon::Allow)));
    }

    void onlyTheSameAccountSendsAgain_data()
    {
        QTest::addColumn<bool>("isOlder");
        QTest::addColumn<QString>("accountId");
        QTest::addColumn<bool>("isSent");
        QTest::newRow("it is known to be the same") << false << u"acc_1"_s << true;
        QTest::newRow("an account without an id of its own may be another") << false << QString() << false;
        QTest::newRow("nothing is known of it") << true << u"acc_1"_s << false;
    }
    void onlyTheSameAccountSendsAgain()
    {
        QFETCH(const bool, isOlder);
        QFETCH(const QString, accountId);
        QFETCH(const bool, isSent);
        CreationCounter at(ProviderKind::Ikawaari);
        const QString creation = at.create().record.intentId;
        lose(at.bench, isOlder);
        at.id = at.bench.connectTo(u"Again"_s, at.server.url(QString()).toString(), accountId, u"sk_test_1"_s,
                                   ProviderKind::Ikawaari);
        at.setCreated("cs_1");
        const auto open = QCoro::waitFor(openOutcome(at.bench.desk.get(), creation));
        const auto offer = std::ranges::find((*open)->offers, OutcomeAction::SendAgain, &OutcomeOffer::action);
        // Before the provider has said its time nothing is offered, whoever it is.
        QVERIFY(!offer->whyNot.isEmpty());
        const CreateOutcome again = at.resend(creation);
        QVERIFY2(again.end == (isSent ? End::Confirmed : End::Rejected),
                 again.error ? qPrintable(again.error->sentence) : "");
        QCOMPARE(at.sent().size(), isSent ? 2 : 1);
        QCOMPARE(at.stateOf(creation), isSent ? Intent::State::Confirmed : Intent::State::Unknown);
        if (isSent)
            QCOMPARE(bodyOf(at.sent().back()), bodyOf(at.sent().front()));
        else
            QVERIFY2(again.error->sentence.contains(u"Ikawaari remembers an idempotency key"_s),
                     qPrintable(again.error->sentence));
    }

    void aPaymentIsHandedOverOnlyWhereItIsTheSame_data()
    {
        QTest::addColumn<int>("laterSeconds");
        QTest::addColumn<int>("amount");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<int>("rows");
        QTest::newRow("the same") << 0 << 9000 << u"EUR"_s << 1;
        QTest::newRow("of another time") << 60 << 9000 << u"EUR"_s << 2;
        QTest::newRow("of another amount") << 0 << 100 << u"EUR"_s << 2;
        QTest::newRow("of another currency") << 0 << 9000 << u"USD"_s << 2;
    }
    void aPaymentIsHandedOverOnlyWhereItIsTheSame()
    {
        QFETCH(const int, laterSeconds);
        QFETCH(const int, amount);
        QFETCH(const QString, currency);
        QFETCH(const int, rows);
        Bench bench;
        const accounts::Account shop = described(ProviderKind::Khaime, Mode::Live, u"https://api.khaime.com"_s);
        const QString own = connectAs(bench, shop);
        const auto merge = [&bench](const QString &id, const money::Money &paid, const QDateTime &at) {
            checkout::Transaction payment(u"456"_s, paid);
            payment.status = checkout::TransactionStatus::Succeeded;
            payment.createdAt = at;
            QVERIFY(bench.desk->ledger().mergeTransactions(id, {ledger::TransactionRecord(0, id, payment)}).result());
        };
        merge(own, in(u"EUR"_s, 9000), bench.now());
        lose(bench, false);
        const QString now = connectAs(bench, shop);
        merge(now, in(currency, amount), bench.now().addSecs(laterSeconds));
        ledger::TransactionFilter filter;
        filter.accountIds = {now};
        QCOMPARE(bench.desk->ledger().countTransactions(filter).result().value(), rows);
        QCOMPARE(bench.desk->ledger().transactions(filter, {}, 10).result()->rows.size(), size_t(rows));
        const auto mine = bench.desk->ledger().transaction(now, u"456"_s).result().value();
        QCOMPARE(mine->transaction.amount.minorUnits(), amount);
        // What is not this one's stays the lost one's.
        filter.accountIds = {own};
        QCOMPARE(bench.desk->ledger().countTransactions(filter).result().value(), rows - 1);
    }

    void aSessionIsHandedOverOnlyWhereItIsTheSame_data()
    {
        QTest::addColumn<int>("laterSeconds");
        QTest::addColumn<int>("rows");
        QTest::newRow("the same") << 0 << 1;
        QTest::newRow("of another time") << 60 << 2;
    }
    void aSessionIsHandedOverOnlyWhereItIsTheSame()
    {
        QFETCH(const int, laterSeconds);
        QFETCH(const int, rows);
        Bench bench;
        const accounts::Account shop = described(ProviderKind::Khaime, Mode::Live, u"https://api.khaime.com"_s);
        const QString own = connectAs(bench, shop);
        ledger::SessionRecord record = sessionOf(u"456"_s, u"khaime.charge"_s, {}, bench.now());
        record.session.createdAt = bench.now();
        record.customerLabel = u"Jane Doe"_s;
        QVERIFY(bench.desk->ledger().merge(own, {record}).result());
        lose(bench, false);
        const QString now = connectAs(bench, shop);
        record.session.createdAt = bench.now().addSecs(laterSeconds);
        record.customerLabel.clear();
        QVERIFY(bench.desk->ledger().merge(now, {record}).result());
        QCOMPARE(listed(bench, now), rows);
        const auto mine = bench.desk->ledger().session(now, u"456"_s).result().value();
        QCOMPARE(mine->customerLabel, rows == 1 ? u"Jane Doe"_s : QString());
    }
};

TILLDECK_TEST(ToldAccountTest)

} // namespace told_account_test

#include "tst_told_account.moc"
