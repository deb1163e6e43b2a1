// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPointer>
#include <QTimer>

namespace tilldeck::ui {

/// A line edit with a magnifier; the shortcut stands in it while it is empty. Esc empties it.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    SearchField(const QString &placeholder, const QString &shortcutHint, QWidget *parent = nullptr);

    using QLineEdit::cursorRect;
    /// Shows a text that is known already: searchChanged() does not repeat it.
    void showText(const QString &text);
    /// Leaves the keys that choose to @p choices while they are shown: Enter takes the current one, Esc closes them.
    void setChoices(QAbstractItemView *choices);
    QAbstractItemView *choices() const { return m_choices; }

signals:
    /// Emitted with the trimmed text 150 ms after the last change; at once on Enter and when the field becomes empty.
    void searchChanged(const QString &text);
    /// Emitted on Ctrl+Space: all that may be typed is wanted.
    void choicesRequested();
    /// Emitted on Down or Enter, before leaveToList(): what stands in the field is meant as it is.
    void entered();
    /// Emitted on Down or Enter: the list should take the focus.
    void leaveToList();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void report();
    void fitMargins();

    QPointer<QAbstractItemView> m_choices;
    QString m_hint;
    QString m_reported;
    QTimer m_delay;
};

} // namespace tilldeck::ui
