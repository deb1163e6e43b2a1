// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "ui/lists/table_page.h"
#include "ui/lists/unsettled_bar.h"

namespace tilldeck::ui {

class SearchField;
class SegmentedControl;

/// The base of pages that list parts of the catalog of one account: with a search field and a choice of the part.
class CatalogListPage : public TablePage
{
    Q_OBJECT

public:
    virtual void setAccount(const QString &accountId);
    void focusSearch();

signals:
    void useInNewSession(const QString &accountId, const tilldeck::checkout::SessionDraft &draft);

protected:
    /// @p kinds is the accessible name of the choice, @p writes what the page writes into the catalog.
    CatalogListPage(desk::Desk &desk, desk::CatalogCache &catalogs, const QString &placeholder, const QString &kinds,
                    UnsettledBar::Of writes, QWidget *parent);

    /// Lists the catalog as it is known now. Called for an account, on every change of catalog, choice or search text.
    virtual void showCatalog(const checkout::Catalog &catalog) = 0;
    virtual void setLoading(bool loading) = 0;

    /// Shows what is known of the catalog of the current account.
    void refresh();
    /// Does so, and has the catalog fetched if it is not known.
    void open();
    /// Stacks the parts as TablePage does, with the search field and @p buttons in the header.
    void stack(QWidget *host, const QString &title, const QList<QWidget *> &buttons, QWidget *list);
    QString searchText() const;
    /// Returns @p count of the status line, with a remark when the provider has more than was read, and which rows
    /// could not be read; an empty text when nothing was read.
    QString withEnd(const QString &count, bool isCut, const std::vector<checkout::UnreadRow> &unread) const;
    /// Returns when the list was read, "Read at 07:43"; empty before that.
    QString ageText() const;
    void showEvent(QShowEvent *event) override;

    desk::Desk &m_desk;
    desk::CatalogCache &m_catalogs;
    QString m_accountId;
    SegmentedControl *m_kind;
    SearchField *m_search;
    UnsettledBar *m_unsettled; ///< What is not settled of what this page writes.
};

} // namespace tilldeck::ui
