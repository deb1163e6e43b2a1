// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tilldeck::ui {

class Button;
class IconButton;
class Label;

/// A line below the list for the progress and the result of a longer task.
class ReportBar : public QWidget
{
    Q_OBJECT

public:
    explicit ReportBar(QWidget *parent = nullptr);

    /// Shows the progress of a task that can be cancelled.
    void setProgress(const QString &sentence);
    /// Shows a result until it is closed or replaced.
    void showResult(const QString &sentence);
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
