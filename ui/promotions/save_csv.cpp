// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotions/save_csv.h"

#include "files/write_export.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

struct SaveCsvText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::SaveCsv)
};

} // namespace

void saveCsv(QWidget *parent, const QString &title, const QString &name,
             std::function<QByteArray(const desk::Csv &)> rows, std::function<void(const QString &path)> saved,
             std::function<void(const QString &)> failed)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString forExcel = SaveCsvText::tr("CSV for Excel and other spreadsheets (*.csv)");
    dialog->setNameFilters({forExcel, SaveCsvText::tr("CSV for programs (*.csv)")});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(name);
    const auto save = [dialog, forExcel, rows = std::move(rows), saved = std::move(saved),
                       failed = std::move(failed)](const QString &path) {
        const auto reader =
            dialog->selectedNameFilter() == forExcel ? desk::CsvReader::Excel : desk::CsvReader::Programs;
        if (files::writeExport(path, rows(desk::Csv(reader))))
            saved(path);
        else
            failed(SaveCsvText::tr("The codes could not be saved in %1. Choose another folder.").arg(path));
    };
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, save);
    dialog->open();
}

QString codesSaved(qsizetype codes, const QString &path)
{
    return codes == 1 ? SaveCsvText::tr("1 promotion code saved in %1").arg(path)
                      : SaveCsvText::tr("%Ln promotion codes saved in %1", nullptr, static_cast<int>(codes)).arg(path);
}

} // namespace tilldeck::ui
