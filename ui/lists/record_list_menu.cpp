// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of a list: its order, its columns, a day to go to.
#include "ui/lists/column_choice.h"
#include "ui/lists/go_to_date.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/record_list_page.h"
#include "ui/lists/table.h"
#include "ui/widgets/button.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

void RecordListPage::addListMenu()
{
    auto *button = new IconButton(Icon::UpDown, tr("Order and columns"), ButtonKind::Normal);
    button->setObjectName(u"listMenu"_s);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    connect(button->menu(), &QMenu::aboutToShow, this, [this, menu = button->menu()] { fillListMenu(menu); });
    m_frame->addSpareTool(button);
    QHeaderView *header = table()->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &at) { showListMenu(header->mapToGlobal(at)); });
    connect(table(), &Table::menuRequested, this, &RecordListPage::showListMenu);
    auto *day = new QAction(tr("Go to date…"), this);
    day->setShortcut(Qt::CTRL | Qt::Key_G);
    day->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(day);
    connect(day, &QAction::triggered, this, &RecordListPage::goToDate);
}

void RecordListPage::showListMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillListMenu(menu);
    menu->popup(at);
}

void RecordListPage::fillListMenu(QMenu *menu)
{
    menu->clear();
    QMenu *order = menu->addMenu(tr("Sort by"));
    QMenu *columns = menu->addMenu(tr("Columns"));
    const QHeaderView *header = table()->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        const ColumnLook *look = m_paged->look(column);
        if (!m_fit->columnAt(column).present)
            continue;
        fillColumnMenu(columns->addMenu(look->title()), column);
        if (!look->sortKey)
            continue;
        const bool isSorted = column == m_paged->sortColumn();
        const bool isTurned = isSorted && m_paged->sortOrder() == Qt::AscendingOrder;
        const Qt::SortOrder first = look->isAscendingFirst() ? Qt::AscendingOrder : Qt::DescendingOrder;
        const Qt::SortOrder next = !isSorted ? first : isTurned ? Qt::DescendingOrder : Qt::AscendingOrder;
        QAction *action = order->addAction(look->title(), this, [this, column, next] { sortBy(column, next); });
        action->setCheckable(true);
        action->setChecked(isSorted);
    }
    order->addSeparator();
    order->addAction(tr("The other way round"), this, [this] {
        const bool isAscending = m_paged->sortOrder() == Qt::AscendingOrder;
        sortBy(m_paged->sortColumn(), isAscending ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    columns->addSeparator();
    QAction *usual = columns->addAction(tr("The usual columns"), this, [this] {
        setColumnChoice({});
        emit columnChoiceChanged({});
    });
    usual->setObjectName(u"usualColumns"_s);
    usual->setEnabled(!columnChoice().isEmpty());
    menu->addSeparator();
    const QString keys = QKeySequence(Qt::CTRL | Qt::Key_G).toString(QKeySequence::NativeText);
    menu->addAction(tr("Go to date…") + u'\t' + keys, this, &RecordListPage::goToDate)->setObjectName(u"goToDate"_s);
}

void RecordListPage::fillColumnMenu(QMenu *menu, int column)
{
    const FitColumn now = m_fit->columnAt(column);
    const auto changed = [this] { emit columnChoiceChanged(columnChoice()); };
    int shown = 0;
    for (int other = 0; other < m_paged->columnCount(); ++other)
        shown += m_fit->columnAt(other).present && !m_fit->columnAt(other).isPutAway ? 1 : 0;
    QAction *show = menu->addAction(tr("Shown", "a column"), this, [this, column, changed](bool isShown) {
        m_fit->setPutAway(column, !isShown);
        changed();
    });
    show->setCheckable(true);
    show->setChecked(!now.isPutAway);
    show->setEnabled(now.isPutAway || shown > 1);
    const auto widen = [this, column, changed](int by) {
        m_fit->setChosen(column, table()->columnWidth(column) + by);
        changed();
    };
    menu->addSeparator();
    menu->addAction(tr("Wider"), this, [widen] { widen(px(24)); });
    menu->addAction(tr("Narrower"), this, [widen] { widen(-px(24)); });
    QAction *fit = menu->addAction(tr("As wide as fits"), this, [this, column, changed] {
        m_fit->setChosen(column, 0);
        changed();
    });
    fit->setEnabled(now.chosen > 0);
    menu->addSeparator();
    const int place = table()->horizontalHeader()->visualIndex(column);
    menu->addAction(tr("Towards the beginning"), this, [this, column] { moveColumn(column, -1); })
        ->setEnabled(place > 0);
    menu->addAction(tr("Towards the end"), this, [this, column] { moveColumn(column, 1); })
        ->setEnabled(place + 1 < m_paged->columnCount());
}

/// Moves a column past the next one that is shown.
void RecordListPage::moveColumn(int column, int by)
{
    QHeaderView *header = table()->horizontalHeader();
    int place = header->visualIndex(column) + by;
    while (place > 0 && place + 1 < header->count() && header->isSectionHidden(header->logicalIndex(place)))
        place += by;
    if (place >= 0 && place < header->count())
        header->moveSection(header->visualIndex(column), place);
}

QString RecordListPage::columnChoice() const
{
    const QHeaderView *header = table()->horizontalHeader();
    ColumnChoice choice;
    bool isUsual = true;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        const FitColumn now = m_fit->columnAt(column);
        const QString name = m_paged->look(column)->name;
        choice.order << name;
        if (now.isPutAway)
            choice.hidden << name;
        if (now.chosen > 0)
            choice.widths.insert(name, now.chosen);
        isUsual = isUsual && column == place && !now.isPutAway && now.chosen == 0;
    }
    return isUsual ? QString() : choice.text();
}

void RecordListPage::setColumnChoice(const QString &text)
{
    const ColumnChoice choice = ColumnChoice::fromText(text);
    const QSignalBlocker silent(m_fit);
    QHeaderView *header = table()->horizontalHeader();
    const auto columnOf = [this](const QString &name) {
        for (int column = 0; column < m_paged->columnCount(); ++column) {
            if (m_paged->look(column)->name == name)
                return column;
        }
        return -1;
    };
    int place = 0;
    for (const QString &name : choice.order) {
        if (const int column = columnOf(name); column >= 0)
            header->moveSection(header->visualIndex(column), place++);
    }
    for (int column = 0; column < m_paged->columnCount(); ++column) {
        const QString name = m_paged->look(column)->name;
        if (!choice.order.contains(name)) // a column of a newer program, or all of them
            header->moveSection(header->visualIndex(column), std::max(place, column));
        m_fit->setPutAway(column, choice.hidden.contains(name) && choice.hidden.size() < m_paged->columnCount());
        m_fit->setChosen(column, choice.widths.value(name));
    }
    m_fit->fit();
    updateTexts();
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
    if (m_paged->sortColumn() != m_firstSorted)
        sortBy(m_firstSorted, Qt::DescendingOrder);
    m_sought = 0; // another row becomes current
    if (!m_paged->isLoading())
        m_paged->seekDay(std::exchange(m_wantedDay, {}));
}

} // namespace tilldeck::ui
