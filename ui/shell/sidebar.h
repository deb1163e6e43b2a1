// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/types.h"
#include "ui/style/icon.h"

#include <QStandardItemModel>
#include <QWidget>

class QListView;
class QMenu;

namespace tilldeck::ui {

class AccountSwitcher;
class SettingsButton;

/// Shows account switcher, pages, saved views and settings; only icons in a rail when there is little room.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QMenu *settings, QWidget *parent = nullptr);

    void addPage(PageId page, Icon icon, const QString &title);
    void setCurrentPage(PageId page);
    void setCurrentView(SavedView view);
    /// Shows @p count beside the page; a dash if it is below 0, because it is not known.
    void setPageCount(PageId page, int count);
    void setSavedViewCount(SavedView view, int count);
    void setRail(bool rail);
    bool isRail() const { return m_rail; }

    AccountSwitcher *accounts() const { return m_accounts; }
    QListView *list() const { return m_list; }

signals:
    void pageChosen(tilldeck::ui::PageId page);
    void savedViewChosen(tilldeck::ui::SavedView view);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QStandardItem *find(int role, int value) const;
    static void setCount(QStandardItem *item, int count);
    void makeCurrent(const QStandardItem *item);
    void choose(const QModelIndex &index);

    QStandardItemModel m_items;
    AccountSwitcher *m_accounts;
    QListView *m_list;
    SettingsButton *m_settings;
    int m_savedViewsRow = 0;
    bool m_rail = false;
};

} // namespace tilldeck::ui
