// SPDX-License-Identifier: GPL-3.0-or-later
// What the merchant makes of the columns of a list is there again at the next start.
#include "gui/merchant.h"
#include "support/runner.h"
#include "ui/lists/list_columns.h"

#include <QMenu>
#include <QSet>

#include <algorithm>

namespace kept_columns_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using tilldeck::test::Merchant;

class KeptColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyListKeepsItsColumns()
    {
        Merchant merchant;
        QHash<QString, QString> choices;
        for (ui::ListColumns *columns : merchant.window().findChildren<ui::ListColumns *>()) {
            QMenu menu;
            columns->fillMenu(&menu);
            QMenu *second = menuOf(*menuOf(menu, u"Columns"_s), 1);
            const auto actions = second->actions();
            const auto wider = std::ranges::find(actions, u"Wider"_s, &QAction::text);
            QVERIFY(wider != actions.end());
            (*wider)->trigger();
            QVERIFY2(!columns->choice().isEmpty(), qPrintable(columns->list()));
            QVERIFY2(!choices.contains(columns->list()),
                     qPrintable(columns->list())); // else one would take the other's
            choices.insert(columns->list(), columns->choice());
        }
        QStringList lists = choices.keys();
        std::ranges::sort(lists);
        QCOMPARE(lists, (QStringList{u"accounts"_s, u"customers"_s, u"drafts"_s, u"events"_s, u"importRows"_s,
                                     u"imports"_s, u"prices"_s, u"promotions"_s, u"requests"_s, u"routes"_s,
                                     u"sessions"_s, u"transactions"_s}));
        merchant.restart();
        for (const ui::ListColumns *columns : merchant.window().findChildren<ui::ListColumns *>())
            QCOMPARE(columns->choice(), choices.value(columns->list()));
    }

private:
    static QMenu *menuOf(const QMenu &menu, const QString &text)
    {
        const auto actions = menu.actions();
        return (*std::ranges::find(actions, text, &QAction::text))->menu();
    }
    static QMenu *menuOf(const QMenu &menu, int place) { return menu.actions().at(place)->menu(); }
};

TILLDECK_TEST(KeptColumnsTest)

} // namespace kept_columns_test

#include "tst_kept_columns.moc"
