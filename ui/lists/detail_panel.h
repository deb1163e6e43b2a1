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

    void setStatus(BadgeKind kind, const QString &word = {}, const QString &providerWord = {});
    /// Without a badge while there is no one thing that it could speak of.
    void setStatusShown(bool shown);
    void setTitle(const QString &title);
    /// Buttons that lead nowhere are disabled.
    void setNeighbours(bool previous, bool next);
    /// The content: a column with 12 px between its parts.
    QVBoxLayout *body() const { return m_body; }
    void scrollToTop();

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
    QVBoxLayout *m_body;
};

} // namespace tilldeck::ui
