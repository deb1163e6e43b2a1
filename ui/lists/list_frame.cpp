// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_frame.h"

#include "ui/forms/tab_chain.h"
#include "ui/lists/canvas.h"
#include "ui/lists/chip.h"
#include "ui/lists/detail_panel.h"
#include "ui/lists/table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/search_field.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

#include <chrono>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowBelow = 640;
constexpr int panelWidth = 396;
constexpr int panelMinimum = 372;
constexpr int panelNarrow = 394;

QToolButton *menuButton(QMenu *menu)
{
    auto *button = new QToolButton;
    setButtonKind(button, ButtonKind::Normal);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMenu(menu);
    menu->setParent(button, menu->windowFlags());
    return button;
}

} // namespace

ListFrame::ListFrame(const QString &title, const QString &searchPlaceholder, DetailPanel *panel, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_header(new PageHeader(title))
    , m_search(new SearchField(searchPlaceholder, QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)))
    , m_searchButton(new IconButton(Icon::Search, tr("Search"), ButtonKind::Normal))
    , m_filters(menuButton(new QMenu))
    , m_periodButton(new Chip({}))
    , m_panelButton(new IconButton(Icon::PanelRight, tr("Show details (F9)")))
    , m_chips(new ChipRow)
    , m_searchNote(new InlineMessage(Severity::Error))
    , m_searchHint(new InlineMessage(Severity::Info))
    , m_note(new InlineMessage(Severity::Error))
    , m_table(new Table)
    , m_status(new StatusLine)
    , m_list(new Canvas)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_panel(panel)
{
    m_search->setObjectName(u"search"_s);
    m_search->setAccessibleName(tr("Search"));
    m_search->installEventFilter(this);
    m_filters->setText(tr("Filters"));
    m_filters->setIcon(icon(Icon::Filter));
    m_periodButton->setObjectName(u"period"_s);
    m_periodButton->setCheckable(false);
    m_periodButton->setMenu(new QMenu(m_periodButton));
    m_periodButton->setPopupMode(QToolButton::InstantPopup);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_header->addTrailing(m_search, 1);
    m_header->addTrailing(m_searchButton);
    m_header->addTrailing(m_filters);
    auto *divider = new Rule(Qt::Vertical);
    divider->setFixedHeight(px(16));
    m_chips->addWidget(divider);
    m_chips->addWidget(m_periodButton);

    m_header->addTrailing(m_panelButton);

    const auto boxOf = [](InlineMessage *note) {
        auto *box = new QWidget;
        makeColumnLayout(box, 0, {px(16), 0, px(16), px(8)})->addWidget(note);
        box->hide();
        return box;
    };
    auto *noteBox = boxOf(m_note);
    m_searchNote->setObjectName(u"searchProblem"_s);

    auto *column = makeColumnLayout(m_list, 0);
    column->addWidget(m_header);
    m_searchHint->setObjectName(u"searchHint"_s);
    for (InlineMessage *note : {m_searchNote, m_searchHint})
        column->addWidget(boxOf(note));
    auto *chipsBox = new QWidget;
    makeColumnLayout(chipsBox, 0, {px(16), 0, px(16), 0})->addWidget(m_chips);
    addWidgets(*column, chipsBox, noteBox);
    column->addWidget(m_table, 1);
    column->addWidget(m_status);

    m_panel->setMinimumWidth(px(panelMinimum));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({px(840), px(panelWidth)});
    m_list->installEventFilter(this);
    m_chips->installEventFilter(this);
    makeColumnLayout(this, 0)->addWidget(m_splitter);

    addPeriods(m_periodButton->menu());
    m_periodButton->setText(periodText(m_period));
    m_frozen.setSingleShot(true);
    m_frozen.setInterval(std::chrono::milliseconds(250));
    connect(&m_frozen, &QTimer::timeout, this, &ListFrame::thawUpdates);
    connect(m_filters->menu(), &QMenu::aboutToShow, this, &ListFrame::fillFiltersMenu);
    connect(m_chips, &ChipRow::currentChanged, this, &ListFrame::filterChanged);
    connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
        m_searchText = text;
        emit filterChanged();
    });
    connect(m_search, &SearchField::leaveToList, m_table, [this] {
        if (m_searchNote->isVisibleTo(this))
            return; // there is nothing in the list before it is mended
        m_table->setFocus();
        if (!m_table->currentIndex().isValid())
            setCurrentRow(0);
    });
    connect(m_searchButton, &QToolButton::clicked, this, &ListFrame::focusSearch);
    connect(m_panelButton, &QToolButton::clicked, this, [this] { setPanelWanted(!m_panelWanted); });
    connect(m_panel, &DetailPanel::closeRequested, this, [this] {
        setPanelWanted(false);
        m_table->setFocus();
    });
    connect(m_panel, &DetailPanel::previousRequested, this, [this] { step(-1); });
    connect(m_panel, &DetailPanel::nextRequested, this, [this] { step(1); });
    connect(m_table, &Table::rowActivated, this, [this] { setPanelWanted(true); });
    connect(m_table, &Table::escaped, this, [this] {
        if (m_table->selectionModel() && m_table->selectionModel()->hasSelection()) {
            m_table->clearSelection();
            m_table->setCurrentIndex({});
        } else {
            setPanelWanted(false);
        }
    });

    auto *find = new QAction(tr("Find"), this);
    find->setShortcut(QKeySequence::Find);
    auto *togglePanel = new QAction(tr("Details"), this);
    togglePanel->setShortcut(Qt::Key_F9);
    addActions({find, togglePanel});
    connect(find, &QAction::triggered, this, &ListFrame::focusSearch);
    connect(togglePanel, &QAction::triggered, this, [this] { setPanelWanted(!m_panelWanted); });

    arrange();
}

