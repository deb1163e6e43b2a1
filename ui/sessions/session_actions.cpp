// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/session_actions.h"

#include "desk/expire_session.h"
#include "desk/list_snippets.h"
#include "desk/make_checkout_url.h"
#include "desk/open_checkout_url.h"
#include "desk/refresh_session.h"
#include "money/format.h"
#include "ui/figures/account_name.h"
#include "ui/figures/needs_writes.h"
#include "ui/figures/session_text.h"
#include "ui/widgets/guard_dialog.h"

#include <QDesktopServices>
#include <QWidget>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;
using ledger::SessionRecord;
using EventKind = ledger::TimelineEvent::Kind;

SessionActions::SessionActions(desk::Desk &desk, desk::CatalogCache &catalogs, SecretClipboard *clipboard,
                               QWidget *window)
    : QObject(window)
    , m_desk(desk)
    , m_catalogs(&catalogs)
    , m_clipboard(clipboard)
    , m_window(window)
    , m_opener(&QDesktopServices::openUrl)
    , m_snippetSource(&desk::listSnippets)
{
    addCopyActions();
    openUrl = add("openUrl", tr("Open in the browser"), u"Ctrl+Shift+O"_s);
    showQr = add("showQr", tr("QR code image…"), u"Ctrl+Shift+Q"_s);
    reveal = add("reveal", tr("Reveal the secure token"), u"Ctrl+Shift+R"_s);
    duplicate = add("duplicate", tr("Duplicate…"));
    checkNow = add("checkNow", tr("Check now"));
    expireNow = add("expireNow", tr("Expire now…"));
    showTransaction = add("showTransaction", tr("Show transactions"));
    showQr->setIcon(icon(Icon::Qr));
    checkNow->setIcon(icon(Icon::Refresh));
    expireNow->setIcon(icon(Icon::Clock));
    showTransaction->setIcon(icon(Icon::Transactions));

    connect(openUrl, &QAction::triggered, this, &SessionActions::open);
    connect(reveal, &QAction::triggered, this, &SessionActions::revealRequested);
    connect(duplicate, &QAction::triggered, this, [this] { emit duplicateRequested(*m_record); });
    connect(checkNow, &QAction::triggered, this, &SessionActions::check);
    connect(expireNow, &QAction::triggered, this, &SessionActions::askExpire);
    connect(&m_desk, &desk::Desk::storageChanged, this, &SessionActions::update);
    connect(showTransaction, &QAction::triggered, this,
            [this] { emit transactionRequested(m_record->accountId, m_record->session.id); });
    setRecord({});
}

QString SessionActions::withKeys(const QString &text, const QString &shortcut)
{
    const QString shown = QKeySequence(shortcut).toString(QKeySequence::NativeText);
    return shown.isEmpty() ? text : text + u'\t' + shown;
}

QAction *SessionActions::add(const char *name, const QString &text, const QString &shortcutText)
{
    auto *action = new QAction(withKeys(text, shortcutText), this);
    action->setObjectName(QString::fromLatin1(name));
    return action;
}

void SessionActions::setRecord(const std::optional<SessionRecord> &record)
{
    m_record = record;
    update();
}

void SessionActions::update()
{
    const bool seen = m_record && m_window->isVisible();
    const bool known = seen && m_record->state == SessionRecord::State::Known;
    const bool expired = known && isExpired(*m_record, m_desk.now());
    const bool usable = known && !expired;
    const bool busy = m_record && m_busy.contains(m_record->key);
    const checkout::Capabilities has = capabilities();
    updateCopyActions(known, usable);
    reveal->setEnabled(known && !m_record->session.secureToken.isEmpty());
    duplicate->setEnabled(seen && m_record->state != SessionRecord::State::Creating);
    duplicate->setText(expired ? tr("Create again…") : tr("Duplicate…"));
    checkNow->setEnabled(known && has.looksUpSessions && !busy);
    checkNow->setToolTip(known ? whyNoLookUp(has) : QString());
    const QString held = m_desk.whyNoWrites();
    expireNow->setEnabled(known && has.expireCall && isOpen(*m_record, m_desk.now()) && !busy && held.isEmpty());
    const QString never = known ? whyNoExpiring(has) : QString();
    expireNow->setToolTip(held.isEmpty() ? never : held);
    showTransaction->setEnabled(known);
}

QString SessionActions::checkoutUrl() const
{
    const auto account = m_record ? m_desk.accounts().byId(m_record->accountId) : std::nullopt;
    return account ? desk::makeCheckoutUrl(m_record->session, *account) : QString();
}

QString SessionActions::handOutUrl() const
{
    const auto account = m_record ? m_desk.accounts().byId(m_record->accountId) : std::nullopt;
    return account ? desk::handOutUrl(m_record->session, *account) : QString();
}

desk::KeptOut SessionActions::keptOut() const
{
    const auto account = m_record ? m_desk.accounts().byId(m_record->accountId) : std::nullopt;
    return account ? desk::keptOut(m_record->session, *account, capabilities()) : desk::KeptOut::No;
}

