// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "ui/catalog/catalog_items.h"

#include <QWidget>

#include <array>

class QStackedWidget;

namespace tilldeck::ui {

class Button;
class CatalogModel;
class InlineMessage;
class SearchField;
class SegmentedControl;
class StatusLine;
class Table;

/// Lists the products and prices, customers and processor routes of an account, and starts a session with one of them.
class CatalogPage : public QWidget
{
    Q_OBJECT

public:
    CatalogPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);

    void setAccount(const QString &accountId);
    void focusSearch();

Q_SIGNALS:
    void useInNewSession(const QString &accountId, const tilldeck::checkout::SessionDraft &draft);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct List
    {
        CatalogModel *model = nullptr;
        Table *table = nullptr;
    };

    void build();
    List makeList(CatalogKind kind, const QString &name);
    void follow();
    void updateButtons();
    void updateTexts(const checkout::Catalog &catalog);
    void use();
    void editRoute(bool isNew);
    std::optional<checkout::SessionDraft> draft() const;
    CatalogKind kind() const;
    const List &list() const { return m_lists[static_cast<size_t>(kind())]; }

    desk::Desk &m_desk;
    desk::CatalogCache &m_catalogs;
    QString m_accountId;
    SegmentedControl *m_kind;
    SearchField *m_search;
    Button *m_newRoute, *m_editRoute, *m_use;
    InlineMessage *m_message;
    QStackedWidget *m_stack;
    StatusLine *m_status;
    std::array<List, 3> m_lists;
};

} // namespace tilldeck::ui
