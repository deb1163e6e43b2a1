// SPDX-License-Identifier: GPL-3.0-or-later
// What the refund dialog says before anything is sent: the account, the payment, and how much is left of it.
#include "../sessions/desk_fixture.h"
#include "http/scripted_server.h"
#include "support/runner.h"
#include "ui/forms/form_row.h"
#include "ui/transactions/refund_dialog.h"
#include "ui/transactions/refund_section.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/rich_line.h"

#include <QCoroTask>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace refund_dialog_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using test::DeskFixture;

class RefundDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_refunded = 0;
        m_sent = {};
        m_server = std::make_unique<http::test::ScriptedServer>();
        m_server->onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (!request.startsWith("GET"))
                m_sent = QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
            socket.write(http::test::answer(
                200, request.startsWith("GET")
                         ? list()
                         : QByteArray(R"({"success":true,"data":{"refund_id":"re_1","status":"completed"}})")));
        };
        m_desk = std::make_unique<DeskFixture>();
        accounts::Account account;
        account.name = u"Workshop"_s;
        account.provider = accounts::ProviderKind::Khaime;
        account.baseUrl = m_server->url(QString()).toString();
        account.mode = accounts::Mode::Live;
        m_account = m_desk->desk->accounts().add(account).value().id;
        m_desk->desk->keys().keepForThisRun(m_account, http::Secret(u"pk_live_1"_s));
        checkout::Transaction transaction(u"txn_1"_s, DeskFixture::money(paid, u"NGN"));
        transaction.status = checkout::TransactionStatus::Succeeded;
        transaction.createdAt = m_desk->now;
        const ledger::TransactionRecord record(0, m_account, transaction);
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_account, {record}).result().has_value());
        m_window = std::make_unique<QWidget>();
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
        m_server.reset();
    }

    void accountAndPaymentAreNamed()
    {
        open();
        const QString account = m_dialog->findChild<QLabel *>(u"account"_s)->text();
        QVERIFY2(account.contains(u"Khaime, Workshop"_s) && account.contains(u"LIVE"_s), qPrintable(account));
        const auto labels = m_dialog->findChild<QWidget *>(u"payment"_s)->findChildren<QLabel *>();
        const auto id = std::ranges::find(labels, u"txn_1"_s, &QLabel::text);
        QVERIFY(id != labels.end());
        QCOMPARE((*id)->font(), ui::font(ui::TextStyle::MonoSmall)); // elsewhere 4x2 reads as 4×2
    }

    void anAmountThatWasTypedBeforeTheAnswerStays()
    {
        m_refunded = 600'000;
        open();
        type(u"100.00"_s); // before the ledger has answered
        QTRY_VERIFY(note().contains(u"8,400.00"_s));
        QCOMPARE(field("amount")->text(), u"100.00"_s);
        QVERIFY(refundButton()->isEnabled());
    }

    void aFieldThatWasEmptiedStaysEmpty()
    {
        open();
        QTRY_COMPARE(field("amount")->text(), u"14,400.00"_s);
        field("amount")->selectAll();
        QTest::keyClick(field("amount"), Qt::Key_Backspace);
        QTRY_VERIFY(note().endsWith(u"can be refunded"_s));
        QCOMPARE(field("amount")->text(), QString());
        QTest::mouseClick(m_dialog->findChild<QPushButton *>(u"full"_s), Qt::LeftButton);
        QTRY_COMPARE(field("amount")->text(), u"14,400.00"_s);
    }

    void whatTheProviderReportsNowIsWhatCanBeRefunded()
    {
        m_refunded = 600'000;
        open();
        QTRY_VERIFY(note().endsWith(u"can be refunded"_s));
        QCOMPARE(field("amount")->text(), u"8,400.00"_s);
    }

    void anOldFigureIsCalledOld()
    {
        m_server->close();
        open();
        QTRY_VERIFY_WITH_TIMEOUT(note().contains(u"could not be asked now"_s), 30000);
        QVERIFY(note().contains(u"14,400.00"_s));
        QVERIFY(note().contains(u"Khaime"_s));
        QVERIFY(refundButton()->isEnabled());
    }

    void theButtonIsOfferedWhileTheFilesAllowIt()
    {
        open();
        QTRY_VERIFY(note().endsWith(u"can be refunded"_s));
        QVERIFY(refundButton()->isEnabled());
        QVERIFY(QFile::remove(m_desk->dir.filePath(u"journal.sqlite"_s)));
        QVERIFY(!QCoro::waitFor(m_desk->desk->writer(m_account)));
        QVERIFY(!refundButton()->isEnabled());
        QVERIFY2(refundButton()->toolTip().contains(u"journal.sqlite"_s), qPrintable(refundButton()->toolTip()));
        QVERIFY(QCoro::waitFor(m_desk->desk->acceptFiles()));
        QVERIFY(refundButton()->isEnabled());
        QCOMPARE(refundButton()->toolTip(), QString());
    }

    void whatTheButtonSaidIsSentAfterTheQuestion()
    {
        open();
        QTRY_VERIFY(note().endsWith(u"can be refunded"_s));
        type(u"100.00"_s);
        QTest::keyClick(refundButton(), Qt::Key_Space);
        auto *question = m_dialog->findChild<ui::GuardDialog *>(u"realMoney"_s);
        QVERIFY(question);
        field("amount")->setText(u"9,999.00"_s);
        const auto buttons = question->findChildren<QPushButton *>();
        (*std::ranges::find(buttons, u"Refund"_s, &QPushButton::text))->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_sent["amount"_L1].toInteger(), 10'000);
    }

    void aKeyIsNoReason()
    {
        open();
        QTRY_VERIFY(note().endsWith(u"can be refunded"_s));
        for (const QString &reason : {u"sk_live_4fYk9Zq2Lm7T"_s, u"pk_live_1"_s}) {
            field("reason")->setText(reason);
            QTest::keyClick(refundButton(), Qt::Key_Space);
            QVERIFY(!m_dialog->findChild<ui::GuardDialog *>(u"realMoney"_s));
            QVERIFY(m_sent.isEmpty());
            const auto rows = m_dialog->findChildren<ui::FormRow *>();
            QVERIFY(std::ranges::any_of(rows, [this](const ui::FormRow *row) {
                return row->field() == field("reason") && row->problem().startsWith(u"This holds a key."_s);
            }));
        }
    }

    void whatTheLocaleDoesNotWriteIsRefusedOnTheField_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("problem");
        const QString any = u"Type an amount, for example 1,250.00."_s;
        QTest::newRow("a decimal comma") << u"en_GB"_s << u"2,50"_s << u"Use a point before the decimals: 2.50"_s;
        QTest::newRow("with zeros") << u"en_GB"_s << u"10,00"_s << u"Use a point before the decimals: 10.00"_s;
        QTest::newRow("a blank") << u"en_GB"_s << u"12 50"_s << any;
        QTest::newRow("a power of ten") << u"en_GB"_s << u"1e3"_s << any;
        QTest::newRow("a decimal point") << u"de_DE"_s << u"12.50"_s << u"Use a comma before the decimals: 12,50"_s;
        QTest::newRow("another comma") << u"ar_EG"_s << u"12,500"_s << u"NGN has 2 decimals at most."_s;
    }
    void whatTheLocaleDoesNotWriteIsRefusedOnTheField()
    {
        QFETCH(QString, locale);
        QFETCH(QString, typed);
        QFETCH(QString, problem);
        QLocale::setDefault(QLocale(locale));
        open();
        QTRY_VERIFY(refundButton()->isEnabled());
        type(typed);
        QCOMPARE(m_dialog->findChild<ui::FormRow *>()->problem(), problem);
        QVERIFY(!refundButton()->isEnabled());
        QCOMPARE(refundButton()->text(), u"Refund"_s);
        QTest::mouseClick(refundButton(), Qt::LeftButton);
        QTest::keyClick(field("amount"), Qt::Key_Return);
        m_server->barrier();
        QVERIFY(m_sent.isEmpty());
        QVERIFY(m_dialog);
        QCOMPARE(field("amount")->text(), typed);
    }

    void anAmountThatOthersReadDifferentlyIsSaidBeforeItIsSent_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("remark");
        QTest::addColumn<QString>("button");
        QTest::newRow("a thousand") << u"en_GB"_s << u"This is read as 1,250.000 KWD, and not as 1.250 KWD."_s
                                    << u"Refund 1,250.000 KWD"_s;
        QTest::newRow("a dinar and a quarter")
            << u"de_DE"_s << u"This is read as 1,250 KWD, and not as 1.250,000 KWD."_s << u"Refund 1,250 KWD"_s;
    }
    void anAmountThatOthersReadDifferentlyIsSaidBeforeItIsSent()
    {
        QFETCH(QString, locale);
        QFETCH(QString, remark);
        QFETCH(QString, button);
        QLocale::setDefault(QLocale(locale));
        checkout::Transaction transaction(u"txn_2"_s, DeskFixture::money(paid, u"KWD"));
        transaction.status = checkout::TransactionStatus::Succeeded;
        transaction.createdAt = m_desk->now;
        const ledger::TransactionRecord record(0, m_account, transaction);
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_account, {record}).result().has_value());
        open(u"txn_2"_s);
        QTRY_VERIFY(refundButton()->isEnabled());
        QVERIFY2(!sentence().contains(u"read as"_s), qPrintable(sentence()));
        type(u"1,250"_s);
        QVERIFY2(sentence().startsWith(remark), qPrintable(sentence()));
        QVERIFY(refundButton()->isEnabled());
        QCOMPARE(refundButton()->text().replace(QChar::Nbsp, u' '), button);
        type(u"125"_s);
        QVERIFY2(!sentence().contains(u"read as"_s), qPrintable(sentence()));
    }

    void aCurrencyWhoseDecimalsTheProviderDoesNotNameIsSaid()
    {
        checkout::Transaction transaction(u"txn_2"_s, DeskFixture::money(paid, u"KWD"));
        transaction.status = checkout::TransactionStatus::Succeeded;
        transaction.createdAt = m_desk->now;
        const ledger::TransactionRecord record(0, m_account, transaction);
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_account, {record}).result().has_value());
        const QString says = u"Khaime does not say how many decimals its integers have in KWD. Tilldeck counts 3, as "
                             "ISO 4217 does: 1000 stands for 1 KWD."_s;
        open(u"txn_2"_s);
        const auto *decimals = m_dialog->findChild<QLabel *>(u"decimals"_s);
        QVERIFY(decimals && decimals->isVisible());
        QCOMPARE(decimals->text(), says);
        ui::RefundSection section(*m_desk->desk, m_window.get());
        section.setRecord(record);
        QTRY_VERIFY(section.findChild<QLabel *>(u"decimals"_s));
        QCOMPARE(section.findChild<QLabel *>(u"decimals"_s)->text(), says);
        delete m_dialog;
        open(); // in NGN, whose decimals it names
        QVERIFY(!m_dialog->findChild<QLabel *>(u"decimals"_s));
    }

