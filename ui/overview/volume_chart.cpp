// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/volume_chart.h"

#include "files/write_export.h"
#include "money/format.h"
#include "ui/overview/chart_scale.h"
#include "ui/style/paint.h"
#include "ui/style/save_picture.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/button.h"

#include <QBuffer>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QSvgGenerator>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int headHeight = 34;
constexpr int backHeight = 18;
constexpr int datesHeight = 20;
constexpr int axisWidth = 46;

} // namespace

VolumeChart::VolumeChart(money::Currency currency, QWidget *parent)
    : QWidget(parent)
    , m_currency(currency)
    , m_save(new IconButton(Icon::Export, tr("Save the %1 chart…", "currency").arg(currency.code())))
{
    m_save->setParent(this);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("%1 paid per day", "currency").arg(currency.code()));
    connect(m_save, &QToolButton::clicked, this, &VolumeChart::saveRequested);
}

void VolumeChart::setVolume(QDate first, QDate today, const std::vector<ledger::DayVolume> &volume,
                            const ledger::CurrencyTotal &total)
{
    std::vector<ledger::DayVolume> days;
    for (QDate day = first; day <= today; day = day.addDays(1))
        days.emplace_back(day, m_currency);
    qint64 largest = 0;
    for (const ledger::DayVolume &dayVolume : volume) {
        const qint64 at = first.daysTo(dayVolume.day);
        if (dayVolume.currency != m_currency || at < 0 || at >= static_cast<qint64>(days.size()))
            continue;
        days[static_cast<size_t>(at)] = dayVolume;
        largest = std::max(largest, dayVolume.paid);
    }
    if (days.size() != m_days.size())
        m_pointed = -1;
    m_days = std::move(days);
    m_volume = total.paid;
    m_isTooLarge = total.isTooLarge;
    m_succeeded = total.succeeded;
    m_top = chartTop(largest, m_currency);
    const QString sum = volumeText(m_volume, m_isTooLarge);
    m_back = backText(total);
    const QString all = tr("%1 in %Ln payment(s)", nullptr, static_cast<int>(m_succeeded)).arg(sum);
    setAccessibleDescription(
        m_back.isEmpty() ? all : tr("%1. %2", "what was paid, what of it was refunded").arg(all, m_back));
    updateGeometry();
    update();
}

void VolumeChart::reserveBack(bool reserved)
{
    if (std::exchange(m_isBackReserved, reserved) == reserved)
        return;
    updateGeometry();
    update();
}

/// Says what of the payments is given back or on its way; empty where nothing is.
QString VolumeChart::backText(const ledger::CurrencyTotal &total) const
{
    if (total.isTooLarge)
        return {};
    const auto amount = [this](qint64 units) { return isolated(money::format({units, m_currency}, locale())); };
    QStringList parts;
    if (total.refunded > 0)
        parts << tr("%1 refunded", "an amount").arg(amount(total.refunded));
    if (total.asked > 0)
        parts << tr("%1 asked for as refund", "an amount").arg(amount(total.asked));
    if (total.underWay > 0)
        parts << tr("%1 of refunds under way", "an amount").arg(amount(total.underWay));
    if (total.unknown > 0)
        parts << tr("%1 of unknown refunds", "an amount").arg(amount(total.unknown));
    QStringList sentences;
    if (!parts.isEmpty())
        sentences << tr("Of that %1", "amounts").arg(parts.join(tr(", ", "between amounts")));
    if (total.withoutRefunds > 0)
        sentences << tr("Refunds of %Ln payment(s) not known", nullptr, static_cast<int>(total.withoutRefunds));
    return sentences.join(tr(". ", "between what was refunded and what is not known of it"));
}

int VolumeChart::headSize() const
{
    return px(m_back.isEmpty() && !m_isBackReserved ? headHeight : headHeight + backHeight);
}

QString VolumeChart::volumeText(qint64 minorUnits, bool isTooLarge) const
{
    return isTooLarge ? tr("Too much to add up", "amounts") : money::format({minorUnits, m_currency}, locale());
}

QString VolumeChart::dateText(int day, bool isLong) const
{
    if (day + 1 == dayCount() && !isLong)
        return tr("Today");
    const QDate date = m_days[static_cast<size_t>(day)].day;
    return locale().toString(date, isLong ? tr("ddd d MMM", "date format") : tr("d MMM", "date format"));
}

QString VolumeChart::dayText(int day) const
{
    const ledger::DayVolume &dayVolume = m_days[static_cast<size_t>(day)];
    const QString sum = volumeText(dayVolume.paid, dayVolume.isTooLarge);
    const QString text = tr("%1, %2 in %Ln payment(s)", "date, amount", static_cast<int>(dayVolume.payments));
    return text.arg(dateText(day, true), sum);
}

