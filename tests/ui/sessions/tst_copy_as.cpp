// SPDX-License-Identifier: GPL-3.0-or-later
// The texts a session is handed out as.
#include "desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/table.h"
#include "ui/sessions/copy_text.h"
#include "ui/sessions/sessions_page.h"
#include "ui/widgets/inline_message.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrlQuery>

namespace copy_as_test {

using namespace tilldeck;
using test::DeskFixture;

class CopyAsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QGuiApplication::clipboard()->clear();
        m_desk = std::make_unique<DeskFixture>();
        m_opened.clear();
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void theMailSaysOnlyWhatIsKnown_data()
    {
        QTest::addColumn<bool>("told");
        QTest::addColumn<bool>("sold");
        QTest::addColumn<QString>("body");
        const QString link = QStringLiteral("\n\nhttps://pay.example/a\n\n");
        const QString until = QStringLiteral("The link is valid until Wed 15 Apr 2026, 13:30 UTC.\n\n");
        const QString end = QStringLiteral("Kind regards\n");
        QTest::newRow("all of it") << true << true
                                   << QStringLiteral("Hello,\n\nhere is your link to pay 248.01 EUR for Annual "
                                                     "membership + 1:") +
                                          link + until + end;
        QTest::newRow("amount only") << true << false
                                     << QStringLiteral("Hello,\n\nhere is your link to pay 248.01 EUR:") + link +
                                            until + end;
        QTest::newRow("an amount of ours is not the provider's, no expiry")
            << false << true
            << QStringLiteral("Hello,\n\nhere is your link to pay for Annual membership + 1:") + link + end;
        QTest::newRow("nothing") << false << false
                                 << QStringLiteral("Hello,\n\nhere is your link to pay:") + link + end;
    }
    void theMailSaysOnlyWhatIsKnown()
    {
        QFETCH(bool, told);
        QFETCH(bool, sold);
        ledger::SessionRecord record = m_desk->session(1);
        if (!told) {
            record.session.amount.reset();
            record.session.expiresAt = {};
        }
        if (!sold)
            record.itemsLabel.clear();
        const ui::PaymentMail mail =
            ui::paymentMail(record, QStringLiteral("https://pay.example/a"), QTimeZone::utc(), QLocale());
        QTEST(QString(mail.body).replace(QChar::Nbsp, u' '), "body");
        QCOMPARE(mail.subject.contains(record.itemsLabel), true);
    }

    void theMailIsEncodedForTheMailProgram()
    {
        const ui::PaymentMail mail{QStringLiteral("Your link: a & b?"),
                                   QStringLiteral("Grüße\n\nhttps://pay.example/?a=1&b=50%25#c\n")};
        const QUrl url = ui::mailtoUrl(QStringLiteral("jane+x@example.com?bcc=all@example.com"), mail);
        QVERIFY(url.isValid());
        QCOMPARE(url.scheme(), QStringLiteral("mailto"));
        const QByteArray wire = url.toEncoded();
        QVERIFY(wire.startsWith("mailto:jane%2Bx@example.com%3Fbcc%3Dall@example.com?subject="));
        QVERIFY2(wire.endsWith("&body=Gr%C3%BC%C3%9Fe%0D%0A%0D%0Ahttps%3A%2F%2Fpay.example%2F%3Fa%3D1%26b%3D50%2525%23c"
                               "%0D%0A"),
                 wire.constData());
        QCOMPARE(QUrlQuery(url).queryItems().size(), 2); // nothing in it begins a header of its own
        QCOMPARE(QUrlQuery(url).queryItemValue(QStringLiteral("subject"), QUrl::FullyDecoded), mail.subject);
    }

    void theMailGoesToTheCustomerOrToTheClipboard()
    {
        ledger::SessionRecord record = m_desk->session(1);
        record.session.customer.email = QStringLiteral("jane@example.com");
        m_desk->put(record);
        openAtFirst();
        m_page->sessionActions().openMail->trigger();
        QCOMPARE(m_opened.size(), 1);
        QCOMPARE(m_opened.front().path(), QStringLiteral("jane@example.com"));
        m_page->sessionActions().copyMail->trigger();
        QVERIFY(clipboard().contains(record.session.secureToken));
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")),
                 QByteArray("secret"));

