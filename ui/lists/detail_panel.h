// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/tokens.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace tilldeck::ui {

class Badge;
class ElidedLabel;
class IconButton;

/// The panel at the trailing edge of a list: badge, title, previous, next, close; below it the page's own content,
/// scrolled.
class DetailPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPanel(QWidget *parent = nullptr);

    void setStatus(BadgeKind kind, const QString &word = {}, const QString &providerId = {});
    /// Hides the badge while the panel shows several things.
    void setStatusShown(bool shown);
    void setTitle(const QString &title);
    /// Enables the buttons to the previous and the next row.
    void setNeighbours(bool previous, bool next);
    /// Returns the column of the content.
    QVBoxLayout *body() const { return m_body; }
    void scrollToTop();
    /// Shows nothing while the chosen row is being read.
    void setWaiting(bool waiting);

signals:
    void previousRequested();
    void nextRequested();
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Badge *m_badge;
    ElidedLabel *m_title;
    IconButton *m_previous;
    IconButton *m_next;
    QScrollArea *m_scroll;
    bool m_isBadgeShown = true;
    bool m_isWaiting = false;
    QVBoxLayout *m_body;
};

} // namespace tilldeck::ui
