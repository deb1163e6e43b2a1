// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/key_form.h"

#include <QRegularExpression>

namespace tilldeck::keys {

using namespace Qt::StringLiterals;

namespace {

// Khaime's secret keys are pk_live_ and pk_sandbox_. A pk_test_ is given out to browsers by gateways.
const QString begin = u"(?<![A-Za-z0-9])(?i:"_s;
const QString end = u")_[A-Za-z0-9_-]*[A-Za-z0-9-][A-Za-z0-9_-]{5,}"_s;

QString decoded(const QString &text)
{
    return text.contains(u'%') ? QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8())) : text;
}

} // namespace

QString secretKeyPattern()
{
    return begin +
           u"(?:sk|rk|ik|ik_app|st|pt)_(?:live|test|sandbox|prod|stg|dev)|pk_(?:live|sandbox|prod|stg|dev)|whsec"_s +
           end;
}

bool holdsKeyForm(const QString &text)
{
    static const QRegularExpression form(secretKeyPattern() + u'|' + begin + u"pk_test"_s + end);
    return form.match(text).hasMatch() || (text.contains(u'%') && form.match(decoded(text)).hasMatch());
}

bool holdsThisKey(const QString &text, QStringView key)
{
    constexpr qsizetype leastKey = 8;
    return key.size() >= leastKey &&
           (text.contains(key, Qt::CaseInsensitive) || decoded(text).contains(key, Qt::CaseInsensitive));
}

} // namespace tilldeck::keys
