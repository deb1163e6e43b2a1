// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window with an account that nothing was loaded from, and with one that cannot be reached any more.
#include "gui/account_proxy.h"
#include "gui/merchant.h"
#include "http/scripted_server.h"
#include "support/runner.h"
#include "support/shown.h"
#include "ui/catalog/catalog_page.h"
#include "ui/editor/draft_editor.h"
#include "ui/editor/editor_footer.h"
#include "ui/editor/editor_page.h"
#include "ui/lists/chip.h"
#include "ui/shell/mode_strip.h"
#include "ui/shell/sidebar.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QCoroTask>
#include <QListView>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QUrl>

namespace unreachable_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using tilldeck::test::AccountProxy;
using tilldeck::test::Merchant;
using ui::Action;
using ui::PageId;
using Link = ui::ModeStripState::Link;

class UnreachableTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_merchant = std::make_unique<Merchant>();
        m_server = std::make_unique<http::test::ScriptedServer>();
    }
    void cleanup()
    {
        m_merchant.reset();
        m_proxy.reset();
        m_server.reset();
    }

    void whatWasNeverLoadedIsNotCalledNothing_data()
    {
        QTest::addColumn<bool>("hasKey");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("why");
        QTest::newRow("does not answer") << true << QByteArray() << u"could not be reached"_s;
        QTest::newRow("without a key") << false << QByteArray() << u"key"_s;
        QTest::newRow("an answer that cannot be read") << true << http::test::answer(200, "<html>") << u"answer"_s;
    }
    void whatWasNeverLoadedIsNotCalledNothing()
    {
        QFETCH(bool, hasKey);
        QFETCH(QByteArray, answer);
        QFETCH(QString, why);
        addAccount(m_server->url(QString()).toString(),
                   hasKey ? std::optional(http::Secret(u"sk_test_1"_s)) : std::nullopt);
        if (answer.isEmpty())
            m_server->close();
        else
            m_server->onRequest = [answer](QTcpSocket &socket, const QByteArray &) { socket.write(answer); };
        emit window().accountChosen(m_account);
        QTRY_VERIFY_WITH_TIMEOUT(link() != Link::Updating && link() != Link::Fresh, 20000);

        for (const PageId page :
             {PageId::Overview, PageId::Sessions, PageId::Transactions, PageId::Promotions, PageId::Catalog}) {
            QVERIFY(window().showPage(page));
            lookAt(window().pageTitle(page), why);
        }
        for (const ui::SavedView view : {ui::SavedView::NeedsAttention, ui::SavedView::ExpiringSoon}) {
            emit window().savedViewChosen(view);
            lookAt(u"saved view %1"_s.arg(int(view)), why);
        }
        // The sidebar counts nothing that is not known.
        const auto *entries = window().sidebar()->list()->model();
        QStringList counts;
        for (int row = 0; row < entries->rowCount(); ++row)
            counts << entries->index(row, 0).data(Qt::AccessibleTextRole).toString();
        for (const QString &name : {u"Checkout sessions"_s, u"Needs attention"_s, u"Expiring soon"_s})
            QVERIFY2(counts.contains(name + u": not known"_s), qPrintable(counts.join(u'\n')));
    }

    void createAndRefundSayBeforehandWhyTheyAreNotOffered_data()
    {
        QTest::addColumn<bool>("hasKey");
        QTest::addColumn<QString>("why");
        QTest::newRow("does not answer") << true << u"could not be reached"_s;
        QTest::newRow("without a key") << false << u"key"_s;
    }
    void createAndRefundSayBeforehandWhyTheyAreNotOffered()
    {
        QFETCH(bool, hasKey);
        QFETCH(QString, why);
        QVERIFY(m_merchant->openSandbox());
        const accounts::Account own = m_merchant->desk->accounts().accounts().front();
        const auto key = QCoro::waitFor(m_merchant->desk->keys().key(own.id));
        QUrl url(own.baseUrl);
        m_proxy = std::make_unique<AccountProxy>(quint16(url.port()));
        url.setPort(m_proxy->port());
        addAccount(url.toString(), key, own);
        emit window().accountChosen(m_account);

        const QTableView *payments = showPayment();
        QVERIFY(payments);
        QTRY_VERIFY(refundButton() && refundButton()->isEnabled());
        openDraft();
        QTRY_VERIFY_WITH_TIMEOUT(createButton()->isEnabled(), 15000);

        if (hasKey)
            m_proxy->setReachable(false);
        else
            m_merchant->desk->keys().keepForThisRun(m_account, {});
        window().action(Action::Refresh)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!createButton()->isEnabled(), 30000);
        QVERIFY2(createButton()->toolTip().contains(why), qPrintable(createButton()->toolTip()));
        QCOMPARE(createButton()->accessibleDescription(), createButton()->toolTip());
        emit window().menuAboutToShow();
        const QAction *create = window().action(Action::CreateSession);
        QVERIFY(!create->isEnabled());
        QCOMPARE(create->statusTip(), createButton()->toolTip());
        (void)m_proxy->takeWrites();
        QTest::keyClick(editor()->screen(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!editor()->isBusy());
        // Another draft begins with the reason.
        openDraft();
        QVERIFY2(createButton()->toolTip().contains(why), qPrintable(createButton()->toolTip()));
        QVERIFY(!createButton()->isEnabled());

        QVERIFY(showPayment());
        QTRY_VERIFY(refundButton() && !refundButton()->isEnabled());
        QVERIFY2(refundButton()->toolTip().contains(why), qPrintable(refundButton()->toolTip()));
        emit window().menuAboutToShow();
        const QAction *refund = window().action(Action::RefundPayment);
        QVERIFY(!refund->isEnabled());
        QCOMPARE(refund->statusTip(), refundButton()->toolTip());
        // What was loaded before stays.
        QVERIFY(payments->model()->rowCount() > 0);
        QVERIFY(m_proxy->takeWrites().empty());

        // Another account goes on.
        emit window().accountChosen(own.id);
        QVERIFY(showPayment());
        QTRY_VERIFY(refundButton() && refundButton()->isEnabled());
        emit window().accountChosen(m_account);
        QVERIFY(showPayment());
        QTRY_VERIFY(refundButton() && !refundButton()->isEnabled());

        if (hasKey)
            m_proxy->setReachable(true);
        else
            m_merchant->desk->keys().keepForThisRun(m_account, key);
        window().action(Action::Refresh)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(refundButton() && refundButton()->isEnabled(), 30000);
        QCOMPARE(refundButton()->toolTip(), QString());
        openDraft();
        QTRY_VERIFY_WITH_TIMEOUT(createButton()->isEnabled(), 15000);
        QCOMPARE(createButton()->toolTip(), QString());
    }

