// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../desk/bench.h"
#include "http/scripted_server.h"
#include "support/list_menu.h"
#include "support/runner.h"
#include "support/shown.h"
#include "ui/catalog/catalog_model.h"
#include "ui/catalog/catalog_page.h"
#include "ui/catalog/route_dialog.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/table.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QStackedWidget>

namespace catalog_page_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using ui::CatalogKind;

class CatalogPageTest : public QObject
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
        m_page = std::make_unique<ui::CatalogPage>(*m_bench->desk, *m_catalogs);
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

    void aPriceIsUsedInANewSession()
    {
        const auto draft = useOf(u"price_premium"_s);
        QCOMPARE(draft.lineItems.size(), 1U);
        QCOMPARE(draft.lineItems.front(), checkout::LineItem(u"price_premium"_s, 1));
    }

    void rowsThatCouldNotBeReadAreCounted()
    {
        http::test::ScriptedServer server;
        server.onRequest = [](QTcpSocket &socket, const QByteArray &request) {
            socket.write(request.split('\n').first().contains("/prices") ? http::test::answer(200, R"({"items":[
                                   {"id":"price_1","unit_amount_atom":500,"currency":"eur"},
                                   {"id":"price_2","currency":"eur"},
                                   {"id":"price_3","unit_amount_atom":"500","currency":"eur"}],"total":3})")
                                                                         : http::test::answer(501, "{}"));
        };
        m_page->setAccount(m_bench->connectTo(u"Odd"_s, server.url(QString()).toString(), u"a"_s, u"sk_test_1"_s));
        const QString said =
            u"1 product(s) and price(s). 2 row(s) could not be read: price_2 (items[1].unit_amount_atom "
            "is missing) and price_3 (\"unit_amount_atom\":\"500\")"_s;
        QTRY_VERIFY2(test::textOf(m_page.get()).contains(said), qPrintable(test::textOf(m_page.get())));
    }

    void theSearchIsFoundFromAnywhereInTheWindow()
    {
        QWidget window;
        QLineEdit other(&window);
        m_page->setParent(&window);
        m_page->move(0, 40);
        window.resize(1232, 820);
        window.show();
        m_page->show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other.setFocus();
        QTest::keyClick(&other, Qt::Key_F, Qt::ControlModifier);
        auto *search = m_page->findChild<ui::SearchField *>();
        QVERIFY(search->hasFocus());
        m_page->hide();
        other.setFocus();
        QTest::keyClick(&other, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(other.hasFocus());
        m_page->setParent(nullptr);
    }

    void aCustomerIsUsedInANewSession()
    {
        choose(CatalogKind::Customers);
        QCOMPARE(useOf(u"cus_abc123"_s).customer.id, u"cus_abc123"_s);
    }

    void aRouteIsUsedInANewSession()
    {
        choose(CatalogKind::Routes);
        const QString id = model()->item(0).id;
        QCOMPARE(useOf(id).processorRouteId, id);
    }

    void eachListIsSearched_data()
    {
        QTest::addColumn<CatalogKind>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        QTest::newRow("prices") << CatalogKind::Prices << u"PRICE_PREM"_s << u"price_premium"_s;
        QTest::newRow("customers") << CatalogKind::Customers << u"CUS_ABC"_s << u"cus_abc123"_s;
        QTest::newRow("routes") << CatalogKind::Routes << u"x7k9m2"_s << u"proute_dev_x7k9m2n4"_s;
    }
    void eachListIsSearched()
    {
        QFETCH(const CatalogKind, kind);
        QFETCH(const QString, typed);
        QFETCH(const QString, found);
        choose(kind);
        const int all = model()->rowCount();
        QVERIFY(all > 1);
        m_page->findChild<ui::SearchField *>()->setText(typed);
        QTRY_COMPARE(model()->rowCount(), 1);
        QCOMPARE(model()->item(0).id, found);
        m_page->findChild<ui::SearchField *>()->clear();
        QTRY_COMPARE(model()->rowCount(), all);
    }

    void noListKeepsWhatAnotherAccountHad()
    {
        choose(CatalogKind::Customers);
        choose(CatalogKind::Routes);
        const QString other = m_bench->connectTo(u"Silent shop"_s, u"http://127.0.0.1:9/"_s, u"acc_other"_s, {});
        m_page->setAccount(other);
        for (const auto *each : m_page->findChildren<ui::CatalogModel *>())
            QCOMPARE(each->rowCount(), 0);
    }

    void aRouteIsReorderedByKeyboardAndSaved()
    {
        choose(CatalogKind::Routes);
        auto *page = m_page.get();
        int row = 0;
        while (row < model()->rowCount() &&
               m_catalogs->catalog(m_account).route(model()->item(row).id)->processorIds.size() < 2)
            ++row;
        QVERIFY(row < model()->rowCount());
        const QString id = model()->item(row).id;
        const auto before = m_catalogs->catalog(m_account).route(id)->processorIds;
        table()->setCurrentIndex(model()->index(row, 0));
        QTest::mouseClick(page->findChild<ui::Button *>(u"editRoute"_s), Qt::LeftButton);
        auto *dialog = page->findChild<ui::RouteDialog *>();
        QCOMPARE(dialog->findChild<QLabel *>(u"account"_s)->text(), u"PaymentKit, Kestrel, SANDBOX"_s);
        QVERIFY(dialog);
        auto *list = dialog->findChild<QListWidget *>(u"processors"_s);
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(dialog->route().processorIds[1], before[0]);
        QTest::mouseClick(dialog->findChild<ui::Button *>(u"saveRoute"_s), Qt::LeftButton);
        QTRY_COMPARE(m_catalogs->catalog(m_account).route(id)->processorIds[1], before[0]);
        QCOMPARE(m_catalogs->catalog(m_account).route(id)->processorIds[0], before[1]);
    }

    void aRouteIsCreatedAndNeedsANameAndAProcessor()
    {
        choose(CatalogKind::Routes);
        const int before = model()->rowCount();
        QTest::mouseClick(m_page->findChild<ui::Button *>(u"newRoute"_s), Qt::LeftButton);
        auto *dialog = m_page->findChild<ui::RouteDialog *>();
        QVERIFY(dialog);
        auto *save = dialog->findChild<ui::Button *>(u"saveRoute"_s);
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<QLineEdit *>(u"routeName"_s)->property("error").toBool());
        dialog->findChild<QLineEdit *>(u"routeName"_s)->setText(u"\u3164\u2800"_s); // nobody sees it
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<QLineEdit *>(u"routeName"_s)->property("error").toBool());
        dialog->findChild<QLineEdit *>(u"routeName"_s)->setText(u"Night route"_s);
        const auto known = m_catalogs->catalog(m_account).routes.items.front().processorIds.front();
        dialog->findChild<QListWidget *>(u"processors"_s)->addItem(known);
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(model()->rowCount(), before + 1);
    }

    void enterAddsTheTypedProcessorInsteadOfSaving()
    {
        auto *dialog = openNewRoute();
        dialog->findChild<QLineEdit *>(u"routeName"_s)->setText(u"Night route"_s);
        auto *list = dialog->findChild<QListWidget *>(u"processors"_s);
        auto *field = dialog->findChild<QComboBox *>(u"processorToAdd"_s)->lineEdit();
        field->setFocus();
        for (const auto &[typed, key] : {std::pair(u"proc_one"_s, Qt::Key_Return), {u"proc_two"_s, Qt::Key_Enter}}) {
            QTest::keyClicks(field, typed);
            QTest::keyClick(field, key);
            QCOMPARE(list->item(list->count() - 1)->text(), typed);
            QVERIFY(field->text().isEmpty());
        }
        QTest::keyClick(field, Qt::Key_Return); // with nothing typed it does nothing
        QCOMPARE(list->count(), 2);
        QVERIFY(dialog->isVisible());
        QCOMPARE(dialog->busy(), ui::FormDialog::Busy::No);
    }

    void theRouteDialogStaysWhileItsRouteIsSaved()
    {
        const QPointer<ui::RouteDialog> dialog = openNewRoute();
        const int before = model()->rowCount();
        auto *name = dialog->findChild<QLineEdit *>(u"routeName"_s);
        name->setText(u"Night route"_s);
        const auto known = m_catalogs->catalog(m_account).routes.items.front().processorIds.front();
        dialog->findChild<QListWidget *>(u"processors"_s)->addItem(known);
        auto *save = dialog->findChild<ui::Button *>(u"saveRoute"_s);
        const QSignalSpy saved(dialog, &ui::RouteDialog::saved);
        QTest::mouseClick(save, Qt::LeftButton);
        QTest::mouseClick(save, Qt::LeftButton);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTest::keyClick(dialog, Qt::Key_Escape);
        dialog->close();
        QVERIFY(dialog->isVisible());
        QVERIFY(!name->isEnabled());
        QTRY_VERIFY(!dialog);
        QCOMPARE(saved.count(), 1);
        QTRY_COMPARE(model()->rowCount(), before + 1);
    }

    void aRouteThatMayHaveBeenCreatedIsNotCreatedAgain()
    {
        http::test::ScriptedServer server;
        server.onRequest = [](QTcpSocket &socket, const QByteArray &) { http::test::reset(socket); };
        const QString account =
            m_bench->connectTo(u"Scripted"_s, server.url({}).toString(), u"acc"_s, u"sk_sandbox_1"_s);
        ui::RouteDialog dialog(*m_bench->desk, account, {}, {}, nullptr);
        dialog.show();
        dialog.findChild<QLineEdit *>(u"routeName"_s)->setText(u"Night route"_s);
        dialog.findChild<QListWidget *>(u"processors"_s)->addItem(u"proc_one"_s);
        auto *save = dialog.findChild<ui::Button *>(u"saveRoute"_s);
        const QSignalSpy unsure(&dialog, &ui::RouteDialog::unsure);
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(unsure.count(), 1); // so the list is read again
        QVERIFY(!save->isVisible());
        QTest::mouseClick(save, Qt::LeftButton);
        QTest::keyClick(&dialog, Qt::Key_Return);
        server.barrier();
        QCOMPARE(server.copiesOf("POST /"), 1);
    }

    void eachListHasItsOwnOrderAndColumns()
    {
        const auto choice = [this] { return table()->findChild<ui::ListColumns *>()->choice(); };
        const auto firstIds = [this] { return model()->idOf(0) + u' ' + model()->idOf(1); };
        table()->setCurrentIndex(model()->index(model()->rowOf(u"price_premium"_s), 0));
        const QString asTheyCame = firstIds();
        test::chooseInListMenu(*m_page, {u"Sort by"_s, u"Amount"_s});
        QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), int(ui::CatalogModel::Amount));
        for (int row = 1; row < model()->rowCount(); ++row) {
            const auto &above = model()->item(row - 1).amount, &below = model()->item(row).amount;
            QVERIFY(!above || !below || above->currency() != below->currency() ||
                    above->minorUnits() >= below->minorUnits());
        }
        QCOMPARE(model()->idOf(table()->currentIndex().row()), u"price_premium"_s);
        QVERIFY2(test::textOf(m_page.get()).contains(u"Sorted by “Amount”, largest first"_s),
                 qPrintable(test::textOf(m_page.get())));
        test::chooseInListMenu(*m_page, {u"Columns"_s, u"ID"_s, u"Shown"_s});
        QVERIFY(table()->isColumnHidden(ui::CatalogModel::Id));
        QCOMPARE(choice(), u"name;detail;-id;amount"_s);

        choose(CatalogKind::Customers);
        QVERIFY(!table()->isColumnHidden(ui::CatalogModel::Id));
        QCOMPARE(choice(), QString());
        QVERIFY(!test::textOf(m_page.get()).contains(u"Sorted by"_s));
        choose(CatalogKind::Prices);
        test::chooseInListMenu(*m_page, {u"Sort by"_s, u"The usual order"_s});
        QCOMPARE(firstIds(), asTheyCame);
        QVERIFY(!test::textOf(m_page.get()).contains(u"Sorted by"_s));
    }

    void aPeriodIsSaidInWords_data()
    {
        QTest::addColumn<QString>("period");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << QString() << u"One-time"_s;
        QTest::newRow("month") << u"month"_s << u"Every month"_s;
        QTest::newRow("year") << u"year"_s << u"Every year"_s;
        QTest::newRow("not told") << u"recurring"_s << u"Recurring"_s;
        QTest::newRow("a word of tomorrow") << u"fortnight"_s << u"fortnight"_s;
    }
    void aPeriodIsSaidInWords()
    {
        QFETCH(const QString, period);
        QFETCH(const QString, words);
        checkout::Catalog catalog;
        catalog.prices.items.emplace_back(u"p"_s, money::Money(1, *money::Currency::fromCode(u"EUR")));
        catalog.prices.items.front().billingPeriod = period;
        QCOMPARE(ui::catalogItems(CatalogKind::Prices, catalog, {}).front().detail, words);
    }

    void whatTheProviderDoesNotListIsSaidInALine()
    {
        checkout::Catalog nothing;
        QVERIFY(!ui::isListed(CatalogKind::Customers, nothing));
        checkout::Capabilities can;
        ui::CatalogItem row;
        row.id = u"prod_1"_s;
        row.isProduct = true;
        QVERIFY(!ui::draftWith(row, CatalogKind::Prices, nothing, can));
        can.fields = {checkout::Field::Product, checkout::Field::Pricing};
        QCOMPARE(ui::draftWith(row, CatalogKind::Prices, nothing, can)->productId, u"prod_1"_s);
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("TILLDECK_PICTURES");
        if (folder.isEmpty())
            QSKIP("only where TILLDECK_PICTURES names a folder");
        for (const auto mode : {ui::ThemeMode::Light, ui::ThemeMode::Dark}) {
            const ui::Theme theme(*qApp, mode);
            const QString name = mode == ui::ThemeMode::Light ? u"light"_s : u"dark"_s;
            table()->setCurrentIndex(model()->index(0, 0));
            m_page->resize(1232, 780);
            QTest::qWait(50);
            QVERIFY(m_page->grab().save(u"%1/catalog-%2.png"_s.arg(folder, name)));
            m_page->resize(912, 516);
            QTest::qWait(50);
            QVERIFY(m_page->grab().save(u"%1/catalog-%2-small.png"_s.arg(folder, name)));
        }
        const ui::Theme theme(*qApp, ui::ThemeMode::Light);
        choose(CatalogKind::Routes);
        table()->setCurrentIndex(model()->index(0, 0));
        QApplication::setLayoutDirection(Qt::RightToLeft);
        QTest::qWait(50);
        QVERIFY(m_page->grab().save(u"%1/catalog-rtl.png"_s.arg(folder)));
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QTest::mouseClick(m_page->findChild<ui::Button *>(u"editRoute"_s), Qt::LeftButton);
        QTest::qWait(50);
        QVERIFY(m_page->findChild<ui::RouteDialog *>()->grab().save(u"%1/catalog-route.png"_s.arg(folder)));
    }

