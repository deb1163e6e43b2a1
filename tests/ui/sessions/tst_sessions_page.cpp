// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_fixture.h"
#include "ledger/random_id.h"
#include "support/runner.h"
#include "ui/lists/chip.h"
#include "ui/lists/empty_state.h"
#include "ui/lists/filter_bar.h"
#include "ui/lists/filter_chip.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/sessions/expiry_line.h"
#include "ui/sessions/session_panel.h"
#include "ui/sessions/sessions_page.h"
#include "ui/sessions/url_field.h"
#include "ui/style/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/masked_field.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/timeline.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>

#include <algorithm>

namespace sessions_page_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using test::DeskFixture;
using Status = ledger::SessionFilter::Status;

class SessionsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QGuiApplication::clipboard()->clear();
        m_desk = std::make_unique<DeskFixture>();
        m_opened.clear();
    }

    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void chipsCountAndFilter()
    {
        auto paid = m_desk->session(1, u"Lukas Meier"_s);
        DeskFixture::setStatus(paid, checkout::SessionStatus::Completed, u"completed"_s);
        m_desk->putMany({m_desk->session(0), paid, m_desk->session(2)});
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QTRY_COMPARE(chip(Status::All)->count(), 3);
        QCOMPARE(chip(Status::Open)->count(), 2);
        QCOMPARE(chip(Status::Completed)->count(), 1);
        QTest::mouseClick(chip(Status::Completed), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(table()->model()->index(0, 1).data().toString(), u"Lukas Meier"_s);
    }

    void aSessionThatIsPaidOffersToBeDuplicatedOnce()
    {
        auto paid = m_desk->session(1, u"Lukas Meier"_s);
        DeskFixture::setStatus(paid, checkout::SessionStatus::Completed, u"completed"_s);
        m_desk->putMany({paid});
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        table()->selectRow(0);
        const auto offers = [this] {
            const auto buttons = m_page->findChildren<QPushButton *>();
            return std::ranges::count_if(
                buttons, [](const auto *button) { return button->isVisible() && button->text() == u"Duplicate…"_s; });
        };
        QTRY_COMPARE(offers(), 1);
    }

    void searchNarrowsAndClearingBringsAllBack()
    {
        m_desk->putMany({m_desk->session(0, u"Ada"_s), m_desk->session(1, u"Bea"_s)});
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        m_page->focusSearch();
        auto *search = m_page->findChild<ui::SearchField *>();
        QTest::keyClicks(search, u"bea"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTest::keyClicks(search, u"trix"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        emit table() -> emptyActionTriggered();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QCOMPARE(search->text(), QString());
    }

    void aDiscountIsAFilterThatItsChipTakesAway()
    {
        auto with = m_desk->session(1, u"Bea"_s);
        with.draft.promotionCode = u"SAVE20"_s;
        m_desk->putMany({m_desk->session(0, u"Ada"_s), with});
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        m_page->showDiscount(u"save20"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(table()->model()->index(0, 1).data().toString(), u"Bea"_s);
        auto *chip = m_page->findChild<ui::FilterChip *>();
        const auto *bar = m_page->findChild<ui::FilterBar *>();
        QTRY_VERIFY(chip->isVisible());
        QVERIFY(chip->text().contains(u"save20"_s));
        QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QVERIFY(!bar->isVisible());

        m_page->showDiscount(u"NONE"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        emit table() -> emptyActionTriggered();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QVERIFY(!bar->isVisible());
    }

    void theTokenIsMaskedUntilItIsRevealed()
    {
        const auto record = m_desk->put(m_desk->session(7));
        openAtFirst();
        auto *token = m_page->findChild<ui::MaskedField *>(u"token"_s);
        QVERIFY(token->isVisible());
        QVERIFY(!token->visibleText().contains(record.session.secureToken.left(8)));
        QVERIFY(token->visibleText().endsWith(record.session.secureToken.right(4)));
        auto *url = m_page->findChild<ui::UrlField *>(u"url"_s);
        QVERIFY(!url->visibleText().contains(record.session.secureToken));
        m_page->sessionActions().reveal->trigger();
        QCOMPARE(token->visibleText(), record.session.secureToken);
    }

    void copyPutsTheUrlOnTheClipboard()
    {
        const auto record = m_desk->put(m_desk->session(7));
        openAtFirst();
        QTest::mouseClick(button("main"), Qt::LeftButton);
        QCOMPARE(clipboard(), u"https://checkout.paymentkit.example/"_s + record.session.secureToken);
        m_page->sessionActions().copyToken->trigger();
        QCOMPARE(clipboard(), record.session.secureToken);
        m_page->sessionActions().copyId->trigger();
        QCOMPARE(clipboard(), record.session.id);
        m_page->sessionActions().copyJson->trigger();
        QVERIFY(clipboard().contains(record.session.id));
        QVERIFY(!clipboard().contains(record.session.secureToken));
        m_page->sessionActions().copyMarkdown->trigger();
        QVERIFY(clipboard().endsWith(record.session.secureToken + u')'));
        m_page->sessionActions().copyHtml->trigger();
        QVERIFY(clipboard().startsWith(u"<a href=\"https://checkout.paymentkit.example/"_s));
        // What was copied stands in the timeline of this session, once it is read again.
        QTRY_VERIFY(m_desk->desk->ledger().timeline(m_desk->account.id, record.session.id).result().value().size() >=
                    4);
    }

    void anExpiredSessionIsNotHandedOutButMadeAgain()
    {
        const auto record = m_desk->put(m_desk->session(7));
        openAtFirst();
        QVERIFY(m_page->sessionActions().copyUrl->isEnabled());
        m_desk->now = record.session.expiresAt.addSecs(1);
        // By the page's own clock, with nothing from the provider.
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->sessionActions().copyUrl->isEnabled(), 10000);
        QVERIFY(!m_page->sessionActions().copyToken->isEnabled());
        QVERIFY(!m_page->sessionActions().openUrl->isEnabled());
        QTRY_COMPARE(button("main")->text(), u"Create again…"_s);
        QSignalSpy again(m_page.get(), &ui::SessionsPage::duplicateRequested);
        QTest::mouseClick(button("main"), Qt::LeftButton);
        QCOMPARE(again.count(), 1);
        QCOMPARE(again[0][0].value<ledger::SessionRecord>().session.id, record.session.id);
        QVERIFY(clipboard().isEmpty());
    }

    void aPaidSessionIsNotSaidToExpire()
    {
        auto record = m_desk->session(7);
        record.session.expiresAt = m_desk->now.addSecs(-60);
        m_desk->put(record);
        openAtFirst();
        auto *expiry = m_page->findChild<ui::ExpiryLine *>();
        QTRY_VERIFY(expiry->isVisible());
        DeskFixture::setStatus(record, checkout::SessionStatus::Completed, u"completed"_s);
        m_desk->put(record);
        QTRY_VERIFY(!expiry->isVisible());
    }

    void withoutAnAddressOnlyTheTokenIsCopied()
    {
        auto account = m_desk->account;
        account.checkoutUrlTemplate.clear();
        QVERIFY(m_desk->desk->accounts().update(account).has_value());
        const auto record = m_desk->put(m_desk->session(7));
        openAtFirst();
        QCOMPARE(m_page->findChild<ui::UrlField *>(u"url"_s)->visibleText(), u"Set the checkout address in Accounts"_s);
        QVERIFY(!m_page->sessionActions().openUrl->isEnabled());
        QTest::mouseClick(button("main"), Qt::LeftButton);
        QCOMPARE(clipboard(), record.session.secureToken);
    }

    void onlyWebAddressesAreOpened_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("opens");
        QTest::newRow("https") << "https://checkout.paymentkit.example/abc" << true;
        QTest::newRow("a program") << "vbscript:run" << false;
        QTest::newRow("a file") << "file:///etc/passwd" << false;
        QTest::newRow("not encrypted") << "http://checkout.paymentkit.example/abc" << false;
    }
    void onlyWebAddressesAreOpened()
    {
        QFETCH(QString, url);
        QFETCH(bool, opens);
        auto record = m_desk->session(7);
        record.session.url = url;
        m_desk->put(record);
        openAtFirst();
        // What is no web address is neither copied, mailed nor drawn as a QR code.
        const ui::SessionActions &actions = m_page->sessionActions();
        for (const QAction *action : {actions.copyUrl, actions.copyMarkdown, actions.copyHtml, actions.copyMail,
                                      actions.openMail, actions.showQr})
            QVERIFY2(action->isEnabled() == opens, qPrintable(action->objectName()));
        m_page->sessionActions().openUrl->trigger();
        QCOMPARE(m_opened.size(), opens ? 1 : 0);
        QCOMPARE(m_page->findChild<QWidget *>(u"message"_s)->isVisible(), !opens);
    }

    void anUnknownOutcomeIsGuarded()
    {
        ledger::Journal &journal = m_desk->desk->journal();
        const auto intent =
            journal.begin(ledger::randomId(), m_desk->account.id, {}, {}, m_desk->now, m_desk->now).result().value();
        QVERIFY(journal.close(intent.id, ledger::Intent::State::Unknown, {}, u"No answer."_s).result());
        ledger::SessionRecord record;
        record.accountId = m_desk->account.id;
        record.intentId = intent.id;
        record.state = ledger::SessionRecord::State::OutcomeUnknown;
        record.createdAt = m_desk->now;
        record.customerLabel = u"Tunde Bakare"_s;
        m_desk->put(record);
        openAtFirst();
        QVERIFY(m_page->findChild<QWidget *>(u"unknownBox"_s)->isVisible());
        QVERIFY(!m_page->findChild<QWidget *>(u"token"_s)->isVisible());
        QVERIFY(!m_page->sessionActions().copyUrl->isEnabled());
        QTRY_VERIFY(button("abandonButton")->isVisible());
        // What was tried stands there once.
        const auto timelines = m_page->findChildren<ui::Timeline *>();
        QCOMPARE(std::ranges::count_if(timelines, &QWidget::isVisible), 1);
        QTest::mouseClick(button("abandonButton"), Qt::LeftButton);
        auto *dialog = m_page->findChild<ui::GuardDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        // Enter and Esc both do nothing: the session stays.
        QTRY_VERIFY(qobject_cast<QPushButton *>(dialog->focusWidget()));
        QCOMPARE(qobject_cast<QPushButton *>(dialog->focusWidget())->text(), u"Decide later"_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_page->findChild<ui::GuardDialog *>());
        QVERIFY(m_desk->desk->ledger().sessionByIntent(intent.id).result().value().has_value());
        QCOMPARE(journal.intent(intent.id).result().value()->state, ledger::Intent::State::Unknown);
    }

    void theSameRowStaysCurrentWhenOthersArrive()
    {
        m_desk->putMany({m_desk->session(3), m_desk->session(4), m_desk->session(5)});
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        table()->selectRow(1);
        m_desk->putMany({m_desk->session(0), m_desk->session(1)});
        QTRY_COMPARE(table()->model()->rowCount(), 5);
        QTRY_COMPARE(table()->currentIndex().row(), 3);
        QCOMPARE(m_page->sessionActions().record()->session.id, m_desk->session(4).session.id);
    }

    void aNewSessionIsSelectedThoughFiltersHideIt()
    {
        m_desk->putMany({m_desk->session(0), m_desk->session(1)});
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTest::mouseClick(chip(Status::Failed), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        m_page->select(m_desk->account.id, m_desk->session(1).session.id);
        QTRY_COMPARE(table()->currentIndex().row(), 1);
    }

    void narrowPagesNameTheColumnsTheyHide()
    {
        m_desk->put(m_desk->session(0));
        openAtFirst();
        m_page->resize(912, 500);
        QTRY_VERIFY(table()->isColumnHidden(2));
        QVERIFY(table()->isColumnHidden(4));
        QVERIFY(!table()->isColumnHidden(3));
        QVERIFY(!m_page->findChild<QWidget *>(u"search"_s)->isVisible());
        m_page->focusSearch();
        QVERIFY(m_page->findChild<QWidget *>(u"search"_s)->isVisible());
    }

    void choosingAnAccountShowsItsFirstSession()
    {
        m_desk->putMany({m_desk->session(0, u"Ada"_s), m_desk->session(1)});
        open();
        QTRY_COMPARE(table()->currentIndex().row(), 0);
        QVERIFY(m_page->findChild<ui::SessionPanel *>()->isVisible());
        QCOMPARE(m_page->sessionActions().record()->customerLabel, u"Ada"_s);
        QVERIFY(m_page->findChild<ui::ListFrame *>()->updatesEnabled());
    }

    void anAccountWithoutSessionsSaysSo()
    {
        m_desk->put(m_desk->session(0));
        openAtFirst();
        accounts::Account other = m_desk->account;
        other.name = u"Brand new"_s;
        other.accountId = u"acc_new"_s;
        const QString id = m_desk->desk->accounts().add(other).value().id;
        QSignalSpy counts(m_page.get(), &ui::SessionsPage::countsChanged);
        m_page->setAccounts({id});
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        auto *empty = table()->findChild<ui::EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        const auto labels = empty->findChildren<QLabel *>();
        // Until they are counted, nobody says that there are none.
        QTRY_VERIFY(std::ranges::any_of(labels, [](QLabel *label) { return label->text() == u"No sessions yet"; }));
        // The period is no filter to blame where there is nothing at all.
        QSignalSpy create(m_page.get(), &ui::SessionsPage::newRequested);
        emit table() -> emptyActionTriggered();
        QCOMPARE(create.count(), 1);
        QVERIFY(!counts.isEmpty());
        QCOMPARE(counts.last()[0].value<ledger::SessionCounts>().open, 0);
    }

    void rareLongBadgesGetTheirRoomOnlyWhenTheyAreThere()
    {
        m_desk->put(m_desk->session(0));
        openAtFirst();
        const int items = table()->columnWidth(2);
        ledger::SessionRecord record;
        record.accountId = m_desk->account.id;
        record.intentId = u"intent"_s;
        record.state = ledger::SessionRecord::State::OutcomeUnknown;
        record.createdAt = m_desk->now;
        record.amount = money::Money(158'024'691'360, *money::Currency::fromCode(u"NGN"));
        m_desk->put(record);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTRY_VERIFY(table()->columnWidth(0) >= ui::badgeSize(ui::BadgeKind::OutcomeUnknown, {}).width() + 24);
        QVERIFY(table()->columnWidth(2) < items);
        QVERIFY(table()->columnWidth(3) >= table()->sizeHintForIndex(table()->model()->index(0, 3)).width());
    }

    void theSidebarHearsTheCounts()
    {
        m_desk->putMany({m_desk->session(0), m_desk->session(1)});
        build();
        QSignalSpy counts(m_page.get(), &ui::SessionsPage::countsChanged);
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(counts.isEmpty() ? 0 : counts.last()[0].value<ledger::SessionCounts>().open, 2);
    }

private:
    void build()
    {
        m_page = std::make_unique<ui::SessionsPage>(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        m_page->setOpener([this](const QUrl &url) {
            m_opened.append(url);
            return true;
        });
        m_page->resize(1232, 780);
        m_page->show();
    }
    void open()
    {
        build();
        m_page->setAccounts({m_desk->account.id});
    }
    void openAtFirst()
    {
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        table()->selectRow(0);
        QVERIFY(m_page->findChild<ui::SessionPanel *>()->isVisible());
    }
    ui::Table *table() const { return m_page->findChild<ui::Table *>(); }
    ui::Chip *chip(Status status) const { return m_page->findChild<ui::ChipRow *>()->chip(static_cast<int>(status)); }
    ui::Button *button(const char *name) const { return m_page->findChild<ui::Button *>(QString::fromLatin1(name)); }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ui::SessionsPage> m_page;
    QList<QUrl> m_opened;
};

TILLDECK_TEST(SessionsPageTest)

} // namespace sessions_page_test

#include "tst_sessions_page.moc"
