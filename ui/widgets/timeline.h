// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace tilldeck::ui {

struct TimelineEvent
{
    enum class Kind { Past, Current, Failed };

    QString time; ///< "14:31" in the zone of the page.
    QString text;
    QString who; ///< May be empty.
    Kind kind = Kind::Past;

    friend bool operator==(const TimelineEvent &, const TimelineEvent &) = default;
};

/// Shows events, newest first: a disc for the latest, rings for earlier ones, a square for a failure, joined by a line.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget *parent = nullptr);

    void setEvents(QList<TimelineEvent> events);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Lays out the rows and returns their height; paints them if @p painter is set.
    int walk(int width, QPainter *painter) const;

    QList<TimelineEvent> m_events;
};

} // namespace tilldeck::ui
