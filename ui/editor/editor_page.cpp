// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_page.h"

#include "checkout/tidy_draft.h"
#include "desk/creation_request.h"
#include "ui/forms/real_money.h"
#include "ui/widgets/close_dialogs.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/time_text.h"

#include <QGuiApplication>
#include <QVBoxLayout>

#include <utility>

namespace tilldeck::ui {

using namespace std::chrono_literals;
using checkout::SessionDraft;
using providers::RequestText;

namespace {

constexpr auto autosaveDelay = 1s;

/// Returns whether the form of an account looks or acts otherwise after the change from @p before to @p after.
bool isAnotherForm(accounts::Account before, const accounts::Account &after)
{
    before.name = after.name;
    before.number = after.number;
    return before != after;
}

} // namespace

EditorPage::EditorPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_catalogs(catalogs)
    , m_layout(makeColumnLayout(this, 0))
{
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(autosaveDelay);
    connect(&m_autosave, &QTimer::timeout, this, &EditorPage::save);
    connect(&desk.accounts(), &accounts::AccountStore::changed, this, &EditorPage::accountsChanged);
    connect(&desk, &desk::Desk::storageChanged, this, &EditorPage::showHeldBack);
    connect(&desk.keys(), &accounts::KeyStore::entered, this, [this](const QString &accountId) {
        if (m_screen && accountId == m_accountId)
            m_screen->forgetKeyError();
    });
    connect(&catalogs, &desk::CatalogCache::changed, this, [this](const QString &accountId) {
        if (m_screen && accountId == m_accountId)
            readCatalog();
    });
    connect(&catalogs, &desk::CatalogCache::failed, this,
            [this](const QString &accountId, const checkout::Error &error) {
                if (m_screen && accountId == m_accountId && !m_flow->isBusy())
                    m_screen->showError(error);
            });
}

EditorPage::~EditorPage()
{
    if (m_autosave.isActive())
        save();
}

void EditorPage::setAccounts(std::vector<AccountChoice> accounts)
{
    m_accounts = std::move(accounts);
    if (m_screen)
        m_screen->setAccounts(m_accounts, m_accountId);
}

void EditorPage::startNew(const QString &accountId)
{
    SessionDraft draft;
    draft.lineItems.emplace_back();
    begin(accountId, {}, draft, true);
}

void EditorPage::open(const ledger::DraftRecord &record)
{
    if (!begin(record.accountId, record.id, record.draft, false))
        return;
    m_isOld = true;
    m_screen->setSavedText(
        tr("Draft saved %1").arg(listTime(record.savedAt, m_desk.now(), QTimeZone::systemTimeZone(), locale())));
}

void EditorPage::duplicate(const ledger::SessionRecord &record)
{
    if (begin(record.accountId, {}, record.draft == SessionDraft() ? record.session.contents : record.draft, false))
        m_autosave.start();
}

bool EditorPage::begin(const QString &accountId, const QString &draftId, const SessionDraft &draft, bool fresh)
{
    // Here no signal of the screen is on its way, so it can go at once, and nobody finds it beside the new one.
    const QPointer<EditorScreen> before = m_screen;
    if (!leave())
        return false;
    delete before;
    m_accountId = accountId;
    m_draftId = draftId;
    makeParts();
    m_draft->setDraft(draft, fresh);
    makeScreen();
    m_screen->focusFirstField();
    emit stateChanged();
    return true;
}

void EditorPage::makeParts()
{
    m_draft = new DraftEditor(this);
    m_feed = new desk::PreviewFeed(m_desk, m_catalogs, this);
    m_flow = new CreateFlow(m_desk, this);
    connect(m_draft, &DraftEditor::changed, this, &EditorPage::edited);
    connect(m_feed, &desk::PreviewFeed::ready, this, &EditorPage::preview);
    connect(m_feed, &desk::PreviewFeed::stale, this, [this] { m_screen->setStale(); });
    connect(m_flow, &CreateFlow::busyChanged, this, [this](bool busy) {
        m_screen->setBusy(busy);
        emit stateChanged();
    });
    connect(m_flow, &CreateFlow::rejected, this, &EditorPage::showRefusal);
    // The sessions list holds what was asked for: a draft beside it would invite to create it twice.
    connect(m_flow, &CreateFlow::outcomeUnknown, this, &EditorPage::removeDraft);
    connect(m_flow, &CreateFlow::leftOpen, this, [this](const QString &accountId, const QString &intentId) {
        keepUnsent();
        drop();
        emit closed();
        emit outcomeLeftOpen(accountId, intentId);
    });
    connect(m_flow, &CreateFlow::confirmed, this, [this](const ledger::SessionRecord &record) {
        removeDraft();
        drop();
        emit sessionCreated(record);
    });
    connect(m_flow, &CreateFlow::earlierConfirmed, this, [this](const ledger::SessionRecord &record) {
        keepUnsent();
        drop();
        emit sessionCreated(record);
    });
}

bool EditorPage::leave()
{
    if (isBusy())
        return false;
    if (m_autosave.isActive())
        save();
    drop();
    return true;
}

void EditorPage::drop()
{
    if (!m_screen)
        return;
    closeDialogs(this);
    m_autosave.stop();
    m_requests.cancel();
    for (QObject *part : {static_cast<QObject *>(m_screen), static_cast<QObject *>(m_draft),
                          static_cast<QObject *>(m_feed), static_cast<QObject *>(m_flow)})
        part->disconnect(this);
    m_layout->removeWidget(m_screen);
    // What is dropped may be emitting the signal that brought us here, and the screen reads the draft to its end.
    m_draft->setParent(m_screen);
    m_screen->deleteLater();
    m_feed->deleteLater();
    m_flow->deleteLater();
    m_screen = nullptr;
    m_draft = nullptr;
    m_feed = nullptr;
    m_flow = nullptr;
    m_accountId.clear();
    m_account = {};
    m_draftId.clear();
    m_isOld = false;
    m_quote.reset();
    emit stateChanged();
}

void EditorPage::makeScreen()
{
    // Before the form is made: it suggests what is usual for this account. The question itself may have an answer at
    // once, which finds the screen that is there.
    m_catalogs.ensure(m_accountId);
    m_draft->setCatalog(std::make_shared<checkout::Catalog>(m_catalogs.catalog(m_accountId)));
    closeDialogs(this); // they are about the account and the flow before
    m_isChoosing = false;
    delete std::exchange(m_screen, nullptr);
    m_account = m_desk.accounts().byId(m_accountId).value_or(accounts::Account());
    const checkout::Capabilities can = m_desk.capabilities(m_accountId, m_draft->flow());
    m_quotes = can.quoteLifetime.has_value();
    m_quote.reset();
    m_screen =
        new EditorScreen(m_draft, can, m_account.mode, [this] { return m_desk.now(); }, QGuiApplication::clipboard());
    m_layout->addWidget(m_screen);
    // At once and not with the next event, so that it can take the focus.
    m_screen->show();
    m_screen->setAccounts(m_accounts, m_accountId);
    m_screen->setHeldBack(whyNoCreation());
    connect(m_screen, &EditorScreen::closeRequested, this, &EditorPage::close);
    connect(m_screen, &EditorScreen::saveRequested, this, &EditorPage::save);
    connect(m_screen, &EditorScreen::discardRequested, this, &EditorPage::askToDiscard);
    connect(m_screen, &EditorScreen::createRequested, this, qOverload<bool>(&EditorPage::create));
    connect(m_screen, &EditorScreen::canCreateChanged, this, &EditorPage::stateChanged);
    connect(m_screen, &EditorScreen::requestShown, this, &EditorPage::describe);
    connect(m_screen, &EditorScreen::keyRequested, this, [this] { emit keyNeeded(m_accountId); });
    // The screen that asks must not be deleted while its signal is on the way.
    // Nothing is created before the choice is applied, and none is applied to another screen.
    const auto later = [this, screen = QPointer(m_screen)](void (EditorPage::*apply)(const QString &)) {
        return [this, screen, apply](const QString &choice) {
            m_isChoosing = true;
            QMetaObject::invokeMethod(
                this,
                [this, screen, apply, choice] {
                    if (!screen || screen != m_screen)
                        return;
                    m_isChoosing = false;
                    (this->*apply)(choice);
                },
                Qt::QueuedConnection);
        };
    };
    connect(m_screen, &EditorScreen::accountChosen, this, later(&EditorPage::chooseAccount));
    connect(m_screen, &EditorScreen::flowChosen, this, later(&EditorPage::chooseFlow));
    connect(m_screen, &EditorScreen::quoteRequested, m_feed, &desk::PreviewFeed::refreshQuote);
    readCatalog();
    // A fetch that failed a moment ago is not repeated; why stands there all the same.
    if (const auto error = m_catalogs.error(m_accountId); error && !m_catalogs.isKnown(m_accountId))
        m_screen->showError(*error);
    m_feed->setDraft(m_accountId, m_draft->draft());
    m_feed->flush();
}

void EditorPage::chooseAccount(const QString &accountId)
{
    // The choice comes with a later event: the draft may have been closed or sent by then.
    if (!m_screen || m_flow->isBusy() || accountId == m_accountId)
        return;
    m_accountId = accountId;
    makeScreen();
    m_screen->focusAccount(); // the keyboard was there
    m_autosave.start();
    emit stateChanged();
}

void EditorPage::accountsChanged()
{
    // What is under way ends as it was begun.
    if (!m_screen || m_flow->isBusy())
        return;
    const auto account = m_desk.accounts().byId(m_accountId);
    if (!account) {
        drop(); // its drafts go with it
        emit closed();
    } else if (isAnotherForm(m_account, *account)) {
        makeScreen();
        emit stateChanged();
    }
}

void EditorPage::chooseFlow(const QString &flow)
{
    if (!m_screen || m_flow->isBusy())
        return;
    m_draft->setFlow(flow);
    makeScreen();
    m_screen->focusFlow();
}

void EditorPage::readCatalog()
{
    m_draft->setCatalog(std::make_shared<checkout::Catalog>(m_catalogs.catalog(m_accountId)));
    m_screen->readCatalog();
}

void EditorPage::edited()
{
    m_feed->setDraft(m_accountId, m_draft->draft());
    m_autosave.start();
}

void EditorPage::preview(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems)
{
    m_quote = preview.quoteState == checkout::QuoteState::Available ? preview.quote : std::nullopt;
    std::vector<checkout::Problem> all = problems;
    if (const QString missing = missingMerchantId(); !missing.isEmpty())
        all.insert(all.begin(), checkout::Problem(checkout::Field::Flow, missing));
    m_screen->setPreview(preview, all);
    if (m_screen->showsRequest())
        describe();
}

void EditorPage::describe()
{
    if (m_quotes && !m_quote) {
        m_requests.cancel();
        m_screen->setRequest(
            std::unexpected(checkout::Error(checkout::ErrorKind::InvalidInput,
                                            tr("The request is complete once there is a quote. None is here yet."))));
        return;
    }
    const checkout::SessionDraft sent = checkout::tidied(m_draft->draft(), m_draft->catalog());
    m_requests.startLatest(desk::creationRequest(&m_desk, m_accountId, sent, m_quote),
                           [this](const checkout::Result<RequestText> &request) { m_screen->setRequest(request); });
}

void EditorPage::close()
{
    if (leave())
        emit closed();
}

void EditorPage::askToDiscard()
{
    if (m_draftId.isEmpty() && !m_autosave.isActive()) {
        discard();
        return;
    }
    auto *dialog = new GuardDialog(tr("Discard this draft?"), tr("It cannot be brought back."), this);
    dialog->setSafeButton(tr("Keep draft"));
    dialog->addButton(0, tr("Discard draft"), ButtonKind::Danger);
    connect(dialog, &GuardDialog::chosen, this, &EditorPage::discard);
    dialog->open();
}

void EditorPage::discard()
{
    if (!m_screen || m_flow->isBusy())
        return;
    removeDraft();
    drop();
    emit closed();
}

void EditorPage::create(bool isMeant)
{
    if (!m_screen || m_isChoosing || !m_flow->isReady())
        return;
    // What was typed a moment ago counts.
    m_feed->setDraft(m_accountId, m_draft->draft());
    m_feed->flush();
    if (!m_screen->canCreate()) {
        m_screen->goToFirstProblem();
        return;
    }
    if (!isMeant) // After a yes everything is looked at again: the quote may be outdated by then.
        return confirmRealMoney(m_desk, m_accountId, MoneyMove::Create, this, [this, id = m_accountId] {
            if (id == m_accountId)
                create(true);
        });
    m_screen->hideError();
    const auto pays = m_screen->customerPays();
    m_flow->create(m_accountId, m_draft->draft(), m_draft->catalog(), pays ? std::optional(pays->amount) : std::nullopt,
                   m_quote, desk::KeptDraft(draftId(), m_isOld));
}

} // namespace tilldeck::ui

#include "moc_editor_page.cpp"
