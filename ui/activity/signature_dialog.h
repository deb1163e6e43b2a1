// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/secret.h"
#include "ledger/ledger.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace tilldeck::ui {

class Button;
class FormRow;
class InlineMessage;

/// Checks a body, its signature and a secret against the scheme of a provider and says what is wrong. Nothing is
/// stored. Open it with open().
class SignatureDialog : public QDialog
{
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>; ///< UTC

    explicit SignatureDialog(Clock clock, QWidget *parent = nullptr);

    /// Chooses the provider with this id ("khaime"); an unknown one changes nothing.
    void setProvider(const QString &word);
    void fill(const ledger::WebhookEvent &event, const http::Secret &secret);

    void done(int result) override;

private:
    void check();
    void forgetVerdict();
    void showHeader();
    QByteArray body() const;

    Clock m_clock;
    QComboBox *m_provider;
    QPlainTextEdit *m_body;
    QLineEdit *m_signature;
    QLineEdit *m_secret;
    FormRow *m_signatureRow;
    InlineMessage *m_verdict;
    Button *m_check;
    QByteArray m_raw;  ///< The body as received, because a text edit changes line ends.
    QString m_rawText; ///< The same body as the text edit returns it.
};

} // namespace tilldeck::ui
