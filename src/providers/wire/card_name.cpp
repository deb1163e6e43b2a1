// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/card_name.h"

#include <QCoreApplication>

namespace tilldeck::providers {

using namespace Qt::StringLiterals;

namespace {

struct Kept
{
    const char *text;
    const char *comment;
};

constexpr const char *card = QT_TRANSLATE_NOOP("tilldeck::providers::Answers", "Card");
constexpr Kept ending =
    QT_TRANSLATE_NOOP3("tilldeck::providers::Answers", "%1 ending %2", "card brand and its last four digits");

} // namespace

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
        name = QString::fromLatin1(card);
    return QString::fromLatin1(ending.text).arg(name, last4);
}

} // namespace tilldeck::providers
