// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of "Copy as".
#pragma once

#include "ledger/ledger.h"

#include <QLocale>
#include <QTimeZone>
#include <QUrl>

namespace tilldeck::ui {

/// Returns a Markdown link such as "[Pay 248.00 EUR](https://…)"; characters with a meaning in Markdown are escaped.
QString markdownLink(const QString &url, const QString &label);

/// Returns an HTML link styled as a button; @p url and @p label are escaped.
QString htmlPaymentButton(const QString &url, const QString &label);

/// Holds the mail in which a merchant sends a customer the checkout URL.
struct PaymentMail
{
    QString subject;
    QString body; ///< Lines end with \n.
};

/// Writes that mail in the program's language: what the payment is for, the link, what is charged again
/// (chargedLater()), and until when it is valid. An amount or an expiry that is not known is left out.
PaymentMail paymentMail(const ledger::SessionRecord &record, const QString &checkoutUrl,
                        const QStringList &chargedLater, const QTimeZone &zone, const QLocale &locale);

/// Returns the mailto: URL that opens @p mail in the mail program (RFC 6068). @p recipient may be empty.
QUrl mailtoUrl(const QString &recipient, const PaymentMail &mail);

/// Returns a file name such as "checkout-order-1042.png", made from the reference or else the id; neither is secret.
QString qrFileName(const ledger::SessionRecord &record);

/// Returns the session as JSON with its token masked wherever it occurs.
QString sessionJson(const ledger::SessionRecord &record, const QString &checkoutUrl);

} // namespace tilldeck::ui
