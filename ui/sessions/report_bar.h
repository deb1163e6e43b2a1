// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tilldeck::ui {

class Button;
class IconButton;
class Label;

/// The line below the list in which something that takes a while tells how far it is, and what came of it.
class ReportBar : public QWidget
{
    Q_OBJECT

public:
    explicit ReportBar(QWidget *parent = nullptr);

    /// Can be cancelled.
    void setProgress(const QString &sentence);
    /// Stays until it is closed or something else is told.
    void tell(const QString &sentence);
    QString text() const;

signals:
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void show(const QString &sentence, bool running);

    Label *m_text;
    Button *m_cancel;
    IconButton *m_close;
};

} // namespace tilldeck::ui
