// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotions/promotions_page.h"

#include "desk/deactivate_coupon.h"
#include "desk/deactivate_promotion_code.h"
#include "ui/figures/account_name.h"
#include "ui/figures/needs_writes.h"
#include "ui/lists/canvas.h"
#include "ui/lists/item_table.h"
#include "ui/promotions/coupon_dialog.h"
#include "ui/promotions/promotion_dialog.h"
#include "ui/promotions/promotion_panel.h"
#include "ui/promotions/save_csv.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int promotionPanelWidth = 372;

} // namespace

PromotionsPage::PromotionsPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent)
    : CatalogListPage(desk, catalogs, tr("Code or coupon"), tr("Promotion codes or coupons"),
                      UnsettledBar::Of::Promotions, parent)
    , m_model(new PromotionModel(this))
    , m_new(new Button(Icon::Plus, tr("New code"), ButtonKind::Primary))
    , m_export(new Button(tr("Export…")))
    , m_table(new ItemTable(*m_model, tr("Promotions"), u"promotions"_s, [&desk] { return desk.now(); }))
    , m_panel(new PromotionPanel(desk))
{
    build();
    connect(m_search, &SearchField::leaveToList, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_new, &Button::clicked, this, &PromotionsPage::openDialog);
    connect(m_export, &Button::clicked, this, &PromotionsPage::exportList);
    connect(m_table, &ItemTable::currentItemChanged, this, &PromotionsPage::showCurrent);
    connect(m_table, &Table::rowActivated, this, &PromotionsPage::use);
    connect(m_table, &Table::escaped, this, [this] { m_table->setCurrentRow(-1); });
    connect(m_table, &Table::emptyActionTriggered, m_search, &QLineEdit::clear);
    connect(m_unsettled, &UnsettledBar::resumeRequested, this, &PromotionsPage::resume);
    connect(m_panel, &PromotionPanel::useRequested, this, &PromotionsPage::use);
    connect(m_panel, &PromotionPanel::deactivateRequested, this, &PromotionsPage::askDeactivate);
    connect(m_panel, &PromotionPanel::showSession, this, &PromotionsPage::showSession);
    connect(m_panel, &PromotionPanel::sessionsRequested, this, &PromotionsPage::sessionsRequested);
    connect(m_panel, &PromotionPanel::closeRequested, this, [this] { m_table->setCurrentRow(-1); });
    const auto step = [this](int by) { m_table->setCurrentRow(m_table->currentRow() + by); };
    connect(m_panel, &PromotionPanel::previousRequested, this, [step] { step(-1); });
    connect(m_panel, &PromotionPanel::nextRequested, this, [step] { step(1); });
    connect(&desk.ledger(), &ledger::Ledger::sessionsChanged, this, [this](const QStringList &accountIds) {
        if (isVisible() && m_panel->isVisible() && accountIds.contains(m_accountId))
            m_panel->readSessions();
    });
}

void PromotionsPage::build()
{
    m_kind->addSegment(int(PromotionKind::Code), tr("Promotion codes"));
    m_kind->addSegment(int(PromotionKind::Coupon), tr("Coupons"));
    m_new->setObjectName(u"newCode"_s);
    m_export->setObjectName(u"exportPromotions"_s);
    needWrites(m_new, m_desk);
    m_panel->hide();
    m_panel->setMinimumWidth(px(promotionPanelWidth));

    auto *list = new Canvas;
    stack(list, tr("Promotions"), {m_export, m_new}, m_table);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(list);
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(splitter);
}

PromotionKind PromotionsPage::kind() const
{
    return PromotionKind(m_kind->current());
}

void PromotionsPage::setAccount(const QString &accountId)
{
    m_model->forgetItems();
    m_table->setCurrentId({});
    m_exported.clear();
    m_new->setVisible(m_desk.capabilities(accountId).writesPromotionCodes);
    CatalogListPage::setAccount(accountId);
}

void PromotionsPage::resume(const ledger::CodeBatch &batch)
{
    if (batch.accountId == m_accountId)
        openCodeDialog()->resume(batch);
}

