// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/filter_bar.h"

#include "ui/lists/filter_chip.h"
#include "ui/lists/filter_popup.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/layouts.h"

#include <QMenu>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int offeredTiers = 5; ///< Any may be typed.

} // namespace

FilterBar::FilterBar(desk::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_row(new FlowLayout(this))
{
    m_row->setContentsMargins(px(16), px(2), px(16), px(8));
    m_row->setSpacing(px(6));
    setAccessibleName(tr("Filters that are on"));
    hide();
}

void FilterBar::setParts(const FilterParts &parts)
{
    if (parts == m_parts)
        return;
    m_parts = parts;
    render();
}

void FilterBar::change(const FilterParts &parts)
{
    setParts(parts);
    emit changed();
}

void FilterBar::open(FilterPopup *popup, QWidget *anchor)
{
    connect(popup, &FilterPopup::chosen, this, &FilterBar::change);
    popup->openAt(anchor);
}

void FilterBar::fillMenu(QMenu *menu)
{
    qDeleteAll(menu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
    QWidget *anchor = menu->parentWidget();
    menu->addAction(tr("Days…"), this, [this, anchor] {
        open(new DaysPopup(m_parts, m_desk.now().toLocalTime().date(), window()), anchor);
    });
    QMenu *currencies = menu->addMenu(tr("Currency"));
    currencies->setEnabled(!m_currencies.isEmpty());
    for (const QString &code : std::as_const(m_currencies)) {
        currencies->addAction(code, this, [this, code] {
            FilterParts parts = m_parts;
            parts.setCurrency(code);
            change(parts);
        });
    }
    QAction *amount = menu->addAction(
        tr("Amount…"), this, [this, anchor] { open(new AmountPopup(m_parts, m_currencies, window()), anchor); });
    amount->setEnabled(!m_currencies.isEmpty());
    QMenu *tiers = menu->addMenu(tr("Tier"));
    for (int tier = 0; tier < offeredTiers; ++tier) {
        tiers->addAction(tierText(tier), this, [this, tier] {
            FilterParts parts = m_parts;
            parts.tier = tier;
            change(parts);
        });
    }
    if (m_accountIds.size() > 1)
        addAccounts(menu->addMenu(tr("Account")));
}

void FilterBar::addAccounts(QMenu *menu)
{
    QMap<QString, QStringList> byProvider;
    QList<std::pair<QString, QString>> accounts;
    for (const QString &id : std::as_const(m_accountIds)) {
        if (const auto account = m_desk.accounts().byId(id)) {
            byProvider[accounts::providerName(account->provider)].append(id);
            accounts.append({accounts::fullName(*account), id});
        }
    }
    const auto add = [this, menu](const QString &name, const QStringList &ids) {
        menu->addAction(name, this, [this, ids] {
            FilterParts parts = m_parts;
            parts.accountIds = ids;
            change(parts);
        });
    };
    for (auto provider = byProvider.cbegin(); byProvider.size() > 1 && provider != byProvider.cend(); ++provider)
        if (provider->size() > 1)
            add(tr("Every %1 account").arg(provider.key()), *provider);
    for (const auto &[name, id] : std::as_const(accounts))
        add(name, {id});
}

void FilterBar::addChip(const QString &text, const FilterParts &without)
{
    auto *chip = new FilterChip(text);
    connect(chip, &QAbstractButton::clicked, this, [this, without] { change(without); });
    m_row->addWidget(chip);
}

void FilterBar::render()
{
    clearLayout(*m_row);
    FilterParts without = m_parts;
    without.sessionId.clear();
    if (!m_parts.sessionId.isEmpty())
        addChip(tr("Session: %1").arg(m_parts.sessionId), without);
    without = m_parts;
    without.discount.clear();
    if (!m_parts.discount.isEmpty())
        addChip(tr("Discount: %1").arg(m_parts.discount), without);
    without = m_parts;
    if (m_parts.hasDays()) {
        without.createdSince = {};
        without.createdBefore = {};
        addChip(daysText(m_parts), without);
    }
    without = m_parts;
    without.amountFrom.reset();
    without.amountTo.reset();
    if (m_parts.hasAmounts())
        addChip(amountsText(m_parts), without);
    without.currency.clear();
    if (!m_parts.currency.isEmpty())
        addChip(m_parts.currency, without);
    without = m_parts;
    without.tier.reset();
    if (m_parts.tier)
        addChip(tierText(*m_parts.tier), without);
    without = m_parts;
    without.accountIds.clear();
    if (!m_parts.accountIds.isEmpty())
        addChip(accountsText(m_parts.accountIds, m_desk.accounts()), without);
    auto *clear = new Button(tr("Clear all"), ButtonKind::Link);
    clear->setObjectName(u"clearAll"_s);
    connect(clear, &QPushButton::clicked, this, &FilterBar::clearAllRequested);
    m_row->addWidget(clear);
    setVisible(m_parts.count() > 0);
}

} // namespace tilldeck::ui

#include "moc_filter_bar.cpp"
