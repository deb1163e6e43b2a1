// SPDX-License-Identifier: GPL-3.0-or-later
// The list and the panel say what a session is, what was done with it, and what is not known.
#include "desk_fixture.h"
#include "support/runner.h"
#include "ui/figures/session_text.h"
#include "ui/lists/empty_state.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/sessions/report_bar.h"
#include "ui/sessions/session_model.h"
#include "ui/sessions/sessions_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/timeline.h"

#include <QGuiApplication>
#include <QLabel>

namespace told_truly_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using checkout::SessionStatus;
using test::DeskFixture;
using ui::SessionModel;

class ToldTrulyTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_desk = std::make_unique<DeskFixture>();
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void aPaidSessionIsNotHandedOut()
    {
        ledger::SessionRecord record = m_desk->session(1);
        DeskFixture::setStatus(record, SessionStatus::Completed, u"completed"_s);
        m_desk->put(record);
        open({m_desk->account.id});
        choose(0);
        QCOMPARE(m_page->findChild<ui::Button *>(u"main"_s)->text(), u"Duplicate…"_s);
        const QString hint = m_page->findChild<QLabel *>(u"hint"_s)->text();
        QVERIFY2(hint.contains(u"is paid"_s) && !hint.contains(u"Anyone"_s), qPrintable(hint));
        const ui::SessionActions &actions = m_page->sessionActions();
        for (const QAction *action :
             {actions.copyMail, actions.openMail, actions.copyMarkdown, actions.copyHtml, actions.showQr})
            QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
        QCOMPARE(actions.showQr->toolTip(), u"This session cannot be paid any more."_s);
    }

    void whatWasCopiedIsRecordedAsThat()
    {
        m_desk->put(m_desk->session(1));
        open({m_desk->account.id});
        choose(0);
        const ui::SessionActions &actions = m_page->sessionActions();
        const std::pair<QAction *, QString> copies[] = {{actions.copyMail, u"E-mail text copied"_s},
                                                        {actions.copyMarkdown, u"Markdown link copied"_s},
                                                        {actions.copyHtml, u"HTML payment button copied"_s},
                                                        {actions.copyUrl, u"Checkout URL copied"_s}};
        for (const auto &[copy, line] : copies) {
            QVERIFY(copy->isEnabled());
            copy->trigger();
            QTRY_VERIFY2(timeline().contains(line), qPrintable(timeline()));
            // The panel was drawn anew with that line.
            const QString hint = m_page->findChild<QLabel *>(u"hint"_s)->text();
            QVERIFY2(hint.startsWith(u"Copied."_s), qPrintable(hint));
        }
        QCOMPARE(timeline().count(u"Checkout URL copied"_s), 1);
    }

    void aStatusIsSaidInTheWordsOfTheProgram()
    {
        const auto line = [this](const QString &word) {
            const auto lines = ui::timelineOf({{ledger::TimelineEvent::Kind::StatusChanged, word, m_desk->now}}, {},
                                              u"PaymentKit"_s, m_desk->now, QTimeZone::utc(), QLocale());
            return lines.front().text;
        };
        QCOMPARE(line(u"completed"_s), u"Customer paid"_s);
        QCOMPARE(line(u"EXPIRED"_s), u"Session expired"_s);
        QCOMPARE(line(u"on_hold"_s), u"Status: on_hold"_s);
    }

    void howASessionEndedIsInItsTimeline()
    {
        using checkout::SessionStatus;
        const auto shown = [this](SessionStatus status, const QString &word) {
            ledger::SessionRecord record = m_desk->session(1);
            record.session.status = status;
            record.session.rawStatus = word;
            record.session.attempts.clear();
            record.session.paidTier.reset();
            record.session.expiresAt = m_desk->now.addDays(1);
            record.session.transactionId = u"pay_1"_s;
            m_desk->put(record);
            open({m_desk->account.id});
            choose(0);
        };
        checkout::Transaction payment(u"pay_1"_s, DeskFixture::eur(2500));
        payment.status = checkout::TransactionStatus::Succeeded;
        payment.createdAt = m_desk->now.addSecs(-60);
        const ledger::TransactionRecord row(0, m_desk->account.id, payment);
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_desk->account.id, {row}).result().has_value());
        // Its list reports no attempts, only that it is completed.
        shown(SessionStatus::Completed, u"completed"_s);
        QTRY_COMPARE(timeline().count(u"Customer paid"_s), 1);
        QVERIFY2(!timeline().contains(u"Customer paid (time"_s), qPrintable(timeline()));
    }

    void aSessionWhoseExpiryWasNotAnsweredSaysThatItEnded()
    {
        ledger::SessionRecord record = m_desk->session(1);
        record.session.status = checkout::SessionStatus::Expired;
        record.session.rawStatus = u"expired"_s;
        record.session.expiresAt = m_desk->now.addDays(1);
        m_desk->put(record);
        open({m_desk->account.id});
        choose(0);
        QTRY_VERIFY2(timeline().contains(u"Session expired (time not reported)"_s), qPrintable(timeline()));
    }

    void aSessionIsCreatedBeforeItIsPaid()
    {
        // Providers report whole seconds.
        const QDateTime second = QDateTime::fromString(u"2026-04-14T12:00:00Z"_s, Qt::ISODate);
        checkout::PaymentAttempt paid;
        paid.succeeded = true;
        paid.at = second;
        const auto lines = ui::timelineOf({{ledger::TimelineEvent::Kind::Created, {}, second.addMSecs(532)}}, {paid},
                                          u"PaymentKit"_s, m_desk->now, QTimeZone::utc(), QLocale());
        QCOMPARE(lines.back().text, u"Session created"_s);
    }

    void aReasonOfADeclineOutlivesALookUpWithoutOne()
    {
        checkout::Transaction payment(u"pay_1"_s, DeskFixture::eur(2500));
        payment.status = checkout::TransactionStatus::Failed;
        payment.createdAt = m_desk->now;
        payment.declineCode = u"Insufficient funds"_s;
        const auto merge = [this](const checkout::Transaction &answer) {
            QVERIFY(
                m_desk->desk->ledger()
                    .mergeTransactions(m_desk->account.id, {ledger::TransactionRecord(0, m_desk->account.id, answer)})
                    .result()
                    .has_value());
        };
        const auto reason = [this] {
            return m_desk->desk->ledger()
                .transaction(m_desk->account.id, u"pay_1"_s)
                .result()
                .value()
                ->transaction.declineCode;
        };
        merge(payment);
        payment.declineCode.clear();
        merge(payment);
        QCOMPARE(reason(), u"Insufficient funds"_s);
        payment.status = checkout::TransactionStatus::Succeeded;
        merge(payment);
        QCOMPARE(reason(), QString());
    }

    void everyStepHasATimeOrSaysThatItHasNone()
    {
        using Kind = ledger::TimelineEvent::Kind;
        const auto lines = ui::timelineOf({{Kind::Created, {}, m_desk->now.addDays(-3)}, {Kind::Checked, {}, {}}}, {},
                                          u"PaymentKit"_s, m_desk->now, QTimeZone::utc(), QLocale());
        QCOMPARE(lines.size(), 2);
        for (const ui::TimelineEvent &event : lines) {
            if (event.text.startsWith(u"Session created"_s))
                QCOMPARE(event.time, u"11 Apr, 13:31"_s);
            else
                QVERIFY2(event.text.contains(u"time not reported"_s), qPrintable(event.text));
        }
    }

    void severalAccountsHaveAColumn()
    {
        const QString other = m_desk->addMarketplace();
        m_desk->put(m_desk->session(1));
        open({m_desk->account.id, other});
        const auto title = [this] {
            return table()->model()->headerData(SessionModel::Provider, Qt::Horizontal).toString();
        };
        QCOMPARE(title(), u"Account"_s);
        QTRY_COMPARE(table()->model()->index(0, SessionModel::Provider).data().toString(), u"Kestrel Studio"_s);
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(title(), u"Provider"_s);
    }

    void clearingTheFiltersKeepsThePeriod()
    {
        m_desk->put(m_desk->session(1));
        open({m_desk->account.id});
        auto *frame = m_page->findChild<ui::ListFrame *>();
        frame->setPeriod(ui::ListFrame::Period::Last7Days);
        frame->setFilters(static_cast<int>(ledger::SessionFilter::Status::Failed), u"nobody"_s, frame->period());
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        QCOMPARE(frame->activeFilters(), 2);
        QTRY_VERIFY2(emptyText().contains(u"Clear filters"_s), qPrintable(emptyText()));
        emit table() -> emptyActionTriggered();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(frame->period(), ui::ListFrame::Period::Last7Days);
        // The period alone hides it: that is said, and taken back by the same link.
        m_desk->now = m_desk->now.addDays(20);
        frame->setPeriod(ui::ListFrame::Period::Today);
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        QTRY_VERIFY2(emptyText().contains(u"Today"_s) && emptyText().contains(u"Show all time"_s),
                     qPrintable(emptyText()));
        emit table() -> emptyActionTriggered();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
    }

    void aSearchThatFindsNothingDoesNotSayThatNothingNeedsAttention()
    {
        m_desk->put(m_desk->session(1));
        open({m_desk->account.id});
        m_page->setSavedView(ledger::SessionFilter::Status::NeedsAttention);
        m_page->findChild<ui::ListFrame *>()->setFilters(0, u"zzz"_s, ui::ListFrame::Period::AllTime);
        QTRY_VERIFY2(emptyText().contains(u"No session matches."_s) && emptyText().contains(u"Clear filters"_s),
                     qPrintable(emptyText()));
    }

    void whatWasNeverLoadedIsNotCalledNone()
    {
        open({m_desk->account.id});
        QTRY_VERIFY(emptyText().contains(u"No sessions yet"_s));
        m_page->setNotLoaded(u"PaymentKit could not be reached."_s);
        QVERIFY2(emptyText().contains(u"could not be loaded"_s) &&
                     emptyText().contains(u"PaymentKit could not be reached."_s) &&
                     !emptyText().contains(u"No sessions yet"_s),
                 qPrintable(emptyText()));
        m_page->setNotLoaded({});
        QVERIFY(emptyText().contains(u"No sessions yet"_s));
    }

    void aSessionIsFoundByItsInternalNoteAndShowsIt()
    {
        ledger::SessionRecord record = m_desk->session(1);
        record.draft.internalNote = u"Regular guest, knows Awa"_s;
        m_desk->put(record);
        m_desk->put(m_desk->session(2));
        open({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        auto *frame = m_page->findChild<ui::ListFrame *>();
        frame->setFilters(static_cast<int>(ledger::SessionFilter::Status::All), u"knows awa"_s, frame->period());
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        choose(0);
        const auto note = [this] {
            for (const auto *label : m_page->findChildren<QLabel *>()) {
                if (label->isVisible() && label->accessibleName().startsWith(u"Internal note: "_s))
                    return label->text();
            }
            return QString();
        };
        QTRY_COMPARE(note(), u"Regular guest, knows Awa"_s);
    }

    void theNoticeOfCopiedLinksEndsWithTheClipboard()
    {
        m_desk->put(m_desk->session(1));
        m_desk->put(m_desk->session(2));
        open({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        table()->selectAll();
        auto *copy = m_page->findChild<QAbstractButton *>(u"copyLinks"_s);
        QVERIFY(copy && copy->isEnabled());
        copy->click();
        auto *report = m_page->findChild<ui::ReportBar *>();
        QTRY_VERIFY(report->isVisible() && report->text().contains(u"Links copied: 2"_s));
        emit m_page->findChild<ui::SecretClipboard *>()->ended();
        QVERIFY(!report->isVisible());
    }

    void theNoticeOfCopiedLinksGoesWithItsAccount()
    {
        m_desk->put(m_desk->session(1));
        open({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        m_desk->put(m_desk->session(2));
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        table()->selectAll();
        m_page->findChild<QAbstractButton *>(u"copyLinks"_s)->click();
        auto *report = m_page->findChild<ui::ReportBar *>();
        QTRY_VERIFY(report->isVisible());
        m_page->setAccounts({m_desk->addMarketplace()});
        QVERIFY(!report->isVisible());
    }

private:
    void open(const QStringList &accounts)
    {
        m_page = std::make_unique<ui::SessionsPage>(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        m_page->resize(1232, 780);
        m_page->show();
        m_page->setAccounts(accounts);
    }
    ui::Table *table() const { return m_page->findChild<ui::Table *>(); }
    void choose(int row) const
    {
        QTRY_VERIFY(table()->model()->rowCount() > row);
        table()->selectRow(row);
    }
    /// Returns the timeline of the panel; the one of what is not known is not shown here.
    QString timeline() const
    {
        for (const auto *timeline : m_page->findChildren<ui::Timeline *>()) {
            if (timeline->isVisible())
                return timeline->accessibleDescription();
        }
        return {};
    }
    QString emptyText() const
    {
        QStringList texts;
        for (const auto *label : table()->findChildren<QLabel *>())
            texts << label->text();
        for (const auto *button : table()->findChildren<QAbstractButton *>())
            texts << button->text();
        return texts.join(u'\n');
    }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::SessionsPage> m_page;
};
TILLDECK_TEST(ToldTrulyTest)

} // namespace told_truly_test

#include "tst_told_truly.moc"
