// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/random_id.h"

#include <QRandomGenerator>

#include <array>

namespace tilldeck::ledger {

QString randomId()
{
    std::array<quint32, 4> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(words.data()), static_cast<qsizetype>(sizeof words)).toHex());
}

} // namespace tilldeck::ledger
