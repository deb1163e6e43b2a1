// SPDX-License-Identifier: GPL-3.0-or-later
// The list that opens below a field.
#include "support/runner.h"
#include "ui/forms/choice_popup.h"
#include "ui/forms/known_lists.h"

#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QTest>

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
};

TILLDECK_TEST(ChoicePopupTest)

} // namespace choice_popup_test

#include "tst_choice_popup.moc"
