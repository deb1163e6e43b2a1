// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with a draft follows the draft that is current.
#include "desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/table.h"
#include "ui/sessions/drafts_page.h"
#include "ui/widgets/button.h"

namespace drafts_page_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using test::DeskFixture;

class DraftsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void theButtonsFollowTheCurrentDraft()
    {
        DeskFixture desk;
        for (const QString &id : {u"one"_s, u"two"_s}) {
            ledger::DraftRecord draft;
            draft.id = id;
            draft.accountId = desk.account.id;
            draft.savedAt = desk.now;
            QVERIFY(desk.desk->ledger().saveDraft(draft).result().has_value());
        }
        ui::DraftsPage page(*desk.desk, *desk.catalogs);
        auto *table = page.findChild<ui::Table *>();
        const auto enabled = [&page] {
            const auto is = [&page](const QString &name) { return page.findChild<ui::Button *>(name)->isEnabled(); };
            return std::pair(is(u"openDraft"_s), is(u"deleteDraft"_s));
        };
        page.setAccounts({desk.account.id});
        page.show();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(enabled(), std::pair(false, false));
        table->setCurrentIndex(table->model()->index(0, 0));
        QCOMPARE(enabled(), std::pair(true, true));
        page.setAccounts({desk.addMarketplace()}); // which has none
        QCOMPARE(enabled(), std::pair(false, false));
        page.setAccounts({desk.account.id});
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(enabled(), std::pair(true, true)); // it is current again
    }

    void aDraftThatGoesLeavesTheChosenOneChosen()
    {
        DeskFixture desk;
        for (const QString &id : {u"one"_s, u"two"_s, u"three"_s}) {
            ledger::DraftRecord draft;
            draft.id = id;
            draft.accountId = desk.account.id;
            draft.draft.customer.name = id;
            draft.savedAt = desk.now;
            desk.now = desk.now.addSecs(-60); // the first is on top
            QVERIFY(desk.desk->ledger().saveDraft(draft).result().has_value());
        }
        ui::DraftsPage page(*desk.desk, *desk.catalogs);
        auto *table = page.findChild<ui::Table *>();
        page.setAccounts({desk.account.id});
        page.show();
        QTRY_COMPARE(table->model()->rowCount(), 3);
        table->setCurrentIndex(table->model()->index(2, 0));
        QVERIFY(desk.desk->ledger().removeDraft(u"two"_s).result().has_value());
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->currentIndex().row(), 1);
        QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"three"_s);
        // The chosen one goes: no other is chosen for it.
        QVERIFY(desk.desk->ledger().removeDraft(u"three"_s).result().has_value());
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(!table->currentIndex().isValid());
        QVERIFY(!page.findChild<ui::Button *>(u"deleteDraft"_s)->isEnabled());
    }
};

TILLDECK_TEST(DraftsPageTest)

} // namespace drafts_page_test

#include "tst_drafts_page.moc"
