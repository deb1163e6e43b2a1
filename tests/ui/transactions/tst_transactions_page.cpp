// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/chip.h"
#include "ui/lists/roles.h"
#include "ui/lists/table.h"
#include "ui/style/theme.h"
#include "ui/transactions/payment_timeline.h"
#include "ui/transactions/totals_bar.h"
#include "ui/transactions/transaction_model.h"
#include "ui/transactions/transaction_panel.h"
#include "ui/transactions/transactions_page.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fact_row.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

namespace transactions_page_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using checkout::TransactionStatus;
using test::DeskFixture;

class TransactionsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_desk = std::make_unique<DeskFixture>();
        m_page = std::make_unique<ui::TransactionsPage>(*m_desk->desk, *m_desk->catalogs);
        m_page->resize(1232, 780);
        m_page->show();
        m_tester = std::make_unique<QAbstractItemModelTester>(table()->model());
    }

    void cleanup()
    {
        m_tester.reset();
        m_page.reset();
        m_desk.reset();
    }

    void paymentsArriveAndAreCounted()
    {
        put({payment(0, TransactionStatus::Succeeded), payment(1, TransactionStatus::Failed)});
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTRY_COMPARE(chip(100)->count(), 2);
        QTRY_COMPARE(chip(static_cast<int>(TransactionStatus::Failed))->count(), 1);
        QTest::mouseClick(chip(static_cast<int>(TransactionStatus::Failed)), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(table()->model()->index(0, 0).data().toString(), u"Failed"_s);
    }

    void theListIsAsLongAsItIsAndItsEndIsReadWhenItIsLookedAt()
    {
        std::vector<ledger::TransactionRecord> records;
        for (int n = 0; n < 430; ++n)
            records.push_back(payment(n, TransactionStatus::Succeeded));
        put(records);
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 430);
        const QModelIndex last = table()->model()->index(429, 0);
        table()->scrollToBottom();
        QTRY_VERIFY(!last.data(ui::PendingRole).toBool());
        table()->selectAll();
        QTRY_VERIFY(m_page->findChild<ui::TotalsBar *>()->text().startsWith(u"Selected: 430 payments"_s));
    }

    void aNewPaymentIsInsertedAlone()
    {
        put({payment(1, TransactionStatus::Succeeded), payment(2, TransactionStatus::Succeeded)});
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QSignalSpy inserted(table()->model(), &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
        put({payment(0, TransactionStatus::Succeeded)});
        QTRY_COMPARE(inserted.count(), 1);
        QCOMPARE(inserted[0][1].toInt(), 0);
        QCOMPARE(inserted[0][2].toInt(), 0);
        QCOMPARE(reset.count(), 0);
    }

    void thePanelTellsTierRouteAndDecline()
    {
        auto record = payment(0, TransactionStatus::Succeeded);
        record.transaction.tier = 1;
        record.transaction.processorRouteId = u"route_eu_backup"_s;
        checkout::PaymentAttempt declined;
        declined.declineCode = u"insufficient_funds"_s;
        declined.at = m_desk->now.addSecs(-9);
        checkout::PaymentAttempt taken;
        taken.tier = 1;
        taken.succeeded = true;
        taken.amount = DeskFixture::eur(10800);
        taken.at = m_desk->now;
        record.transaction.attempts = {declined, taken};
        put({record});
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(table()->model()->index(0, ui::TransactionModel::Item).data(ui::TierMarkRole).toInt(), 2);
        table()->selectRow(0);
        auto *panel = m_page->findChild<ui::TransactionPanel *>();
        QVERIFY(panel->isVisible());
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty()) {
            const ui::Theme theme(*qApp, ui::ThemeMode::Light);
            QVERIFY(m_page->grab().save(folder + u"/transactions.png"_s));
        }
        QString text;
        for (const auto *label : panel->findChildren<QLabel *>())
            text += label->text() + u'\n';
        QVERIFY(text.contains(u"Tier 2, route_eu_backup"_s));
        QVERIFY(text.contains(u"txn_000000"_s));
        QTRY_VERIFY(panel->findChild<QAbstractButton *>(u"refund"_s));
    }

    void onlyWhatIsPaidIsCalledPaid_data()
    {
        QTest::addColumn<TransactionStatus>("status");
        QTest::addColumn<QString>("total");
        QTest::newRow("succeeded") << TransactionStatus::Succeeded << u"Paid"_s;
        QTest::newRow("refunded") << TransactionStatus::Refunded << u"Paid"_s;
        QTest::newRow("pending") << TransactionStatus::Pending << u"Customer pays"_s;
        QTest::newRow("failed") << TransactionStatus::Failed << u"Not paid"_s;
    }
    void onlyWhatIsPaidIsCalledPaid()
    {
        QFETCH(TransactionStatus, status);
        QFETCH(QString, total);
        put({payment(0, status)});
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        table()->selectRow(0);
        auto *panel = m_page->findChild<ui::TransactionPanel *>();
        for (const char *word : {"Paid", "Customer pays", "Not paid"})
            QCOMPARE(seen(panel).contains(QString::fromLatin1(word)), total == QLatin1String(word));
    }

    void aLongCustomerHasTheRoomOfShortItems()
    {
        auto record = payment(0, TransactionStatus::Succeeded);
        record.customerLabel = u"noah.bernard@kestrel-outdoor.example"_s;
        record.itemsLabel.clear();
        put({record});
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        m_page->togglePanel(); // beside the panel there is no room to give
        QTRY_VERIFY(table()->columnWidth(ui::TransactionModel::Customer) >=
                    table()->sizeHintForIndex(table()->model()->index(0, ui::TransactionModel::Customer)).width());
    }

    void aPaymentInTwoCurrenciesShowsWhatWasQuotedAndSettled()
    {
        const QString account = m_desk->addMarketplace();
        auto record = chargeIn(account);
        m_desk->put(m_desk->quotedCharge(account));
        record.transaction.split = DeskFixture::split(checkout::Split::CommissionSource::NotReported);
        record.transaction.split->commission = DeskFixture::money(460, u"USD");
        record.transaction.split->net = DeskFixture::money(8540, u"USD");
        record.transaction.refunded = DeskFixture::money(40000, u"NGN");
        record.transaction.reference = u"order-20418"_s;
        QVERIFY(m_desk->desk->ledger().mergeTransactions(account, {record}).result().has_value());
        m_page->setAccounts({account});
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        const auto cell = [this](int column, int role) { return table()->model()->index(0, column).data(role); };
        QCOMPARE(cell(ui::TransactionModel::Provider, ui::SecondaryTextRole).toString(), u", \u2068Paystack\u2069"_s);
        QCOMPARE(ui::amountOf(cell(ui::TransactionModel::Amount, ui::AmountRole)),
                 std::optional(DeskFixture::money(1440000, u"NGN")));
        table()->selectRow(0);
        auto *panel = m_page->findChild<ui::TransactionPanel *>();
        QTRY_VERIFY(seen(panel).contains(u"As quoted"_s)); // its session has been read
        for (const char *text : {"As settled", "Paystack", "order-20418", "Fee, paid by you", "Net to 77", "1600"})
            QVERIFY2(seen(panel).contains(QString::fromLatin1(text)), text);
        QVERIFY(!seen(panel).contains(u"Processor route"_s)); // there are none at this provider
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty()) {
            const ui::Theme theme(*qApp, ui::ThemeMode::Light);
            QTest::qWait(50);
            QVERIFY(m_page->grab().save(folder + u"/transactions-charge.png"_s));
            m_page->resize(912, 516);
            QTest::qWait(50);
            QVERIFY(m_page->grab().save(folder + u"/transactions-charge-small.png"_s));
        }
        QStringList figures;
        for (const auto *amount : panel->findChildren<ui::AmountLabel *>())
            figures += amount->text().replace(QChar::Nbsp, u' ');
        for (const char *figure :
             {"14,400.00 NGN", "90.00 USD", "−400.00 NGN", "−4.50 USD", "−4.60 USD", "85.50 USD", "85.40 USD"})
            QVERIFY2(figures.contains(QString::fromUtf8(figure)), figure);
    }

    void feesStandInAColumnWhereTheyAreKnown()
    {
        put({payment(0, TransactionStatus::Succeeded)});
        m_page->resize(1700, 780);
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_COMPARE(chip(100)->count(), 1);
        QVERIFY(table()->isColumnHidden(ui::TransactionModel::Fee));
        const QString account = m_desk->addMarketplace();
        QVERIFY(m_desk->desk->ledger().mergeTransactions(account, {chargeIn(account)}).result().has_value());
        m_page->setAccounts({m_desk->account.id, account});
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTRY_VERIFY(!table()->isColumnHidden(ui::TransactionModel::Fee));
        const auto fee = [this](int row, int role) {
            const QString text = table()->model()->index(row, ui::TransactionModel::Fee).data(role).toString();
            return QString(text).remove(QChar(0x2068)).remove(QChar(0x2069)).replace(QChar::Nbsp, u' ');
        };
        const int charge = fee(0, Qt::DisplayRole).isEmpty() ? 1 : 0;
        QCOMPARE(fee(charge, Qt::DisplayRole), u"921.60 NGN"_s);
        QCOMPARE(fee(charge, Qt::ToolTipRole), u"13,478.40 NGN after the fee"_s);
        QCOMPARE(fee(1 - charge, Qt::DisplayRole), QString());
        QCOMPARE(fee(1 - charge, Qt::AccessibleTextRole), u"not known"_s);
        const auto sums = [totals = m_page->findChild<ui::TotalsBar *>()] {
            return totals->text().remove(QChar(0x2068)).remove(QChar(0x2069)).replace(QChar::Nbsp, u' ');
        };
        QTRY_COMPARE(sums(), u"2 payments: 108.00 EUR, 14,400.00 NGN · after fees 13,478.40 NGN, without 1 payment "
                             "whose fee is not known · refunds of 2 payment(s) not known"_s);
    }

    void aPaymentThatBecomesCurrentIsAskedAboutOnce()
    {
        QTcpServer provider;
        QVERIFY(provider.listen(QHostAddress::LocalHost));
        QByteArrayList asked;
        connect(&provider, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = provider.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [&asked, socket] {
                asked += socket->readAll().split('\n').first();
                socket->write("HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                              "Connection: close\r\n\r\n{}");
                socket->disconnectFromHost();
            });
        });
        accounts::Account account;
        account.name = u"Looks up"_s;
        account.provider = accounts::ProviderKind::Ikawaari;
        account.baseUrl = u"http://127.0.0.1:%1"_s.arg(provider.serverPort());
        const QString id = m_desk->desk->accounts().add(account).value().id;
        m_desk->desk->keys().keepForThisRun(id, http::Secret(u"sk_test_asked"_s));
        std::vector<ledger::TransactionRecord> records;
        for (int n = 0; n < 4; ++n) {
            records.push_back(payment(n, TransactionStatus::Succeeded));
            records.back().accountId = id;
        }
        QVERIFY(m_desk->desk->ledger().mergeTransactions(id, records).result().has_value());
        m_page->setAccounts({id});
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        for (int row = 0; row < 3; ++row)
            table()->selectRow(row); // passed by
        table()->selectRow(3);
        const auto *problem = m_page->findChild<QLabel *>(u"askProblem"_s);
        const auto times = [&asked](const char *id) {
            return std::ranges::count_if(asked, [id](const QByteArray &line) { return line.contains(id); });
        };
        QTRY_COMPARE_WITH_TIMEOUT(times("txn_000003"), 1, 10000);
        QTRY_VERIFY(problem->isVisible());
        QVERIFY2(problem->text().startsWith(u"As last listed."_s), qPrintable(problem->text()));
        QCOMPARE(times("txn_000003"), 1);
        QCOMPARE(times("txn_000001") + times("txn_000002"), 0);
        // News of the same payment are no reason to ask again; another payment is.
        records.back().transaction.method = u"Visa ending 4242"_s;
        QVERIFY(m_desk->desk->ledger().mergeTransactions(id, records).result().has_value());
        QTRY_VERIFY(seen(m_page->findChild<ui::TransactionPanel *>()).contains(u"Visa ending 4242"_s));
        table()->selectRow(1);
        QVERIFY(!problem->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(times("txn_000001"), 1, 10000);
        QCOMPARE(times("txn_000003"), 1);
    }

    void aTimeThatNobodyToldIsNotInvented()
    {
        const auto record = payment(0, TransactionStatus::Succeeded);
        ledger::TimelineEvent opened;
        opened.kind = ledger::TimelineEvent::Kind::Opened;
        opened.at = m_desk->now.addSecs(-30);
        const auto lines = ui::paymentTimeline(record, m_desk->now.addSecs(-60), {opened}, {}, {}, {}, m_desk->now,
                                               QTimeZone::utc(), QLocale());
        QStringList texts, times;
        for (const ui::TimelineEvent &line : lines) {
            texts += line.text;
            times += line.time;
        }
        QCOMPARE(texts, QStringList({u"Succeeded (time not reported)"_s, u"Payment created"_s,
                                     u"Checkout opened from here"_s, u"Session created"_s}));
        QVERIFY(times[0].isEmpty());
        QVERIFY(!times[1].isEmpty() && !times[2].isEmpty() && !times[3].isEmpty());
    }

    void theQuoteOfOneSessionIsNeverShownWithAnother()
    {
        const QString account = m_desk->addMarketplace();
        m_desk->put(m_desk->quotedCharge(account));
        auto other = chargeIn(account);
        other.transaction.id = u"txn_other"_s;
        other.transaction.sessionId = u"charge_other"_s;
        other.transaction.createdAt = m_desk->now.addSecs(-60);
        QVERIFY(m_desk->desk->ledger().mergeTransactions(account, {chargeIn(account), other}).result().has_value());
        m_page->setAccounts({account});
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        auto *panel = m_page->findChild<ui::TransactionPanel *>();
        table()->selectRow(0);
        table()->selectRow(1); // before the first one's session is read
        QTRY_VERIFY(seen(panel).contains(u"txn_other"_s));
        QTest::qWait(0);
        QVERIFY(!seen(panel).contains(u"As quoted"_s));
        table()->selectRow(0);
        QTRY_VERIFY(seen(panel).contains(u"As quoted"_s));
        table()->selectRow(1);
        QVERIFY(!seen(panel).contains(u"As quoted"_s));
    }

    void theSessionIsALink()
    {
        put({payment(0, TransactionStatus::Succeeded)});
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        table()->selectRow(0);
        QSignalSpy shown(m_page.get(), &ui::TransactionsPage::showSession);
        auto *link = m_page->findChild<ui::FactRow *>(u"sessionLink"_s)->findChild<ui::Button *>();
        QTRY_VERIFY(link->height() > 10); // laid out
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(shown.count(), 1);
        QCOMPARE(shown[0][0].toString(), m_desk->account.id);
        QCOMPARE(shown[0][1].toString(), u"cs_000000"_s);
    }

    void thePaymentsOfOneSessionAreFound()
    {
        put({payment(0, TransactionStatus::Succeeded), payment(1, TransactionStatus::Succeeded)});
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        m_page->showForSession(m_desk->account.id, u"cs_000001"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_COMPARE(table()->currentIndex().row(), 0);
        QVERIFY(m_page->findChild<ui::TransactionPanel *>()->isVisible());
    }

private:
    ledger::TransactionRecord payment(int n, TransactionStatus status) const
    {
        checkout::Transaction transaction(u"txn_%1"_s.arg(n, 6, 10, QChar(u'0')), DeskFixture::eur(10800 + n));
        transaction.status = status;
        transaction.rawStatus = u"raw"_s;
        transaction.sessionId = u"cs_%1"_s.arg(n, 6, 10, QChar(u'0'));
        transaction.createdAt = m_desk->now.addSecs(-60 * n);
        ledger::TransactionRecord record(0, m_desk->account.id, transaction);
        record.customerLabel = u"Lukas Meier"_s;
        record.itemsLabel = u"Half-year membership"_s;
        return record;
    }
    void put(const std::vector<ledger::TransactionRecord> &records)
    {
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_desk->account.id, records).result().has_value());
    }
    /// The payment of DeskFixture::quotedCharge().
    ledger::TransactionRecord chargeIn(const QString &account) const
    {
        checkout::Transaction transaction(u"456"_s, DeskFixture::money(1440000, u"NGN"));
        transaction.status = TransactionStatus::Succeeded;
        transaction.rawStatus = u"successful"_s;
        transaction.sessionId = u"charge_e5f6a7b8"_s;
        transaction.gateway = u"paystack"_s;
        transaction.priced = DeskFixture::money(9000, u"USD");
        transaction.fees.emplace(DeskFixture::money(1440000, u"NGN"));
        transaction.fees->fee = DeskFixture::money(92160, u"NGN");
        transaction.fees->total = transaction.amount;
        transaction.createdAt = m_desk->now;
        ledger::TransactionRecord record(0, account, transaction);
        record.customerLabel = u"Jane Doe"_s;
        record.itemsLabel = u"Design consultation"_s;
        return record;
    }
    static QString seen(const QWidget *panel)
    {
        QString text;
        for (const auto *label : panel->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    }
    ui::Table *table() const { return m_page->findChild<ui::Table *>(); }
    ui::Chip *chip(int id) const { return m_page->findChild<ui::ChipRow *>()->chip(id); }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::TransactionsPage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

TILLDECK_TEST(TransactionsPageTest)

} // namespace transactions_page_test

#include "tst_transactions_page.moc"
