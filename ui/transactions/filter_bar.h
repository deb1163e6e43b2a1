// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QWidget>

class QMenu;

namespace tilldeck::ui {

class FilterPopup;
class FlowLayout;

/// The filters beside status, text and period: own days, currency, amount, account. Each that is on is a chip with a
/// cross; the row is there only while one is.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(desk::Desk &desk, QWidget *parent = nullptr);

    /// Those of the page; the account filter chooses among them.
    void setAccounts(const QStringList &accountIds);
    /// Those that payments of the accounts have.
    void setCurrencies(const QStringList &codes) { m_currencies = codes; }
    /// Fills MENU with the filters that can be added; popups open below the menu's parent.
    void fillMenu(QMenu *menu);

    /// Days, currency, amounts and (empty: every account) accounts; the rest of a filter is not this bar's. Neither
    /// signals.
    const ledger::TransactionFilter &parts() const { return m_parts; }
    void setParts(const ledger::TransactionFilter &filter);
    void clearDays();
    bool hasDays() const { return m_parts.createdSince.isValid() || m_parts.createdBefore.isValid(); }
    /// How many are on.
    int count() const;

signals:
    void changed();
    void clearAllRequested();

private:
    void change(const ledger::TransactionFilter &parts);
    void open(FilterPopup *popup, QWidget *anchor);
    void addAccounts(QMenu *menu);
    void addChip(const QString &text, const ledger::TransactionFilter &without);
    void render();

    desk::Desk &m_desk;
    FlowLayout *m_row;
    QStringList m_accountIds;
    QStringList m_currencies;
    ledger::TransactionFilter m_parts;
};

} // namespace tilldeck::ui
