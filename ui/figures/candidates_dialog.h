// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session.h"
#include "ui/widgets/guard_dialog.h"

class QListWidget;

namespace tilldeck::ui {

/// Asks which of several sessions a creation made. None is chosen at first, and the button waits for a choice.
class CandidatesDialog : public GuardDialog
{
    Q_OBJECT

public:
    CandidatesDialog(const std::vector<checkout::Session> &candidates, const QString &providerName, QWidget *parent);

signals:
    void sessionChosen(const QString &sessionId);

private:
    QListWidget *m_list;
};

} // namespace tilldeck::ui
