// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/types.h"

#include <QWidget>

#include <functional>

namespace tilldeck::ui {

class Label;
class ModePill;
class ShownTimer;
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
    /// Shows how long ago things were by the clock as it is now, which may have been set.
    void lookAtClock();

signals:
    void refreshRequested();
    void updateKeyRequested();
    void storageRequested();
    void switchModeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    bool isStale() const;
    bool saysAge() const;
    QString statusText() const;
    void waitForChange();

    Clock m_clock;
    ModeStripState m_state;
    ModePill *m_pill;
    Label *m_lead;
    Label *m_text;
    StripIcon *m_leadIcon;
    StripIcon *m_statusIcon;
    Label *m_status;
    StripLink *m_act;
    StripLink *m_switch;
    ShownTimer *m_change; ///< Fires when what is said of a time changes.
    bool m_wasStale = false;
};

} // namespace tilldeck::ui
