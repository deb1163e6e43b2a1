// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pages/payment_forms.h"

#include "money/format.h"

#include <QLocale>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

// One form of the page. The first of its fields that needs the customer takes the focus.
class Form
{
public:
    // @p problems are those of this form; no list when it was not sent.
    Form(const QList<FieldError> *problems, bool mayFocus)
        : m_problems(problems)
        , m_mayFocus(mayFocus)
    {
    }

    QString input(const QString &name, const QString &label, const QString &attributes, const QString &value)
    {
        return field(name, label,
                     u"<input id=\"%1\" name=\"%1\" required value=\"%2\" %3%4>"_s.arg(name, value.toHtmlEscaped(),
                                                                                       attributes, marks(name)));
    }

    QString choice(const QString &name, const QString &label, const QList<std::pair<QString, QString>> &options,
                   const QString &chosen)
    {
        QString html;
        for (const auto &[value, text] : options)
            html += u"<option value=\"%1\"%2>%3</option>"_s.arg(value, value == chosen ? u" selected"_s : QString(),
                                                                text.toHtmlEscaped());
        return field(name, label, u"<select id=\"%1\" name=\"%1\" %2>%3</select>"_s.arg(name, marks(name), html));
    }

private:
    QString problemOf(const QString &name) const
    {
        if (m_problems) {
            for (const FieldError &problem : *m_problems) {
                if (problem.field == name)
                    return problem.message;
            }
        }
        return {};
    }

    QString marks(const QString &name)
    {
        QString marks;
        const bool isWrong = !problemOf(name).isEmpty();
        if (isWrong)
            marks = u" aria-invalid=\"true\" aria-describedby=\"%1-error\""_s.arg(name);
        if (m_mayFocus && (isWrong || !m_problems || m_problems->isEmpty())) {
            m_mayFocus = false;
            marks += u" autofocus"_s;
        }
        return marks;
    }

    QString field(const QString &name, const QString &label, const QString &control) const
    {
        const QString problem = problemOf(name);
        const QString error =
            problem.isEmpty() ? QString()
                              : u"<span class=\"error\" id=\"%1-error\">%2</span>"_s.arg(name, problem.toHtmlEscaped());
        return u"<div class=\"field\"><label for=\"%1\">%2</label>%3%4</div>"_s.arg(name, label, control, error);
    }

    const QList<FieldError> *m_problems;
    bool m_mayFocus;
};

QString formHtml(const QString &title, const QString &method, const QString &fields, const QString &button)
{
    const QString heading = title.isEmpty() ? QString() : u"<h3>%1</h3>"_s.arg(title);
    const QString kind =
        method.isEmpty() ? QString() : u"<input type=\"hidden\" name=\"method\" value=\"%1\">"_s.arg(method);
    return u"<form method=\"post\" novalidate>%1%2%3<button type=\"submit\">%4</button></form>"_s.arg(heading, kind,
                                                                                                      fields, button);
}

QString cardFields(const Submitted *submitted, bool mayFocus)
{
    Form form(submitted ? &submitted->payment.problems : nullptr, mayFocus);
    // A card number is only given back to be corrected.
    const bool giveBack = submitted && submitted->payment.outcome == Payment::Invalid;
    const auto digits = [](const QString &rest) { return u"inputmode=\"numeric\" "_s + rest; };
    const QString number =
        form.input(u"number"_s, u"Card number"_s, digits(u"autocomplete=\"cc-number\" maxlength=\"23\""_s),
                   giveBack ? submitted->card.number : QString());
    const QString expiry =
        form.input(u"expiry"_s, u"Expiry date (MM/YY)"_s, digits(u"autocomplete=\"cc-exp\" maxlength=\"9\""_s),
                   giveBack ? submitted->card.expiry : QString());
    const QString cvc =
        form.input(u"cvc"_s, u"Security code"_s, digits(u"autocomplete=\"cc-csc\" maxlength=\"4\""_s), {});
    return number + u"<div class=\"pair\">%1%2</div>"_s.arg(expiry, cvc);
}

QString walletFields(const Wallet &wallet, const Submitted *submitted, bool mayFocus)
{
    Form form(submitted ? &submitted->payment.problems : nullptr, mayFocus);
    QList<std::pair<QString, QString>> countries;
    QList<std::pair<QString, QString>> operators;
    for (const WalletCountry &country : walletCountries()) {
        countries << std::pair(country.code, u"%1 (+%2)"_s.arg(country.name, country.dialCode));
        for (const QString &id : country.operators) {
            if (const std::pair entry(id, operatorName(id)); !operators.contains(entry))
                operators << entry;
        }
    }
    const QString country = form.choice(u"country"_s, u"Country"_s, countries, wallet.country);
    const QString network = form.choice(u"operator"_s, u"Operator"_s, operators, wallet.operatorId);
    return country + network +
           form.input(u"msisdn"_s, u"Phone number, with country code"_s,
                      u"type=\"tel\" autocomplete=\"tel\" maxlength=\"20\" placeholder=\"+221 …\""_s, wallet.msisdn);
}

} // namespace

QString paymentForms(const Payable &payable, const Submitted *submitted)
{
    const QString amount = money::format(*payable.total, QLocale(QLocale::English)).toHtmlEscaped();
    if (payable.total->minorUnits() == 0)
        return formHtml({}, {}, {}, u"Complete the order"_s);
    const bool both = payable.takesCards && payable.takesWallets;
    const Submitted *card = submitted && !submitted->byWallet ? submitted : nullptr;
    const Submitted *wallet = submitted && submitted->byWallet ? submitted : nullptr;
    QString html;
    if (payable.takesWallets)
        html += formHtml(u"Mobile money"_s, u"mobile_money"_s,
                         walletFields(wallet ? wallet->wallet : payable.wallet, wallet, !card),
                         both ? u"Pay %1 by mobile money"_s.arg(amount) : u"Pay %1"_s.arg(amount));
    if (payable.takesCards)
        html += formHtml(both ? u"Card"_s : QString(), {}, cardFields(card, card || !payable.takesWallets),
                         both ? u"Pay %1 by card"_s.arg(amount) : u"Pay %1"_s.arg(amount));
    return html;
}

QString testMeans(const Payable &payable)
{
    QString html;
    if (payable.takesCards) {
        QString cards;
        for (const TestCard &known : testCards())
            cards += u"<dt>%1</dt><dd>%2</dd>"_s.arg(known.number, known.behaviour);
        html += u"<details><summary>Test cards</summary>"
                "<p>Use any expiry date ahead and any security code.</p><dl>%1</dl></details>"_s.arg(cards);
    }
    if (payable.takesWallets) {
        QString numbers;
        for (const TestWallet &known : testWallets())
            numbers += u"<dt>%1</dt><dd>%2</dd>"_s.arg(known.ending, known.behaviour);
        html += u"<details><summary>Test numbers</summary>"
                "<p>Put the code of the country before them, like +221 77 000 00 00.</p><dl>%1</dl></details>"_s.arg(
                    numbers);
    }
    return html;
}

} // namespace tilldeck::sandbox
