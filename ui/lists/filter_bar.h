// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/lists/filter_parts.h"

#include <QWidget>

class QMenu;

namespace tilldeck::ui {

class FilterPopup;
class FlowLayout;

/// Holds the filters beside status, text and period. Each that is on is a chip with a cross; the bar is hidden while
/// there is none.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(desk::Desk &desk, QWidget *parent = nullptr);

    /// Sets the accounts that the account filter offers.
    void setAccounts(const QStringList &accountIds) { m_accountIds = accountIds; }
    /// Sets the currencies that the currency and amount filters offer.
    void setCurrencies(const QStringList &codes) { m_currencies = codes; }
    /// Fills @p menu with the filters that can be added; their popups open below the parent of @p menu.
    void fillMenu(QMenu *menu);

    const FilterParts &parts() const { return m_parts; }
    /// Does not emit changed().
    void setParts(const FilterParts &parts);

signals:
    void changed();
    void clearAllRequested();

private:
    void change(const FilterParts &parts);
    void open(FilterPopup *popup, QWidget *anchor);
    void addAccounts(QMenu *menu);
    void addChip(const QString &text, const FilterParts &without);
    void render();

    desk::Desk &m_desk;
    FlowLayout *m_row;
    QStringList m_accountIds;
    QStringList m_currencies;
    FilterParts m_parts;
};

} // namespace tilldeck::ui
