// SPDX-License-Identifier: GPL-3.0-or-later
// What the session is handed out as: texts for the clipboard, and the mail.
#include "desk/creation_request.h"
#include "desk/curl_command.h"
#include "money/format.h"
#include "ui/figures/session_text.h"
#include "ui/sessions/charged_later.h"
#include "ui/sessions/copy_text.h"
#include "ui/sessions/session_actions.h"
#include "ui/widgets/secret_clipboard.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;
using EventKind = ledger::TimelineEvent::Kind;

namespace {

/// Returns whether the ledger has the draft of the session; it has none of a session that was created elsewhere.
bool hasDraft(const ledger::SessionRecord &record)
{
    checkout::SessionDraft nothing;
    nothing.flow = record.draft.flow;
    return record.draft != nothing;
}

} // namespace

void SessionActions::addCopyActions()
{
    copyUrl = add("copyUrl", tr("Checkout URL"), u"Ctrl+Shift+C"_s);
    copyToken = add("copyToken", tr("Secure token"), u"Ctrl+Shift+T"_s);
    copyClientSecret = add("copyClientSecret", tr("Client secret"));
    copyId = add("copyId", {}, u"Ctrl+Shift+I"_s);
    copyMail = add("copyMail", tr("E-mail text"));
    openMail = add("openMail", tr("Open in the mail program"));
    copyMarkdown = add("copyMarkdown", tr("Markdown link"));
    copyHtml = add("copyHtml", tr("HTML payment button"));
    copyCurl = add("copyCurl", tr("curl request, without your key"));
    copyJson = add("copyJson", tr("JSON, token masked"));
    copyUrl->setIcon(icon(Icon::Link));
    copyToken->setIcon(icon(Icon::Key));
    copyClientSecret->setIcon(icon(Icon::Key));
    copyId->setIcon(icon(Icon::Session));
    copyMail->setIcon(icon(Icon::Text));
    openMail->setIcon(icon(Icon::OpenExternal));
    copyMarkdown->setIcon(icon(Icon::Text));
    copyHtml->setIcon(icon(Icon::Code));
    copyCurl->setIcon(icon(Icon::Code));
    copyJson->setIcon(icon(Icon::Code));

    connect(copyUrl, &QAction::triggered, this, &SessionActions::copyCheckoutUrl);
    connect(copyToken, &QAction::triggered, this, &SessionActions::tokenCopyRequested);
    connect(copyId, &QAction::triggered, this, [this] { copyPlain(idLabel(capabilities()), m_record->session.id); });
    connect(copyMail, &QAction::triggered, this,
            [this] { copySecretText(mail().body, EventKind::UrlCopied, copiedAsMail); });
    connect(openMail, &QAction::triggered, this, &SessionActions::writeMail);
    const auto payLabel = [this] {
        return m_record->amount ? tr("Pay %1").arg(money::format(*m_record->amount, QLocale())) : tr("Pay now");
    };
    connect(copyMarkdown, &QAction::triggered, this, [this, payLabel] {
        copySecretText(markdownLink(checkoutUrl(), payLabel()), EventKind::UrlCopied, copiedAsMarkdown);
    });
    connect(copyHtml, &QAction::triggered, this, [this, payLabel] {
        copySecretText(htmlPaymentButton(checkoutUrl(), payLabel()), EventKind::UrlCopied, copiedAsHtml);
    });
    connect(copyCurl, &QAction::triggered, this, &SessionActions::copyRequest);
    connect(copyJson, &QAction::triggered, this, [this] {
        m_clipboard->copyPlain(sessionJson(*m_record, checkoutUrl()));
        emit succeeded(tr("JSON copied, without the token."));
    });
}

