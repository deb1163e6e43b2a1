// SPDX-License-Identifier: GPL-3.0-or-later
// Refunds as a merchant makes them: from the panel, with a provider that answers as the test says.
#include "../sessions/desk_fixture.h"
#include "desk/refund_payment.h"
#include "http/scripted_server.h"
#include "support/runner.h"
#include "ui/forms/form_row.h"
#include "ui/style/theme.h"
#include "ui/transactions/refund_dialog.h"
#include "ui/transactions/refund_section.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

#include <algorithm>

namespace refund_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using checkout::TransactionStatus;
using test::DeskFixture;

class RefundTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_way = Way::Answers;
        m_told = 0;
        m_refunds = 0;
        m_held.clear();
        m_server = std::make_unique<http::test::ScriptedServer>();
        m_server->onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET"))
                socket.write(http::test::answer(200, list()));
            else
                giveBack(socket, request);
        };
        m_desk = std::make_unique<DeskFixture>();
        accounts::Account account;
        account.name = u"Till"_s;
        account.provider = accounts::ProviderKind::Khaime;
        account.baseUrl = m_server->url(QString()).toString();
        account.mode = accounts::Mode::Sandbox;
        m_account = m_desk->desk->accounts().add(account).value().id;
        m_desk->desk->keys().keepForThisRun(m_account, http::Secret(u"pk_sandbox_1"_s));
        checkout::Transaction transaction(u"txn_1"_s, DeskFixture::money(paid, u"NGN"));
        transaction.status = TransactionStatus::Succeeded;
        transaction.createdAt = m_desk->now;
        ledger::TransactionRecord record(0, m_account, transaction);
        record.customerLabel = u"Ada Obi"_s;
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_account, {record}).result().has_value());
        m_window = std::make_unique<QWidget>();
        m_window->resize(420, 500);
        m_section = new ui::RefundSection(*m_desk->desk, m_window.get());
        m_window->show();
        show();
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
        m_server.reset();
    }

    void theWholePaymentIsOfferedAndTheButtonSaysTheAmount()
    {
        open();
        QTRY_COMPARE(field("amount")->text(), u"14,400.00"_s);
        QCOMPARE(said(refundButton()), u"Refund 14,400.00 NGN"_s);
        QVERIFY(!refundButton()->isDefault() && !refundButton()->autoDefault());
        refundButton()->click();
        QTRY_VERIFY(!m_dialog); // it goes when the refund is confirmed
        QCOMPARE(posts(), 1);
        QCOMPARE(m_told, paid);
        show();
        QTRY_VERIFY(m_section->isHidden());
    }

    void partlyTwiceAndTheThirdIsRefused()
    {
        for (int time = 0; time < 2; ++time) {
            open();
            type(u"6,000.00"_s);
            refundButton()->click();
            QTRY_VERIFY(!m_dialog);
            show();
        }
        QCOMPARE(m_told, qint64(1'200'000));
        open();
        type(u"6,000.00"_s);
        QVERIFY(!refundButton()->isEnabled());
        QVERIFY(row()->problem().contains(u"2,400.00"_s));
        QCOMPARE(posts(), 2);
    }

    void longTextsSqueezeNoField()
    {
        open();
        QTRY_VERIFY(refundButton()->isEnabled());
        type(u"100.00"_s);
        const auto *sentence = m_dialog->findChild<QLabel *>(u"sentence"_s);
        field("amount")->selectAll();
        QTest::keyClicks(field("amount"), u"20000.00"_s); // a problem below the field, too
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty()) {
            const ui::Theme theme(*qApp, ui::ThemeMode::Light);
            QVERIFY(m_dialog->grab().save(folder + u"/refund-problem.png"_s));
        }
        field("amount")->selectAll();
        QTest::keyClicks(field("amount"), u"1250.00"_s);
        QCoreApplication::processEvents();
        for (const char *name : {"amount", "reason"})
            QVERIFY(field(name)->height() >= field(name)->sizeHint().height());
        QVERIFY2(sentence->height() >= sentence->heightForWidth(sentence->width()), qPrintable(sentence->text()));
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty()) {
            const ui::Theme theme(*qApp, ui::ThemeMode::Light);
            QVERIFY(m_dialog->grab().save(folder + u"/refund.png"_s));
        }
    }

    void aKeyOnALiveAccountIsAskedAboutOnce()
    {
        accounts::Account account = *m_desk->desk->accounts().byId(m_account);
        account.mode = accounts::Mode::Live;
        QVERIFY(m_desk->desk->accounts().update(account));
        const auto question = [this] { return m_dialog->findChild<ui::GuardDialog *>(u"realMoney"_s); };
        open();
        type(u"100.00"_s);
        refundButton()->setFocus();
        QTest::keyClick(refundButton(), Qt::Key_Space);
        QVERIFY(question() && question()->isVisible());
        QTest::mouseClick(button(question(), u"Cancel"_s), Qt::LeftButton);
        QTRY_VERIFY(!question());
        QVERIFY(m_dialog && refundButton()->isEnabled());
        QCOMPARE(posts(), 0);
        QTest::keyClick(refundButton(), Qt::Key_Space);
        QVERIFY(question());
        QTest::mouseClick(button(question(), u"Refund"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(posts(), 1);
        show();
        open();
        type(u"200.00"_s);
        QTest::keyClick(refundButton(), Qt::Key_Space);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(posts(), 2);
    }

    void theMouseOnALiveAccountIsNotAskedAbout()
    {
        accounts::Account account = *m_desk->desk->accounts().byId(m_account);
        account.mode = accounts::Mode::Live;
        QVERIFY(m_desk->desk->accounts().update(account));
        open();
        type(u"100.00"_s);
        QTest::mouseClick(refundButton(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(posts(), 1);
    }

    void aSecondPressSendsNothing()
    {
        m_way = Way::Holds;
        open();
        QTRY_VERIFY(refundButton()->isEnabled());
        refundButton()->click();
        QVERIFY(!refundButton()->isEnabled());
        refundButton()->click();
        QTest::keyClick(m_dialog, Qt::Key_Escape); // nor does it leave a refund that is under way
        QVERIFY(m_dialog->isVisible());
        QTRY_COMPARE(m_held.size(), size_t(1));
        QCOMPARE(posts(), 1);
        release();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(posts(), 1);
    }

    void aDoubleClickAndEnterSendOneRefund()
    {
        m_way = Way::Holds;
        open();
        QTRY_VERIFY(refundButton()->isEnabled());
        QTest::keyClick(field("amount"), Qt::Key_Return); // Enter is no press of a red button
        QTest::keyClick(refundButton(), Qt::Key_Enter);
        QTest::keyClick(button(m_dialog, u"Cancel"_s), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(refundButton()->isEnabled());
        QTest::mouseClick(refundButton(), Qt::LeftButton);
        QTest::mouseDClick(refundButton(), Qt::LeftButton);
        QVERIFY(!refundButton()->isEnabled() && !field("amount")->isEnabled() && !field("reason")->isEnabled());
        QTest::keyClick(m_dialog, Qt::Key_Return);
        QTest::mouseClick(refundButton(), Qt::LeftButton);
        QTest::mouseClick(button(m_dialog, u"Cancel"_s), Qt::LeftButton);
        m_dialog->close();
        QVERIFY(m_dialog->isVisible());
        QTRY_COMPARE(m_held.size(), size_t(1));
        release();
        QTRY_VERIFY(!m_dialog);
        m_server->barrier();
        QCOMPARE(posts(), 1);
        QCOMPARE(m_told, paid);
    }

    void whatIsNoAmountStandsBelowTheField_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("more than was paid") << u"14,400.01"_s;
        QTest::newRow("nothing") << u"0"_s;
        QTest::newRow("words") << u"half"_s;
        QTest::newRow("too many decimals") << u"1.005"_s;
    }
    void whatIsNoAmountStandsBelowTheField()
    {
        QFETCH(QString, typed);
        open();
        type(typed);
        QVERIFY(!row()->problem().isEmpty());
        QVERIFY(!refundButton()->isEnabled());
    }

    void aRefusalIsShownAndNothingIsLost()
    {
        m_way = Way::Refuses;
        open();
        type(u"100.00"_s);
        refundButton()->click();
        QTRY_VERIFY(m_dialog->findChild<ui::InlineMessage *>(u"formMessage"_s)->isVisible());
        QCOMPARE(field("amount")->text(), u"100.00"_s);
        QVERIFY(refundButton()->isEnabled());
    }

    void anUnknownOutcomeIsAskedAboutAndMayWait()
    {
        m_way = Way::Drops;
        open();
        type(u"100.00"_s);
        refundButton()->click();
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        QCOMPARE(posts(), 1);
        question->reject(); // decide later
        QTRY_VERIFY(!m_dialog);
        QTRY_VERIFY(note());
        QVERIFY(note()->text().contains(u"100.00"_s));
        emit note() -> linkActivated();
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        button(question, u"It was not made"_s)->click();
        QTRY_VERIFY(!note());
        QCOMPARE(posts(), 1); // none of this sent it again
    }

    void whatIsBeingProcessedIsAskedForAndNotGivenBack()
    {
        m_way = Way::Processes;
        open();
        type(u"100.00"_s);
        refundButton()->click();
        QTRY_VERIFY(!m_dialog);
        show();
        const auto pending = [this] { return m_section->findChild<ui::InlineMessage *>(u"pendingRefund"_s); };
        QTRY_VERIFY(pending());
        QVERIFY(pending()->text().contains(u"100.00"_s));
        QVERIFY(pending()->text().contains(u"Khaime says “processing”"_s));
        QVERIFY(!note());
    }

    void anotherProgramsRefundIsFollowedAtOnce()
    {
        const auto says = [this](const QString &amount) {
            const auto labels = m_section->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&amount](const QLabel *one) {
                return one->text().replace(QChar::Nbsp, u' ').contains(amount + u" NGN can be refunded"_s);
            });
        };
        QTRY_VERIFY(says(u"14,400.00"_s));
        auto opened = desk::Desk::open(m_desk->dir.path());
        QVERIFY(opened.has_value());
        const std::unique_ptr<desk::Desk> other = std::move(*opened);
        other->keys().keepForThisRun(m_account, http::Secret(u"pk_sandbox_1"_s));
        const auto made = QCoro::waitFor(
            desk::refundPayment(other.get(), m_account, u"txn_1"_s, DeskFixture::money(600'000, u"NGN"), QString()));
        QCOMPARE(made.end, desk::RefundOutcome::End::Confirmed);
        QTRY_VERIFY(says(u"8,400.00"_s));
    }

    void theProviderIsAskedWhetherItWasMade()
    {
        m_way = Way::Drops;
        open();
        type(u"100.00"_s);
        refundButton()->click();
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        button(question, u"Check with Khaime"_s)->click();
        QTRY_VERIFY(!m_dialog); // its list tells of it
        QCOMPARE(posts(), 1);
        QTRY_VERIFY(!note());
    }

    void aFailedPaymentHasNoRefund()
    {
        checkout::Transaction transaction(u"txn_failed"_s, DeskFixture::money(paid, u"NGN"));
        transaction.status = TransactionStatus::Failed;
        transaction.createdAt = m_desk->now;
        const ledger::TransactionRecord record(0, m_account, transaction);
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_account, {record}).result().has_value());
        show(u"txn_failed"_s);
        QTRY_VERIFY(m_section->isHidden());
    }

private:
    enum class Way { Answers, Refuses, Drops, Holds, Processes };
    static constexpr qint64 paid = 1'440'000;

    void show(const QString &id = u"txn_1"_s)
    {
        m_section->setRecord(**m_desk->desk->ledger().transaction(m_account, id).result());
    }
    void open()
    {
        QPushButton *press = nullptr;
        QTRY_VERIFY(press = visible());
        press->click();
        m_dialog = m_window->findChild<ui::RefundDialog *>();
        QVERIFY(m_dialog);
        QTRY_VERIFY(!field("amount")->text().isEmpty());
    }
    QPushButton *visible() const
    {
        for (auto *one : m_section->findChildren<QPushButton *>(u"refund"_s))
            if (!one->isHidden() && m_section->isVisible())
                return one;
        return nullptr;
    }
    ui::InlineMessage *note() const
    {
        for (auto *one : m_section->findChildren<ui::InlineMessage *>(u"unknownRefund"_s))
            if (!one->isHidden() && m_section->isVisible())
                return one;
        return nullptr;
    }
    static QPushButton *button(QWidget *dialog, const QString &text)
    {
        for (auto *one : dialog->findChildren<QPushButton *>())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    QLineEdit *field(const char *name) const { return m_dialog->findChild<QLineEdit *>(QString::fromLatin1(name)); }
    QPushButton *refundButton() const { return m_dialog->findChild<QPushButton *>(u"refund"_s); }
    ui::FormRow *row() const { return m_dialog->findChild<ui::FormRow *>(); }
    void type(const QString &text) const
    {
        field("amount")->clear();
        QTest::keyClicks(field("amount"), text);
    }
    static QString said(const QPushButton *button) { return button->text().replace(QChar::Nbsp, u' '); }
    int posts() const
    {
        return int(std::ranges::count_if(m_server->requests(),
                                         [](const QByteArray &sent) { return sent.startsWith("POST"); }));
    }
    void release()
    {
        m_way = Way::Answers;
        for (const auto &[socket, request] : std::exchange(m_held, {}))
            if (socket)
                giveBack(*socket, request);
    }
    void giveBack(QTcpSocket &socket, const QByteArray &request)
    {
        if (m_way == Way::Holds)
            return void(m_held.emplace_back(&socket, request));
        if (m_way == Way::Refuses) {
            socket.write(http::test::answer(422, R"({"success":false,"error":"Not refundable"})"));
            return;
        }
        const QJsonObject body = QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
        const qint64 amount = body.value(u"amount"_s).toInteger();
        const QByteArray word = m_way == Way::Processes ? "processing" : "completed";
        m_told += amount;
        if (m_way == Way::Drops)
            socket.disconnectFromHost();
        else
            socket.write(http::test::answer(200, R"({"success":true,"data":{"refund_id":"re_)" +
                                                     QByteArray::number(++m_refunds) + R"(","amount":)" +
                                                     QByteArray::number(amount) + ",\"status\":\"" + word + "\"}}"));
    }
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
                         {u"created_at"_s, u"2026-04-14T12:00:00.000Z"_s}};
        if (m_told > 0)
            item.insert(u"refunded_amount"_s, m_told);
        const QJsonObject data{
            {u"transactions"_s, QJsonArray{item}}, {u"total"_s, 1}, {u"limit"_s, 100}, {u"offset"_s, 0}};
        return QJsonDocument(QJsonObject{{u"success"_s, true}, {u"data"_s, data}}).toJson(QJsonDocument::Compact);
    }
    std::unique_ptr<http::test::ScriptedServer> m_server;
    Way m_way = Way::Answers;
    qint64 m_told = 0;
    int m_refunds = 0;
    std::vector<std::pair<QPointer<QTcpSocket>, QByteArray>> m_held;
    std::unique_ptr<DeskFixture> m_desk;
    QString m_account;
    std::unique_ptr<QWidget> m_window;
    ui::RefundSection *m_section = nullptr;
    QPointer<ui::RefundDialog> m_dialog;
};

TILLDECK_TEST(RefundTest)

} // namespace refund_test

#include "tst_refund.moc"
