// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/confirm_import.h"

#include "money/format.h"
#include "ui/figures/account_name.h"
#include "ui/imports/import_text.h"
#include "ui/widgets/guard_dialog.h"

#include <QCoreApplication>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

struct ConfirmImportText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::ConfirmImport)
};

} // namespace

GuardDialog *makeImportQuestion(desk::Desk &desk, const QString &accountId, const QString &file,
                                const desk::ImportReview &review, QWidget *parent)
{
    const int count = static_cast<int>(review.rows.size());
    const auto account = desk.accounts().byId(accountId);
    const bool isLive = !account || account->mode == accounts::Mode::Live;
    QStringList lines{ConfirmImportText::tr("Each row is created once. You can pause, stop and go on at any time.")};
    if (review.needsQuotes)
        lines << ConfirmImportText::tr("The provider quotes each row right before it is created, and the customer pays "
                                       "that.");
    if (review.unpriced() > 0 && !review.received().empty())
        lines << ConfirmImportText::tr("The amounts of the file are what you receive: the customer pays what the "
                                       "provider adds to them, too.");
    if (review.sameRows > 0)
        lines << ConfirmImportText::tr("%Ln row(s) ask for the same as another row.", nullptr, review.sameRows);
    if (isLive)
        lines << ConfirmImportText::tr("This is a live account: customers can pay real money.");
    auto *dialog = new GuardDialog(ConfirmImportText::tr("Create %Ln checkout session(s)?", nullptr, count),
                                   lines.join(u'\n'), parent);
    dialog->setObjectName(u"importQuestion"_s);
    nameAccounts(*dialog, desk, {accountId});
    dialog->addDetail(ConfirmImportText::tr("File"), file);
    dialog->addDetail(ConfirmImportText::tr("Sessions"), QLocale().toString(count));
    for (const money::Money &sum : review.totals())
        dialog->addDetail(ConfirmImportText::tr("Customers pay, %1", "currency").arg(sum.currency().code()),
                          money::format(sum, QLocale()), TextStyle::Total);
    for (const money::Money &sum : review.received())
        dialog->addDetail(ConfirmImportText::tr("You receive, %1", "currency").arg(sum.currency().code()),
                          money::format(sum, QLocale()), TextStyle::Total);
    if (review.unpriced() > 0)
        dialog->addDetail(ConfirmImportText::tr("Amount not known"),
                          ConfirmImportText::tr("%Ln row(s)", nullptr, review.unpriced()));
    dialog->setSafeButton(ConfirmImportText::tr("Cancel"));
    dialog->addButton(1, createText(desk, accountId, count), isLive ? ButtonKind::Danger : ButtonKind::Normal)
        ->setObjectName(u"begin"_s);
    return dialog;
}

GuardDialog *makeEarlierQuestion(desk::Desk &desk, const QString &accountId, const ledger::EarlierRows &earlier,
                                 const checkout::Error &error, QWidget *parent)
{
    auto *dialog =
        new GuardDialog(ConfirmImportText::tr("Create the same again?"),
                        ConfirmImportText::tr("%1\nNothing was sent. Others are sessions of their own, beside those.",
                                              "what was asked for before")
                            .arg(error.sentence),
                        parent);
    dialog->setObjectName(u"earlier"_s);
    const ledger::ImportBatch &batch = earlier.batch;
    dialog->setGlyph(batch.unknown > 0 ? BadgeKind::OutcomeUnknown : BadgeKind::Pending);
    nameAccounts(*dialog, desk, {accountId});
    dialog->addAsideButton(CreateOthers, ConfirmImportText::tr("Create others"));
    dialog->setSafeButton(ConfirmImportText::tr("Cancel"));
    if (!batch.id.isEmpty())
        dialog->addButton(SeeIt, ConfirmImportText::tr("See what became of it"));
    if (!batch.id.isEmpty() && batch.notSent > 0 && !batch.isRunning)
        dialog->addButton(GoOnWithIt, ConfirmImportText::tr("Go on with it"), ButtonKind::Primary);
    return dialog;
}

} // namespace tilldeck::ui