private:
    ui::Table *table() const
    {
        return static_cast<ui::Table *>(m_page->findChild<QStackedWidget *>()->currentWidget());
    }
    ui::RouteDialog *openNewRoute() const
    {
        choose(CatalogKind::Routes);
        QTest::mouseClick(m_page->findChild<ui::Button *>(u"newRoute"_s), Qt::LeftButton);
        return m_page->findChild<ui::RouteDialog *>();
    }
    ui::CatalogModel *model() const { return static_cast<ui::CatalogModel *>(table()->model()); }
    void choose(CatalogKind kind) const
    {
        auto *choice = m_page->findChild<ui::SegmentedControl *>();
        choice->setCurrent(static_cast<int>(kind));
        emit choice->currentChanged(static_cast<int>(kind));
    }
    checkout::SessionDraft useOf(const QString &id) const
    {
        QSignalSpy used(m_page.get(), &ui::CatalogPage::useInNewSession);
        table()->setCurrentIndex(model()->index(model()->rowOf(id), 0));
        QTest::mouseClick(m_page->findChild<ui::Button *>(u"useInNewSession"_s), Qt::LeftButton);
        return used.value(0).value(1).value<checkout::SessionDraft>();
    }

    std::unique_ptr<desk::test::Bench> m_bench;
    std::unique_ptr<desk::test::Shop> m_shop;
    std::unique_ptr<desk::CatalogCache> m_catalogs;
    std::unique_ptr<ui::CatalogPage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QString m_account;
};

TILLDECK_TEST(CatalogPageTest)

} // namespace catalog_page_test

#include "tst_catalog_page.moc"
