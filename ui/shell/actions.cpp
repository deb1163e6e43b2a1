// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/style/icon.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

#include <optional>

namespace tilldeck::ui {

namespace {

struct ActionDescription
{
    Action action;
    const char *text;
    int key = 0;
    std::optional<Icon> icon = {};
    Abilities needs = {};
};

constexpr auto ctrl = int(Qt::ControlModifier);
constexpr auto ctrlShift = int(Qt::ControlModifier) | int(Qt::ShiftModifier);
constexpr auto alt = int(Qt::AltModifier);

const ActionDescription descriptions[] = {
    {Action::NewSession, QT_TRANSLATE_NOOP("Actions", "&New session"), ctrl | Qt::Key_N, Icon::Plus,
     Ability::Browse | Ability::Account | Ability::Create},
    {Action::TrackSession, QT_TRANSLATE_NOOP("Actions", "Trac&k a session…"), ctrl | Qt::Key_T, Icon::Link,
     Ability::Browse | Ability::Account},
    {Action::SaveDraft, QT_TRANSLATE_NOOP("Actions", "&Save draft"), ctrl | Qt::Key_S, Icon::Draft, Ability::SaveDraft},
    {Action::CreateSession, QT_TRANSLATE_NOOP("Actions", "&Create session"), ctrl | Qt::Key_Return, Icon::Check,
     Ability::CreateSession},
    {Action::Quit, QT_TRANSLATE_NOOP("Actions", "&Quit"), ctrl | Qt::Key_Q},
    {Action::Find, QT_TRANSLATE_NOOP("Actions", "&Find"), ctrl | Qt::Key_F, Icon::Search, Ability::Search},
    {Action::ShowOverview, QT_TRANSLATE_NOOP("Actions", "&Overview"), alt | Qt::Key_1, Icon::Overview, Ability::Browse},
    {Action::ShowSessions, QT_TRANSLATE_NOOP("Actions", "Checkout &sessions"), alt | Qt::Key_2, Icon::Session,
     Ability::Browse},
    {Action::ShowTransactions, QT_TRANSLATE_NOOP("Actions", "&Transactions"), alt | Qt::Key_3, Icon::Transactions,
     Ability::Browse},
    {Action::ShowPromotions, QT_TRANSLATE_NOOP("Actions", "Pro&motions"), alt | Qt::Key_4, Icon::Price,
     Ability::Browse},
    {Action::ShowCatalog, QT_TRANSLATE_NOOP("Actions", "Catalo&g"), alt | Qt::Key_5, Icon::Text, Ability::Browse},
    {Action::ShowActivity, QT_TRANSLATE_NOOP("Actions", "A&ctivity"), alt | Qt::Key_6, Icon::Bolt, Ability::Browse},
    {Action::ShowAccounts, QT_TRANSLATE_NOOP("Actions", "&Accounts"), alt | Qt::Key_7, Icon::Key, Ability::Browse},
    {Action::Refresh, QT_TRANSLATE_NOOP("Actions", "&Refresh"), Qt::Key_F5, Icon::Refresh, Ability::Account},
    {Action::ToggleRightPanel, QT_TRANSLATE_NOOP("Actions", "Right &panel"), Qt::Key_F9, Icon::PanelRight,
     Ability::RightPanel},
    {Action::ToggleSidebar, QT_TRANSLATE_NOOP("Actions", "Side&bar"), ctrl | Qt::Key_B, Icon::Sidebar,
     Ability::Sidebar},
    {Action::NextPane, QT_TRANSLATE_NOOP("Actions", "&Next pane"), Qt::Key_F6},
    {Action::Duplicate, QT_TRANSLATE_NOOP("Actions", "&Duplicate…"), ctrl | Qt::Key_D, Icon::Session,
     Ability::Duplicate},
    {Action::CopyUrl, QT_TRANSLATE_NOOP("Actions", "Copy checkout &URL"), ctrlShift | Qt::Key_C, Icon::Link,
     Ability::CopyUrl},
    {Action::CopyToken, QT_TRANSLATE_NOOP("Actions", "Copy secure &token"), ctrlShift | Qt::Key_T, Icon::Key,
     Ability::CopyToken},
    {Action::CopyId, QT_TRANSLATE_NOOP("Actions", "Copy session &ID"), ctrlShift | Qt::Key_I, Icon::Copy,
     Ability::CopyId},
    {Action::OpenUrl, QT_TRANSLATE_NOOP("Actions", "&Open checkout URL"), ctrlShift | Qt::Key_O, Icon::OpenExternal,
     Ability::OpenUrl},
    {Action::ShowQr, QT_TRANSLATE_NOOP("Actions", "Show &QR code"), ctrlShift | Qt::Key_Q, Icon::Qr, Ability::ShowQr},
    {Action::RevealToken, QT_TRANSLATE_NOOP("Actions", "&Reveal token"), ctrlShift | Qt::Key_R, Icon::Eye,
     Ability::RevealToken},
    {Action::ExportSessions, QT_TRANSLATE_NOOP("Actions", "&Export sessions…"), 0, Icon::Export,
     Ability::ExportSessions},
    {Action::CopyTransactionId, QT_TRANSLATE_NOOP("Actions", "Copy &transaction ID"), 0, Icon::Copy,
     Ability::CopyTransactionId},
    {Action::ShowTransactionSession, QT_TRANSLATE_NOOP("Actions", "Show its &session"), 0, Icon::Session,
     Ability::ShowTransactionSession},
    {Action::ConnectAccount, QT_TRANSLATE_NOOP("Actions", "&Connect an account…"), 0, Icon::Plus, Ability::Connect},
    {Action::ShowStorage, QT_TRANSLATE_NOOP("Actions", "&Data on this computer…"), 0, Icon::Draft},
    {Action::About, QT_TRANSLATE_NOOP("Actions", "&About Tilldeck"), 0, Icon::Info},
};

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const ActionDescription &description : descriptions) {
        auto *action = new QAction(QCoreApplication::translate("Actions", description.text), this);
        if (description.key != 0)
            action->setShortcut(QKeySequence(description.key));
        if (description.icon)
            action->setIcon(icon(*description.icon));
        action->setMenuRole(description.action == Action::Quit    ? QAction::QuitRole
                            : description.action == Action::About ? QAction::AboutRole
                                                                  : QAction::NoRole);
        m_actions.insert(int(description.action), action);
    }
    setAbilities({});
}

