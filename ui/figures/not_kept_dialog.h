// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "ledger/ledger.h"
#include "ui/widgets/guard_dialog.h"

namespace tilldeck::ui {

class SecretClipboard;

/// Hands over a session that was created and could not be written down: its ID, token and checkout URL, each to copy.
class NotKeptDialog : public GuardDialog
{
    Q_OBJECT

public:
    NotKeptDialog(const ledger::SessionRecord &record, const std::optional<accounts::Account> &account,
                  QWidget *parent);

private:
    SecretClipboard *m_clipboard;
};

} // namespace tilldeck::ui
