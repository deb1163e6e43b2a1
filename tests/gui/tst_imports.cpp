// SPDX-License-Identifier: GPL-3.0-or-later
// The imports of files in the whole window: the ways there, and a window that is closed in the middle of one.
#include "gui/merchant.h"
#include "support/runner.h"
#include "ui/imports/import_row_model.h"
#include "ui/imports/imports_page.h"
#include "ui/imports/review_model.h"
#include "ui/lists/roles.h"
#include "ui/sessions/sessions_page.h"
#include "ui/widgets/guard_dialog.h"

#include <QAction>
#include <QDropEvent>
#include <QMimeData>
#include <QSet>
#include <QUrl>

namespace imports_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using tilldeck::test::Merchant;
using ui::PageId;

class ImportsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QApplication::setQuitOnLastWindowClosed(false);
        m_folder = std::make_unique<QTemporaryDir>();
        m_merchant = std::make_unique<Merchant>();
        QVERIFY(m_merchant->openSandbox());
    }
    void cleanup()
    {
        m_merchant.reset();
        QApplication::setQuitOnLastWindowClosed(true);
    }

    void theMenuTheListAndADropLeadThere()
    {
        window().action(ui::Action::ImportSessions)->trigger();
        QCOMPARE(window().currentPage(), PageId::Imports);
        window().showPage(PageId::Sessions);
        auto *entry = window().findChild<QAction *>(u"importSessions"_s);
        QVERIFY(entry);
        entry->trigger();
        QCOMPARE(window().currentPage(), PageId::Imports);
        window().showPage(PageId::Transactions);
        QVERIFY(drop(fileOf(5)));
        QCOMPARE(window().currentPage(), PageId::Imports);
        QTRY_COMPARE(window().findChild<ui::ReviewModel *>()->rowCount(), 5);
        // What is no file is not taken.
        window().showPage(PageId::Transactions);
        QVERIFY(!drop(m_folder->path()));
        QCOMPARE(window().currentPage(), PageId::Transactions);
    }

    void theProvidersPricesAreAskedForAndCreateNothing()
    {
        QVERIFY(m_merchant->chooseAccountWith(checkout::Field::Pricing));
        const QString path = m_folder->filePath(u"charges.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Mail,Country,Amount,Currency,charge_currency,Description,Reference\n"
                   "a@b.example,NG,90,USD,NGN,one,R1\n"
                   "a@b.example,NG,45,USD,NGN,two,R2\n");
        file.close();
        QVERIFY(drop(path));
        QTRY_VERIFY(m_merchant->find<QAbstractButton>(u"askQuotes"_s) &&
                    m_merchant->find<QAbstractButton>(u"askQuotes"_s)->isEnabled());
        auto *model = window().findChild<ui::ReviewModel *>();
        QVERIFY(!model->index(0, model->amountColumn()).data(ui::AmountRole).isValid());
        QVERIFY(m_merchant->press(u"askQuotes"_s));
        QTRY_VERIFY_WITH_TIMEOUT(model->index(1, model->amountColumn()).data(ui::AmountRole).isValid(), 20000);
        const QString received = model->index(0, model->receivesColumn()).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(received.startsWith(u"90.00"_s), qPrintable(received));
        QTRY_VERIFY(m_merchant->sees(u"You receive 135.00"_s));
        QVERIFY(m_merchant->desk->journal().imports(account()).result()->empty());
    }

    void aWindowThatIsClosedMeanwhileSaysWhatHappens()
    {
        QVERIFY(drop(fileOf(400)));
        QTRY_VERIFY(m_merchant->find<QAbstractButton>(u"createSessions"_s));
        QTRY_VERIFY(m_merchant->find<QAbstractButton>(u"createSessions"_s)->isEnabled());
        QVERIFY(m_merchant->press(u"createSessions"_s));
        QTRY_VERIFY(m_merchant->find<QAbstractButton>(u"begin"_s));
        QVERIFY(m_merchant->press(u"begin"_s));
        QTRY_VERIFY(page()->isRunning());
        QTRY_VERIFY(!batches().empty() && batches().front().made > 2);

        window().close();
        QVERIFY(window().isVisible());
        QTRY_VERIFY(question());
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(!question());
        QVERIFY(page()->isRunning());

        window().close();
        window().close();
        QTRY_VERIFY(question());
        QCOMPARE(window().findChildren<ui::GuardDialog *>(u"closeWhileImporting"_s).size(), 1);
        for (auto *button : question()->findChildren<QAbstractButton *>()) {
            if (button->text() == u"Stop and close"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!window().isVisible(), 20000);
        QVERIFY(!page()->isRunning());
        const ledger::ImportBatch batch = batches().front();
        QVERIFY(batch.notSent > 0);
        QVERIFY(!batch.isRunning);
        QCOMPARE(batch.made + batch.notSent, 400);

        // It stands there after a restart, and each row is created once.
        m_merchant->restart();
        QTRY_VERIFY(!window().action(ui::Action::ImportSessions)->toolTip().isEmpty() ||
                    window().action(ui::Action::ImportSessions)->isEnabled());
        window().action(ui::Action::ImportSessions)->trigger();
        QTableView *imports = m_merchant->table(u"Imports"_s);
        QTRY_COMPARE(imports->model()->rowCount(), 1);
        imports->setCurrentIndex(imports->model()->index(0, 0));
        QVERIFY(m_merchant->press(u"openImport"_s));
        QTRY_VERIFY(m_merchant->find<QAbstractButton>(u"goOn"_s));
        QVERIFY(m_merchant->press(u"goOn"_s));
        QTRY_COMPARE_WITH_TIMEOUT(batches().front().made, 400, 60000);
        QSet<QString> ids;
        QTRY_VERIFY(!page()->isRunning());
        for (const auto &row : window().findChild<ui::ImportRowModel *>()->rows())
            ids.insert(row.record.session.id);
        QCOMPARE(ids.size(), 400);
    }

private:
    /// Returns the account whose provider quotes prices.
    QString account() const
    {
        for (const accounts::Account &one : m_merchant->desk->accounts().accounts()) {
            if (m_merchant->desk->capabilities(one.id).takes(checkout::Field::Pricing))
                return one.id;
        }
        return {};
    }
    ui::MainWindow &window() const { return m_merchant->window(); }
    ui::ImportsPage *page() const { return window().findChild<ui::ImportsPage *>(); }
    ui::GuardDialog *question() const { return window().findChild<ui::GuardDialog *>(u"closeWhileImporting"_s); }
    std::vector<ledger::ImportBatch> batches() const
    {
        return m_merchant->desk->journal().imports(m_merchant->desk->accounts().accounts().front().id).result().value();
    }
    QString fileOf(int rows) const
    {
        QFile file(m_folder->filePath(u"orders.csv"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("The file could not be written.");
        file.write("item_price_id,custom_fields.order\n");
        for (int i = 0; i < rows; ++i)
            file.write("price_premium,R" + QByteArray::number(i) + '\n');
        return file.fileName();
    }
    bool drop(const QString &path) const
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(&window(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent dropped(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window(), &dropped);
        return dropped.isAccepted();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Merchant> m_merchant;
};

TILLDECK_TEST(ImportsTest)

} // namespace imports_test

#include "tst_imports.moc"
