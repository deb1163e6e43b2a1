// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../desk/bench.h"
#include "http/scripted_server.h"
#include "ledger/random_id.h"
#include "support/runner.h"
#include "ui/forms/number_field.h"
#include "ui/lists/table.h"
#include "ui/lists/unsettled_bar.h"
#include "ui/promotions/promotion_dialog.h"
#include "ui/promotions/promotion_panel.h"
#include "ui/promotions/promotion_text.h"
#include "ui/promotions/promotions_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/segmented.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>

namespace promotions_page_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class PromotionsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_bench = std::make_unique<desk::test::Bench>();
        m_shop = std::make_unique<desk::test::Shop>();
        const auto &account = m_shop->account();
        m_account = m_bench->connectTo(u"Kestrel"_s, account.baseUrl, account.accountId, account.key);
        m_catalogs = std::make_unique<desk::CatalogCache>(*m_bench->desk);
        m_page = std::make_unique<ui::PromotionsPage>(*m_bench->desk, *m_catalogs);
        m_page->resize(1232, 780);
        m_page->setAccount(m_account);
        m_page->show();
        m_tester = std::make_unique<QAbstractItemModelTester>(table()->model(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(table()->model()->rowCount() > 0);
    }

    void cleanup()
    {
        m_tester.reset();
        m_page.reset();
        m_catalogs.reset();
        m_bench.reset();
        m_shop.reset();
    }

    void aCodeThatCannotBeReadIsCountedWithItsWords()
    {
        http::test::ScriptedServer server(http::test::answer(
            200,
            R"({"items": [{"id": "p", "code": "BAD", "coupon_id": "c", "max_redemptions": "many"}], "total": 1})"));
        const QString other =
            m_bench->connectTo(u"Odd"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_sandbox_1"_s);
        m_page->setAccount(other);
        QTRY_VERIFY(m_catalogs->isKnown(other));
        QString said;
        for (const auto *label : m_page->findChildren<QLabel *>())
            said += (label->isVisible() ? label->text() : QString()) + u'\n';
        QVERIFY2(said.contains(u"1 row(s) could not be read: p (\"max_redemptions\":\"many\")"_s), qPrintable(said));
        QVERIFY2(said.contains(u"Nothing that could be read"_s) && !said.contains(u"yet"_s), qPrintable(said));
    }

    void whatCouldNotBeLoadedIsNotCalledEmpty()
    {
        const QString other =
            m_bench->connectTo(u"Elsewhere"_s, u"http://127.0.0.1:1"_s, u"acc_1"_s, u"sk_sandbox_1"_s);
        m_page->setAccount(other);
        QTRY_VERIFY(m_catalogs->error(other));
        QStringList said;
        for (const auto *label : m_page->findChildren<QLabel *>())
            said << (label->isVisible() ? label->text() : QString());
        QVERIFY2(said.join(u'\n').contains(u"could not be loaded"_s), qPrintable(said.join(u'\n')));
        QVERIFY2(!said.join(u'\n').contains(u"0 promotion"_s) && !said.join(u'\n').contains(u"yet"_s),
                 qPrintable(said.join(u'\n')));
    }

    void validityIsSaidInWords_data()
    {
        QTest::addColumn<bool>("active");
        QTest::addColumn<QDateTime>("end");
        QTest::addColumn<qint64>("used");
        QTest::addColumn<QString>("text");
        const QDateTime later({2026, 4, 30}, {12, 0}, Qt::UTC);
        const QDateTime before({2026, 4, 3}, {12, 0}, Qt::UTC);
        QTest::newRow("no end") << true << QDateTime() << qint64(0) << u"No end"_s;
        QTest::newRow("until a day") << true << later << qint64(0) << u"Until 30 Apr"_s;
        QTest::newRow("over") << true << before << qint64(0) << u"Expired on 3 Apr"_s;
        QTest::newRow("used up") << true << later << qint64(10) << u"Used up"_s;
        QTest::newRow("switched off") << false << later << qint64(0) << u"Switched off"_s;
    }
    void validityIsSaidInWords()
    {
        QFETCH(bool, active);
        QFETCH(QDateTime, end);
        QFETCH(qint64, used);
        QFETCH(QString, text);
        checkout::PromotionCode code;
        code.active = active;
        code.expiresAt = end;
        code.timesRedeemed = used;
        code.maxRedemptions = 10;
        const QDateTime now({2026, 4, 14}, {12, 0}, Qt::UTC);
        QCOMPARE(ui::validityOf(code, nullptr, now, QTimeZone::utc(), QLocale()).text, text);
    }

    void aCodeIsUsedInANewSession()
    {
        QSignalSpy used(m_page.get(), &ui::PromotionsPage::useInNewSession);
        const int row = usableRow();
        table()->setCurrentIndex(table()->model()->index(row, 0));
        const QString code = table()->model()->index(row, ui::PromotionModel::Label).data().toString();
        QTRY_VERIFY(button(u"usePromotion"_s)->isVisible());
        QTest::mouseClick(button(u"usePromotion"_s), Qt::LeftButton);
        QCOMPARE(used.count(), 1);
        QCOMPARE(used[0][0].toString(), m_account);
        QCOMPARE(used[0][1].value<checkout::SessionDraft>().promotionCode, code);
    }

    void theSessionsThatAskedForItAreListed()
    {
        const int row = usableRow();
        const QString code = table()->model()->index(row, ui::PromotionModel::Label).data().toString();
        ledger::SessionRecord record;
        record.accountId = m_account;
        record.session.id = u"cs_with_code"_s;
        record.session.rawStatus = u"open"_s;
        record.draft.promotionCode = code.toLower();
        record.createdAt = record.session.createdAt = m_bench->now();
        QVERIFY(m_bench->desk->ledger().put(record).result().has_value());
        table()->setCurrentIndex(table()->model()->index(row, 0));
        QTRY_VERIFY(m_page->findChild<QWidget *>(u"promotionSession"_s));
        QSignalSpy shown(m_page.get(), &ui::PromotionsPage::showSession);
        auto *link = m_page->findChild<QWidget *>(u"promotionSession"_s)->findChild<ui::Button *>();
        QTRY_VERIFY(link->height() > 10);
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(shown.count(), 1);
        QCOMPARE(shown[0][1].toString(), u"cs_with_code"_s);
        QSignalSpy all(m_page.get(), &ui::PromotionsPage::sessionsRequested);
        auto *inList = m_page->findChild<ui::Button *>(u"promotionAllSessions"_s);
        QTRY_VERIFY(inList->height() > 10);
        QTest::mouseClick(inList, Qt::LeftButton);
        QCOMPARE(all.count(), 1);
        QCOMPARE(all[0][0].toString().toUpper(), code.toUpper());
    }

    void deactivatingAsksFirst()
    {
        const int row = usableRow();
        table()->setCurrentIndex(table()->model()->index(row, 0));
        const QString code = table()->model()->index(row, ui::PromotionModel::Label).data().toString();
        QTest::mouseClick(button(u"deactivate"_s), Qt::LeftButton);
        auto *dialog = m_page->findChild<ui::GuardDialog *>();
        QVERIFY(dialog);
        const auto labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"SANDBOX"_s); }));
        for (auto *choice : dialog->findChildren<ui::Button *>())
            if (choice->text() == u"Deactivate code"_s)
                QTest::mouseClick(choice, Qt::LeftButton);
        QTRY_COMPARE(validityOf(code), u"Switched off"_s);
    }

    void aCodeThatIsBeingDeactivatedIsNotDeactivatedTwice()
    {
        table()->setCurrentIndex(table()->model()->index(usableRow(), 0));
        auto *panel = m_page->findChild<ui::PromotionPanel *>();
        QVERIFY(button(u"deactivate"_s)->isEnabled());
        panel->setBusy(true);
        QSignalSpy changed(m_catalogs.get(), &desk::CatalogCache::changed);
        m_catalogs->refresh(m_account); // shows the code again
        QVERIFY(changed.count() > 0 || changed.wait());
        QVERIFY(!button(u"deactivate"_s)->isEnabled());
        panel->setBusy(false);
        QVERIFY(button(u"deactivate"_s)->isEnabled());
    }

    void oneCodeIsCreated()
    {
        auto *dialog = openDialog();
        QVERIFY(dialog->findChild<QLabel *>(u"account"_s)->text().contains(u"SANDBOX"_s));
        dialog->findChild<QLineEdit *>(u"pattern"_s)->setText(u"WELCOME-BACK"_s);
        QTest::mouseClick(dialog->findChild<ui::Button *>(u"create"_s), Qt::LeftButton);
        QTRY_COMPARE(stateOf(dialog), u"Code WELCOME-BACK created"_s);
        QTRY_COMPARE(validityOf(u"WELCOME-BACK"_s), u"No end"_s);
    }

    void fiveHundredCodesAreCreatedWithProgress()
    {
        const int before = table()->model()->rowCount();
        auto *dialog = openMany(500);
        auto *progress = dialog->findChild<QProgressBar *>(u"progress"_s);
        QTRY_VERIFY(progress->value() > 0);
        QVERIFY(progress->value() < 500); // shown while it goes on
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(dialog), u"500 code(s) created"_s, 120000);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), before + 500, 20000);
    }

    void stoppingKeepsWhatWasCreated()
    {
        const int before = table()->model()->rowCount();
        auto *dialog = openMany(500);
        auto *progress = dialog->findChild<QProgressBar *>(u"progress"_s);
        QTRY_VERIFY(progress->value() >= 5);
        QTest::mouseClick(dialog->findChild<ui::Button *>(u"cancel"_s), Qt::LeftButton);
        QTRY_VERIFY(stateOf(dialog).endsWith(u" not sent"_s));
        const int made = stateOf(dialog).section(u' ', 0, 0).toInt();
        QVERIFY(made >= 5 && made < 500);
        QCOMPARE(stateOf(dialog), u"%1 code(s) created and %2 not sent"_s.arg(made).arg(500 - made));
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), before + made, 20000);
        QVERIFY(dialog->isVisible()); // tells what it made before it closes
    }

    void whatWasStoppedIsGoneOnWith()
    {
        const int before = table()->model()->rowCount();
        auto *bar = m_page->findChild<ui::UnsettledBar *>();
        QVERIFY(!bar->isVisible());
        auto *dialog = openMany(20);
        QTRY_VERIFY(dialog->findChild<QProgressBar *>(u"progress"_s)->value() >= 3);
        QTest::mouseClick(dialog->findChild<ui::Button *>(u"cancel"_s), Qt::LeftButton);
        QTRY_VERIFY(stateOf(dialog).endsWith(u" not sent"_s));
        const int made = stateOf(dialog).section(u' ', 0, 0).toInt();
        QTest::mouseClick(dialog->findChild<ui::Button *>(u"cancel"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_page->findChild<ui::PromotionDialog *>());
        QTRY_VERIFY(bar->isVisible());
        const QString said = bar->findChild<ui::InlineMessage *>()->text();
        QVERIFY2(said.contains(u" and 19 more: "_s), qPrintable(said)); // not as if it were one code
        QVERIFY2(said.contains(u"%1 of 20"_s.arg(made)) && said.contains(u"%1 were not sent"_s.arg(20 - made)),
                 qPrintable(said));
        choose(bar, u"Go on with the rest"_s);
        auto *rest = m_page->findChild<ui::PromotionDialog *>();
        QVERIFY(rest);
        QVERIFY(!rest->findChild<QLineEdit *>(u"pattern"_s)->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(rest), u"20 code(s) created"_s, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), before + 20, 20000);
        QTRY_VERIFY(!bar->isVisible());
    }

    void theRestOfWhatWasStoppedCanBeLeft()
    {
        const QString batch = plan({u"SUMMER-1"_s, u"SUMMER-2"_s});
        QVERIFY(journal().releaseBatch(batch).result());
        auto *bar = m_page->findChild<ui::UnsettledBar *>();
        QTRY_VERIFY(bar->isVisible());
        choose(bar, u"Leave the rest"_s);
        QTRY_VERIFY(!bar->isVisible());
        QVERIFY(journal().unfinishedBatches().result()->empty());
    }

    void aSwitchingOffOfUnknownOutcomeIsLookedUp()
    {
        checkout::PromotionCode code;
        code.id = static_cast<ui::PromotionModel *>(table()->model())->item(usableRow()).id;
        code.code = u"SAVE20"_s;
        const QDateTime now = m_bench->now();
        const auto begun =
            journal()
                .beginEntry(ledger::randomId(), m_account, "hash", ledger::Intent::Kind::DeactivateCode, code, now, now)
                .result();
        QVERIFY(begun);
        QVERIFY(journal().close(begun->id, ledger::Intent::State::Unknown, {}, {}).result());
        auto *bar = m_page->findChild<ui::UnsettledBar *>();
        const auto said = [bar] { return bar->findChild<ui::InlineMessage *>()->text(); };
        QTRY_VERIFY(bar->isVisible());
        QVERIFY2(said().contains(u"SAVE20"_s), qPrintable(said()));
        choose(bar, u"Look it up"_s);
        QTRY_VERIFY2(said().contains(u"not made"_s), qPrintable(said()));
        QTRY_VERIFY(journal().unsettled(m_account).result()->empty());
    }

    void aPatternThatCannotGiveSoManyIsRefused()
    {
        auto *dialog = openMany(500, u"SUMMER"_s);
        QVERIFY(!dialog->findChild<QProgressBar *>(u"progress"_s)->isVisible());
        QVERIFY(dialog->findChild<QLineEdit *>(u"pattern"_s)->property("error").toBool());
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("TILLDECK_PICTURES");
        if (folder.isEmpty())
            QSKIP("only where TILLDECK_PICTURES names a folder");
        table()->setCurrentIndex(table()->model()->index(usableRow(), 0));
        for (const auto mode : {ui::ThemeMode::Light, ui::ThemeMode::Dark}) {
            const ui::Theme theme(*qApp, mode);
            const QString name = mode == ui::ThemeMode::Light ? u"light"_s : u"dark"_s;
            m_page->resize(1232, 780);
            QTest::qWait(50);
            QVERIFY(m_page->grab().save(u"%1/promotions-%2.png"_s.arg(folder, name)));
            m_page->resize(912, 516);
            QTest::qWait(50);
            QVERIFY(m_page->grab().save(u"%1/promotions-%2-small.png"_s.arg(folder, name)));
        }
        const ui::Theme theme(*qApp, ui::ThemeMode::Light);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        QTest::qWait(50);
        QVERIFY(m_page->grab().save(u"%1/promotions-rtl.png"_s.arg(folder)));
        QApplication::setLayoutDirection(Qt::LeftToRight);
        auto *dialog = openMany(500, u"SUMMER"_s);
        QTest::qWait(50);
        QVERIFY(dialog->grab().save(u"%1/promotions-dialog.png"_s.arg(folder)));
    }

