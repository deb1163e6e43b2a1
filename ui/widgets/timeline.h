// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace tilldeck::ui {

struct TimelineEvent
{
    enum class Kind { Past, Current, Failed };

    QString time; ///< "14:31" in the zone of the page
    QString text;
    QString who; ///< may be empty
    Kind kind = Kind::Past;

    friend bool operator==(const TimelineEvent &, const TimelineEvent &) = default;
};

/// What happened, newest first: a disc for now, rings for earlier, a square for a failure, joined by a line.
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
    /// Walks the rows; returns the height. Paints when PAINTER is given.
    int walk(int width, QPainter *painter) const;

    QList<TimelineEvent> m_events;
};

} // namespace tilldeck::ui
