// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/session_actions.h"

#include "desk/hand_out.h"
#include "desk/reconcile.h"
#include "desk/refresh.h"
#include "money/format.h"
#include "ui/sessions/copy_text.h"
#include "ui/sessions/session_words.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/secret_clipboard.h"

#include <QDesktopServices>
#include <QWidget>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;
using ledger::SessionRecord;
using Kind = ledger::TimelineEvent::Kind;

SessionActions::SessionActions(desk::Desk &desk, SecretClipboard *clipboard, QWidget *window)
    : QObject(window)
    , m_desk(desk)
    , m_clipboard(clipboard)
    , m_window(window)
    , m_opener(&QDesktopServices::openUrl)
{
    copyUrl = add("copyUrl", tr("Checkout URL"), u"Ctrl+Shift+C"_s);
    copyToken = add("copyToken", tr("Secure token"), u"Ctrl+Shift+T"_s);
    copyId = add("copyId", tr("Session ID"), u"Ctrl+Shift+I"_s);
    copyMarkdown = add("copyMarkdown", tr("Markdown link"));
    copyHtml = add("copyHtml", tr("HTML payment button"));
    copyJson = add("copyJson", tr("JSON, token masked"));
    openUrl = add("openUrl", tr("Open in the browser"), u"Ctrl+Shift+O"_s);
    showQr = add("showQr", tr("QR code image…"), u"Ctrl+Shift+Q"_s);
    reveal = add("reveal", tr("Reveal the secure token"), u"Ctrl+Shift+R"_s);
    duplicate = add("duplicate", tr("Duplicate…"));
    checkNow = add("checkNow", tr("Check now"));
    expireNow = add("expireNow", tr("Expire now…"));
    showTransaction = add("showTransaction", tr("Show transactions"));
    reconcile = add("reconcile", tr("Check with provider"));
    abandon = add("abandon", tr("It was not created…"));
    copyUrl->setIcon(icon(Icon::Link));
    copyToken->setIcon(icon(Icon::Key));
    copyId->setIcon(icon(Icon::Session));
    copyMarkdown->setIcon(icon(Icon::Text));
    copyHtml->setIcon(icon(Icon::Code));
    copyJson->setIcon(icon(Icon::Code));
    showQr->setIcon(icon(Icon::Qr));
    checkNow->setIcon(icon(Icon::Refresh));
    expireNow->setIcon(icon(Icon::Clock));
    showTransaction->setIcon(icon(Icon::Transactions));

    connect(copyUrl, &QAction::triggered, this, [this] { copySecretText(checkoutUrl()); });
    connect(copyToken, &QAction::triggered, this, &SessionActions::tokenCopyRequested);
    connect(copyId, &QAction::triggered, this, [this] {
        m_clipboard->copyPlain(m_record->session.id);
        emit told(tr("Session ID copied."));
    });
    const auto payLabel = [this] {
        return m_record->amount ? tr("Pay %1").arg(money::format(*m_record->amount, QLocale())) : tr("Pay now");
    };
    connect(copyMarkdown, &QAction::triggered, this,
            [this, payLabel] { copySecretText(markdownLink(checkoutUrl(), payLabel())); });
    connect(copyHtml, &QAction::triggered, this,
            [this, payLabel] { copySecretText(htmlPaymentButton(checkoutUrl(), payLabel())); });
    connect(copyJson, &QAction::triggered, this, [this] {
        m_clipboard->copyPlain(sessionJson(*m_record, checkoutUrl()));
        emit told(tr("JSON copied, without the token."));
    });
    connect(openUrl, &QAction::triggered, this, &SessionActions::open);
    connect(showQr, &QAction::triggered, this, &SessionActions::qrRequested);
    connect(reveal, &QAction::triggered, this, &SessionActions::revealRequested);
    connect(duplicate, &QAction::triggered, this, [this] { emit duplicateRequested(*m_record); });
    connect(checkNow, &QAction::triggered, this, &SessionActions::check);
    connect(expireNow, &QAction::triggered, this, &SessionActions::askExpire);
    connect(showTransaction, &QAction::triggered, this,
            [this] { emit transactionRequested(m_record->accountId, m_record->session.id); });
    connect(reconcile, &QAction::triggered, this, &SessionActions::lookUp);
    connect(abandon, &QAction::triggered, this, [this] { askAbandon(); });
    setRecord({});
}

QAction *SessionActions::add(const char *name, const QString &text, const QString &shortcutText)
{
    // Behind a tab a menu writes the shortcut without claiming it a second time.
    const QString shown = QKeySequence(shortcutText).toString(QKeySequence::NativeText);
    auto *action = new QAction(shown.isEmpty() ? text : text + u'\t' + shown, this);
    action->setObjectName(QString::fromLatin1(name));
    return action;
}

void SessionActions::setRecord(const std::optional<SessionRecord> &record)
{
    const bool another = !record || !m_record || record->key != m_record->key;
    m_record = record;
    if (another) {
        m_tasks.cancel(); // an answer about another session must not be told of this one
        setBusy(false);
    }
    update();
}

