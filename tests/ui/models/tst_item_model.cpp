// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that are in memory: the rows of drafts, codes, prices, requests and accounts.
#include "support/runner.h"
#include "ui/activity/request_model.h"
#include "ui/catalog/catalog_model.h"
#include "ui/promotions/promotion_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>

namespace item_model_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using ui::CatalogItem;
using ui::CatalogKind;
using ui::CatalogModel;
using ui::PromotionModel;

namespace {

CatalogItem anItem(int number, int minorUnits = 0)
{
    const auto euro = *money::Currency::fromCode(u"EUR");
    return {.id = u"price_%1"_s.arg(number),
            .name = u"Price %1"_s.arg(number),
            .detail = {},
            .amount = money::Money(minorUnits, euro)};
}

QString idsOf(const CatalogModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << model.idOf(row);
    return ids.join(u' ');
}

} // namespace

class ItemModelTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_model = std::make_unique<CatalogModel>(CatalogKind::Prices);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void whateverComesGoesOrMovesTheRowsAreThoseThatWereSet_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("most");
        QTest::newRow("as they come") << -1 << 30;
        QTest::newRow("by name") << int(CatalogModel::Name) << 30;
        QTest::newRow("by amount") << int(CatalogModel::Amount) << 30;
        QTest::newRow("many at once") << int(CatalogModel::Amount) << 400;
    }
    /// A row that stays is the same row, whatever is done around it.
    void whateverComesGoesOrMovesTheRowsAreThoseThatWereSet()
    {
        QFETCH(const int, column);
        QFETCH(const int, most);
        m_model->sort(column, Qt::DescendingOrder);
        QRandomGenerator random(20261130 + column + most);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const QSignalSpy arrived(m_model.get(), &CatalogModel::arrived);
        for (int turn = 0; turn < 200; ++turn) {
            std::vector<CatalogItem> items;
            for (int i = random.bounded(most); i >= 0; --i) {
                CatalogItem item = anItem(random.bounded(most), random.bounded(50));
                item.isActive = random.bounded(4) != 0;
                if (std::ranges::find(items, item.id, &CatalogItem::id) == items.end())
                    items.push_back(item);
            }
            QHash<QPersistentModelIndex, QString> kept;
            for (int row = 0; row < m_model->rowCount(); ++row)
                kept.insert(m_model->index(row, 0), m_model->idOf(row));
            reset.clear();
            m_model->setItems(items);
            QCOMPARE(arrived.count(), turn + 1);
            QCOMPARE(m_model->rowCount(), static_cast<int>(items.size()));
            for (const CatalogItem &item : items) {
                const int row = m_model->rowOf(item.id);
                QVERIFY(row >= 0);
                QCOMPARE(m_model->item(row), item);
            }
            for (int row = 1; row < m_model->rowCount(); ++row) {
                const auto amount = [this](int at) { return m_model->item(at).amount->minorUnits(); };
                if (column < 0)
                    QCOMPARE(m_model->idOf(row), items[static_cast<size_t>(row)].id);
                else if (column == CatalogModel::Amount)
                    QVERIFY(amount(row - 1) >= amount(row));
            }
            for (auto row = kept.cbegin(); row != kept.cend() && reset.isEmpty(); ++row) {
                if (row.key().isValid())
                    QCOMPARE(m_model->idOf(row.key().row()), row.value());
            }
            QCOMPARE(reset.count() > 0 && most < 50, false); // a few are never worth it
        }
    }

    void onlyWhatChangedIsToldAndNothingWhereNothingDid()
    {
        m_model->setItems({anItem(1), anItem(2), anItem(3)});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        m_model->setItems({anItem(1), anItem(2), anItem(3)});
        QCOMPARE(changed.count() + inserted.count() + removed.count(), 0);
        m_model->setItems({anItem(7), anItem(1), anItem(2, 5), anItem(3)});
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(inserted[0][1].toInt(), 0);
        QCOMPARE(inserted[0][2].toInt(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 2);
        QCOMPARE(removed.count(), 0);
    }

    void aListIsSortedByWhatItsColumnsMean()
    {
        std::vector<CatalogItem> items{anItem(10, 900), anItem(9, 1000), anItem(2, -5), anItem(1)};
        items[3].amount.reset();
        items[2].name = u"price 2"_s;
        m_model->setItems(items);
        const QPersistentModelIndex nine(m_model->index(1, CatalogModel::Name));
        m_model->sort(CatalogModel::Name, Qt::AscendingOrder); // as people count, whatever the letters are
        QCOMPARE(idsOf(*m_model), u"price_1 price_2 price_9 price_10"_s);
        QCOMPARE(nine.row(), 2);
        m_model->sort(CatalogModel::Amount, Qt::AscendingOrder);
        QCOMPARE(idsOf(*m_model), u"price_2 price_10 price_9 price_1"_s); // without an amount: last
        m_model->sort(CatalogModel::Amount, Qt::DescendingOrder);
        QCOMPARE(idsOf(*m_model), u"price_9 price_10 price_2 price_1"_s);
        QCOMPARE(nine.row(), 0);
        QVERIFY(!m_model->isUsuallySorted());
        m_model->sort(m_model->usualColumn(), m_model->usualOrder());
        QCOMPARE(idsOf(*m_model), u"price_10 price_9 price_2 price_1"_s);
        QVERIFY(m_model->isUsuallySorted());
    }

    void codesAreSortedByTheirEndAndByWhatIsLeft()
    {
        const QDateTime now(QDate(2026, 4, 14), QTime(12, 0), Qt::UTC);
        checkout::Catalog catalog;
        const auto add = [&catalog](const QString &code, const QDateTime &end, std::optional<qint64> limit) {
            checkout::PromotionCode promotion;
            promotion.id = code;
            promotion.code = code;
            promotion.expiresAt = end;
            promotion.maxRedemptions = limit;
            promotion.active = true;
            catalog.promotionCodes.items.push_back(promotion);
        };
        add(u"FOREVER"_s, {}, 9);
        add(u"MAY"_s, QDateTime(QDate(2026, 5, 9), QTime(0, 0), Qt::UTC), 100);
        add(u"APRIL"_s, QDateTime(QDate(2026, 4, 20), QTime(0, 0), Qt::UTC), {});
        PromotionModel model;
        model.setCatalog(ui::PromotionKind::Code, catalog, {}, now);
        const auto codes = [&model] {
            QStringList codes;
            for (int row = 0; row < model.rowCount(); ++row)
                codes << model.idOf(row);
            return codes.join(u' ');
        };
        model.sort(PromotionModel::Valid, Qt::AscendingOrder);
        QCOMPARE(codes(), u"APRIL MAY FOREVER"_s);
        model.sort(PromotionModel::Left, Qt::AscendingOrder);
        QCOMPARE(codes(), u"FOREVER MAY APRIL"_s);
        const QByteArray csv = model.csv(desk::Csv(desk::CsvReader::Programs));
        QVERIFY2(csv.contains("FOREVER") && csv.contains(",0,9,"), csv.constData());
    }

    void requestsAreSortedByHowLongTheyTook()
    {
        ui::RequestModel model([] { return QDateTime::currentDateTimeUtc(); });
        std::vector<ui::RequestItem> items;
        for (const int took : {90, 1200, 3}) {
            ui::RequestItem item;
            item.id = QString::number(took);
            item.entry.exchange.duration = std::chrono::milliseconds(took);
            items.push_back(item);
        }
        model.setItems(items);
        QCOMPARE(model.idOf(0), u"90"_s); // as they came
        model.sort(ui::RequestModel::Took, Qt::DescendingOrder);
        QCOMPARE(model.idOf(0), u"1200"_s);
        QCOMPARE(model.idOf(2), u"3"_s);
    }

private:
    std::unique_ptr<CatalogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

TILLDECK_TEST(ItemModelTest)

} // namespace item_model_test

#include "tst_item_model.moc"