void Actions::setAbilities(Abilities can)
{
    for (const ActionDescription &description : descriptions)
        m_actions.value(int(description.action))->setEnabled((description.needs & ~can) == Abilities());
}

void Actions::fill(QMenuBar *bar, QMenu *accounts, QMenu *themes) const
{
    const auto add = [this](QMenu *menu, std::initializer_list<Action> actions) {
        for (const Action action : actions)
            menu->addAction((*this)[action]);
    };
    QMenu *file = bar->addMenu(tr("&File"));
    add(file, {Action::NewSession, Action::SaveDraft, Action::CreateSession});
    file->addSeparator();
    add(file, {Action::Quit});

    add(bar->addMenu(tr("&Edit")), {Action::Find});

    QMenu *view = bar->addMenu(tr("&View"));
    add(view, {Action::ShowOverview, Action::ShowSessions, Action::ShowTransactions, Action::ShowPromotions,
               Action::ShowCatalog, Action::ShowActivity, Action::ShowAccounts});
    view->addSeparator();
    add(view, {Action::Refresh, Action::ToggleRightPanel, Action::ToggleSidebar, Action::NextPane});
    view->addSeparator();
    view->addMenu(themes);

    QMenu *session = bar->addMenu(tr("&Session"));
    add(session, {Action::Duplicate});
    session->addSeparator();
    add(session, {Action::CopyUrl, Action::CopyToken, Action::CopyId});
    session->addSeparator();
    add(session, {Action::OpenUrl, Action::ShowQr, Action::RevealToken});
    session->addSeparator();
    add(session, {Action::TrackSession, Action::ExportSessions});

    add(bar->addMenu(tr("&Transaction")), {Action::CopyTransactionId, Action::ShowTransactionSession});

    QMenu *account = bar->addMenu(tr("&Account"));
    account->addMenu(accounts);
    account->addSeparator();
    add(account, {Action::ConnectAccount});

    add(bar->addMenu(tr("&Help")), {Action::ShowStorage, Action::About});
}

} // namespace tilldeck::ui

#include "moc_actions.cpp"
