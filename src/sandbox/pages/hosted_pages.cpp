// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pages/hosted_pages.h"

#include "money/format.h"
#include "sandbox/pages/payment_forms.h"

#include <QFile>
#include <QLocale>
#include <QUrlQuery>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray resource(const QString &name)
{
    QFile file(u":/sandbox/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Values are HTML already. Each is put in once: text inside a value that looks like a placeholder stays as it is.
QString filled(const QString &name, const QHash<QString, QString> &values)
{
    const QString source = QString::fromUtf8(resource(name));
    QString html;
    qsizetype at = 0;
    for (qsizetype open = source.indexOf("{{"_L1); open >= 0; open = source.indexOf("{{"_L1, at)) {
        const qsizetype close = source.indexOf("}}"_L1, open);
        html += source.mid(at, open - at) + values.value(source.mid(open + 2, close - open - 2));
        at = close + 2;
    }
    return html + source.mid(at);
}

QString amount(const money::Money &money)
{
    return money::format(money, QLocale(QLocale::English)).toHtmlEscaped();
}

QString row(const QString &name, const QString &value, const QString &kind = {})
{
    return u"<tr class=\"%1\"><th scope=\"row\">%2</th><td>%3</td></tr>"_s.arg(kind, name, value);
}

QString reasonFor(const QString &code, bool byWallet)
{
    if (code == "insufficient_funds"_L1)
        return byWallet ? u"the mobile money account has too little money"_s : u"the card has too little money"_s;
    if (code == "processor_unavailable"_L1)
        return u"the payment processor is unavailable"_s;
    return byWallet ? u"the operator declined the payment"_s : u"the bank declined the card"_s;
}

QString link(const QByteArray &url, const QString &text)
{
    return url.isEmpty()
               ? QString()
               : u"<a class=\"cancel\" href=\"%1\">%2</a>"_s.arg(QString::fromLatin1(url).toHtmlEscaped(), text);
}

Response html(int status, const QString &title, const QString &shop, const QString &body)
{
    const QString heading = shop.isEmpty() ? title : title + u" – "_s + shop;
    const QString page = filled(u"frame.html"_s, {{u"title"_s, heading.toHtmlEscaped()},
                                                  {u"mark"_s, shop.left(1).toHtmlEscaped()},
                                                  {u"shop"_s, shop.toHtmlEscaped()},
                                                  {u"body"_s, body}});
    // Chromium applies form-action to where the answer of the form redirects, and that is the merchant's own address.
    return {status,
            "text/html; charset=utf-8",
            page.toUtf8(),
            {{"Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self' http: https:;"
                                         " base-uri 'none'; frame-ancestors 'none'"},
             {"Referrer-Policy", "same-origin"}}};
}

Response message(int status, const QString &shop, const QString &heading, const QString &text, const QString &tone,
                 const QString &more = {})
{
    return html(
        status, heading, shop,
        filled(u"message.html"_s, {{u"heading"_s, heading}, {u"text"_s, text}, {u"tone"_s, tone}, {u"more"_s, more}}));
}

Response closed(const Payable &payable)
{
    const QString back = link(payable.cancelUrl, u"Back to the shop"_s);
    switch (payable.state) {
    case Payable::Paid:
        return message(200, payable.shop, u"Thank you, this is paid"_s,
                       u"%1 was received. You can close this page."_s.arg(amount(*payable.total)), u"good"_s,
                       link(payable.successUrl, u"Continue"_s));
    case Payable::Expired:
        return message(200, payable.shop, u"This checkout has expired"_s,
                       u"Nothing was charged. Ask the shop for a new link if you still want to pay."_s, u"bad"_s, back);
    case Payable::Failed:
        return message(200, payable.shop, u"This checkout is closed"_s,
                       u"Too many payments were declined. Nothing was charged."_s, u"bad"_s, back);
    default:
        return message(200, payable.shop, u"There is nothing to pay"_s, u"This checkout has no items."_s, {}, back);
    }
}

QString orderSummary(const Payable &payable)
{
    QString lines;
    for (const PayableLine &line : payable.lines) {
        const QString detail =
            line.detail.isEmpty() ? QString() : u"<span class=\"detail\">%1</span>"_s.arg(line.detail.toHtmlEscaped());
        lines += row(line.name.toHtmlEscaped() + detail, amount(line.amount));
    }
    QString sums;
    for (const PayableLine &sum : payable.sums)
        sums +=
            row(sum.name.toHtmlEscaped(), amount(sum.amount), sum.amount.minorUnits() < 0 ? u"discount"_s : QString());
    sums += row(u"Total"_s, amount(*payable.total), u"total"_s);
    return u"<table><tbody>%1</tbody><tfoot>%2</tfoot></table>"_s.arg(lines, sums);
}

QString declineNotice(const Payment &payment, bool byWallet)
{
    if (payment.outcome == Payment::Invalid)
        return u"<div class=\"notice\" role=\"alert\"><p>Correct the marked fields. Nothing was charged.</p></div>"_s;
    QString tries;
    for (const Decline &declined : payment.declines)
        tries += u"<li>%1: %2</li>"_s.arg(amount(declined.amount), reasonFor(declined.code, byWallet));
    const QString other = byWallet ? u"Use another number."_s : u"Use another card."_s;
    return u"<div class=\"notice\" role=\"alert\"><p>The payment was declined. Nothing was charged. %1</p><ul>%2</ul></div>"_s
        .arg(other, tries);
}

Response waiting(const Payable &payable)
{
    return message(200, payable.shop, u"Waiting for your phone"_s,
                   u"Confirm the payment of %1 on %2. This page does not change by itself."_s.arg(
                       amount(*payable.total), payable.wallet.msisdn.toHtmlEscaped()),
                   {}, u"<a class=\"button\" href=\"/pay/%1\">Look again</a>"_s.arg(payable.id.toHtmlEscaped()));
}

Response page(const Payable &payable, const Submitted *submitted = nullptr)
{
    if (payable.state == Payable::Waiting)
        return waiting(payable);
    if (payable.state != Payable::Open)
        return closed(payable);
    QString email;
    if (!payable.email.isEmpty())
        email = u"<p class=\"hint\">Receipt to <strong>%1</strong></p>"_s.arg(payable.email.toHtmlEscaped());
    QString notice;
    if (submitted)
        notice = declineNotice(submitted->payment, submitted->byWallet);
    else if (payable.lastDecline)
        notice = declineNotice({Payment::Declined, {}, {*payable.lastDecline}}, true);
    QString expiry;
    if (payable.openUntil.isValid())
        expiry = u"This checkout is open until %1 UTC."_s.arg(
            QLocale(QLocale::English).toString(payable.openUntil.toUTC(), u"d MMMM yyyy, HH:mm"_s));
    return html(submitted ? 402 : 200, u"Checkout"_s, payable.shop,
                filled(u"checkout.html"_s, {{u"order"_s, orderSummary(payable)},
                                            {u"notice"_s, notice},
                                            {u"email"_s, email},
                                            {u"forms"_s, paymentForms(payable, submitted)},
                                            {u"cancel"_s, link(payable.cancelUrl, u"Cancel and go back"_s)},
                                            {u"expiry"_s, expiry},
                                            {u"testMeans"_s, testMeans(payable)}}));
}

bool isSameOrigin(const Request &request)
{
    // One port speaks either of the two.
    const QByteArray host = request.headers.value("host");
    const auto isAt = [](const QByteArray &address, const QByteArray &place) {
        return address.startsWith("http://" + place) || address.startsWith("https://" + place);
    };
    if (const QByteArray origin = request.headers.value("origin"); request.headers.contains("origin"))
        return origin == "http://" + host || origin == "https://" + host;
    return isAt(request.headers.value("referer"), host + '/');
}

} // namespace

HostedPages::HostedPages(QList<HostedCheckout *> checkouts)
    : m_checkouts(std::move(checkouts))
{
}

Response HostedPages::answer(const Request &request)
{
    if (request.path == QStringList{u"assets"_s, u"checkout.css"_s})
        return {200, "text/css; charset=utf-8", resource(u"checkout.css"_s), {}};
    const QString id = request.path.size() == 1 ? request.path.first() : QString();
    HostedCheckout *checkout = nullptr;
    std::optional<Payable> payable;
    for (qsizetype i = 0; i < m_checkouts.size() && !payable; ++i) {
        checkout = m_checkouts.at(i);
        payable = checkout->payable(id);
    }
    if (!payable && request.method == "GET") {
        for (HostedCheckout *other : std::as_const(m_checkouts)) {
            const auto opened = other->openLink(id);
            if (opened && opened->isEmpty())
                return message(410, u"Tilldeck sandbox"_s, u"This link no longer works"_s,
                               u"Nothing was charged. Ask the shop for a new link."_s, u"bad"_s);
            if (opened)
                return {303, {}, {}, {{"Location", "/pay/" + opened->toUtf8()}}};
        }
    }
    if (!payable)
        return message(404, u"Tilldeck sandbox"_s, u"There is no such checkout"_s,
                       u"Check the address, or ask the shop for a new link."_s, u"bad"_s);
    if (request.method == "GET" || request.method == "HEAD")
        return page(*payable);
    if (request.method != "POST")
        return {405, "text/plain", "This page takes GET and POST only.\n", {{"Allow", "GET, POST"}}};
    if (!isSameOrigin(request))
        return message(403, payable->shop, u"This payment was not sent from this page"_s,
                       u"Nothing was charged. Open the checkout again and pay there."_s, u"bad"_s);

    // Form encoding writes a space as "+".
    const QUrlQuery form(QString::fromUtf8(QByteArray(request.body).replace('+', ' ')));
    const auto field = [&](const QString &name) { return form.queryItemValue(name, QUrl::FullyDecoded); };
    Submitted submitted;
    submitted.byWallet = field(u"method"_s) == "mobile_money"_L1;
    if (submitted.byWallet) {
        submitted.wallet = {field(u"operator"_s), field(u"country"_s), field(u"msisdn"_s)};
        submitted.payment = checkout->payByWallet(id, submitted.wallet);
    } else {
        submitted.card = {field(u"number"_s), field(u"expiry"_s), field(u"cvc"_s)};
        submitted.payment = checkout->pay(id, submitted.card);
    }
    if (submitted.payment.outcome == Payment::StorageError)
        return message(500, payable->shop, u"This payment was not taken"_s, u"Try again; nothing was charged."_s,
                       u"bad"_s);
    payable = checkout->payable(id);
    const QByteArray own = "/pay/" + id.toUtf8();
    if (payable->state == Payable::Paid)
        return {303, {}, {}, {{"Location", payable->successUrl.isEmpty() ? own : payable->successUrl}}};
    // So that looking again does not send the form again.
    if (payable->state == Payable::Waiting)
        return {303, {}, {}, {{"Location", own}}};
    return page(*payable, &submitted);
}

} // namespace tilldeck::sandbox
