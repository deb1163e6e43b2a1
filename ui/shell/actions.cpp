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
    {Action::ImportSessions, QT_TRANSLATE_NOOP("Actions", "Import &sessions…"), 0, Icon::Text,
     Ability::Browse | Ability::Account},
    {Action::SaveDraft, QT_TRANSLATE_NOOP("Actions", "&Save draft"), ctrl | Qt::Key_S, Icon::Draft, Ability::SaveDraft},
    {Action::CreateSession, QT_TRANSLATE_NOOP("Actions", "&Create session"), ctrl | Qt::Key_Return, Icon::Check,
     Ability::CreateSession},
    {Action::OpenDraft, QT_TRANSLATE_NOOP("Actions", "&Open draft"), 0, Icon::Draft, Ability::Account},
    {Action::DeleteDraft, QT_TRANSLATE_NOOP("Actions", "&Delete draft…"), 0, Icon::Trash, Ability::Account},
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
    {Action::ShowRequests, QT_TRANSLATE_NOOP("Actions", "Show re&quests"), 0, std::nullopt, Ability::Account},
    {Action::CheckSignature, QT_TRANSLATE_NOOP("Actions", "Check a &webhook signature…"), 0, std::nullopt,
     Ability::Account},
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
    {Action::CopyMail, QT_TRANSLATE_NOOP("Actions", "Copy e-&mail text"), 0, Icon::Text, Ability::Account},
    {Action::CopyMarkdown, QT_TRANSLATE_NOOP("Actions", "Copy Markdown &link"), 0, Icon::Text, Ability::Account},
    {Action::CopyHtml, QT_TRANSLATE_NOOP("Actions", "Copy &HTML payment button"), 0, Icon::Code, Ability::Account},
    {Action::CopyJson, QT_TRANSLATE_NOOP("Actions", "Copy &JSON"), 0, Icon::Code, Ability::Account},
    {Action::CopyCurl, QT_TRANSLATE_NOOP("Actions", "Copy &curl request"), 0, Icon::Code, Ability::Account},
    {Action::CheckSession, QT_TRANSLATE_NOOP("Actions", "Check &now"), 0, Icon::Refresh, Ability::Account},
    {Action::ExpireSession, QT_TRANSLATE_NOOP("Actions", "E&xpire now…"), 0, Icon::Clock, Ability::Account},
    {Action::ShowSessionPayments, QT_TRANSLATE_NOOP("Actions", "Show its &payments"), 0, Icon::Transactions,
     Ability::Account},
    {Action::ExportSessions, QT_TRANSLATE_NOOP("Actions", "&Export sessions…"), 0, Icon::Export,
     Ability::ExportSessions},
    {Action::RefundPayment, QT_TRANSLATE_NOOP("Actions", "&Refund…"), 0, Icon::Undo, Ability::Account},
    {Action::CopyTransactionId, QT_TRANSLATE_NOOP("Actions", "Copy &transaction ID"), 0, Icon::Copy,
     Ability::CopyTransactionId},
    {Action::ShowTransactionSession, QT_TRANSLATE_NOOP("Actions", "Show its &session"), 0, Icon::Session,
     Ability::ShowTransactionSession},
    {Action::ExportPayments, QT_TRANSLATE_NOOP("Actions", "&Export payments…"), 0, Icon::Export, Ability::Account},
    {Action::NewPromotion, QT_TRANSLATE_NOOP("Actions", "New promotion &code or coupon"), 0, Icon::Plus,
     Ability::Account},
    {Action::UsePromotion, QT_TRANSLATE_NOOP("Actions", "Use pro&motion in a new session"), 0, Icon::Session,
     Ability::Account},
    {Action::DeactivatePromotion, QT_TRANSLATE_NOOP("Actions", "&Switch promotion off…"), 0, Icon::Close,
     Ability::Account},
    {Action::UseCatalogItem, QT_TRANSLATE_NOOP("Actions", "&Use in a new session"), 0, Icon::Session, Ability::Account},
    {Action::NewRoute, QT_TRANSLATE_NOOP("Actions", "New &route…"), 0, Icon::Plus, Ability::Account},
    {Action::EditRoute, QT_TRANSLATE_NOOP("Actions", "&Edit route…"), 0, std::nullopt, Ability::Account},
    {Action::ConnectAccount, QT_TRANSLATE_NOOP("Actions", "&Connect an account…"), 0, Icon::Plus, Ability::Connect},
    {Action::UpdateKey, QT_TRANSLATE_NOOP("Actions", "&Update key…"), 0, Icon::Key, Ability::Account},
    {Action::EditAccount, QT_TRANSLATE_NOOP("Actions", "&Edit account…"), 0, std::nullopt, Ability::Account},
    {Action::RemoveAccount, QT_TRANSLATE_NOOP("Actions", "&Remove account…"), 0, Icon::Trash, Ability::Account},
    {Action::ShowStorage, QT_TRANSLATE_NOOP("Actions", "&Data on this computer…"), 0, Icon::Draft},
    {Action::About, QT_TRANSLATE_NOOP("Actions", "&About Tilldeck"), 0, Icon::Info},
};

