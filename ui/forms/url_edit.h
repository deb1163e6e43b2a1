// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace tilldeck::ui {

/// One line of plain text with the session id's placeholder highlighted, where the provider fills that in. Text stays
/// as it is typed: nothing is encoded.
class UrlEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    UrlEdit(const QString &accessibleName, bool fillsInSessionId, QWidget *parent = nullptr);

    QString text() const { return toPlainText(); }
    /// Keeps caret and undo when the text is the same already.
    void setText(const QString &text);
    void insertAtCaret(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void textEdited(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void centreLine();
};

} // namespace tilldeck::ui
