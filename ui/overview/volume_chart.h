// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QDate>
#include <QWidget>

namespace tilldeck::ui {

class IconButton;

/// Draws the payment volume in one currency with a bar for each day; today's is hatched because it is not over. Left
/// and Right move from day to day, the tooltip shows sum and count, a click or Enter opens the payments of the day. The
/// chart can be saved as a picture.
class VolumeChart : public QWidget
{
    Q_OBJECT

public:
    explicit VolumeChart(money::Currency currency, QWidget *parent = nullptr);

    /// Shows the days from @p first to @p today; days without a payment are missing in @p volume. Other currencies are
    /// ignored.
    void setVolume(QDate first, QDate today, const std::vector<ledger::DayVolume> &volume,
                   const ledger::CurrencyTotal &total);
    money::Currency currency() const { return m_currency; }
    /// Returns whether a line below the sum says what of it is given back or on its way.
    bool saysWhatIsBack() const { return !m_back.isEmpty(); }
    /// Leaves room for that line also where there is none, so that charts beside each other are aligned.
    void reserveBack(bool reserved);
    /// Returns the tooltip of a day: "Thu 9 Apr, 1,655.00 EUR in 9 payments".
    QString dayText(int day) const;
    int dayCount() const { return static_cast<int>(m_days.size()); }
    /// Writes an SVG file if @p path ends in ".svg", else a PNG of twice the size. Returns false if that failed.
    bool save(const QString &path) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void saveRequested();
    /// Emitted when the payments of @p day, or of all days if it is invalid, are requested.
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
    /// Returns the area of the bar of a day.
    QRectF bar(int day) const;
    QString dateText(int day, bool isLong) const;
    /// Returns the volume with its currency, or that it is too large to be added up.
    QString volumeText(qint64 minorUnits, bool isTooLarge) const;
    QString backText(const ledger::CurrencyTotal &total) const;
    int headSize() const;
    void setCurrentDay(int day);
    void requestPayments();

    money::Currency m_currency;
    std::vector<ledger::DayVolume> m_days; ///< Every day, oldest first; the last is today.
    qint64 m_volume = 0;                   ///< Of the whole period, in minor units.
    QString m_back;                        ///< What of the volume is given back or on its way.
    bool m_isBackReserved = false;
    bool m_isTooLarge = false; ///< The volume does not fit into 64 bits.
    qint64 m_succeeded = 0;
    double m_top = 2;
    int m_pointed = -1;
    IconButton *m_save;
};

} // namespace tilldeck::ui
