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

using namespace Qt::StringLiterals;

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
        const QString link = u"\n\nhttps://pay.example/a\n\n"_s;
        const QString until = u"The link is valid until Wed 15 Apr 2026, 13:30 UTC.\n\n"_s;
        const QString end = u"Kind regards\n"_s;
        QTest::newRow("all of it") << true << true
                                   << u"Hello,\n\nhere is your link to pay 248.01 EUR for Annual "
                                      "membership + 1:"_s +
                                          link + until + end;
        QTest::newRow("amount only") << true << false
                                     << u"Hello,\n\nhere is your link to pay 248.01 EUR:"_s + link + until + end;
        QTest::newRow("an amount of ours is not the provider's, no expiry")
            << false << true << u"Hello,\n\nhere is your link to pay for Annual membership + 1:"_s + link + end;
        QTest::newRow("nothing") << false << false << u"Hello,\n\nhere is your link to pay:"_s + link + end;
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
            ui::paymentMail(record, u"https://pay.example/a"_s, {}, QTimeZone::utc(), QLocale());
        QTEST(QString(mail.body).replace(QChar::Nbsp, u' '), "body");
        QCOMPARE(mail.subject.contains(record.itemsLabel), true);
    }

    void theMailIsEncodedForTheMailProgram()
    {
        const ui::PaymentMail mail{u"Your link: a & b?"_s, u"Grüße\n\nhttps://pay.example/?a=1&b=50%25#c\n"_s};
        const QUrl url = ui::mailtoUrl(u"jane+x@example.com?bcc=all@example.com"_s, mail);
        QVERIFY(url.isValid());
        QCOMPARE(url.scheme(), u"mailto"_s);
        const QByteArray wire = url.toEncoded();
        QVERIFY(wire.startsWith("mailto:jane%2Bx@example.com%3Fbcc%3Dall@example.com?subject="));
        QVERIFY2(wire.endsWith("&body=Gr%C3%BC%C3%9Fe%0D%0A%0D%0Ahttps%3A%2F%2Fpay.example%2F%3Fa%3D1%26b%3D50%2525%23c"
                               "%0D%0A"),
                 wire.constData());
        QCOMPARE(QUrlQuery(url).queryItems().size(), 2); // nothing in it begins a header of its own
        QCOMPARE(QUrlQuery(url).queryItemValue(u"subject"_s, QUrl::FullyDecoded), mail.subject);
    }

    void theMailGoesToTheCustomerOrToTheClipboard()
    {
        ledger::SessionRecord record = m_desk->session(1);
        record.session.customer.email = u"jane@example.com"_s;
        m_desk->put(record);
        openAtFirst();
        m_page->sessionActions().openMail->trigger();
        QCOMPARE(m_opened.size(), 1);
        QCOMPARE(m_opened.front().path(), u"jane@example.com"_s);
        m_page->sessionActions().copyMail->trigger();
        QVERIFY(clipboard().contains(record.session.secureToken));
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));

        m_opens = false;
        m_page->sessionActions().openMail->trigger();
        auto *message = m_page->findChild<ui::InlineMessage *>(u"message"_s);
        QVERIFY(message->isVisible() && message->text().startsWith(u"No mail program"_s));

        m_desk->now = record.session.expiresAt.addSecs(1);
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->sessionActions().copyMail->isEnabled(), 10000);
        QVERIFY(!m_page->sessionActions().openMail->isEnabled());
    }

    void nobodyIsAskedToPayWhatIsPaid()
    {
        ledger::SessionRecord record = m_desk->session(1);
        DeskFixture::setStatus(record, checkout::SessionStatus::Completed, u"completed"_s);
        m_desk->put(record);
        openAtFirst();
        QVERIFY(m_page->sessionActions().copyId->isEnabled());
        QVERIFY(!m_page->sessionActions().copyMail->isEnabled());
        QVERIFY(!m_page->sessionActions().openMail->isEnabled());
    }

    void theRequestIsCopiedWithoutTheKey()
    {
        m_desk->desk->keys().keepForThisRun(m_desk->account.id, http::Secret(u"sk_live_7Hq2"_s));
        ledger::SessionRecord record = m_desk->session(1);
        record.draft.lineItems = {{u"price_o'clock"_s, 2}};
        m_desk->put(record);
        openAtFirst();
        QVERIFY(m_page->sessionActions().copyCurl->isEnabled());
        m_page->sessionActions().copyCurl->trigger();
        QTRY_VERIFY(clipboard().startsWith(u"curl -X POST 'https://api.paymentkit.example/"_s));
        QVERIFY(clipboard().contains(u"$TILLDECK_KEY"_s));
        QVERIFY(!clipboard().contains(u"sk_live"_s));
        QVERIFY(clipboard().contains(u"Idempotency-Key: $(uuidgen)"_s));
        QVERIFY(clipboard().contains(u"price_o'\\''clock"_s));
    }

    void theRequestOfASessionMadeElsewhereIsNotMadeUp()
    {
        m_desk->put(m_desk->session(1));
        openAtFirst();
        QVERIFY(!m_page->sessionActions().copyCurl->isEnabled());
        QVERIFY(m_page->sessionActions().copyCurl->toolTip().contains(u"elsewhere"_s));
    }

    void aMarkdownLinkCannotBeBrokenOutOf()
    {
        QCOMPARE(ui::markdownLink(u"https://pay.example/(a)"_s, u"Pay [9]_x"_s),
                 u"[Pay \\[9\\]\\_x](https://pay.example/%28a%29)"_s);
    }

    void aButtonCannotBeBrokenOutOf()
    {
        const QString button = ui::htmlPaymentButton(u"https://pay.example/?a=\"><script>"_s, u"Pay <b>\"9\"</b>"_s);
        QVERIFY(button.startsWith(u"<a href=\"https://pay.example/?a=&quot;&gt;&lt;script&gt;\""_s));
        QVERIFY(button.endsWith(u">Pay &lt;b&gt;&quot;9&quot;&lt;/b&gt;</a>"_s));
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
