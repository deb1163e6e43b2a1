// SPDX-License-Identifier: GPL-3.0-or-later
// What a session charges again is said where it was created, and to the customer.
#include "desk_fixture.h"
#include "support/runner.h"
#include "ui/figures/session_text.h"
#include "ui/sessions/charged_later.h"
#include "ui/sessions/copy_text.h"
#include "ui/sessions/session_actions.h"
#include "ui/sessions/session_details.h"
#include "ui/widgets/secret_clipboard.h"

#include <QGuiApplication>
#include <QLabel>

namespace charged_later_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using test::DeskFixture;

namespace {

checkout::Catalog catalogWith(qint64 yearly)
{
    checkout::Price price(u"price_yearly"_s, DeskFixture::eur(yearly));
    price.name = u"Studio membership"_s;
    price.billingPeriod = u"year"_s;
    checkout::Catalog catalog;
    catalog.prices.available = true;
    catalog.prices.items = {price};
    return catalog;
}

ledger::SessionRecord membership(const DeskFixture &desk)
{
    ledger::SessionRecord record = desk.session(1);
    record.draft.lineItems = {checkout::LineItem(u"price_yearly"_s, 1)};
    record.itemsLabel = u"Studio membership"_s;
    record.session.amount = record.amount = DeskFixture::eur(49900);
    return record;
}

QString plain(QString text)
{
    return text.replace(QChar::Nbsp, u' ');
}

} // namespace

class ChargedLaterTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void thePanelSaysIt()
    {
        DeskFixture desk;
        ui::SecretClipboard clipboard(QGuiApplication::clipboard(), nullptr);
        QWidget window;
        ui::SessionActions actions(*desk.desk, *desk.catalogs, &clipboard, &window);
        ui::SessionDetails details(*desk.desk, &actions);
        const auto says = [&details](const QString &sentence) {
            const auto labels = details.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return plain(label->text()) == sentence; });
        };
        const ledger::SessionRecord record = membership(desk);
        actions.setRecord(record);
        details.setRecord(record, catalogWith(49900), ui::KnownPrices::Today);
        QVERIFY(says(u"Then 499.00 EUR a year."_s));
        // What is in the catalog now is not what this session was made with.
        details.setRecord(record, catalogWith(59900), ui::KnownPrices::Today);
        QVERIFY(!says(u"Then 599.00 EUR a year."_s));
        // Without the prices nothing is made up.
        details.setRecord(record, {}, ui::KnownPrices::NotLoaded);
        QVERIFY(ui::chargedLater(record, {}, desk.now, QLocale()).isEmpty());
    }

    void theMailSaysIt()
    {
        DeskFixture desk;
        const ledger::SessionRecord record = membership(desk);
        const QStringList later = ui::chargedLater(record, catalogWith(49900), desk.now, QLocale());
        const auto mail = ui::paymentMail(record, u"https://pay.example/a"_s, later, QTimeZone::utc(), QLocale());
        QVERIFY2(plain(mail.body).contains(u"You pay 499.00 EUR now. Then 499.00 EUR a year.\n"_s),
                 qPrintable(mail.body));
        const auto once = ui::paymentMail(record, u"https://pay.example/a"_s, {}, QTimeZone::utc(), QLocale());
        QVERIFY(!once.body.contains(u"You pay"_s));
    }

    void aTierWithoutARouteIsNamedAsInTheEditor() { QCOMPARE(ui::routeName({}, {}), u"Account decides"_s); }
};

TILLDECK_TEST(ChargedLaterTest)

} // namespace charged_later_test

#include "tst_charged_later.moc"
