// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of "Copy as".
#pragma once

#include "ledger/ledger.h"

#include <QLocale>
#include <QTimeZone>
#include <QUrl>

namespace tilldeck::ui {

/// "[Pay 248.00 EUR](https://…)", with the characters that Markdown reads escaped.
QString markdownLink(const QString &url, const QString &label);

/// A link that looks like a button, everything escaped for HTML.
QString htmlPaymentButton(const QString &url, const QString &label);

/// A mail in which the merchant sends a customer the checkout URL.
struct PaymentMail
{
    QString subject;
    QString body; ///< Lines end with \n.
};

/// Short and polite, in the program's language: what it is for, the link, and until when it is valid. An amount that
/// the provider has not told, and an expiry that is not known, are left out.
PaymentMail paymentMail(const ledger::SessionRecord &record, const QString &checkoutUrl, const QTimeZone &zone,
                        const QLocale &locale);

/// What opens MAIL in the mail program (RFC 6068). RECIPIENT may be empty.
QUrl mailtoUrl(const QString &recipient, const PaymentMail &mail);

/// "checkout-order-1042.png": by the reference, else the id; neither is a secret.
QString qrFileName(const ledger::SessionRecord &record);

/// The session as JSON, its token masked in every place.
QString sessionJson(const ledger::SessionRecord &record, const QString &checkoutUrl);

} // namespace tilldeck::ui
