// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QPointer>
#include <QToolButton>

#include <functional>

namespace tilldeck::ui {

/// The menu of the filters that the merchant gave a name: choose, save, rename, remove.
class SavedViews : public QToolButton
{
    Q_OBJECT

public:
    /// PRESENT is the filter of the page, without id and name.
    SavedViews(ledger::Ledger &ledger, std::function<ledger::SavedFilter()> present, QWidget *parent = nullptr);

    /// The page's filter is another one: no view is current any longer, unless it still says the same.
    void filterChanged();

signals:
    void chosen(const tilldeck::ledger::SavedFilter &view);
    void failed(const tilldeck::checkout::Error &error);

private:
    void read();
    void fill();
    void choose(const ledger::SavedFilter &view);
    /// Asks for a name and saves VIEW under it.
    void askName(ledger::SavedFilter view);
    void askRemoval(const ledger::SavedFilter &view);
    void save(const ledger::SavedFilter &view);
    const ledger::SavedFilter *current() const;
    void showCurrent();

    QPointer<ledger::Ledger> m_ledger;
    std::function<ledger::SavedFilter()> m_present;
    std::vector<ledger::SavedFilter> m_views;
    QString m_currentId;
};

} // namespace tilldeck::ui
