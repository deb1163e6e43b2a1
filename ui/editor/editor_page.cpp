// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_page.h"

#include "checkout/pricing.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/when_done.h"

#include <QGuiApplication>
#include <QUuid>
#include <QVBoxLayout>

namespace tilldeck::ui {

using namespace std::chrono_literals;
using checkout::SessionDraft;
using providers::RequestText;

namespace {

constexpr auto autosaveDelay = 1s;

http::Task<checkout::Result<RequestText>> describeRequest(QPointer<desk::Desk> desk, QString accountId,
                                                          SessionDraft draft)
{
    const auto provider = co_await desk->provider(accountId);
    if (!provider)
        co_return std::unexpected(provider.error());
    co_return (*provider)->describeCreate(draft);
}

accounts::Mode modeOf(desk::Desk &desk, const QString &accountId)
{
    const auto account = desk.accounts().byId(accountId);
    return account ? account->mode : accounts::Mode::Live;
}

} // namespace

EditorPage::EditorPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_catalogs(catalogs)
    , m_feed(desk, catalogs)
    , m_flow(desk, this)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(autosaveDelay);
    connect(&m_autosave, &QTimer::timeout, this, &EditorPage::save);
    connect(&m_draft, &DraftEditor::changed, this, &EditorPage::edited);
    connect(&m_feed, &desk::PreviewFeed::ready, this, &EditorPage::preview);
    connect(&m_feed, &desk::PreviewFeed::stale, this, [this] { m_screen->setStale(); });
    connect(&catalogs, &desk::CatalogCache::changed, this, [this](const QString &accountId) {
        if (m_screen && accountId == m_accountId)
            readCatalog();
    });
    connect(&catalogs, &desk::CatalogCache::failed, this,
            [this](const QString &accountId, const checkout::Error &error) {
                if (m_screen && accountId == m_accountId && !m_flow.isBusy())
                    m_screen->showError(error);
            });
    connect(&m_flow, &CreateFlow::busyChanged, this, [this](bool busy) { m_screen->setBusy(busy); });
    connect(&m_flow, &CreateFlow::rejected, this, [this](const checkout::Error &error) {
        save();
        m_screen->showError(error);
    });
    // The sessions list holds what was asked for: a draft beside it would invite to create it twice.
    connect(&m_flow, &CreateFlow::outcomeUnknown, this, &EditorPage::removeDraft);
    connect(&m_flow, &CreateFlow::leftOpen, this, &EditorPage::closed);
    connect(&m_flow, &CreateFlow::confirmed, this, [this](const ledger::SessionRecord &record) {
        removeDraft();
        emit sessionCreated(record);
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
    if (m_flow.isBusy())
        return false;
    if (m_autosave.isActive())
        save();
    m_accountId = accountId;
    m_draftId = draftId;
    m_draft.setDraft(draft, fresh);
    makeScreen();
    m_screen->focusFirstField();
    return true;
}

void EditorPage::makeScreen()
{
    delete m_screen;
    const checkout::Capabilities can = m_desk.capabilities(m_accountId, m_draft.flow());
    m_quotes = can.quoteLifetime.has_value();
    m_quote.reset();
    m_screen = new EditorScreen(
        &m_draft, can, modeOf(m_desk, m_accountId), [this] { return m_desk.now(); }, QGuiApplication::clipboard());
    m_layout->addWidget(m_screen);
    // At once and not with the next event, so that it can take the focus.
    m_screen->show();
    m_screen->setAccounts(m_accounts, m_accountId);
    connect(m_screen, &EditorScreen::closeRequested, this, &EditorPage::close);
    connect(m_screen, &EditorScreen::saveRequested, this, &EditorPage::save);
    connect(m_screen, &EditorScreen::discardRequested, this, &EditorPage::askToDiscard);
    connect(m_screen, &EditorScreen::createRequested, this, &EditorPage::create);
    connect(m_screen, &EditorScreen::requestShown, this, &EditorPage::describe);
    connect(m_screen, &EditorScreen::keyRequested, this, [this] { emit keyNeeded(m_accountId); });
    // The screen that asks must not be deleted while its signal is on the way.
    connect(m_screen, &EditorScreen::accountChosen, this, &EditorPage::chooseAccount, Qt::QueuedConnection);
    connect(m_screen, &EditorScreen::flowChosen, this, &EditorPage::chooseFlow, Qt::QueuedConnection);
    connect(m_screen, &EditorScreen::quoteRequested, &m_feed, &desk::PreviewFeed::refreshQuote);
    readCatalog();
    m_feed.setDraft(m_accountId, m_draft.draft());
    m_feed.flush();
}

void EditorPage::chooseAccount(const QString &accountId)
{
    if (m_flow.isBusy() || accountId == m_accountId)
        return;
    m_accountId = accountId;
    makeScreen();
    m_autosave.start();
}

void EditorPage::chooseFlow(const QString &flow)
{
    if (m_flow.isBusy())
        return;
    m_draft.setFlow(flow);
    makeScreen();
    m_screen->focusFlow();
}

void EditorPage::readCatalog()
{
    m_draft.setCatalog(std::make_shared<checkout::Catalog>(m_catalogs.catalog(m_accountId)));
    m_screen->readCatalog();
}

void EditorPage::edited()
{
    m_feed.setDraft(m_accountId, m_draft.draft());
    m_autosave.start();
}

void EditorPage::preview(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems)
{
    m_quote = preview.quoteState == checkout::QuoteState::Here ? preview.quote : std::nullopt;
    m_screen->setPreview(preview, problems);
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
    m_requests.startLatest(describeRequest(&m_desk, m_accountId, checkout::priced(m_draft.draft(), m_quote)),
                           [this](const checkout::Result<RequestText> &request) { m_screen->setRequest(request); });
}

void EditorPage::save()
{
    m_autosave.stop();
    if (m_draftId.isEmpty())
        m_draftId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    ledger::DraftRecord record;
    record.id = m_draftId;
    record.accountId = m_accountId;
    record.draft = m_draft.everything();
    record.savedAt = m_desk.now();
    const QString time = listTime(record.savedAt, record.savedAt, QTimeZone::systemTimeZone(), locale());
    whenDone(m_desk.ledger().saveDraft(record), m_screen,
             [screen = m_screen, time](const checkout::Result<void> &saved) {
                 screen->setSavedText(saved ? tr("Draft saved %1").arg(time) : tr("Draft not saved"));
                 if (!saved)
                     screen->showError(saved.error());
             });
}

void EditorPage::removeDraft()
{
    m_autosave.stop();
    if (!m_draftId.isEmpty())
        m_desk.ledger().removeDraft(m_draftId);
    m_draftId.clear();
}

void EditorPage::close()
{
    if (m_flow.isBusy())
        return;
    if (m_autosave.isActive())
        save();
    emit closed();
}

void EditorPage::askToDiscard()
{
    if (m_draftId.isEmpty() && !m_autosave.isActive()) {
        discard();
        return;
    }
    auto *dialog = new GuardDialog(tr("Discard this draft?"), tr("It cannot be brought back."), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setSafeButton(tr("Keep draft"));
    dialog->addButton(0, tr("Discard draft"), ButtonKind::Danger);
    connect(dialog, &GuardDialog::chosen, this, &EditorPage::discard);
    dialog->open();
}

void EditorPage::discard()
{
    removeDraft();
    emit closed();
}

void EditorPage::create()
{
    if (m_flow.isBusy())
        return;
    // What was typed a moment ago counts.
    m_feed.setDraft(m_accountId, m_draft.draft());
    m_feed.flush();
    if (!m_screen->canCreate()) {
        m_screen->goToFirstProblem();
        return;
    }
    m_screen->hideError();
    const auto pays = m_screen->customerPays();
    m_flow.create(m_accountId, m_draft.draft(), m_draft.catalog(), pays ? std::optional(pays->amount) : std::nullopt,
                  m_quote);
}

} // namespace tilldeck::ui

#include "moc_editor_page.cpp"
