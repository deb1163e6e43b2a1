// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clock.h"
#include "sandbox/fault.h"
#include "sandbox/guarded_server.h"
#include "sandbox/tls.h"
#include "sandbox/webhooks.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QString>

#include <expected>
#include <memory>

namespace tilldeck::sandbox {

/// What a new data folder begins with.
enum class Seed {
    Demo, ///< a shop with a catalog and some past sessions
    Empty ///< an account and its key
};

struct Options
{
    QString dataDir;
    quint16 port = 0; ///< 0 chooses any free one
    Seed seed = Seed::Demo;
    QSet<QString> withoutCalls; ///< operation ids of the contract ("listPrices") that are answered with 501
    Clock clock;                ///< decides expiry; the system's when empty
    QString webhookUrl = {};    ///< replaces the one in the data folder unless it is empty
    QString faultsToken = {};   ///< lets who has it arm faults at /faults; nobody when it is empty
    Tls tls = Tls::Off;         ///< the certificate that is shown, of the same address with https
    /// how long the bytes of one request may take to arrive
    std::chrono::milliseconds longestRequest = GuardedServer::kLongestRequest;
    /// With Demo: how many past sessions each shop of a new folder has; 0 for those of the sample shop
    qint64 pastSessions = 0;
};

/// The account of one provider, as a client has to be set up for it.
struct Account
{
    QString provider;           ///< "paymentkit", "khaime", "ikawaari"
    QString baseUrl;            ///< "http://127.0.0.1:PORT/paymentkit"
    QString accountId;          ///< PaymentKit
    QString key;                ///< "sk_sandbox_…", "pk_sandbox_…", "ik_test_…"; kept in the data folder
    QString merchantId = {};    ///< Khaime: X-Merchant-ID of the SDK calls
    QString webhookSecret = {}; ///< "whsec_…"
    QString readOnlyKey = {};   ///< Ikawaari: a key without the write scope
};

/// A sandbox that accepts calls.
struct Running
{
    QString url;             ///< "http://127.0.0.1:PORT"
    QList<Account> accounts; ///< of PaymentKit, Khaime and Ikawaari
};

/// The sandbox: an HTTP server on 127.0.0.1 that behaves as the providers do, with its state in one folder. Works on
/// the thread that starts it, which needs an event loop; SandboxThread gives it one of its own.
class Sandbox : public QObject
{
    Q_OBJECT

public:
    explicit Sandbox(QObject *parent = nullptr);
    ~Sandbox() override;

    /// Serves until stop() or destruction. The error is a sentence to show.
    std::expected<Running, QString> start(const Options &options);
    void stop();

    /// Sets where events are sent; with an empty address they are only recorded. Kept in the data folder. Does nothing
    /// before start().
    void setWebhookUrl(const QString &url);

signals:
    /// Emitted after each try to send an event, and when one is only recorded.
    void webhookTried(const tilldeck::sandbox::Delivery &delivery);
    /// Emitted when an armed fault did something, before what follows is sent.
    void faultHappened(const tilldeck::sandbox::FaultStep &step);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace tilldeck::sandbox

Q_DECLARE_METATYPE(tilldeck::sandbox::Delivery)
