// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalog_page.h"

#include "ui/catalog/catalog_model.h"
#include "ui/catalog/route_dialog.h"
#include "ui/figures/needs_writes.h"
#include "ui/lists/item_table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented.h"

#include <QStackedWidget>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

/// Returns "PaymentKit does not list customers."
QString notListed(CatalogKind kind, const QString &provider)
{
    switch (kind) {
    case CatalogKind::Prices:
        return CatalogPage::tr("%1 does not list products or prices.").arg(provider);
    case CatalogKind::Customers:
        return CatalogPage::tr("%1 does not list customers.").arg(provider);
    case CatalogKind::Routes:
        return CatalogPage::tr("%1 does not list processor routes.").arg(provider);
    }
    Q_UNREACHABLE();
}

QString countText(CatalogKind kind, int count)
{
    switch (kind) {
    case CatalogKind::Prices:
        return CatalogPage::tr("%Ln product(s) and price(s)", nullptr, count);
    case CatalogKind::Customers:
        return CatalogPage::tr("%Ln customer(s)", nullptr, count);
    case CatalogKind::Routes:
        return CatalogPage::tr("%Ln processor route(s)", nullptr, count);
    }
    Q_UNREACHABLE();
}

bool isCut(CatalogKind kind, const checkout::Catalog &catalog)
{
    switch (kind) {
    case CatalogKind::Prices:
        return catalog.prices.isCut || catalog.products.isCut;
    case CatalogKind::Customers:
        return catalog.customers.isCut;
    case CatalogKind::Routes:
        return catalog.routes.isCut;
    }
    Q_UNREACHABLE();
}

std::vector<checkout::UnreadRow> unreadOf(CatalogKind kind, const checkout::Catalog &catalog)
{
    if (kind == CatalogKind::Customers)
        return catalog.customers.unread;
    if (kind == CatalogKind::Routes)
        return catalog.routes.unread;
    std::vector<checkout::UnreadRow> unread = catalog.prices.unread;
    unread.insert(unread.end(), catalog.products.unread.begin(), catalog.products.unread.end());
    return unread;
}

} // namespace

CatalogPage::CatalogPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent)
    : CatalogListPage(desk, catalogs, tr("Name, e-mail or ID"), tr("What to list"), UnsettledBar::Of::Routes, parent)
    , m_newRoute(new Button(Icon::Plus, tr("New route…")))
    , m_editRoute(new Button(tr("Edit…")))
    , m_use(new Button(Icon::Session, tr("Use in a new session"), ButtonKind::Primary))
    , m_stack(new QStackedWidget)
{
    build();
    connect(m_search, &SearchField::leaveToList, this, [this] { list().table->setFocus(); });
    connect(m_use, &Button::clicked, this, &CatalogPage::use);
    connect(m_newRoute, &Button::clicked, this, [this] { editRoute(true); });
    connect(m_editRoute, &Button::clicked, this, [this] { editRoute(false); });
    connect(&desk, &desk::Desk::storageChanged, this, &CatalogPage::updateButtons);
}

void CatalogPage::build()
{
    m_lists = {makeList(CatalogKind::Prices, tr("Products and prices"), u"prices"_s),
               makeList(CatalogKind::Customers, tr("Customers"), u"customers"_s),
               makeList(CatalogKind::Routes, tr("Processor routes"), u"routes"_s)};
    m_use->setObjectName(u"useInNewSession"_s);
    m_newRoute->setObjectName(u"newRoute"_s);
    needWrites(m_newRoute, m_desk);
    m_editRoute->setObjectName(u"editRoute"_s);
    stack(this, tr("Catalog"), {m_newRoute, m_editRoute, m_use}, m_stack);
}

CatalogPage::List CatalogPage::makeList(CatalogKind kind, const QString &title, const QString &name)
{
    m_kind->addSegment(int(kind), title);
    auto *model = new CatalogModel(kind, this);
    auto *table = new ItemTable(*model, title, name, [this] { return m_desk.now(); });
    connect(table, &Table::rowActivated, this, &CatalogPage::use);
    connect(table, &Table::emptyActionTriggered, m_search, &QLineEdit::clear);
    connect(table, &ItemTable::currentItemChanged, this, &CatalogPage::updateButtons);
    m_stack->addWidget(table);
    return {model, table};
}

