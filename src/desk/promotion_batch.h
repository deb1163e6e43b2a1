// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/csv.h"
#include "desk/desk.h"
#include "desk/repeat.h"

#include <QPointer>

#include <expected>

namespace tilldeck::desk {

/// Creates many promotion codes of one coupon, one call after the other. All of them are in the journal before the
/// first is sent, so that what was cancelled, refused or cut off by a crash can be gone on with: resume() sends what
/// was not sent, and first looks up what is unknown. A code is a unique text: one of unknown outcome that the provider
/// lists with the same terms, and did not list before, was made, one that may be older or has other terms is the
/// merchant's decision, and one that it does not list is sent again under the same key, which makes it once or is
/// refused.
class PromotionBatch : public QObject
{
    Q_OBJECT

public:
    struct Order
    {
        QString accountId;
        QString couponId;
        /// "SUMMER-####": each # becomes a letter or digit that is not mistaken for another. The width of letters and
        /// invisible marks do not count, as in the code of a draft.
        QString pattern;
        int count = 1;
        std::optional<qint64> maxRedemptions; ///< Of each code.
        QDateTime expiresAt;                  ///< UTC; invalid when the codes never expire.
    };

    struct Made
    {
        enum class End {
            Created,
            Refused,
            Unknown,
            NotSent, ///< Nothing of it reached the provider; resume() sends it.
        };
        QString code;
        End end = End::Created;
        QString note;     ///< The reason in a sentence, when Refused or Unknown.
        QString listedId; ///< When Unknown: the provider's id of the code that it may be.
    };

    /// Says how sending one code ended.
    struct Sent
    {
        Made made;
        std::optional<checkout::Error> error; ///< Set when no further code is worth trying.
    };

    explicit PromotionBatch(Desk &desk, QObject *parent = nullptr);

    /// Returns how many different codes the pattern @p typed can give, or a sentence when it is no pattern for @p count
    /// codes.
    static std::expected<double, QString> check(const QString &typed, int count);

    /// Returns why @p typed cannot be made as it stands; empty if it can. A # is refused: it belongs into a pattern.
    static QString codeProblem(const QString &typed);

    /// Makes nothing while codes of the same pattern and coupon are unfinished, of this account or of one that may be
    /// the same, here or in another program, and none of a pattern with # while as many of it were asked for minutes
    /// ago and made in part at least: earlier() says so then, and the merchant is asked. @p repeat says that others are
    /// meant.
    void start(const Order &order, Repeat repeat = Repeat::Ask);
    /// Goes on with a batch of Journal::unfinishedBatches(). made() then holds its codes that ended before, too.
    void resume(const QString &accountId, const QString &batchId);
    /// Sends no further code; the one under way still ends.
    void cancel();
    bool isRunning() const { return m_running; }
    const std::vector<Made> &made() const { return m_made; }
    /// Returns the id under which resume() goes on; empty when nothing is left to go on with.
    const QString &unfinishedId() const { return m_unfinishedId; }
    /// Returns the batch, unfinished or made a moment ago, because of which start() made nothing.
    const std::optional<ledger::CodeBatch> &earlier() const { return m_earlier; }
    /// Returns how many codes were never sent. With made(), these are all codes of the batch, also when it stopped
    /// early.
    int notSent() const { return m_notSent; }
    /// Returns the codes and what became of them, as CSV in UTF-8 with formulas guarded. One whose answer was lost and
    /// that @p catalog lists is called that.
    QByteArray csv(const Csv &csv, const checkout::Catalog &catalog) const;
    /// Returns whether @p made has lost its answer, and is in the list of codes by now.
    static bool isListed(const Made &made, const checkout::Catalog &catalog);

signals:
    void progressed(int done, int total);
    /// Emitted at the end. @p error ended the batch early (the key was refused, the provider is offline …); it is empty
    /// when all codes were tried, and after cancel(). With earlier(), it says what became of that.
    void finished(const std::optional<tilldeck::checkout::Error> &error);

private:
    void begin();
    http::Task<void> run(Order order, QString batchId, Repeat repeat);
    void finish(const std::optional<checkout::Error> &error);

    QPointer<Desk> m_desk;
    std::vector<Made> m_made;
    QString m_unfinishedId;
    std::optional<ledger::CodeBatch> m_earlier;
    int m_notSent = 0;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace tilldeck::desk
