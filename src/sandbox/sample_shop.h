// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clock.h"
#include "sandbox/pages/cards.h"

#include <QJsonArray>
#include <QJsonObject>

#include <random>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

/// The sample shop of a provider, from its file in the resources. Its past is made by the same rules as the present,
/// with the clock set back.
class SampleShop
{
public:
    /// With @p sessions above 0 the past has so many instead of each sample once: they are spread over five years, more
    /// of them in later ones, and the same number makes the same ones but for their ids.
    SampleShop(const QString &provider, const QDateTime &now, qint64 sessions = 0);

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
        for (qint64 number = 0; number < count(); ++number) {
            const QJsonObject sample = sampleAt(number);
            auto session = create(sample);
            if (!session && m_sessions > 0) // A code may be used up by then.
                session = create(withoutCode(sample));
            if (!session)
                return false;
            const bool isTried = sample.contains("card"_L1) || sample.contains("wallet"_L1);
            for (int tries = isTried ? sample["tries"_L1].toInt(1) : 0; tries > 0; --tries) {
                m_moment = m_moment.addSecs(m_data["seconds_to_pay"_L1].toInteger());
                pay(*session, sample);
            }
            m_moment = m_moment.addDays(1);
            if (sample.contains("refund"_L1) && m_moment <= m_now && !refund(*session, sample))
                return false;
        }
        return true;
    }

private:
    qint64 count() const;
    /// Returns a sample, and sets the clock to the time at which it is made.
    QJsonObject sampleAt(qint64 number);
    static QJsonObject withoutCode(QJsonObject sample);

    QDateTime m_now;
    QDateTime m_moment;
    qint64 m_sessions;
    // Each compiler draws the same numbers of it; distributions of the library differ.
    std::mt19937_64 m_engine;
    QJsonObject m_data;
};

} // namespace tilldeck::sandbox
