// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QAbstractButton>

namespace tilldeck::ui {

/// The states into which the sessions of a period are divided.
inline constexpr ledger::SessionFilter::Status shareParts[] = {
    ledger::SessionFilter::Status::Completed, ledger::SessionFilter::Status::Open,
    ledger::SessionFilter::Status::Expired,   ledger::SessionFilter::Status::Failed,
    ledger::SessionFilter::Status::NotAsked,  ledger::SessionFilter::Status::OutcomeUnknown};

/// Draws the share of each state as a part of a bar. The parts differ by pattern too.
class ShareBar : public QWidget
{
    Q_OBJECT

public:
    explicit ShareBar(QWidget *parent = nullptr);

    void setCounts(const ledger::SessionCounts &counts);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ledger::SessionCounts m_counts;
};

/// A button such as "▪ Completed 261", which opens those sessions.
class ShareLegend : public QAbstractButton
{
    Q_OBJECT

public:
    /// @p part is one of shareParts.
    explicit ShareLegend(ledger::SessionFilter::Status part, QWidget *parent = nullptr);

    void setCount(qint64 count);
    qint64 count() const { return m_count; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString number() const;

    ledger::SessionFilter::Status m_part;
    qint64 m_count = 0;
};

} // namespace tilldeck::ui
