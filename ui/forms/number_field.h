// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

#include <optional>

namespace tilldeck::ui {

/// A whole number with arrows that keeps whatever was typed, so that a wrong text stays where it was typed and can be
/// mended. Empty shows the placeholder.
class NumberField : public QAbstractSpinBox
{
    Q_OBJECT

public:
    explicit NumberField(const QString &accessibleName, QWidget *parent = nullptr);

    void setText(const QString &text);
    const QString &typed() const { return m_text; }
    /// Returns the number; nothing where problem() says why there is none, and for an empty text that means something.
    std::optional<qint64> value() const;
    /// Returns why the text is no whole number within the limits. An empty one has no problem where the placeholder
    /// says what it stands for.
    QString problem() const;
    /// Limits the number, and sets where they start while the field holds no number.
    void setSteps(qint64 least, qint64 most, qint64 start);
    void setPlaceholder(const QString &text);
    /// Appends a unit to the number while it is not edited: "24 hours".
    void setSuffix(const QString &suffix);

    /// Grows with the text, so that no digit is hidden, up to a number that nobody means.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    void stepBy(int steps) override;
    /// Keeps every text: a character that is left out would make another number of "1e3".
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
