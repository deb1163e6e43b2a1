// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/refund.h"
#include "checkout/session.h"
#include "desk/find_entry.h"
#include "ui/widgets/guard_dialog.h"

class QListWidget;

namespace tilldeck::ui {

/// Asks which of several sessions a creation made, or which refund or entry of the catalog one of unknown outcome is.
/// None is chosen at first, and the button waits for a choice.
class CandidatesDialog : public GuardDialog
{
    Q_OBJECT

public:
    CandidatesDialog(const std::vector<checkout::Session> &candidates, const QString &providerName, QWidget *parent);
    CandidatesDialog(const std::vector<checkout::Refund> &candidates, const QString &providerName, QWidget *parent);
    CandidatesDialog(const std::vector<desk::EntryCandidate> &candidates, const QString &providerName, QWidget *parent);

signals:
    void idChosen(const QString &id);

private:
    CandidatesDialog(const QString &title, const QString &sentence, const QString &listName, QWidget *parent);
    void addItem(const QString &id, const QString &text);
    void add(const QString &id, const QString &amount, const QDateTime &at, const QString &name);

    QListWidget *m_list;
};

} // namespace tilldeck::ui
