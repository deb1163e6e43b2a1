// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sample_shop.h"

#include <QFile>
#include <QJsonDocument>

#include <cmath>

namespace tilldeck::sandbox {

SampleShop::SampleShop(const QString &provider, const QDateTime &now, qint64 sessions)
    : m_now(now)
    , m_sessions(sessions)
{
    QFile file(u":/sandbox/%1.json"_s.arg(provider));
    if (file.open(QIODevice::ReadOnly))
        m_data = QJsonDocument::fromJson(file.readAll()).object();
}

qint64 SampleShop::count() const
{
    return m_sessions > 0 ? m_sessions : m_data["sessions"_L1].toArray().size();
}

QJsonObject SampleShop::sampleAt(qint64 number)
{
    const QJsonArray samples = m_data["sessions"_L1].toArray();
    if (m_sessions == 0) {
        QJsonObject sample = samples[number].toObject();
        m_moment = m_now.addSecs(-3600 * sample["hours_ago"_L1].toInteger());
        return sample;
    }
    constexpr double years = 5 * 365.0 * 24 * 3600;
    constexpr qint64 timeToEnd = 7200;
    const double share = std::sqrt(double(number + 1) / double(m_sessions));
    m_moment = m_now.addSecs(-timeToEnd - qint64(years * (1 - share)));
    QJsonObject sample = samples[qsizetype(m_engine() % quint64(samples.size()))].toObject();
    QJsonObject body = sample["body"_L1].toObject();
    // The merchant's own number of an order stands for one order alone.
    if (body.contains("reference"_L1))
        body["reference"_L1] = u"%1-%2"_s.arg(body["reference"_L1].toString()).arg(number + 1);
    sample["body"_L1] = body;
    return sample;
}

QJsonObject SampleShop::withoutCode(QJsonObject sample)
{
    QJsonObject body = sample["body"_L1].toObject();
    body.remove("promotion_code"_L1);
    sample["body"_L1] = body;
    return sample;
}

Card SampleShop::cardFor(const QJsonObject &sample)
{
    const QString behaviour = sample["card"_L1].toString();
    const int index = behaviour == "pays"_L1 ? 0 : behaviour == "short"_L1 ? 1 : 2;
    return {testCards().at(index).number, u"12/99"_s, u"123"_s};
}

} // namespace tilldeck::sandbox
