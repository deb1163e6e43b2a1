// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/copy_text.h"

#include "desk/hand_out.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

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

QString sessionJson(const ledger::SessionRecord &record, const QString &checkoutUrl)
{
    const checkout::Session &session = record.session;
    QJsonObject json{{u"id"_s, session.id}, {u"status"_s, session.rawStatus}};
    if (!session.secureToken.isEmpty())
        json.insert(u"token"_s, desk::maskedToken(session.secureToken));
    if (!checkoutUrl.isEmpty())
        json.insert(u"url"_s, desk::maskedUrl(checkoutUrl, session.secureToken));
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
