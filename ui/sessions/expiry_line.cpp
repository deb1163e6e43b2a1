// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/expiry_line.h"

#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/time_text.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace tilldeck::ui {

class LeftBar : public QWidget
{
public:
    explicit LeftBar(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(px(4));
    }

    void setShare(double share, bool soon)
    {
        m_share = std::clamp(share, 0.0, 1.0);
        m_soon = soon;
        update();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().grid);
        QRect left = rect();
        left.setWidth(qRound(width() * m_share));
        if (layoutDirection() == Qt::RightToLeft)
            left.moveRight(width() - 1);
        painter.fillRect(left, m_soon ? tokens().warning : tokens().accent);
    }

private:
    double m_share = 0;
    bool m_soon = false;
};

ExpiryLine::ExpiryLine(QWidget *parent)
    : QWidget(parent)
    , m_left(new Label({}, TextStyle::SecondaryStrong))
    , m_until(new ElidedLabel({}, TextStyle::Secondary, Tone::Text2))
    , m_bar(new LeftBar(this))
    , m_row(new QHBoxLayout)
{
    auto *column = makeColumnLayout(this, px(4));
    m_row->setSpacing(px(8));
    m_row->addWidget(m_left);
    m_row->addWidget(m_until, 1);
    m_until->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    column->addLayout(m_row);
    column->addWidget(m_bar);
}

void ExpiryLine::setTimes(const QDateTime &started, const QDateTime &expiresAt, bool open)
{
    m_started = started;
    m_expiresAt = expiresAt;
    m_open = open;
    m_until->setText(absoluteTime(expiresAt, QTimeZone::systemTimeZone(), QLocale()));
}

void ExpiryLine::tick(const QDateTime &now)
{
    const bool over = m_expiresAt <= now;
    const bool soon = m_open && !over && now.secsTo(m_expiresAt) < 3600;
    if (over)
        m_left->setText(tr("Expired"));
    else if (m_open)
        m_left->setText(tr("Expires in %1").arg(timeLeft(now, m_expiresAt, TimeDetail::Seconds)));
    else
        m_left->setText(tr("Would expire"));
    m_left->setTone(soon ? Tone::Warning : Tone::Text);
    fit();
    m_bar->setVisible(m_open && !over && m_started.isValid() && m_started < m_expiresAt);
    if (m_bar->isVisibleTo(this)) {
        const double whole = double(m_started.msecsTo(m_expiresAt));
        m_bar->setShare(double(now.msecsTo(m_expiresAt)) / whole, soon);
    }
}

void ExpiryLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// Moves the date below the remaining time where both do not fit side by side.
void ExpiryLine::fit()
{
    const bool below = m_left->sizeHint().width() + px(8) + m_until->sizeHint().width() > width();
    if (below == (m_row->direction() == QBoxLayout::TopToBottom))
        return;
    m_row->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setSpacing(below ? 0 : px(8));
    m_until->setAlignment((below ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
}

QString ExpiryLine::text() const
{
    return m_left->text();
}

} // namespace tilldeck::ui

#include "moc_expiry_line.cpp"
