// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/catalog_list_page.h"

#include "desk/unread_rows.h"
#include "ui/style/theme.h"
#include "ui/widgets/close_dialogs.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/time_text.h"

#include <QShortcut>
#include <QTimeZone>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

CatalogListPage::CatalogListPage(desk::Desk &desk, desk::CatalogCache &catalogs, const QString &placeholder,
                                 const QString &kinds, UnsettledBar::Of writes, QWidget *parent)
    : TablePage(parent)
    , m_desk(desk)
    , m_catalogs(catalogs)
    , m_kind(new SegmentedControl(kinds))
    , m_search(new SearchField(placeholder, QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)))
    , m_unsettled(new UnsettledBar(desk, writes))
{
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WindowShortcut); // also while the sidebar has the focus; a page that is hidden has no say
    connect(find, &QShortcut::activated, this, &CatalogListPage::focusSearch);
    connect(m_kind, &SegmentedControl::currentChanged, this, &CatalogListPage::refresh);
    connect(m_unsettled, &UnsettledBar::settled, &catalogs, &desk::CatalogCache::refresh);
    connect(m_search, &SearchField::searchChanged, this, &CatalogListPage::refresh);
    connect(&catalogs, &desk::CatalogCache::changed, this, [this](const QString &accountId) {
        if (accountId == m_accountId)
            refresh();
    });
    connect(&catalogs, &desk::CatalogCache::failed, this,
            [this](const QString &accountId, const checkout::Error &error) {
                if (accountId != m_accountId)
                    return;
                setLoading(false);
                showProblem(error);
            });
}

void CatalogListPage::stack(QWidget *host, const QString &title, const QList<QWidget *> &buttons, QWidget *list)
{
    auto *header = new PageHeader(title);
    header->addTrailing(m_search, 1);
    for (QWidget *button : buttons)
        header->addTrailing(button);
    auto *choices = new QWidget;
    auto *column = makeColumnLayout(choices, 0);
    auto *row = makeRowLayout(0, {px(16), 0, px(16), px(8)});
    row->addWidget(m_kind);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_unsettled);
    TablePage::stack(host, header, choices, list);
}

void CatalogListPage::setAccount(const QString &accountId)
{
    closeDialogs(this, {m_accountId}, {accountId});
    m_accountId = accountId;
    m_unsettled->setAccount(accountId);
    m_message->hide();
    if (isVisible())
        open();
}

void CatalogListPage::showEvent(QShowEvent * /*event*/)
{
    open();
}

void CatalogListPage::open()
{
    if (m_accountId.isEmpty())
        return;
    m_catalogs.ensure(m_accountId);
    refresh();
    // A fetch that failed a moment ago is not repeated; why stands there all the same.
    if (const auto error = m_catalogs.error(m_accountId); error && !m_catalogs.isKnown(m_accountId))
        showProblem(*error);
}

void CatalogListPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QString CatalogListPage::withEnd(const QString &count, bool isCut, const std::vector<checkout::UnreadRow> &unread) const
{
    if (!m_catalogs.isKnown(m_accountId))
        return {}; // nobody knows how many there are
    const QString counted = isCut ? tr("%1, and the provider has more", "number of rows").arg(count) : count;
    return unread.empty()
               ? counted
               : tr("%1. %Ln row(s) could not be read: %2", "number of rows", static_cast<int>(unread.size()))
                     .arg(counted, desk::unreadWords(unread));
}

QString CatalogListPage::ageText() const
{
    const QDateTime at = m_catalogs.catalog(m_accountId).fetchedAt;
    return at.isValid() ? tr("Read at %1", "a time")
                              .arg(stepTime(at, m_desk.now(), QTimeZone::systemTimeZone(), locale(), u"HH:mm"_s))
                        : QString();
}

QString CatalogListPage::searchText() const
{
    return m_search->text().trimmed();
}

void CatalogListPage::refresh()
{
    if (m_accountId.isEmpty())
        return;
    const checkout::Catalog catalog = m_catalogs.catalog(m_accountId);
    const bool isKnown = m_catalogs.isKnown(m_accountId);
    if (isKnown)
        m_message->hide();
    setLoading(m_catalogs.isLoading(m_accountId) && !isKnown);
    showCatalog(catalog);
}

} // namespace tilldeck::ui

#include "moc_catalog_list_page.cpp"
