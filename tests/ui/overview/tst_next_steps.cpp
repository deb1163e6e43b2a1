// SPDX-License-Identifier: GPL-3.0-or-later
// Needs attention names the next step, and says what is not known instead of nothing.
#include "desk/abandon_creation.h"
#include "desk/charge_server.h"
#include "desk/create_session.h"
#include "desk/creation_counter.h"
#include "desk/rebuild_ledger.h"
#include "desk/storage_bench.h"
#include "support/runner.h"
#include "support/shown.h"
#include "ui/figures/outcome_box.h"
#include "ui/overview/attention_card.h"
#include "ui/overview/overview_page.h"
#include "ui/overview/share_bar.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace next_steps_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using ledger::Intent;
using test::textOf;
using test::visible;

namespace {

void press(QWidget *parent, const QString &text)
{
    for (auto *button : parent->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == text)
            return button->click();
    }
    QFAIL(qPrintable(text));
}

/// The overview of one account, with the first card that waits opened.
struct Screen
{
    Screen(desk::Desk &desk, const QString &account)
        : page(desk)
    {
        page.resize(1232, 780);
        page.setAccounts({account});
        page.show();
    }

    ui::AttentionCard *card(const QString &name = u"outcome"_s) { return visible<ui::AttentionCard>(&page, name); }
    bool open()
    {
        if (!QTest::qWaitFor([this] { return card(); }))
            return false;
        card()->click();
        return QTest::qWaitFor([this] { return box() && box()->findChild<QPushButton *>(u"abandonButton"_s); });
    }
    ui::OutcomeBox *box() { return page.findChild<ui::OutcomeBox *>(); }
    QString resolved()
    {
        auto *message = page.findChild<ui::InlineMessage *>(u"resolved"_s);
        return message->isVisible() ? message->text() : QString();
    }

    ui::OverviewPage page;
};

} // namespace

class NextStepsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void withoutAKeyEnteringItIsTheNextStep()
    {
        CreationCounter at(ProviderKind::Ikawaari);
        QCOMPARE(at.create().end, desk::CreateOutcome::End::Unknown);
        at.bench.restart();
        at.bench.desk->keys().keepForThisRun(at.id, std::nullopt);
        Screen screen(*at.bench.desk, at.id);
        QVERIFY(screen.open());
        QPushButton *enter = nullptr;
        QTRY_VERIFY((enter = visible<QPushButton>(screen.box(), u"enterKeyButton"_s)));
        QVERIFY2(textOf(screen.box()).contains(u"Enter the key of the account first"_s),
                 qPrintable(textOf(screen.box())));
        QSignalSpy asked(&screen.page, &ui::OverviewPage::keyNeeded);
        enter->click();
        QCOMPARE(asked.count(), 1);
        // Nor is a key that is missing called another one.
        screen.box()->findChild<QPushButton *>(u"abandonButton"_s)->click();
        press(visible<ui::GuardDialog>(&screen.page), u"It was not created"_s);
        QTRY_COMPARE(asked.count(), 2);
        QVERIFY2(!textOf(screen.box()).contains(u"with another key"_s), qPrintable(textOf(screen.box())));
        at.bench.desk->keys().keepForThisRun(at.id, http::Secret(u"sk_test_1"_s));
        emit at.bench.desk->keys().entered(at.id);
        QTRY_VERIFY(!visible<QPushButton>(screen.box(), u"enterKeyButton"_s));
    }

    void aChargeThatIsFoundIsSentAgainForItsUrl_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("url");
        QTest::newRow("sent again") << u"Send again"_s << u"https://paystack.example/p/1"_s;
        QTest::newRow("taken as it is") << u"Take it without its URL"_s << QString();
    }
    void aChargeThatIsFoundIsSentAgainForItsUrl()
    {
        QFETCH(const QString, choice);
        QFETCH(const QString, url);
        Bench bench;
        ChargeServer server;
        const QString account = server.connectTo(bench);
        server.chargeAnswer = http::test::answer(500, "{}");
        const auto seen = quoteNow(*bench.desk, account, charge());
        const auto lost =
            QCoro::waitFor(desk::createSession(bench.desk.get(), account, charge(), {}, std::nullopt, *seen));
        QCOMPARE(lost.end, desk::CreateOutcome::End::Unknown);
        // Once it was sent again in vain, it can be looked up.
        QCOMPARE(QCoro::waitFor(desk::resendCreation(bench.desk.get(), account, lost.record.intentId)).end,
                 desk::CreateOutcome::End::Unknown);
        server.transactions = {payment(u"charge_1"_s, u"pending"_s, u"KS-1"_s)};
        server.chargeAnswer.clear();
        Screen screen(*bench.desk, account);
        QVERIFY(screen.open());
        QTRY_VERIFY(visible<QPushButton>(screen.box(), u"reconcileButton"_s));
        visible<QPushButton>(screen.box(), u"reconcileButton"_s)->click();
        ui::GuardDialog *asked = nullptr;
        QTRY_VERIFY((asked = visible<ui::GuardDialog>(&screen.page, u"withoutUrl"_s)));
        QVERIFY2(textOf(asked).contains(u"its URL is lost"_s), qPrintable(textOf(asked)));
        press(asked, choice);
        const auto row = [&] {
            return bench.desk->ledger().sessionByIntent(lost.record.intentId).result().value().value();
        };
        QTRY_COMPARE(row().session.id, u"charge_1"_s);
        QCOMPARE(row().session.url, url);
    }

    void whatTheLookUpFoundAgainstTheMerchantsWordIsSaid()
    {
        Bench bench;
        ChargeServer server;
        const QString account = server.connectTo(bench);
        server.chargeAnswer = http::test::answer(500, "{}");
        const auto seen = quoteNow(*bench.desk, account, charge());
        QCOMPARE(QCoro::waitFor(desk::createSession(bench.desk.get(), account, charge(), {}, std::nullopt, *seen)).end,
                 desk::CreateOutcome::End::Unknown);
        server.transactions = {payment(u"charge_1"_s, u"completed"_s, u"KS-1"_s)};
        Screen screen(*bench.desk, account);
        QVERIFY(screen.open());
        QTRY_VERIFY(visible<QPushButton>(screen.box(), u"abandonButton"_s));
        visible<QPushButton>(screen.box(), u"abandonButton"_s)->click();
        press(visible<ui::GuardDialog>(&screen.page), u"It was not created"_s);
        QTRY_VERIFY2(screen.resolved().contains(u"charge_1"_s), qPrintable(screen.resolved()));
        QVERIFY2(screen.resolved().contains(u"so it was created"_s), qPrintable(screen.resolved()));
        QSignalSpy shown(&screen.page, &ui::OverviewPage::showSession);
        emit screen.page.findChild<ui::InlineMessage *>(u"resolved"_s)->linkActivated();
        QCOMPARE(shown.takeFirst().at(1).toString(), u"charge_1"_s);
    }

    void sessionsThatWereNotAskedAboutAreNeitherFailedNorOpen()
    {
        StorageBench files;
        QCOMPARE(files.create().end, desk::CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        files.remove(ledgerName);
        files.bench.open();
        QVERIFY(QCoro::waitFor(desk::rebuildLedger(files.bench.desk.get())));
        Screen screen(*files.bench.desk, files.account);
        QTRY_VERIFY(screen.card(u"notAskedSessions"_s));
        QVERIFY(!screen.card(u"failedSessions"_s));
        QVERIFY2(screen.card(u"notAskedSessions"_s)->accessibleName().contains(u"Not asked yet"_s),
                 qPrintable(screen.card(u"notAskedSessions"_s)->accessibleName()));
        for (const auto *part : screen.page.findChildren<ui::ShareLegend *>())
            QCOMPARE(part->count(), part->text() == u"Not asked yet"_s ? 1 : 0);
        QVERIFY2(!textOf(&screen.page).contains(u"% completed"_s), qPrintable(textOf(&screen.page)));
    }

    void withoutTheJournalRefundsAreSaidNotToBeKnown()
    {
        StorageBench files;
        QCOMPARE(files.create().end, desk::CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        files.remove(journalName);
        files.bench.open();
        Screen screen(*files.bench.desk, files.account);
        QTRY_VERIFY(visible<ui::InlineMessage>(&screen.page, u"notKnown"_s));
        QVERIFY(visible<ui::InlineMessage>(&screen.page, u"notKnown"_s)->text().contains(u"which refunds"_s));
    }

    void whatIsNoSessionIsOpenedAndScrolledTo()
    {
        StorageBench files;
        files.addPayment();
        files.loseAnswers();
        QCOMPARE(files.create().end, desk::CreateOutcome::End::Unknown);
        QCOMPARE(files.refund().end, desk::RefundOutcome::End::Unknown);
        Screen screen(*files.bench.desk, files.account);
        screen.page.resize(760, 300);
        QTRY_VERIFY(screen.card());
        screen.page.showOthers();
        QTRY_VERIFY(screen.box());
        QTRY_VERIFY2(textOf(screen.box()).contains(u"Was the refund made?"_s), qPrintable(textOf(screen.box())));
        const auto *scroll = screen.page.findChild<QScrollArea *>();
        QTRY_VERIFY(scroll->verticalScrollBar()->value() > 0);
        const QPoint top = screen.box()->mapTo(scroll->viewport(), QPoint());
        QVERIFY2(scroll->viewport()->rect().contains(top), qPrintable(QString::number(top.y())));
    }
};

TILLDECK_TEST(NextStepsTest)

} // namespace next_steps_test

#include "tst_next_steps.moc"
