// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the sessions page for looking at: only where TILLDECK_PICTURES names a folder.
#include "desk_fixture.h"
#include "support/runner.h"
#include "ui/lists/table.h"
#include "ui/sessions/session_panel.h"
#include "ui/sessions/sessions_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"

#include <QApplication>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>

namespace session_pictures_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using checkout::SessionStatus;
using test::DeskFixture;

namespace {

struct Sample
{
    const char *customer;
    const char *items;
    qint64 amount;
    const char *currency;
    SessionStatus status;
    int minutesOld;
    int minutesOpen;
    int tier;
};

const Sample samples[] = {
    {"Jane Doe", "Premium Plan", 5320, "USD", SessionStatus::Open, 26, 29, 0},
    {"Awa Diop", "Formation design", 50000, "XOF", SessionStatus::Open, 51, 89, 0},
    {"Lukas Meier", "Half-year membership", 10800, "EUR", SessionStatus::Completed, 93, 600, 2},
    {"Chioma Eze", "Design consultation", 14400000, "NGN", SessionStatus::Completed, 104, 600, 0},
    {"", "Starter kit × 3", 7350, "EUR", SessionStatus::Open, 120, 1439, 0},
    {"Mara Lindqvist", "Annual membership + 1", 24800, "EUR", SessionStatus::Open, 138, 719, 0},
    {"Priya Raman", "Premium Plan", 9000, "USD", SessionStatus::Failed, 153, 600, 0},
    {"Ousmane Fall", "Abonnement mensuel", 15000, "XOF", SessionStatus::Completed, 191, 600, 0},
    {"Fatou Ndiaye", "Atelier de groupe", 125000, "XOF", SessionStatus::Unrecognised, 262, 479, 0},
    {"Oliver Grant", "Team plan × 12", 117600, "GBP", SessionStatus::Open, 276, 479, 0},
    {"Sofia Ricci", "Annual membership", 24000, "EUR", SessionStatus::Expired, 1500, 60, 0},
    {"Emeka Obi", "Premium Plan", 14400000, "NGN", SessionStatus::Completed, 1700, 60, 0},
    {"Ines Carvalho", "Monthly membership", 2000, "EUR", SessionStatus::Completed, 1800, 60, 3},
    {"Moussa Ba", "Formation design", 50000, "XOF", SessionStatus::Expired, 1900, 60, 0},
};

const char *storedName(SessionStatus status)
{
    switch (status) {
    case SessionStatus::Open:
        return "open";
    case SessionStatus::Completed:
        return "completed";
    case SessionStatus::Expired:
        return "expired";
    case SessionStatus::Failed:
        return "failed";
    case SessionStatus::NotAsked:
    case SessionStatus::Unrecognised:
        break;
    }
    return "on_hold";
}

} // namespace

