// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QDate>
#include <QLocale>
#include <QWidget>

namespace tilldeck::ui {

class IconButton;

/// What was taken in one currency, a bar for each day, today's hatched because it is not over. Left and Right go from
/// day to day, the tooltip gives sum and count; a press or Enter leads to the payments. It can be saved as a picture.
class VolumeChart : public QWidget
{
    Q_OBJECT

public:
    explicit VolumeChart(money::Currency currency, QWidget *parent = nullptr);

    /// The days from FIRST to TODAY; those without a payment are missing in VOLUME. Other currencies are ignored.
    void setVolume(QDate first, QDate today, const std::vector<ledger::DayVolume> &volume,
                   const ledger::CurrencyTotal &total);
    money::Currency currency() const { return m_currency; }
    /// "Thu 9 Apr, 1,655.00 EUR in 9 payments"
    QString dayText(int day) const;
    int dayCount() const { return static_cast<int>(m_days.size()); }
    /// As SVG when PATH ends so, else as PNG of twice the size.
    bool save(const QString &path) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void saveRequested();
    /// The payments of DAY are wanted; of all days where it is not valid.
    void paymentsRequested(QDate day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void paintChart(QPainter &painter) const;
    void paintHead(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintDates(QPainter &painter) const;
    QRectF plot() const;
    /// From the axis up to the top of the day's bar.
    QRectF bar(int day) const;
    QString dateText(int day, bool isLong) const;
    void point(int day);
    void lead();

    money::Currency m_currency;
    std::vector<ledger::DayVolume> m_days; ///< Every day, oldest first; the last is today.
    qint64 m_taken = 0;
    qint64 m_succeeded = 0;
    double m_top = 2;
    int m_pointed = -1;
    IconButton *m_save;
};

} // namespace tilldeck::ui
