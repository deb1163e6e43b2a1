// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/copy_text.h"

#include "checkout/outside_text.h"
#include "desk/mask_token.h"
#include "money/format.h"
#include "ui/widgets/time_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

struct PaymentMailText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::PaymentMail)

public:
    static QString link(const QString &amount, const QString &what)
    {
        if (amount.isEmpty())
            return what.isEmpty() ? tr("here is your link to pay:") : tr("here is your link to pay for %1:").arg(what);
        return what.isEmpty() ? tr("here is your link to pay %1:").arg(amount)
                              : tr("here is your link to pay %1 for %2:", "amount, what is sold").arg(amount, what);
    }
};

} // namespace

QString markdownLink(const QString &url, const QString &label)
{
    QString text;
    for (const QChar letter : label) {
        if (u"\\[]*_`<>"_s.contains(letter))
            text += u'\\';
        text += letter;
    }
    QString target = url;
    target.replace(u'(', "%28"_L1).replace(u')', "%29"_L1).replace(u'<', "%3C"_L1).replace(u'>', "%3E"_L1);
    return u"[%1](%2)"_s.arg(text, target);
}

QString htmlPaymentButton(const QString &url, const QString &label)
{
    return u"<a href=\"%1\" rel=\"noopener\" style=\"display:inline-block;padding:10px 18px;border-radius:5px;"
           "background:#2356c5;color:#fff;font:600 15px sans-serif;text-decoration:none\">%2</a>"_s.arg(
               url.toHtmlEscaped(), label.toHtmlEscaped());
}

PaymentMail paymentMail(const ledger::SessionRecord &record, const QString &checkoutUrl,
                        const QStringList &chargedLater, const QTimeZone &zone, const QLocale &locale)
{
    const checkout::Session &session = record.session;
    const QString &what = record.draft.description.isEmpty() ? record.itemsLabel : record.draft.description;
    std::optional<money::Money> amount = checkout::amountOf(session);
    if (!amount && record.quote)
        amount = record.quote->customerPays;
    QStringList parts{PaymentMailText::tr("Hello,"),
                      PaymentMailText::link(amount ? money::format(*amount, locale) : QString(), what), checkoutUrl};
    const QString later = chargedLater.join(u' ');
    if (!later.isEmpty())
        parts << (amount ? PaymentMailText::tr("You pay %1 now. %2", "amount, “Then 499.00 USD a year.”")
                               .arg(money::format(*amount, locale), later)
                         : later);
    if (session.expiresAt.isValid())
        parts << PaymentMailText::tr("The link is valid until %1.").arg(absoluteTime(session.expiresAt, zone, locale));
    parts << PaymentMailText::tr("Kind regards");
    return {what.isEmpty() ? PaymentMailText::tr("Your payment link")
                           : PaymentMailText::tr("Your payment link: %1").arg(what),
            parts.join(u"\n\n"_s) + u'\n'};
}

QUrl mailtoUrl(const QString &recipient, const PaymentMail &mail)
{
    QString body = mail.body;
    body.replace(u'\n', "\r\n"_L1);
    const QByteArray url = "mailto:" + QUrl::toPercentEncoding(recipient, "@") +
                           "?subject=" + QUrl::toPercentEncoding(mail.subject.simplified()) +
                           "&body=" + QUrl::toPercentEncoding(body);
    return QUrl::fromEncoded(url, QUrl::StrictMode);
}

QString qrFileName(const ledger::SessionRecord &record)
{
    constexpr qsizetype longest = 60;
    const QString &known = record.draft.reference.isEmpty() ? record.session.id : record.draft.reference;
    QString name;
    for (const QString &character : checkout::readersCharacters(known)) {
        const bool isLetter = QChar::isLetterOrNumber(character.toUcs4().front());
        const QString safe = isLetter || u"-_."_s.contains(character) ? character : u"-"_s;
        if (name.size() + safe.size() > longest)
            break;
        name += safe;
    }
    return u"checkout-%1.png"_s.arg(name);
}

QString sessionJson(const ledger::SessionRecord &record, const QString &checkoutUrl)
{
    const checkout::Session &session = record.session;
    QJsonObject json{{u"id"_s, session.id}, {u"status"_s, session.rawStatus}};
    if (!session.secureToken.isEmpty())
        json.insert(u"token"_s, desk::maskToken(session.secureToken));
    if (!checkoutUrl.isEmpty())
        json.insert(u"url"_s, desk::maskUrl(checkoutUrl, session.secureToken));
    if (record.amount) {
        json.insert(u"amount"_s, record.amount->minorUnits());
        json.insert(u"currency"_s, record.amount->currency().code());
    }
    if (record.createdAt.isValid())
        json.insert(u"created_at"_s, record.createdAt.toUTC().toString(Qt::ISODate));
    if (session.expiresAt.isValid())
        json.insert(u"expires_at"_s, session.expiresAt.toUTC().toString(Qt::ISODate));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Indented));
}

} // namespace tilldeck::ui
