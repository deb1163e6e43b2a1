// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace tilldeck::ui {

/// A line edit with a magnifier; the shortcut stands in it while it is empty. Esc empties it.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    SearchField(const QString &placeholder, const QString &shortcutHint, QWidget *parent = nullptr);

signals:
    /// Emitted with the trimmed text 150 ms after the last change; at once on Enter and when the field becomes empty.
    void searchChanged(const QString &text);
    /// Emitted on Down or Enter: the list should take the focus.
    void leaveToList();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void report();
    void fitMargins();

    QString m_hint;
    QString m_reported;
    QTimer m_delay;
};

} // namespace tilldeck::ui
