// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QWidget>

namespace tilldeck::ui {

class Button;
class IconButton;
class Label;

/// The line below the list: what the payments come to, each currency for itself. Over what is selected while that is
/// more than one row, else over everything that the filter lets through.
class TotalsBar : public QWidget
{
    Q_OBJECT

public:
    explicit TotalsBar(QWidget *parent = nullptr);

    void setFiltered(const std::vector<ledger::CurrencyTotal> &totals);
    /// Fewer than two take the selection's totals away.
    void setSelected(const std::vector<ledger::TransactionRecord> &records);
    QString text() const;

signals:
    void exportRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void render();
    void showSums();

    std::vector<ledger::CurrencyTotal> m_filtered;
    std::vector<ledger::CurrencyTotal> m_selected;
    qlonglong m_rows = 0; ///< That are selected.
    QString m_wholeSums, m_briefSums;
    Label *m_count;
    Label *m_sums;
    IconButton *m_copy;
    Button *m_export;
};

} // namespace tilldeck::ui
