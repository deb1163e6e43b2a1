// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "ui/forms/form_dialog.h"
#include "ui/forms/form_row.h"
#include "ui/lists/chip.h"
#include "ui/lists/detail_panel.h"
#include "ui/lists/empty_state.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/label.h"
#include "ui/widgets/qr_popup.h"
#include "ui/widgets/rich_line.h"
#include "ui/widgets/search_field.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include <algorithm>

namespace controls_test {

using namespace tilldeck::ui;
using namespace Qt::StringLiterals;

class ControlsTest : public QObject
{
    Q_OBJECT

private slots:
    void aTextStandsWhereTheLayoutBegins_data()
    {
        QTest::addColumn<Qt::Alignment>("alignment");
        QTest::addColumn<bool>("begins");
        QTest::addColumn<bool>("isRich");
        QTest::newRow("the text") << Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter) << true << false;
        QTest::newRow("its value") << Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter) << false << false;
        QTest::newRow("a note") << Qt::Alignment(Qt::AlignLeading | Qt::AlignTop) << true << true;
    }
    void aTextStandsWhereTheLayoutBegins()
    {
        QFETCH(const Qt::Alignment, alignment);
        QFETCH(const bool, begins);
        QFETCH(const bool, isRich);
        QWidget place;
        Label plain(u"Open"_s, TextStyle::Body, Tone::Text, &place);
        RichLine rich(TextStyle::Body, &place);
        rich.setParts(u"Open"_s);
        plain.setVisible(!isRich);
        rich.setVisible(isRich);
        QLabel &label = isRich ? static_cast<QLabel &>(rich) : plain;
        label.setAlignment(alignment);
        label.resize(300, 20);
        place.resize(300, 20);
        place.show();
        const auto isAtTheLeft = [&label] {
            const QImage picture = label.grab().toImage();
            const QColor ground = picture.pixelColor(150, 1);
            for (int x = 0; x < 100; ++x)
                for (int y = 0; y < picture.height(); ++y)
                    if (picture.pixelColor(x, y) != ground)
                        return true;
            return false;
        };
        QCOMPARE(isAtTheLeft(), begins);
        place.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(isAtTheLeft(), !begins);
        place.setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(isAtTheLeft(), begins);
    }

    void whatIsHiddenTakesNoRoomInALine()
    {
        QWidget place;
        auto *line = new FlowLayout(&place);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(6);
        QList<Button *> buttons;
        for (const QString &text : {u"Check"_s, u"Send again"_s, u"Not made"_s}) {
            buttons << new Button(text);
            line->addWidget(buttons.last());
        }
        buttons[0]->hide();
        buttons[1]->hide();
        place.resize(400, 40);
        place.show();
        QTRY_VERIFY(buttons[2]->isVisible());
        QCOMPARE(buttons[2]->x(), 0);
    }

    void chipsThatDoNotFitBecomeTheFiltersMenu()
    {
        ListFrame frame(u"Sessions"_s, u"Search"_s, new DetailPanel);
        frame.addStatus(0, u"All"_s);
        frame.addStatus(1, u"Open"_s);
        frame.addStatus(2, u"Completed by the customer"_s);
        frame.addStatus(3, u"Outcome unknown to the provider"_s);
        const Chip *open = frame.chips()->chip(1);
        frame.chips()->chip(1)->setCount(42);
        frame.resize(1100, 500);
        frame.show();
        const auto buttons = frame.findChildren<QToolButton *>();
        const auto filters = std::ranges::find(buttons, u"Filters"_s, &QToolButton::text);
        QVERIFY(filters != buttons.end());
        QTRY_VERIFY(open->isVisible());
        QVERIFY(!(*filters)->isVisible());

        frame.resize(660, 500);
        QTRY_VERIFY((*filters)->isVisible());
        QVERIFY(open->isVisible() && !frame.chips()->chip(3)->isVisible()); // only what has no room gives way
        QVERIFY(frame.search()->isVisible());                               // there is room for that
        QSignalSpy changed(&frame, &ListFrame::filterChanged);
        emit(*filters)->menu()->aboutToShow();
        QCOMPARE((*filters)->menu()->actions().at(1)->text(), u"Open, 42"_s);
        (*filters)->menu()->actions().at(1)->trigger();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(frame.status(), 1);
        (*filters)->menu()->actions().at(3)->trigger();
        QTRY_VERIFY(frame.chips()->chip(3)->isVisible()); // what is chosen is seen
        QVERIFY(!frame.chips()->chip(2)->isVisible());
        frame.chips()->setCurrent(1);

        frame.resize(1100, 500);
        QTRY_VERIFY(frame.chips()->chip(3)->isVisible());
        QVERIFY(open->isChecked());
        QVERIFY(!(*filters)->isVisible());
    }

    void chipsThatGrowBeyondTheListBecomeTheFiltersMenu()
    {
        ListFrame frame(u"Sessions"_s, u"Search"_s, new DetailPanel);
        for (int id = 0; id < 5; ++id)
            frame.addStatus(id, u"Status %1"_s.arg(id));
        Chip *chip = frame.chips()->chip(4);
        frame.resize(660, 500);
        frame.show();
        QTRY_VERIFY(chip->isVisible());
        for (int id = 0; id < 5; ++id)
            frame.chips()->chip(id)->setCount(1'000'000);
        QTRY_VERIFY(!chip->isVisible());
    }

    void enterPressesTheFocusedButtonOnce()
    {
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        const QList<QAbstractButton *> buttons{
            new Button(u"Refund…"_s, ButtonKind::Danger), new Button(u"New"_s, ButtonKind::Primary),
            new Button(u"Show"_s, ButtonKind::Link), new IconButton(Icon::Copy, u"Copy"_s), new Chip(u"Open"_s)};
        for (QAbstractButton *button : buttons)
            row->addWidget(button);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (QAbstractButton *button : buttons) {
            button->setFocus();
            QSignalSpy clicked(button, &QAbstractButton::clicked);
            for (const auto key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}) {
                clicked.clear();
                hold(button, key);
                QCOMPARE(clicked.size(), 1);
            }
            QTest::keyClick(button, Qt::Key_Enter, Qt::KeypadModifier);
            QCOMPARE(clicked.size(), 2);
            QTest::keyClick(button, Qt::Key_Return, Qt::ControlModifier); // the window's own key
            QCOMPARE(clicked.size(), 2);
            button->setEnabled(false);
            QTest::keyClick(button, Qt::Key_Return);
            QCOMPARE(clicked.size(), 2);
        }
    }
    void enterInADialogIsOfTheFocusedButtonOrElseOfTheDefaultOne()
    {
        struct Form : FormDialog
        {
            using FormDialog::addBelow, FormDialog::addButtons, FormDialog::addRow, FormDialog::FormDialog;
        };
        Form dialog(u"Rename view"_s, 300, nullptr);
        auto *field = new QLineEdit;
        dialog.addRow(u"Name"_s, field);
        auto *copy = new Button(u"Copy"_s);
        dialog.addBelow(copy);
        auto *cancel = new Button(u"Cancel"_s), *save = new Button(u"Save"_s, ButtonKind::Primary);
        dialog.addButtons(cancel, {save});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QSignalSpy copied(copy, &Button::clicked), saved(save, &Button::clicked), left(cancel, &Button::clicked);
        field->setFocus();
        hold(field, Qt::Key_Return);
        QCOMPARE(saved.size(), 1);
        copy->setFocus();
        hold(copy, Qt::Key_Return);
        QCOMPARE(copied.size(), 1);
        QVERIFY(saved.size() == 1 && left.isEmpty());
        // The key that opened the dialog is still held.
        for (QWidget *focused :
             {static_cast<QWidget *>(field), static_cast<QWidget *>(save), static_cast<QWidget *>(copy)}) {
            focused->setFocus();
            repeat(focused, Qt::Key_Return);
        }
        QVERIFY(saved.size() == 1 && copied.size() == 1);
    }
    void aHeaderThatSortsNothingKeepsItsArrow()
    {
        Table table;
        QStandardItemModel model(3, 3);
        table.setModel(&model);
        table.resize(600, 300);
        QHeaderView *header = table.horizontalHeader();
        header->setSortIndicatorShown(true);
        header->setSortIndicator(2, Qt::DescendingOrder);
        table.show();
        for (int column = 0; column < 3; ++column) {
            const QPoint middle(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                                header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, middle);
            QCOMPARE(header->sortIndicatorSection(), 2);
            QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
            QVERIFY(!table.selectionModel()->hasSelection());
        }
    }

    void guardDialogDoesNothingOnEnterAndEsc()
    {
        for (const auto key : {Qt::Key_Return, Qt::Key_Escape}) {
            QWidget window;
            window.show();
            auto *dialog = new GuardDialog(u"Refund 54.00 EUR?"_s, u"This moves real money."_s, &window);
            auto *safe = dialog->setSafeButton(u"Keep payment"_s);
            dialog->addButton(7, u"Refund 54.00 EUR"_s, ButtonKind::Danger);
            QSignalSpy chosen(dialog, &GuardDialog::chosen);
            QSignalSpy rejected(dialog, &QDialog::rejected);
            dialog->open();
            QVERIFY(QTest::qWaitForWindowActive(dialog));
            QVERIFY(safe->hasFocus());
            QTest::keyClick(dialog->focusWidget(), key);
            QCOMPARE(rejected.size(), 1);
            QCOMPARE(chosen.size(), 0);
        }
    }
    void guardDialogTakesEnterAsThePressOfTheButtonThatTabReached()
    {
        QWidget window;
        window.show();
        for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
            auto *dialog = new GuardDialog(u"Was the session created?"_s, u"It may exist."_s, &window);
            dialog->addAsideButton(3, u"Create again anyway"_s);
            const auto *safe = dialog->setSafeButton(u"Decide later"_s);
            auto *check = dialog->addButton(7, u"Check"_s, ButtonKind::Primary);
            QSignalSpy chosen(dialog, &GuardDialog::chosen), rejected(dialog, &QDialog::rejected);
            dialog->open();
            QVERIFY(QTest::qWaitForWindowActive(dialog));
            repeat(dialog->focusWidget(), key); // still held from what opened the dialog
            QVERIFY(dialog->isVisible() && safe->hasFocus());
            while (!check->hasFocus())
                QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
            repeat(check, key);
            QVERIFY(chosen.isEmpty() && rejected.isEmpty());
            QTest::keyClick(check, key);
            QCOMPARE(chosen.value(0).value(0).toInt(), 7);
            QVERIFY(rejected.isEmpty());
        }
    }
    void guardDialogReportsTheChoice()
    {
        QWidget window;
        window.show();
        auto *dialog = new GuardDialog(u"Was the session created?"_s, u"It may exist."_s, &window);
        dialog->setSafeButton(u"Decide later"_s);
        auto *check = dialog->addButton(7, u"Check"_s, ButtonKind::Primary);
        QSignalSpy chosen(dialog, &GuardDialog::chosen);
        dialog->open();
        QTest::mouseClick(check, Qt::LeftButton);
        QCOMPARE(chosen.value(0).value(0).toInt(), 7);
    }

    void problemStandsBelowItsField()
    {
        auto *edit = new QLineEdit;
        FormRow row(u"After payment"_s, u"Success URL"_s, edit);
        row.setNote(u"Valid."_s);
        row.setProblem(u"Start the address with <https://>"_s);
        row.show();
        const auto texts = row.findChildren<QLabel *>();
        const bool found = std::ranges::any_of(texts, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"&lt;https://&gt;"_s); // as text, not as markup
        });
        QVERIFY(found);
        QVERIFY(edit->property("error").toBool());
        QVERIFY(!edit->accessibleDescription().isEmpty());
        row.setProblem({});
        QVERIFY(!edit->property("error").toBool());
    }

    void searchReportsOnceAfterTyping()
    {
        SearchField field(u"Customer"_s, u"Ctrl+F"_s);
        QSignalSpy changed(&field, &SearchField::searchChanged);
        field.show();
        QTest::keyClicks(&field, u" mara "_s);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toString(), u"mara"_s);
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(changed.at(1).at(0).toString(), QString());
    }

    void tableSaysThatItIsEmptyOrLoading()
    {
        QStandardItemModel model(0, 2);
        const QAbstractItemModelTester tester(&model);
        Table table;
        table.setModel(&model);
        table.setEmptyState(u"No session matches."_s, u"2 filters are on."_s, u"Clear filters"_s);
        table.resize(600, 300);
        table.show();
        auto *empty = table.findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        table.setLoading(true);
        QVERIFY(!empty->isVisible());
        QVERIFY(!table.showsSkeleton()); // not in the first 300 ms
        QTRY_VERIFY(table.showsSkeleton());
        model.appendRow({new QStandardItem(u"a"_s), new QStandardItem(u"b"_s)});
        QVERIFY(!table.showsSkeleton());
        QSignalSpy activated(&table, &Table::rowActivated);
        table.selectRow(0);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
    }

    void qrCodeIsBlackOnWhiteWithItsMargin()
    {
        const QImage code = qrImage(u"https://checkout.example/pay/abc"_s, 3);
        QVERIFY(!code.isNull());
        for (int i = 0; i < 12; ++i)
            for (int j = 0; j < code.width(); ++j)
                QCOMPARE(code.pixelColor(j, i), QColor(Qt::white));
        QCOMPARE(code.pixelColor(12, 12), QColor(Qt::black)); // the finder begins after 4 modules
        QVERIFY(qrImage(QString(5000, u'x'), 1).isNull());
    }

    void longTextsAreElidedAtTheirPlace()
    {
        ElidedLabel url(u"https://checkout.paymentkit.example/pay/9vR2mQx8Lw3TzB5nYp0c"_s, TextStyle::Mono, Tone::Text,
                        Qt::ElideMiddle);
        url.resize(150, 20);
        QVERIFY(url.visibleText().startsWith(u"https"_s));
        QVERIFY(url.visibleText().endsWith(u"0c"_s));
        QVERIFY(url.visibleText().contains(u'…'));
    }

private:
    /// Sends what a held @p key sends after its first press.
    static void repeat(QWidget *focused, Qt::Key key)
    {
        for (int time = 0; time < 3; ++time) {
            QKeyEvent again(QEvent::KeyPress, key, Qt::NoModifier, QString(), true);
            QApplication::sendEvent(focused, &again);
        }
    }
    static void hold(QWidget *focused, Qt::Key key)
    {
        QTest::keyPress(focused, key);
        repeat(focused, key);
        QTest::keyRelease(focused, key);
    }
};
TILLDECK_TEST(ControlsTest)

} // namespace controls_test

#include "tst_controls.moc"
