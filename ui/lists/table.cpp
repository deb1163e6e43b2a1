// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/table.h"

#include "ui/lists/empty_state.h"
#include "ui/lists/row_delegate.h"
#include "ui/style/paint.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLoggingCategory>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <chrono>

namespace tilldeck::ui {

namespace {

/// For measuring: how long a list takes to show its first rows.
Q_LOGGING_CATEGORY(listsLog, "tilldeck.lists", QtWarningMsg)

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
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(px(32));
    verticalHeader()->setMinimumSectionSize(px(24));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false); // no list can be sorted by another column
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
    QTableView::setModel(model);
    if (!model)
        return;
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &Table::updateEmptyState);
    connect(model, &QAbstractItemModel::modelReset, this, &Table::updateEmptyState);
    connect(model, &QAbstractItemModel::rowsInserted, this, &Table::goOnSelectingAll);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { m_selectsAll = false; });
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
    QTableView::paintEvent(event);
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
    // All rows are meant, also those that are not read yet.
    m_selectsAll = selectionMode() == ExtendedSelection && model() && model()->canFetchMore({});
    if (m_selectsAll)
        model()->fetchMore({});
    else
        QTableView::selectAll();
}

void Table::goOnSelectingAll()
{
    if (m_selectsAll)
        selectAll();
}

void Table::mousePressEvent(QMouseEvent *event)
{
    m_selectsAll = false;
    QTableView::mousePressEvent(event);
}

void Table::keyPressEvent(QKeyEvent *event)
{
    m_selectsAll = false;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier &&
        currentIndex().isValid()) {
        emit rowActivated(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        emit escaped();
        return;
    }
    // Rows are what is chosen here, not cells: Home and End are the first and the last of them.
    const bool isEnd = event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    if (isEnd && (event->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier) {
        QKeyEvent whole(event->type(), event->key(), event->modifiers() | Qt::ControlModifier, event->text());
        QTableView::keyPressEvent(&whole);
        return;
    }
    QTableView::keyPressEvent(event);
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
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
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
