// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "ui/sessions/session_actions.h"

#include <QWidget>

class QVBoxLayout;

namespace tilldeck::ui {

/// Says whether today's prices are at hand.
enum class KnownPrices { Today, NotLoaded, Failed };

/// Shows what a session sells and costs, as quoted and as reported, and its other properties.
class SessionDetails : public QWidget
{
    Q_OBJECT

public:
    SessionDetails(desk::Desk &desk, SessionActions *actions, QWidget *parent = nullptr);

    /// Without the prices of @p catalog nothing is said of today's.
    void setRecord(const ledger::SessionRecord &record, const checkout::Catalog &catalog, KnownPrices prices);

private:
    void addPricing(const ledger::SessionRecord &record, const checkout::Catalog &catalog, KnownPrices prices);
    void addCharge(const ledger::SessionRecord &record);
    void addFacts(const ledger::SessionRecord &record);
    /// Adds what the merchant keeps of the session on this computer.
    void addNotes(const ledger::SessionRecord &record);

    desk::Desk &m_desk;
    SessionActions *m_actions;
    QVBoxLayout *m_column;
};

} // namespace tilldeck::ui
