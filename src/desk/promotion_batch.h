// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

#include <expected>

namespace tilldeck::desk {

/// Creates many promotion codes of one coupon, one call after the other. Each code is sent once; a code whose outcome
/// is unknown is reported as such and never sent again.
class PromotionBatch : public QObject
{
    Q_OBJECT

public:
    struct Order
    {
        QString accountId;
        QString couponId;
        QString pattern; ///< "SUMMER-####": each # becomes a letter or digit that is not mistaken for another.
        int count = 1;
        std::optional<qint64> maxRedemptions; ///< Of each code.
        QDateTime expiresAt;                  ///< UTC; invalid when the codes never expire.
    };

    struct Made
    {
        enum class End { Created, Refused, Unknown };
        QString code;
        End end = End::Created;
        QString note; ///< The reason in a sentence, when Refused or Unknown.
    };

    explicit PromotionBatch(Desk &desk, QObject *parent = nullptr);

    /// Returns how many different codes @p pattern can give, or a sentence when it is no pattern for @p count codes.
    static std::expected<double, QString> check(const QString &pattern, int count);

    void start(const Order &order);
    /// Sends no further code; the one under way still ends.
    void cancel();
    bool isRunning() const { return m_running; }
    const std::vector<Made> &made() const { return m_made; }
    /// Returns the codes and what became of them, as CSV in UTF-8 with formulas guarded.
    QByteArray csv() const;

signals:
    void progressed(int done, int total);
    /// Emitted at the end. @p error ended the batch early (the key was refused, the provider is offline …); it is empty
    /// when all codes were tried, and after cancel().
    void finished(const std::optional<tilldeck::checkout::Error> &error);

private:
    http::Task<void> run(Order order);

    QPointer<Desk> m_desk;
    std::vector<Made> m_made;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace tilldeck::desk