/// Returns why nothing that needs @p missing can be done; the first of several.
QString whyNotWithout(Abilities missing)
{
    const std::pair<Abilities, const char *> reasons[] = {
        {Ability::Sidebar, QT_TRANSLATE_NOOP("Actions", "Open the sandbox or connect an account first.")},
        {Ability::Account, QT_TRANSLATE_NOOP("Actions", "Open the sandbox or connect an account first.")},
        {Ability::Browse | Ability::Connect,
         QT_TRANSLATE_NOOP("Actions", "Not while a session is being created, and not before there is an account.")},
        {Ability::Create, QT_TRANSLATE_NOOP("Actions", "Nothing is created for now. Help › Data on this computer says "
                                                       "why.")},
        {Ability::SaveDraft | Ability::CreateSession,
         QT_TRANSLATE_NOOP("Actions", "Open a draft or begin a new session, and fill in what is marked.")},
        {Ability::Search | Ability::RightPanel, QT_TRANSLATE_NOOP("Actions", "This page has none.")},
        {Ability::ExportSessions, QT_TRANSLATE_NOOP("Actions", "Show the page Checkout sessions first.")},
        {Ability::CopyTransactionId | Ability::ShowTransactionSession,
         QT_TRANSLATE_NOOP("Actions", "Choose a payment on the page Transactions first.")},
    };
    for (const auto &[abilities, reason] : reasons) {
        if (missing & abilities)
            return QCoreApplication::translate("Actions", reason);
    }
    return QCoreApplication::translate("Actions", "Choose a session on the page Checkout sessions that this can be "
                                                  "done with.");
}

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

void Actions::setAbilities(Abilities can, const QHash<int, QString> &whyNot)
{
    for (const ActionDescription &description : descriptions) {
        const Abilities missing = description.needs & ~can;
        QString why = whyNot.value(int(description.action));
        if (why.isEmpty() && missing != Abilities())
            why = whyNotWithout(missing);
        QAction *action = m_actions.value(int(description.action));
        action->setEnabled(why.isEmpty());
        action->setToolTip(why);
        action->setStatusTip(why);
    }
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
    add(file, {Action::OpenDraft, Action::DeleteDraft});
    file->addSeparator();
    add(file, {Action::Quit});

    add(bar->addMenu(tr("&Edit")), {Action::Find});

    QMenu *view = bar->addMenu(tr("&View"));
    add(view, {Action::ShowOverview, Action::ShowSessions, Action::ShowTransactions, Action::ShowPromotions,
               Action::ShowCatalog, Action::ShowActivity, Action::ShowAccounts});
    view->addSeparator();
    add(view, {Action::ShowRequests, Action::CheckSignature});
    view->addSeparator();
    add(view, {Action::Refresh, Action::ToggleRightPanel, Action::ToggleSidebar, Action::NextPane});
    view->addSeparator();
    view->addMenu(themes);

    QMenu *session = bar->addMenu(tr("&Session"));
    add(session, {Action::Duplicate});
    session->addSeparator();
    add(session, {Action::CopyUrl, Action::CopyToken, Action::CopyId, Action::CopyMail, Action::CopyMarkdown,
                  Action::CopyHtml, Action::CopyJson, Action::CopyCurl});
    session->addSeparator();
    add(session, {Action::OpenUrl, Action::ShowQr, Action::RevealToken});
    session->addSeparator();
    add(session, {Action::CheckSession, Action::ExpireSession, Action::ShowSessionPayments});
    session->addSeparator();
    add(session, {Action::TrackSession, Action::ImportSessions, Action::ExportSessions});

    QMenu *transaction = bar->addMenu(tr("&Transaction"));
    add(transaction, {Action::RefundPayment});
    transaction->addSeparator();
    add(transaction, {Action::CopyTransactionId, Action::ShowTransactionSession, Action::ExportPayments});

    QMenu *catalog = bar->addMenu(tr("&Catalog"));
    add(catalog, {Action::NewPromotion, Action::UsePromotion, Action::DeactivatePromotion});
    catalog->addSeparator();
    add(catalog, {Action::UseCatalogItem, Action::NewRoute, Action::EditRoute});

    QMenu *account = bar->addMenu(tr("&Account"));
    account->addMenu(accounts);
    account->addSeparator();
    add(account, {Action::ConnectAccount, Action::UpdateKey, Action::EditAccount, Action::RemoveAccount});

    add(bar->addMenu(tr("&Help")), {Action::ShowStorage, Action::About});

    // Those that cannot be used say why.
    const auto menus = bar->findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
    for (QMenu *menu : menus)
        menu->setToolTipsVisible(true);
}

} // namespace tilldeck::ui

#include "moc_actions.cpp"
