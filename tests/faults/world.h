// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "sandbox/sandbox_thread.h"

#include <QHash>
#include <QJsonObject>
#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace tilldeck::faults {

using namespace Qt::StringLiterals;

/// A payment as the sandbox keeps it.
struct ServerPayment
{
    QString status;
    qint64 amount = 0;
    qint64 refunded = 0;
};

/// What really is at one provider, read from the sandbox's file.
struct Truth
{
    QHash<QString, QString> sessions; ///< status by id
    QHash<QString, QJsonObject> bodies;
    QHash<QString, ServerPayment> payments;
    QList<qint64> refunds;       ///< amounts of those that did not fail
    QList<qint64> failedRefunds; ///< amounts of those that did
    QHash<QString, bool> codes;  ///< whether it is active, by the code
    QHash<QString, QJsonObject> coupons;

    /// Returns the ids of what was made with @p tag in it.
    QStringList madeWith(const QString &tag) const;
};

/// How often the sandbox itself was asked to give money back, by whoever asked.
struct RefundCalls
{
    int made = 0;
    int refused = 0;
};

/// A sandbox and a data folder for each run, both copies of what was prepared once: so that a run depends on its seed
/// and on nothing else.
class World : public QObject
{
    Q_OBJECT

public:
    World();

    /// Begins a run in which the sandbox's clock is @p clockOffset seconds ahead of the desk's. When it is encrypted,
    /// the certificate is right until another one is armed.
    void begin(int clockOffset, bool isEncrypted);
    void end();

    /// Opens the desk as a start of the program does; does nothing while it is open.
    desk::Desk &openDesk();
    void closeDesk();
    desk::Desk *desk() { return m_desk.get(); }

    QString dataFolder() const { return m_folder->filePath(u"data"_s); }
    QString accountId(const QString &provider) const { return m_accounts.value(provider); }
    bool isEncrypted() const { return m_isEncrypted; }
    QString key(const QString &provider) const { return m_keys.value(provider); }

    void arm(const QByteArray &fault) { control("POST", fault); }
    /// Lets the newest refund at @p provider fail, or makes it once more after that.
    void failRefund(const QString &provider) { decideRefund(provider, {}); }
    void tryRefundAgain(const QString &provider) { decideRefund(provider, ",\"second_try\":true"); }
    void disarm() { control("DELETE"); }
    /// Returns when the sandbox has done what it was about to do.
    void settle() { control("GET"); }
    Truth truth(const QString &provider) const;
    /// Returns the calls since begin(). A fault's own answer is none.
    static RefundCalls refundCalls();

    /// Puts the clocks of sandbox and desk forward, from now on or back again.
    void putForward(int seconds) { m_offset = seconds; }

signals:
    void faultHappened(const tilldeck::sandbox::FaultStep &step);

private:
    void startSandbox(const QString &folder);
    void prepare();
    QByteArray control(const QByteArray &method, const QByteArray &body = {}, const QByteArray &below = {}) const;
    void decideRefund(const QString &provider, const QByteArray &members) const;
    QDateTime now() const { return QDateTime::currentDateTimeUtc().addSecs(m_offset); }

    std::atomic<int> m_offset = 0;
    std::atomic<int> m_sandboxOffset = 0;
    QTemporaryDir m_template;
    std::unique_ptr<QTemporaryDir> m_folder;
    quint16 m_port = 0;
    bool m_isEncrypted = false;
    QHash<QString, QString> m_accounts;
    QHash<QString, QString> m_keys;
    std::unique_ptr<sandbox::SandboxThread> m_sandbox;
    std::unique_ptr<desk::Desk> m_desk;
};

} // namespace tilldeck::faults