void PromotionsPage::setLoading(bool loading)
{
    m_table->setLoading(loading);
}

void PromotionsPage::showCatalog(const checkout::Catalog &catalog)
{
    if (kind() != m_model->kind())
        m_exported.clear();
    m_model->setCatalog(kind(), catalog, searchText(), m_desk.now());
    updateTexts(catalog);
}

void PromotionsPage::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    m_panel->setVisible(current.isValid());
    if (!current.isValid())
        return;
    const checkout::Capabilities can = m_desk.capabilities(m_accountId);
    m_panel->setPromotion(m_accountId, m_model->kind(), m_model->item(current.row()), m_catalogs.catalog(m_accountId),
                          can.writesPromotionCodes,
                          m_model->kind() == PromotionKind::Code ? can.takes(checkout::Field::PromotionCode)
                                                                 : can.takes(checkout::Field::Coupon));
    m_panel->setNeighbours(current.row() > 0, current.row() + 1 < m_model->rowCount());
}

void PromotionsPage::updateTexts(const checkout::Catalog &catalog)
{
    const checkout::Capabilities can = m_desk.capabilities(m_accountId);
    const bool isCodes = kind() == PromotionKind::Code;
    const bool isListed = isCodes ? catalog.promotionCodes.available : catalog.coupons.available;
    const int count = m_model->rowCount();
    m_new->setText(isCodes ? tr("New code") : tr("New coupon"));
    m_export->setEnabled(count > 0);
    const bool isKnown = m_catalogs.isKnown(m_accountId);
    const QString counted = isCodes ? tr("%Ln promotion code(s)", nullptr, count) : tr("%Ln coupon(s)", nullptr, count);
    setStatusTexts(
        withEnd(counted, isCodes ? catalog.promotionCodes.isCut : catalog.coupons.isCut,
                isCodes ? catalog.promotionCodes.unread : catalog.coupons.unread),
        !m_exported.isEmpty() ? m_exported
        : can.writesPromotionCodes
            ? ageText()
            : tr("%1 lets nobody change them here: this list is for reading.", "provider").arg(can.providerName));
    if (!searchText().isEmpty())
        m_table->setEmptyState(isCodes ? tr("No promotion code matches.") : tr("No coupon matches."), {},
                               tr("Clear search"));
    else if (!isKnown)
        m_table->setEmptyState(isCodes ? tr("The promotion codes could not be loaded")
                                       : tr("The coupons could not be loaded"));
    else if (!isListed)
        m_table->setEmptyState(isCodes ? tr("%1 does not list promotion codes.").arg(can.providerName)
                                       : tr("%1 does not list coupons.").arg(can.providerName));
    else if (!(isCodes ? catalog.promotionCodes.unread : catalog.coupons.unread).empty())
        m_table->setEmptyState(tr("Nothing that could be read"));
    else
        m_table->setEmptyState(isCodes ? tr("No promotion codes yet") : tr("No coupons yet"));
}

void PromotionsPage::use()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || !m_model->item(current.row()).validity.isUsable)
        return;
    const PromotionItem &item = m_model->item(current.row());
    const checkout::Capabilities can = m_desk.capabilities(m_accountId);
    checkout::SessionDraft draft;
    if (m_model->kind() == PromotionKind::Code && can.takes(checkout::Field::PromotionCode))
        draft.promotionCode = item.label;
    else if (m_model->kind() == PromotionKind::Coupon && can.takes(checkout::Field::Coupon))
        draft.couponId = item.id;
    else
        return;
    emit useInNewSession(m_accountId, draft);
}

