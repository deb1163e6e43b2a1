// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

namespace tilldeck::ui {

/// A whole number with arrows that keeps whatever was typed, so that a wrong text stays where it was typed and can be
/// mended. Empty shows the placeholder.
class NumberField : public QAbstractSpinBox
{
    Q_OBJECT

public:
    explicit NumberField(const QString &accessibleName, QWidget *parent = nullptr);

    void setText(const QString &text);
    /// Limits the arrows, and sets where they start while the field holds no number.
    void setSteps(qint64 least, qint64 most, qint64 start);
    void setPlaceholder(const QString &text);
    /// Appends a unit to the number while it is not edited: "24 hours".
    void setSuffix(const QString &suffix);

    void stepBy(int steps) override;
    /// Letters are no part of a number; a number that cannot be is kept, so that it can be mended.
    QValidator::State validate(QString &text, int &position) const override;

signals:
    void textEdited(const QString &text);

protected:
    StepEnabled stepEnabled() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void show();
    QString shownText() const; ///< With the unit.

    qint64 m_least = 1;
    qint64 m_most = 2'147'483'647;
    qint64 m_start = 1;
    QString m_text;
    QString m_suffix;
};

} // namespace tilldeck::ui
