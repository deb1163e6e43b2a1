// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/search_text.h"
#include "ui/lists/filter_bar.h"
#include "ui/lists/list_frame.h"

#include <QSet>
#include <QTimer>

namespace tilldeck::ui {

class SearchChoices;

/// The filters of a list of sessions or payments as one: what is typed into the search with its fields, the chips and
/// the period of the frame, and the chips below (days, currency, amount, tier, account, …). A field that is typed sets
/// what its chip stands for; a chip that is chosen takes the field out of the search.
class ListFilters : public QObject
{
    Q_OBJECT

public:
    /// What may stand behind `status:` for a chip of the frame, beside the text of the chip.
    struct StatusWord
    {
        int chip;
        QString word;
    };

    /// Adds the chips to @p frame, and what chooses them: a chip "+ Filter", the menu "Filters" and Ctrl+Shift+F.
    ListFilters(desk::Desk &desk, ListFrame *frame, QList<StatusWord> statuses, QWidget *page);

    /// Sets which accounts are shown. Chosen ones that are not among them are none any more.
    void setAccounts(const QStringList &accountIds);
    /// Sets the currencies that are offered.
    void setCurrencies(const QStringList &codes);

    const FilterParts &parts() const { return m_bar->parts(); }
    /// Sets the chips below; does not emit changed().
    void setParts(const FilterParts &parts);
    /// Takes the chips below away, with the fields that stand for them; does not emit changed().
    void clearParts();
    /// Sets all filters and emits changed() once.
    void set(int status, const QString &text, ListFrame::Period period, const FilterParts &parts = {});

    /// Returns what is searched for, without fields.
    QString words() const { return m_words; }
    /// Returns what a saved view keeps of the search: its words, and what there is no other place for as a field.
    QString savedText() const;
    /// Returns what of the search cannot be read; empty where all can. Nothing is found before it is mended.
    QString problem() const { return m_problem; }

    /// Makes @p filter let through what the filters do, whatever the status; nothing where the search cannot be read.
    template <class Filter> void fill(Filter &filter) const
    {
        putParts(filter, parts());
        filter.text = m_words;
        if (filter.accountIds.isEmpty())
            filter.accountIds = m_accountIds;
        else // a view that was saved for live accounts must not show them among test accounts
            filter.accountIds.removeIf([this](const QString &id) { return !m_accountIds.contains(id); });
        if (m_frame->period() != ListFrame::Period::AllTime)
            filter.createdSince = m_frame->since(m_desk.now());
        if (!m_problem.isEmpty())
            filter.accountIds.clear();
    }

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addChoices(QWidget *page);
    desk::SearchNames names() const;
    void followFrame();
    void followBar();
    /// Takes fields out of the search: a chip says it now.
    void takeOut(const QList<desk::SearchKind> &kinds);
    /// Says below the search how far its index is, while that is not whole and something is searched for.
    void sayIndex();
    /// Reads what is typed. What is being typed still need not be readable.
    void readText(bool mayBeUnfinished);
    /// Sets what the fields say, and what they said until now back to what it is without them.
    void show(const desk::Search &search);
    void finish();

    desk::Desk &m_desk;
    ListFrame *m_frame;
    FilterBar *m_bar;
    SearchChoices *m_choices;
    QList<StatusWord> m_statuses;
    QStringList m_accountIds, m_currencies;
    QString m_text, m_words, m_problem;
    bool m_isUnfinished = false;     ///< The field that is being typed is left out until it is finished.
    QSet<desk::SearchKind> m_fields; ///< What the search has a field for.
    FilterParts m_before;            ///< Of the chips below.
    qint64 m_notIndexed = 0;         ///< Rows.
    int m_status = -1;
    ListFrame::Period m_period;
    std::optional<ListFrame::Period> m_periodBefore; ///< Before days were typed.
    QTimer m_pause;                                  ///< Who types no more for so long has finished.
};

} // namespace tilldeck::ui
