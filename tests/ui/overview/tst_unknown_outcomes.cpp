// SPDX-License-Identifier: GPL-3.0-or-later
// Needs attention: each unknown outcome with its actions, of which none sends anything under a new key.
#include "../sessions/desk_fixture.h"
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/listed_sessions.h"
#include "desk/refund_payment.h"
#include "http/scripted_server.h"
#include "support/runner.h"
#include "support/shown.h"
#include "ui/figures/candidates_dialog.h"
#include "ui/figures/outcome_box.h"
#include "ui/forms/name_dialog.h"
#include "ui/overview/attention_card.h"
#include "ui/overview/attention_panel.h"
#include "ui/overview/overview_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/timeline.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

#include <algorithm>

namespace unknown_outcomes_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using accounts::ProviderKind;
using ledger::Intent;
using test::DeskFixture;
using test::tabTo;
using test::textOf;
using test::visible;

class UnknownOutcomesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_desk = std::make_unique<DeskFixture>();
        m_server = std::make_unique<http::test::ScriptedServer>();
        m_account.clear();
        m_listed.clear();
        m_answer.clear();
        static const QByteArray payments =
            R"({"success":true,"data":{"transactions":[{"transaction_id":"txn_1","amount":1440000,"currency":"NGN",)"
            R"("status":"completed","created_at":"2026-04-14T11:00:00.000Z"}],"total":1,"limit":100,"offset":0}})";
        m_server->onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET") && request.left(request.indexOf('\r')).contains("transactions"))
                socket.write(http::test::answer(200, payments));
            else if (request.startsWith("GET"))
                socket.write(http::test::answer(200, desk::test::listedSessions(m_listed, m_desk->now),
                                                http::test::dateHeader(m_desk->now)));
            else if (m_answer.isEmpty())
                socket.disconnectFromHost();
            else
                socket.write(m_answer);
        };
        m_page = std::make_unique<ui::OverviewPage>(*m_desk->desk);
        m_page->resize(1232, 780);
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
        m_server.reset();
    }

    void whatIsKnownStandsThereAndWhatIsNotOfferedHasItsReason()
    {
        loseCreation(ProviderKind::PaymentKit);
        open();
        QTRY_VERIFY(seen().contains(u"Till"_s)); // in which account
        QVERIFY2(seen().contains(u"no answer came that can be trusted"_s), qPrintable(seen()));
        QVERIFY(button("reconcileButton")->isVisible());
        QVERIFY(button("abandonButton")->isVisible());
        QVERIFY(!button("sendAgainButton")->isVisible());
        QVERIFY2(seen().contains(u"Send again: PaymentKit does not promise"_s), qPrintable(seen()));
        QCOMPARE(button("reconcileButton")->text(), u"Check with PaymentKit"_s);
    }

    void aCreationIsSentAgainUnderItsOwnKey()
    {
        const QString intent = loseCreation(ProviderKind::Ikawaari);
        open();
        QVERIFY(!button("reconcileButton")->isVisible());
        QVERIFY2(seen().contains(u"no list to look in"_s), qPrintable(seen()));
        m_answer = http::test::answer(201, "{\"id\":\"cs_1\",\"status\":\"open\",\"url\":\"https://pay.example/1\"}");
        button("sendAgainButton")->click();
        choose(u"Cancel"_s);
        QCOMPARE(posts().size(), 1);
        button("sendAgainButton")->click();
        choose(u"Send again"_s);
        // The list may have followed the journal before the answer is here.
        m_page->findChild<ui::AttentionPanel *>()->setFigures({});
        QTRY_VERIFY(m_page->findChild<ui::InlineMessage *>(u"resolved"_s)->isVisible());
        QTRY_VERIFY(!card());
        QCOMPARE(posts().size(), 2);
        QCOMPARE(keyOf(posts()[0]), intent.toLatin1());
        QCOMPARE(keyOf(posts()[1]), intent.toLatin1());
        QCOMPARE(stateOf(intent), Intent::State::Confirmed);
    }

    void whereThereIsNoListTheSessionIsNamed()
    {
        loseCreation(ProviderKind::Ikawaari);
        open();
        QVERIFY(button("madeButton")->isVisible());
        QCOMPARE(button("madeButton")->text(), u"It was created, as…"_s);
        button("madeButton")->click();
        auto *dialog = m_page->findChild<ui::NameDialog *>(u"sessionId"_s);
        QVERIFY(dialog && dialog->isVisible());
        dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"cs_7"_s);
        dialog->findChild<QPushButton *>(u"save"_s)->click();
        QTRY_VERIFY(std::ranges::any_of(m_server->requests(), [](const QByteArray &request) {
            return request.startsWith("GET") && request.contains("/checkout/sessions/cs_7 ");
        }));
        QTRY_VERIFY2(!said().isEmpty(), "no answer is said"); // the provider does not know it
        // What was typed stays, to be mended, with the reason on it.
        const auto *field = dialog->findChild<QLineEdit *>(u"name"_s);
        QVERIFY(dialog->isVisible() && field->text() == u"cs_7"_s);
        QVERIFY(!field->accessibleDescription().isEmpty() && said().contains(field->accessibleDescription()));
        QCOMPARE(posts().size(), 1);
    }

    void oneOfSeveralIsChosenByTheKeyboardAlone()
    {
        const QString intent = loseCreation(ProviderKind::PaymentKit);
        m_listed = {"cs_2", "cs_3"};
        show();
        QTRY_VERIFY(card());
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        card()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(card(), Qt::Key_Space);
        QTRY_VERIFY(box() && button("reconcileButton")->isVisible());
        tabTo(m_page.get(), [this](QWidget *focus) { return focus == button("reconcileButton"); });
        QTest::keyClick(button("reconcileButton"), Qt::Key_Space);
        QPointer<ui::CandidatesDialog> dialog;
        QTRY_VERIFY(dialog = m_page->findChild<ui::CandidatesDialog *>());
        QTRY_VERIFY(dialog->isActiveWindow() && dialog->focusWidget());
        QVERIFY(!chooser(dialog)->isEnabled());
        auto *list = dialog->findChild<QListWidget *>();
        QCOMPARE(list->count(), 2);
        QVERIFY2(list->item(1)->text().contains(u"cs_3"_s) && list->item(1)->text().contains(u"2026"_s),
                 qPrintable(list->item(1)->text()));
        tabTo(dialog, [list](QWidget *focus) { return focus == list; });
        QTest::keyClick(list, Qt::Key_End);
        tabTo(dialog, [&dialog](QWidget *focus) { return focus == chooser(dialog); });
        QTest::keyClick(chooser(dialog), Qt::Key_Space);
        QTRY_VERIFY(!card());
        QTRY_VERIFY(m_page->findChild<ui::InlineMessage *>(u"resolved"_s)->isVisible());
        QCOMPARE(m_desk->desk->ledger().sessionByIntent(intent).result().value()->session.id, u"cs_3"_s);
        QCOMPARE(posts().size(), 1);
        QSignalSpy shown(m_page.get(), &ui::OverviewPage::showSession);
        emit m_page->findChild<ui::InlineMessage *>(u"resolved"_s)->linkActivated();
        QCOMPARE(shown.takeFirst().at(1).toString(), u"cs_3"_s);
    }

    void aLookUpThatFindsNothingIsSaidAndKept()
    {
        const QString intent = loseCreation(ProviderKind::PaymentKit);
        open();
        button("reconcileButton")->click();
        QTRY_VERIFY(said().contains(u"lists no session that fits"_s));
        QTRY_VERIFY(button("reconcileButton")->isEnabled());
        QTRY_COMPARE(tried().size(), 2);
        QVERIFY2(tried().at(0).endsWith(u"Looked up: PaymentKit lists none that fits"_s), qPrintable(tried().at(0)));
        QVERIFY2(tried().at(1).endsWith(u"Sent, no answer that can be trusted"_s), qPrintable(tried().at(1)));
        QVERIFY(tried().at(0).startsWith(m_desk->now.toLocalTime().toString(u"HH:mm"_s)));
        QCOMPARE(stateOf(intent), Intent::State::Unknown);
        QCOMPARE(posts().size(), 1);
        QVERIFY(card());
    }

    void notCreatedIsDecidedWithTheRiskInView()
    {
        const QString intent = loseCreation(ProviderKind::PaymentKit);
        open();
        button("abandonButton")->click();
        QVERIFY(textOf(question()).contains(u"two open links"_s));
        QVERIFY(textOf(question()).contains(u"Till"_s));
        choose(u"Decide later"_s);
        button("abandonButton")->click();
        choose(u"It was not created"_s);
        // Until its time is over, that is no answer by itself.
        QTRY_VERIFY(m_page->findChild<ui::GuardDialog *>(u"early"_s));
        QVERIFY(textOf(question()).contains(u"may still appear at the provider until"_s));
        choose(u"Decide later"_s);
        QVERIFY2(said().contains(u"may still appear at the provider until"_s), qPrintable(said()));
        QCOMPARE(stateOf(intent), Intent::State::Unknown);
        QVERIFY(button("abandonButton")->isEnabled());
        button("abandonButton")->click();
        choose(u"It was not created"_s);
        QTRY_VERIFY(m_page->findChild<ui::GuardDialog *>(u"early"_s));
        QVERIFY(textOf(question()).contains(u"may still appear at the provider until"_s));
        choose(u"Note it as not created"_s);
        QTRY_VERIFY(!card());
        QCOMPARE(stateOf(intent), Intent::State::Abandoned);
        QCOMPARE(posts().size(), 1);
    }

    void aRefundIsDecidedWithTheRiskInView_data()
    {
        QTest::addColumn<QByteArray>("pressed");
        QTest::addColumn<QString>("risk");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<Intent::State>("state");
        QTest::newRow("made") << QByteArray("madeButton") << u"the customer does not get this money"_s
                              << u"It was made"_s << Intent::State::Confirmed;
        QTest::newRow("not made") << QByteArray("abandonButton") << u"could pay it twice"_s << u"It was not made"_s
                                  << Intent::State::Abandoned;
    }
    void aRefundIsDecidedWithTheRiskInView()
    {
        QFETCH(const QByteArray, pressed);
        QFETCH(const QString, risk);
        QFETCH(const QString, chosen);
        QFETCH(const Intent::State, state);
        const QString intent = loseRefund();
        open();
        QVERIFY(card()->text().contains(u"Refund of"_s) && card()->text().contains(u"100.00"_s));
        QVERIFY(seen().contains(u"Send again: Khaime documents no key for refunds"_s));
        QVERIFY2(tried().size() == 1 && tried().at(0).endsWith(u"Sent, no answer that can be trusted"_s),
                 qPrintable(tried().join(u'\n')));
        button("reconcileButton")->click();
        QTRY_VERIFY2(tried().size() == 2 && tried().at(0).contains(u"Looked up: Khaime does not tell"_s),
                     qPrintable(tried().join(u'\n')));
        QTRY_VERIFY(button(pressed.constData())->isEnabled());
        button(pressed.constData())->click();
        QVERIFY2(textOf(question()).contains(risk), qPrintable(textOf(question())));
        choose(u"Decide later"_s);
        QCOMPARE(stateOf(intent), Intent::State::Unknown);
        button(pressed.constData())->click();
        choose(chosen);
        QTRY_VERIFY(m_page->findChild<ui::GuardDialog *>(u"unproven"_s)); // there is no list
        choose(u"Note it as %1"_s.arg(chosen.section(u' ', 2)));
        QTRY_VERIFY(!card());
        QCOMPARE(stateOf(intent), state);
        QCOMPARE(posts().size(), 1);
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("TILLDECK_PICTURES");
        if (folder.isEmpty())
            QSKIP("only where TILLDECK_PICTURES names a folder");
        m_page = std::make_unique<ui::OverviewPage>(*m_desk->desk);
        loseCreation(ProviderKind::PaymentKit);
        m_listed = {"cs_2", "cs_3"};
        const QString first = m_account;
        loseRefund();
        m_page->setAccounts({first, m_account});
        m_page->show();
        QTRY_VERIFY(card());
        card()->click();
        QTRY_VERIFY(box() && button("reconcileButton")->isVisible());
        for (const auto mode : {ui::ThemeMode::Light, ui::ThemeMode::Dark}) {
            const ui::Theme theme(*qApp, mode);
            const QString name = mode == ui::ThemeMode::Light ? u"light"_s : u"dark"_s;
            for (const QSize size : {QSize(1232, 780), QSize(912, 516)}) {
                m_page->resize(size);
                QTest::qWait(50);
                QVERIFY(m_page->grab().save(u"%1/unknown-%2-%3.png"_s.arg(folder, name).arg(size.width())));
            }
        }
    }

