// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotions/end_field.h"

#include "ui/forms/date_field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/time_text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QTimeZone>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

EndField::EndField(const QDateTime &now, QWidget *parent)
    : QWidget(parent)
    , m_ends(new QCheckBox(tr("The last day is")))
    , m_day(new DateField(now.toTimeZone(QTimeZone::systemTimeZone()).date().addMonths(1)))
    , m_until(new Label({}, TextStyle::Secondary, Tone::Text3))
{
    m_ends->setObjectName(u"ends"_s);
    m_day->setObjectName(u"lastDay"_s);
    m_day->setAccessibleName(tr("Last day"));
    m_until->setObjectName(u"until"_s);
    m_day->setFirst(now.toTimeZone(QTimeZone::systemTimeZone()).date());
    m_day->setEnabled(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    addWidgets(*row, m_ends, m_day);
    row->addWidget(m_until, 1);
    setFocusProxy(m_ends);
    connect(m_ends, &QCheckBox::toggled, m_day, &QWidget::setEnabled);
    connect(m_ends, &QCheckBox::toggled, this, &EndField::showEnd);
    connect(m_day, &QLineEdit::textChanged, this, &EndField::showEnd);
}

void EndField::showEnd()
{
    const QDateTime end = this->end();
    m_until->setText(end.isValid() ? tr("until %1", "time of day and zone")
                                         .arg(clockTime(end, QTimeZone::systemTimeZone(), locale(), u"HH:mm:ss"_s))
                                   : QString());
}

QString EndField::problem(const QDateTime &now) const
{
    if (!m_ends->isChecked())
        return {};
    const QString problem = m_day->problem();
    return problem.isEmpty() && end() <= now ? tr("This day is over. Choose today or a later day.") : problem;
}

QDateTime EndField::end() const
{
    if (!m_ends->isChecked() || !m_day->date().isValid())
        return {};
    return m_day->date().addDays(1).startOfDay(QTimeZone::systemTimeZone()).addSecs(-1).toUTC();
}

} // namespace tilldeck::ui

#include "moc_end_field.cpp"
