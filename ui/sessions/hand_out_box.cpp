// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/hand_out_box.h"

#include "money/format.h"
#include "ui/sessions/copy_text.h"
#include "ui/sessions/gateway_box.h"
#include "ui/sessions/session_actions.h"
#include "ui/sessions/url_field.h"
#include "ui/widgets/button.h"
#include "ui/widgets/follow_action.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/masked_field.h"
#include "ui/widgets/qr_popup.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/time_text.h"

#include <QMenu>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

HandOutBox::HandOutBox(SessionActions *actions, SecretClipboard *clipboard, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_tokenTitle(new Label(tr("Secure token"), TextStyle::Header, Tone::Text2))
    , m_token(new MaskedField(tr("Secure token"), clipboard))
    , m_caution(new InlineMessage)
    , m_urlTitle(new Label(tr("Checkout URL"), TextStyle::Header, Tone::Text2))
    , m_url(new UrlField(tr("Checkout URL")))
    , m_gateway(new GatewayBox(clipboard))
    , m_hint(new Label({}, TextStyle::Secondary, Tone::Text3))
    , m_main(new Button(Icon::Copy, tr("Copy URL"), ButtonKind::Primary))
    , m_copyAs(new Button(tr("Copy as…")))
    , m_duplicate(new Button(tr("Duplicate…")))
    , m_more(new IconButton(Icon::More, tr("More")))
    , m_buttons(new QWidget)
    , m_mainAction(actions->copyUrl)
{
    m_token->setObjectName(u"token"_s);
    m_caution->setObjectName(u"caution"_s);
    m_url->setObjectName(u"url"_s);
    m_main->setObjectName(u"main"_s);
    m_copyAs->setObjectName(u"copyAs"_s);
    m_duplicate->setObjectName(u"duplicateButton"_s);
    m_hint->setObjectName(u"hint"_s);
    m_hint->setWordWrap(true);

    auto *copy = m_url->addButton(Icon::Copy, tr("Copy the checkout URL"));
    auto *open = m_url->addButton(Icon::OpenExternal, tr("Open the checkout in the browser"));
    auto *qr = m_url->addButton(Icon::Qr, tr("Show the QR code"));
    m_urlButtons = {copy, open, qr};
    m_qrAnchor = qr;
    followAction(copy, actions->copyUrl);
    followAction(open, actions->openUrl);
    followAction(qr, actions->showQr);
    connect(actions->showQr, &QAction::triggered, this, &HandOutBox::showQr);
    connect(actions, &SessionActions::secretTextCopied, this, &HandOutBox::showCopied);
    connect(actions, &SessionActions::tokenCopyRequested, m_token, &MaskedField::copy);
    connect(actions, &SessionActions::revealRequested, m_token,
            [this] { m_token->setRevealed(!m_token->isRevealed()); });
    connect(clipboard, &SecretClipboard::ended, m_hint, [this] {
        m_copiedHint.clear();
        m_hint->setText(m_hintText);
    });
    connect(clipboard, &SecretClipboard::refused, m_hint, [this] { m_hint->setText(SecretClipboard::refusedText()); });
    connect(m_token, &MaskedField::copied, this, &HandOutBox::tokenCopied);
    connect(actions->copyClientSecret, &QAction::triggered, m_gateway, &GatewayBox::copyClientSecret);

    m_copyAs->setMenu(makeCopyMenu());
    auto *moreMenu = new QMenu(m_more);
    moreMenu->addActions({actions->duplicate, actions->checkNow, actions->expireNow, actions->showTransaction});
    moreMenu->setToolTipsVisible(true); // they say why an action is disabled
    m_more->setMenu(moreMenu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    connect(m_main, &QPushButton::clicked, this, [this] { m_mainAction->trigger(); });
    followAction(m_duplicate, actions->duplicate);

    auto *column = makeColumnLayout(this, px(6));
    addWidgets(*column, m_tokenTitle, m_token, m_caution, m_urlTitle, m_url, m_gateway, m_hint);
    // Long texts must not widen the panel: fitButtons() hides buttons that the menu repeats.
    m_buttons->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *buttons = makeRowLayout(m_buttons, px(5), {0, px(4), 0, 0});
    addWidgets(*buttons, m_main, m_copyAs, m_duplicate);
    buttons->addStretch(1);
    buttons->addWidget(m_more);
    column->addWidget(m_buttons);
}

QMenu *HandOutBox::makeCopyMenu()
{
    auto *menu = new QMenu(m_copyAs);
    menu->addActions({m_actions->copyUrl, m_actions->copyToken, m_actions->copyClientSecret, m_actions->copyId});
    menu->addSeparator();
    menu->addActions({m_actions->copyMail, m_actions->openMail});
    menu->addSeparator();
    menu->addActions({m_actions->copyMarkdown, m_actions->copyHtml});
    m_afterSnippets = menu->addSeparator();
    menu->addActions({m_actions->copyCurl, m_actions->copyJson, m_actions->showQr});
    menu->setToolTipsVisible(true); // they say why an action is disabled
    return menu;
}

void HandOutBox::setSession(const ledger::SessionRecord &record, const QString &url, bool expired, bool open)
{
    const QString &token = record.session.secureToken;
    const checkout::GatewayHandover &handover = record.session.handover;
    const QString whyNot = expired ? tr("This session has expired.") : QString();
    m_tokenTitle->setVisible(!token.isEmpty());
    m_token->setVisible(!token.isEmpty());
    m_token->setSecret(token);
    m_token->setCopyDisabled(whyNot);
    const desk::KeptOut keptOut = m_actions->keptOut();
    if (url.isEmpty() && keptOut != desk::KeptOut::No)
        m_url->setMissing(tr("Kept in no file of this computer"));
    else if (url.isEmpty())
        m_url->setMissing(tr("Set the checkout address in Accounts"));
    else
        m_url->setUrl(url, token);
    for (QWidget *button : std::as_const(m_urlButtons))
        button->setVisible(!url.isEmpty());
    const bool urlIsDue =
        !url.isEmpty() || keptOut != desk::KeptOut::No || m_actions->capabilities().account.checkoutUrl;
    m_urlTitle->setVisible(urlIsDue);
    m_url->setVisible(urlIsDue);
    m_gateway->setHandover(handover, whyNot);
    showSnippets();

    if (expired)
        m_hintText = tr("Customers can no longer pay here.");
    else if (!open)
        m_hintText = record.session.status == checkout::SessionStatus::Completed
                         ? tr("This session is paid. Nobody needs to open it any longer.")
                         : tr("This session has ended. Nobody can pay it any longer.");
    else if (keptOut == desk::KeptOut::AskAgain)
        m_hintText =
            tr("This account keeps tokens out of the files of this computer. %1 is asked for it when you copy.")
                .arg(m_actions->capabilities().providerName);
    else if (keptOut == desk::KeptOut::Gone)
        m_hintText = tr("This account keeps tokens out of the files of this computer, and %1 does not report this one "
                        "again. What was handed out still works; to hand out another, duplicate the session.")
                         .arg(m_actions->capabilities().providerName);
    else if (!token.isEmpty() && !url.isEmpty())
        m_hintText = tr("Anyone with the token or URL can open this checkout.");
    else if (!url.isEmpty())
        m_hintText = tr("Anyone with the URL can open this checkout.");
    else if (!token.isEmpty())
        m_hintText = tr("Anyone with the token can open this checkout.");
    else if (!handover.clientSecret.isEmpty())
        m_hintText = tr("Your own page takes the payment with these.");
    else if (!m_actions->capabilities().reportsTokensAgain())
        m_hintText = tr("Neither token nor URL of this session is known here. %1 tells them only in the answer to its "
                        "creation.")
                         .arg(m_actions->capabilities().providerName);
    else
        m_hintText = tr("The provider gave neither token nor URL of this session.");
    if (record.session.id != std::exchange(m_sessionId, record.session.id))
        m_copiedHint.clear();
    // The copy itself is a step of the timeline, so the panel is drawn anew.
    m_hint->setText(m_copiedHint.isEmpty() ? m_hintText : m_copiedHint);
    // Not from the enabled state, because all actions are disabled while another page is shown.
    const bool onlyGateway = token.isEmpty() && !handover.clientSecret.isEmpty();
    if (expired) {
        m_mainAction = m_actions->duplicate;
        m_main->setText(tr("Create again…"));
    } else if (!open || keptOut == desk::KeptOut::Gone) {
        m_mainAction = m_actions->duplicate;
        m_main->setText(tr("Duplicate…"));
    } else if (!url.isEmpty() || keptOut == desk::KeptOut::AskAgain) {
        m_mainAction = m_actions->copyUrl;
        m_main->setText(tr("Copy URL"));
    } else if (onlyGateway) {
        m_mainAction = m_actions->copyClientSecret;
        m_main->setText(tr("Copy client secret"));
    } else {
        m_mainAction = m_actions->copyToken;
        m_main->setText(tr("Copy token"));
    }
    const bool isDuplicated = m_mainAction == m_actions->duplicate;
    m_main->setIcon(isDuplicated ? icon(Icon::Plus) : icon(Icon::Copy));
    m_main->setEnabled(isDuplicated || m_mainAction == m_actions->copyUrl || !token.isEmpty() ||
                       !handover.clientSecret.isEmpty());
    fitButtons();
}

void HandOutBox::showSnippets()
{
    qDeleteAll(m_snippets);
    m_snippets.clear();
    QString caution;
    for (const providers::Snippet &snippet : m_actions->snippets()) {
        auto *action = new QAction(icon(Icon::Code), snippet.name, this);
        connect(action, &QAction::triggered, this, [this, snippet] { m_actions->copySnippet(snippet); });
        m_snippets.append(action);
        if (caution.isEmpty())
            caution = snippet.caution;
    }
    m_copyAs->menu()->insertActions(m_afterSnippets, m_snippets);
    m_caution->setMessage(caution);
    m_caution->setVisible(!caution.isEmpty());
}

void HandOutBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitButtons();
}

void HandOutBox::fitButtons()
{
    int needed = m_duplicate->sizeHint().width() + 3 * m_buttons->layout()->spacing();
    for (const QWidget *button :
         {static_cast<QWidget *>(m_main), static_cast<QWidget *>(m_copyAs), static_cast<QWidget *>(m_more)})
        needed += button->sizeHint().width();
    m_duplicate->setVisible(m_mainAction != m_actions->duplicate && needed <= width());
}

void HandOutBox::showQr()
{
    const QDateTime &until = m_actions->record()->session.expiresAt;
    const QString caption =
        until.isValid()
            ? tr("Opens the checkout until %1.").arg(absoluteTime(until, QTimeZone::systemTimeZone(), QLocale()))
            : tr("Opens the checkout.");
    const ledger::SessionRecord &record = *m_actions->record();
    const auto amount = checkout::amountOf(record.session);
    const QrSheet sheet{m_actions->checkoutUrl(), m_actions->accountName(),
                        amount ? money::format(*amount, QLocale()) : QString()};
    auto *popup = new QrPopup(sheet, caption, qrFileName(record), this);
    popup->onSaved([hint = QPointer<Label>(m_hint)](const QString &sentence) {
        if (hint)
            hint->setText(sentence);
    });
    popup->openAt(m_qrAnchor);
}

void HandOutBox::showCopied()
{
    m_copiedHint = tr("Copied. The clipboard is cleared in 30 s.");
    m_hint->setText(m_copiedHint);
}

} // namespace tilldeck::ui

#include "moc_hand_out_box.cpp"
