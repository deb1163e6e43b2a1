// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/card_name.h"

#include "providers/wire/answer_text.h"

#include <QCoreApplication>

namespace tilldeck::providers {

using namespace Qt::StringLiterals;

QString cardName(const QString &brand, const QString &last4)
{
    QString name = brand;
    if (brand == "amex"_L1)
        name = u"American Express"_s;
    else if (!name.isEmpty())
        name[0] = name[0].toUpper();
    if (last4.isEmpty())
        return name;
    if (name.isEmpty())
        name = AnswerText::tr("Card");
    return AnswerText::tr("%1 ending %2", "card brand and its last four digits").arg(name, last4);
}

} // namespace tilldeck::providers