private:
    ledger::Journal &journal() const { return m_bench->desk->journal(); }
    QString plan(const QStringList &texts) const
    {
        std::vector<checkout::PromotionCode> codes;
        for (const QString &text : texts) {
            checkout::PromotionCode code;
            code.code = text;
            codes.push_back(code);
        }
        return journal().planCodes(m_account, std::move(codes), m_bench->now()).result()->front().batchId;
    }
    /// Opens the question of the bar and answers it.
    void choose(ui::UnsettledBar *bar, const QString &answer) const
    {
        emit bar->findChild<ui::InlineMessage *>()->linkActivated();
        for (auto *button : bar->findChild<ui::GuardDialog *>()->findChildren<ui::Button *>()) {
            if (button->text() == answer)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL(qPrintable(answer));
    }
    ui::Table *table() const { return m_page->findChild<ui::Table *>(); }
    ui::Button *button(const QString &name) const { return m_page->findChild<ui::Button *>(name); }
    int usableRow() const
    {
        const auto *model = static_cast<ui::PromotionModel *>(table()->model());
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->item(row).validity.isUsable)
                return row;
        return -1;
    }
    QString validityOf(const QString &code) const
    {
        const auto *model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, ui::PromotionModel::Label).data().toString() == code)
                return model->index(row, ui::PromotionModel::Valid).data().toString();
        return {};
    }
    ui::PromotionDialog *openDialog() const
    {
        QTest::mouseClick(button(u"newCode"_s), Qt::LeftButton);
        return m_page->findChild<ui::PromotionDialog *>();
    }
    ui::PromotionDialog *openMany(int count, const QString &pattern = u"SUMMER-######"_s) const
    {
        auto *dialog = openDialog();
        auto *kind = dialog->findChild<ui::SegmentedControl *>(u"howMany"_s);
        kind->setCurrent(1);
        emit kind->currentChanged(1);
        dialog->findChild<QLineEdit *>(u"pattern"_s)->setText(pattern);
        dialog->findChild<ui::NumberField *>(u"count"_s)->setText(QString::number(count));
        QTest::mouseClick(dialog->findChild<ui::Button *>(u"create"_s), Qt::LeftButton);
        return dialog;
    }
    static QString stateOf(const ui::PromotionDialog *dialog)
    {
        return dialog->findChild<QLabel *>(u"state"_s)->text();
    }

    std::unique_ptr<desk::test::Bench> m_bench;
    std::unique_ptr<desk::test::Shop> m_shop;
    std::unique_ptr<desk::CatalogCache> m_catalogs;
    std::unique_ptr<ui::PromotionsPage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QString m_account;
};

TILLDECK_TEST(PromotionsPageTest)

} // namespace promotions_page_test

#include "tst_promotions_page.moc"
