// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace tilldeck::ui {

class Label;

/// Shows Preview and Request behind two tabs beside the form, and when they were updated.
class SidePanel : public QWidget
{
    Q_OBJECT

public:
    explicit SidePanel(QWidget *parent = nullptr);

    void addPage(const QString &title, QWidget *page);
    void setUpdated(const QString &text);
    void showNextPage();
    void showPage(int page);
    int current() const;
    /// Takes the focus from what it covers, and gives it back.
    void setVisible(bool visible) override;

signals:
    void currentChanged(int page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    Label *m_updated;
    QPointer<QWidget> m_covered; ///< Had the focus.
};

} // namespace tilldeck::ui
