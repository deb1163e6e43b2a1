// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/filter_popup.h"

#include "money/format.h"
#include "ui/forms/date_field.h"
#include "ui/forms/form_row.h"
#include "ui/forms/typed_amount.h"
#include "ui/style/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QTimeZone>
#include <QVBoxLayout>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

FilterPopup::FilterPopup(const QString &title, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_column(new QVBoxLayout(this))
    , m_problem(new Label({}, TextStyle::Secondary, Tone::Danger))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(title);
    m_column->setContentsMargins(px(12), px(12), px(12), px(12));
    m_column->setSpacing(px(8));
    m_column->addWidget(new Label(title, TextStyle::Total));
    m_problem->setObjectName(u"problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
}

void FilterPopup::addRow(const QString &label, QWidget *field)
{
    auto *row = makeRowLayout(px(12));
    auto *name = new Label(label, TextStyle::Body, Tone::Text2);
    name->setMinimumWidth(px(64));
    field->setAccessibleName(label);
    field->setMinimumWidth(px(150));
    row->addWidget(name);
    row->addWidget(field, 1);
    m_column->addLayout(row);
}

void FilterPopup::addEnd()
{
    auto *show = new Button(tr("Show", "what a filter lets through"), ButtonKind::Primary);
    show->setObjectName(u"apply"_s);
    connect(show, &QPushButton::clicked, this, &FilterPopup::apply);
    m_column->addWidget(m_problem);
    m_column->addWidget(show, 0, Qt::AlignTrailing);
}

void FilterPopup::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    adjustSize();
}

void FilterPopup::openAt(QWidget *anchor)
{
    adjustSize();
    const QRect screen = anchor->screen()->availableGeometry();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPoint corner = anchor->mapToGlobal(QPoint(mirrored ? anchor->width() - width() : 0, anchor->height() + px(4)));
    corner.setX(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    move(corner);
    show();
}

void FilterPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().base);
    painter.setPen(tokens().control);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void FilterPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        apply();
    else
        QFrame::keyPressEvent(event);
}

DaysPopup::DaysPopup(FilterParts parts, const QDate &today, QWidget *parent)
    : FilterPopup(tr("Days"), parent)
    , m_parts(std::move(parts))
    , m_from(new DateField(m_parts.createdSince.isValid() ? m_parts.createdSince.date() : today.addDays(-6)))
    , m_to(new DateField(m_parts.createdBefore.isValid() ? m_parts.createdBefore.addSecs(-1).date() : today))
{
    m_from->setObjectName(u"from"_s);
    m_to->setObjectName(u"to"_s);
    addRow(tr("From", "first day"), m_from);
    addRow(tr("To", "last day"), m_to);
    addEnd();
    m_from->setFocus(Qt::OtherFocusReason);
}

void DaysPopup::apply()
{
    for (DateField *day : {m_from, m_to})
        setErrorFrame(day, !day->problem().isEmpty());
    for (DateField *day : {m_from, m_to}) {
        if (const QString problem = day->problem(); !problem.isEmpty()) {
            day->setFocus(Qt::OtherFocusReason);
            return setProblem(problem);
        }
    }
    if (m_from->date() > m_to->date()) {
        m_to->setFocus(Qt::OtherFocusReason);
        setErrorFrame(m_to, true);
        return setProblem(tr("The last day is before the first one."));
    }
    const QTimeZone zone = QTimeZone::systemTimeZone();
    m_parts.createdSince = m_from->date().startOfDay(zone);
    m_parts.createdBefore = m_to->date().addDays(1).startOfDay(zone);
    emit chosen(m_parts);
    close();
}

AmountPopup::AmountPopup(FilterParts parts, const QStringList &currencies, QWidget *parent)
    : FilterPopup(tr("Amount"), parent)
    , m_parts(std::move(parts))
    , m_currency(new QComboBox)
    , m_from(new QLineEdit)
    , m_to(new QLineEdit)
{
    m_currency->addItems(currencies);
    if (!m_parts.currency.isEmpty())
        m_currency->setCurrentText(m_parts.currency);
    m_currency->setObjectName(u"currency"_s);
    m_from->setObjectName(u"from"_s);
    m_to->setObjectName(u"to"_s);
    if (const auto currency = money::Currency::fromCode(m_parts.currency)) {
        const auto shown = [&](std::optional<qint64> minor) {
            return minor ? money::formatAmount(money::Money(*minor, *currency), QLocale()) : QString();
        };
        m_from->setText(shown(m_parts.amountFrom));
        m_to->setText(shown(m_parts.amountTo));
    }
    addRow(tr("Currency"), m_currency);
    addRow(tr("From", "least amount"), m_from);
    addRow(tr("To", "largest amount"), m_to);
    addEnd();
    m_from->setFocus(Qt::OtherFocusReason);
}

bool AmountPopup::read(QLineEdit *field, std::optional<qint64> &minor)
{
    TypedAmount typed;
    typed.text = field->text();
    typed.currency = m_currency->currentText();
    const QString problem = typed.problem(QLocale());
    setErrorFrame(field, !problem.isEmpty());
    setProblem(problem);
    if (!problem.isEmpty()) {
        field->setFocus(Qt::OtherFocusReason);
        return false;
    }
    const auto amount = typed.value(QLocale());
    minor = amount ? std::optional(amount->minorUnits()) : std::nullopt;
    return true;
}

void AmountPopup::apply()
{
    m_parts.setCurrency(m_currency->currentText());
    if (!read(m_from, m_parts.amountFrom) || !read(m_to, m_parts.amountTo))
        return;
    if (m_parts.amountFrom && m_parts.amountTo && *m_parts.amountFrom > *m_parts.amountTo) {
        m_to->setFocus(Qt::OtherFocusReason);
        setErrorFrame(m_to, true);
        return setProblem(tr("The largest amount is below the least one."));
    }
    emit chosen(m_parts);
    close();
}

} // namespace tilldeck::ui

#include "moc_filter_popup.cpp"
