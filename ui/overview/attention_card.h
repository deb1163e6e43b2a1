// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/badge.h"

#include <QAbstractButton>

namespace tilldeck::ui {

/// "[Outcome unknown] 2 sessions" and what to do about them; leads to the list behind it.
class AttentionCard : public QAbstractButton
{
    Q_OBJECT

public:
    AttentionCard(BadgeKind kind, const QString &sentence, QWidget *parent = nullptr);

    /// WHAT holds the number: "2 sessions".
    void setWhat(const QString &what);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeKind m_kind;
    QString m_sentence;
};

/// A session that ends soon: customer, amount, time left. Leads to it.
class ExpiringRow : public QAbstractButton
{
    Q_OBJECT

public:
    ExpiringRow(const QString &customer, const QString &amount, const QString &timeLeft, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_amount;
    QString m_timeLeft;
};

} // namespace tilldeck::ui
