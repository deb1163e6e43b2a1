// SPDX-License-Identifier: GPL-3.0-or-later
// The search of a list takes words and fields; a field and its chip are one filter.
#include "desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/chip.h"
#include "ui/lists/filter_bar.h"
#include "ui/lists/filter_chip.h"
#include "ui/lists/found_text.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/roles.h"
#include "ui/lists/table.h"
#include "ui/sessions/sessions_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/search_field.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>

namespace search_fields_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using test::DeskFixture;
using Status = ledger::SessionFilter::Status;

class SearchFieldsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_desk = std::make_unique<DeskFixture>();
        auto ada = m_desk->session(0, u"Ada Lovelace"_s), bea = m_desk->session(1, u"Bea Lovelace"_s),
             cem = m_desk->session(2, u"Cem Yilmaz"_s), old = m_desk->session(3, u"Old Lovelace"_s);
        ada.amount = DeskFixture::eur(10800);
        bea.amount = DeskFixture::money(1440000, u"NGN");
        DeskFixture::setStatus(bea, checkout::SessionStatus::Completed, u"completed"_s);
        cem.amount = DeskFixture::eur(5000);
        DeskFixture::setStatus(cem, checkout::SessionStatus::Completed, u"completed"_s);
        old.createdAt = old.session.createdAt = m_desk->now.addDays(-60);
        old.session.expiresAt = m_desk->now.addDays(1);
        m_desk->putMany({ada, bea, cem, old});
        m_page = std::make_unique<ui::SessionsPage>(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        m_page->resize(1232, 780);
        m_page->show();
        m_page->activateWindow();
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(names(), QStringList({u"Ada Lovelace"_s, u"Bea Lovelace"_s, u"Cem Yilmaz"_s}));
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void wordsStandInAnyOrderAndFieldsBesideThem()
    {
        search(u"lovelace ada"_s);
        QTRY_COMPARE(names(), QStringList{u"Ada Lovelace"_s});
        search(u"lovelace status:completed"_s);
        QTRY_COMPARE(names(), QStringList{u"Bea Lovelace"_s});
        QCOMPARE(field()->text(), u"lovelace status:completed"_s); // nothing that was typed is lost
        QCOMPARE(frame()->activeFilters(), 2);
    }

    void aFieldChecksItsChipAndGoesWithIt()
    {
        search(u"status:completed lovelace"_s);
        QTRY_COMPARE(names(), QStringList{u"Bea Lovelace"_s});
        QCOMPARE(frame()->status(), int(Status::Completed));
        search(u"lovelace"_s);
        QTRY_COMPARE(frame()->status(), int(Status::All));
        QTRY_COMPARE(names().size(), 2);
    }

    void aChipThatIsChosenTakesTheFieldOut()
    {
        search(u"status:completed lovelace"_s);
        QTRY_COMPARE(names(), QStringList{u"Bea Lovelace"_s});
        QTest::mouseClick(frame()->chips()->chip(int(Status::Open)), Qt::LeftButton);
        QTRY_COMPARE(names(), QStringList{u"Ada Lovelace"_s});
        QCOMPARE(field()->text(), u"lovelace"_s);
        QCOMPARE(frame()->status(), int(Status::Open));
    }

    void amountsAndCurrenciesAreChipsBelow()
    {
        search(u"currency:EUR amount:>=50.00"_s);
        QTRY_COMPARE(names().size(), 2);
        QCOMPARE(chips(), QStringList({u"From 50.00 EUR"_s, u"EUR"_s}));
        search(u"currency:EUR amount:>50.00"_s);
        QTRY_COMPARE(names(), QStringList{u"Ada Lovelace"_s});
        QTest::keyClick(bar()->findChildren<ui::FilterChip *>().first(), Qt::Key_Delete); // the amount
        QTRY_COMPARE(names().size(), 2);
        QCOMPARE(field()->text(), u"currency:EUR"_s);
        QCOMPARE(chips(), QStringList{u"EUR"_s});
        search(u"amount:<100 currency:EUR"_s);
        QTRY_COMPARE(names(), QStringList{u"Cem Yilmaz"_s});
        frame()->clearFilters();
        QTRY_COMPARE(names().size(), 3);
        QCOMPARE(field()->text(), QString());
        QCOMPARE(chips(), QStringList());
    }

    void daysTakeThePlaceOfThePeriodUntilTheyGo()
    {
        QCOMPARE(frame()->period(), ui::ListFrame::Period::Last30Days);
        const QString day = m_desk->now.addDays(-70).date().toString(Qt::ISODate);
        search(u"since:"_s + day);
        QTRY_COMPARE(names().size(), 4);
        QCOMPARE(frame()->period(), ui::ListFrame::Period::AllTime);
        QCOMPARE(chips().size(), 1);
        search({});
        QTRY_COMPARE(names().size(), 3);
        QCOMPARE(frame()->period(), ui::ListFrame::Period::Last30Days);
        search(u"lovelace since:"_s + day);
        QTRY_COMPARE(names().size(), 3);
        frame()->setPeriod(ui::ListFrame::Period::Last7Days);
        QTRY_COMPARE(names().size(), 2);
        QCOMPARE(field()->text(), u"lovelace"_s);
        QCOMPARE(chips(), QStringList());
    }

    void whatCannotBeReadIsSaidAtTheFieldAndNothingIsFound()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        search(u"lovelace status:paid"_s);
        QTRY_COMPARE(names(), QStringList());
        QVERIFY(problem()->isVisible());
        QVERIFY2(problem()->text().contains(u"“paid” is no status here. There are: Open, Completed"_s),
                 qPrintable(problem()->text()));
        QCOMPARE(field()->accessibleDescription(), problem()->text());
        QCOMPARE(field()->text(), u"lovelace status:paid"_s);
        QVERIFY(field()->hasFocus());
        search(u"lovelace status:open"_s);
        QTRY_COMPARE(names(), QStringList{u"Ada Lovelace"_s});
        QVERIFY(!problem()->isVisible());
        QTRY_VERIFY(table()->hasFocus());
        search(u"amount:>5"_s);
        QTRY_VERIFY(problem()->isVisible());
        QVERIFY(problem()->text().contains(u"Add the currency"_s));
        QVERIFY(names().isEmpty());
        emit table() -> emptyActionTriggered();
        QTRY_COMPARE(names().size(), 3);
        QVERIFY(!problem()->isVisible());
    }

    void aFieldThatIsBeingTypedIsNoMistakeYet()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        field()->setFocus();
        QTest::keyClicks(field(), u"lovelace status:comp"_s);
        QTRY_COMPARE(names(), QStringList({u"Ada Lovelace"_s, u"Bea Lovelace"_s}));
        QVERIFY(!problem()->isVisible());
        choices()->hide();
        QTRY_VERIFY(problem()->isVisible()); // who types no more has finished
        QVERIFY(names().isEmpty());
    }

    void fieldsAndTheirValuesAreChosenWithTheKeyboard()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        field()->setFocus();
        QTest::keyClicks(field(), u"lovelace st"_s);
        QVERIFY(choices()->isVisible());
        QCOMPARE(offered(), QStringList{u"status:"_s});
        QVERIFY(field()->accessibleDescription().contains(u"status:"_s));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(field()->text(), u"lovelace status:"_s);
        QVERIFY(choices()->isVisible());
        QCOMPARE(offered().size(), 5);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(field()->text(), u"lovelace status:Completed "_s);
        QVERIFY(!choices()->isVisible());
        QVERIFY(field()->hasFocus());
        QTRY_COMPARE(names(), QStringList{u"Bea Lovelace"_s});
    }

    void theKeysAreTheSearchesOwnUntilOneIsChosen()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        field()->setFocus();
        QTest::keyClicks(field(), u"a"_s);
        QVERIFY(choices()->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!choices()->isVisible());
        QCOMPARE(field()->text(), u"a"_s);
        QTest::keyClicks(field(), u"m"_s);
        QVERIFY(choices()->isVisible());
        press(Qt::Key_Return);
        QVERIFY(!choices()->isVisible());
        QCOMPARE(field()->text(), u"am"_s);
        QVERIFY(table()->hasFocus());
        field()->setFocus();
        field()->clear();
        QTest::keyClick(field(), Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(offered().size(), 7);
    }

    void whatIsFoundIsMarkedInItsCell()
    {
        auto nobody = m_desk->session(4, QString());
        nobody.itemsLabel = u"A custom fee"_s;
        m_desk->putMany({nobody});
        QTRY_COMPARE(names().size(), 4);
        search(u"custom"_s); // not the words "No customer"
        QTRY_COMPARE(names(), QStringList{u"No customer"_s});
        QVERIFY(!cell(0, 1).data(ui::FoundRole).isValid());
        QCOMPARE(cell(0, 2).data(ui::FoundRole).value<ui::FoundParts>(), (ui::FoundParts{{.at = 2, .length = 6}}));
        search(u"lace ada status:open"_s);
        QTRY_COMPARE(names(), QStringList{u"Ada Lovelace"_s});
        QCOMPARE(cell(0, 1).data(Qt::AccessibleDescriptionRole).toString(), u"Found: Ada and lace"_s);
        const QRgb ground = ui::tokens().testBackground.rgb();
        const auto isPainted = [this, ground] {
            const QImage image = table()->viewport()->grab(table()->visualRect(cell(0, 1))).toImage();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if ((image.pixel(x, y) | 0xff000000u) == (ground | 0xff000000u))
                        return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(isPainted());
        table()->selectRow(0);
        QVERIFY(isPainted());
        search(u"status:open"_s);
        QTRY_COMPARE(names().size(), 2);
        QVERIFY(!cell(0, 1).data(ui::FoundRole).isValid());
        QVERIFY(!isPainted());
    }

    void howFarTheIndexIsIsSaidWhileSomethingIsSearchedFor()
    {
        const auto *hint = frame()->findChild<ui::InlineMessage *>(u"searchHint"_s);
        QSignalSpy indexed(&m_desk->desk->ledger(), &ledger::Ledger::wordsIndexed);
        QVERIFY(indexed.wait(10'000)); // what was put is indexed when it is quiet
        emit m_desk->desk->ledger().wordsIndexed(1200);
        QVERIFY(!hint->isVisible());
        search(u"lovelace"_s);
        QTRY_VERIFY(hint->isVisible());
        QVERIFY2(hint->text().contains(u"1,200 more"_s), qPrintable(hint->text()));
        search(u"status:open"_s); // no words
        QTRY_VERIFY(!hint->isVisible());
        search(u"lovelace"_s);
        QTRY_VERIFY(hint->isVisible());
        emit m_desk->desk->ledger().wordsIndexed(0);
        QVERIFY(!hint->isVisible());
    }

    void aListOfOneStatusSaysSo()
    {
        search(u"lovelace currency:EUR"_s);
        QTRY_COMPARE(chips(), QStringList{u"EUR"_s});
        m_page->setSavedView(Status::ExpiringSoon);
        QCOMPARE(chips(), QStringList());
        QCOMPARE(field()->text(), u"lovelace"_s);
        search(u"status:open"_s);
        QTRY_VERIFY(problem()->isVisible());
        QVERIFY2(problem()->text().contains(u"of one status"_s), qPrintable(problem()->text()));
    }

private:
    void search(const QString &text) const
    {
        field()->setFocus();
        field()->selectAll();
        field()->insert(text);
        choices()->hide();
        QTest::keyClick(field(), Qt::Key_Return);
    }
    /// As the window system does: what is open has the keys.
    void press(Qt::Key key) const
    {
        QTest::keyClick(choices()->isVisible() ? static_cast<QWidget *>(choices()) : field(), key);
    }
    ui::ListFrame *frame() const { return m_page->findChild<ui::ListFrame *>(); }
    ui::FilterBar *bar() const { return m_page->findChild<ui::FilterBar *>(); }
    QModelIndex cell(int row, int column) const { return table()->model()->index(row, column); }
    ui::Table *table() const { return frame()->table(); }
    ui::SearchField *field() const { return frame()->search(); }
    ui::InlineMessage *problem() const { return frame()->findChild<ui::InlineMessage *>(u"searchProblem"_s); }
    QAbstractItemView *choices() const { return field()->choices(); }
    QStringList offered() const
    {
        QStringList texts;
        for (int row = 0; row < choices()->model()->rowCount(); ++row)
            texts += choices()->model()->index(row, 0).data().toString();
        return texts;
    }
    QStringList names() const
    {
        QStringList shown;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            shown += table()->model()->index(row, 1).data().toString();
        return shown;
    }
    QStringList chips() const
    {
        QStringList texts;
        for (const auto *chip : bar()->findChildren<ui::FilterChip *>())
            texts += chip->text().remove(u'\u2068').remove(u'\u2069').replace(QChar::Nbsp, u' ');
        return texts;
    }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::SessionsPage> m_page;
};

TILLDECK_TEST(SearchFieldsTest)

} // namespace search_fields_test

#include "tst_search_fields.moc"
