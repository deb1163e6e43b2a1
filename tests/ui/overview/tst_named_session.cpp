// SPDX-License-Identifier: GPL-3.0-or-later
// A session that the merchant names for a creation is taken only when they were told why it may be another one.
#include "../sessions/desk_fixture.h"
#include "desk/bench.h"
#include "desk/create_session.h"
#include "http/scripted_server.h"
#include "support/runner.h"
#include "support/shown.h"
#include "ui/figures/outcome_box.h"
#include "ui/forms/name_dialog.h"
#include "ui/widgets/guard_dialog.h"

#include <QLineEdit>
#include <QPushButton>

namespace named_session_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using ledger::Intent;
using test::DeskFixture;
using test::textOf;

class NamedSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void oneThatContradictsIsTakenOnTheSecondYes()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        DeskFixture fixture;
        http::test::ScriptedServer server;
        server.onRequest = [](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST"))
                socket.disconnectFromHost();
            else if (request.contains("/checkout-sessions/cs_7"))
                socket.write(http::test::answer(200, R"({"id":"cs_7","secure_token":"sec_7","status":"open",)"
                                                     R"("customer_id":"cus_other"})"));
            else
                socket.write(http::test::answer(200, R"({"items":[],"total":0})"));
        };
        accounts::Account account;
        account.name = u"Till"_s;
        account.provider = accounts::ProviderKind::PaymentKit;
        account.baseUrl = server.url(QString()).toString();
        account.accountId = u"acc_1"_s;
        account.mode = accounts::Mode::Sandbox;
        const QString id = fixture.desk->accounts().add(account).value().id;
        fixture.desk->keys().keepForThisRun(id, http::Secret(u"sk_test_1"_s));
        const auto made =
            QCoro::waitFor(desk::createSession(fixture.desk.get(), id, desk::test::draft(), {}, std::nullopt));
        QCOMPARE(made.end, desk::CreateOutcome::End::Unknown);
        const QString intent = made.record.intentId;
        const auto state = [&] { return fixture.desk->journal().intent(intent).result().value()->state; };

        ui::OutcomeBox box(*fixture.desk, ui::OutcomeBox::Facts::Shown);
        box.setIntent(id, intent);
        box.show();
        QPushButton *named = nullptr;
        QTRY_VERIFY((named = box.findChild<QPushButton *>(u"madeButton"_s)) && named->isVisible());
        const auto name = [&] {
            QTRY_VERIFY(named->isEnabled());
            named->click();
            auto *dialog = box.findChild<ui::NameDialog *>(u"sessionId"_s);
            QVERIFY(dialog);
            dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"cs_7"_s);
            dialog->findChild<QPushButton *>(u"save"_s)->click();
            QTRY_VERIFY(box.findChild<ui::GuardDialog *>(u"unproven"_s));
        };
        const auto choose = [&box](const QString &text) {
            auto *dialog = box.findChild<ui::GuardDialog *>(u"unproven"_s);
            QVERIFY2(textOf(dialog).contains(u"another customer"_s), qPrintable(textOf(dialog)));
            for (auto *button : dialog->findChildren<QPushButton *>()) {
                if (button->text() == text)
                    return button->click();
            }
            QFAIL("There is no such button.");
        };
        name();
        choose(u"Decide later"_s);
        QCOMPARE(state(), Intent::State::Unknown);
        QTRY_VERIFY(!box.findChild<ui::GuardDialog *>(u"unproven"_s));
        name();
        QSignalSpy resolved(&box, &ui::OutcomeBox::resolved);
        choose(u"It is this one"_s);
        QTRY_COMPARE(resolved.size(), 1);
        QCOMPARE(resolved.front().at(2).toString(), u"cs_7"_s);
        QCOMPARE(state(), Intent::State::Confirmed);
    }
};

TILLDECK_TEST(NamedSessionTest)

} // namespace named_session_test

#include "tst_named_session.moc"
