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
/// the trailing edge. When it is narrow, search becomes a button; chips that do not fit become the menu "Filters" of
/// the toolbar.
class ListFrame : public QWidget
{
    Q_OBJECT

public:
    enum class Period { Today, Last7Days, Last30Days, Last90Days, AllTime };

    /// Takes ownership of @p panel, which is shown while a row is current, unless the merchant closed it.
    ListFrame(const QString &title, const QString &searchPlaceholder, DetailPanel *panel, QWidget *parent = nullptr);

    Table *table() const { return m_table; }
    SearchField *search() const { return m_search; }
    ChipRow *chips() const { return m_chips; }
    StatusLine *statusLine() const { return m_status; }
    DetailPanel *panel() const { return m_panel; }

    void setTitle(const QString &title);
    void addStatus(int id, const QString &text);
    /// Shows the status chips where they have room with the counts they have now.
    void fitChips();
    /// Hides the status chips for a list whose status is fixed.
    void setStatusesShown(bool shown);
    /// Adds the page's only primary button; @p hint is its shortcut, shown while there is room.
    Button *addPrimaryButton(const QString &text, const QString &hint);
    /// Adds a button to the toolbar, before the one that shows the panel.
    void addTool(QWidget *tool);
    /// Adds one that gives way to the title where the list is narrow: what it does can be done otherwise.
    void addSpareTool(QWidget *tool);
    /// Adds @p bar between chips and table.
    void addBar(QWidget *bar);
    /// Adds @p footer between table and status line.
    void addFooter(QWidget *footer);
    /// Shows a note between chips and table; an empty @p lead hides it.
    void setNote(const QString &lead, const QString &text = {});

    /// Says below the search what of it cannot be read; empty: all can. Until then the field keeps the focus.
    void setSearchProblem(const QString &sentence);
    /// Says something of the search below it that is no mistake; empty: nothing.
    void setSearchHint(const QString &sentence);
    /// Shows filters that are on already, and emits nothing.
    void showFilters(int status, Period period);
    void showSearchText(const QString &text);
    /// Sets whether what is typed counts as a filter of its own: fields are counted with the page's.
    void setSearchCounted(bool counted) { m_searchCounted = counted; }

    int status() const;
    int firstStatus() const { return m_statusIds.value(0, -1); } ///< All of them.
    bool areStatusesShown() const { return m_statusesShown; }
    QString searchText() const { return m_searchText; }
    Period period() const { return m_period; }
    /// Returns the start of the period in UTC; invalid for AllTime. Days are those of the local zone.
    QDateTime since(const QDateTime &now) const;
    /// Sets how many filters the page itself has on; they are counted with the frame's own.
    void setOtherFilters(int count) { m_otherFilters = count; }
    /// Returns how many filters are on.
    int activeFilters() const;
    /// Returns "2 filters are on."
    QString filtersText() const;
    /// Emits filtersCleared() for the page's own filters, then clears the frame's.
    void clearFilters();
    /// Sets all three and emits filterChanged() once.
    void setFilters(int status, const QString &text, Period period);
    void setPeriod(Period period);
    /// Returns the period of @p days days, today included; AllTime if there is none.
    static Period periodOf(int days);
    static int daysOf(Period period); ///< 0 for AllTime.
    static QString periodText(Period period);

    void focusSearch();
    /// Makes @p row current. QTableView::selectRow() finds no column in right-to-left tables that are full.
    void setCurrentRow(int row);
    void setPanelWanted(bool wanted);
    bool isPanelWanted() const { return m_panelWanted; }
    /// Sets whether the page has something to show in the panel.
    void setHasCurrent(bool has);
    bool hasCurrent() const { return m_hasCurrent; }
    /// Keeps what is on screen until thawUpdates(), for 250 ms at most, while other rows are being read.
    void freezeUpdates();
    void thawUpdates();

signals:
    void filterChanged();
    void filtersCleared();
    /// Emitted before the menu "Filters" opens, so that the page can add to it. The parent of @p menu is the button.
    void filtersMenuShown(QMenu *menu);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void fillFiltersMenu();
    void showFiltersCount();
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
    InlineMessage *m_searchNote;
    InlineMessage *m_searchHint;
    InlineMessage *m_note;
    Table *m_table;
    StatusLine *m_status;
    QWidget *m_list;
    QSplitter *m_splitter;
    DetailPanel *m_panel;
    QList<QWidget *> m_spareTools;
    QList<int> m_statusIds;
    QString m_searchText;
    Period m_period = Period::Last30Days;
    int m_otherFilters = 0;
    bool m_searchCounted = true;
    bool m_statusesShown = true;
    bool m_panelWanted = true;
    bool m_hasCurrent = false;
    bool m_narrow = false;
    bool m_searching = false;
    QTimer m_frozen;
};

} // namespace tilldeck::ui
