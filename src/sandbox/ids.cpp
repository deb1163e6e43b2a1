// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ids.h"

#include <QRandomGenerator>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

QString newId(const QString &prefix, int length)
{
    constexpr auto letters = "abcdefghijklmnopqrstuvwxyz0123456789"_L1;
    QString id = prefix;
    for (int i = 0; i < length; ++i)
        id += letters.at(QRandomGenerator::system()->bounded(int(letters.size())));
    return id;
}

} // namespace tilldeck::sandbox
