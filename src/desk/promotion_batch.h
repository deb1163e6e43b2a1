// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QPointer>

#include <expected>

namespace tilldeck::desk {

/// Many promotion codes of one coupon, one call after the other. Each code is sent once; a code whose outcome is
/// unknown is told as such and never sent again.
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
        QDateTime expiresAt;                  ///< UTC; invalid: never.
    };

    struct Made
    {
        enum class End { Created, Refused, Unknown };
        QString code;
        End end = End::Created;
        QString note; ///< Refused or Unknown: why, in a sentence.
    };

    explicit PromotionBatch(Desk &desk, QObject *parent = nullptr);

    /// How many different codes PATTERN can give; a sentence when it is no pattern for COUNT codes.
    static std::expected<double, QString> check(const QString &pattern, int count);

    void start(const Order &order);
    /// No further code is sent; the one under way still ends.
    void cancel();
    bool isRunning() const { return m_running; }
    const std::vector<Made> &made() const { return m_made; }
    /// Codes and what became of them, as CSV in UTF-8 with formulas guarded.
    QByteArray csv() const;

Q_SIGNALS:
    void progressed(int done, int total);
    /// ERROR ended it early (the key was refused, the provider is offline …); nothing when all were tried or on
    /// cancel().
    void finished(const std::optional<tilldeck::checkout::Error> &error);

private:
    http::Task<void> run(Order order);

    QPointer<Desk> m_desk;
    std::vector<Made> m_made;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace tilldeck::desk
