// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sessions/desk_fixture.h"
#include "support/list_menu.h"
#include "support/runner.h"
#include "ui/activity/activity_page.h"
#include "ui/activity/event_model.h"
#include "ui/activity/event_panel.h"
#include "ui/activity/signature_dialog.h"
#include "ui/lists/chip.h"
#include "ui/lists/roles.h"
#include "ui/lists/table.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/masked_field.h"
#include "ui/widgets/search_field.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

namespace activity_page_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using Delivery = ledger::WebhookEvent::Delivery;
using test::DeskFixture;

namespace {

// printf '%s' … | openssl dgst -sha256 -hmac whsec_Jefe7f3a
const QByteArray signedBody = R"({"event_type":"payment.succeeded","n":"naïve"})";
const QByteArray signatureOfBody = "113c31b7fa9937241d5e5d043d27ba2a87f41bdd6bcee96946c313d967705145";

} // namespace

class ActivityPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        if (qEnvironmentVariableIsSet("TILLDECK_PICTURES"))
            m_theme = std::make_unique<ui::Theme>(*qApp, ui::ThemeMode::Light);
        m_desk = std::make_unique<DeskFixture>();
        m_page = std::make_unique<ui::ActivityPage>(*m_desk->desk);
        m_page->resize(1232, 780);
        m_page->show();
        m_tester = std::make_unique<QAbstractItemModelTester>(table()->model(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_page.reset();
        m_desk.reset();
    }

    void eventsArriveAndAreFiltered()
    {
        put(madeEvent(0, Delivery::Delivered));
        put(madeEvent(1, Delivery::Failed));
        put(madeEvent(2, Delivery::Kept));
        put(madeEvent(3, Delivery::Pending));
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QTRY_COMPARE(chip(100)->count(), 4);
        QTRY_COMPARE(chip(Delivery::Failed)->count(), 1);
        QCOMPARE(cell(0, ui::EventModel::Delivery), u"Delivered"_s);
        QCOMPARE(cell(1, ui::EventModel::Answer), u"HTTP 500"_s);
        QCOMPARE(table()->model()->index(1, ui::EventModel::Answer).data(ui::SecondaryTextRole).toString(),
                 u", \u20683 tries\u2069"_s);
        QCOMPARE(cell(2, ui::EventModel::Delivery), u"Not sent"_s);
        QCOMPARE(cell(2, ui::EventModel::Answer), QString());
        QCOMPARE(cell(3, ui::EventModel::Delivery), u"Trying again"_s);
        QTest::mouseClick(chip(Delivery::Failed), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(cell(0, ui::EventModel::Delivery), u"Failed"_s);
        QTest::mouseClick(chip(100), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        m_page->findChild<ui::SearchField *>()->setText(u"cs_000002"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(cell(0, ui::EventModel::About), u"cs_000002"_s);
    }

    void eventsAreSortedByTheMenuAndTheCurrentOneStaysCurrent()
    {
        put(madeEvent(0, Delivery::Delivered));
        put(madeEvent(1, Delivery::Kept));
        put(madeEvent(2, Delivery::Failed));
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->currentIndex().row(), 0);
        test::chooseInListMenu(*m_page, {u"Sort by"_s, u"About"_s});
        test::chooseInListMenu(*m_page, {u"Sort by"_s, u"The other way round"_s});
        QTRY_COMPARE(cell(0, ui::EventModel::About), u"cs_000002"_s);
        QTRY_COMPARE(table()->currentIndex().row(), 2);
        QTRY_VERIFY(panelText().contains(u"evt_000000"_s));
        test::chooseInListMenu(*m_page, {u"Sort by"_s, u"The usual order"_s});
        QTRY_COMPARE(cell(0, ui::EventModel::About), u"cs_000000"_s);
    }

    void eventsOfOtherAccountsAndOldOnesAreNotListed()
    {
        put(madeEvent(0, Delivery::Delivered));
        auto other = madeEvent(1, Delivery::Delivered);
        other.accountId = u"other"_s;
        put(other);
        auto old = madeEvent(2, Delivery::Delivered);
        old.at = m_desk->now.addDays(-31);
        put(old);
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_COMPARE(chip(100)->count(), 1);
    }

    void aDeliveryIsFollowedInItsRow()
    {
        auto tried = madeEvent(0, Delivery::Pending);
        tried.attempts = 1;
        put(tried);
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTRY_COMPARE(table()->currentIndex().row(), 0);
        QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
        tried.delivery = Delivery::Delivered;
        tried.attempts = 2;
        tried.httpStatus = 204;
        put(tried);
        QTRY_COMPARE(cell(0, ui::EventModel::Delivery), u"Delivered"_s);
        QCOMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(reset.count(), 0);
        QTRY_VERIFY(panelText().contains(u"HTTP 204"_s));
    }

    void thePanelHandsOutBodyAndSignature()
    {
        put(madeEvent(0, Delivery::Delivered));
        m_page->setAccounts({m_desk->account.id});
        QTRY_VERIFY(panel()->isVisible());
        QTRY_VERIFY(panelText().contains(u"evt_000000"_s));
        QVERIFY(panelText().contains(u"https://shop.example/hooks"_s));
        QVERIFY(panelText().contains(u"X-Khaime-Signature"_s));
        QCOMPARE(panel()->findChild<ui::JsonView *>()->toPlainText().count(u'\n'), 3); // indented
        click(u"copyRaw"_s);
        QCOMPARE(QApplication::clipboard()->text().toUtf8(), signedBody);
        click(u"copyJson"_s);
        QVERIFY(QApplication::clipboard()->text().startsWith("{\n"_L1));
        QTest::mouseClick(panel()->findChild<QToolButton *>(u"copySignature"_s), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text().toUtf8(), signatureOfBody);
    }

    void whatItIsAboutIsALinkWhereItIsKnown()
    {
        m_desk->put(m_desk->session(0));
        put(madeEvent(0, Delivery::Delivered)); // about session 0
        put(madeEvent(1, Delivery::Delivered)); // about a session that is not here
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTRY_COMPARE(table()->currentIndex().row(), 0);
        const auto link = [this] { return panel()->findChild<ui::FactRow *>(u"about"_s)->findChild<ui::Button *>(); };
        QTRY_VERIFY(link());
        QSignalSpy shown(m_page.get(), &ui::ActivityPage::showSession);
        QTRY_VERIFY(link()->height() > 10); // laid out
        QTest::mouseClick(link(), Qt::LeftButton);
        QCOMPARE(shown.count(), 1);
        QCOMPARE(shown[0][1].toString(), u"cs_000000"_s);
        table()->selectRow(1);
        QTRY_VERIFY(panelText().contains(u"evt_000001"_s));
        QVERIFY(!link());
    }

    void onlyTheSandboxHasAnAddressToSendTo()
    {
        auto *bar = m_page->findChild<ui::ReceiverBar *>();
        QVERIFY(!bar->isVisible());
        m_page->setAccounts({m_desk->account.id});
        m_page->setReceivers({{m_desk->account.id, ui::Receiver{{}, u"whsec_0123456789abcdef"_s}}});
        QVERIFY(bar->isVisible());
        auto *url = m_page->findChild<QLineEdit *>(u"receiverUrl"_s);
        QVERIFY(!m_page->findChild<ui::MaskedField *>(u"signingSecret"_s)->visibleText().contains(u"0123"_s));
        QSignalSpy chosen(m_page.get(), &ui::ActivityPage::receiverUrlChosen);
        url->setFocus();
        QTest::keyClicks(url, u"localhost:3000"_s);
        QTest::keyClick(url, Qt::Key_Return);
        QCOMPARE(chosen.count(), 0);
        QVERIFY(url->property("error").toBool());
        url->clear();
        QTest::keyClicks(url, u"http://localhost:3000/hooks"_s);
        QVERIFY(!url->property("error").toBool());
        QTest::keyClick(url, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toString(), u"http://localhost:3000/hooks"_s);
        QTest::keyClick(url, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty()) {
            for (int n = 0; n < 4; ++n)
                put(madeEvent(n, static_cast<Delivery>(n)));
            m_page->setAccounts({m_desk->account.id});
            QTRY_VERIFY(panelText().contains(u"evt_000000"_s));
            QTest::qWait(100);
            QVERIFY(m_page->grab().save(folder + u"/activity.png"_s));
        }
    }

    void eventsOfSeveralAccountsSayWhose()
    {
        accounts::Account other;
        other.name = u"Khaime shop"_s;
        other.provider = accounts::ProviderKind::Khaime;
        other.baseUrl = u"https://khaime.example"_s;
        const auto added = m_desk->desk->accounts().add(other);
        QVERIFY(added.has_value());
        put(madeEvent(0, Delivery::Delivered));
        auto theirs = madeEvent(1, Delivery::Delivered);
        theirs.accountId = added->id;
        put(theirs);
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QVERIFY(table()->isColumnHidden(ui::EventModel::Provider));

        m_page->setAccounts({m_desk->account.id, added->id});
        m_page->setReceivers({{m_desk->account.id, ui::Receiver{{}, u"whsec_Jefe7f3a"_s}},
                              {added->id, ui::Receiver{{}, u"whsec_other"_s}}});
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QVERIFY(!table()->isColumnHidden(ui::EventModel::Provider));
        QCOMPARE(cell(1, ui::EventModel::Provider), u"Khaime shop"_s);
        // The secret is that of the event's account, for reading and for checking.
        table()->selectRow(1);
        auto *secret = m_page->findChild<ui::MaskedField *>(u"signingSecret"_s);
        secret->setRevealed(true);
        QCOMPARE(secret->visibleText(), u"whsec_other"_s);
        table()->selectRow(0);
        QVERIFY(!secret->visibleText().contains(u"other"_s));
        click(u"checkEvent"_s);
        auto *dialog = m_page->findChild<ui::SignatureDialog *>();
        QTest::mouseClick(dialog->findChild<ui::Button *>(u"check"_s), Qt::LeftButton);
        QVERIFY2(verdict(dialog)->text().contains(u"is right"_s), qPrintable(verdict(dialog)->text()));
    }

    void aRowsSignatureIsChecked()
    {
        m_page->setReceivers({{m_desk->account.id, ui::Receiver{{}, u"whsec_Jefe7f3a"_s}}});
        put(madeEvent(0, Delivery::Delivered));
        m_page->setAccounts({m_desk->account.id});
        QTRY_VERIFY(panel()->isVisible());
        click(u"checkEvent"_s);
        auto *dialog = m_page->findChild<ui::SignatureDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QComboBox *>(u"provider"_s)->currentText(), u"PaymentKit"_s);
        auto *secret = dialog->findChild<QLineEdit *>(u"secret"_s);
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        QVERIFY(!verdict(dialog)->isVisible());
        QTest::mouseClick(dialog->findChild<ui::Button *>(u"check"_s), Qt::LeftButton);
        QVERIFY2(verdict(dialog)->text().contains(u"is right"_s), qPrintable(verdict(dialog)->text()));
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50);
            QVERIFY(dialog->grab().save(folder + u"/check-signature.png"_s));
        }
        // A verdict is about what stands there now.
        auto *body = dialog->findChild<QPlainTextEdit *>(u"body"_s);
        body->appendPlainText({});
        QVERIFY(!verdict(dialog)->isVisible());
        QTest::mouseClick(dialog->findChild<ui::Button *>(u"check"_s), Qt::LeftButton);
        QVERIFY(verdict(dialog)->text().contains(u"end of the body"_s));
        QVERIFY(body->property("error").toBool());
        dialog->reject();
        QVERIFY(secret->text().isEmpty());
    }

    void aSignatureIsCheckedByHand()
    {
        m_page->setAccounts({m_desk->account.id});
        click(u"checkSignature"_s);
        auto *dialog = m_page->findChild<ui::SignatureDialog *>();
        QVERIFY(dialog);
        dialog->setProvider(u"ikawaari"_s);
        dialog->findChild<QPlainTextEdit *>(u"body"_s)->setPlainText(QString::fromUtf8(signedBody));
        dialog->findChild<QLineEdit *>(u"signature"_s)->setText(QString::fromLatin1(signatureOfBody));
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"secret"_s), u"whsec_Jefe7f3a"_s);
        QTest::keyClick(dialog->findChild<QLineEdit *>(u"secret"_s), Qt::Key_Return);
        QVERIFY2(verdict(dialog)->text().contains(u"has no time"_s), qPrintable(verdict(dialog)->text()));
        QVERIFY(dialog->findChild<QLineEdit *>(u"signature"_s)->property("error").toBool());
        dialog->setProvider(u"khaime"_s);
        QVERIFY(!verdict(dialog)->isVisible());
        QTest::mouseClick(dialog->findChild<ui::Button *>(u"check"_s), Qt::LeftButton);
        QVERIFY(verdict(dialog)->text().contains(u"is right"_s));
    }

