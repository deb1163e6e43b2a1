// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QPointer>
#include <QToolButton>

#include <functional>

namespace tilldeck::ui {

/// A menu to choose, save, rename and remove named filters.
class SavedViews : public QToolButton
{
    Q_OBJECT

public:
    /// @p currentFilter returns the current filter of the page, without id and name.
    SavedViews(ledger::Ledger &ledger, std::function<ledger::SavedFilter()> currentFilter, QWidget *parent = nullptr);

    /// Call it when the page's filter changes: a saved view stays current only while it equals that filter.
    void filterChanged();

signals:
    void chosen(const tilldeck::ledger::SavedFilter &view);
    void failed(const tilldeck::checkout::Error &error);

private:
    void read();
    void fill();
    void choose(const ledger::SavedFilter &view);
    /// Asks for a name and saves @p view under it.
    void askName(ledger::SavedFilter view);
    void askRemoval(const ledger::SavedFilter &view);
    void save(const ledger::SavedFilter &view);
    const ledger::SavedFilter *current() const;
    void showCurrent();

    QPointer<ledger::Ledger> m_ledger;
    std::function<ledger::SavedFilter()> m_currentFilter;
    std::vector<ledger::SavedFilter> m_views;
    QString m_currentId;
};

} // namespace tilldeck::ui
