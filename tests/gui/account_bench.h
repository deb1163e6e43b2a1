// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a window with accounts of every mode, and asks whether it names one account and acts on another.
#pragma once

#include "gui/account_proxy.h"
#include "gui/merchant.h"
#include "ui/activity/event_model.h"
#include "ui/catalog/catalog_model.h"
#include "ui/catalog/catalog_page.h"
#include "ui/editor/editor_footer.h"
#include "ui/editor/editor_page.h"
#include "ui/figures/account_name.h"
#include "ui/sessions/drafts_page.h"
#include "ui/sessions/session_model.h"
#include "ui/shell/account_switcher.h"
#include "ui/shell/mode_strip.h"
#include "ui/shell/sidebar.h"
#include "ui/transactions/refund_dialog.h"
#include "ui/transactions/transaction_model.h"
#include "ui/widgets/button.h"

#include <QAction>
#include <QCoroTask>
#include <QUrl>

#include <algorithm>

namespace tilldeck::test {

using namespace Qt::StringLiterals;
using accounts::Account;
using accounts::Mode;
using accounts::ProviderKind;
using ui::Action;
using ui::PageId;

inline QString modeName(Mode mode)
{
    return mode == Mode::Live ? u"live"_s : mode == Mode::Test ? u"test"_s : u"sandbox"_s;
}

class AccountBench : public QObject
{
protected:
    void open()
    {
        m_merchant = std::make_unique<Merchant>();
        QVERIFY(m_merchant->openSandbox());
        // The sandbox answers the accounts of every mode, so that no money moves.
        m_proxies.clear();
        m_sandboxPort = quint16(QUrl(accounts().front().baseUrl).port());
        const std::vector<Account> sandbox = accounts();
        QVERIFY(sandbox.size() > 2);
        for (const Account &account : sandbox)
            QVERIFY(m_merchant->desk->accounts().update(behindProxy(account)));
        for (const Mode mode : {Mode::Live, Mode::Test}) {
            for (const Account &account : sandbox)
                addLike(account, account.name + u' ' + modeName(mode), mode);
        }
        QCOMPARE(window().currentPage(), PageId::Sessions);
    }

