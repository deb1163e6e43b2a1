// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/form_row.h"

#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/rich_line.h"

namespace tilldeck::ui {

void setErrorFrame(QWidget *control, bool error)
{
    if (control->property("error").toBool() == error)
        return;
    control->setProperty("error", error);
    // A line edit caches where its text goes until its geometry or style is asked for again.
    control->updateGeometry();
    control->update();
}

FormRow::FormRow(const QString &label, const QString &hint, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_field(content)
    , m_label(makeWrappedLabel(label, TextStyle::Name, Tone::Text))
    , m_hint(makeWrappedLabel(hint, TextStyle::Secondary, Tone::Text3))
    , m_line(new RichLine(TextStyle::Secondary))
{
    m_label->setBuddy(content);
    m_hint->setVisible(!hint.isEmpty());
    if (content->accessibleName().isEmpty())
        content->setAccessibleName(label);
    m_line->hide();

    auto *names = makeColumnLayout(px(1), {0, px(5), 0, 0});
    addWidgets(*names, m_label, m_hint);
    names->addStretch();
    auto *namesBox = new QWidget;
    namesBox->setLayout(names);
    namesBox->setFixedWidth(px(118));

    auto *column = makeColumnLayout(px(4));
    addWidgets(*column, content, m_line);
    column->addStretch();
    auto *row = makeRowLayout(this, px(12));
    row->addWidget(namesBox, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void FormRow::setLabel(const QString &label)
{
    m_label->setText(label);
    m_field->setAccessibleName(label);
}

void FormRow::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void FormRow::setProblem(const QString &problem)
{
    m_problem = problem;
    setErrorFrame(m_field, !problem.isEmpty());
    m_field->setAccessibleDescription(problem);
    showLine();
}

void FormRow::setField(QWidget *field)
{
    m_field = field;
    m_label->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(m_label->text());
}

void FormRow::setNote(const QString &lead, const QString &text, Tone tone)
{
    m_noteLead = lead;
    m_note = text;
    m_noteTone = tone;
    showLine();
}

void FormRow::showLine()
{
    if (!m_problem.isEmpty()) {
        m_line->setTones(Tone::Danger, Tone::Danger);
        m_line->setParts(m_problem);
    } else {
        m_line->setTones(m_noteTone, Tone::Text3);
        m_line->setParts(m_noteLead, m_note);
    }
    m_line->setVisible(!m_problem.isEmpty() || !m_noteLead.isEmpty() || !m_note.isEmpty());
}

} // namespace tilldeck::ui

#include "moc_form_row.cpp"
