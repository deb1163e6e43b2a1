// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a day of a list.
#include "ui/lists/go_to_date.h"
#include "ui/lists/list_columns.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/record_list_page.h"

#include <QAction>
#include <QMenu>

#include <utility>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

void RecordListPage::addGoToDate()
{
    const QKeySequence keys(Qt::CTRL | Qt::Key_G);
    auto *day = new QAction(tr("Go to date…"), this);
    day->setShortcut(keys);
    day->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(day);
    connect(day, &QAction::triggered, this, &RecordListPage::goToDate);
    connect(m_columns, &ListColumns::menuFilled, this, [this, keys](QMenu *menu) {
        menu->addSeparator();
        menu->addAction(tr("Go to date…") + u'\t' + keys.toString(QKeySequence::NativeText), this,
                        &RecordListPage::goToDate)
            ->setObjectName(u"goToDate"_s);
    });
}

void RecordListPage::goToDate()
{
    auto *dialog = new GoToDate(m_desk.now().toLocalTime().date(), this);
    connect(dialog, &GoToDate::chosen, this, &RecordListPage::goTo);
    dialog->open();
}

void RecordListPage::goTo(const QDate &day)
{
    m_wantedDay = day;
    const QDateTime since = m_frame->since(m_desk.now());
    if (since.isValid() && since >= day.addDays(1).startOfDay().toUTC())
        m_frame->setPeriod(ListFrame::Period::AllTime); // the period begins after that day
    if (m_paged->sortColumn() != m_paged->usualColumn())
        m_columns->sortAsUsual();
    m_sought = 0; // another row becomes current
    if (!m_paged->isLoading())
        m_paged->seekDay(std::exchange(m_wantedDay, {}));
}

} // namespace tilldeck::ui
