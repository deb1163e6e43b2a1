// SPDX-License-Identifier: GPL-3.0-or-later
// Connects the actions of the menus, and enables them by what the shown page can do.
#include "dashboard/dashboard.h"

#include "ui/accounts/accounts_page.h"
#include "ui/activity/activity_page.h"
#include "ui/catalog/catalog_page.h"
#include "ui/editor/editor_page.h"
#include "ui/lists/detail_panel.h"
#include "ui/lists/list_frame.h"
#include "ui/promotions/promotions_page.h"
#include "ui/sessions/drafts_page.h"
#include "ui/sessions/sessions_page.h"
#include "ui/shell/mode_strip.h"
#include "ui/transactions/transactions_page.h"

#include <QAbstractButton>
#include <QAction>

namespace tilldeck::dashboard {

using namespace Qt::StringLiterals;

using ui::Ability;
using ui::Action;
using ui::PageId;

namespace {

/// Moves the shortcut of @p action into its text, because the page has that shortcut.
void writeKeys(QAction *action)
{
    if (action->shortcut().isEmpty())
        return;
    // Qt triggers neither of two actions that have the same shortcut.
    action->setText(action->text() + u'\t' + action->shortcut().toString(QKeySequence::NativeText));
    action->setShortcut({});
}

/// Returns the frame of @p page whose panel of details holds @p button; null for a button outside of one.
ui::ListFrame *frameOfPanel(const QAbstractButton &button, const QWidget &page)
{
    auto *frame = page.findChild<ui::ListFrame *>();
    return frame && frame->panel()->isAncestorOf(&button) ? frame : nullptr;
}

/// Returns whether @p page offers @p button: in a panel of details also while the merchant has closed it, because what
/// can be done depends on the chosen row alone.
bool isOffered(const QAbstractButton &button, const QWidget &page)
{
    const ui::ListFrame *frame = frameOfPanel(button, page);
    return frame ? frame->hasCurrent() && button.isVisibleTo(frame->panel()) : button.isVisibleTo(&page);
}

} // namespace

void Dashboard::mirror(Action action, std::optional<Ability> ability, PageId page, QAction *own)
{
    writeKeys(own);
    m_mirrored.push_back({action, ability, page, own});
    connect(own, &QAction::changed, this, &Dashboard::updateActions);
    connect(m_window->action(action), &QAction::triggered, own, [this, page, own] {
        if (m_window->currentPage() == page)
            own->trigger();
    });
}

void Dashboard::mirrorButton(Action action, PageId page, QWidget *widget, const QString &name)
{
    m_pressed.push_back({action, page, widget, name});
    connect(m_window->action(action), &QAction::triggered, this, [this, page, widget, name] {
        auto *button = widget->findChild<QAbstractButton *>(name);
        if (m_window->currentPage() != page || !button || !isOffered(*button, *widget))
            return;
        if (ui::ListFrame *frame = frameOfPanel(*button, *widget))
            frame->setPanelWanted(true); // what the button asks stands in it
        button->click();
    });
}

/// Mirrors what is offered on the pages without a key of its own.
void Dashboard::mirrorCopies()
{
    const ui::SessionActions &session = m_sessions->sessionActions();
    for (const auto &[action, own] :
         {std::pair(Action::CopyMail, session.copyMail), std::pair(Action::CopyMarkdown, session.copyMarkdown),
          std::pair(Action::CopyHtml, session.copyHtml), std::pair(Action::CopyJson, session.copyJson),
          std::pair(Action::CopyCurl, session.copyCurl), std::pair(Action::CheckSession, session.checkNow),
          std::pair(Action::ExpireSession, session.expireNow),
          std::pair(Action::ShowSessionPayments, session.showTransaction)})
        mirror(action, {}, PageId::Sessions, own);
    mirrorButton(Action::RefundPayment, PageId::Transactions, m_transactions, u"refund"_s);
    mirrorButton(Action::ExportPayments, PageId::Transactions, m_transactions, u"exportCsv"_s);
    mirrorButton(Action::NewPromotion, PageId::Promotions, m_promotions, u"newCode"_s);
    mirrorButton(Action::UsePromotion, PageId::Promotions, m_promotions, u"usePromotion"_s);
    mirrorButton(Action::DeactivatePromotion, PageId::Promotions, m_promotions, u"deactivate"_s);
    mirrorButton(Action::UseCatalogItem, PageId::Catalog, m_catalog, u"useInNewSession"_s);
    mirrorButton(Action::NewRoute, PageId::Catalog, m_catalog, u"newRoute"_s);
    mirrorButton(Action::EditRoute, PageId::Catalog, m_catalog, u"editRoute"_s);
    mirrorButton(Action::OpenDraft, PageId::Drafts, m_drafts, u"openDraft"_s);
    mirrorButton(Action::DeleteDraft, PageId::Drafts, m_drafts, u"deleteDraft"_s);
    mirrorButton(Action::ShowRequests, PageId::Activity, m_activity, u"showRequests"_s);
    mirrorButton(Action::CheckSignature, PageId::Activity, m_activity, u"checkSignature"_s);
    mirrorButton(Action::EditAccount, PageId::Accounts, m_accounts, u"editAccount"_s);
    mirrorButton(Action::RemoveAccount, PageId::Accounts, m_accounts, u"removeAccount"_s);
    connect(m_window->action(Action::UpdateKey), &QAction::triggered, this,
            [this] { m_accounts->askKey(m_accountId); });
    connect(m_window.get(), &ui::MainWindow::menuAboutToShow, this, &Dashboard::updateActions);
}

void Dashboard::connectActions()
{
    const auto on = [this](Action action, auto then) {
        connect(m_window->action(action), &QAction::triggered, this, then);
    };
    const ui::SessionActions &session = m_sessions->sessionActions();
    mirror(Action::Duplicate, Ability::Duplicate, PageId::Sessions, session.duplicate);
    mirror(Action::CopyUrl, Ability::CopyUrl, PageId::Sessions, session.copyUrl);
    mirror(Action::CopyToken, Ability::CopyToken, PageId::Sessions, session.copyToken);
    mirror(Action::CopyId, Ability::CopyId, PageId::Sessions, session.copyId);
    mirror(Action::OpenUrl, Ability::OpenUrl, PageId::Sessions, session.openUrl);
    mirror(Action::ShowQr, Ability::ShowQr, PageId::Sessions, session.showQr);
    mirror(Action::RevealToken, Ability::RevealToken, PageId::Sessions, session.reveal);
    mirror(Action::CopyTransactionId, Ability::CopyTransactionId, PageId::Transactions, m_transactions->copyIdAction());
    mirror(Action::ShowTransactionSession, Ability::ShowTransactionSession, PageId::Transactions,
           m_transactions->showSessionAction());

    mirrorCopies();

    on(Action::NewSession, &Dashboard::newSession);
    on(Action::TrackSession, [this] {
        if (m_window->showPage(PageId::Sessions))
            m_sessions->track();
    });
    connect(m_window->action(Action::ShowStorage), &QAction::triggered, &m_storage, &StorageNotice::open);
    connect(m_window->modeStrip(), &ui::ModeStrip::storageRequested, &m_storage, &StorageNotice::open);
    connect(&m_desk, &desk::Desk::storageChanged, this, &Dashboard::followStorage);
    on(Action::ExportSessions, [this] { m_sessions->exportFiltered(); });

    // Lists and the editor bind these keys themselves.
    for (const Action own : {Action::Find, Action::ToggleRightPanel, Action::SaveDraft, Action::CreateSession})
        writeKeys(m_window->action(own));
    on(Action::Find, [this] {
        if (m_window->currentPage() == PageId::Promotions)
            m_promotions->focusSearch();
        else if (m_window->currentPage() == PageId::Catalog)
            m_catalog->focusSearch();
        else if (ui::ListFrame *list = shownList())
            list->focusSearch();
    });
    on(Action::ToggleRightPanel, [this] {
        if (ui::ListFrame *list = shownList())
            list->setPanelWanted(!list->isPanelWanted());
        else if (m_editor->isOpen())
            m_editor->screen()->togglePanel();
    });
    on(Action::SaveDraft, [this] { m_editor->save(); });
    on(Action::CreateSession, [this] { m_editor->create(); });
    connect(m_window.get(), &ui::MainWindow::pageShown, this, &Dashboard::updateActions);
}

ui::ListFrame *Dashboard::shownList() const
{
    switch (m_window->currentPage()) {
    case PageId::Sessions:
        return m_sessions->findChild<ui::ListFrame *>();
    case PageId::Transactions:
        return m_transactions->findChild<ui::ListFrame *>();
    case PageId::Activity:
        return m_activity->findChild<ui::ListFrame *>();
    default:
        return nullptr;
    }
}

ui::Abilities Dashboard::abilities() const
{
    const PageId page = m_window->currentPage();
    const bool hasList = shownList();
    const bool hasAccount = page != PageId::Welcome && m_desk.accounts().byId(m_accountId).has_value();
    const bool isEditing = page == PageId::Editor && m_editor->isOpen() && !m_editor->isBusy();
    ui::Abilities can;
    can.setFlag(Ability::Account, hasAccount);
    can.setFlag(Ability::Create, hasAccount && m_desk.whyNoWrites().isEmpty());
    can.setFlag(Ability::Search, hasList || page == PageId::Promotions || page == PageId::Catalog);
    can.setFlag(Ability::RightPanel, hasList || isEditing);
    can.setFlag(Ability::SaveDraft, isEditing);
    can.setFlag(Ability::CreateSession, isEditing && m_editor->canCreate());
    can.setFlag(Ability::ExportSessions, hasAccount && page == PageId::Sessions);
    for (const Mirrored &mirrored : m_mirrored)
        if (mirrored.ability)
            can.setFlag(*mirrored.ability, mirrored.page == page && mirrored.own->isEnabled());
    return can;
}

QHash<int, QString> Dashboard::whyNot() const
{
    const PageId page = m_window->currentPage();
    QHash<int, QString> reasons;
    const auto elsewhere = [this](PageId where) {
        return tr("Show the page %1 first, and choose what it is about.").arg(m_window->pageTitle(where));
    };
    for (const Mirrored &mirrored : m_mirrored) {
        const QString own = mirrored.own->toolTip() == mirrored.own->iconText() ? QString() : mirrored.own->toolTip();
        if (mirrored.page == page && mirrored.own->isEnabled())
            continue;
        if (mirrored.page == page && !own.isEmpty())
            reasons.insert(int(mirrored.action), own);
        else if (!mirrored.ability)
            reasons.insert(int(mirrored.action), mirrored.page == page
                                                     ? tr("Choose a session that this can be done with.")
                                                     : elsewhere(mirrored.page));
    }
    for (const Pressed &pressed : m_pressed) {
        const auto *button = pressed.widget->findChild<QAbstractButton *>(pressed.name);
        const bool isShown = pressed.page == page && button && isOffered(*button, *pressed.widget);
        if (isShown && button->isEnabled())
            continue;
        const QString own = isShown ? button->toolTip() : QString();
        reasons.insert(int(pressed.action), pressed.page != page ? elsewhere(pressed.page)
                                            : own.isEmpty()      ? tr("Choose a row that this can be done with.")
                                                                 : own);
    }
    if (const QString held = m_editor->isOpen() ? m_editor->whyNoCreation() : QString(); !held.isEmpty())
        reasons.insert(int(Action::CreateSession), held);
    if (m_sandbox.accountIds().contains(m_accountId))
        reasons.insert(int(Action::UpdateKey), tr("The keys of the sandbox come with it."));
    if (const QString held = m_desk.accounts().whyReadOnly(); !held.isEmpty())
        reasons.insert(int(Action::ConnectAccount), held);
    return reasons;
}

void Dashboard::updateActions()
{
    m_window->setAbilities(abilities(), whyNot());
}

} // namespace tilldeck::dashboard