void ListFrame::setTitle(const QString &title)
{
    m_title = title;
    arrange();
}

void ListFrame::addStatus(int id, const QString &text)
{
    m_statusIds.append(id);
    m_chips->addChip(id, text);
}

void ListFrame::setStatusesShown(bool shown)
{
    m_statusesShown = shown;
    arrange();
}

Button *ListFrame::addPrimaryButton(const QString &text, const QString &hint)
{
    m_primary = new Button(Icon::Plus, text, ButtonKind::Primary);
    m_primaryHint = hint;
    addTool(m_primary);
    arrange();
    return m_primary;
}

void ListFrame::addTool(QWidget *tool)
{
    m_header->addTrailing(tool);
    m_header->addTrailing(m_panelButton); // last again
}

void ListFrame::addSpareTool(QWidget *tool)
{
    m_spareTools.append(tool);
    addTool(tool);
    arrange();
}

void ListFrame::addBar(QWidget *bar)
{
    auto *column = static_cast<QVBoxLayout *>(m_list->layout());
    column->insertWidget(column->indexOf(m_note->parentWidget()), bar);
}

void ListFrame::addFooter(QWidget *footer)
{
    auto *column = static_cast<QVBoxLayout *>(m_list->layout());
    column->insertWidget(column->indexOf(m_status), footer);
}

void ListFrame::setNote(const QString &lead, const QString &text)
{
    m_note->setMessage(lead, text);
    m_note->parentWidget()->setVisible(!lead.isEmpty());
}

int ListFrame::status() const
{
    return m_chips->current();
}

void ListFrame::focusSearch()
{
    m_searching = true;
    arrange();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ListFrame::setCurrentRow(int row)
{
    const QModelIndex index = m_table->model()->index(row, 0);
    // Whatever keys are held down: it is not chosen beside what was.
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

void ListFrame::setPanelWanted(bool wanted)
{
    m_panelWanted = wanted;
    arrange();
}

void ListFrame::setHasCurrent(bool has)
{
    m_hasCurrent = has;
    arrange();
}

void ListFrame::freezeUpdates()
{
    setUpdatesEnabled(false);
    m_frozen.start();
}

void ListFrame::thawUpdates()
{
    m_frozen.stop();
    setUpdatesEnabled(true);
}

void ListFrame::arrange()
{
    const bool panelShown = m_panelWanted && m_hasCurrent;
    m_panel->setVisible(panelShown);
    const auto fit = m_narrow || !m_statusesShown ? ChipRow::Fit::None : m_chips->fitTo(m_list->width() - 2 * px(16));
    m_chips->parentWidget()->setVisible(fit != ChipRow::Fit::None);
    m_filters->setVisible(fit != ChipRow::Fit::All && m_statusesShown); // a saved view has its own
    showFiltersCount();
    const bool field = !m_narrow || m_searching || !m_searchText.isEmpty();
    m_search->setVisible(field);
    m_searchButton->setVisible(!field);
    m_header->setTitle(m_narrow && field ? QString() : m_title);
    m_panelButton->setVisible(m_narrow || !m_panelWanted);
    for (QWidget *tool : std::as_const(m_spareTools))
        tool->setVisible(!m_narrow);
    m_panelButton->setEnabled(m_hasCurrent);
    if (m_primary) {
        m_primary->setHint(m_narrow ? QString() : m_primaryHint);
        m_primary->setIcon(m_primary->icon()); // QPushButton keeps its size until text or icon change
    }
}

void ListFrame::fitChips()
{
    arrange();
}

void ListFrame::step(int by)
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        setCurrentRow(current.row() + by);
}

void ListFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (width() < px(1000)) // the list needs the room more than the panel
        m_splitter->setSizes({width() - px(panelNarrow), px(panelNarrow)});
    arrange();
}

void ListFrame::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    chainTabs({this});
}

bool ListFrame::focusNextPrevChild(bool next)
{
    chainTabs({this}); // the panel makes buttons as it shows other records
    return QWidget::focusNextPrevChild(next);
}

bool ListFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::Resize) {
        m_narrow = m_list->width() < px(narrowBelow);
        arrange();
    }
    if (watched == m_chips && event->type() == QEvent::LayoutRequest) // a count grew
        arrange();
    if (watched == m_search && event->type() == QEvent::FocusOut && m_search->text().isEmpty() && m_searching) {
        m_searching = false;
        arrange();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tilldeck::ui

#include "moc_list_frame.cpp"