private:
    ui::MainWindow &window() const { return m_merchant->window(); }
    Link link() const { return window().modeStrip()->state().link; }
    ui::EditorPage *editor() const { return window().findChild<ui::EditorPage *>(); }
    QAbstractButton *createButton() const
    {
        return editor()->screen()->findChild<ui::EditorFooter *>()->createButton();
    }
    QAbstractButton *refundButton() const { return m_merchant->find<QAbstractButton>(u"refund"_s); }

    void addAccount(const QString &address, const std::optional<http::Secret> &key, accounts::Account account = {})
    {
        account.id.clear();
        account.name = u"Shop"_s;
        account.mode = accounts::Mode::Test;
        account.baseUrl = address;
        if (account.accountId.isEmpty())
            account.accountId = u"acct_1"_s;
        const auto added = m_merchant->desk->accounts().add(account);
        if (!added)
            qFatal("%s", qPrintable(added.error()));
        m_account = added->id;
        m_merchant->desk->keys().keepForThisRun(m_account, key);
    }
    /// Asks that the page that is shown says that it could not be loaded and why, and calls nothing empty.
    void lookAt(const QString &page, const QString &why)
    {
        static const QRegularExpression nothing(u"^(No|Nothing)\\b|\\b(yet|0 )\\b"_s,
                                                QRegularExpression::MultilineOption);
        const auto *shown = window().findChild<QStackedWidget *>()->currentWidget();
        QTRY_VERIFY2(test::textOf(shown).contains(u"could not be loaded"_s),
                     qPrintable(page + u'\n' + test::textOf(shown)));
        const QString text = test::textOf(shown);
        QVERIFY2(text.contains(why), qPrintable(page + u'\n' + text));
        QVERIFY2(!nothing.match(text).hasMatch(), qPrintable(page + u'\n' + text));
        for (const auto *chip : shown->findChildren<ui::Chip *>())
            QVERIFY2(!chip->isVisible() || chip->count() != 0, qPrintable(page + u": "_s + chip->text()));
    }
    /// Shows a payment that can be refunded. Returns the list; null where there is none.
    const QTableView *showPayment()
    {
        window().showPage(PageId::Transactions);
        QTableView *payments = m_merchant->table(u"Transactions"_s);
        const auto row = [payments] { return Merchant::rowWith(payments, u"Succeeded"_s); };
        if (!QTest::qWaitFor([row] { return row() >= 0; }, 15000))
            return nullptr;
        payments->selectRow(row());
        return payments;
    }
    void openDraft()
    {
        checkout::SessionDraft draft;
        draft.lineItems = {checkout::LineItem(u"price_premium"_s, 1)};
        emit window().findChild<ui::CatalogPage *>() -> useInNewSession(m_account, draft);
        QCOMPARE(window().currentPage(), PageId::Editor);
    }

    std::unique_ptr<http::test::ScriptedServer> m_server;
    std::unique_ptr<AccountProxy> m_proxy;
    std::unique_ptr<Merchant> m_merchant;
    QString m_account;
};

TILLDECK_TEST(UnreachableTest)

} // namespace unreachable_test

#include "tst_unreachable.moc"
