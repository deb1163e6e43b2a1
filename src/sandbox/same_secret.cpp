// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/same_secret.h"

#include <QCryptographicHash>

namespace tilldeck::sandbox {

bool isSameSecret(const QByteArray &given, const QByteArray &secret)
{
    // Digests have one length, whatever is given, and every byte of them is looked at.
    const QByteArray one = QCryptographicHash::hash(given, QCryptographicHash::Sha256);
    const QByteArray other = QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
    int different = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        different |= one.at(i) ^ other.at(i);
    return different == 0;
}

} // namespace tilldeck::sandbox