        m_opens = false;
        m_page->sessionActions().openMail->trigger();
        auto *message = m_page->findChild<ui::InlineMessage *>(QStringLiteral("message"));
        QVERIFY(message->isVisible() && message->text().startsWith(QStringLiteral("No mail program")));

        m_desk->now = record.session.expiresAt.addSecs(1);
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->sessionActions().copyMail->isEnabled(), 10000);
        QVERIFY(!m_page->sessionActions().openMail->isEnabled());
    }

    void nobodyIsAskedToPayWhatIsPaid()
    {
        ledger::SessionRecord record = m_desk->session(1);
        DeskFixture::setStatus(record, checkout::SessionStatus::Completed, QStringLiteral("completed"));
        m_desk->put(record);
        openAtFirst();
        QVERIFY(m_page->sessionActions().copyId->isEnabled());
        QVERIFY(!m_page->sessionActions().copyMail->isEnabled());
        QVERIFY(!m_page->sessionActions().openMail->isEnabled());
    }

    void theRequestIsCopiedWithoutTheKey()
    {
        m_desk->desk->keys().keepForThisRun(m_desk->account.id, http::Secret(QStringLiteral("sk_live_7Hq2")));
        ledger::SessionRecord record = m_desk->session(1);
        record.draft.lineItems = {{QStringLiteral("price_o'clock"), 2}};
        m_desk->put(record);
        openAtFirst();
        QVERIFY(m_page->sessionActions().copyCurl->isEnabled());
        m_page->sessionActions().copyCurl->trigger();
        QTRY_VERIFY(clipboard().startsWith(QStringLiteral("curl -X POST 'https://api.paymentkit.example/")));
        QVERIFY(clipboard().contains(QStringLiteral("$TILLDECK_KEY")));
        QVERIFY(!clipboard().contains(QStringLiteral("sk_live")));
        QVERIFY(clipboard().contains(QStringLiteral("Idempotency-Key: $(uuidgen)")));
        QVERIFY(clipboard().contains(QStringLiteral("price_o'\\''clock")));
    }

    void theRequestOfASessionMadeElsewhereIsNotMadeUp()
    {
        m_desk->put(m_desk->session(1));
        openAtFirst();
        QVERIFY(!m_page->sessionActions().copyCurl->isEnabled());
        QVERIFY(m_page->sessionActions().copyCurl->toolTip().contains(QStringLiteral("elsewhere")));
    }

    void aMarkdownLinkCannotBeBrokenOutOf()
    {
        QCOMPARE(ui::markdownLink(QStringLiteral("https://pay.example/(a)"), QStringLiteral("Pay [9]_x")),
                 QStringLiteral("[Pay \\[9\\]\\_x](https://pay.example/%28a%29)"));
    }

    void aButtonCannotBeBrokenOutOf()
    {
        const QString button = ui::htmlPaymentButton(QStringLiteral("https://pay.example/?a=\"><script>"),
                                                     QStringLiteral("Pay <b>\"9\"</b>"));
        QVERIFY(button.startsWith(QStringLiteral("<a href=\"https://pay.example/?a=&quot;&gt;&lt;script&gt;\"")));
        QVERIFY(button.endsWith(QStringLiteral(">Pay &lt;b&gt;&quot;9&quot;&lt;/b&gt;</a>")));
    }

private:
    void openAtFirst()
    {
        m_page = std::make_unique<ui::SessionsPage>(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        m_page->setOpener([this](const QUrl &url) {
            m_opened.append(url);
            return m_opens;
        });
        m_page->resize(1232, 780);
        m_page->show();
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(m_page->findChild<ui::Table *>()->model()->rowCount(), 1);
        m_page->findChild<ui::Table *>()->selectRow(0);
    }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::SessionsPage> m_page;
    QList<QUrl> m_opened;
    bool m_opens = true;
};

TILLDECK_TEST(CopyAsTest)

} // namespace copy_as_test

#include "tst_copy_as.moc"