private:
    void connectTo(ProviderKind provider)
    {
        accounts::Account account;
        account.name = m_account.isEmpty() ? u"Till"_s : u"Second till"_s;
        account.provider = provider;
        account.baseUrl = m_server->url(QString()).toString();
        account.accountId = u"acc_1"_s;
        account.mode = accounts::Mode::Sandbox;
        m_account = m_desk->desk->accounts().add(account).value().id;
        m_desk->desk->keys().keepForThisRun(m_account, http::Secret(u"sk_test_1"_s));
    }
    static checkout::SessionDraft basket()
    {
        checkout::LineItem item;
        item.name = u"Woven basket"_s;
        item.unitAmount = DeskFixture::money(7500, u"XOF");
        checkout::SessionDraft draft;
        draft.lineItems = {item};
        draft.mode = u"payment"_s;
        draft.successUrl = u"https://kestrel.example/thanks"_s;
        draft.returnUrl = u"https://kestrel.example/cancel"_s;
        return draft;
    }
    /// Sends a creation whose answer is lost, and returns its intent.
    QString loseCreation(ProviderKind provider)
    {
        connectTo(provider);
        const auto draft = provider == ProviderKind::Ikawaari ? basket() : desk::test::draft();
        const auto made = QCoro::waitFor(desk::createSession(m_desk->desk.get(), m_account, draft, {}, std::nullopt));
        if (made.end != desk::CreateOutcome::End::Unknown)
            qFatal("%s", made.error ? qPrintable(made.error->sentence) : "not unknown");
        return made.record.intentId;
    }
    QString loseRefund()
    {
        connectTo(ProviderKind::Khaime);
        checkout::Transaction transaction(u"txn_1"_s, DeskFixture::money(1'440'000, u"NGN"));
        transaction.status = checkout::TransactionStatus::Succeeded;
        transaction.createdAt = QDateTime::fromString(u"2026-04-14T11:00:00Z"_s, Qt::ISODate);
        (void)m_desk->desk->ledger().mergeTransactions(m_account, {{0, m_account, transaction}}).result();
        const auto made = QCoro::waitFor(desk::refundPayment(m_desk->desk.get(), m_account, u"txn_1"_s,
                                                             DeskFixture::money(10'000, u"NGN"), QString()));
        if (made.end != desk::RefundOutcome::End::Unknown)
            qFatal("%s", made.error ? qPrintable(made.error->sentence) : "not unknown");
        return made.intentId;
    }
    void show()
    {
        QSignalSpy loaded(m_page.get(), &ui::OverviewPage::loaded);
        m_page->setAccounts({m_account});
        m_page->show();
        QVERIFY(loaded.count() > 0 || loaded.wait());
    }
    void open()
    {
        show();
        QTRY_VERIFY(card());
        QTest::mouseClick(card(), Qt::LeftButton);
        QTRY_VERIFY(box() && button("abandonButton")->isVisible());
    }
    ui::AttentionCard *card() const { return visible<ui::AttentionCard>(m_page.get(), u"outcome"_s); }
    ui::OutcomeBox *box() const { return m_page->findChild<ui::OutcomeBox *>(); }
    QPushButton *button(const char *name) const { return box()->findChild<QPushButton *>(QString::fromLatin1(name)); }
    QString said() const
    {
        auto *message = box() ? box()->findChild<ui::InlineMessage *>(u"outcomeMessage"_s) : nullptr;
        return message && message->isVisible() ? message->text() : QString();
    }
    ui::GuardDialog *question() const { return visible<ui::GuardDialog>(m_page.get()); }
    /// Returns the lines that say what was tried, newest first.
    QStringList tried() const { return visible<ui::Timeline>(m_page.get())->accessibleDescription().split(u'\n'); }
    void choose(const QString &text) const
    {
        QPointer<ui::GuardDialog> dialog(question());
        QVERIFY2(dialog, "nothing is asked");
        for (auto *one : dialog->findChildren<QPushButton *>()) {
            if (one->text() == text) {
                one->click();
                QTRY_VERIFY(!dialog);
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    static QPushButton *chooser(QWidget *dialog)
    {
        for (auto *one : dialog->findChildren<QPushButton *>())
            if (one->text() == u"This is it"_s)
                return one;
        return nullptr;
    }
    QString seen() const { return textOf(box()); }
    QList<QByteArray> posts() const
    {
        QList<QByteArray> found;
        for (const QByteArray &request : m_server->requests())
            if (request.startsWith("POST"))
                found << request;
        return found;
    }
    static QByteArray keyOf(const QByteArray &request)
    {
        for (const QByteArray &line : request.left(request.indexOf("\r\n\r\n")).split('\n'))
            if (line.toLower().startsWith("idempotency-key:"))
                return line.mid(16).trimmed();
        return {};
    }
    Intent::State stateOf(const QString &id) const
    {
        return m_desk->desk->journal().intent(id).result().value()->state;
    }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<http::test::ScriptedServer> m_server;
    std::unique_ptr<ui::OverviewPage> m_page;
    QString m_account;
    QByteArray m_answer; ///< To what is sent; empty: the connection is closed without one.
    QList<QByteArray> m_listed;
};

TILLDECK_TEST(UnknownOutcomesTest)

} // namespace unknown_outcomes_test

#include "tst_unknown_outcomes.moc"
