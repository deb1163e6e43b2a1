// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/account_switcher.h"
#include "ui/shell/mode_strip.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/layouts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

constexpr int railBelow = 1280;
// As high as that of any usual desktop; its own is known only when the window is shown.
constexpr int titleBar = 48;
constexpr int frameBorder = 4;

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_actions(this)
    , m_settings(new QMenu(tr("&Settings"), this))
    , m_zone(new QAction(this))
    , m_themes(new QActionGroup(this))
    , m_strip(new ModeStrip)
    , m_sidebar(new Sidebar(m_settings))
    , m_stack(new QStackedWidget)
{
    setMinimumSize(960, 600);
    resize(1440, 900);
    setWindowIcon(applicationIcon());

    auto *row = makeRowLayout(0);
    row->addWidget(m_sidebar);
    row->addWidget(m_stack, 1);
    auto *central = new QWidget;
    auto *column = makeColumnLayout(central, 0);
    column->addWidget(m_strip);
    column->addLayout(row, 1);
    setCentralWidget(central);
    // White pages between the grey of menus and sidebar.
    m_stack->setAutoFillBackground(true);
    m_stack->setBackgroundRole(QPalette::Base);

    buildMenus();
    connect(m_sidebar, &Sidebar::pageChosen, this, &MainWindow::choosePage);
    connect(m_sidebar, &Sidebar::savedViewChosen, this, &MainWindow::savedViewChosen);
    connect(m_sidebar->accounts(), &AccountSwitcher::accountChosen, this, &MainWindow::accountChosen);
    connect(m_sidebar->accounts(), &AccountSwitcher::allChosen, this, &MainWindow::allAccountsChosen);
    connect(m_sidebar->accounts(), &AccountSwitcher::connectRequested, this, &MainWindow::connectAccountRequested);
    connect(m_strip, &ModeStrip::refreshRequested, this, &MainWindow::refreshRequested);
    connect(m_strip, &ModeStrip::updateKeyRequested, this, &MainWindow::updateKeyRequested);
    connect(m_strip, &ModeStrip::switchModeRequested, this, &MainWindow::switchModeRequested);
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::keepFocusInPage);
    setSettings(ThemeMode::System, QTimeZone::systemTimeZone());
    updateActions();
}

MainWindow::~MainWindow()
{
    // Its parts lose the focus while they are destroyed, when it is no main window any more.
    disconnect(qApp, &QApplication::focusChanged, this, nullptr);
}

void MainWindow::buildMenus()
{
    m_settings->addSection(tr("Appearance"));
    const std::pair<ThemeMode, QString> modes[] = {
        {ThemeMode::System, tr("Like the &system")}, {ThemeMode::Light, tr("&Light")}, {ThemeMode::Dark, tr("&Dark")}};
    for (const auto &[mode, text] : modes) {
        QAction *choice = m_themes->addAction(text);
        choice->setCheckable(true);
        choice->setData(int(mode));
        m_settings->addAction(choice);
    }
    m_settings->addSection(tr("Times are shown in"));
    m_zone->setEnabled(false);
    const QString whyFixed = tr("That of this computer. Change it in the settings of the system.");
    m_zone->setToolTip(whyFixed);
    m_zone->setStatusTip(whyFixed);
    m_settings->setToolTipsVisible(true);
    m_settings->addAction(m_zone);
    connect(m_themes, &QActionGroup::triggered, this,
            [this](const QAction *choice) { emit themeChosen(ThemeMode(choice->data().toInt())); });

    m_actions.fill(menuBar(), m_sidebar->accounts()->menu(), m_settings);
    const auto menus = menuBar()->findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
    for (QMenu *menu : menus)
        connect(menu, &QMenu::aboutToShow, this, &MainWindow::menuAboutToShow);
    const std::pair<Action, PageId> pages[] = {
        {Action::ShowOverview, PageId::Overview},         {Action::ShowSessions, PageId::Sessions},
        {Action::ShowTransactions, PageId::Transactions}, {Action::ShowPromotions, PageId::Promotions},
        {Action::ShowCatalog, PageId::Catalog},           {Action::ShowActivity, PageId::Activity},
        {Action::ShowAccounts, PageId::Accounts}};
    for (const auto &[action, page] : pages)
        connect(m_actions[action], &QAction::triggered, this, [this, page = page] { choosePage(page); });
    connect(m_actions[Action::Quit], &QAction::triggered, this, &QWidget::close);
    connect(m_actions[Action::Refresh], &QAction::triggered, this, &MainWindow::refreshRequested);
    connect(m_actions[Action::ConnectAccount], &QAction::triggered, this, &MainWindow::connectAccountRequested);
    connect(m_actions[Action::NextPane], &QAction::triggered, this, &MainWindow::focusNextPane);
    connect(m_actions[Action::ToggleSidebar], &QAction::triggered, this, [this] {
        m_railByHand = !m_sidebar->isRail();
        applyRail();
    });
    connect(m_actions[Action::About], &QAction::triggered, this, [this] {
        auto *box = new GuardDialog(tr("About Tilldeck"),
                                    tr("Desktop dashboard for checkout sessions.\nFree software under the GNU General "
                                       "Public License, version 3 or later."),
                                    this);
        box->addDetail(tr("Version"), QStringLiteral(TILLDECK_VERSION));
        box->setSafeButton(tr("Close"));
        box->open();
    });
}

