// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/filter_bar.h"
#include "ui/lists/list_frame.h"

namespace tilldeck::ui {

/// The filters of a list of sessions or payments: those of its frame (status, text, period) and the chips below it
/// (days, currency, amount, tier, account, …) as one filter.
class ListFilters : public QObject
{
    Q_OBJECT

public:
    /// Adds the chips to @p frame, and what chooses them: a chip "+ Filter", the menu "Filters" and Ctrl+Shift+F.
    ListFilters(desk::Desk &desk, ListFrame *frame, QWidget *page);

    /// Sets which accounts are shown. Chosen ones that are not among them are none any more.
    void setAccounts(const QStringList &accountIds);
    /// Sets the currencies that are offered.
    void setCurrencies(const QStringList &codes) { m_bar->setCurrencies(codes); }

    const FilterParts &parts() const { return m_bar->parts(); }
    /// Sets the chips below; does not emit changed().
    void setParts(const FilterParts &parts);
    /// Sets all filters and emits changed() once.
    void set(int status, const QString &text, ListFrame::Period period, const FilterParts &parts = {});

    /// Makes @p filter let through what the filters do, whatever the status.
    template <class Filter> void fill(Filter &filter) const
    {
        putParts(filter, parts());
        filter.text = m_frame->searchText();
        if (filter.accountIds.isEmpty())
            filter.accountIds = m_accountIds;
        else // a view that was saved for live accounts must not show them among test accounts
            filter.accountIds.removeIf([this](const QString &id) { return !m_accountIds.contains(id); });
        if (m_frame->period() != ListFrame::Period::AllTime)
            filter.createdSince = m_frame->since(m_desk.now());
    }

signals:
    void changed();

private:
    void addChoices(QWidget *page);
    void follow();

    desk::Desk &m_desk;
    ListFrame *m_frame;
    FilterBar *m_bar;
    QStringList m_accountIds;
};

} // namespace tilldeck::ui
