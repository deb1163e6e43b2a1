// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/widgets/page_header.h"

namespace tilldeck::ui {

class Label;

/// The toolbar over one file or import: the way back to the list, its name, and the account with its mode.
class ImportHeader : public PageHeader
{
    Q_OBJECT

public:
    explicit ImportHeader(QWidget *parent = nullptr);

    void show(desk::Desk &desk, const QString &title, const QString &accountId);

signals:
    void backRequested();

private:
    Label *m_account;
};

} // namespace tilldeck::ui
