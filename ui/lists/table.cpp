// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/table.h"

#include "ui/lists/empty_state.h"
#include "ui/lists/row_delegate.h"
#include "ui/style/paint.h"

#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLoggingCategory>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStringListModel>

#include <algorithm>
#include <chrono>

namespace tilldeck::ui {

namespace {

/// For measuring: how long a list takes to show its first rows.
Q_LOGGING_CATEGORY(listsLog, "tilldeck.lists", QtWarningMsg)

/// Has no rows, whatever the table has.
class RowlessHeader : public QHeaderView
{
public:
    explicit RowlessHeader(QWidget *parent)
        : QHeaderView(Qt::Vertical, parent)
    {
        QHeaderView::setModel(&m_none);
        QHeaderView::setSelectionModel(new QItemSelectionModel(&m_none, this)); // QTableView looks at it
    }
    void setModel(QAbstractItemModel * /*model*/) override {}
    void setSelectionModel(QItemSelectionModel * /*model*/) override {}
    void setRootIndex(const QModelIndex & /*index*/) override {}

private:
    QStringListModel m_none;
};

} // namespace

Table::Table(QWidget *parent)
    : QTableView(parent)
    , m_empty(new EmptyState(viewport()))
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setProperty("pane", true); // a stop of F6
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setItemDelegate(new RowDelegate(this));
    setVerticalHeader(new RowlessHeader(this));
    verticalHeader()->hide();
    if (auto *corner = findChild<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly))
        corner->hide();
    verticalHeader()->setDefaultSectionSize(px(32));
    verticalHeader()->setMinimumSectionSize(px(24));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_empty->hide();
    m_skeletonDelay.setSingleShot(true);
    m_skeletonDelay.setInterval(std::chrono::milliseconds(300));
    connect(&m_skeletonDelay, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    connect(m_empty, &EmptyState::actionTriggered, this, &Table::emptyActionTriggered);
    connect(this, &QTableView::doubleClicked, this, &Table::rowActivated);
}

void Table::setModel(QAbstractItemModel *model)
{
    if (this->model())
        this->model()->disconnect(this);
    // Before the selection follows: what goes with its row was not deselected by anyone.
    if (model)
        connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_isModelChanging = true; });
    QTableView::setModel(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        if (first <= rowAt(0) && verticalScrollBar()->value() > 0)
            keepScrolled(last - first + 1);
    });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_isModelChanging = false;
        if (const int top = verticalScrollBar()->value() / std::max(1, rowHeight()); first < top)
            keepScrolled(-(std::min(last + 1, top) - first));
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(model, signal, this, &Table::updateEmptyState);
        connect(model, signal, this, &Table::goOnSelectingAll);
        connect(model, signal, this, [this] { scheduleDelayedItemsLayout(); });
    }
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_isAllSelected = false;
        verticalScrollBar()->setValue(0);
        updateGeometries();
        updateEmptyState();
    });
    updateGeometries();
    updateEmptyState();
}

void Table::setEmptyState(const QString &title, const QString &text, const QString &action)
{
    m_empty->setTexts(title, text, action);
    m_empty->setObjectName(title); // an empty state without a title is not shown
    updateEmptyState();
}

void Table::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    if (loading)
        m_skeletonDelay.start();
    else
        m_skeletonDelay.stop();
    updateEmptyState();
    viewport()->update();
}

bool Table::showsSkeleton() const
{
    return m_loading && !m_skeletonDelay.isActive() && (!model() || model()->rowCount() == 0);
}

void Table::updateEmptyState()
{
    const bool empty = !model() || model()->rowCount() == 0;
    m_empty->setVisible(empty && !m_loading && !m_empty->objectName().isEmpty());
    m_empty->setGeometry(viewport()->rect());
}

void Table::paintEvent(QPaintEvent *event)
{
    if (showsSkeleton())
        return paintSkeleton();
    paintRows(event->rect());
    if (!m_saidPainted && model() && model()->rowCount() > 0) {
        m_saidPainted = true;
        qCInfo(listsLog) << "rows painted";
    }
}

void Table::paintSkeleton()
{
    QPainter painter(viewport());
    const int height = verticalHeader()->defaultSectionSize();
    const int rows = std::min(8, viewport()->height() / std::max(1, height));
    for (int row = 0; row < rows; ++row) {
        const QRect line(0, row * height, viewport()->width(), height);
        paintLine(painter, line, Qt::BottomEdge, tokens().line);
        for (int column = 0; column < horizontalHeader()->count(); ++column) {
            if (isColumnHidden(column))
                continue;
            const int width = std::min(columnWidth(column) / 2, px(90));
            const int left = columnViewportPosition(column) + px(horizontalHeader()->visualIndex(column) == 0 ? 16 : 8);
            paintBox(painter, QRectF(left, line.center().y() - px(5), width, px(10)), tokens().selectedOff, QColor(),
                     2);
        }
    }
}

void Table::selectAll()
{
    QTableView::selectAll();
    m_isAllSelected = selectionMode() == ExtendedSelection && rowTotal() > 0;
    if (m_isAllSelected && selectionModel()) // the same rows may have been selected one by one
        emit selectionModel() -> selectionChanged({}, {});
}

void Table::goOnSelectingAll()
{
    if (!m_isAllSelected)
        return;
    if (rowTotal() == 0)
        m_isAllSelected = false;
    else
        QTableView::selectAll();
}

void Table::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier &&
        currentIndex().isValid()) {
        emit rowActivated(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) { // for keyboards without a menu key
        emit menuRequested(viewport()->mapToGlobal(visualRect(currentIndex()).center()));
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        emit escaped();
        return;
    }
    QTableView::keyPressEvent(event);
}

void Table::contextMenuEvent(QContextMenuEvent *event)
{
    const QRect row = visualRect(currentIndex());
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    emit menuRequested(isByKey && row.isValid() ? viewport()->mapToGlobal(row.center()) : event->globalPos());
}

void Table::focusInEvent(QFocusEvent *event)
{
    // The view itself would make its first row current, which nobody has chosen: a page shows what is current.
    const bool isNone = selectionModel() && !currentIndex().isValid();
    const QSignalBlocker silent(isNone ? selectionModel() : nullptr);
    QTableView::focusInEvent(event);
    if (isNone)
        selectionModel()->clearCurrentIndex();
}

void Table::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect());
}

void Table::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        verticalHeader()->setDefaultSectionSize(px(32));
}

bool Table::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        setHoveredRow(indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()).row());
    else if (event->type() == QEvent::Leave)
        setHoveredRow(-1);
    return QTableView::viewportEvent(event);
}

void Table::setHoveredRow(int row)
{
    if (row == m_hoveredRow)
        return;
    updateRow(m_hoveredRow);
    m_hoveredRow = row;
    updateRow(m_hoveredRow);
}

void Table::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight());
}

void Table::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // The accent bar stands in the first cell, whichever cell is current.
    updateRow(previous.row());
    updateRow(current.row());
}

} // namespace tilldeck::ui

#include "moc_table.cpp"
