// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace tilldeck::ui {

class Label;

/// The 48 px toolbar of a page: title at the leading edge, widgets at the trailing one.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Adds a widget before the title (a back button) or behind it (a badge).
    void addLeading(QWidget *widget);
    void addAfterTitle(QWidget *widget);
    void addTrailing(QWidget *widget, int stretch = 0);

private:
    Label *m_title;
    QHBoxLayout *m_layout;
};

/// The 26 px line below a list: "398 sessions, 1 selected" and, at the other end, "Sorted by created, newest first".
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setTexts(const QString &leading, const QString &trailing = {});

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class ElidedLabel *m_leading;
    class ElidedLabel *m_trailing;
};

} // namespace tilldeck::ui