void SessionActions::updateCopyActions(bool known, bool usable)
{
    const bool url = usable && !handOutUrl().isEmpty();
    const bool isFetched = usable && keptOut() == desk::KeptOut::AskAgain && !isBusy(m_record->key);
    copyUrl->setEnabled(url || isFetched);
    openUrl->setEnabled(usable && !checkoutUrl().isEmpty()); // it says itself what it does not open
    // A customer must not be asked to pay twice.
    const bool isPayable = url && isOpen(*m_record, m_desk.now());
    const QString unsafe = openUrl->isEnabled() && !url
                               ? tr("This checkout URL does not start with https://, so it is not handed out.")
                               : QString();
    copyUrl->setToolTip(unsafe);
    for (QAction *action : {copyMail, openMail, copyMarkdown, copyHtml, showQr}) {
        action->setEnabled(isPayable);
        action->setToolTip(url && !isPayable ? tr("This session cannot be paid any more.") : unsafe);
    }
    copyToken->setEnabled(usable && !m_record->session.secureToken.isEmpty());
    copyClientSecret->setVisible(known && !m_record->session.handover.clientSecret.isEmpty());
    copyClientSecret->setEnabled(usable && copyClientSecret->isVisible());
    copyId->setText(withKeys(idLabel(capabilities()), u"Ctrl+Shift+I"_s));
    for (QAction *action : {copyId, copyJson})
        action->setEnabled(known);
    copyCurl->setEnabled(known && hasDraft(*m_record));
    copyCurl->setToolTip(known && !copyCurl->isEnabled()
                             ? tr("This session was made elsewhere, so its request is not known here.")
                             : QString());
}

QString SessionActions::accountName() const
{
    const auto account = m_record ? m_desk.accounts().byId(m_record->accountId) : std::nullopt;
    return account ? account->name : QString();
}

std::vector<providers::Snippet> SessionActions::snippets() const
{
    const bool usable =
        m_record && m_record->state == ledger::SessionRecord::State::Known && isOpen(*m_record, m_desk.now());
    const auto account = usable ? m_desk.accounts().byId(m_record->accountId) : std::nullopt;
    return account ? m_snippetSource(m_record->session, *account) : std::vector<providers::Snippet>();
}

void SessionActions::copySnippet(const providers::Snippet &snippet)
{
    if (snippet.secret)
        return copySecretText(snippet.text, EventKind::TokenCopied);
    copyPlain(snippet.name, snippet.text);
}

void SessionActions::copyPlain(const QString &what, const QString &text)
{
    m_clipboard->copyPlain(text);
    emit succeeded(tr("%1 copied.", "Session ID").arg(what));
}

void SessionActions::copySecretText(const QString &text, EventKind event, const QString &as)
{
    m_clipboard->copy(text);
    recordEvent(event, as);
    emit secretTextCopied();
}

PaymentMail SessionActions::mail() const
{
    const checkout::Catalog catalog = m_catalogs ? m_catalogs->catalog(m_record->accountId) : checkout::Catalog();
    return paymentMail(*m_record, checkoutUrl(), chargedLater(*m_record, catalog, m_desk.now(), QLocale()),
                       QTimeZone::systemTimeZone(), QLocale());
}

void SessionActions::writeMail()
{
    const checkout::Catalog catalog = m_catalogs ? m_catalogs->catalog(m_record->accountId) : checkout::Catalog();
    if (!m_opener(mailtoUrl(customerOf(*m_record, catalog).email, mail())))
        emit failed(tr("No mail program could be started. Copy the e-mail text and send it yourself."), {});
}

void SessionActions::copyRequest()
{
    using Request = checkout::Result<providers::RequestText>;
    m_tasks.start(desk::creationRequest(&m_desk, m_record->accountId, m_record->draft, m_record->quote),
                  [this, subject = subject()](const Request &request) {
                      if (!request)
                          return fail(request.error(), subject);
                      m_clipboard->copyPlain(desk::curlCommand(*request));
                      emit succeeded(about(subject, tr("curl request copied. It takes your key from TILLDECK_KEY.")));
                  });
}

} // namespace tilldeck::ui
