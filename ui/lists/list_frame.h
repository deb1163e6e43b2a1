// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimer>
#include <QWidget>

class QMenu;
class QSplitter;
class QToolButton;

namespace tilldeck::ui {

class Button;
class Chip;
class ChipRow;
class DetailPanel;
class IconButton;
class InlineMessage;
class PageHeader;
class SearchField;
class StatusLine;
class Table;

/// A page that is a list: toolbar with search, status chips and a period, table, status line, and the detail panel at
/// the trailing edge. When it is narrow, search becomes a button and the chips fold into "Filters" in the toolbar.
class ListFrame : public QWidget
{
    Q_OBJECT

public:
    enum class Period { Today, Last7Days, Last30Days, Last90Days, AllTime };

    /// PANEL becomes the frame's; it is shown while a row is current and the merchant has not closed it.
    ListFrame(const QString &title, const QString &searchPlaceholder, DetailPanel *panel, QWidget *parent = nullptr);

    Table *table() const { return m_table; }
    SearchField *search() const { return m_search; }
    ChipRow *chips() const { return m_chips; }
    StatusLine *statusLine() const { return m_status; }
    DetailPanel *panel() const { return m_panel; }

    void setTitle(const QString &title);
    void addStatus(int id, const QString &text);
    /// Off for saved views, whose status is fixed.
    void setStatusesShown(bool shown);
    /// The one primary button of the page; HINT is its shortcut, shown while there is room.
    Button *addPrimaryButton(const QString &text, const QString &hint);
    /// A button of the toolbar, before the one that shows the panel.
    void addTool(QWidget *tool);
    /// Between chips and table, and between table and status line.
    void addBar(QWidget *bar);
    void addFooter(QWidget *footer);
    /// A note between chips and table; an empty LEAD takes it away.
    void setNote(const QString &lead, const QString &text = {});

    int status() const;
    QString searchText() const { return m_searchText; }
    Period period() const { return m_period; }
    /// Start of the period in UTC; invalid for AllTime. Days are those of the local zone.
    QDateTime since(const QDateTime &now) const;
    /// Filters that the page keeps itself and counts with the frame's own.
    void setOtherFilters(int count) { m_otherFilters = count; }
    /// Filters other than "all of them, at any time".
    int activeFilters() const;
    /// "2 filters are on."
    QString filtersText() const;
    /// The page's own filters go too: filtersCleared() comes first.
    void clearFilters();
    /// All three at once, with one filterChanged().
    void setFilters(int status, const QString &text, Period period);
    void setPeriod(Period period);
    /// The period of so many days with today; AllTime where there is none.
    static Period periodOf(int days);
    static int daysOf(Period period); ///< 0: AllTime.

    void focusSearch();
    /// Makes ROW current. QTableView::selectRow() finds no column in right-to-left tables that are full.
    void setCurrentRow(int row);
    void setPanelWanted(bool wanted);
    bool isPanelWanted() const { return m_panelWanted; }
    /// The page tells whether there is something to show in the panel.
    void setHasCurrent(bool has);
    /// What is on screen stays there until releasePicture(), at most for a blink of an eye: other rows are on their
    /// way.
    void holdPicture();
    void releasePicture();

signals:
    void filterChanged();
    void filtersCleared();
    /// The menu of "Filters" is about to be seen; the page may add to it. Its parent is the button.
    void filtersMenuShown(QMenu *menu);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static QString periodText(Period period);
    void fillFiltersMenu();
    void addPeriods(QMenu *menu);
    void arrange();
    void step(int by);

    QString m_title;
    PageHeader *m_header;
    SearchField *m_search;
    IconButton *m_searchButton;
    QToolButton *m_filters;
    Chip *m_periodButton;
    IconButton *m_panelButton;
    Button *m_primary = nullptr;
    QString m_primaryHint;
    ChipRow *m_chips;
    InlineMessage *m_note;
    Table *m_table;
    StatusLine *m_status;
    QWidget *m_list;
    QSplitter *m_splitter;
    DetailPanel *m_panel;
    QList<int> m_statusIds;
    QString m_searchText;
    Period m_period = Period::Last30Days;
    int m_otherFilters = 0;
    bool m_statusesShown = true;
    bool m_panelWanted = true;
    bool m_hasCurrent = false;
    bool m_narrow = false;
    bool m_searching = false;
    QTimer m_hold;
};

} // namespace tilldeck::ui
