// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"

#include "ui/shell/account_switcher.h"
#include "ui/shell/sidebar_delegate.h"
#include "ui/style/paint.h"

#include <QAbstractButton>
#include <QGuiApplication>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

namespace tilldeck::ui {

/// Opens the menu of the settings.
class SettingsButton : public QAbstractButton
{
public:
    explicit SettingsButton(QMenu *menu)
        : m_menu(menu)
    {
        setText(Sidebar::tr("Settings"));
        setAccessibleName(text());
        setShortcut(QKeyCombination(Qt::ControlModifier, Qt::Key_Comma));
        setToolTip(Sidebar::tr("%1 (%2)", "what a button does, its keys")
                       .arg(text(), shortcut().toString(QKeySequence::NativeText)));
        setFocusPolicy(Qt::StrongFocus);
        setFixedHeight(px(30));
        connect(this, &QAbstractButton::clicked, this,
                [this] { m_menu->popup(mapToGlobal(QPoint(0, -m_menu->sizeHint().height() - 2))); });
    }
    void setRail(bool rail)
    {
        m_rail = rail;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = tokens();
        if (underMouse())
            paintBox(painter, rect(), t.hover, QColor(), controlRadius);
        const int left = m_rail ? (width() - px(16)) / 2 : px(8);
        paintIcon(painter, mirrored(*this, QRect(left, (height() - px(16)) / 2, px(16), px(16))), Icon::Settings,
                  t.text2);
        if (m_rail)
            return;
        painter.setFont(ui::font(TextStyle::Body));
        painter.setPen(t.text2);
        painter.drawText(mirrored(*this, rect().adjusted(px(32), 0, 0, 0)),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)), text());
    }

private:
    QMenu *m_menu;
    bool m_rail = false;
};

namespace {

QStandardItem *makeItem(const QString &title, int role, int value, Icon icon)
{
    auto *item = new QStandardItem(title);
    item->setData(value, role);
    item->setData(QVariant::fromValue(icon), IconRole);
    item->setToolTip(title);
    item->setEditable(false);
    return item;
}

} // namespace

Sidebar::Sidebar(QMenu *settings, QWidget *parent)
    : QWidget(parent)
    , m_accounts(new AccountSwitcher)
    , m_list(new QListView)
    , m_settings(new SettingsButton(settings))
{
    m_list->setModel(&m_items);
    m_list->setItemDelegate(new SidebarDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Pages and saved views"));
    m_list->viewport()->setAutoFillBackground(false);
    m_list->viewport()->installEventFilter(this);

    auto *section = new QStandardItem(tr("Saved views"));
    section->setData(true, SectionRole);
    section->setFlags(Qt::NoItemFlags);
    m_items.appendRow(section);
    m_items.appendRow(makeItem(tr("Needs attention"), SavedViewRole, int(SavedView::NeedsAttention), Icon::Attention));
    m_items.appendRow(makeItem(tr("Expiring soon"), SavedViewRole, int(SavedView::ExpiringSoon), Icon::Clock));
    m_items.appendRow(makeItem(tr("Drafts"), SavedViewRole, int(SavedView::Drafts), Icon::Draft));

    auto *column = new QVBoxLayout(this);
    column->setSpacing(px(10));
    column->addWidget(m_accounts, 0);
    column->addWidget(m_list, 1);
    column->addWidget(m_settings);
    setRail(false);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (QGuiApplication::mouseButtons() == Qt::NoButton) // else clicked() follows
            choose(index);
    });
    // The row that is current already counts too: back from the editor.
    connect(m_list, &QListView::clicked, this, &Sidebar::choose);
    connect(m_list, &QListView::activated, this, &Sidebar::choose);
}

/// Only the left button chooses: another one would light a row whose page is not shown.
bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (watched == m_list->viewport() && isPress && static_cast<QMouseEvent *>(event)->button() != Qt::LeftButton)
        return true;
    return QWidget::eventFilter(watched, event);
}

void Sidebar::choose(const QModelIndex &index)
{
    if (index.data(PageRole).isValid())
        emit pageChosen(PageId(index.data(PageRole).toInt()));
    else if (index.data(SavedViewRole).isValid())
        emit savedViewChosen(SavedView(index.data(SavedViewRole).toInt()));
}

void Sidebar::addPage(PageId page, Icon icon, const QString &title)
{
    m_items.insertRow(m_savedViewsRow++, makeItem(title, PageRole, int(page), icon));
}

QStandardItem *Sidebar::find(int role, int value) const
{
    for (int row = 0; row < m_items.rowCount(); ++row)
        if (auto *item = m_items.item(row); item->data(role).isValid() && item->data(role).toInt() == value)
            return item;
    return nullptr;
}

void Sidebar::setCurrentPage(PageId page)
{
    makeCurrent(find(PageRole, int(page)));
}

void Sidebar::setCurrentView(SavedView view)
{
    makeCurrent(find(SavedViewRole, int(view)));
}

void Sidebar::makeCurrent(const QStandardItem *item)
{
    if (!item)
        return;
    const QSignalBlocker quiet(m_list->selectionModel());
    m_list->setCurrentIndex(item->index());
    m_list->viewport()->update();
}

void Sidebar::setPageCount(PageId page, int count)
{
    setCount(find(PageRole, int(page)), count);
}

void Sidebar::setSavedViewCount(SavedView view, int count)
{
    setCount(find(SavedViewRole, int(view)), count);
}

void Sidebar::setCount(QStandardItem *item, int count)
{
    if (!item)
        return;
    item->setData(count, CountRole);
    const QString text = tr("%1: %2", "page or saved view, how many")
                             .arg(item->text(), count < 0 ? tr("not known", "how many") : QLocale().toString(count));
    item->setToolTip(text); // the rail has no other place for it
    item->setData(text, Qt::AccessibleTextRole);
}

void Sidebar::setRail(bool rail)
{
    m_rail = rail;
    setFixedWidth(px(rail ? 48 : 208));
    const int side = px(rail ? 6 : 8);
    layout()->setContentsMargins(side, px(8), side + 1, px(8));
    m_accounts->setRail(rail);
    m_settings->setRail(rail);
    static_cast<SidebarDelegate *>(m_list->itemDelegate())->setRail(rail);
    emit m_list->itemDelegate()->sizeHintChanged({});
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
    paintLine(painter, rect(), layoutDirection() == Qt::RightToLeft ? Qt::LeftEdge : Qt::RightEdge, tokens().line);
}

} // namespace tilldeck::ui

#include "moc_sidebar.cpp"
