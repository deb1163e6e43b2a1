// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/actions.h"
#include "ui/shell/types.h"
#include "ui/style/icon.h"

#include <QMainWindow>

#include <functional>
#include <optional>

class QActionGroup;
class QStackedWidget;
class QTimeZone;

namespace tilldeck::ui {

class ModeStrip;
class Sidebar;

/// The window: menus, mode strip, sidebar, and one page at a time. It knows nothing of accounts or sessions but what it
/// is told.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);

    /// PAGE becomes a child. With an ICON it gets a row in the sidebar, in the order of the calls.
    void addPage(PageId id, QWidget *page, const QString &title, std::optional<Icon> icon = {});
    /// There is no sidebar and no strip while the welcome page is shown. False when the page that is shown may not be
    /// left; it stays then.
    bool showPage(PageId id);
    PageId currentPage() const { return m_page; }
    /// @p mayLeave is asked before another page takes the place of the given one.
    void setMayLeave(std::function<bool(PageId)> mayLeave) { m_mayLeave = std::move(mayLeave); }
    /// What the page that is shown can do, and what is current on it. Until it is set again another page can do
    /// nothing: see pageShown().
    void setAbilities(Abilities can);
    /// While held, no other page or account can be chosen: a session is being created.
    void setHeld(bool held);
    /// The title of the window while ID is shown ("New checkout session").
    void setPageTitle(PageId id, const QString &title);

    void setAccounts(const QList<AccountEntry> &accounts, const QString &currentId, bool all = false);
    void setModeStrip(const ModeStripState &state);
    void setPageCount(PageId id, int count);
    void setSavedViewCount(SavedView view, int count);
    /// MODE as it stands now, and the zone in which times are shown.
    void setSettings(ThemeMode mode, const QTimeZone &zone);

    QAction *action(Action action) const { return m_actions[action]; }
    ModeStrip *modeStrip() const { return m_strip; }
    Sidebar *sidebar() const { return m_sidebar; }

signals:
    void accountChosen(const QString &id);
    void allAccountsChosen(tilldeck::accounts::Mode mode);
    void connectAccountRequested();
    /// Emitted whenever a page has come to the front.
    void pageShown(tilldeck::ui::PageId page);
    /// By the merchant: the window shows the page already.
    void pageChosen(tilldeck::ui::PageId page);
    void savedViewChosen(tilldeck::ui::SavedView view);
    void themeChosen(tilldeck::ui::ThemeMode mode);
    void refreshRequested();
    void updateKeyRequested();
    void switchModeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildMenus();
    void updateActions();
    void choosePage(PageId id);
    static void focusList(QWidget *page);
    void showPlace();
    void updateTitle();
    void applyRail();
    void focusNextPane();

    struct Page
    {
        QWidget *widget = nullptr;
        QString title;
    };

    Actions m_actions;
    QMenu *m_settings;
    QAction *m_zone;
    QActionGroup *m_themes;
    ModeStrip *m_strip;
    Sidebar *m_sidebar;
    QStackedWidget *m_stack;
    QHash<int, Page> m_pages;
    PageId m_page = PageId::Welcome;
    std::function<bool(PageId)> m_mayLeave;
    Abilities m_pageCan;
    bool m_held = false;
    std::optional<bool> m_railByHand; ///< until the window crosses the width where it changes by itself
    bool m_narrow = false;
};

} // namespace tilldeck::ui
