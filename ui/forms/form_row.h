// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace tilldeck::ui {

class Label;
class RichLine;

/// One part of a form: label and hint at the leading edge (118 px), then the content, with a note or a problem below.
class FormRow : public QWidget
{
    Q_OBJECT

public:
    /// @p label also names @p content for assistive technology.
    FormRow(const QString &label, const QString &hint, QWidget *content, QWidget *parent = nullptr);

    /// Changes the label, which names the field for assistive technology.
    void setLabel(const QString &label);
    void setHint(const QString &hint);
    /// Shows a sentence in red and frames the field in red; an empty one removes both.
    void setProblem(const QString &problem);
    QString problem() const { return m_problem; }
    /// Sets the widget inside the content that gets the red frame and the focus on a problem.
    void setField(QWidget *field);
    QWidget *field() const { return m_field; }
    /// Shows a line below the content while there is no problem: "Valid." in @p tone, "20% off until 30 Apr 2026".
    void setNote(const QString &lead, const QString &text = {}, Tone tone = Tone::Text3);
    QString note() const { return m_note; }

private:
    void showLine();

    QWidget *m_field;
    Label *m_label;
    Label *m_hint;
    RichLine *m_line;
    QString m_problem, m_noteLead, m_note;
    Tone m_noteTone = Tone::Text3;
};

/// Sets or clears the red frame that the style paints for property "error", on any control.
void setErrorFrame(QWidget *control, bool error);

} // namespace tilldeck::ui
