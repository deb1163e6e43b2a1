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

/// An event as it is sent.
struct Webhook
{
    QString provider;
    QString id; ///< the same in every try
    QString type;
    QString about;   ///< session or charge id
    QByteArray body; ///< as signed
    QByteArray signatureHeader;
    QByteArray signature; ///< of this try; a scheme may sign the time too
    QDateTime at;         ///< UTC
};

/// One try to deliver it.
struct Delivery
{
    Webhook webhook;
    QString url;     ///< empty when the event is only recorded
    int attempt = 0; ///< counts from 1; 0 when the event is only recorded
    int status = 0;  ///< of the HTTP answer; 0 when there was none
    bool last = false;
    bool delivered = false;
};

/// Sends events to a merchant's server in each provider's envelope, with its signature and its pauses between tries
/// ("Webhooks" in the contracts). Destruction drops the tries that are due; the events stay in the store
/// ("webhook_events"). Lives on the sandbox's thread.
class Webhooks : public QObject
{
    Q_OBJECT

public:
    /// Returns how long one of the documented times lasts. Called for the time to answer and for each pause.
    using Pace = std::function<std::chrono::milliseconds(std::chrono::milliseconds)>;

    Webhooks(Store &store, Clock clock, QObject *parent = nullptr);
    Webhooks(Store &store, Clock clock, Pace pace, QObject *parent = nullptr);

    /// Sets where events are sent. An address that is neither http nor https counts as empty: events are only recorded.
    /// Kept in the store. A change ends the tries that are due.
    void setUrl(const QString &url);
    QString url() const;

    /// Returns "whsec_…", which is made once for a data folder.
    QString secret(const QString &provider);

    /// Sends an event with @p data in the provider's shape. Ignores a provider without webhooks.
    void post(const QString &provider, const QString &type, const QJsonObject &data, const QString &about);

signals:
    /// Emitted after each try, and when an event is only recorded.
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
    QHash<QString, Delivery> m_waiting; ///< by event, between two tries
};

} // namespace tilldeck::sandbox
