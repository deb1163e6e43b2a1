// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/hosted_pages.h"

#include "money/format.h"

#include <QFile>
#include <QLocale>
#include <QUrl>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kShop = "Kestrel Studio"_L1;

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

QString amount(const Session &session, qint64 minorUnits)
{
    return money::format(session.money(minorUnits), QLocale(QLocale::English)).toHtmlEscaped();
}

QString row(const QString &name, const QString &value, const QString &kind = {})
{
    return u"<tr class=\"%1\"><th scope=\"row\">%2</th><td>%3</td></tr>"_s.arg(kind, name, value);
}

QString reasonFor(const QString &code)
{
    if (code == "insufficient_funds"_L1)
        return u"the card has too little money"_s;
    if (code == "processor_unavailable"_L1)
        return u"the payment processor is unavailable"_s;
    return u"the bank declined the card"_s;
}

QString link(const QString &url, const QString &sessionId, const QString &text)
{
    if (url.isEmpty())
        return {};
    return u"<a class=\"cancel\" href=\"%1\">%2</a>"_s.arg(
        QString::fromLatin1(filledRedirect(url, sessionId)).toHtmlEscaped(), text);
}

Response html(int status, const QString &title, const QString &body)
{
    const QString page = filled(
        u"frame.html"_s,
        {{u"title"_s, QString(title + " – "_L1 + kShop).toHtmlEscaped()}, {u"shop"_s, kShop}, {u"body"_s, body}});
    // Chromium applies form-action to where the answer of the form redirects, and that is the merchant's own address.
    return {status,
            "text/html; charset=utf-8",
            page.toUtf8(),
            {{"Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self' http: https:;"
                                         " base-uri 'none'; frame-ancestors 'none'"},
             {"Referrer-Policy", "same-origin"}}};
}

Response message(int status, const QString &heading, const QString &text, const QString &tone, const QString &more = {})
{
    return html(
        status, heading,
        filled(u"message.html"_s, {{u"heading"_s, heading}, {u"text"_s, text}, {u"tone"_s, tone}, {u"more"_s, more}}));
}

Response closed(const Session &session)
{
    const QString back = link(session.returnUrl, session.id, u"Back to the shop"_s);
    if (session.status == "completed"_L1) {
        const QString on = link(session.successUrl, session.id, u"Continue"_s);
        return message(200, u"Thank you, this is paid"_s,
                       u"%1 was received. You can close this page."_s.arg(
                           amount(session, session.tiers.at(session.paidTier.value_or(0)).total)),
                       u"good"_s, on);
    }
    if (session.status == "expired"_L1)
        return message(200, u"This checkout has expired"_s,
                       u"Nothing was charged. Ask the shop for a new link if you still want to pay."_s, u"bad"_s, back);
    if (session.status == "failed"_L1)
        return message(200, u"This checkout is closed"_s, u"Too many payments were declined. Nothing was charged."_s,
                       u"bad"_s, back);
    return message(200, u"There is nothing to pay"_s, u"This checkout has no items."_s, {}, back);
}

bool isSameOrigin(const Request &request)
{
    const QByteArray own = "http://" + request.headers.value("host");
    if (request.headers.contains("origin"))
        return request.headers.value("origin") == own;
    return request.headers.value("referer").startsWith(own + '/');
}

} // namespace

QByteArray filledRedirect(const QString &url, const QString &sessionId)
{
    QString address = url;
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(sessionId));
    address.replace("{CHECKOUT_SESSION_ID}"_L1, id);
    address.replace("%7BCHECKOUT_SESSION_ID%7D"_L1, id, Qt::CaseInsensitive);
    return QUrl(address, QUrl::TolerantMode).toEncoded();
}

HostedPages::HostedPages(Engine &engine)
    : m_engine(engine)
{
}

Response HostedPages::answer(const Request &request)
{
    if (request.path == QStringList{u"assets"_s, u"checkout.css"_s})
        return {200, "text/css; charset=utf-8", resource(u"checkout.css"_s), {}};
    const auto session =
        request.path.size() == 1 ? m_engine.sessionByToken(request.path.first()) : std::optional<Session>();
    if (!session)
        return message(404, u"There is no such checkout"_s, u"Check the address, or ask the shop for a new link."_s,
                       u"bad"_s);
    if (request.method == "GET" || request.method == "HEAD")
        return page(*session);
    if (request.method != "POST")
        return {405, "text/plain", "This page takes GET and POST only.\n", {{"Allow", "GET, POST"}}};
    if (!isSameOrigin(request))
        return message(403, u"This payment was not sent from this page"_s,
                       u"Nothing was charged. Open the checkout again and pay there."_s, u"bad"_s);

    // Form encoding writes a space as "+".
    const QUrlQuery form(QString::fromUtf8(QByteArray(request.body).replace('+', ' ')));
    const auto field = [&](const QString &name) { return form.queryItemValue(name, QUrl::FullyDecoded); };
    const Card card{field(u"number"_s), field(u"expiry"_s), field(u"cvc"_s)};
    const Payment payment = m_engine.pay(session->token, card);
    if (payment.outcome == Payment::Unkept)
        return message(500, u"This payment was not taken"_s, u"Try again; nothing was charged."_s, u"bad"_s);
    if (payment.session.status == "completed"_L1) {
        const QByteArray next = payment.session.successUrl.isEmpty()
                                    ? "/pay/" + payment.session.token.toUtf8()
                                    : filledRedirect(payment.session.successUrl, payment.session.id);
        return {303, {}, {}, {{"Location", next}}};
    }
    return page(payment.session, &payment, card);
}

