// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/badge.h"

#include <QAbstractButton>

namespace tilldeck::ui {

/// A button with a badge, a count such as "2 sessions" and what to do about them; it opens the list of them. One that
/// is checkable opens what stands below it instead.
class AttentionCard : public QAbstractButton
{
    Q_OBJECT

public:
    AttentionCard(BadgeKind kind, const QString &sentence, QWidget *parent = nullptr);

    /// Replaces the badge; @p label takes the place of its usual text.
    void setBadge(BadgeKind kind, const QString &label = {});
    /// Returns what the badge says.
    QString badge() const;
    /// Sets the count, with its noun: "2 sessions".
    void setCountText(const QString &count);
    /// Sets what to do about them.
    void setSentence(const QString &sentence);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeKind m_kind;
    QString m_label;
    QString m_sentence;
};

/// A button with the customer, amount and remaining time of a session that expires soon; it opens the session.
class ExpiringSessionButton : public QAbstractButton
{
    Q_OBJECT

public:
    ExpiringSessionButton(const QString &customer, const QString &amount, const QString &timeLeft,
                          QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_amount;
    QString m_timeLeft;
};

} // namespace tilldeck::ui
