// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/types.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace tilldeck::ui {

class Label;
class ModePill;
class StripIcon;
class StripLink;

/// Says on every page whether money moves (live, test or sandbox), and how fresh the data is.
class ModeStrip : public QWidget
{
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>;

    explicit ModeStrip(QWidget *parent = nullptr, Clock clock = &QDateTime::currentDateTimeUtc);

    void setState(const ModeStripState &state);
    const ModeStripState &state() const { return m_state; }

    /// Returns all texts, from the leading to the trailing edge.
    QString text() const;

signals:
    void refreshRequested();
    void updateKeyRequested();
    void storageRequested();
    void switchModeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    Clock m_clock;
    ModeStripState m_state;
    QTimer m_second;
    ModePill *m_pill;
    Label *m_lead;
    Label *m_text;
    StripIcon *m_leadIcon;
    StripIcon *m_statusIcon;
    Label *m_status;
    StripLink *m_act;
    StripLink *m_switch;
};

} // namespace tilldeck::ui
