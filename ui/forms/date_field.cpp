// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/date_field.h"

#include "ui/forms/typed_date.h"
#include "ui/style/icon.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QCalendarWidget>
#include <QFrame>
#include <QKeyEvent>
#include <QScreen>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

/// Replaces the accent-coloured bar, coloured arrows and red weekends of Qt's calendar.
void calm(QCalendarWidget *calendar)
{
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday}) {
        QTextCharFormat format;
        format.setForeground(tokens().text);
        calendar->setWeekdayTextFormat(day, format);
    }
    if (auto *bar = calendar->findChild<QWidget *>(u"qt_calendar_navigationbar"_s))
        bar->setBackgroundRole(QPalette::Window);
    for (const auto &[name, arrow] : {std::pair("qt_calendar_prevmonth", Icon::ChevronLeft),
                                      std::pair("qt_calendar_nextmonth", Icon::ChevronRight)}) {
        if (auto *button = calendar->findChild<QToolButton *>(QString::fromLatin1(name)))
            button->setIcon(icon(arrow));
    }
}

} // namespace

DateField::DateField(const QDate &day, QWidget *parent)
    : QLineEdit(parent)
    , m_start(day)
{
    setDate(day);
    QAction *calendar = addAction(icon(Icon::ChevronDown), QLineEdit::TrailingPosition);
    calendar->setText(tr("Choose from a calendar"));
    calendar->setToolTip(calendar->text());
    connect(calendar, &QAction::triggered, this, &DateField::openCalendar);
    // "5.3.2027" becomes "05.03.2027", which is the same day; what cannot be read stays.
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const QDate read = date(); read.isValid())
            setDate(read);
    });
}

void DateField::setDate(const QDate &day)
{
    const QString shown = dateText(day, locale());
    if (text() != shown)
        setText(shown);
}

void DateField::setFirst(const QDate &day)
{
    m_first = day;
}

QDate DateField::date() const
{
    const auto read = readDate(text(), locale(), m_start);
    return read && (!m_first.isValid() || *read >= m_first) ? *read : QDate();
}

QString DateField::problem() const
{
    const auto read = readDate(text(), locale(), m_start);
    if (!read)
        return read.error();
    return date().isValid() ? QString()
                            : tr("This day is over. Choose %1 or a later day.").arg(dateText(m_first, locale()));
}

QSize DateField::sizeHint() const
{
    QSize size = QLineEdit::sizeHint();
    size.setWidth(px(150));
    return size;
}

void DateField::choose(const QDate &day)
{
    setDate(m_first.isValid() ? std::max(day, m_first) : day);
    emit textEdited(text());
}

void DateField::openCalendar()
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    popup->setAccessibleName(tr("Calendar"));
    auto *calendar = new QCalendarWidget;
    calm(calendar);
    if (m_first.isValid())
        calendar->setMinimumDate(m_first);
    calendar->setSelectedDate(date().isValid() ? date() : m_start);
    auto *column = new QVBoxLayout(popup);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(calendar);
    const auto take = [this, popup](const QDate &day) {
        choose(day);
        popup->close();
    };
    connect(calendar, &QCalendarWidget::clicked, this, take);
    connect(calendar, &QCalendarWidget::activated, this, take);
    popup->adjustSize();
    const QRect place = screen()->availableGeometry();
    QPoint corner = mapToGlobal(QPoint(layoutDirection() == Qt::RightToLeft ? width() - popup->width() : 0, height()));
    if (corner.y() + popup->height() > place.bottom())
        corner.setY(mapToGlobal(QPoint()).y() - popup->height());
    corner.setX(std::clamp(corner.x(), place.left(), std::max(place.left(), place.right() - popup->width())));
    popup->move(corner);
    popup->show();
    calendar->setFocus(Qt::PopupFocusReason);
}

void DateField::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool isArrow = key == Qt::Key_Up || key == Qt::Key_Down;
    const bool isPage = key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    if (key == Qt::Key_F4 || (key == Qt::Key_Down && event->modifiers() & Qt::AltModifier))
        return openCalendar();
    if (!isArrow && !isPage)
        return QLineEdit::keyPressEvent(event);
    const QDate day = date().isValid() ? date() : m_start;
    const int by = key == Qt::Key_Up || key == Qt::Key_PageUp ? 1 : -1;
    choose(isArrow ? day.addDays(by) : day.addMonths(by));
}

} // namespace tilldeck::ui

#include "moc_date_field.cpp"
