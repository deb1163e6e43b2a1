// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sessions/desk_fixture.h"
#include "ledger/random_id.h"
#include "support/export_on_small_disk.h"
#include "support/runner.h"
#include "ui/overview/attention_card.h"
#include "ui/overview/overview_page.h"
#include "ui/overview/share_bar.h"
#include "ui/overview/volume_chart.h"
#include "ui/style/theme.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSvgRenderer>

#include <algorithm>

namespace overview_page_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using checkout::SessionStatus;
using checkout::TransactionStatus;
using test::DeskFixture;
using SharePart = ledger::SessionFilter::Status;

class OverviewPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_desk = std::make_unique<DeskFixture>();
        m_page = std::make_unique<ui::OverviewPage>(*m_desk->desk);
        m_page->resize(1232, 780);
        fill();
        m_page->setAccounts({m_desk->account.id});
    }

    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    /// What a merchant who opens the file with another program would count.
    void figuresEqualACountOnTheFile()
    {
        show();
        const QString since = QString::number(QDateTime({2026, 3, 16}, {0, 0}, Qt::UTC).toMSecsSinceEpoch());
        const QString now = QString::number(m_desk->now.toMSecsSinceEpoch());
        const QString made = u"SELECT count(*) FROM session WHERE created_at >= %1"_s.arg(since);
        QVERIFY(sql(made) > 0);
        QCOMPARE(legend(SharePart::Completed), sql(made + u" AND status = 'completed'"_s));
        QCOMPARE(legend(SharePart::Failed), sql(made + u" AND status = 'failed'"_s));
        QCOMPARE(legend(SharePart::Open), sql(made + u" AND status = 'open' AND expires_at > %1"_s.arg(now)));
        QCOMPARE(legend(SharePart::Expired),
                 sql(made + u" AND (status = 'expired' OR status = 'open' AND expires_at <= %1)"_s.arg(now)));
        QVERIFY(seen().contains(u"%1 session(s) created"_s.arg(sql(made))) ||
                seen().contains(u"%1 sessions created"_s.arg(sql(made))));

        for (const QString &currency : {u"EUR"_s, u"NGN"_s}) {
            const auto *chart = this->chart(currency);
            QVERIFY(chart);
            const QString paid =
                u"FROM payment WHERE status = 'succeeded' AND currency = '%1' AND created_at >= %2"_s.arg(currency,
                                                                                                          since);
            const qint64 taken = sql(u"SELECT sum(amount) "_s + paid);
            const QString text = QLocale().toString(double(taken) / 100, 'f', 2);
            QVERIFY2(chart->accessibleDescription().startsWith(text), qPrintable(chart->accessibleDescription()));
            QVERIFY(chart->accessibleDescription().contains(QString::number(sql(u"SELECT count(*) "_s + paid))));
        }
        const qint64 failed = sql(u"SELECT count(*) FROM payment WHERE status = 'failed' AND created_at >= "_s + since);
        QVERIFY(card(u"failedPayments"_s)->text().startsWith(QString::number(failed)));
        QVERIFY(card(u"failedPayments"_s)->isVisible());
        // What is counted above stands below, and nothing else is counted.
        const auto shown = [&](const QString &name) {
            return card(name)->isVisible() ? card(name)->text().section(u' ', 0, 0).toInt() : 0;
        };
        QCOMPARE(m_page->findChild<QLabel *>(u"attentionCount"_s)->text().toInt(),
                 shown(u"failedSessions"_s) + shown(u"unknownOutcomes"_s));
    }

    void eachDayHasItsSum()
    {
        show();
        const auto *eur = chart(u"EUR"_s);
        QCOMPARE(eur->dayCount(), 30);
        QVERIFY2(eur->dayText(29).startsWith(u"Tue 14 Apr, 30.00"_s), qPrintable(eur->dayText(29)));
        QVERIFY2(eur->dayText(28).startsWith(u"Mon 13 Apr, 0.00"_s), qPrintable(eur->dayText(28)));
        QVERIFY2(eur->dayText(27).startsWith(u"Sun 12 Apr, 50.00"_s), qPrintable(eur->dayText(27)));
    }

    void aShorterPeriodHasFewerDaysAndSessions()
    {
        show();
        QSignalSpy loaded(m_page.get(), &ui::OverviewPage::loaded);
        auto *period = m_page->findChild<ui::SegmentedControl *>();
        period->setCurrent(7);
        emit period->currentChanged(7);
        QVERIFY(loaded.wait());
        QCOMPARE(chart(u"EUR"_s)->dayCount(), 7);
        QVERIFY(!chart(u"NGN"_s)); // paid 20 days ago
        QVERIFY(seen().contains(u"8 Apr 2026 to 14 Apr 2026, UTC"_s));
    }

    void whatArrivesIsCountedAtOnce()
    {
        show();
        const qint64 before = legend(SharePart::Completed);
        auto record = m_desk->session(500);
        DeskFixture::setStatus(record, SessionStatus::Completed, u"completed"_s);
        m_desk->put(record);
        QTRY_COMPARE(legend(SharePart::Completed), before + 1);
    }

    void aRefundThatFailsLaterNeedsAttentionAtOnce()
    {
        show();
        QVERIFY(cards(u"failedRefund"_s).isEmpty());
        ledger::Journal &journal = m_desk->desk->journal();
        QStringList ids;
        for (const qint64 cents : {500, 700}) {
            const auto refund = journal
                                    .beginRefund(ledger::randomId(), m_desk->account.id, {}, u"txn_%1"_s.arg(cents),
                                                 DeskFixture::eur(cents), DeskFixture::eur(2900), DeskFixture::eur(0),
                                                 m_desk->now, m_desk->now)
                                    .result();
            QVERIFY(refund);
            using State = ledger::Intent::State;
            QVERIFY(journal.close(refund->id, State::Accepted, u"re_1"_s, u"pending"_s).result());
            QVERIFY(journal.close(refund->id, State::Failed, u"re_1"_s, u"not given back"_s).result());
            ids << refund->id;
        }
        // Each has a row that leads to its own payment.
        QTRY_COMPARE(cards(u"failedRefund"_s).size(), 2);
        QSignalSpy requested(m_page.get(), &ui::OverviewPage::refundRequested);
        const auto rows = cards(u"failedRefund"_s);
        QVERIFY2(rows.at(0)->text().contains(u"5.00"_s), qPrintable(rows.at(0)->text()));
        QVERIFY2(rows.at(1)->text().contains(u"7.00"_s), qPrintable(rows.at(1)->text()));
        rows.at(1)->click();
        rows.at(0)->click();
        QCOMPARE(requested.size(), 2);
        QCOMPARE(requested.at(0).at(1).toString(), u"txn_700"_s);
        QCOMPARE(requested.at(1).at(1).toString(), u"txn_500"_s);
        // One that is dealt with goes, and the other one stays as it is.
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        rows.at(1)->setFocus();
        const QPointer<ui::AttentionCard> other = rows.at(1);
        QVERIFY(journal.abandon(m_desk->account.id, ledger::Intent::Kind::Refund, ids.at(0), {}).result());
        QTRY_COMPARE(cards(u"failedRefund"_s).size(), 1);
        QCOMPARE(cards(u"failedRefund"_s).front(), other.data());
        QVERIFY(other->hasFocus());
    }

    void anImportOfWhichRowsWereNotSentNeedsAttentionOnceItRunsNoMore()
    {
        show();
        ledger::Journal &journal = m_desk->desk->journal();
        std::vector<ledger::ImportRow> rows(3);
        const auto planned = journal.planImport(m_desk->account.id, u"orders.csv"_s, rows, m_desk->now, {}).result();
        QVERIFY(planned);
        QVERIFY(cards(u"unsentImport"_s).isEmpty());
        QVERIFY(journal.releaseBatch(planned->rows.front().batchId).result());
        QTRY_COMPARE(cards(u"unsentImport"_s).size(), 1);
        ui::AttentionCard *card = cards(u"unsentImport"_s).front();
        QVERIFY2(card->accessibleDescription().contains(u"orders.csv"_s) || card->text().contains(u"3"_s),
                 qPrintable(card->text()));
        QSignalSpy requested(m_page.get(), &ui::OverviewPage::showImports);
        card->click();
        QCOMPARE(requested.size(), 1);
    }

    void aPromotionOrRouteThatIsNotSettledNeedsAttentionAtOnce()
    {
        show();
        QVERIFY(cards(u"unsettledWrite"_s).isEmpty());
        ledger::Journal &journal = m_desk->desk->journal();
        checkout::PromotionCode code;
        code.code = u"SUMMER-1"_s;
        const auto planned = journal.planCodes(m_desk->account.id, {code}, m_desk->now).result();
        QVERIFY(planned);
        // Not while it is being made.
        QVERIFY(journal.releaseBatch(planned->front().batchId).result());
        QTRY_COMPARE(cards(u"unsettledWrite"_s).size(), 1);
        QVERIFY(cards(u"unsettledWrite"_s).front()->accessibleDescription().contains(u"SUMMER-1"_s));
        QVERIFY(journal.leaveBatch(m_desk->account.id, planned->front().batchId, {}, {}).result());
        QTRY_VERIFY(cards(u"unsettledWrite"_s).isEmpty());

        checkout::ProcessorRoute route;
        route.name = u"Main"_s;
        const auto begun = journal
                               .beginEntry(ledger::randomId(), m_desk->account.id, "hash", ledger::Intent::Kind::Route,
                                           route, m_desk->now, m_desk->now)
                               .result();
        QVERIFY(begun);
        QVERIFY(journal.close(begun->id, ledger::Intent::State::Unknown, {}, {}).result());
        QTRY_COMPARE(cards(u"unsettledWrite"_s).size(), 1);
    }

    void everyFigureLeadsToItsList()
    {
        show();
        QSignalSpy sessions(m_page.get(), &ui::OverviewPage::sessionsRequested);
        QSignalSpy payments(m_page.get(), &ui::OverviewPage::paymentsRequested);
        QSignalSpy session(m_page.get(), &ui::OverviewPage::showSession);
        auto *failed = card(u"failedPayments"_s);
        failed->setFocus();
        QTest::keyClick(failed, Qt::Key_Space);
        QCOMPARE(payments.count(), 1);
        const auto view = payments[0][0].value<ledger::SavedFilter>();
        QCOMPARE(view.filter.status, std::optional(TransactionStatus::Failed));
        QCOMPARE(view.lastDays, 30);
        QTest::mouseClick(m_page->findChildren<ui::ShareLegend *>().first(), Qt::LeftButton);
        QCOMPARE(sessions.count(), 1);
        QCOMPARE(sessions[0][0].value<ledger::SessionFilter::Status>(), ledger::SessionFilter::Status::Completed);
        QCOMPARE(sessions[0][1].toInt(), 30);
        QTRY_COMPARE(m_page->findChildren<ui::ExpiringSessionButton *>().size(), 1);
        QTest::mouseClick(m_page->findChild<ui::ExpiringSessionButton *>(), Qt::LeftButton);
        QCOMPARE(session.count(), 1);
        QCOMPARE(session[0][1].toString(), u"cs_000200"_s);
    }

    void arrowKeysGoFromDayToDay()
    {
        show();
        auto *eur = chart(u"EUR"_s);
        eur->setFocus();
        QTest::keyClick(eur, Qt::Key_Left);
        QVERIFY(eur->accessibleDescription().startsWith(u"Tue 14 Apr"_s));
        QTest::keyClick(eur, Qt::Key_Left);
        QTest::keyClick(eur, Qt::Key_Left);
        QVERIFY(eur->accessibleDescription().startsWith(u"Sun 12 Apr"_s));
    }

    void aDayOfTheChartLeadsToItsPayments()
    {
        show();
        QSignalSpy payments(m_page.get(), &ui::OverviewPage::paymentsRequested);
        const auto view = [&payments] { return payments.takeFirst()[0].value<ledger::SavedFilter>(); };
        auto *eur = chart(u"EUR"_s);
        eur->setFocus();
        QTest::keyClick(eur, Qt::Key_Return); // no day: all of them
        ledger::SavedFilter wanted = view();
        QCOMPARE(wanted.filter.currency, u"EUR"_s);
        QCOMPARE(wanted.lastDays, 30);
        QVERIFY(!wanted.filter.createdSince.isValid());
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(eur, Qt::Key_Left);
        QTest::keyClick(eur, Qt::Key_Return);
        wanted = view();
        QCOMPARE(wanted.lastDays, 0);
        QCOMPARE(wanted.filter.createdSince, QDateTime(QDate(2026, 4, 12), QTime(0, 0), Qt::UTC));
        QCOMPARE(wanted.filter.createdBefore, QDateTime(QDate(2026, 4, 13), QTime(0, 0), Qt::UTC));
        // The last column, by mouse.
        QTest::mouseClick(eur, Qt::LeftButton, {}, QPoint(eur->width() - 8, eur->height() / 2));
        QCOMPARE(view().filter.createdSince.date(), QDate(2026, 4, 14));
    }

    void aChartIsSavedAsPictureAndAsDrawing()
    {
        show();
        const QString png = m_desk->out.filePath(u"chart.png"_s);
        const QString svg = m_desk->out.filePath(u"chart.svg"_s);
        QVERIFY(chart(u"EUR"_s)->save(png));
        QVERIFY(chart(u"EUR"_s)->save(svg));
        QCOMPARE(QImage(png).width(), 2 * chart(u"EUR"_s)->width());
        QVERIFY(QSvgRenderer(svg).isValid());
        QVERIFY(!chart(u"EUR"_s)->save(m_desk->dir.filePath(u"missing/chart.png"_s)));
        QVERIFY(!chart(u"EUR"_s)->save(m_desk->dir.filePath(u"missing/chart.svg"_s)));
        tilldeck::test::exportOnSmallDisks([this](const QString &path) { return chart(u"EUR"_s)->save(path); });
    }

    void anotherAccountLeavesNoFiguresBehind()
    {
        show();
        QSignalSpy loaded(m_page.get(), &ui::OverviewPage::loaded);
        m_page->setAccounts({m_desk->addMarketplace()});
        QCOMPARE(legend(SharePart::Completed), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!loaded.isEmpty(), 20000);
        QVERIFY(seen().contains(u"Nothing was paid in these days."_s));
        QVERIFY(!card(u"failedPayments"_s)->isVisible());
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("TILLDECK_PICTURES");
        if (folder.isEmpty())
            QSKIP("only where TILLDECK_PICTURES names a folder");
        show();
        for (const auto mode : {ui::ThemeMode::Light, ui::ThemeMode::Dark}) {
            const ui::Theme theme(*qApp, mode);
            const QString name = mode == ui::ThemeMode::Light ? u"light"_s : u"dark"_s;
            m_page->resize(1232, 780);
            QTest::qWait(50);
            QVERIFY(m_page->grab().save(u"%1/overview-%2.png"_s.arg(folder, name)));
            m_page->resize(912, 516);
            QTest::qWait(50);
            QVERIFY(m_page->grab().save(u"%1/overview-%2-small.png"_s.arg(folder, name)));
        }
        const ui::Theme theme(*qApp, ui::ThemeMode::Light);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        m_page->resize(1232, 780);
        QTest::qWait(50);
        QVERIFY(m_page->grab().save(u"%1/overview-rtl.png"_s.arg(folder)));
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

private:
    void fill()
    {
        std::vector<ledger::SessionRecord> sessions;
        const std::pair<SessionStatus, QString> ends[] = {{SessionStatus::Open, u"open"_s},
                                                          {SessionStatus::Completed, u"completed"_s},
                                                          {SessionStatus::Completed, u"completed"_s},
                                                          {SessionStatus::Expired, u"expired"_s},
                                                          {SessionStatus::Failed, u"failed"_s}};
        for (int n = 0; n < 60; ++n) {
            auto record = m_desk->session(n);
            record.session.createdAt = record.createdAt = m_desk->now.addDays(-n).addSecs(-60);
            record.session.expiresAt = record.session.createdAt.addDays(1);
            DeskFixture::setStatus(record, ends[n % 5].first, ends[n % 5].second);
            sessions.push_back(record);
        }
        auto soon = m_desk->session(200, u"Awa Diop"_s);
        soon.session.expiresAt = m_desk->now.addSecs(38 * 60);
        sessions.push_back(soon);
        m_desk->putMany(sessions);
        std::vector<ledger::TransactionRecord> payments{payment(0, 0, 3000, u"EUR", TransactionStatus::Succeeded),
                                                        payment(1, 2, 4000, u"EUR", TransactionStatus::Succeeded),
                                                        payment(2, 2, 1000, u"EUR", TransactionStatus::Succeeded),
                                                        payment(3, 2, 7000, u"EUR", TransactionStatus::Failed),
                                                        payment(4, 20, 144000000, u"NGN", TransactionStatus::Succeeded),
                                                        payment(5, 45, 900, u"EUR", TransactionStatus::Succeeded),
                                                        payment(6, 45, 900, u"EUR", TransactionStatus::Failed)};
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_desk->account.id, payments).result().has_value());
    }

    ledger::TransactionRecord payment(int n, int daysAgo, qint64 minor, QStringView currency,
                                      TransactionStatus status) const
    {
        checkout::Transaction transaction(u"txn_%1"_s.arg(n), DeskFixture::money(minor, currency));
        transaction.status = status;
        transaction.rawStatus = u"raw"_s;
        transaction.createdAt = m_desk->now.addDays(-daysAgo);
        return {0, m_desk->account.id, transaction};
    }

    void show()
    {
        QSignalSpy loaded(m_page.get(), &ui::OverviewPage::loaded);
        m_page->show();
        QVERIFY(loaded.count() > 0 || loaded.wait());
    }

    qint64 sql(const QString &query) const
    {
        qint64 answer = -1;
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"check"_s);
            file.setDatabaseName(m_desk->dir.filePath(u"ledger.sqlite"_s));
            QSqlQuery count(file);
            if (file.open() && count.exec(query) && count.next())
                answer = count.value(0).toLongLong();
        }
        QSqlDatabase::removeDatabase(u"check"_s);
        return answer;
    }

    qint64 legend(SharePart part) const
    {
        return m_page->findChildren<ui::ShareLegend *>()
            .at(std::ranges::find(ui::shareParts, part) - std::begin(ui::shareParts))
            ->count();
    }
    ui::VolumeChart *chart(const QString &currency) const
    {
        const auto charts = m_page->findChildren<ui::VolumeChart *>();
        for (ui::VolumeChart *chart : charts)
            if (chart->currency().code() == currency && chart->isVisible())
                return chart;
        return nullptr;
    }
    ui::AttentionCard *card(const QString &name) const { return m_page->findChild<ui::AttentionCard *>(name); }
    QList<ui::AttentionCard *> cards(const QString &name) const
    {
        return m_page->findChildren<ui::AttentionCard *>(name);
    }
    QString seen() const
    {
        QString text;
        const auto labels = m_page->findChildren<QLabel *>();
        for (const auto *label : labels)
            if (label->isVisible())
                text += label->text() + u'\n';
        return text;
    }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::OverviewPage> m_page;
};

TILLDECK_TEST(OverviewPageTest)

} // namespace overview_page_test

#include "tst_overview_page.moc"
