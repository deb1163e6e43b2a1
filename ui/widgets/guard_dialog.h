// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fitting_dialog.h"

#include <optional>

class QFormLayout;
class QHBoxLayout;

namespace tilldeck::ui {

/// Asks before something that cannot be undone. Open it with open(), never exec(). The safe button has the focus, is
/// the default and is what Esc does; a button that moves money is never the default.
class GuardDialog : public FittingDialog
{
    Q_OBJECT

public:
    GuardDialog(const QString &title, const QString &text, QWidget *parent);

    /// Shows a glyph at the head: OutcomeUnknown for "Was the session created?".
    void setGlyph(BadgeKind kind);
    /// Adds a line: "Card", "Visa ending 4242".
    void addDetail(const QString &label, const QString &value, TextStyle style = TextStyle::Body);
    /// Adds a widget over the whole width, below the details.
    void addWidget(QWidget *widget);

    /// Sets the button that closes without doing anything.
    Button *setSafeButton(const QString &text);
    /// Adds a button after the safe one; it closes the dialog and emits chosen() with @p id.
    Button *addButton(int id, const QString &text, ButtonKind kind = ButtonKind::Normal);
    /// Adds such a button at the far side ("Create again anyway").
    Button *addAsideButton(int id, const QString &text);

signals:
    void chosen(int id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void wire(Button *button, int id);

    QHBoxLayout *m_head;
    QFormLayout *m_details;
    QHBoxLayout *m_buttons;
    Button *m_safe = nullptr;
};

} // namespace tilldeck::ui
