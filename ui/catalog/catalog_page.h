// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalog_items.h"
#include "ui/lists/catalog_list_page.h"

#include <array>

class QStackedWidget;

namespace tilldeck::ui {

class Button;
class CatalogModel;
class ItemTable;

/// Lists the products and prices, customers and processor routes of an account, and starts a session with one of them.
class CatalogPage : public CatalogListPage
{
    Q_OBJECT

public:
    CatalogPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);

protected:
    void showCatalog(const checkout::Catalog &catalog) override;
    void setLoading(bool loading) override;

private:
    struct List
    {
        CatalogModel *model = nullptr;
        ItemTable *table = nullptr;
    };

    void build();
    List makeList(CatalogKind kind, const QString &title, const QString &name);
    void updateButtons();
    void updateTexts(const checkout::Catalog &catalog);
    void use();
    void editRoute(bool isNew);
    std::optional<checkout::SessionDraft> draft() const;
    CatalogKind kind() const;
    const List &list() const { return m_lists[static_cast<size_t>(kind())]; }

    Button *m_newRoute, *m_editRoute, *m_use;
    QStackedWidget *m_stack;
    std::array<List, 3> m_lists;
};

} // namespace tilldeck::ui
