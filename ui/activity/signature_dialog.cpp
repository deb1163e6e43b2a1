// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/signature_dialog.h"

#include "providers/webhook_check.h"
#include "ui/activity/body_edit.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/layouts.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using Outcome = providers::WebhookVerdict::Outcome;
using Part = providers::WebhookVerdict::Part;

SignatureDialog::SignatureDialog(Clock clock, QWidget *parent)
    : FormDialog(tr("Check a signature"), 560, parent)
    , m_clock(std::move(clock))
    , m_provider(new QComboBox)
    , m_body(new BodyEdit)
    , m_signature(new QLineEdit)
    , m_secret(new QLineEdit)
    , m_check(new Button(tr("Check signature"), ButtonKind::Primary))
{
    for (const providers::WebhookScheme &scheme : providers::webhookSchemes())
        m_provider->addItem(scheme.providerName, scheme.kind);
    m_provider->setObjectName(u"provider"_s);
    m_body->setObjectName(u"body"_s);
    m_signature->setObjectName(u"signature"_s);
    m_secret->setObjectName(u"secret"_s);
    message()->setObjectName(u"verdict"_s);
    m_check->setObjectName(u"check"_s);
    m_body->setFont(ui::font(TextStyle::Mono));
    m_body->setWordWrapMode(QTextOption::WrapAnywhere);
    m_body->setTabChangesFocus(true);
    m_body->setFixedHeight(px(118));
    m_body->setLayoutDirection(Qt::LeftToRight);
    for (QLineEdit *edit : {m_signature, m_secret}) {
        edit->setFont(ui::font(TextStyle::Mono));
        edit->setLayoutDirection(Qt::LeftToRight);
    }
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    addRow(tr("Provider"), m_provider);
    auto *open = new Button(tr("Open a file…"), ButtonKind::Link);
    open->setObjectName(u"openBody"_s);
    auto *body = new QWidget;
    auto *column = makeColumnLayout(body, px(4));
    column->addWidget(m_body);
    column->addWidget(open, 0, Qt::AlignLeading);
    auto *bodyRow = addRow(tr("Body", "of a webhook event"), body, tr("Byte for byte as it arrived"));
    bodyRow->setField(m_body);
    m_signatureRow = addRow(tr("Signature"), m_signature);
    addRow(tr("Signing secret"), m_secret)->setNote({}, tr("Only used for this check, never stored."));
    addButtons(new Button(tr("Close")), {m_check});

    connect(m_provider, &QComboBox::currentIndexChanged, this, &SignatureDialog::showHeader);
    connect(m_provider, &QComboBox::currentIndexChanged, this, &SignatureDialog::forgetVerdict);
    connect(m_body, &BodyEdit::textChanged, this, &SignatureDialog::forgetVerdict);
    connect(m_body, &BodyEdit::noteChanged, bodyRow,
            [bodyRow](const QString &lead, const QString &text) { bodyRow->setNote(lead, text); });
    connect(m_body, &BodyEdit::failed, this,
            [this](const QString &sentence) { showMessage(Severity::Error, sentence); });
    connect(open, &QPushButton::clicked, this, &SignatureDialog::chooseFile);
    connect(m_signature, &QLineEdit::textChanged, this, &SignatureDialog::forgetVerdict);
    connect(m_secret, &QLineEdit::textChanged, this, &SignatureDialog::forgetVerdict);
    connect(m_check, &QPushButton::clicked, this, &SignatureDialog::check);
    showHeader();
    m_body->setFocus();
}

void SignatureDialog::setProvider(const QString &id)
{
    if (const int index = m_provider->findData(id); index >= 0)
        m_provider->setCurrentIndex(index);
}

void SignatureDialog::fill(const ledger::WebhookEvent &event, const http::Secret &secret)
{
    m_body->setBytes(event.body);
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

void SignatureDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open the body of an event"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_body, &BodyEdit::openFile);
    dialog->open();
}

void SignatureDialog::check()
{
    forgetVerdict();
    const auto verdict = providers::checkWebhook(m_provider->currentData().toString(), m_body->bytes(),
                                                 m_signature->text(), http::Secret(m_secret->text()), m_clock());
    showMessage(verdict.outcome == Outcome::Genuine ? Severity::Info
                : verdict.outcome == Outcome::Stale ? Severity::Warning
                                                    : Severity::Error,
                verdict.sentence,
                verdict.remark.isEmpty() ? verdict.advice
                                         : tr("%1 %2", "two sentences").arg(verdict.advice, verdict.remark));
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
    message()->hide();
    for (QWidget *field :
         {static_cast<QWidget *>(m_body), static_cast<QWidget *>(m_signature), static_cast<QWidget *>(m_secret)})
        setErrorFrame(field, false);
}

void SignatureDialog::done(int result)
{
    m_secret->clear();
    FormDialog::done(result);
}

} // namespace tilldeck::ui

#include "moc_signature_dialog.cpp"
