// SPDX-License-Identifier: GPL-3.0-or-later
// The list that opens below a field.
#include "editor_bench.h"
#include "support/runner.h"
#include "ui/forms/cell_controls.h"
#include "ui/forms/choice_field.h"
#include "ui/forms/choice_popup.h"
#include "ui/forms/known_lists.h"

#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QTest>

#include <algorithm>

namespace choice_popup_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class ChoicePopupTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsAsHighAsTheRowsThatAreLeft()
    {
        QWidget window;
        window.resize(400, 300);
        window.show();
        auto *popup = new ui::ChoicePopup({}, ui::currencyChoices({}, QLocale(u"en_GB"_s)), u"EUR"_s, &window);
        popup->openWith({});
        const auto *list = popup->findChild<QListView *>();
        auto *search = popup->findChild<QLineEdit *>();
        QVERIFY(list->model()->rowCount() > 7);
        const int whole = popup->height();
        QTest::keyClicks(search, u"NGN"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        const int rest = popup->height() - list->height();
        QCOMPARE(popup->height(), popup->layout()->sizeHint().height());
        QVERIFY2(popup->height() < whole / 2, QByteArray::number(popup->height()));
        // Nothing is left over around the one row.
        QCoreApplication::processEvents();
        QCOMPARE(popup->height() - list->height(), rest);
        search->clear();
        QCOMPARE(popup->height(), whole);
        popup->close();
    }

    void whatIsTypedBehindAFreeIdIsNoPartOfIt()
    {
        test::EditorBench bench(test::sampleDraft());
        auto *customer = bench.find<ui::ChoiceField>(u"Customer"_s);
        customer->setFocus();
        QTest::keyClicks(customer, u"c"_s);
        QPointer<QWidget> popup = QApplication::activePopupWidget();
        auto *search = popup->findChild<QLineEdit *>();
        search->setText(u"cus_new1"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTest::keyClicks(popup->focusWidget(), u"premium"_s);
        QCoreApplication::processEvents();
        QCOMPARE(search->text(), u"cus_new1"_s);
        QTest::keyClick(popup->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!popup || !popup->isVisible());
        QCOMPARE(bench.draft().customer.id, u"cus_new1"_s);
    }

    void aLockedFieldLooksLocked()
    {
        ui::ChoiceField field({}, [] { return std::vector<ui::Choice>(); });
        field.setShown(u"r_1"_s, u"Account default"_s, u"secondary"_s, u"code"_s);
        ui::CellCombo cell(u"Type"_s);
        cell.addItem(u"Account default"_s);
        for (QWidget *control : {static_cast<QWidget *>(&field), static_cast<QWidget *>(&cell)}) {
            control->resize(240, 28);
            const int open = darkest(*control);
            control->setEnabled(false);
            QVERIFY2(darkest(*control) > open + 40, qPrintable(u"%1, %2"_s.arg(open).arg(darkest(*control))));
        }
    }

private:
    /// Returns the darkest grey of the pixels of @p control.
    static int darkest(QWidget &control)
    {
        const QImage image = control.grab().toImage();
        int grey = 255;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                grey = std::min(grey, qGray(image.pixel(x, y)));
        return grey;
    }
};

TILLDECK_TEST(ChoicePopupTest)

} // namespace choice_popup_test

#include "tst_choice_popup.moc"