QSize VolumeChart::sizeHint() const
{
    return {px(380), px(208 - headHeight) + headSize()};
}

QSize VolumeChart::minimumSizeHint() const
{
    return {px(260), px(208 - headHeight) + headSize()};
}

QRectF VolumeChart::plot() const
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRectF all(rect());
    return all.adjusted(mirrored ? px(4) : px(axisWidth), headSize() + px(10), mirrored ? -px(axisWidth) : -px(4),
                        -px(datesHeight));
}

QRectF VolumeChart::bar(int day) const
{
    const QRectF area = plot();
    const qreal step = area.width() / std::max(1, dayCount());
    const int place = layoutDirection() == Qt::RightToLeft ? dayCount() - 1 - day : day;
    const double major =
        static_cast<double>(m_days[static_cast<size_t>(day)].paid) / std::pow(10.0, m_currency.exponent());
    const qreal height = area.height() * std::clamp(major / m_top, 0.0, 1.0);
    const qreal width = std::max(2.0, step * 0.7);
    return {area.left() + step * place + (step - width) / 2, area.bottom() - height, width, height};
}

void VolumeChart::paintHead(QPainter &painter) const
{
    const Tokens &t = tokens();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect head(0, 0, width(), px(headHeight));
    paintLine(painter, head, Qt::TopEdge, t.line);
    const int code = QFontMetrics(ui::font(TextStyle::SecondaryStrong)).horizontalAdvance(m_currency.code());
    const auto at = [&](int left, int wide) {
        return QStyle::visualRect(layoutDirection(), head, QRect(left, 0, wide, head.height()));
    };
    const int side = int((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
    painter.setPen(t.text);
    painter.setFont(ui::font(TextStyle::SecondaryStrong));
    painter.drawText(at(0, code + 2), side, m_currency.code());
    const QFont main = ui::font(TextStyle::Title);
    const QString sum =
        m_isTooLarge ? volumeText(m_volume, true) : money::formatAmount({m_volume, m_currency}, locale());
    const int sumWidth = static_cast<int>(std::ceil(tabularWidth(sum, main)));
    const QRect sumPlace = at(code + px(10), sumWidth);
    const QFontMetricsF metrics(main);
    paintTabular(painter, sumPlace.left(), (head.height() + metrics.ascent() - metrics.descent()) / 2, sum, main);
    painter.setFont(ui::font(TextStyle::Secondary));
    painter.setPen(t.text2);
    const int left = code + px(10) + sumWidth + px(10);
    const QString count = tr("%Ln payment(s)", nullptr, static_cast<int>(m_succeeded));
    painter.drawText(at(left, width() - left - px(34)), side, count);
    if (m_back.isEmpty())
        return;
    const QRect below(0, px(headHeight) - px(4), width(), px(backHeight));
    painter.drawText(below, side, painter.fontMetrics().elidedText(m_back, Qt::ElideRight, below.width()));
}

void VolumeChart::paintAxis(QPainter &painter) const
{
    const QRectF area = plot();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.setFont(ui::font(TextStyle::Code));
    for (int line = 0; line < 3; ++line) {
        const qreal y = std::round(area.bottom() - area.height() * line / 2) + 0.5;
        painter.setPen(tokens().grid);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(tokens().text3);
        const QRectF label = mirrored ? QRectF(area.right() + px(6), y - px(8), px(axisWidth) - px(6), px(16))
                                      : QRectF(0, y - px(8), px(axisWidth) - px(6), px(16));
        painter.drawText(label, int((mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter),
                         isolated(axisText(m_top * line / 2, locale())));
    }
}

void VolumeChart::paintDates(QPainter &painter) const
{
    if (m_days.empty())
        return;
    const QFontMetrics metrics(ui::font(TextStyle::Code));
    const int wide = metrics.horizontalAdvance(dateText(0, false) + u"0000"_s);
    const qreal step = plot().width() / dayCount();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int every = std::max(1, static_cast<int>(std::ceil(wide / step)));
    painter.setPen(tokens().text3);
    for (int day = 0; day < dayCount(); ++day) {
        const bool isToday = day + 1 == dayCount();
        if (!isToday && (day % every != 0 || (dayCount() - 1 - day) * step < wide))
            continue;
        QRectF label(0, plot().bottom() + px(3), wide, px(datesHeight) - px(4));
        label.moveCenter({bar(day).center().x(), label.center().y()});
        const QRectF room =
            mirrored ? QRectF(0, 0, plot().right(), 1) : QRectF(plot().left(), 0, width() - plot().left(), 1);
        label.moveLeft(std::clamp(label.left(), room.left(), std::max(room.left(), room.right() - label.width())));
        const Qt::Alignment side = label.left() <= room.left()     ? Qt::AlignLeft
                                   : label.right() >= room.right() ? Qt::AlignRight
                                                                   : Qt::AlignHCenter;
        painter.drawText(label, int(side | Qt::AlignAbsolute | Qt::AlignTop), isolated(dateText(day, false)));
    }
}

void VolumeChart::paintChart(QPainter &painter) const
{
    const Tokens &t = tokens();
    painter.fillRect(rect(), t.base);
    paintHead(painter);
    paintAxis(painter);
    for (int day = 0; day < dayCount(); ++day) {
        const QRectF column = bar(day);
        if (column.height() <= 0)
            continue;
        const QColor fill = day == m_pointed ? t.link : t.chart1;
        if (day + 1 < dayCount()) {
            painter.fillRect(column, fill);
        } else {
            painter.fillRect(column, QBrush(fill, Qt::BDiagPattern));
            painter.setPen(fill);
            painter.drawRect(column.adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }
    paintDates(painter);
}

void VolumeChart::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintChart(painter);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens().link, 2));
        // Around the bars, for the texts reach the edges.
        painter.drawRoundedRect(plot().adjusted(-px(2), -px(2), px(2), px(2)), controlRadius, controlRadius);
    }
}

void VolumeChart::setCurrentDay(int day)
{
    if (day == m_pointed)
        return;
    m_pointed = day;
    update();
    if (day < 0)
        return QToolTip::hideText();
    setAccessibleDescription(dayText(day));
    const QRectF column = bar(day);
    QToolTip::showText(mapToGlobal(QPoint(int(column.right()), int(column.top()))), dayText(day), this);
}

void VolumeChart::requestPayments()
{
    if (!m_days.empty())
        emit paymentsRequested(m_pointed < 0 ? QDate() : m_days[static_cast<size_t>(m_pointed)].day);
}

void VolumeChart::mousePressEvent(QMouseEvent *event)
{
    mouseMoveEvent(event);
    if (event->button() == Qt::LeftButton && (m_pointed >= 0 || event->position().y() < headSize()))
        requestPayments();
}

void VolumeChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        return requestPayments();
    const bool isLeft = event->key() == Qt::Key_Left;
    if (m_days.empty() || (!isLeft && event->key() != Qt::Key_Right))
        return QWidget::keyPressEvent(event);
    const int by = isLeft == (layoutDirection() == Qt::LeftToRight) ? -1 : 1;
    setCurrentDay(m_pointed < 0 ? dayCount() - 1 : std::clamp(m_pointed + by, 0, dayCount() - 1));
}