Response HostedPages::page(const Session &session, const Payment *payment, const Card &card) const
{
    if (!session.isOpen() || session.tiers.isEmpty())
        return closed(session);
    const auto customer = m_engine.store().get(u"customers"_s, session.customerId);
    QString email;
    if (customer)
        email = u"<p class=\"hint\">Receipt to <strong>%1</strong></p>"_s.arg(
            (*customer)["email"_L1].toString().toHtmlEscaped());
    QString cards;
    for (const TestCard &known : testCards())
        cards += u"<dt>%1</dt><dd>%2</dd>"_s.arg(known.number, known.behaviour);
    const qint64 total = session.tiers.first().total;
    const bool isRefused = payment && payment->outcome != Payment::Paid;
    return html(isRefused ? 402 : 200, u"Checkout"_s,
                filled(u"checkout.html"_s,
                       {{u"order"_s, orderSummary(session)},
                        {u"notice"_s, payment ? declineNotice(*payment) : QString()},
                        {u"email"_s, email},
                        {u"fields"_s, total > 0 ? cardForm(payment, card) : QString()},
                        {u"button"_s, total > 0 ? u"Pay %1"_s.arg(amount(session, total)) : u"Complete the order"_s},
                        {u"cancel"_s, link(session.returnUrl, session.id, u"Cancel and go back"_s)},
                        {u"expiry"_s,
                         u"This checkout is open until %1 UTC."_s.arg(
                             QLocale(QLocale::English).toString(session.expiresAt.toUTC(), u"d MMMM yyyy, HH:mm"_s))},
                        {u"testCards"_s, cards}}));
}

QString HostedPages::orderSummary(const Session &session) const
{
    const Tier &tier = session.tiers.first();
    QString lines;
    for (const SoldLine &line : tier.lines) {
        const QString each = amount(session, line.unitAmount);
        const QString period =
            line.billingPeriod.isEmpty() ? QString() : u" per %1"_s.arg(line.billingPeriod.toHtmlEscaped());
        lines += row(u"%1<span class=\"detail\">%2 × %3%4</span>"_s.arg(line.name.toHtmlEscaped())
                         .arg(line.quantity)
                         .arg(each, period),
                     amount(session, line.total));
    }
    QString sums;
    if (tier.discount > 0) {
        const QString code = session.promotionCode.isEmpty() ? session.couponId : session.promotionCode;
        sums += row(u"Subtotal"_s, amount(session, tier.subtotal));
        sums += row(u"Discount %1"_s.arg(code.toHtmlEscaped()), amount(session, -tier.discount), u"discount"_s);
    }
    sums += row(u"Total"_s, amount(session, tier.total), u"total"_s);
    return u"<table><tbody>%1</tbody><tfoot>%2</tfoot></table>"_s.arg(lines, sums);
}

QString HostedPages::cardForm(const Payment *payment, const Card &card) const
{
    bool isFocused = false;
    const auto input = [&](const QString &name, const QString &label, const QString &attributes, const QString &value) {
        QString error;
        if (payment) {
            for (const FieldError &problem : payment->problems) {
                if (problem.field == name)
                    error = problem.message;
            }
        }
        QString marks;
        QString text;
        if (!error.isEmpty()) {
            marks = u" aria-invalid=\"true\" aria-describedby=\"%1-error\""_s.arg(name);
            text = u"<span class=\"error\" id=\"%1-error\">%2</span>"_s.arg(name, error.toHtmlEscaped());
        }
        if (!isFocused && (!error.isEmpty() || !payment || payment->problems.isEmpty())) {
            isFocused = true;
            marks += u" autofocus"_s;
        }
        return u"<div class=\"field\"><label for=\"%1\">%2</label><input id=\"%1\" name=\"%1\" inputmode=\"numeric\" "
               "required value=\"%3\" %4%5>%6</div>"_s.arg(name, label, value.toHtmlEscaped(), attributes, marks, text);
    };
    // A card number is only given back to be corrected.
    const bool giveBack = payment && payment->outcome == Payment::Invalid;
    const QString number = input(u"number"_s, u"Card number"_s, u"autocomplete=\"cc-number\" maxlength=\"23\""_s,
                                 giveBack ? card.number : QString());
    const QString expiry = input(u"expiry"_s, u"Expiry date (MM/YY)"_s, u"autocomplete=\"cc-exp\" maxlength=\"7\""_s,
                                 giveBack ? card.expiry : QString());
    const QString cvc = input(u"cvc"_s, u"Security code"_s, u"autocomplete=\"cc-csc\" maxlength=\"4\""_s, {});
    return number + u"<div class=\"pair\">%1%2</div>"_s.arg(expiry, cvc);
}

QString HostedPages::declineNotice(const Payment &payment) const
{
    if (payment.outcome == Payment::Invalid)
        return u"<div class=\"notice\" role=\"alert\"><p>Correct the marked fields. Nothing was charged.</p></div>"_s;
    QString tries;
    for (const Attempt &attempt : payment.attempts)
        tries += u"<li>%1: %2</li>"_s.arg(amount(payment.session, attempt.amount), reasonFor(attempt.declineCode));
    return u"<div class=\"notice\" role=\"alert\"><p>The payment was declined. Nothing was charged. Use another card.</p><ul>%1</ul></div>"_s
        .arg(tries);
}

} // namespace tilldeck::sandbox
