// SPDX-License-Identifier: GPL-3.0-or-later
// The filters of a list: status, text, period.
#include "ui/forms/form_row.h"
#include "ui/lists/chip.h"
#include "ui/lists/list_frame.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/search_field.h"

#include <QAccessible>
#include <QAction>
#include <QMenu>

#include <algorithm>
#include <array>

namespace tilldeck::ui {

namespace {

using Period = ListFrame::Period;
constexpr std::array periods{Period::Today, Period::Last7Days, Period::Last30Days, Period::Last90Days, Period::AllTime};

} // namespace

QString ListFrame::periodText(Period period)
{
    switch (period) {
    case Period::Today:
        return tr("Today");
    case Period::Last7Days:
        return tr("Last 7 days");
    case Period::Last30Days:
        return tr("Last 30 days");
    case Period::Last90Days:
        return tr("Last 90 days");
    case Period::AllTime:
        return tr("All time");
    }
    Q_UNREACHABLE();
}

QDateTime ListFrame::since(const QDateTime &now) const
{
    const int days = daysOf(m_period);
    return days == 0 ? QDateTime() : now.toLocalTime().date().addDays(1 - days).startOfDay().toUTC();
}

int ListFrame::daysOf(Period period)
{
    switch (period) {
    case Period::Today:
        return 1;
    case Period::Last7Days:
        return 7;
    case Period::Last30Days:
        return 30;
    case Period::Last90Days:
        return 90;
    case Period::AllTime:
        return 0;
    }
    Q_UNREACHABLE();
}

ListFrame::Period ListFrame::periodOf(int days)
{
    const auto found = std::ranges::find(periods, days, &ListFrame::daysOf);
    return found == periods.end() ? Period::AllTime : *found;
}

int ListFrame::activeFilters() const
{
    const bool status = m_statusesShown && !m_statusIds.isEmpty() && m_chips->current() != m_statusIds.front();
    return int(status) + int(m_searchCounted && !m_searchText.isEmpty()) + m_otherFilters;
}

QString ListFrame::filtersText() const
{
    const int filters = activeFilters();
    return filters == 1 ? tr("1 filter is on.") : tr("%n filters are on.", nullptr, filters);
}

void ListFrame::clearFilters()
{
    emit filtersCleared();
    setFilters(m_statusIds.value(0, -1), {}, m_period);
}

void ListFrame::setFilters(int status, const QString &text, Period period)
{
    showSearchText(text);
    m_searching = false;
    showFilters(status, period);
    emit filterChanged();
}

void ListFrame::setPeriod(Period period)
{
    showFilters(status(), period);
    emit filterChanged();
}

void ListFrame::showFilters(int status, Period period)
{
    const QSignalBlocker chipsQuiet(m_chips);
    m_chips->setCurrent(status);
    m_period = period;
    m_periodButton->setText(periodText(period));
    m_periodButton->updateGeometry();
    arrange();
}

void ListFrame::showSearchText(const QString &text)
{
    m_searchText = text;
    m_search->showText(text);
}

void ListFrame::setSearchHint(const QString &sentence)
{
    m_searchHint->setMessage({}, sentence);
    m_searchHint->parentWidget()->setVisible(!sentence.isEmpty());
}

void ListFrame::setSearchProblem(const QString &sentence)
{
    const bool isNew = !sentence.isEmpty() && sentence != m_searchNote->text();
    m_searchNote->setMessage(sentence);
    m_searchNote->parentWidget()->setVisible(!sentence.isEmpty());
    setErrorFrame(m_search, !sentence.isEmpty());
    m_search->setClearButtonEnabled(sentence.isEmpty()); // the sign of the mistake stands there
    m_search->setAccessibleDescription(sentence);
    if (isNew) {
        QAccessibleEvent said(m_searchNote, QAccessible::Alert);
        QAccessible::updateAccessibility(&said);
    }
}

/// Says on the button that stands for the chips how many filters are on.
void ListFrame::showFiltersCount()
{
    const int on = activeFilters();
    m_filters->setText(on == 0 ? tr("Filters") : tr("Filters (%L1)", "how many are on").arg(on));
}

void ListFrame::addPeriods(QMenu *menu)
{
    for (const Period period : periods) {
        QAction *action = menu->addAction(periodText(period), this, [this, period] { setPeriod(period); });
        action->setCheckable(true);
        action->setChecked(m_period == period);
        // The check follows the period, which also changes by "Clear filters".
        connect(menu, &QMenu::aboutToShow, action, [this, action, period] { action->setChecked(m_period == period); });
    }
}

void ListFrame::fillFiltersMenu()
{
    QMenu *menu = m_filters->menu();
    menu->clear();
    if (m_statusesShown) {
        for (const int id : std::as_const(m_statusIds)) {
            if (!m_chips->isOffered(id))
                continue;
            QAction *action = menu->addAction(m_chips->chip(id)->accessibleName(), this, [this, id] {
                m_chips->setCurrent(id);
                emit filterChanged();
            });
            action->setCheckable(true);
            action->setChecked(m_chips->current() == id);
        }
        menu->addSeparator();
    }
    addPeriods(menu);
    emit filtersMenuShown(menu);
}

} // namespace tilldeck::ui
