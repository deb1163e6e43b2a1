// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel of a payment says of refunds that are not over, and of those that another program makes.
#include "desk/refresh_account.h"
#include "ledger/random_id.h"
#include "refund_bench.h"
#include "support/outside_sql.h"
#include "support/runner.h"
#include "ui/transactions/filter_text.h"
#include "ui/transactions/payment_timeline.h"
#include "ui/transactions/transaction_model.h"

namespace refund_outcomes_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using checkout::TransactionStatus;
using test::DeskFixture;

class RefundOutcomesTest : public QObject, protected test::RefundBench
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void theSameRefundAgainIsAskedAboutWhileTheFirstIsUnknown()
    {
        m_way = Way::Drops;
        open();
        type(u"100.00"_s);
        refundButton()->click();
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        for (const QString &named : {u"txn_1"_s, u"100.00"_s}) {
            const auto labels = question->findChildren<QLabel *>();
            QVERIFY2(
                std::ranges::any_of(labels, [&named](const QLabel *label) { return label->text().contains(named); }),
                qPrintable(named));
        }
        question->reject();
        QTRY_VERIFY(!m_dialog && note() && !question);
        m_way = Way::Answers;
        open();
        type(u"100.00"_s);
        QTRY_VERIFY(refundButton()->isEnabled());
        refundButton()->click();
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>(u"sameRefund"_s));
        QCOMPARE(posts(), 1);
        button(question, u"Cancel"_s)->click();
        QTRY_VERIFY(!question);
        QVERIFY(m_dialog && refundButton()->isEnabled());
        QCOMPARE(posts(), 1);
        refundButton()->click();
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>(u"sameRefund"_s));
        button(question, u"Refund once more"_s)->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(posts(), 2);
    }

    void theSameRefundSoonAfterOneThatWasMadeIsAskedAboutToo()
    {
        const auto refund = [this] {
            open();
            type(u"100.00"_s);
            QTRY_VERIFY(refundButton()->isEnabled());
            refundButton()->click();
        };
        refund();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(posts(), 1);
        refund();
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>(u"sameRefund"_s));
        const auto labels = question->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains(u"NGN was given back a moment ago"_s); }));
        // Nothing is left to find out about it.
        QVERIFY(!button(question, u"Check with Khaime"_s));
        QCOMPARE(posts(), 1);
        button(question, u"Cancel"_s)->click();
        QTRY_VERIFY(!question);
        refundButton()->click();
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>(u"sameRefund"_s));
        button(question, u"Refund once more"_s)->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(posts(), 2);
    }

    void whatIsBeingProcessedIsAskedForAndNotGivenBack()
    {
        m_way = Way::Processes;
        open();
        type(u"100.00"_s);
        m_dialog->findChild<QLineEdit *>(u"reason"_s)->setText(u"Arrived broken"_s);
        refundButton()->click();
        QTRY_VERIFY(!m_dialog);
        show();
        const auto pending = [this] { return m_section->findChild<ui::InlineMessage *>(u"pendingRefund"_s); };
        QTRY_VERIFY(pending());
        QVERIFY(pending()->text().contains(u"100.00"_s));
        QVERIFY(pending()->text().contains(u"Khaime says “processing”"_s));
        QVERIFY(!note());
        // What the provider has said is not asked about; what can be done stays offered, and has its question.
        const auto *box = m_section->findChild<ui::OutcomeBox *>();
        QTRY_VERIFY(box->findChild<QPushButton *>(u"abandonButton"_s)->isVisible());
        QVERIFY(!shows(u"Was the refund made?"_s));
        box->findChild<QPushButton *>(u"abandonButton"_s)->click();
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_section->findChild<ui::GuardDialog *>());
        QVERIFY2(question->windowTitle() == u"Was the refund made?"_s ||
                     texts(*question).contains(u"Was the refund made?"_s),
                 qPrintable(texts(*question).join(u'|')));
        question->reject();
        // The provider's total holds it, and nothing calls it refunded.
        const auto row = [this] { return **m_desk->desk->ledger().transaction(m_account, u"txn_1"_s).result(); };
        QCOMPARE(row().transaction.status, TransactionStatus::PartlyRefunded);
        QCOMPARE(ui::transactionBadge(row()), ui::BadgeKind::RefundAsked);
        const QString sums = ui::totalsText(ui::totalsOf({row()})).sums;
        QVERIFY2(sums.contains(u"refund asked for"_s) && !sums.contains(u"· refunded"_s), qPrintable(sums));
        const auto histories = QCoro::waitFor(desk::refundHistories(m_desk->desk.get(), m_account, u"txn_1"_s));
        const auto lines =
            ui::paymentTimeline(row(), {}, {}, {}, *histories, u"Khaime"_s, m_desk->now, QTimeZone::utc(), QLocale());
        const auto isSaid = [&lines](const QString &text) {
            return std::ranges::any_of(lines, [&text](const ui::TimelineEvent &line) {
                return line.text.startsWith(text) && line.text.contains(u"100.00"_s) && !line.time.isEmpty();
            });
        };
        QVERIFY(isSaid(u"Refund sent"_s) && isSaid(u"Refund asked for"_s));
        const auto holds = [&lines](const QString &text) {
            return std::ranges::any_of(lines, [&text](const auto &line) { return line.text.contains(text); });
        };
        QVERIFY(holds(u"Arrived broken"_s));
        const QString id = histories->front().refund.sessionId;
        QVERIFY(!id.isEmpty() && holds(id));
    }

    void whatIsOfUnknownOutcomeIsNotShownAsGivenBack()
    {
        m_way = Way::Drops;
        open();
        type(u"100.00"_s);
        refundButton()->click();
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        question->reject();
        QTRY_VERIFY(!m_dialog && note());
        QTRY_VERIFY(shows(u"Was the refund made?"_s));
        // The provider's total holds it.
        QVERIFY(QCoro::waitFor(desk::refreshAccount(m_desk->desk.get(), m_account, {}, desk::Depth::Incremental)));
        const auto row = **m_desk->desk->ledger().transaction(m_account, u"txn_1"_s).result();
        QCOMPARE(row.transaction.status, TransactionStatus::PartlyRefunded);
        QCOMPARE(ui::transactionBadge(row), ui::BadgeKind::RefundUnknown);
        const QString sums = ui::totalsText(ui::totalsOf({row})).sums;
        QVERIFY2(sums.contains(u"refund of unknown outcome"_s) && !sums.contains(u"· refunded"_s), qPrintable(sums));
        const auto histories = QCoro::waitFor(desk::refundHistories(m_desk->desk.get(), m_account, u"txn_1"_s));
        const auto lines =
            ui::paymentTimeline(row, {}, {}, {}, *histories, u"Khaime"_s, m_desk->now, QTimeZone::utc(), QLocale());
        QVERIFY(std::ranges::none_of(lines, [](const ui::TimelineEvent &line) {
            return line.text.contains(u"efunded"_s) || line.text.startsWith(u"Refund unknown"_s);
        }));
    }

    void whatIsUnderWayIsCalledThat()
    {
        m_way = Way::Holds;
        open();
        type(u"100.00"_s);
        QTRY_VERIFY(row()->note().endsWith(u"can be refunded"_s));
        refundButton()->click();
        QTRY_COMPARE(posts(), 1);
        // The provider's total holds it before its answer comes.
        m_told = 10'000;
        QVERIFY(QCoro::waitFor(desk::refreshAccount(m_desk->desk.get(), m_account, {}, desk::Depth::Incremental)));
        const auto shown = [this] { return **m_desk->desk->ledger().transaction(m_account, u"txn_1"_s).result(); };
        QTRY_COMPARE(ui::transactionBadge(shown()), ui::BadgeKind::Refunding);
        const QString sums = ui::totalsText(ui::totalsOf({shown()})).sums;
        QVERIFY2(sums.contains(u"refund under way"_s) && !sums.contains(u"unknown"_s), qPrintable(sums));
        show();
        const auto why = [this] {
            const auto *label = m_section->findChild<QLabel *>(u"keptBack"_s);
            return label ? label->text() : QString();
        };
        QTRY_VERIFY2(why().contains(u"is held back for a refund that is under way"_s), qPrintable(why()));
        QVERIFY2(!why().contains(u"not known"_s), qPrintable(why()));
        // What the dialog says of what is left stays: that is without the amount that is asked for.
        QVERIFY2(row()->note().endsWith(u"can be refunded"_s), qPrintable(row()->note()));
        const QString sentence = m_dialog->findChild<QLabel *>(u"sentence"_s)->text();
        QVERIFY2(sentence.contains(u"14,300.00"_s), qPrintable(sentence));
        m_told = 0;
        release();
        QTRY_VERIFY(!m_dialog);
    }

    void whatMayBeCountedOfSeveralRefundsIsNotSaidOfOne()
    {
        m_way = Way::Drops;
        open();
        type(u"2000.00"_s);
        refundButton()->click();
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        question->reject();
        QTRY_VERIFY(!m_dialog && note());
        m_way = Way::Processes;
        open();
        QTRY_VERIFY(!isAsking());
        type(u"2200.00"_s);
        QTRY_VERIFY(refundButton()->isEnabled());
        refundButton()->click();
        QTRY_VERIFY(!m_dialog);
        QVERIFY(QCoro::waitFor(desk::refreshAccount(m_desk->desk.get(), m_account, {}, desk::Depth::Incremental)));
        show();
        const auto why = [this] {
            const auto *label = m_section->findChild<QLabel *>(u"keptBack"_s);
            return label ? label->text() : QString();
        };
        QTRY_VERIFY2(why().contains(u"4,200.00"_s), qPrintable(why()));
        QVERIFY2(why().contains(u"given back in all. That may hold what is held back"_s), qPrintable(why()));
        // The rest, asked for: nothing is left, and that is said with its reason.
        open();
        QTRY_VERIFY(!isAsking() && refundButton()->isEnabled());
        refundButton()->click();
        QTRY_VERIFY(!m_dialog);
        show();
        QTRY_VERIFY2(why().startsWith(u"Nothing can be refunded now. "_s), qPrintable(why()));
        QVERIFY(why().contains(u"held back"_s) && !visible());
    }

    void whyMoreIsHeldBackIsSaidBesideTheAmount()
    {
        m_way = Way::Drops;
        open();
        type(u"100.00"_s);
        refundButton()->click();
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        question->reject();
        QTRY_VERIFY(!m_dialog && note());
        const auto why = [this] { return m_section->findChild<QLabel *>(u"keptBack"_s); };
        QTRY_VERIFY(why() && why()->text().contains(u"held back for refunds from here whose outcome is not known"_s));
        open();
        type(u"14400.00"_s);
        QTRY_VERIFY2(row()->problem().contains(u"held back"_s), qPrintable(row()->problem()));
        type(u"10.00"_s);
        QTRY_VERIFY2(row()->note().contains(u"can be refunded. "_s), qPrintable(row()->note()));
    }

    void whatATotalDoesNotTellIsLeftToTheMerchant()
    {
        // Each step waits for several files to be synced, which takes its time beside other work.
        constexpr int longest = 20'000;
        m_way = Way::Processes;
        open();
        type(u"100.00"_s);
        QTRY_VERIFY(refundButton()->isEnabled());
        refundButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog, longest);
        show();
        QTRY_VERIFY_WITH_TIMEOUT(m_section->findChild<ui::InlineMessage *>(u"pendingRefund"_s), longest);
        press("reconcileButton");
        const auto said = [this] {
            const auto *message = m_section->findChild<ui::InlineMessage *>(u"outcomeMessage"_s);
            return message ? message->text() : QString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!said().isEmpty(), longest);
        QVERIFY2(said().contains(u"in its total"_s), qPrintable(said()));
        // Deciding wrongly has its risk.
        press("abandonButton");
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        const auto labels = question->findChildren<QLabel *>();
        QVERIFY(
            std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"pay it twice"_s); }));
        question->reject();
        QTRY_VERIFY(!question);
        QVERIFY(m_section->findChild<ui::InlineMessage *>(u"pendingRefund"_s));
    }

    void aDecisionThatNothingProvesIsAskedAboutTwice_data()
    {
        QTest::addColumn<QByteArray>("pressed");
        QTest::addColumn<QString>("risk");
        QTest::addColumn<QString>("chosen");
        QTest::newRow("made") << QByteArray("madeButton") << u"the customer does not get this money"_s
                              << u"It was made"_s;
        QTest::newRow("not made") << QByteArray("abandonButton") << u"gets the money twice"_s << u"It was not made"_s;
    }
    void aDecisionThatNothingProvesIsAskedAboutTwice()
    {
        QFETCH(const QByteArray, pressed);
        QFETCH(const QString, risk);
        QFETCH(const QString, chosen);
        m_way = Way::Drops;
        open();
        type(u"100.00"_s);
        refundButton()->click();
        QPointer<ui::GuardDialog> question;
        QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
        question->reject();
        QTRY_VERIFY(note());
        m_server->onRequest = [](QTcpSocket &socket, const QByteArray &) { socket.disconnectFromHost(); };
        for (const bool isMeant : {false, true}) {
            QTRY_VERIFY(!m_window->findChild<ui::GuardDialog *>());
            press(pressed.constData());
            QTRY_VERIFY(question = m_window->findChild<ui::GuardDialog *>());
            button(question, chosen)->click();
            QTRY_VERIFY_WITH_TIMEOUT(question = m_window->findChild<ui::GuardDialog *>(u"unproven"_s), 20000);
            const auto labels = question->findChildren<QLabel *>();
            QVERIFY(std::ranges::any_of(labels, [&risk](const QLabel *label) {
                return label->text().contains(risk) && label->text().contains(u"Without its answer"_s);
            }));
            QVERIFY(note());
            button(question, isMeant ? QString(chosen).replace(u"It was"_s, u"Note it as"_s) : u"Decide later"_s)
                ->click();
        }
        QTRY_VERIFY(!note());
        QCOMPARE(posts(), 1);
    }

    void whatCouldNotBeKeptEndsTheDialogAndIsSaid()
    {
        open();
        type(u"100.00"_s);
        const test::Refusing refusing(m_desk->dir.filePath(u"journal.sqlite"_s), u"UPDATE ON intent"_s);
        refundButton()->click();
        QPointer<ui::GuardDialog> said;
        QTRY_VERIFY(said = m_window->findChild<ui::GuardDialog *>(u"refundNotKept"_s));
        refusing.end();
        const auto labels = said->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains(u"Do not refund it again"_s); }));
        QTRY_VERIFY(!m_dialog);
        button(said, u"Close"_s)->click();
        QTRY_VERIFY(!said);
        QCOMPARE(posts(), 1);
    }

    void anotherProgramsRefundIsFollowedAtOnce()
    {
        const auto says = [this](const QString &amount) {
            const auto labels = m_section->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&amount](const QLabel *one) {
                return one->text().contains(amount) && one->text().endsWith(u"can be refunded"_s);
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

    void theJournalAloneIsFollowed()
    {
        const auto says = [this](const QString &amount) {
            const auto labels = m_section->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&amount](const QLabel *one) {
                return one->text().contains(amount) && one->text().endsWith(u"can be refunded"_s);
            });
        };
        QTRY_VERIFY(says(u"14,400.00"_s));
        // As a program that was killed before it wrote the ledger.
        const auto opened = ledger::Journal::open(m_desk->dir.path());
        QVERIFY(opened.has_value());
        const QDateTime now = m_desk->now;
        const auto begun =
            (*opened)
                ->beginRefund(ledger::randomId(), m_account, "hash", u"txn_1"_s, DeskFixture::money(600'000, u"NGN"),
                              DeskFixture::money(paid, u"NGN"), DeskFixture::money(0, u"NGN"), now, now.addSecs(60))
                .result();
        QVERIFY2(begun.has_value(), begun ? "" : qPrintable(begun.error().sentence));
        QTRY_VERIFY(says(u"8,400.00"_s));
    }

private:
    static QStringList texts(const QWidget &widget)
    {
        QStringList texts;
        for (const auto *label : widget.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts;
    }
    bool shows(const QString &text) const { return texts(*m_section).contains(text); }
};

TILLDECK_TEST(RefundOutcomesTest)

} // namespace refund_outcomes_test

#include "tst_refund_outcomes.moc"
