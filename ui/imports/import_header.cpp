// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/import_header.h"

#include "ui/figures/account_name.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

ImportHeader::ImportHeader(QWidget *parent)
    : PageHeader(QString(), parent)
    , m_account(new ElidedLabel({}, TextStyle::Name, Tone::Text2))
{
    auto *back = new IconButton(Icon::ChevronLeft, tr("All imports"));
    back->setObjectName(u"back"_s);
    addLeading(back);
    m_account->setObjectName(u"account"_s);
    addAfterTitle(m_account);
    connect(back, &QToolButton::clicked, this, &ImportHeader::backRequested);
}

void ImportHeader::show(desk::Desk &desk, const QString &title, const QString &accountId)
{
    setTitle(title);
    const auto account = desk.accounts().byId(accountId);
    m_account->setText(accountAndMode(desk, accountId));
    m_account->setTone(!account || account->mode == accounts::Mode::Live ? Tone::Warning : Tone::Text2);
}

} // namespace tilldeck::ui

#include "moc_import_header.cpp"
