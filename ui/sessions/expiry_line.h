// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QWidget>

class QBoxLayout;

namespace tilldeck::ui {

class ElidedLabel;
class Label;

/// Shows "Expires in 9 h 41 min 18 s", the absolute time with its zone, and a bar of the time that is left.
class ExpiryLine : public QWidget
{
    Q_OBJECT

public:
    explicit ExpiryLine(QWidget *parent = nullptr);

    /// Shows no bar where @p started is invalid. @p open is false for a session that is no longer open. Times are UTC.
    void setTimes(const QDateTime &started, const QDateTime &expiresAt, bool open);
    void tick(const QDateTime &now);
    QString text() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    Label *m_left;
    ElidedLabel *m_until;
    class LeftBar *m_bar;
    QBoxLayout *m_row;
    QDateTime m_started, m_expiresAt;
    bool m_open = false;
};

} // namespace tilldeck::ui
