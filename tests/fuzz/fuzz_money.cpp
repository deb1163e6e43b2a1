// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "money/format.h"

using namespace tilldeck;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    const char *codes[] = {"USD", "XOF", "KWD", "JPY"};
    const QLocale locales[] = {QLocale::c(), QLocale(QLocale::German), QLocale(QLocale::French),
                               QLocale(QLocale::Arabic, QLocale::Egypt)};
    const auto currency = *money::Currency::fromCode(QString::fromLatin1(codes[input.choice % 4]));
    const QLocale &locale = locales[input.choice / 4 % 4];
    if (const auto amount = money::parseAmount(QString::fromUtf8(input.rest), currency, locale)) {
        // What was typed, written as the locale writes it, is read as the same amount.
        const auto again = money::parseAmount(money::formatAmount(*amount, locale), currency, locale);
        fuzz::check(again && *again == *amount);
    }
    return 0;
}
