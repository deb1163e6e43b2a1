// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/catalog_list_page.h"
#include "ui/promotions/promotion_model.h"
#include "ui/widgets/task_scope.h"

namespace tilldeck::ui {

class Button;
class ItemTable;
class PromotionDialog;
class PromotionPanel;

/// Lists the promotion codes and coupons of an account with their terms, validity and use. Creates and deactivates them
/// where the provider can.
class PromotionsPage : public CatalogListPage
{
    Q_OBJECT

public:
    PromotionsPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);

    void setAccount(const QString &accountId) override;
    /// Goes on with promotion codes of the account that are not all made.
    void resume(const ledger::CodeBatch &batch);

signals:
    void showSession(const QString &accountId, const QString &sessionId);
    void sessionsRequested(const QString &discount);

protected:
    void showCatalog(const checkout::Catalog &catalog) override;
    void setLoading(bool loading) override;

private:
    void build();
    void showCurrent();
    void updateTexts(const checkout::Catalog &catalog);
    void use();
    void askDeactivate();
    void deactivate(const QString &account, PromotionKind kind, const QString &id);
    void openDialog();
    PromotionDialog *openCodeDialog();
    void openCouponDialog();
    void exportList();
    PromotionKind kind() const;

    QString m_exported; ///< That the list was saved, and where.
    PromotionModel *m_model;
    Button *m_new;
    Button *m_export;
    ItemTable *m_table;
    PromotionPanel *m_panel;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
