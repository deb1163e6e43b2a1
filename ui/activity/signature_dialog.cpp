// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/signature_dialog.h"

#include "providers/webhook_check.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using Outcome = providers::WebhookVerdict::Outcome;
using Part = providers::WebhookVerdict::Part;

SignatureDialog::SignatureDialog(Clock clock, QWidget *parent)
    : QDialog(parent)
    , m_clock(std::move(clock))
    , m_provider(new QComboBox)
    , m_body(new QPlainTextEdit)
    , m_signature(new QLineEdit)
    , m_secret(new QLineEdit)
    , m_signatureRow(new FormRow(tr("Signature"), {}, m_signature))
    , m_verdict(new InlineMessage)
    , m_check(new Button(tr("Check signature"), ButtonKind::Primary))
{
    setWindowTitle(tr("Check a signature"));
    setMinimumWidth(px(560));
    for (const providers::WebhookScheme &scheme : providers::webhookSchemes())
        m_provider->addItem(scheme.providerName, scheme.kind);
    m_provider->setObjectName(u"provider"_s);
    m_body->setObjectName(u"body"_s);
    m_signature->setObjectName(u"signature"_s);
    m_secret->setObjectName(u"secret"_s);
    m_verdict->setObjectName(u"verdict"_s);
    m_check->setObjectName(u"check"_s);
    m_body->setFont(ui::font(TextStyle::Mono));
    m_body->setWordWrapMode(QTextOption::WrapAnywhere);
    m_body->setTabChangesFocus(true);
    m_body->setFixedHeight(px(150));
    m_body->setLayoutDirection(Qt::LeftToRight);
    for (QLineEdit *edit : {m_signature, m_secret}) {
        edit->setFont(ui::font(TextStyle::Mono));
        edit->setLayoutDirection(Qt::LeftToRight);
    }
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    auto *secretRow = new FormRow(tr("Signing secret"), {}, m_secret);
    secretRow->setNote({}, tr("Only used for this check, never stored."));

    auto *close = new Button(tr("Close"));
    close->setAutoDefault(false);
    m_check->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_check);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    column->addWidget(new Label(windowTitle(), TextStyle::Title));
    column->addWidget(new FormRow(tr("Provider"), {}, m_provider));
    column->addWidget(new FormRow(tr("Body", "of a webhook event"), tr("As it arrived"), m_body));
    column->addWidget(m_signatureRow);
    column->addWidget(secretRow);
    column->addWidget(m_verdict);
    column->addStretch(1);
    column->addLayout(buttons);
    m_verdict->hide();

    connect(m_provider, &QComboBox::currentIndexChanged, this, &SignatureDialog::showHeader);
    connect(m_provider, &QComboBox::currentIndexChanged, this, &SignatureDialog::forgetVerdict);
    connect(m_body, &QPlainTextEdit::textChanged, this, &SignatureDialog::forgetVerdict);
    connect(m_signature, &QLineEdit::textChanged, this, &SignatureDialog::forgetVerdict);
    connect(m_secret, &QLineEdit::textChanged, this, &SignatureDialog::forgetVerdict);
    connect(m_check, &QPushButton::clicked, this, &SignatureDialog::check);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    showHeader();
    m_body->setFocus();
}

void SignatureDialog::setProvider(const QString &word)
{
    if (const int index = m_provider->findData(word); index >= 0)
        m_provider->setCurrentIndex(index);
}

void SignatureDialog::fill(const ledger::WebhookEvent &event, const http::Secret &secret)
{
    m_raw = event.body;
    m_body->setPlainText(QString::fromUtf8(event.body));
    m_rawText = m_body->toPlainText();
    m_signature->setText(QString::fromUtf8(event.signature));
    m_signature->setCursorPosition(0);
    m_secret->setText(secret.reveal());
    (secret.isEmpty() ? static_cast<QWidget *>(m_secret) : m_check)->setFocus();
}

void SignatureDialog::showHeader()
{
    const auto &scheme = providers::webhookSchemes()[static_cast<size_t>(m_provider->currentIndex())];
    m_signatureRow->setNote({}, tr("The header %1, as in %2").arg(scheme.header, scheme.form));
}

QByteArray SignatureDialog::body() const
{
    const QString text = m_body->toPlainText();
    return text == m_rawText ? m_raw : text.toUtf8();
}

void SignatureDialog::check()
{
    forgetVerdict();
    const auto verdict = providers::checkWebhook(m_provider->currentData().toString(), body(), m_signature->text(),
                                                 http::Secret(m_secret->text()), m_clock());
    m_verdict->setSeverity(verdict.outcome == Outcome::Genuine ? Severity::Info
                           : verdict.outcome == Outcome::Stale ? Severity::Warning
                                                               : Severity::Error);
    m_verdict->setMessage(verdict.sentence, verdict.advice);
    m_verdict->show();
    adjustSize();
    QWidget *field = verdict.part == Part::Body        ? static_cast<QWidget *>(m_body)
                     : verdict.part == Part::Signature ? m_signature
                     : verdict.part == Part::Secret    ? m_secret
                                                       : nullptr;
    if (!field || verdict.outcome != Outcome::Wrong)
        return;
    setErrorFrame(field, true);
    field->setFocus();
}

void SignatureDialog::forgetVerdict()
{
    m_verdict->hide();
    for (QWidget *field :
         {static_cast<QWidget *>(m_body), static_cast<QWidget *>(m_signature), static_cast<QWidget *>(m_secret)})
        setErrorFrame(field, false);
}

void SignatureDialog::done(int result)
{
    m_secret->clear();
    QDialog::done(result);
}

} // namespace tilldeck::ui

#include "moc_signature_dialog.cpp"
