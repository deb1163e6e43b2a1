// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/catalog_cache.h"
#include "ui/promotions/promotion_model.h"
#include "ui/widgets/task_scope.h"

#include <QWidget>

namespace tilldeck::ui {

class Button;
class InlineMessage;
class PromotionPanel;
class SearchField;
class SegmentedControl;
class StatusLine;
class Table;

/// Lists the promotion codes and coupons of an account with their terms, validity and use. Creates and deactivates them
/// where the provider can.
class PromotionsPage : public QWidget
{
    Q_OBJECT

public:
    PromotionsPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent = nullptr);

    void setAccount(const QString &accountId);
    void focusSearch();

Q_SIGNALS:
    void useInNewSession(const QString &accountId, const tilldeck::checkout::SessionDraft &draft);
    void showSession(const QString &accountId, const QString &sessionId);
    void sessionsRequested(const QString &discount);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void follow();
    void showCurrent();
    void updateTexts(const checkout::Catalog &catalog);
    void use();
    void askDeactivate();
    void deactivate(PromotionKind kind, const QString &id);
    void openDialog();
    void openCodeDialog();
    void openCouponDialog();
    PromotionKind kind() const;

    desk::Desk &m_desk;
    desk::CatalogCache &m_catalogs;
    QString m_accountId;
    QString m_currentId;
    PromotionModel *m_model;
    SegmentedControl *m_kind;
    SearchField *m_search;
    Button *m_new;
    InlineMessage *m_message;
    Table *m_table;
    StatusLine *m_status;
    PromotionPanel *m_panel;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
