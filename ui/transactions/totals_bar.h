// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"
#include "ui/lists/chip.h"

#include <QWidget>

namespace tilldeck::ui {

class Button;
class IconButton;
class Label;

/// Shows the totals of the payments below the list, one for each currency: of the selected rows while there are
/// several, else of all that match the filter.
class TotalsBar : public QWidget
{
    Q_OBJECT

public:
    explicit TotalsBar(QWidget *parent = nullptr);

    void setFiltered(const std::vector<ledger::CurrencyTotal> &totals);
    /// Says that the totals of the filter are being counted, until setFiltered().
    void setCounting();
    /// Shows the totals of @p records, or those of the filter for fewer than two.
    void setSelected(const std::vector<ledger::TransactionRecord> &records);
    /// Shows the totals of all @p count payments of the filter as selected.
    void setAllSelected(qint64 count);
    QString text() const;

signals:
    void exportRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Returns whether what is to be shown is not known yet.
    bool isWaiting() const;
    std::vector<ledger::CurrencyTotal> shown() const;
    void render();
    void showColumns();
    void addMore(int left);
    QList<int> columnWidths(const QList<QWidget *> &places) const;

    std::vector<ledger::CurrencyTotal> m_filtered; ///< While it is being counted, those of before: the bar stays.
    bool m_isCounting = false;
    std::vector<ledger::CurrencyTotal> m_selected;
    qlonglong m_rows = 0; ///< Number of selected rows.
    QString m_fullSums;
    bool m_isAll = false; ///< All payments of the filter are selected.
    bool m_isBrief = false;
    bool m_showsAll = false; ///< More sums than fit into the usual lines.
    Label *m_count;
    QWidget *m_columns; ///< One for each currency, in as many lines as the width needs.
    IconButton *m_copy;
    Button *m_export;
};

/// Says on the chip of partly refunded payments that others of @p totals may belong to it, where a provider has not
/// said what of them was refunded.
void sayUntoldRefunds(Chip &chip, const std::vector<ledger::CurrencyTotal> &totals);

} // namespace tilldeck::ui
