// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger comes to: the overview's numbers and the CSV files.
#include "desk/bench.h"
#include "desk/csv.h"
#include "desk/export_sessions.h"
#include "desk/export_transactions.h"
#include "desk/overview.h"
#include "support/runner.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace overview_and_export_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::TransactionStatus;

namespace {

money::Money in(const char *code, qint64 minorUnits)
{
    return {minorUnits, *money::Currency::fromCode(QString::fromLatin1(code))};
}

ledger::TransactionRecord payment(const QString &id, const QDateTime &at, money::Money amount,
                                  TransactionStatus status = TransactionStatus::Succeeded)
{
    checkout::Transaction transaction(id, amount);
    transaction.createdAt = at;
    transaction.status = status;
    return {0, u"a"_s, transaction};
}

/// What the file itself says.
qint64 counted(const QString &folder, const QString &statement)
{
    qint64 value = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"beside"_s);
        database.setDatabaseName(folder + u"/ledger.sqlite"_s);
        if (!database.open())
            qFatal("cannot open beside");
        QSqlQuery query(statement, database);
        if (query.next())
            value = query.value(0).toLongLong();
    }
    QSqlDatabase::removeDatabase(u"beside"_s);
    return value;
}

} // namespace

class OverviewAndExportTest : public QObject
{
    Q_OBJECT

private slots:
    void theOverviewIsWhatADirectCountSays()
    {
        Bench bench;
        const QDateTime now = QDateTime::fromString(u"2026-04-14T12:00:00Z"_s, Qt::ISODate);
        bench.setNow(now);
        std::vector<ledger::TransactionRecord> payments;
        for (int i = 0; i < 60; ++i) {
            const auto status = i % 5 == 0   ? TransactionStatus::Failed
                                : i % 7 == 0 ? TransactionStatus::Refunded
                                             : TransactionStatus::Succeeded;
            payments.push_back(payment(u"txn_%1"_s.arg(i), now.addSecs(-i * 7 * 3600),
                                       in(i % 3 == 0 ? "XOF" : "EUR", 100 + i), status));
        }
        (void)bench.desk->ledger().mergeTransactions(u"a"_s, payments).result();
        for (int i = 0; i < 20; ++i) {
            ledger::SessionRecord session;
            session.accountId = u"a"_s;
            session.session.id = u"cs_%1"_s.arg(i);
            session.session.status = i % 4 == 0 ? checkout::SessionStatus::Completed : checkout::SessionStatus::Open;
            session.createdAt = now.addSecs(-i * 20 * 3600);
            session.session.expiresAt = now.addSecs(i % 2 == 0 ? 1800 : -1800);
            (void)bench.desk->ledger().put(session).result();
        }
        ledger::WebhookEvent event;
        event.accountId = u"a"_s;
        event.eventId = u"evt_1"_s;
        event.delivery = ledger::WebhookEvent::Delivery::Failed;
        event.at = now.addDays(-30);
        (void)bench.desk->ledger().putWebhookEvent(event).result();

        const auto answer =
            QCoro::waitFor(overview(bench.desk.get(), QStringList{u"a"_s}, 7, QTimeZone("Europe/Berlin")));
        QVERIFY(answer.has_value());
        // Seven days with today: midnight of 8 April in Berlin.
        const QString since =
            QString::number(QDateTime::fromString(u"2026-04-07T22:00:00Z"_s, Qt::ISODate).toMSecsSinceEpoch());
        const QString folder = bench.dataDirectory();
        const auto count = [&](const QString &statement) { return counted(folder, statement.arg(since)); };
        const QString taken = u"status IN ('succeeded', 'refunded', 'partly_refunded') AND created_at >= %1"_s;
        for (const ledger::CurrencyTotal &total : answer->totals) {
            const QString of = u" AND currency = '"_s + total.currency.code() + u"'"_s;
            QCOMPARE(total.paid, count(u"SELECT sum(amount) FROM payment WHERE "_s + taken + of));
            QCOMPARE(total.succeeded, count(u"SELECT count(*) FROM payment WHERE "_s + taken + of));
            QCOMPARE(total.payments, count(u"SELECT count(*) FROM payment WHERE created_at >= %1"_s + of));
            qint64 sum = 0;
            for (const ledger::DayVolume &day : answer->volume)
                sum += day.currency == total.currency ? day.paid : 0;
            QCOMPARE(sum, total.paid);
        }
        QCOMPARE(answer->totals.size(), size_t(2));
        QCOMPARE(answer->failedPayments,
                 count(u"SELECT count(*) FROM payment WHERE status = 'failed' AND created_at >= %1"_s));
        QCOMPARE(answer->sessions.all, count(u"SELECT count(*) FROM session WHERE created_at >= %1"_s));
        QCOMPARE(answer->sessions.completed,
                 count(u"SELECT count(*) FROM session WHERE status = 'completed' AND created_at >= %1"_s));
        QCOMPARE(answer->now.all, 20);
        QCOMPARE(answer->now.expiringSoon, counted(folder, u"SELECT count(*) FROM session WHERE status = 'open' AND "
                                                           "expires_at > 1776168000000"_s));
        QVERIFY(answer->now.expiringSoon > 0);
        QCOMPARE(answer->failedWebhooks, 1);
        QVERIFY(answer->attention.unknown.empty());

        // Two accounts are the sum of both, each currency for itself.
        const ledger::TransactionRecord theirs(0, u"b"_s, payments.front().transaction);
        auto taken2 = payment(u"txn_other"_s, now.addSecs(-60), in("EUR", 7777));
        taken2.accountId = u"b"_s;
        (void)bench.desk->ledger().mergeTransactions(u"b"_s, {theirs, taken2}).result();
        const auto both =
            QCoro::waitFor(overview(bench.desk.get(), QStringList{u"a"_s, u"b"_s}, 7, QTimeZone("Europe/Berlin")));
        QCOMPARE(both->totals.size(), size_t(2));
        for (size_t i = 0; i < both->totals.size(); ++i) {
            const ledger::CurrencyTotal &total = both->totals[i];
            const QString of = u" AND currency = '"_s + total.currency.code() + u"'"_s;
            QCOMPARE(total.paid, count(u"SELECT sum(amount) FROM payment WHERE "_s + taken + of));
            const bool isEuro = total.currency.code() == u"EUR"_s;
            QCOMPARE(total.paid, answer->totals[i].paid + (isEuro ? 7777 : 0));
        }
        QCOMPARE(both->failedPayments, answer->failedPayments + 1);

        const auto none = QCoro::waitFor(overview(bench.desk.get(), {}, 7, QTimeZone::utc()));
        QVERIFY(none->totals.empty() && none->volume.empty());
    }

