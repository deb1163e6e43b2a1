// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_filters.h"

#include "ui/lists/chip.h"
#include "ui/style/icon.h"

#include <QAction>
#include <QMenu>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

ListFilters::ListFilters(desk::Desk &desk, ListFrame *frame, QWidget *page)
    : QObject(page)
    , m_desk(desk)
    , m_frame(frame)
    , m_bar(new FilterBar(desk))
{
    m_frame->addBar(m_bar);
    addChoices(page);
    connect(m_frame, &ListFrame::filterChanged, this, [this] {
        if (m_frame->period() != ListFrame::Period::AllTime &&
            parts().hasDays()) { // the last choice of a period applies
            FilterParts without = parts();
            without.createdSince = without.createdBefore = {};
            setParts(without);
        }
        follow();
    });
    connect(m_frame, &ListFrame::filtersCleared, this, [this] { setParts({}); });
    connect(m_bar, &FilterBar::clearAllRequested, m_frame, &ListFrame::clearFilters);
    connect(m_bar, &FilterBar::changed, this, [this] {
        m_frame->setOtherFilters(parts().count());
        if (parts().hasDays() && m_frame->period() != ListFrame::Period::AllTime)
            m_frame->setPeriod(ListFrame::Period::AllTime);
        else
            follow();
    });
}

void ListFilters::addChoices(QWidget *page)
{
    auto *add = new Chip(tr("Filter"));
    add->setObjectName(u"addFilter"_s);
    add->setIcon(icon(Icon::Plus, Tone::Text2));
    add->setCheckable(false);
    add->setPopupMode(QToolButton::InstantPopup);
    add->setMenu(new QMenu(add));
    m_frame->chips()->addWidget(add);
    auto *addFilter = new QAction(tr("Add filter"), page);
    addFilter->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    addFilter->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    page->addAction(addFilter);
    connect(addFilter, &QAction::triggered, add, [add] {
        if (add->isVisible())
            add->showMenu();
    });
    connect(add->menu(), &QMenu::aboutToShow, this, [this, menu = add->menu()] {
        menu->clear();
        m_bar->fillMenu(menu);
    });
    connect(m_frame, &ListFrame::filtersMenuShown, this, [this](QMenu *menu) {
        menu->addSeparator();
        m_bar->fillMenu(menu);
    });
}

void ListFilters::setAccounts(const QStringList &accountIds)
{
    m_accountIds = accountIds;
    FilterParts kept = parts();
    if (!kept.sessionId.isEmpty() || !kept.discount.isEmpty())
        kept = {}; // it was one of the accounts before
    kept.accountIds.removeIf([&accountIds](const QString &id) { return !accountIds.contains(id); });
    setParts(kept);
    m_bar->setAccounts(accountIds);
    m_bar->setCurrencies({});
}

void ListFilters::setParts(const FilterParts &parts)
{
    m_bar->setParts(parts);
    m_frame->setOtherFilters(parts.count());
}

void ListFilters::set(int status, const QString &text, ListFrame::Period period, const FilterParts &parts)
{
    setParts(parts);
    m_frame->setFilters(status, text, period);
}

void ListFilters::follow()
{
    emit changed();
}

} // namespace tilldeck::ui

#include "moc_list_filters.cpp"
