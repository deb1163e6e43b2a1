// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/secret.h"
#include "ledger/ledger.h"
#include "ui/forms/form_dialog.h"

#include <functional>

class QComboBox;
class QLineEdit;

namespace tilldeck::ui {

class BodyEdit;
class Button;

/// Checks a body, its signature and a secret against a provider's scheme, and says what is wrong. Nothing of it is
/// stored.
class SignatureDialog : public FormDialog
{
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>; ///< UTC

    explicit SignatureDialog(Clock clock, QWidget *parent = nullptr);

    /// Chooses the provider with the id @p id ("khaime"); an unknown one changes nothing.
    void setProvider(const QString &id);
    void fill(const ledger::WebhookEvent &event, const http::Secret &secret);

    void done(int result) override;

private:
    void check();
    void forgetVerdict();
    void showHeader();
    void chooseFile();

    Clock m_clock;
    QComboBox *m_provider;
    BodyEdit *m_body;
    QLineEdit *m_signature;
    QLineEdit *m_secret;
    FormRow *m_signatureRow;
    Button *m_check;
};

} // namespace tilldeck::ui