    // Parts of the window.
    ui::MainWindow &window() const { return m_merchant->window(); }
    ui::EditorPage *editor() const { return window().findChild<ui::EditorPage *>(); }
    ui::AccountSwitcher *switcher() const { return window().sidebar()->accounts(); }
    ui::DraftEditor *draft() const
    {
        return editor()->findChild<ui::DraftEditor *>(QString(), Qt::FindDirectChildrenOnly);
    }
    QAbstractButton *createButton() const
    {
        return editor()->screen()->findChild<ui::EditorFooter *>()->createButton();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) const
    {
        QVERIFY(m_merchant->activate());
        QTest::keyClick(&window(), key, modifiers);
    }
    QWidget *dialog() const
    {
        QWidget *modal = QApplication::activeModalWidget();
        return modal != &window() ? modal : nullptr;
    }
    /// Returns whether the open dialog names the account and its mode.
    bool isNamedInDialog(const QString &accountId) const
    {
        const QString name = ui::accountAndMode(*m_merchant->desk, accountId);
        const auto labels = dialog()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&name](const QLabel *label) { return label->text() == name; });
    }
    void closeDialogs()
    {
        while (dialog()) {
            static_cast<QDialog *>(dialog())->reject();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        QVERIFY(m_merchant->activate());
    }
    /// Returns the currency that a new amount begins with; empty where prices have currencies of their own.
    QString suggestedCurrency() const
    {
        const checkout::Capabilities can = m_merchant->desk->capabilities(editor()->accountId(), draft()->flow());
        return can.takes(checkout::Field::Pricing) ? draft()->pricing().currency
               : can.takes(checkout::Field::Name)  ? draft()->tiers()->itemCurrency()
                                                   : QString();
    }

    // Accounts and drafts.
    const std::vector<Account> &accounts() const { return m_merchant->desk->accounts().accounts(); }
    Account accountOf(Mode mode, ProviderKind provider = ProviderKind::PaymentKit) const
    {
        const auto found = std::ranges::find_if(accounts(), [mode, provider](const Account &account) {
            return account.mode == mode && account.provider == provider;
        });
        return found == accounts().end() ? Account() : *found;
    }
    std::vector<ledger::DraftRecord> drafts(const QString &accountId) const
    {
        return *m_merchant->desk->ledger().drafts({accountId}).result();
    }
    QString nameOf(const QString &accountId) const
    {
        const auto account = m_merchant->desk->accounts().byId(accountId);
        return account ? account->name : u"(no account)"_s;
    }
    ProviderKind providerOf(const QString &accountId) const
    {
        return m_merchant->desk->accounts().byId(accountId)->provider;
    }
    /// Returns a draft that can be created with @p provider and whose session has a page to pay on.
    static checkout::SessionDraft completeDraft(ProviderKind provider)
    {
        checkout::SessionDraft draft;
        switch (provider) {
        case ProviderKind::PaymentKit:
            draft.lineItems = {checkout::LineItem(u"price_premium"_s, 1)};
            break;
        case ProviderKind::Khaime:
            draft.pricing = money::Money(4200, *money::Currency::fromCode(u"USD"));
            draft.chargeCurrency = money::Currency::fromCode(u"NGN"); // its gateway has a page of its own
            draft.customer.email = u"jane@example.com"_s;
            draft.customer.country = u"NG"_s;
            break;
        case ProviderKind::Ikawaari:
            draft.lineItems = {checkout::LineItem(QString(), 1)};
            draft.lineItems.front().name = u"Woven basket"_s;
            draft.lineItems.front().unitAmount = money::Money(12500, *money::Currency::fromCode(u"XOF"));
            break;
        }
        return draft;
    }
    bool hasPayment(const QString &accountId) const
    {
        ledger::TransactionFilter filter;
        filter.accountIds = {accountId};
        filter.status = checkout::TransactionStatus::Succeeded;
        return *m_merchant->desk->ledger().countTransactions(filter).result() > 0;
    }
    /// Returns the id of the new account.
    QString addLike(Account account, const QString &name, Mode mode)
    {
        const auto key = QCoro::waitFor(m_merchant->desk->keys().key(account.id));
        account.name = name;
        account.mode = mode;
        const auto added = m_merchant->desk->accounts().add(behindProxy(account));
        if (!added)
            qFatal("%s", qPrintable(added.error()));
        m_merchant->desk->keys().keepForThisRun(added->id, *key);
        return added->id;
    }

    // Requests that have left.
    struct Write
    {
        QString accountId; ///< The account that it was sent for.
        QByteArray line;
    };
    /// Returns the requests that create or change something and have left since the previous call.
    std::vector<Write> takeWrites()
    {
        std::vector<Write> writes;
        for (const auto &proxy : m_proxies) {
            for (const AccountProxy::Request &request : proxy->takeWrites())
                writes.push_back({accountAt(proxy->port()), request.line});
        }
        return writes;
    }

    /// Waits for the one write of a step, which must leave for the account @p accountId.
    void expectWrite(const QString &accountId)
    {
        std::vector<Write> writes;
        const auto hasLeft = [&] {
            for (Write &write : takeWrites())
                writes.push_back(std::move(write));
            return !writes.empty();
        };
        const bool isSent = QTest::qWaitFor(hasLeft, 15000);
        QVERIFY2(isSent, qPrintable(u"no write through the proxy of %1, whose address is %2"_s.arg(
                             nameOf(accountId), m_merchant->desk->accounts().byId(accountId)->baseUrl)));
        QCOMPARE(writes.size(), size_t(1));
        QCOMPARE(nameOf(writes.front().accountId), nameOf(accountId));
    }

    /// Returns how the window contradicts itself; empty when it does not.
    QString faultOfTheWindow() const
    {
        const ui::AccountEntry *named = switcher()->current();
        if (!named)
            return u"the switcher names no account"_s;
        const auto account = m_merchant->desk->accounts().byId(named->id);
        if (!account || account->mode != named->mode)
            return u"the switcher's account is not as it says"_s;
        const QString mode = modeName(named->mode);
        if (window().modeStrip()->state().mode != named->mode)
            return u"the strip is not of the switcher's mode, "_s + mode;
        const QString name = switcher()->isAll() ? u"All accounts"_s : account->name;
        if (!window().windowTitle().endsWith(u" · %1, %2 — Tilldeck"_s.arg(name, mode)))
            return u"the title does not name %1, %2: %3"_s.arg(name, mode, window().windowTitle());
        for (const QStringList &listed : {window().findChild<ui::SessionModel *>()->filter().accountIds,
                                          window().findChild<ui::TransactionModel *>()->filter().accountIds}) {
            if (!listed.contains(named->id))
                return u"the lists are not of the switcher's account"_s;
            for (const QString &id : listed) {
                if (modeOf(id) != account->mode)
                    return u"the lists mix modes"_s;
            }
            const bool several = switcher()->isAll() || editor()->isOpen();
            if (!several && listed.size() != 1)
                return u"the switcher names one account, the lists are of several"_s;
        }
        for (const QString &listed : window().findChild<ui::EventModel *>()->filter().accountIds) {
            if (modeOf(listed) != account->mode)
                return u"the events are of another mode"_s;
        }
        for (const auto *catalog : window().findChildren<ui::CatalogModel *>()) {
            for (int row = 0; window().currentPage() == PageId::Catalog && row < catalog->rowCount(); ++row) {
                const quint16 mark = AccountProxy::markOf(catalog->item(row).name);
                if (mark != 0 && accountAt(mark) != named->id)
                    return u"the catalog page is of another account: "_s + nameOf(accountAt(mark));
            }
        }
        return editor()->isOpen() ? faultOfTheEditor(*account) : faultWithoutEditor();
    }
    QString faultOfTheEditor(const Account &named) const
    {
        if (window().currentPage() != PageId::Editor)
            return u"a draft is open that is not seen"_s;
        if (switcher()->isAll())
            return u"the switcher names all accounts, the draft is of one"_s;
        if (editor()->accountId() != named.id)
            return u"a request would go to another account than the switcher's"_s;
        const auto *with = editor()->screen()->findChild<QComboBox *>();
        for (const auto *box : editor()->screen()->findChildren<QComboBox *>()) {
            if (box->accessibleName() == u"Create with"_s)
                with = box;
        }
        if (with->currentData().toString() != named.id)
            return u"“Create with” is not the switcher's account: "_s + with->currentText();
        if (!editor()->isBusy() && createButton()->text() != u"Create %1 session"_s.arg(modeName(named.mode)))
            return u"the button is of another mode: "_s + createButton()->text();
        if (const QString fault = faultOfTheContents(named); !fault.isEmpty())
            return fault;
        if (m_isFresh && named.provider == ProviderKind::Ikawaari && suggestedCurrency() != u"XOF"_s)
            return u"a new draft begins in another account's currency: "_s + suggestedCurrency();
        if (m_isFresh && named.provider == ProviderKind::PaymentKit && draft()->catalog().currency)
            return u"another account's catalog is open"_s;
        if (m_isFresh && named.provider == ProviderKind::Khaime && suggestedCurrency() != u"USD"_s &&
            draft()->catalog().currency)
            return u"a new draft does not begin in its account's currency: "_s + suggestedCurrency();
        return {};
    }
    /// Returns the names in a catalog that say which account has read it.
    static std::vector<std::pair<QString, quint16>> markedNames(const checkout::Catalog &catalog)
    {
        std::vector<std::pair<QString, quint16>> marked;
        const auto add = [&marked](const auto &items) {
            for (const auto &item : items) {
                if (const quint16 mark = AccountProxy::markOf(item.name); mark != 0)
                    marked.emplace_back(item.name, mark);
            }
        };
        add(catalog.prices.items);
        add(catalog.products.items);
        add(catalog.customers.items);
        return marked;
    }
    /// Returns what in the editor is of another account: its catalog, what was typed, or the quote.
    QString faultOfTheContents(const Account &named) const
    {
        for (const auto &[name, mark] : markedNames(draft()->catalog())) {
            if (accountAt(mark) != named.id)
                return u"the catalog was read for %1: %2"_s.arg(nameOf(accountAt(mark)), name);
        }
        const auto pays = editor()->screen()->customerPays();
        const auto &before = editor()->accountId() == m_editedId ? m_quotesBefore : m_quotesAtStep;
        if (pays && pays->certainty == checkout::Certainty::Quote && quotesOf(named.id) == before.value(named.id))
            return u"a quote is shown that this account was not asked for"_s;
        checkout::SessionDraft fresh;
        fresh.lineItems.emplace_back();
        if (m_isFresh && draft()->fullDraft() != fresh)
            return u"a new draft is not empty"_s;
        if (m_isFresh && pays && pays->amount.minorUnits() != 0)
            return u"a new draft has a price"_s;
        return {};
    }
    /// Remembers how often each account was asked for a quote, if the editor is of another account than before.
    void followTheEditor()
    {
        QHash<QString, int> quotes;
        for (const Account &account : accounts())
            quotes.insert(account.id, quotesOf(account.id));
        // A quote of the account that is shown now counts from the end of the step before.
        if (editor()->accountId() != m_editedId)
            m_quotesBefore = m_quotesAtStep;
        m_editedId = editor()->accountId();
        m_quotesAtStep = quotes;
    }
    QString faultWithoutEditor() const
    {
        if (window().currentPage() == PageId::Editor)
            return u"the editor is seen without a draft"_s;
        for (const Action action : {Action::CreateSession, Action::SaveDraft}) {
            if (window().action(action)->isEnabled())
                return u"enabled without a draft: "_s + window().action(action)->text();
        }
        return {};
    }
    bool openRefund()
    {
        window().showPage(PageId::Transactions);
        const QTableView *payments = m_merchant->table(u"Transactions"_s);
        const auto row = [payments] { return Merchant::rowWith(payments, u"Succeeded"_s); };
        if (!QTest::qWaitFor([row] { return row() >= 0; }, 15000))
            return false;
        m_merchant->table(u"Transactions"_s)->selectRow(row());
        const auto button = [this] { return m_merchant->find<QAbstractButton>(u"Refund…"_s); };
        return QTest::qWaitFor([button] { return button(); }, 5000) && m_merchant->press(u"Refund…"_s);
    }

    std::vector<std::unique_ptr<AccountProxy>> m_proxies; ///< They outlive the program that sends through them.
    std::unique_ptr<Merchant> m_merchant;
    bool m_isFresh = false; ///< Whether the open draft is new and nothing was typed in it.
private:
    /// Returns @p account at an address of its own.
    Account behindProxy(Account account)
    {
        m_proxies.push_back(std::make_unique<AccountProxy>(m_sandboxPort));
        QUrl url(account.baseUrl);
        url.setPort(m_proxies.back()->port());
        account.baseUrl = url.toString();
        return account;
    }
    std::optional<Mode> modeOf(const QString &accountId) const
    {
        const auto account = m_merchant->desk->accounts().byId(accountId);
        return account ? std::optional(account->mode) : std::nullopt;
    }
    QString accountAt(quint16 port) const
    {
        const auto found = std::ranges::find_if(
            accounts(), [port](const Account &account) { return QUrl(account.baseUrl).port() == port; });
        return found == accounts().end() ? QString() : found->id;
    }

    int quotesOf(const QString &accountId) const
    {
        int quotes = 0;
        for (const auto &proxy : m_proxies)
            quotes += accountAt(proxy->port()) == accountId ? proxy->quotes() : 0;
        return quotes;
    }

    quint16 m_sandboxPort = 0;
    QString m_editedId;                 ///< The account of the editor at the end of the latest step.
    QHash<QString, int> m_quotesAtStep; ///< By account, at the end of the latest step.
    QHash<QString, int> m_quotesBefore; ///< By account, before the editor was of its present account.
};

} // namespace tilldeck::test