void MainWindow::addPage(PageId id, QWidget *page, const QString &title, std::optional<Icon> icon)
{
    m_stack->addWidget(page);
    m_pages.insert(int(id), {page, title});
    // The strip stays last in the focus order: sidebar, page, strip.
    const auto links = m_strip->findChildren<QAbstractButton *>();
    for (auto *link : links)
        setTabOrder(previousInFocusChain(), link);
    if (icon)
        m_sidebar->addPage(id, *icon, title);
}

bool MainWindow::showPage(PageId id)
{
    const Page page = m_pages.value(int(id));
    if (!page.widget)
        return false;
    if (id != m_page && m_mayLeave && !m_mayLeave(m_page)) {
        showPlace();
        return false;
    }
    m_page = id;
    m_pageCan = {};
    m_whyNot.clear();
    const QWidget *focus = QApplication::focusWidget();
    // A focus in the sidebar stays there.
    const bool moving = !focus || m_stack->currentWidget()->isAncestorOf(focus);
    QWidget *last = page.widget->focusWidget();
    m_stack->setCurrentWidget(page.widget);
    if (moving && last && last->isVisibleTo(page.widget))
        last->setFocus(Qt::OtherFocusReason);
    else if (moving)
        focusList(page.widget);
    const bool welcome = id == PageId::Welcome;
    m_strip->setVisible(!welcome);
    m_sidebar->setVisible(!welcome);
    showPlace();
    updateActions();
    updateTitle();
    emit pageShown(id);
    return true;
}

/// Marks the row of the sidebar that stands for the page that is shown.
void MainWindow::showPlace()
{
    if (m_page == PageId::Sessions && m_sessionsView)
        m_sidebar->setCurrentView(*m_sessionsView);
    else
        m_sidebar->setCurrentPage(m_page == PageId::Editor || m_page == PageId::Imports ? PageId::Sessions : m_page);
}

void MainWindow::setAbilities(Abilities can, const QHash<int, QString> &whyNot)
{
    m_pageCan = can;
    m_whyNot = whyNot;
    updateActions();
}

void MainWindow::setHeld(bool held)
{
    m_held = held;
    updateActions();
}

void MainWindow::updateActions()
{
    // Alt+1 and Alt+2 choose on the welcome page.
    const bool welcome = m_page == PageId::Welcome;
    Abilities can = m_pageCan;
    can.setFlag(Ability::Browse, !welcome && !m_held);
    can.setFlag(Ability::Sidebar, !welcome);
    can.setFlag(Ability::Connect, !m_held);
    m_actions.setAbilities(can, m_whyNot);
    m_sidebar->accounts()->setLocked(m_held);
}

/// Moves the focus to the list of @p page, so that arrow keys work at once.
void MainWindow::focusList(QWidget *page)
{
    const auto lists = page->findChildren<QAbstractItemView *>();
    for (auto *list : lists)
        if (list->property("pane").toBool())
            return list->setFocus(Qt::OtherFocusReason);
}

void MainWindow::keepFocusInPage(QWidget *old, QWidget *now)
{
    if (now ? now->window() != this : QApplication::activeWindow() != this)
        return;
    const bool isInPage = now && m_stack->isAncestorOf(now);
    const bool isMoved = now && old && old->window() == this && old->isVisible() && old->isEnabled();
    if (!std::exchange(m_wasInPage, isInPage || (m_wasInPage && !isMoved)) || isInPage || isMoved)
        return;
    // Later: whoever hid the widget may set the focus itself.
    QMetaObject::invokeMethod(this, &MainWindow::focusPage, Qt::QueuedConnection);
}

