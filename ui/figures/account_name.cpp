// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/account_name.h"

#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QFontMetrics>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

struct AccountText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::AccountText)
};

} // namespace

QString accountName(const accounts::AccountStore *accounts, const QStringList &among, const QString &id)
{
    const auto account = accounts ? accounts->byId(id) : std::nullopt;
    if (!account)
        return {};
    const auto sameName = [&](const accounts::Account &other) {
        return other.name == account->name && among.contains(other.id);
    };
    if (among.size() < 2)
        return accounts::providerName(account->provider);
    return std::ranges::count_if(accounts->accounts(), sameName) > 1 ? accounts::fullName(*account) : account->name;
}

int widestAccountName(const accounts::AccountStore &accounts, const QStringList &among)
{
    const QFontMetrics metrics(font(TextStyle::Body));
    int widest = 0;
    for (const QString &id : among)
        widest = std::max(widest, metrics.horizontalAdvance(accountName(&accounts, among, id)));
    return std::min(widest + px(18), px(220));
}

QString modeText(accounts::Mode mode)
{
    return mode == accounts::Mode::Live   ? AccountText::tr("LIVE")
           : mode == accounts::Mode::Test ? AccountText::tr("TEST MODE")
                                          : AccountText::tr("SANDBOX");
}

QString accountAndMode(desk::Desk &desk, const QString &accountId)
{
    const auto account = desk.accounts().byId(accountId);
    return account
               ? AccountText::tr("%1, %2", "account, mode").arg(accounts::fullName(*account), modeText(account->mode))
               : AccountText::tr("An account that was removed");
}

Label *makeAccountLine(desk::Desk &desk, const QString &accountId)
{
    const auto account = desk.accounts().byId(accountId);
    const bool isLive = !account || account->mode == accounts::Mode::Live;
    auto *line =
        makeWrappedLabel(accountAndMode(desk, accountId), TextStyle::Name, isLive ? Tone::Warning : Tone::Text2);
    line->setObjectName(u"account"_s);
    return line;
}

void closeWithAccounts(QDialog &dialog, desk::Desk &desk, const QStringList &accountIds)
{
    std::vector<accounts::Account> named;
    for (const QString &id : accountIds) {
        if (const auto account = desk.accounts().byId(id))
            named.push_back(*account);
    }
    const accounts::AccountStore &store = desk.accounts();
    QObject::connect(&store, &accounts::AccountStore::changed, &dialog, [&dialog, &store, named] {
        const bool isSame = std::ranges::all_of(named, [&store](const accounts::Account &account) {
            const auto now = store.byId(account.id);
            return now && isSameShop(*now, account);
        });
        if (!isSame && dialog.isVisible())
            dialog.reject();
    });
}

void nameAccounts(GuardDialog &dialog, desk::Desk &desk, const QStringList &accountIds)
{
    QStringList names;
    for (const QString &id : accountIds)
        names << accountAndMode(desk, id);
    names.removeDuplicates();
    closeWithAccounts(dialog, desk, accountIds);
    dialog.addDetail(names.size() == 1 ? AccountText::tr("Account") : AccountText::tr("Accounts"), names.join(u'\n'));
}

} // namespace tilldeck::ui
