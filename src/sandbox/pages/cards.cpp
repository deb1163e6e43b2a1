// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pages/cards.h"

#include <QRegularExpression>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPays = "4242424242424242"_L1;
constexpr auto kShortOfFunds = "4000000000009995"_L1;
constexpr auto kDeclined = "4000000000000002"_L1;

QString digitsOf(const QString &number)
{
    QString digits = number;
    return digits.remove(u' ').remove(u'-');
}

bool passesLuhn(const QString &digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        int digit = digits.at(digits.size() - 1 - i).digitValue();
        if (i % 2 == 1)
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

bool isTestCard(const QString &digits)
{
    return digits == kPays || digits == kShortOfFunds || digits == kDeclined;
}

} // namespace

QString Card::lastFour() const
{
    return digitsOf(number).right(4);
}

QString Card::brand() const
{
    return u"visa"_s;
}

QList<FieldError> cardProblems(const Card &card, QDate today)
{
    static const QRegularExpression number(u"^[0-9]{12,19}$"_s);
    static const QRegularExpression expiry(u"^(0[1-9]|1[0-2]) ?/? ?(?:20)?([0-9]{2})$"_s);
    static const QRegularExpression cvc(u"^[0-9]{3,4}$"_s);
    QList<FieldError> problems;
    const QString digits = digitsOf(card.number);
    if (!number.match(digits).hasMatch() || !passesLuhn(digits))
        problems << FieldError{u"number"_s, u"This card number is not valid. Check the digits."_s};
    else if (!isTestCard(digits))
        problems << FieldError{u"number"_s, u"The sandbox takes test cards only. They are listed below the form."_s};
    const auto month = expiry.match(card.expiry.trimmed());
    if (!month.hasMatch())
        problems << FieldError{u"expiry"_s, u"Write the expiry date as month and year, like 12/34."_s};
    else if (QDate(2000 + month.captured(2).toInt(), month.captured(1).toInt(), 1).addMonths(1) <= today)
        problems << FieldError{u"expiry"_s, u"This card has expired. Use another one."_s};
    if (!cvc.match(card.cvc.trimmed()).hasMatch())
        problems << FieldError{u"cvc"_s, u"The security code has 3 or 4 digits."_s};
    return problems;
}

QString issuerDecline(const Card &card, qint64 amount, qint64 firstAmount)
{
    const QString digits = digitsOf(card.number);
    if (digits == kDeclined)
        return u"card_declined"_s;
    if (digits == kShortOfFunds && amount >= firstAmount)
        return u"insufficient_funds"_s;
    return {};
}

QList<TestCard> testCards()
{
    return {{u"4242 4242 4242 4242"_s, u"Pays."_s},
            {u"4000 0000 0000 9995"_s, u"Too little money; pays a cheaper tier where there is one."_s},
            {u"4000 0000 0000 0002"_s, u"Always declined."_s}};
}

} // namespace tilldeck::sandbox