checkout::Capabilities SessionActions::capabilities() const
{
    return m_record ? m_desk.capabilities(m_record->accountId, m_record->session.flow) : checkout::Capabilities();
}

void SessionActions::recordEvent(EventKind kind, const QString &word)
{
    // A failure is ignored: this is only an entry of the timeline.
    m_desk.ledger().addEvent(m_record->accountId, m_record->session.id, {kind, word, m_desk.now()});
}

void SessionActions::open()
{
    const auto account = m_desk.accounts().byId(m_record->accountId);
    if (!account)
        return;
    const auto url = desk::openable(checkoutUrl(), *account);
    if (!url)
        return emit failed(url.error(), {});
    if (!m_opener(*url))
        return emit failed(tr("No browser could be started. Copy the URL and open it yourself."), {});
    recordEvent(EventKind::Opened);
}

SessionActions::Subject SessionActions::subject() const
{
    const QString &customer = m_record->customerLabel;
    return {m_record->key, m_record->accountId, customer.isEmpty() ? m_record->session.id : customer};
}

bool SessionActions::isCurrent(const Subject &subject) const
{
    return m_record && m_record->key == subject.key;
}

QString SessionActions::about(const Subject &subject, const QString &sentence) const
{
    return isCurrent(subject)
               ? sentence
               : tr("%1: %2", "customer of another session, what came of it").arg(subject.name, sentence);
}

template <class T, class Then>
void SessionActions::call(const Subject &subject, http::Task<checkout::Result<T>> task, Then then)
{
    setBusy(subject.key, true);
    m_tasks.start(std::move(task), [this, subject, then = std::move(then)](const checkout::Result<T> &answer) {
        setBusy(subject.key, false);
        if (!answer)
            return fail(answer.error(), subject);
        then(*answer);
    });
}

void SessionActions::check()
{
    const Subject subject = this->subject();
    call(subject, desk::refreshSession(&m_desk, subject.accountId, m_record->session.id),
         [this, subject](const SessionRecord &found) {
             const QString provider = m_desk.capabilities(subject.accountId).providerName;
             succeed(found, subject, checkedText(found, m_desk.now(), provider));
         });
}

void SessionActions::copyCheckoutUrl()
{
    if (keptOut() != desk::KeptOut::AskAgain)
        return copySecretText(checkoutUrl(), EventKind::UrlCopied);
    const Subject subject = this->subject();
    call(subject, desk::refreshSession(&m_desk, subject.accountId, m_record->session.id),
         [this, subject](const SessionRecord &record) { copyFetched(record, subject); });
}

void SessionActions::copyFetched(const SessionRecord &record, const Subject &subject)
{
    const auto account = m_desk.accounts().byId(record.accountId);
    // What is copied is what is on screen.
    if (!isCurrent(subject) || !account)
        return emit succeeded(about(subject, tr("The provider reported it. Copy it now.")));
    m_record = record;
    update();
    const QString url = desk::handOutUrl(record.session, *account);
    const QString &text = url.isEmpty() ? record.session.secureToken : url;
    if (text.isEmpty())
        return emit failed(tr("%1 reported neither token nor URL.").arg(capabilities().providerName), {});
    copySecretText(text, url.isEmpty() ? EventKind::TokenCopied : EventKind::UrlCopied);
}

void SessionActions::askExpire()
{
    auto *dialog = new GuardDialog(tr("Expire this session now?"),
                                   tr("Nobody can pay it any longer, and it cannot be opened again here."), m_window);
    nameAccounts(*dialog, m_desk, {m_record->accountId});
    if (!m_record->customerLabel.isEmpty())
        dialog->addDetail(tr("Customer"), m_record->customerLabel);
    if (m_record->amount)
        dialog->addDetail(tr("Amount"), money::format(*m_record->amount, QLocale()));
    dialog->setSafeButton(tr("Keep open"));
    needWrites(dialog->addButton(1, tr("Expire now"), ButtonKind::Danger), m_desk);
    const Subject subject = this->subject();
    connect(dialog, &GuardDialog::chosen, this, [this, subject, sessionId = m_record->session.id] {
        call(subject, desk::expireSession(&m_desk, subject.accountId, sessionId),
             [this, subject](const SessionRecord &ended) { succeed(ended, subject, tr("The session has ended.")); });
    });
    dialog->open();
}

void SessionActions::succeed(const SessionRecord &found, const Subject &subject, const QString &sentence)
{
    const auto status = checkout::statusAt(found.session, m_desk.now());
    emit succeeded(about(subject, sentence), isCurrent(subject) ? std::optional(status) : std::nullopt);
}

void SessionActions::fail(const checkout::Error &error, const Subject &subject)
{
    emit failed(about(subject, error.sentence), error.details, error.kind);
    if (error.kind == checkout::ErrorKind::Unauthorised)
        emit keyNeeded(subject.accountId);
}

void SessionActions::setBusy(qint64 key, bool busy)
{
    if (busy)
        m_busy.insert(key);
    else
        m_busy.remove(key);
    update();
}

} // namespace tilldeck::ui

#include "moc_session_actions.cpp"
