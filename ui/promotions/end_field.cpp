// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotions/end_field.h"

#include "ui/forms/date_field.h"
#include "ui/widgets/layouts.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QTimeZone>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

EndField::EndField(const QDateTime &now, QWidget *parent)
    : QWidget(parent)
    , m_ends(new QCheckBox(tr("The last day is")))
    , m_day(new DateField(now.toTimeZone(QTimeZone::systemTimeZone()).date().addMonths(1)))
{
    m_ends->setObjectName(u"ends"_s);
    m_day->setObjectName(u"lastDay"_s);
    m_day->setAccessibleName(tr("Last day"));
    m_day->setFirst(now.toTimeZone(QTimeZone::systemTimeZone()).date());
    m_day->setEnabled(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    addWidgets(*row, m_ends, m_day);
    row->addStretch(1);
    setFocusProxy(m_ends);
    connect(m_ends, &QCheckBox::toggled, m_day, &QWidget::setEnabled);
}

QDateTime EndField::end() const
{
    if (!m_ends->isChecked())
        return {};
    return m_day->date().addDays(1).startOfDay(QTimeZone::systemTimeZone()).addSecs(-1).toUTC();
}

QString EndField::problem() const
{
    return m_ends->isChecked() ? m_day->problem() : QString();
}

} // namespace tilldeck::ui

#include "moc_end_field.cpp"
