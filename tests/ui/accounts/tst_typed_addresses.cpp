// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialog of an account says of addresses.
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/accounts/account_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

namespace typed_addresses_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class TypedAddressesTest : public QObject
{
    Q_OBJECT

private slots:
    void whatCannotBeSeenInAnAddressIsSaid()
    {
        const test::DeskFixture desk;
        QWidget parent;
        parent.show();
        auto *dialog = new ui::AccountDialog(*desk.desk, &parent);
        const auto edit = [dialog](const char *name) {
            return dialog->findChild<QLineEdit *>(QString::fromLatin1(name));
        };
        const auto says = [dialog](const QString &text) {
            const auto labels = dialog->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(text); });
        };
        edit("baseUrl")->setText(u"https://bücher.example"_s);
        QVERIFY(says(u"The host is xn--bcher-kva.example, in letters bücher.example."_s));
        edit("baseUrl")->setText(u"https://books.example"_s);
        QVERIFY(!says(u"in letters"_s));
        edit("template")->setText(u"https://pay.example/#{token}"_s);
        QVERIFY(says(u"nothing after “#”"_s));
        edit("template")->setText(u"https://pay.example/{token}"_s);
        QVERIFY(!says(u"nothing after “#”"_s) && says(u"Where customers pay"_s));
    }
};

TILLDECK_TEST(TypedAddressesTest)

} // namespace typed_addresses_test

#include "tst_typed_addresses.moc"