    void amountsAreNumbersBesideTheirCurrencyAndTimesAreOfTheStatedZone()
    {
        const QDateTime at = QDateTime::fromString(u"2026-04-14T22:30:00Z"_s, Qt::ISODate);
        auto euros = payment(u"txn_1"_s, at, in("EUR", 123450), TransactionStatus::PartlyRefunded);
        euros.transaction.refunded = in("EUR", 5);
        euros.customerLabel = u"=cmd|'/c calc'!A1"_s;
        euros.transaction.priced = in("USD", -100);
        auto francs = payment(u"txn_2"_s, at, in("XOF", 12000), TransactionStatus::Unrecognised);
        francs.transaction.rawStatus = u"in_review"_s;
        const auto dinars = payment(u"txn_3"_s, at, in("KWD", 1500));
        AccountNames names;
        names.account.insert(u"a"_s, u"Shop, main"_s);
        using Column = TransactionColumn;
        const std::vector<Column> columns{Column::Time,     Column::Status,   Column::Amount,
                                          Column::Currency, Column::Refunded, Column::Priced,
                                          Column::Customer, Column::Account,  Column::TransactionId};
        const QByteArray csv = exportTransactions({euros, francs, dinars}, columns, names,
                                                  Csv(CsvReader::Excel, QTimeZone("Europe/Berlin"), QLocale::c()));
        QCOMPARE(csv.split('\n'),
                 (QList<QByteArray>{
                     "\xef\xbb\xbfTime "
                     "(Europe/Berlin),Status,Amount,Currency,Refunded,Priced,Customer,Account,Transaction ID\r",
                     "2026-04-15 00:30:00+02:00,Partly refunded,1234.50,EUR,0.05,-1.00,'=cmd|'/c calc'!A1,\"Shop, "
                     "main\",txn_1\r",
                     "2026-04-15 00:30:00+02:00,in_review,12000,XOF,,,,\"Shop, main\",txn_2\r",
                     "2026-04-15 00:30:00+02:00,Succeeded,1.500,KWD,,,,\"Shop, main\",txn_3\r", ""}));
    }

    void everyColumnHasATitleAndSessionsTellNoSecret()
    {
        QSet<QString> titles;
        for (const TransactionColumn column : transactionColumns())
            titles.insert(columnTitle(column, Csv(CsvReader::Programs)));
        QCOMPARE(titles.size(), qsizetype(transactionColumns().size()));
        QVERIFY(!titles.contains(QString()));

        ledger::SessionRecord session;
        session.session.id = u"cs_1"_s;
        session.session.secureToken = u"sec_secret"_s;
        session.session.url = u"https://pay.example/sec_secret"_s;
        session.createdAt = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
        session.amount = in("JPY", 500);
        session.draft.internalNote = u"Regular guest, knows Awa"_s;
        const QByteArray csv = exportSessions({session}, {}, Csv(CsvReader::Programs), session.createdAt, false);
        QVERIFY(csv.startsWith("Created (UTC),"));
        QVERIFY(csv.contains("1970-01-01 00:00:00+00:00,Open,500,JPY,"));
        QVERIFY(csv.contains(",Transaction ID,Internal note\r\n"));
        QVERIFY(csv.endsWith(",\"Regular guest, knows Awa\"\r\n"));
        QVERIFY(!csv.contains("secret"));
        // The provider's own word of a session that is over stands beside it.
        session.session.status = checkout::SessionStatus::Completed;
        session.session.rawStatus = u"disputed"_s;
        const QByteArray odd = exportSessions({session}, {}, Csv(CsvReader::Programs), session.createdAt, false);
        QVERIFY2(odd.contains(",Completed (disputed),500,JPY,"), odd);
    }
};

TILLDECK_TEST(OverviewAndExportTest)

} // namespace overview_and_export_test

#include "tst_overview_and_export.moc"
