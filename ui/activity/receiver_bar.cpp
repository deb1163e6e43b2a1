// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/receiver_bar.h"

#include "checkout/validate_keys.h"
#include "ui/forms/form_row.h"
#include "ui/style/paint.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/masked_field.h"

#include <QLineEdit>
#include <QUrl>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

bool isWebAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

QVBoxLayout *field(Label *label, QWidget *field)
{
    label->setBuddy(field);
    auto *column = makeColumnLayout(px(4));
    addWidgets(*column, label, field);
    return column;
}

} // namespace

ReceiverBar::ReceiverBar(SecretClipboard *clipboard, QWidget *parent)
    : QWidget(parent)
    , m_url(new QLineEdit)
    , m_note(new Label({}, TextStyle::Secondary, Tone::Text3))
    , m_secret(new MaskedField(tr("Signing secret"), clipboard))
    , m_secretTitle(new Label(tr("Signing secret"), TextStyle::Header, Tone::Text2))
{
    m_url->setObjectName(u"receiverUrl"_s);
    m_url->setAccessibleName(tr("Send events to"));
    m_url->setFont(ui::font(TextStyle::Mono));
    m_url->setLayoutDirection(Qt::LeftToRight);
    m_url->setPlaceholderText(u"http://localhost:3000/webhooks"_s);
    m_secret->setObjectName(u"signingSecret"_s);
    QVBoxLayout *address = field(new Label(tr("Send events to"), TextStyle::Header, Tone::Text2), m_url);
    address->addWidget(m_note);
    QVBoxLayout *secret = field(m_secretTitle, m_secret);
    auto *row = makeRowLayout(this, px(16), {px(16), px(8), px(16), px(8)});
    row->addLayout(address, 3);
    row->addLayout(secret, 2);
    address->setAlignment(Qt::AlignTop);
    secret->setAlignment(Qt::AlignTop);

    connect(m_url, &QLineEdit::editingFinished, this, &ReceiverBar::choose);
    connect(m_url, &QLineEdit::textEdited, this, &ReceiverBar::showNote);
    showNote();
}

void ReceiverBar::setReceiver(const Receiver &receiver, const QString &account)
{
    if (!m_url->isModified() || m_url->text() == m_receiver.url)
        m_url->setText(receiver.url);
    m_receiver = receiver;
    m_secret->setSecret(receiver.secret);
    m_secretTitle->setText(account.isEmpty() ? tr("Signing secret") : tr("Signing secret, %1", "account").arg(account));
    showNote();
}

void ReceiverBar::choose()
{
    const QString url = m_url->text().trimmed();
    QString problem = checkout::keyProblem(url);
    if (problem.isEmpty() && !url.isEmpty() && !isWebAddress(url))
        problem = tr("Start the address with http:// or https://");
    if (!problem.isEmpty()) {
        setErrorFrame(m_url, true);
        m_note->setTone(Tone::Danger);
        m_note->setText(problem);
        return;
    }
    m_url->setModified(false);
    const bool isNew = url != m_receiver.url;
    m_receiver.url = url;
    showNote();
    if (isNew)
        emit urlChosen(url);
}

void ReceiverBar::showNote()
{
    setErrorFrame(m_url, false);
    m_note->setTone(Tone::Text3);
    if (m_url->text().trimmed() != m_receiver.url)
        m_note->setText(tr("Enter uses this address."));
    else if (m_receiver.url.isEmpty())
        m_note->setText(tr("Without an address events are only kept here."));
    else
        m_note->setText(tr("New events of the sandbox are sent here."));
}

void ReceiverBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    paintLine(painter, rect(), Qt::TopEdge, tokens().line);
}

} // namespace tilldeck::ui

#include "moc_receiver_bar.cpp"
