// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sample_shop.h"

#include <QFile>
#include <QJsonDocument>

namespace tilldeck::sandbox {

SampleShop::SampleShop(const QString &provider, const QDateTime &now)
    : m_now(now)
{
    QFile file(u":/sandbox/%1.json"_s.arg(provider));
    if (file.open(QIODevice::ReadOnly))
        m_data = QJsonDocument::fromJson(file.readAll()).object();
}

Card SampleShop::cardFor(const QJsonObject &sample)
{
    const QString behaviour = sample["card"_L1].toString();
    const int index = behaviour == "pays"_L1 ? 0 : behaviour == "short"_L1 ? 1 : 2;
    return {testCards().at(index).number, u"12/99"_s, u"123"_s};
}

} // namespace tilldeck::sandbox
