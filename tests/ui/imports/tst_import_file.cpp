// SPDX-License-Identifier: GPL-3.0-or-later
// A file is looked over before anything of it is sent: its problems, its columns, what all rows have.
#include "desk/import_templates.h"
#include "support/runner.h"
#include "ui/imports/column_mapping.h"
#include "ui/imports/import_window.h"
#include "ui/imports/row_defaults.h"
#include "ui/widgets/inline_message.h"

#include <QCheckBox>
#include <QLineEdit>

namespace import_file_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using tilldeck::test::fileOf;
using tilldeck::test::visible;

class ImportFileTest : public test::ImportWindow
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

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
};

TILLDECK_TEST(ImportFileTest)

} // namespace import_file_test

#include "tst_import_file.moc"
