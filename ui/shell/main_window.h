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

/// Shows the menus, the mode strip, the sidebar, and one page at a time. It shows the accounts and counts that are set,
/// and knows nothing else of them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Adds @p page as a child. With an @p icon it gets a row in the sidebar, in the order of the calls.
    void addPage(PageId id, QWidget *page, const QString &title, std::optional<Icon> icon = {});
    /// Shows the page @p id; the welcome page has no sidebar and no strip. Returns false and keeps the current page if
    /// that may not be left.
    bool showPage(PageId id);
    PageId currentPage() const { return m_page; }
    QString pageTitle(PageId id) const { return m_pages.value(int(id)).title; }
    /// Sets what is asked before another page takes the place of the current one.
    void setMayLeave(std::function<bool(PageId)> mayLeave) { m_mayLeave = std::move(mayLeave); }
    /// Sets what the page that is shown can do. Another page can do nothing until it is set again, see pageShown().
    /// Actions that @p whyNot has a sentence for are disabled, too, and say it.
    void setAbilities(Abilities can, const QHash<int, QString> &whyNot = {});
    /// Keeps another page or account from being chosen while a session is being created.
    void setHeld(bool held);

    /// Makes a window that has not been shown yet small enough for the free part @p room of a screen, with the title
    /// bar that the desktop adds above it.
    void fitInto(const QSize &room);
    void setAccounts(const QList<AccountEntry> &accounts, const QString &currentId, bool all = false);
    void setModeStrip(const ModeStripState &state);
    /// Names the view of the page Sessions that is shown there; without one, the sidebar shows the page itself.
    void setSessionsView(std::optional<SavedView> view, const QString &title);
    void setPageCount(PageId id, int count);
    void setSavedViewCount(SavedView view, int count);
    /// Checks the current @p mode in the menu, and shows the zone of the times.
    void setSettings(ThemeMode mode, const QTimeZone &zone);

    QAction *action(Action action) const { return m_actions[action]; }
    ModeStrip *modeStrip() const { return m_strip; }
    Sidebar *sidebar() const { return m_sidebar; }

signals:
    void accountChosen(const QString &id);
    void allAccountsChosen(tilldeck::accounts::Mode mode);
    void connectAccountRequested();
    /// Emitted whenever a page was shown.
    void pageShown(tilldeck::ui::PageId page);
    /// Emitted when the merchant chose a page, which is shown already.
    void pageChosen(tilldeck::ui::PageId page);
    void savedViewChosen(tilldeck::ui::SavedView view);
    void themeChosen(tilldeck::ui::ThemeMode mode);
    /// Emitted before a menu opens, so that its actions can be set once more.
    void menuAboutToShow();
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
    /// Brings a focus back into the page that its widget lost by being hidden or disabled, or while a dialog was open.
    void keepFocusInPage(QWidget *old, QWidget *now);
    void focusPage();
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
    std::optional<SavedView> m_sessionsView;
    bool m_wasInPage = false; ///< Whether the page had the focus of this window last.
    std::function<bool(PageId)> m_mayLeave;
    Abilities m_pageCan;
    QHash<int, QString> m_whyNot; ///< By Action.
    bool m_held = false;
    std::optional<bool> m_railByHand; ///< Holds until the window crosses the width where it changes by itself.
    bool m_narrow = false;
};

} // namespace tilldeck::ui
