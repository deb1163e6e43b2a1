// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/key_mark.h"

#include <QRandomGenerator>

#include <array>

namespace tilldeck::ledger {

namespace {

constexpr qsizetype saltBytes = 16;

} // namespace

QByteArray newMark(const KeyMark &key)
{
    if (!key)
        return {};
    std::array<quint32, saltBytes / sizeof(quint32)> random{};
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
    const QByteArray salt(reinterpret_cast<const char *>(random.data()), saltBytes);
    return salt + key(salt);
}

bool isMarkOf(const QByteArray &mark, const KeyMark &key)
{
    if (mark.isEmpty())
        return true;
    return key && mark.size() > saltBytes && mark.sliced(saltBytes) == key(mark.first(saltBytes));
}

} // namespace tilldeck::ledger
