// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog of promotion codes, asked for the same pattern while codes of it are not all made.
#include "../../desk/bench.h"
#include "support/runner.h"
#include "ui/forms/number_field.h"
#include "ui/promotions/promotion_dialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>

namespace repeated_codes_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class RepeatedCodesTest : public QObject
{
    Q_OBJECT

private slots:
    void theSamePatternAgainIsAQuestion_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("ends");
        QTest::addColumn<int>("made");
        QTest::newRow("go on with it") << u"Go on with those"_s << u"20 code(s) created"_s << 20;
        QTest::newRow("others, knowingly") << u"Make others"_s << u"20 code(s) created"_s << 23;
        QTest::newRow("cancel") << u"Cancel"_s << QString() << 3;
    }
    void theSamePatternAgainIsAQuestion()
    {
        QFETCH(const QString, answer);
        QFETCH(const QString, ends);
        QFETCH(const int, made);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        desk::test::Bench bench;
        desk::test::Shop shop;
        const auto &at = shop.account();
        const QString account = bench.connectTo(u"Kestrel"_s, at.baseUrl, at.accountId, at.key);
        desk::CatalogCache catalogs(*bench.desk);
        const checkout::Catalog before = QCoro::waitFor(catalogs.load(account));
        ui::PromotionDialog dialog(*bench.desk, account, before.coupons.items);
        dialog.show();

        desk::PromotionBatch::Order order;
        order.accountId = account;
        order.couponId = dialog.findChild<QComboBox *>()->currentData().toString();
        order.pattern = u"SUMMER-######"_s;
        order.count = 20;
        desk::PromotionBatch first(*bench.desk);
        connect(&first, &desk::PromotionBatch::progressed, &first, [&first](int done) {
            if (done == 3)
                first.cancel();
        });
        first.start(order);
        QTRY_VERIFY_WITH_TIMEOUT(!first.isRunning(), 20000);

        auto *kind = dialog.findChild<ui::SegmentedControl *>(u"howMany"_s);
        kind->setCurrent(1);
        emit kind->currentChanged(1);
        dialog.findChild<QLineEdit *>(u"pattern"_s)->setText(order.pattern);
        dialog.findChild<ui::NumberField *>(u"count"_s)->setText(u"20"_s);
        auto *create = dialog.findChild<ui::Button *>(u"create"_s);
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY(dialog.findChild<ui::GuardDialog *>(u"earlier"_s));
        QVERIFY(!dialog.findChild<QProgressBar *>(u"progress"_s)->isVisible());
        bool isPressed = false;
        for (auto *button : dialog.findChild<ui::GuardDialog *>(u"earlier"_s)->findChildren<ui::Button *>()) {
            if (button->text() != answer)
                continue;
            QTest::mouseClick(button, Qt::LeftButton);
            isPressed = true;
            break;
        }
        QVERIFY(isPressed);
        if (ends.isEmpty())
            QTRY_VERIFY(create->isEnabled());
        else
            QTRY_COMPARE_WITH_TIMEOUT(dialog.findChild<QLabel *>(u"state"_s)->text(), ends, 20000);
        catalogs.refresh(account);
        const checkout::Catalog after = QCoro::waitFor(catalogs.load(account));
        const auto isOfPattern = [](const checkout::PromotionCode &code) { return code.code.startsWith("SUMMER-"_L1); };
        QCOMPARE(std::ranges::count_if(after.promotionCodes.items, isOfPattern), made);
        QCOMPARE(bench.desk->journal().unfinishedBatches().result()->size(), size_t(made == 20 ? 0 : 1));
    }
};

TILLDECK_TEST(RepeatedCodesTest)

} // namespace repeated_codes_test

#include "tst_repeated_codes.moc"
