// SPDX-License-Identifier: GPL-3.0-or-later
// Saves what became of the rows of an import.
#include "ui/imports/import_run_view.h"

#include "desk/import_result.h"
#include "files/write_export.h"
#include "ui/imports/import_row_model.h"
#include "ui/widgets/inline_message.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QTimeZone>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;

void ImportRunView::askWhere()
{
    auto *dialog = new QFileDialog(this, tr("Save the result of the import"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString forSpreadsheets = tr("CSV for Excel and other spreadsheets (*.csv)");
    dialog->setNameFilters({forSpreadsheets, tr("CSV for programs (*.csv)")});
    dialog->setDefaultSuffix(u"csv"_s);
    if (!m_sourcePath.isEmpty())
        dialog->setDirectory(QFileInfo(m_sourcePath).absolutePath());
    dialog->selectFile(tr("%1-result.csv", "name of a file").arg(QFileInfo(m_source).completeBaseName()));
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, forSpreadsheets](const QString &path) {
        save(path, dialog->selectedNameFilter() == forSpreadsheets);
    });
    dialog->open();
}

void ImportRunView::save(const QString &path, bool forSpreadsheets)
{
    const auto account = m_desk.accounts().byId(m_accountId);
    if (!account)
        return;
    if (desk::isResultOver(path, m_sourcePath.isEmpty() ? m_source : m_sourcePath))
        return fail({ErrorKind::InvalidInput,
                     tr("Nothing was saved: the result would take the place of the file that was read. Choose "
                        "another name.")});
    const desk::Csv csv(forSpreadsheets ? desk::CsvReader::Excel : desk::CsvReader::Programs,
                        QTimeZone::systemTimeZone());
    // It holds tokens.
    constexpr QFileDevice::Permissions ofItsOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    const auto written = files::writeExport(path, desk::importResult(m_model->rows(), *account, csv), ofItsOwner);
    if (!written)
        return fail({ErrorKind::Storage,
                     tr("The result could not be saved in %1: %2", "path, reason").arg(path, written.error())});
    m_message->setSeverity(Severity::Info);
    m_message->setMessage(
        tr("The result is saved in %1.", "path").arg(path),
        account->keepsTokensOut
            ? tr("It has no URLs and tokens: %1 keeps them out of files.", "name of an account").arg(account->name)
            : QString());
    m_message->show();
}

} // namespace tilldeck::ui
