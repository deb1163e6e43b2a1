// SPDX-License-Identifier: GPL-3.0-or-later
// What a session or charge hands to the merchant's page and its customers, and what the provider's calls answer.
#include "desk_fixture.h"
#include "http/scripted_server.h"
#include "support/runner.h"
#include "ui/figures/not_kept_dialog.h"
#include "ui/figures/session_text.h"
#include "ui/lists/table.h"
#include "ui/sessions/session_panel.h"
#include "ui/sessions/sessions_page.h"
#include "ui/sessions/url_field.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/masked_field.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace hand_out_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using http::test::ScriptedServer;
using test::DeskFixture;

class HandOutTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QGuiApplication::clipboard()->clear();
        m_desk = std::make_unique<DeskFixture>();
        m_account = m_desk->addMarketplace();
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void theGatewaysSecretsAreMaskedAndCopied()
    {
        const auto charge = m_desk->put(m_desk->charge(m_account));
        openAtFirst(m_account);
        const checkout::GatewayHandover &handover = charge.session.handover;
        auto *secret = field("clientSecret");
        auto *key = field("publishableKey");
        QVERIFY(secret->isVisible() && key->isVisible());
        QVERIFY(!seen().contains(handover.clientSecret) && !seen().contains(handover.publishableKey));
        QVERIFY(secret->visibleText().endsWith(handover.clientSecret.right(4)));
        QVERIFY(!field("token")->isVisible());
        QVERIFY(!m_page->findChild<QWidget *>(u"url"_s)->isVisible());

        secret->setRevealed(true);
        QCOMPARE(secret->visibleText(), handover.clientSecret);
        QCOMPARE(button("main")->text(), u"Copy client secret"_s);
        QTest::mouseClick(button("main"), Qt::LeftButton);
        QCOMPARE(clipboard(), handover.clientSecret);
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        for (const char *fact : {"Stripe", "acct_1ABCdef", "charge_a1b2c3d4", "456", "Fee, paid by customer"})
            QVERIFY2(seen().contains(QString::fromLatin1(fact)), fact);
        QVERIFY(figures().contains(u"3.20 USD"_s));
        QVERIFY(figures().contains(u"50.00 USD"_s));
    }

    void aPaymentUrlHidesAllBehindItsHost()
    {
        const auto charge = m_desk->put(m_desk->quotedCharge(m_account));
        openAtFirst(m_account);
        auto *url = m_page->findChild<ui::UrlField *>(u"url"_s);
        QVERIFY(url->isVisible());
        QVERIFY(url->visibleText().startsWith(u"checkout.khaime.example/"_s));
        QVERIFY(!url->visibleText().contains(u"7Hq2mVx0"_s));
        QTest::mouseClick(button("main"), Qt::LeftButton);
        QCOMPARE(clipboard(), charge.session.url);
        QVERIFY(!field("clientSecret")->isVisible());
    }

    void theQuoteStaysAsItWasWhenCreated()
    {
        m_desk->put(m_desk->quotedCharge(m_account));
        openAtFirst(m_account);
        for (const char *text : {"As quoted", "Paystack", "1600", "Fee, paid by you", "Priced amount",
                                 "Commission, marketplace rate of 5%", "Net to 77"})
            QVERIFY2(seen().contains(QString::fromLatin1(text)), text);
        for (const char *figure : {"14,400.00 NGN", "921.60 NGN", "90.00 USD", "85.50 USD"})
            QVERIFY2(figures().contains(QString::fromLatin1(figure)), figure);
        QVERIFY(m_page->findChild<QLabel *>(u"rateNote"_s));
        QVERIFY(!seen().contains(u"As reported"_s)); // the same amount again tells nothing

        auto fits = m_desk->quotedCharge(m_account);
        fits.quote->conversion->rate = u"160"_s;
        m_desk->put(fits);
        QTRY_VERIFY(!m_page->findChild<QLabel *>(u"rateNote"_s));
    }

    void whatWasNotKeptIsCopiedAndOnlyASafeUrlIsOffered()
    {
        ledger::SessionRecord record = m_desk->quotedCharge(m_account);
        const auto account = m_desk->desk->accounts().byId(m_account);
        QWidget window;
        ui::NotKeptDialog dialog(record, account, &window);
        dialog.open();
        auto *url = dialog.findChild<ui::MaskedField *>(u"url"_s);
        QVERIFY(url);
        url->copy();
        QCOMPARE(clipboard(), record.session.url);
        dialog.findChild<ui::IconButton *>()->click();
        QCOMPARE(clipboard(), record.session.id);
        for (const char *unsafe : {"javascript:alert(1)", "http://pay.example/c/1", "https://a@pay.example/c/1"}) {
            record.session.url = QString::fromLatin1(unsafe);
            for (const auto &known : {account, std::optional<accounts::Account>()}) {
                const ui::NotKeptDialog other(record, known, &window);
                QVERIFY2(!other.findChild<ui::MaskedField *>(u"url"_s), unsafe);
            }
        }
    }

    void snippetsAreCopiedWithTheirCaution()
    {
        auto record = m_desk->session(1);
        record.accountId = m_account;
        m_desk->put(record);
        build();
        m_page->setSnippetSource([](const checkout::Session &session, const accounts::Account &) {
            providers::Snippet embed{u"Embed snippet"_s, u"start(%1)"_s.arg(session.secureToken),
                                     u"The token works once."_s, true};
            providers::Snippet plain{u"Script address"_s, u"https://sdk.example/v1.js"_s, {}};
            return std::vector{embed, plain};
        });
        openAtFirst(m_account);
        auto *caution = m_page->findChild<ui::InlineMessage *>(u"caution"_s);
        QVERIFY(caution->isVisible());
        QCOMPARE(caution->text(), u"The token works once."_s);

        copyMenuAction(u"Embed snippet"_s)->trigger();
        QCOMPARE(clipboard(), u"start(%1)"_s.arg(record.session.secureToken));
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        QVERIFY(m_page->findChild<QLabel *>(u"hint"_s)->text().startsWith(u"Copied."_s));
        QCOMPARE(seen().count(u"The token works once."_s), 1);
        copyMenuAction(u"Script address"_s)->trigger();
        QCOMPARE(clipboard(), u"https://sdk.example/v1.js"_s);

        m_desk->now = record.session.expiresAt.addSecs(1);
        QTRY_VERIFY_WITH_TIMEOUT(!caution->isVisible(), 10000);
        QVERIFY(!copyMenuAction(u"Embed snippet"_s));
    }

    void theProvidersSnippetHoldsTheToken()
    {
        auto record = m_desk->session(1);
        record.accountId = m_account;
        record.session.flow = u"khaime.checkout"_s;
        m_desk->put(record);
        openAtFirst(m_account);
        QAction *snippet = copyMenuAction(u"Embed snippet"_s);
        QVERIFY(snippet);
        snippet->trigger();
        QVERIFY(clipboard().contains(record.session.secureToken));
        QVERIFY(m_page->findChild<ui::InlineMessage *>(u"caution"_s)->isVisible());
        // Its page is the merchant's own: no address is missing.
        QVERIFY(!m_page->findChild<QWidget *>(u"url"_s)->isVisible());
    }

    void whatAFlowLacksIsOffWithAReason()
    {
        checkout::Capabilities has;
        has.providerName = u"Acme"_s;
        has.looksUpSessions = false;
        QVERIFY(ui::whyNoLookUp(has).contains(u"Acme"_s));
        QVERIFY(ui::whyNoExpiring(has).contains(u"Acme"_s));
        has.looksUpSessions = has.expireCall = true;
        QVERIFY(ui::whyNoLookUp(has).isEmpty() && ui::whyNoExpiring(has).isEmpty());

        m_desk->put(m_desk->charge(m_account));
        openAtFirst(m_account);
        QVERIFY(m_page->sessionActions().expireNow->isVisible());
        for (const QAction *lacking : {m_page->sessionActions().expireNow, m_page->sessionActions().checkNow}) {
            QVERIFY(!lacking->isEnabled());
            QVERIFY(lacking->toolTip().contains(u"Khaime"_s));
        }
    }

    void theFlowIsNamedWhereThereAreSeveral()
    {
        checkout::Capabilities has;
        has.flow = u"charge"_s;
        has.flows = {{u"charge"_s, u"Charge"_s, {}}};
        QCOMPARE(ui::flowName(has), QString());
        QCOMPARE(ui::idLabel(has), u"Session ID"_s);
        has.flows.push_back({u"hosted"_s, u"Hosted session"_s, {}});
        QCOMPARE(ui::flowName(has), u"Charge"_s);
        QCOMPARE(ui::idLabel(has), u"ID"_s);

        m_desk->put(m_desk->charge(m_account));
        openAtFirst(m_account);
        QVERIFY(seen().contains(u"Khaime, Acme Marketplace · Charge"_s));
        QVERIFY(seen().contains(u"\nID\n"_s));
        QVERIFY(!seen().contains(u"Session ID"_s));
    }

    void whatCameOfExpiringIsToldThoughAnotherRowIsCurrent_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("told");
        QTest::newRow("ended") << http::test::answer(
                                      200,
                                      R"({"id":"cs_000001","secure_token":"tok9vR2mQx8u7Ck0001","status":"expired"})")
                               << u"Ada: The session has ended."_s;
        QTest::newRow("refused") << http::test::answer(409, R"({"title":"Already paid","status":409})") << u"Ada: "_s;
    }
    void whatCameOfExpiringIsToldThoughAnotherRowIsCurrent()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, told);
        QPointer<QTcpSocket> waiting;
        ScriptedServer server;
        server.onRequest = [&waiting](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST"))
                waiting = &socket;
            else
                socket.write(http::test::answer(404, "{}")); // the names of what is sold
        };
        m_desk->connectAt(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        accounts::Account account = m_desk->account;
        QVERIFY(m_desk->desk->accounts().update(account).has_value());
        m_desk->desk->keys().keepForThisRun(account.id, http::Secret(u"sk_sandbox_x"_s));
        m_desk->putMany({m_desk->session(1, u"Ada"_s), m_desk->session(2, u"Bea"_s)});
        build();
        m_page->setAccounts({account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        table()->selectRow(0);
        m_page->sessionActions().expireNow->trigger();
        auto *dialog = m_page->findChild<ui::GuardDialog *>();
        QVERIFY(dialog);
        emit dialog->chosen(1);
        QVERIFY(!m_page->sessionActions().expireNow->isEnabled()); // not twice
        table()->selectRow(1);
        QVERIFY(m_page->sessionActions().expireNow->isEnabled()); // another session is not busy
        auto *message = m_page->findChild<ui::InlineMessage *>(u"message"_s);
        QVERIFY(!message->isVisible());
        QTRY_VERIFY(waiting);
        waiting->write(answer);
        QTRY_VERIFY(message->isVisible());
        QVERIFY2(message->text().startsWith(told), qPrintable(message->text()));
        QCOMPARE(m_page->sessionActions().record()->customerLabel, u"Bea"_s);
    }

    void aTokenThatIsKeptInNoFileIsAskedForWhenItIsCopied()
    {
        ScriptedServer server(http::test::answer(
            200, R"({"id":"cs_000001","secure_token":"tok9vR2mQx8u7Ck0001","status":"open","currency":"EUR"})"));
        m_desk->connectAt(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        accounts::Account account = m_desk->account;
        account.keepsTokensOut = true;
        QVERIFY(m_desk->desk->accounts().update(account).has_value());
        m_desk->desk->keys().keepForThisRun(account.id, http::Secret(u"sk_sandbox_x"_s));
        auto record = m_desk->session(1);
        record.session.secureToken.clear();
        record.session.url.clear();
        m_desk->put(record);
        openAtFirst(account.id);
        QVERIFY2(seen().contains(u"PaymentKit is asked for it when you copy"_s), qPrintable(seen()));
        QCOMPARE(button("main")->text(), u"Copy URL"_s);
        QTest::mouseClick(button("main"), Qt::LeftButton);
        QTRY_VERIFY(clipboard().endsWith(u"tok9vR2mQx8u7Ck0001"_s));
        QVERIFY(clipboard().startsWith(u"https://checkout.paymentkit.example/"_s));
    }

    void aTokenThatNobodyReportsAgainSaysWhatCanBeDone()
    {
        auto account = *m_desk->desk->accounts().byId(m_account);
        account.keepsTokensOut = true;
        QVERIFY(m_desk->desk->accounts().update(account).has_value());
        auto record = m_desk->charge(m_account);
        record.session.handover = {};
        m_desk->put(record);
        openAtFirst(m_account);
        QVERIFY2(seen().contains(u"Khaime does not report this one again"_s), qPrintable(seen()));
        QVERIFY(!m_page->sessionActions().copyUrl->isEnabled());
        QVERIFY(button("main")->isEnabled());
        QVERIFY(button("main")->text().startsWith(u"Duplicate"_s));
    }

private:
    void build()
    {
        m_page = std::make_unique<ui::SessionsPage>(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        m_page->resize(1232, 780);
        m_page->show();
    }
    void openAtFirst(const QString &accountId)
    {
        if (!m_page)
            build();
        m_page->setAccounts({accountId});
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        table()->selectRow(0);
    }
    ui::Table *table() const { return m_page->findChild<ui::Table *>(); }
    ui::Button *button(const char *name) const { return m_page->findChild<ui::Button *>(QString::fromLatin1(name)); }
    ui::MaskedField *field(const char *name) const
    {
        return m_page->findChild<ui::MaskedField *>(QString::fromLatin1(name));
    }
    QAction *copyMenuAction(const QString &text) const
    {
        const auto actions = button("copyAs")->menu()->actions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    }
    /// Every text that stands in the panel.
    QString seen() const
    {
        QString text;
        for (const auto *label : m_page->findChild<ui::SessionPanel *>()->findChildren<QLabel *>()) {
            if (label->isVisible())
                text += label->text() + u'\n';
        }
        return text;
    }
    QStringList figures() const
    {
        QStringList texts;
        for (const auto *amount : m_page->findChild<ui::SessionPanel *>()->findChildren<ui::AmountLabel *>())
            texts += amount->text().replace(QChar::Nbsp, u' ');
        return texts;
    }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::SessionsPage> m_page;
    QString m_account;
};

TILLDECK_TEST(HandOutTest)

} // namespace hand_out_test

#include "tst_hand_out.moc"