private:
    static constexpr qint64 paid = 1'440'000;

    void open(const QString &id = u"txn_1"_s)
    {
        const auto record = **m_desk->desk->ledger().transaction(m_account, id).result();
        m_dialog = new ui::RefundDialog(*m_desk->desk, record, m_window.get());
        m_dialog->open();
    }
    void type(const QString &text) const
    {
        QTest::keyClick(field("amount"), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field("amount"), text);
    }
    QString note() const
    {
        const auto *line = m_dialog->findChild<ui::FormRow *>()->findChild<ui::RichLine *>();
        return line->plainText().replace(QChar::Nbsp, u' ');
    }
    QString sentence() const { return m_dialog->findChild<QLabel *>(u"sentence"_s)->text().replace(QChar::Nbsp, u' '); }
    QLineEdit *field(const char *name) const { return m_dialog->findChild<QLineEdit *>(QString::fromLatin1(name)); }
    QPushButton *refundButton() const { return m_dialog->findChild<QPushButton *>(u"refund"_s); }
    QByteArray list() const
    {
        QJsonObject item{{u"transaction_id"_s, u"txn_1"_s},
                         {u"charge_id"_s, u"charge_1"_s},
                         {u"amount"_s, paid},
                         {u"currency"_s, u"NGN"_s},
                         {u"total_amount"_s, 9000},
                         {u"total_currency"_s, u"USD"_s},
                         {u"transaction_fee"_s, 92160},
                         {u"status"_s, u"completed"_s},
                         {u"created_at"_s, m_desk->now.toUTC().toString(Qt::ISODateWithMs)}};
        if (m_refunded > 0)
            item.insert(u"refunded_amount"_s, m_refunded);
        const QJsonObject data{
            {u"transactions"_s, QJsonArray{item}}, {u"total"_s, 1}, {u"limit"_s, 100}, {u"offset"_s, 0}};
        return QJsonDocument(QJsonObject{{u"success"_s, true}, {u"data"_s, data}}).toJson(QJsonDocument::Compact);
    }

    std::unique_ptr<http::test::ScriptedServer> m_server;
    qint64 m_refunded = 0; ///< What the provider reports.
    QJsonObject m_sent;    ///< The refund that arrived.
    std::unique_ptr<DeskFixture> m_desk;
    QString m_account;
    std::unique_ptr<QWidget> m_window;
    QPointer<ui::RefundDialog> m_dialog;
};

TILLDECK_TEST(RefundDialogTest)

} // namespace refund_dialog_test

#include "tst_refund_dialog.moc"
