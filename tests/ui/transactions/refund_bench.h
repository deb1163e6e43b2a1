// SPDX-License-Identifier: GPL-3.0-or-later
// The panel of one payment with its refunds, at a provider that answers as a test says.
#pragma once

#include "../sessions/desk_fixture.h"
#include "desk/refund_payment.h"
#include "http/scripted_server.h"
#include "ui/figures/outcome_box.h"
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

namespace tilldeck::test {

using namespace Qt::StringLiterals;
using checkout::TransactionStatus;

class RefundBench
{
protected:
    void setUp(accounts::Mode mode = accounts::Mode::Sandbox)
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_way = Way::Answers;
        m_told = 0;
        m_listed = paid;
        m_said.reset();
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
        account.mode = mode;
        m_account = m_desk->desk->accounts().add(account).value().id;
        m_desk->desk->keys().keepForThisRun(m_account, http::Secret(u"pk_sandbox_1"_s));
        checkout::Transaction transaction(u"txn_1"_s, DeskFixture::money(paid, u"NGN"));
        transaction.status = TransactionStatus::Succeeded;
        transaction.createdAt = m_paidAt = m_desk->now;
        ledger::TransactionRecord record(0, m_account, transaction);
        record.customerLabel = u"Ada Obi"_s;
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_account, {record}).result().has_value());
        m_window = std::make_unique<QWidget>();
        m_window->resize(420, 500);
        m_section = new ui::RefundSection(*m_desk->desk, m_window.get());
        m_window->show();
        show();
    }
    void tearDown()
    {
        m_window.reset();
        m_desk.reset();
        m_server.reset();
    }

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
    /// Presses a button of the unknown outcome that is shown, as soon as it can be pressed.
    void press(const char *name) const
    {
        QPushButton *found = nullptr;
        QTRY_VERIFY((found = m_section->findChild<QPushButton *>(QString::fromLatin1(name))) && found->isVisible() &&
                    found->isEnabled());
        found->click();
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
    /// Returns whether the dialog waits for what the provider says of the payment.
    bool isAsking() const
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains(u"is being asked again"_s); });
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
                                                     QByteArray::number(m_said.value_or(amount)) + ",\"status\":\"" +
                                                     word + "\"}}"));
    }
    QByteArray list() const
    {
        QJsonObject item{{u"transaction_id"_s, u"txn_1"_s},
                         {u"charge_id"_s, u"charge_1"_s},
                         {u"amount"_s, m_listed},
                         {u"currency"_s, u"NGN"_s},
                         {u"total_amount"_s, 9000},
                         {u"total_currency"_s, u"USD"_s},
                         {u"transaction_fee"_s, 92160},
                         {u"status"_s, u"completed"_s},
                         {u"created_at"_s, m_paidAt.toUTC().toString(Qt::ISODateWithMs)}};
        if (m_told > 0)
            item.insert(u"refunded_amount"_s, m_told);
        const QJsonObject data{
            {u"transactions"_s, QJsonArray{item}}, {u"total"_s, 1}, {u"limit"_s, 100}, {u"offset"_s, 0}};
        return QJsonDocument(QJsonObject{{u"success"_s, true}, {u"data"_s, data}}).toJson(QJsonDocument::Compact);
    }
    std::unique_ptr<http::test::ScriptedServer> m_server;
    Way m_way = Way::Answers;
    qint64 m_told = 0;
    QDateTime m_paidAt;
    qint64 m_listed = paid;       ///< The amount of the payment in the provider's list.
    std::optional<qint64> m_said; ///< The amount of a refund in the answer to it, where it is another one.
    int m_refunds = 0;
    std::vector<std::pair<QPointer<QTcpSocket>, QByteArray>> m_held;
    std::unique_ptr<DeskFixture> m_desk;
    QString m_account;
    std::unique_ptr<QWidget> m_window;
    ui::RefundSection *m_section = nullptr;
    QPointer<ui::RefundDialog> m_dialog;
};

} // namespace tilldeck::test
