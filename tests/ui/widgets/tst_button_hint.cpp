// SPDX-License-Identifier: GPL-3.0-or-later
// A button has room for its words and its keys.
#include "support/runner.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"

#include <QApplication>
#include <QTest>

namespace button_hint_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class ButtonHintTest : public QObject
{
    Q_OBJECT

private slots:
    void aButtonIsAsWideAsWordsAndKeysTogether()
    {
        const ui::Theme theme(*qApp, ui::ThemeMode::Light); // its style measures buttons
        ui::Button button(u"Create session"_s, ui::ButtonKind::Primary);
        const int words = button.sizeHint().width();
        button.setHint(u"Ctrl+Enter"_s);
        const int both = button.sizeHint().width();
        QVERIFY2(both > words + 20, QByteArray::number(both - words));
        button.setHint({});
        QCOMPARE(button.sizeHint().width(), words);
    }
};

TILLDECK_TEST(ButtonHintTest)

} // namespace button_hint_test

#include "tst_button_hint.moc"
