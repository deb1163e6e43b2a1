// SPDX-License-Identifier: GPL-3.0-or-later
// What was never loaded is not said to be nothing.
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/overview/overview_page.h"

#include <QLabel>

namespace not_loaded_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using test::DeskFixture;

class NotLoadedTest : public QObject
{
    Q_OBJECT

private slots:
    void whatCouldNotBeLoadedIsNotCalledNothing()
    {
        DeskFixture desk;
        ui::OverviewPage page(*desk.desk);
        page.resize(1232, 780);
        page.show();
        page.setAccounts({desk.account.id});
        const auto shows = [&page](const QString &text) {
            const auto labels = page.findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
        };
        const QStringList nothing{u"Nothing needs your attention."_s, u"Nothing was paid in these days."_s,
                                  u"No open session ends within the hour."_s};
        for (const QString &sentence : nothing)
            QTRY_VERIFY2(shows(sentence), qPrintable(sentence));
        page.setNotLoaded(u"PaymentKit could not be reached."_s);
        for (const QString &sentence : nothing)
            QVERIFY2(!shows(sentence), qPrintable(sentence));
        QVERIFY(shows(u"could not be loaded. PaymentKit could not be reached."_s));
        QVERIFY(shows(u"What needs attention could not be loaded."_s));
        QVERIFY(shows(u"What expires soon could not be loaded."_s));
        page.setNotLoaded({});
        for (const QString &sentence : nothing)
            QVERIFY2(shows(sentence), qPrintable(sentence));
    }
};
TILLDECK_TEST(NotLoadedTest)

} // namespace not_loaded_test

#include "tst_not_loaded.moc"