void VolumeChart::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = plot();
    const bool isHead = event->position().y() < headSize();
    setCursor(isHead || area.contains(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (m_days.empty() || !area.contains(event->position()))
        return setCurrentDay(-1);
    const int place = static_cast<int>((event->position().x() - area.left()) / (area.width() / dayCount()));
    const int bounded = std::clamp(place, 0, dayCount() - 1);
    setCurrentDay(layoutDirection() == Qt::RightToLeft ? dayCount() - 1 - bounded : bounded);
}

void VolumeChart::leaveEvent(QEvent * /*event*/)
{
    setCurrentDay(-1);
}

void VolumeChart::focusInEvent(QFocusEvent * /*event*/)
{
    update();
}

void VolumeChart::focusOutEvent(QFocusEvent * /*event*/)
{
    setCurrentDay(-1);
    update();
}

void VolumeChart::resizeEvent(QResizeEvent * /*event*/)
{
    const QRect place(width() - px(28), px(3), px(28), px(28));
    m_save->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

bool VolumeChart::save(const QString &path) const
{
    if (path.endsWith(".svg"_L1, Qt::CaseInsensitive)) {
        QByteArray drawn;
        QBuffer buffer(&drawn);
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize(size());
        svg.setViewBox(rect());
        svg.setTitle(accessibleName());
        QPainter painter;
        if (!painter.begin(&svg))
            return false;
        paintChart(painter);
        return painter.end() && files::writeExport(path, drawn).has_value();
    }
    QImage image(size() * 2, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(2);
    QPainter painter(&image);
    paintChart(painter);
    painter.end();
    return savePicture(image, path);
}

} // namespace tilldeck::ui

#include "moc_volume_chart.cpp"
