// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/import_review.h"

namespace tilldeck::ui {

class GuardDialog;

/// Returns the question whether the rows of @p review are to be created with the account: how many, in which mode, and
/// what customers pay together. It emits chosen() after a yes, and is not open yet.
GuardDialog *makeImportQuestion(desk::Desk &desk, const QString &accountId, const QString &file,
                                const desk::ImportReview &review, QWidget *parent);

enum EarlierAnswer { GoOnWithIt = 1, SeeIt, CreateOthers };

/// Returns the question what is meant by rows that were asked for before; it emits chosen() with an EarlierAnswer.
GuardDialog *makeEarlierQuestion(desk::Desk &desk, const QString &accountId, const ledger::EarlierRows &earlier,
                                 const checkout::Error &error, QWidget *parent);

} // namespace tilldeck::ui