void PromotionsPage::askDeactivate()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const PromotionItem &item = m_model->item(current.row());
    const bool isCode = m_model->kind() == PromotionKind::Code;
    auto *dialog = new GuardDialog(
        tr("Deactivate %1?").arg(item.label),
        isCode
            ? tr("New sessions cannot use this code any more. Sessions that have it already keep their discount.")
            : tr("New sessions cannot use this coupon or any code of it any more. Sessions that have it already keep "
                 "their discount."),
        this);
    nameAccounts(*dialog, m_desk, {m_accountId});
    dialog->addDetail(tr("Terms"), item.terms);
    dialog->addDetail(tr("Used"), QLocale().toString(item.used));
    dialog->setSafeButton(isCode ? tr("Keep code") : tr("Keep coupon"));
    needWrites(dialog->addButton(1, isCode ? tr("Deactivate code") : tr("Deactivate coupon"), ButtonKind::Danger),
               m_desk);
    connect(dialog, &GuardDialog::chosen, this,
            [this, account = m_accountId, kind = m_model->kind(), id = item.id] { deactivate(account, kind, id); });
    dialog->open();
}

void PromotionsPage::deactivate(const QString &account, PromotionKind kind, const QString &id)
{
    if (account != m_accountId)
        return; // the account that the question named is not shown any more
    const checkout::Catalog catalog = m_catalogs.catalog(account);
    const auto done = [this, account](const auto &answer) {
        m_catalogs.refresh(account); // also when the outcome is unknown
        m_panel->setBusy(false);
        if (!answer && account == m_accountId)
            m_panel->setProblem(answer.error().sentence, answer.error().details);
    };
    m_panel->setBusy(true);
    m_panel->setProblem({}, {});
    if (kind == PromotionKind::Code) {
        for (const checkout::PromotionCode &code : catalog.promotionCodes.items)
            if (code.id == id)
                return m_tasks.start(desk::deactivatePromotionCode(&m_desk, account, code), done);
    } else if (const checkout::Coupon *coupon = catalog.coupon(id)) {
        return m_tasks.start(desk::deactivateCoupon(&m_desk, account, *coupon), done);
    }
    m_panel->setBusy(false);
}

void PromotionsPage::exportList()
{
    const bool isCodes = m_model->kind() == PromotionKind::Code;
    saveCsv(
        this, isCodes ? tr("Export promotion codes") : tr("Export coupons"),
        isCodes ? tr("promotion codes", "file name") : tr("coupons", "file name"),
        [this](const desk::Csv &csv) { return m_model->csv(csv); },
        [this, isCodes](const QString &path) {
            const int rows = m_model->rowCount();
            m_exported = isCodes     ? codesSaved(rows, path)
                         : rows == 1 ? tr("1 coupon saved in %1").arg(path)
                                     : tr("%Ln coupons saved in %1", nullptr, rows).arg(path);
            updateTexts(m_catalogs.catalog(m_accountId));
        },
        [this](const QString &sentence) { showProblem({checkout::ErrorKind::Storage, sentence}); });
}

void PromotionsPage::openDialog()
{
    if (kind() == PromotionKind::Coupon)
        openCouponDialog();
    else
        openCodeDialog();
}

PromotionDialog *PromotionsPage::openCodeDialog()
{
    auto *dialog = new PromotionDialog(m_desk, m_accountId, m_catalogs.catalog(m_accountId).coupons.items, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PromotionDialog::created, this, [this, account = m_accountId] { m_catalogs.refresh(account); });
    connect(&m_catalogs, &desk::CatalogCache::changed, dialog,
            [this, dialog, account = m_accountId](const QString &changed) {
                if (changed == account)
                    dialog->setCatalog(m_catalogs.catalog(account));
            });
    dialog->open();
    return dialog;
}

void PromotionsPage::openCouponDialog()
{
    const checkout::Catalog catalog = m_catalogs.catalog(m_accountId);
    QStringList currencies;
    for (const checkout::Price &price : catalog.prices.items)
        if (const QString code = price.unitAmount.currency().code(); !currencies.contains(code))
            currencies << code;
    auto *dialog = new CouponDialog(m_desk, m_accountId, currencies, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CouponDialog::created, this, [this, account = m_accountId](const QString &id) {
        if (account == m_accountId && kind() == PromotionKind::Coupon && !id.isEmpty()) {
            m_search->clear();
            m_table->setCurrentId(id);
        }
        m_catalogs.refresh(account);
    });
    dialog->open();
}

} // namespace tilldeck::ui

#include "moc_promotions_page.cpp"
