// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/http_client.h"
#include "sandbox/clock.h"
#include "sandbox/store.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>

namespace tilldeck::sandbox {

/// One event as it was sent, or would be.
struct Webhook
{
    QString provider;
    QString id; ///< the same in every try
    QString type;
    QString about;   ///< session or charge id
    QByteArray body; ///< as signed
    QByteArray signatureHeader;
    QByteArray signature; ///< of this try, where a scheme signs the time too
    QDateTime at;         ///< UTC
};

/// One try to deliver it.
struct Delivery
{
    Webhook webhook;
    QString url;     ///< empty: nobody to send it to
    int attempt = 0; ///< from 1; 0: not sent
    int status = 0;  ///< 0: no answer
    bool last = false;
    bool delivered = false;
};

/// Tells a merchant's server what happened, in each provider's envelope, signature and patience ("Webhooks" in the
/// contracts). Tries that are still to come are forgotten when it goes; the event itself is kept in the store
/// ("webhook_events"). Lives on the sandbox's thread.
class Webhooks : public QObject
{
    Q_OBJECT

public:
    /// How long one of the documented times lasts. Called for the time to answer and for each pause.
    using Pace = std::function<std::chrono::milliseconds(std::chrono::milliseconds)>;

    Webhooks(Store &store, Clock clock, QObject *parent = nullptr);
    Webhooks(Store &store, Clock clock, Pace pace, QObject *parent = nullptr);

    /// http or https, else it counts as empty: events are only recorded. Kept in the store. Another one than before
    /// ends the tries that are still to come.
    void setUrl(const QString &url);
    QString url() const;

    /// "whsec_…", made once for a data folder.
    QString secret(const QString &provider);

    /// DATA is the event's, in the provider's shape. A provider without webhooks is ignored.
    void post(const QString &provider, const QString &type, const QJsonObject &data, const QString &about);

Q_SIGNALS:
    void tried(const tilldeck::sandbox::Delivery &delivery);

private:
    void send(Webhook webhook, const QString &url, int attempt);
    static http::Task<void> deliver(QPointer<Webhooks> webhooks, http::HttpClient *http, http::Request request,
                                    Webhook webhook, QString url, int attempt);
    void answered(const Webhook &webhook, const QString &url, int attempt, int status);
    void sign(Webhook &webhook);

    Store &m_store;
    Clock m_clock;
    Pace m_pace;
    std::unique_ptr<http::HttpClient> m_http;
    QHash<QString, Delivery> m_waiting; ///< By event, between two tries.
};

} // namespace tilldeck::sandbox