void MainWindow::focusPage()
{
    const QWidget *focus = QApplication::focusWidget();
    const QWidget *active = focus ? focus->window() : QApplication::activeWindow();
    if (active != this || (focus && m_stack->isAncestorOf(focus)) || !m_wasInPage)
        return;
    QWidget *page = m_stack->currentWidget();
    focusList(page);
    if (page->isAncestorOf(QApplication::focusWidget()))
        return;
    const auto widgets = page->findChildren<QWidget *>();
    for (QWidget *widget : widgets)
        if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() && widget->isEnabled())
            return widget->setFocus(Qt::OtherFocusReason);
}

void MainWindow::choosePage(PageId id)
{
    if (showPage(id))
        emit pageChosen(id);
}

void MainWindow::updateTitle()
{
    const QString title = m_pages.value(int(m_page)).title;
    const AccountEntry *account = m_sidebar->accounts()->current();
    if (m_page == PageId::Welcome || !account) {
        setWindowTitle(tr("%1 — Tilldeck").arg(title));
        return;
    }
    const QString name = m_sidebar->accounts()->shownName();
    switch (account->mode) {
    case accounts::Mode::Live:
        setWindowTitle(tr("%1 · %2, live — Tilldeck", "page, account").arg(title, name));
        break;
    case accounts::Mode::Test:
        setWindowTitle(tr("%1 · %2, test — Tilldeck", "page, account").arg(title, name));
        break;
    case accounts::Mode::Sandbox:
        setWindowTitle(tr("%1 · %2, sandbox — Tilldeck", "page, account").arg(title, name));
        break;
    }
}

void MainWindow::setAccounts(const QList<AccountEntry> &accounts, const QString &currentId, bool all)
{
    m_sidebar->accounts()->setAccounts(accounts, currentId, all);
    updateTitle();
}

void MainWindow::fitInto(const QSize &room)
{
    resize(size().boundedTo(room - QSize(2 * frameBorder, titleBar + frameBorder)));
}

void MainWindow::setModeStrip(const ModeStripState &state)
{
    m_strip->setState(state);
}

void MainWindow::setSessionsView(std::optional<SavedView> view, const QString &title)
{
    m_sessionsView = view;
    m_pages[int(PageId::Sessions)].title = title;
    if (m_page != PageId::Sessions)
        return;
    showPlace();
    updateTitle();
}

void MainWindow::setPageCount(PageId id, int count)
{
    m_sidebar->setPageCount(id, count);
}

void MainWindow::setSavedViewCount(SavedView view, int count)
{
    m_sidebar->setSavedViewCount(view, count);
}

void MainWindow::setSettings(ThemeMode mode, const QTimeZone &zone)
{
    const auto choices = m_themes->actions();
    for (QAction *choice : choices)
        choice->setChecked(choice->data().toInt() == int(mode));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString name = QString::fromUtf8(zone.id());
    const QString brief = zone.abbreviation(now);
    m_zone->setText(name == brief ? name : tr("%1 (%2)", "time zone and its short name").arg(name, brief));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool narrow = width() < railBelow;
    if (narrow != m_narrow)
        m_railByHand.reset();
    m_narrow = narrow;
    applyRail();
}

void MainWindow::applyRail()
{
    const bool rail = m_railByHand.value_or(m_narrow);
    if (m_sidebar->isRail() != rail)
        m_sidebar->setRail(rail);
}

void MainWindow::focusNextPane()
{
    // The sidebar, then whatever the page calls a pane by the property, in their order on screen.
    QList<QWidget *> panes{m_sidebar->list()};
    const auto candidates = m_stack->currentWidget()->findChildren<QWidget *>();
    for (auto *widget : candidates)
        if (widget->property("pane").toBool() && widget->isVisible())
            panes += widget;
    if (panes.size() == 1)
        panes += m_stack->currentWidget();
    std::sort(panes.begin() + 1, panes.end(), [this](const QWidget *a, const QWidget *b) {
        return a->mapTo(this, QPoint()).x() < b->mapTo(this, QPoint()).x();
    });
    if (layoutDirection() == Qt::RightToLeft)
        std::reverse(panes.begin() + 1, panes.end());

    const QWidget *focus = QApplication::focusWidget();
    qsizetype next = 0;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (focus && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus)))
            next = (i + 1) % panes.size();
    QWidget *target = panes.at(next);
    if (target->focusPolicy() == Qt::NoFocus)
        for (auto *child : target->findChildren<QWidget *>())
            if ((child->focusPolicy() & Qt::TabFocus) != 0 && child->isVisible() && child->isEnabled()) {
                target = child;
                break;
            }
    target->setFocus(Qt::ShortcutFocusReason);
}

} // namespace tilldeck::ui

#include "moc_main_window.cpp"
