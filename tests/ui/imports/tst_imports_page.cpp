// SPDX-License-Identifier: GPL-3.0-or-later
// A merchant imports a file: nothing is sent before a yes, each row once, and what is unfinished is gone on with.
#include "../../desk/import_shop.h"
#include "desk/import_templates.h"
#include "support/runner.h"
#include "support/shown.h"
#include "ui/imports/column_mapping.h"
#include "ui/imports/file_settings.h"
#include "ui/imports/import_row_model.h"
#include "ui/imports/imports_page.h"
#include "ui/imports/review_model.h"
#include "ui/imports/row_defaults.h"
#include "ui/lists/table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>

namespace imports_page_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using desk::test::ImportShop;
using tilldeck::test::visible;
using Fault = ImportShop::Fault;

namespace {

/// Returns a file of so many rows, each of which is another one.
QByteArray fileOf(int rows)
{
    QByteArray bytes = "item_price_id;item_quantity;custom_fields.order\n";
    for (int i = 0; i < rows; ++i)
        bytes += "price_premium;1;R" + QByteArray::number(i) + '\n';
    return bytes;
}

} // namespace

class ImportsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_folder = std::make_unique<QTemporaryDir>();
        m_shop = std::make_unique<ImportShop>();
        open();
    }
    void cleanup()
    {
        close();
        m_shop.reset();
        m_folder.reset();
    }

    void nothingIsSentBeforeTheYesAndEachRowOnce()
    {
        review(fileOf(20));
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
        QVERIFY(m_shop->sent.isEmpty());
        QTest::mouseClick(button(u"createSessions"_s), Qt::LeftButton);
        QVERIFY(question());
        const QString said = test::textOf(question());
        QVERIFY2(said.contains(u"Kestrel"_s) && said.contains(u"20"_s) && said.contains(u"rows.csv"_s),
                 qPrintable(said));
        QVERIFY(question()->focusWidget() != yes());
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(!question());
        QTest::qWait(50);
        QVERIFY(m_shop->sent.isEmpty());
        QVERIFY(m_shop->desk().journal().imports(m_shop->account).result()->empty());

        create();
        QTRY_COMPARE_WITH_TIMEOUT(counts(), (QList<int>{20, 20, 0, 0, 0, 0}), 20000);
        QCOMPARE(m_shop->made.size(), 20);
        QCOMPARE(QSet<QString>(m_shop->made.begin(), m_shop->made.end()).size(), 20);
        QTRY_VERIFY(!m_page->isRunning());
        QTRY_COMPARE(label(u"state"_s), u"20 of 20 were created."_s);
        QCOMPARE(rows()->rows().size(), size_t(20));
        QCOMPARE(rows()->index(0, ui::ImportRowModel::Session).data().toString(), u"cs_R0"_s);
    }

    void aSecondYesBeginsNoSecondImport()
    {
        review(fileOf(30));
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
        QPointer<ui::Button> first = button(u"createSessions"_s);
        first->click();
        first->click();
        QCOMPARE(m_page->findChildren<ui::GuardDialog *>(u"importQuestion"_s).size(), 1);
        QPointer<ui::GuardDialog> dialog = question();
        QPointer<QPushButton> answer = yes();
        QTest::mouseDClick(answer, Qt::LeftButton);
        if (answer)
            answer->click();
        if (dialog) {
            emit dialog->chosen(1);
            QTest::keyClick(dialog, Qt::Key_Return);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->isRunning() && m_shop->sent.size() == 30, 20000);
        QTest::qWait(100);
        QCOMPARE(m_shop->sent.size(), 30);
        QCOMPARE(m_shop->desk().journal().imports(m_shop->account).result()->size(), size_t(1));
    }

    void whilePausedNothingIsSent()
    {
        review(fileOf(60));
        create();
        QTRY_VERIFY(m_shop->made.size() > 3);
        QTest::mouseClick(button(u"pause"_s), Qt::LeftButton);
        // Those under way still end.
        QTRY_COMPARE(m_shop->underWay, 0);
        QTest::qWait(250);
        const qsizetype sent = m_shop->sent.size();
        QVERIFY(sent < 60);
        QVERIFY2(label(u"state"_s).contains(u"Paused"_s), qPrintable(label(u"state"_s)));
        QTest::qWait(300);
        QCOMPARE(m_shop->sent.size(), sent);
        QTest::mouseClick(button(u"pause"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(counts(), (QList<int>{60, 60, 0, 0, 0, 0}), 20000);
        QCOMPARE(m_shop->sent.size(), 60);
    }

    void aProblemStandsOnItsCellAndKeepsTheRestFromBeingSent()
    {
        review("item_price_id;item_quantity;custom_fields.order\nprice_a;1;R0\nprice_a;x;R1\nprice_a;1;R2\n;1;R3\n");
        auto *model = m_page->findChild<ui::ReviewModel *>();
        QTRY_COMPARE(model->rowCount(), 4);
        QTRY_COMPARE(model->withProblems(), 2);
        QVERIFY(!button(u"createSessions"_s)->isEnabled());
        const QModelIndex cell = model->index(1, 2);
        QVERIFY(cell.data(ui::ReviewModel::ProblemRole).toBool());
        QVERIFY(!model->index(1, 1).data(ui::ReviewModel::ProblemRole).toBool());
        QVERIFY2(cell.data(Qt::AccessibleTextRole).toString().contains(u"whole number"_s),
                 qPrintable(cell.data(Qt::AccessibleTextRole).toString()));
        auto *table = visible<ui::Table>(m_page.get(), QString());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F8);
        QCOMPARE(table->currentIndex(), cell);
        QVERIFY2(label(u"problem"_s).startsWith(u"Line 3, item_quantity"_s), qPrintable(label(u"problem"_s)));
        QTest::mouseClick(button(u"nextProblem"_s), Qt::LeftButton);
        QCOMPARE(table->currentIndex().row(), 3);
        QTest::mouseClick(button(u"nextProblem"_s), Qt::LeftButton); // from the beginning again
        QCOMPARE(table->currentIndex(), cell);
        QTest::mouseClick(m_page->findChild<QCheckBox *>(u"onlyProblems"_s), Qt::LeftButton);
        QCOMPARE(model->rowCount(), 2);
        QVERIFY(m_shop->sent.isEmpty());
    }

    void titlesThatNobodyKnowsAreMapped()
    {
        review("foo;bar\nprice_a;1\nprice_b;2\n");
        auto *model = m_page->findChild<ui::ReviewModel *>();
        QTRY_COMPARE(model->rowCount(), 2);
        QTRY_VERIFY(visible<ui::InlineMessage>(m_page.get()));
        QVERIFY(!button(u"createSessions"_s)->isEnabled());
        const auto boxes = m_page->findChild<ui::ColumnMapping *>()->findChildren<QComboBox *>();
        QCOMPARE(boxes.size(), 2);
        choose(boxes.at(0), u"item_price_id"_s);
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
        QVERIFY(!visible<ui::InlineMessage>(m_page.get()));
        choose(boxes.at(1), u"item_quantity"_s);
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
        create();
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->made.size(), 2, 10000);
    }

    void howAFileIsReadIsKeptAsATemplate()
    {
        review("foo;bar\nprice_a;1\n");
        auto *boxes = m_page->findChild<ui::ColumnMapping *>();
        QTRY_COMPARE(boxes->findChildren<QComboBox *>().size(), 2);
        choose(boxes->findChildren<QComboBox *>().at(0), u"item_price_id"_s);
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
        QTest::mouseClick(button(u"saveTemplate"_s), Qt::LeftButton);
        auto *name = m_page->findChild<QLineEdit *>(u"name"_s);
        QVERIFY(name);
        name->setText(u"Shop"_s);
        QTest::mouseClick(name->window()->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
        const desk::ImportTemplates templates(m_shop->bench.dataDirectory());
        QTRY_COMPARE(*templates.names(), QStringList(u"Shop"_s));
        QCOMPARE(templates.named(u"Shop"_s)->targets.value(u"foo"_s), u"item_price_id"_s);

        review("foo;bar\nprice_b;1\n");
        QTRY_VERIFY(visible<ui::InlineMessage>(m_page.get()));
        QVERIFY(!button(u"createSessions"_s)->isEnabled());
        choose(m_page->findChild<QComboBox *>(u"template"_s), u"Shop"_s);
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
        QVERIFY(m_shop->sent.isEmpty());
    }

    void whatAllRowsHaveIsReadAsTheirCellsAre()
    {
        review("item_price_id;custom_fields.order\nprice_a;R0\nprice_a;R1\n");
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
        auto *defaults = m_page->findChild<ui::RowDefaults *>();
        defaults->set(u"item_quantity"_s, u"many"_s);
        QVERIFY(!button(u"createSessions"_s)->isEnabled()); // what was read is not what is said any more
        QTRY_VERIFY(test::textOf(defaults).contains(u"whole number"_s) ||
                    !defaults->findChild<QComboBox *>(u"default_item_quantity"_s)->accessibleDescription().isEmpty());
        QTest::qWait(300);
        QVERIFY(!button(u"createSessions"_s)->isEnabled()); // it is not left out either
        defaults->set(u"item_quantity"_s, u"3"_s);
        defaults->set(u"success_url"_s, u"nowhere"_s);
        QTRY_COMPARE(m_page->findChild<ui::ReviewModel *>()->withProblems(), 2);
        QVERIFY(!button(u"createSessions"_s)->isEnabled());
        defaults->set(u"success_url"_s, u"https://kestrel.example/thanks"_s);
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
        create();
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->made.size(), 2, 10000);
        const auto batch = m_shop->batch();
        const auto planned = m_shop->desk().journal().rowsOfImport(m_shop->account, batch.id).result();
        QCOMPARE(planned->front().draft.successUrl, u"https://kestrel.example/thanks"_s);
        QCOMPARE(planned->front().draft.lineItems.front().quantity, 3);
    }

    void theSameRowsAgainAreAQuestion()
    {
        review(fileOf(4));
        create();
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->isRunning() && m_shop->made.size() == 4, 10000);
        review(fileOf(4));
        create();
        QTRY_VERIFY_WITH_TIMEOUT(visible<ui::GuardDialog>(m_page.get(), u"earlier"_s), 10000);
        QCOMPARE(m_shop->sent.size(), 4);
        press(visible<ui::GuardDialog>(m_page.get(), u"earlier"_s), u"Cancel"_s);
        QTest::qWait(50);
        QCOMPARE(m_shop->sent.size(), 4);
        create();
        QTRY_VERIFY_WITH_TIMEOUT(visible<ui::GuardDialog>(m_page.get(), u"earlier"_s), 10000);
        press(visible<ui::GuardDialog>(m_page.get(), u"earlier"_s), u"Create others"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->sent.size(), 8, 10000);
    }

    void whatWasStoppedIsGoneOnWithOrLeft()
    {
        review(fileOf(80));
        create();
        QTRY_VERIFY(m_shop->made.size() > 3);
        QTest::mouseClick(button(u"stop"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_page->isRunning());
        const qsizetype sent = m_shop->sent.size();
        QVERIFY(sent < 80);
        QTRY_VERIFY(button(u"goOn"_s));
        QTest::mouseClick(button(u"goOn"_s), Qt::LeftButton);
        QTRY_VERIFY(m_shop->sent.size() > sent + 3);
        QTest::mouseClick(button(u"stop"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_page->isRunning());
        QTRY_VERIFY(button(u"cancelRest"_s));
        QTest::mouseClick(button(u"cancelRest"_s), Qt::LeftButton);
        press(visible<ui::GuardDialog>(m_page.get(), u"cancelQuestion"_s), u"Cancel the rest"_s);
        QTRY_COMPARE(counts().at(4), 0);
        QCOMPARE(counts().at(1) + counts().at(5), 80);
        QCOMPARE(QSet<QString>(m_shop->sent.begin(), m_shop->sent.end()).size(), m_shop->sent.size());
        QTRY_VERIFY(!button(u"goOn"_s));
    }

    void whatACrashCutOffStandsInTheListAfterwards()
    {
        m_shop->onCreate = [](int number) { return number > 6 ? Fault::Silent : Fault::None; };
        review(fileOf(30));
        create();
        QTRY_VERIFY(m_shop->sent.size() >= 8);
        close();
        m_shop->bench.restart();
        QTest::qWait(300); // what was on its way arrives
        m_shop->onCreate = {};
        open();
        auto *table = visible<ui::Table>(m_page.get());
        QTRY_COMPARE(table->model()->rowCount(), 1);
        const qsizetype sent = m_shop->sent.size(); // with those that were on their way when it ended
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::mouseClick(button(u"openImport"_s), Qt::LeftButton);
        QCOMPARE(m_shop->sent.size(), sent);
        QTRY_VERIFY(button(u"goOn"_s));
        QTRY_COMPARE(rows()->rows().size(), size_t(30));
        QTest::mouseClick(button(u"goOn"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(counts().at(4) == 0 && !m_page->isRunning(), 20000);
        // Those that may have been sent are not sent again.
        QCOMPARE(QSet<QString>(m_shop->sent.begin(), m_shop->sent.end()).size(), m_shop->sent.size());
        QCOMPARE(counts().at(1) + counts().at(3), 30);
        QVERIFY(counts().at(3) > 0);
        QTRY_VERIFY(button(u"lookUp"_s));
        QSignalSpy asked(m_page.get(), &ui::ImportsPage::attentionRequested);
        QTest::mouseClick(button(u"lookUp"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void theResultIsSavedAndNeverInThePlaceOfTheFile()
    {
        m_shop->onCreate = [](int number) { return number == 2 ? Fault::Refused : Fault::None; };
        const QByteArray bytes = fileOf(3);
        review(bytes);
        create();
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->isRunning() && m_shop->sent.size() == 3, 10000);
        saveAs(path());
        QFile source(path());
        QVERIFY(source.open(QIODevice::ReadOnly));
        QCOMPARE(source.readAll(), bytes);
        QVERIFY(visible<ui::InlineMessage>(m_page.get())->text().contains(u"take the place"_s));
        const QString result = m_folder->filePath(u"result.csv"_s);
        saveAs(result);
        QFile saved(result);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(saved.readAll());
        QCOMPARE(text.count(u",created,"_s), 2);
        QCOMPARE(text.count(u",refused,"_s), 1);
        QVERIFY(text.contains(u"sec_R0"_s) || text.contains(u"sec_R1"_s));
        QCOMPARE(saved.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto refused =
            std::ranges::find(rows()->rows(), desk::SessionImport::End::Refused, &desk::SessionImport::Row::end);
        QVERIFY(refused != rows()->rows().end() && !refused->note.isEmpty());
    }

    void theProvidersLimitIsWaitedOutAndSaid()
    {
        m_shop->onCreate = [](int number) { return number == 3 ? Fault::TooMany : Fault::None; };
        review(fileOf(40));
        create();
        QTRY_VERIFY2(label(u"state"_s).contains(u"waiting out the provider's limit"_s), qPrintable(label(u"state"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->isRunning(), 20000);
        QCOMPARE(counts().at(1) + counts().at(2), 40);
    }

    void realMoneyIsNamedInTheQuestion()
    {
        accounts::Account account = *m_shop->desk().accounts().byId(m_shop->account);
        account.name = u"Kestrel, for real"_s;
        account.accountId = u"acc_2"_s;
        account.mode = accounts::Mode::Live;
        const auto live = m_shop->desk().accounts().add(account);
        QVERIFY2(live.has_value(), live ? "" : qPrintable(live.error()));
        m_shop->desk().keys().keepForThisRun(live->id, http::Secret(u"sk_live_kestrel_1"_s));
        m_page->setAccount(live->id);
        review(fileOf(3));
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
        QVERIFY2(button(u"createSessions"_s)->text().contains(u"live"_s),
                 qPrintable(button(u"createSessions"_s)->text()));
        QTest::mouseClick(button(u"createSessions"_s), Qt::LeftButton);
        QVERIFY(test::textOf(question()).contains(u"LIVE"_s) && test::textOf(question()).contains(u"real money"_s));
        QCOMPARE(ui::buttonKind(yes()), ui::ButtonKind::Danger);
        QVERIFY(!yes()->isDefault());
        // Enter is an answer of no.
        QTest::keyClick(question()->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!question());
        QTest::qWait(50);
        QVERIFY(m_shop->sent.isEmpty());
    }

    void anotherAccountReadsTheFileAnew()
    {
        const QString khaime = m_shop->bench.connectTo(u"K"_s, u"http://127.0.0.1:1"_s, QString(), u"pk_sandbox_1"_s,
                                                       accounts::ProviderKind::Ikawaari);
        review(fileOf(3));
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
        m_page->setAccount(khaime);
        QVERIFY(!button(u"createSessions"_s)->isEnabled());
        QTRY_COMPARE(m_page->findChild<ui::ReviewModel *>()->withProblems(), 3);
        QVERIFY(!button(u"createSessions"_s)->isEnabled());
        m_page->setAccount(m_shop->account);
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
    }

    void aLargeFileIsReadWhileTheWindowGoesOn()
    {
        delete m_tester; // it looks at every row
        int turns = 0;
        QTimer other;
        connect(&other, &QTimer::timeout, this, [&turns] { ++turns; });
        other.start(0);
        review(fileOf(10000));
        turns = 0;
        QTRY_VERIFY_WITH_TIMEOUT(button(u"createSessions"_s)->isEnabled(), 60000);
        QVERIFY2(turns > 10, qPrintable(QString::number(turns)));
        QCOMPARE(m_page->findChild<ui::ReviewModel *>()->rowCount(), 10000);
    }

private:
    void open()
    {
        m_catalogs = std::make_unique<desk::CatalogCache>(m_shop->desk());
        m_page = std::make_unique<ui::ImportsPage>(m_shop->desk(), *m_catalogs);
        m_page->resize(1100, 700);
        m_page->setAccount(m_shop->account);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_tester = new QAbstractItemModelTester(m_page->findChild<ui::ReviewModel *>(),
                                                QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get());
        new QAbstractItemModelTester(rows(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get());
    }
    void close()
    {
        m_page.reset();
        m_catalogs.reset();
    }
    /// Returns all, made, refused, unknown, not sent and cancelled rows; nothing before they are planned.
    QList<int> counts() const
    {
        const bool isPlanned = !m_shop->desk().journal().imports(m_shop->account).result()->empty();
        return isPlanned ? m_shop->counts() : QList<int>(6, -1);
    }
    QString path() const { return m_folder->filePath(u"rows.csv"_s); }
    void review(const QByteArray &bytes)
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The file could not be written.");
        file.close();
        m_page->openFile(path());
    }
    ui::Button *button(const QString &name) const { return visible<ui::Button>(m_page.get(), name); }
    QString label(const QString &name) const { return m_page->findChild<QLabel *>(name)->text(); }
    ui::ImportRowModel *rows() const { return m_page->findChild<ui::ImportRowModel *>(); }
    ui::GuardDialog *question() const { return visible<ui::GuardDialog>(m_page.get(), u"importQuestion"_s); }
    QPushButton *yes() const { return question()->findChild<QPushButton *>(u"begin"_s); }
    void create()
    {
        QTRY_VERIFY(button(u"createSessions"_s) && button(u"createSessions"_s)->isEnabled());
        QTest::mouseClick(button(u"createSessions"_s), Qt::LeftButton);
        QTRY_VERIFY(question());
        QTest::mouseClick(yes(), Qt::LeftButton);
    }
    static void press(const ui::GuardDialog *dialog, const QString &text)
    {
        QVERIFY(dialog);
        for (auto *one : dialog->findChildren<QPushButton *>()) {
            if (one->text() == text)
                return QTest::mouseClick(one, Qt::LeftButton);
        }
        QFAIL(qPrintable(u"There is no button "_s + text));
    }
    static void choose(QComboBox *box, const QString &target)
    {
        box->setCurrentIndex(box->findData(target));
        emit box->activated(box->currentIndex());
    }
    void saveAs(const QString &to) const
    {
        QTRY_VERIFY(button(u"saveResult"_s) && button(u"saveResult"_s)->isEnabled());
        QTest::mouseClick(button(u"saveResult"_s), Qt::LeftButton);
        auto *dialog = m_page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->fileSelected(to);
        dialog->close();
        QTRY_VERIFY(!m_page->findChild<QFileDialog *>());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ImportShop> m_shop;
    std::unique_ptr<desk::CatalogCache> m_catalogs;
    std::unique_ptr<ui::ImportsPage> m_page;
    QAbstractItemModelTester *m_tester = nullptr;
};

TILLDECK_TEST(ImportsPageTest)

} // namespace imports_page_test

#include "tst_imports_page.moc"