private:
    ledger::WebhookEvent madeEvent(int n, Delivery delivery) const
    {
        ledger::WebhookEvent event;
        event.accountId = m_desk->account.id;
        event.eventId = u"evt_%1"_s.arg(n, 6, 10, QChar(u'0'));
        event.type = u"payment.succeeded"_s;
        event.about = u"cs_%1"_s.arg(n, 6, 10, QChar(u'0'));
        event.body = signedBody;
        event.signatureHeader = "X-Khaime-Signature";
        event.signature = signatureOfBody;
        event.delivery = delivery;
        if (delivery != Delivery::Kept) {
            event.url = u"https://shop.example/hooks"_s;
            event.attempts = delivery == Delivery::Delivered ? 1 : 3;
            event.httpStatus = delivery == Delivery::Delivered ? 200 : 500;
        }
        event.at = m_desk->now.addSecs(-60 * n);
        return event;
    }
    /// Returns when everybody has been told.
    void put(const ledger::WebhookEvent &event)
    {
        QSignalSpy told(&m_desk->desk->ledger(), &ledger::Ledger::webhookEventsChanged);
        QVERIFY(m_desk->desk->ledger().putWebhookEvent(event).result().has_value());
        QVERIFY(!told.isEmpty() || told.wait());
    }
    ui::Table *table() const { return m_page->findChild<ui::Table *>(); }
    ui::EventPanel *panel() const { return m_page->findChild<ui::EventPanel *>(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QString panelText() const
    {
        QString text;
        for (const auto *label : panel()->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    }
    ui::Chip *chip(int id) const { return m_page->findChild<ui::ChipRow *>()->chip(id); }
    ui::Chip *chip(Delivery delivery) const { return chip(static_cast<int>(delivery)); }
    void click(const QString &name) const { QTest::mouseClick(m_page->findChild<ui::Button *>(name), Qt::LeftButton); }
    static ui::InlineMessage *verdict(ui::SignatureDialog *dialog)
    {
        return dialog->findChild<ui::InlineMessage *>(u"verdict"_s);
    }

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::ActivityPage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

TILLDECK_TEST(ActivityPageTest)

} // namespace activity_page_test

#include "tst_activity_page.moc"
