// SPDX-License-Identifier: GPL-3.0-or-later
// What every list has in common: the marked row, and the widths of its columns.
#include "support/runner.h"
#include "ui/lists/column_fit.h"
#include "ui/lists/table.h"
#include "ui/style/theme.h"

#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

namespace lists_test {

using namespace tilldeck::ui;
using namespace Qt::StringLiterals;

/// Ten million rows of nothing but their numbers.
class ManyRows : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 7; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(index.row()) : QVariant();
    }
    void add(int rows)
    {
        beginInsertRows({}, 0, rows - 1);
        m_rows += rows;
        endInsertRows();
    }

private:
    int m_rows = 10'000'000;
};

class ListsTest : public QObject
{
    Q_OBJECT

private slots:
    void tenMillionRowsNeedNoMoreMemoryThanAFew()
    {
        ManyRows model;
        Table table;
        table.resize(800, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        const qint64 before = residentKilobytes();
        table.setModel(&model);
        table.scrollToBottom();
        QTest::qWait(0);
        QCOMPARE(table.rowsOnScreen().second, 9'999'999);
        table.selectAll();
        QVERIFY(table.selectionModel()->isRowSelected(5'000'000));
        (void)table.grab();
        // What is looked at stays where it is while others come before it.
        const int at = table.rowViewportPosition(9'999'990);
        model.add(3);
        QCOMPARE(table.rowViewportPosition(9'999'993), at);
        QVERIFY(table.isAllSelected());
        QCOMPARE(table.indexAt(QPoint(10, at + 1)).row(), 9'999'993);
        const qint64 more = residentKilobytes() - before;
        QVERIFY2(more < 20'000, qPrintable(QString::number(more))); // QHeaderView alone takes four times as much
    }

    void theFocusChoosesNoRowAndTheFirstKeyDoes()
    {
        QStandardItemModel model(3, 2);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *field = new QLineEdit;
        column->addWidget(field);
        auto *list = new Table;
        column->addWidget(list);
        Table &table = *list;
        table.setModel(&model);
        field->setFocus();
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(!table.currentIndex().isValid());
        table.setFocus(Qt::TabFocusReason);
        QVERIFY(!table.currentIndex().isValid());
        QTest::keyClick(&table, Qt::Key_Down);
        QCOMPARE(table.currentIndex().row(), 0);
        QVERIFY(table.selectionModel()->isRowSelected(0));
        // What was chosen before stays so.
        table.selectRow(2);
        field->setFocus();
        table.setFocus(Qt::TabFocusReason);
        QCOMPARE(table.selectionModel()->selectedRows().size(), 1);
        QVERIFY(table.selectionModel()->isRowSelected(2));
    }

    void aColumnWithoutAShareIsNeverCutAndTheElasticOneTakesTheRest()
    {
        QStandardItemModel model(1, 3);
        model.setHorizontalHeaderLabels({u"Code"_s, u"Validity"_s, u"Left"_s});
        model.setItem(0, 0, new QStandardItem(u"A name that is as long as names of customers are"_s));
        model.setItem(0, 1, new QStandardItem(u"Expired on 18 November 2026"_s));
        model.setItem(0, 2, new QStandardItem(u"No limit"_s));
        Table table;
        table.setModel(&model);
        const ColumnFit fit(&table, {{0, px(60), 0, 1}, {1, px(40), 0, 0}, {2, px(40), 1, 0}});
        table.resize(700, 200);
        table.show();
        const auto content = [&](int column) { return table.sizeHintForIndex(model.index(0, column)).width(); };
        for (const int column : {0, 1, 2})
            QVERIFY(table.columnWidth(column) >= std::min(content(column), px(260)));
        QCOMPARE(fit.hiddenText(), QString());
        // A longer text arrives: its column grows, the elastic one gives.
        model.item(0, 1)->setText(u"Expired on 18 November 2026, and switched off before"_s);
        QVERIFY(table.columnWidth(1) >= content(1));
        table.resize(content(1) + px(60) + px(30), 200);
        QTRY_VERIFY(table.isColumnHidden(2));
        QCOMPARE(fit.hiddenText(), u"Columns hidden: Left"_s);
        QVERIFY(table.columnWidth(1) >= content(1));
    }

private:
    static qint64 residentKilobytes()
    {
        QFile file(u"/proc/self/statm"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ')[1].toLongLong() * 4 : 0;
    }
};

TILLDECK_TEST(ListsTest)

} // namespace lists_test

#include "tst_lists.moc"