void SessionActions::update()
{
    const bool seen = m_record && m_window->isVisible();
    const bool known = seen && m_record->state == SessionRecord::State::Known;
    const bool expired = known && isExpired(*m_record, m_desk.now());
    const bool usable = known && !expired;
    const bool token = usable && !m_record->session.secureToken.isEmpty();
    const bool url = usable && !checkoutUrl().isEmpty();
    for (QAction *action : {copyUrl, copyMarkdown, copyHtml, openUrl, showQr})
        action->setEnabled(url);
    copyToken->setEnabled(token);
    reveal->setEnabled(known && !m_record->session.secureToken.isEmpty());
    for (QAction *action : {copyId, copyJson})
        action->setEnabled(known);
    duplicate->setEnabled(seen && m_record->state != SessionRecord::State::Creating);
    duplicate->setText(expired ? tr("Create again…") : tr("Duplicate…"));
    checkNow->setEnabled(known && !m_busy);
    const bool canExpire = known && m_desk.capabilities(m_record->accountId).expireCall;
    expireNow->setVisible(canExpire);
    expireNow->setEnabled(canExpire && isOpen(*m_record, m_desk.now()) && !m_busy);
    showTransaction->setEnabled(known);
    const bool unknown = seen && m_record->state == SessionRecord::State::OutcomeUnknown;
    reconcile->setEnabled(unknown && !m_busy);
    if (unknown)
        reconcile->setText(tr("Check with %1").arg(m_desk.capabilities(m_record->accountId).providerName));
    abandon->setEnabled(unknown && !m_busy);
}

QString SessionActions::checkoutUrl() const
{
    const auto account = m_record ? m_desk.accounts().byId(m_record->accountId) : std::nullopt;
    return account ? desk::checkoutUrl(m_record->session, *account) : QString();
}

void SessionActions::copySecretText(const QString &text)
{
    m_clipboard->copy(text);
    note(Kind::UrlCopied);
    emit urlCopied();
}

void SessionActions::note(Kind kind)
{
    // A line of the timeline only: when it cannot be written nothing is lost.
    m_desk.ledger().addEvent(m_record->accountId, m_record->session.id, {kind, {}, m_desk.now()});
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
    note(Kind::Opened);
}

void SessionActions::check()
{
    setBusy(true);
    const QString accountId = m_record->accountId;
    m_tasks.start(desk::refreshSession(&m_desk, accountId, m_record->session.id),
                  [this, accountId](const checkout::Result<SessionRecord> &answer) {
                      setBusy(false);
                      if (!answer)
                          return fail(answer.error(), accountId);
                      emit told(tr("Checked just now."));
                  });
}

void SessionActions::askExpire()
{
    auto *dialog = new GuardDialog(tr("Expire this session now?"),
                                   tr("Nobody can pay it any longer, and it cannot be opened again here."), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_record->customerLabel.isEmpty())
        dialog->addDetail(tr("Customer"), m_record->customerLabel);
    if (m_record->amount)
        dialog->addDetail(tr("Amount"), money::format(*m_record->amount, QLocale()));
    dialog->setSafeButton(tr("Keep open"));
    dialog->addButton(1, tr("Expire now"), ButtonKind::Danger);
    const QString accountId = m_record->accountId;
    const QString sessionId = m_record->session.id;
    connect(dialog, &GuardDialog::chosen, this, [this, accountId, sessionId] {
        setBusy(true);
        m_tasks.start(desk::expireSession(&m_desk, accountId, sessionId),
                      [this, accountId](const checkout::Result<SessionRecord> &answer) {
                          setBusy(false);
                          if (!answer)
                              return fail(answer.error(), accountId);
                          emit told(tr("The session has ended."));
                      });
    });
    dialog->open();
}

void SessionActions::lookUp()
{
    setBusy(true);
    const QString accountId = m_record->accountId;
    m_tasks.start(desk::reconcile(&m_desk, m_record->intentId),
                  [this, accountId](const checkout::Result<desk::Reconciliation> &answer) {
                      setBusy(false);
                      if (!answer)
                          return fail(answer.error(), accountId);
                      using Finding = desk::Reconciliation::Finding;
                      const QString provider = m_desk.capabilities(accountId).providerName;
                      switch (answer->finding) {
                      case Finding::Found:
                          emit told(tr("It was created. Here it is."));
                          if (answer->record)
                              emit resolved(accountId, answer->record->session.id);
                          return;
                      case Finding::NotListed:
                          return askAbandon(tr("%1 lists no session that fits.").arg(provider));
                      case Finding::Ambiguous:
                          emit failed(
                              tr("%n sessions fit, so it cannot be told which is this one. Compare them in the list.",
                                 nullptr, answer->candidates),
                              {});
                          return;
                      case Finding::CannotTell:
                          emit failed(tr("%1 offers no list of sessions. Look in its dashboard.").arg(provider), {});
                          return;
                      }
                  });
}

void SessionActions::askAbandon(const QString &finding)
{
    auto *dialog = new GuardDialog(
        tr("Was the session created?"),
        tr("If it was, customers can still pay it, and creating it again leaves two open links."), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setGlyph(BadgeKind::OutcomeUnknown);
    if (!finding.isEmpty())
        dialog->addDetail(tr("Checked just now"), finding);
    dialog->setSafeButton(tr("Decide later"));
    dialog->addButton(1, tr("It was not created"), ButtonKind::Danger);
    const QString intentId = m_record->intentId;
    const QString accountId = m_record->accountId;
    connect(dialog, &GuardDialog::chosen, this, [this, intentId, accountId] {
        setBusy(true);
        m_tasks.start(desk::abandon(&m_desk, intentId), [this, accountId](const checkout::Result<void> &answer) {
            setBusy(false);
            if (!answer)
                fail(answer.error(), accountId);
        });
    });
    dialog->open();
}

void SessionActions::fail(const checkout::Error &error, const QString &accountId)
{
    emit failed(error.sentence, error.details);
    if (error.kind == checkout::ErrorKind::Unauthorised)
        emit keyNeeded(accountId);
}

void SessionActions::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) == busy)
        return;
    update();
    emit busyChanged(busy);
}

} // namespace tilldeck::ui
