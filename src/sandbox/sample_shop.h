// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clock.h"
#include "sandbox/pages/cards.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

/// The sample shop of a provider, from its file in the resources. Its past is made by the same rules as the present,
/// with the clock set back.
class SampleShop
{
public:
    SampleShop(const QString &provider, const QDateTime &now);

    QJsonValue operator[](QStringView name) const { return m_data[name]; }
    /// Returns the time of what is being made; the shop must live longer than the clock.
    Clock clock()
    {
        return [this] { return m_moment; };
    }

    /// Returns the test card that a @p sample is paid with.
    static Card cardFor(const QJsonObject &sample);

    /// Makes the samples one after the other. @p create answers a session or a refusal; @p pay and @p refund are called
    /// with that session and the sample, as often as it was tried, and where it was refunded. Returns false when one
    /// was not created, or @p refund has failed.
    template <class Create, class Pay, class Refund> bool replay(Create create, Pay pay, Refund refund)
    {
        const QJsonArray samples = m_data["sessions"_L1].toArray();
        for (const auto &value : samples) {
            const QJsonObject sample = value.toObject();
            m_moment = m_now.addSecs(-3600 * sample["hours_ago"_L1].toInteger());
            const auto session = create(sample);
            if (!session)
                return false;
            const bool isTried = sample.contains("card"_L1) || sample.contains("wallet"_L1);
            for (int tries = isTried ? sample["tries"_L1].toInt(1) : 0; tries > 0; --tries) {
                m_moment = m_moment.addSecs(m_data["seconds_to_pay"_L1].toInteger());
                pay(*session, sample);
            }
            if (!sample.contains("refund"_L1))
                continue;
            m_moment = m_moment.addDays(1);
            if (!refund(*session, sample))
                return false;
        }
        return true;
    }

private:
    QDateTime m_now;
    QDateTime m_moment;
    QJsonObject m_data;
};

} // namespace tilldeck::sandbox