CatalogKind CatalogPage::kind() const
{
    return CatalogKind(m_kind->current());
}

void CatalogPage::setLoading(bool loading)
{
    for (const List &one : m_lists)
        one.table->setLoading(loading);
}

void CatalogPage::showCatalog(const checkout::Catalog &catalog)
{
    // Those that are not shown too: none of them keeps what another account had.
    for (const List &each : m_lists)
        each.model->setItems(catalogItems(each.model->kind(), catalog, searchText()));
    m_stack->setCurrentWidget(list().table);
    updateTexts(catalog);
    updateButtons();
}

void CatalogPage::updateTexts(const checkout::Catalog &catalog)
{
    const QString provider = m_desk.capabilities(m_accountId).providerName;
    Table *table = list().table;
    if (!searchText().isEmpty())
        table->setEmptyState(tr("Nothing matches."), {}, tr("Clear search"));
    else if (!m_catalogs.isKnown(m_accountId))
        table->setEmptyState(tr("The catalog could not be loaded"));
    else if (!isListed(kind(), catalog))
        table->setEmptyState(notListed(kind(), provider));
    else if (!unreadOf(kind(), catalog).empty())
        table->setEmptyState(tr("Nothing that could be read"));
    else
        table->setEmptyState(tr("Nothing here yet"), tr("Add it in the dashboard of %1.").arg(provider));
    setStatusTexts(
        withEnd(countText(kind(), list().model->rowCount()), isCut(kind(), catalog), unreadOf(kind(), catalog)),
        ageText());
}

std::optional<checkout::SessionDraft> CatalogPage::draft() const
{
    const QModelIndex current = list().table->currentIndex();
    if (!current.isValid())
        return std::nullopt;
    const checkout::Catalog catalog = m_catalogs.catalog(m_accountId);
    const checkout::Capabilities standard = m_desk.capabilities(m_accountId);
    const CatalogItem &item = list().model->item(current.row());
    if (auto draft = draftWith(item, kind(), catalog, standard))
        return draft;
    for (const checkout::FlowChoice &flow : standard.flows)
        if (auto draft = draftWith(item, kind(), catalog, m_desk.capabilities(m_accountId, flow.id)))
            return draft;
    return std::nullopt;
}

void CatalogPage::updateButtons()
{
    const bool writes = kind() == CatalogKind::Routes && m_desk.capabilities(m_accountId).writesRoutes;
    const bool hasCurrent = list().table->currentIndex().isValid();
    m_newRoute->setVisible(writes);
    m_editRoute->setVisible(writes);
    const QString held = m_desk.whyNoWrites();
    m_editRoute->setEnabled(hasCurrent && held.isEmpty());
    m_editRoute->setToolTip(held);
    const bool isUsable = draft().has_value();
    m_use->setEnabled(isUsable);
    m_use->setToolTip(hasCurrent && !isUsable ? tr("No checkout session of this provider takes it.") : QString());
}

void CatalogPage::use()
{
    if (const auto filled = draft())
        emit useInNewSession(m_accountId, *filled);
}

void CatalogPage::editRoute(bool isNew)
{
    const checkout::Catalog catalog = m_catalogs.catalog(m_accountId);
    const QModelIndex current = list().table->currentIndex();
    const checkout::ProcessorRoute *known =
        isNew || !current.isValid() ? nullptr : catalog.route(list().model->item(current.row()).id);
    if (!isNew && !known)
        return;
    QStringList processors;
    for (const checkout::ProcessorRoute &route : catalog.routes.items)
        for (const QString &processor : route.processorIds)
            if (!processors.contains(processor))
                processors << processor;
    auto *dialog = new RouteDialog(m_desk, m_accountId, known ? *known : checkout::ProcessorRoute(), processors, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto readAgain = [this, account = m_accountId] { m_catalogs.refresh(account); };
    connect(dialog, &RouteDialog::saved, this, readAgain);
    connect(dialog, &RouteDialog::unsure, this, readAgain);
    dialog->open();
}

} // namespace tilldeck::ui

#include "moc_catalog_page.cpp"