class SessionPictures : public QObject
{
    Q_OBJECT

private slots:
    void pictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("rightToLeft");
        QTest::newRow("sessions-light") << false << QSize(1232, 812) << false;
        QTest::newRow("sessions-dark") << true << QSize(1232, 812) << false;
        QTest::newRow("sessions-small") << false << QSize(912, 516) << false;
        QTest::newRow("sessions-rtl") << false << QSize(1232, 812) << true;
    }
    void pictures()
    {
        const QString folder = qEnvironmentVariable("TILLDECK_PICTURES");
        if (folder.isEmpty())
            QSKIP("TILLDECK_PICTURES names no folder");
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        QFETCH(bool, rightToLeft);
        const ui::Theme theme(*qApp, dark ? ui::ThemeMode::Dark : ui::ThemeMode::Light);
        QApplication::setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        DeskFixture desk;
        fill(desk);
        ui::SessionsPage page(*desk.desk, *desk.refresher, *desk.catalogs);
        page.resize(size);
        page.show();
        auto *table = page.findChild<ui::Table *>();
        page.setAccounts({desk.account.id});
        QTRY_VERIFY(table->model()->rowCount() > 10);
        const auto save = [&](const QString &name) {
            QTest::qWait(50);
            QVERIFY(page.grab().save(u"%1/%2.png"_s.arg(folder, name)));
        };
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        save(name + u"-list"_s);
        table->setCurrentIndex(table->model()->index(6, 0));
        save(name);
        if (name == u"sessions-light"_s) {
            table->setCurrentIndex(table->model()->index(0, 0));
            save(u"sessions-unknown"_s);
            table->setCurrentIndex(table->model()->index(11, 0));
            save(u"sessions-expired"_s);
            auto *menu = page.findChild<ui::Button *>(u"copyAs"_s)->menu();
            menu->popup({});
            QVERIFY(menu->grab().save(folder + u"/copy-menu.png"_s));
            menu->hide();
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void charges_data() { pictures_data(); }
    void charges()
    {
        const QString folder = qEnvironmentVariable("TILLDECK_PICTURES");
        if (folder.isEmpty())
            QSKIP("TILLDECK_PICTURES names no folder");
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        QFETCH(bool, rightToLeft);
        const ui::Theme theme(*qApp, dark ? ui::ThemeMode::Dark : ui::ThemeMode::Light);
        QApplication::setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        DeskFixture desk;
        const QString account = desk.addMarketplace();
        auto token = desk.session(3, u"Tunde Bakare"_s);
        token.accountId = account;
        token.session.secureToken = u"khs_8f3aQx8u7Ck4Zp"_s;
        desk.put(token);
        desk.put(desk.quotedCharge(account));
        auto stripe = desk.charge(account);
        stripe.createdAt = stripe.createdAt.addSecs(-60);
        stripe.session.createdAt = stripe.createdAt;
        desk.put(stripe);
        ui::SessionsPage page(*desk.desk, *desk.refresher, *desk.catalogs);
        page.setSnippetSource([](const checkout::Session &session, const accounts::Account &) {
            return session.secureToken.isEmpty()
                       ? std::vector<providers::Snippet>()
                       : std::vector{
                             providers::Snippet{u"Embed snippet"_s,
                                                {},
                                                u"The token works once. Ship when the webhook says paid, not before."_s,
                                                true}};
        });
        page.resize(size);
        page.show();
        auto *table = page.findChild<ui::Table *>();
        page.setAccounts({account});
        QTRY_COMPARE(table->model()->rowCount(), 3);
        auto *scroll = page.findChild<ui::SessionPanel *>()->findChild<QScrollArea *>()->verticalScrollBar();
        for (int row = 0; row < 3; ++row) {
            table->setCurrentIndex(table->model()->index(row, 0));
            QTest::qWait(50);
            const QString name = u"%1/charge-%2-%3"_s.arg(folder, QTest::currentDataTag()).arg(row);
            QVERIFY(page.grab().save(name + u".png"_s));
            scroll->setValue(scroll->maximum());
            QVERIFY(page.grab().save(name + u"-end.png"_s));
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

private:
    static void fill(DeskFixture &desk)
    {
        ledger::SessionRecord unknown;
        unknown.accountId = desk.account.id;
        unknown.intentId = u"intent"_s;
        unknown.state = ledger::SessionRecord::State::OutcomeUnknown;
        unknown.createdAt = desk.now.addSecs(-600);
        unknown.customerLabel = u"Tunde Bakare"_s;
        unknown.itemsLabel = u"Premium Plan"_s;
        unknown.amount = money::Money(14400000, *money::Currency::fromCode(u"NGN"));
        desk.put(unknown);
        int n = 0;
        for (const Sample &sample : samples) {
            ledger::SessionRecord record = desk.session(++n, QString::fromUtf8(sample.customer));
            DeskFixture::setStatus(record, sample.status, QString::fromLatin1(storedName(sample.status)));
            record.itemsLabel = QString::fromUtf8(sample.items);
            record.amount =
                money::Money(sample.amount, *money::Currency::fromCode(QString::fromLatin1(sample.currency)));
            record.session.amount = record.amount;
            record.createdAt = desk.now.addSecs(-60 * sample.minutesOld);
            record.session.createdAt = record.createdAt;
            record.session.expiresAt = record.createdAt.addSecs(60 * sample.minutesOpen + 18);
            if (sample.tier > 0)
                record.session.paidTier = sample.tier - 1;
            if (record.customerLabel == u"Mara Lindqvist"_s)
                addContents(record);
            desk.put(record);
        }
    }

    static void addContents(ledger::SessionRecord &record)
    {
        const auto item = [](const char *name, qint64 amount, qint64 quantity) {
            checkout::LineItem line({}, quantity);
            line.name = QString::fromLatin1(name);
            line.unitAmount = DeskFixture::eur(amount);
            return line;
        };
        record.draft.customer.id = u"cus_mara"_s;
        record.draft.customer.email = u"mara@lindqvist.example"_s;
        record.draft.lineItems = {item("Annual membership", 17800, 1), item("Onboarding call", 3500, 2)};
        record.draft.cascade = {checkout::CascadeTier({item("Half-year membership", 13500, 1)}, {}),
                                checkout::CascadeTier({item("Monthly membership", 2500, 1)}, u"route_eu_backup"_s)};
        record.draft.customFields = {checkout::CustomField(u"order_id"_s, u"KS-20418"_s)};
    }
};

TILLDECK_TEST(SessionPictures)

} // namespace session_pictures_test

#include "tst_session_pictures.moc"
