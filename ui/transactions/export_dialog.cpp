// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/export_dialog.h"

#include "files/write_export.h"
#include "ui/forms/csv_choice.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/when_done.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using desk::TransactionColumn;
using ledger::TransactionRecord;

namespace {

constexpr int transactionsPerPage = 500;
constexpr int boxColumns = 3;

} // namespace

ExportDialog::ExportDialog(desk::Desk &desk, qint64 count, const std::vector<TransactionColumn> &columns,
                           QWidget *parent)
    : FormDialog(count == 1 ? tr("Export 1 payment") : tr("Export %Ln payments", nullptr, static_cast<int>(count)), 560,
                 parent)
    , m_desk(&desk)
    , m_csv(new CsvChoice)
    , m_refundRows(new QCheckBox(tr("Refunds as rows of their own")))
    , m_fields(new QCheckBox(tr("Custom fields and metadata as columns")))
    , m_progress(new Label({}, TextStyle::Secondary, Tone::Text2))
    , m_export(new Button(Icon::Export, tr("Choose a file…"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(px(16));
    grid->setVerticalSpacing(px(6));
    const auto all = desk::transactionColumns();
    const int rows = (static_cast<int>(all.size()) + boxColumns - 1) / boxColumns;
    for (const TransactionColumn column : all) {
        auto *box = new QCheckBox(desk::columnTitle(column, m_csv->csv()));
        box->setChecked(std::ranges::find(columns, column) != columns.end());
        const int place = static_cast<int>(m_boxes.size());
        grid->addWidget(box, place % rows, place / rows);
        m_boxes.emplace_back(column, box);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::updateButton);
    }
    m_export->setObjectName(u"export"_s);
    m_refundRows->setObjectName(u"refundRows"_s);
    m_refundRows->setToolTip(
        tr("Each refund stands below its payment and takes its amount off once it is given back."));
    m_fields->setObjectName(u"fields"_s);
    auto *reader = addRow(tr("For", "whom a file is for"), m_csv);
    const auto showNote = [this, reader] { reader->setNote({}, m_csv->note()); };
    connect(m_csv, &QComboBox::currentIndexChanged, this, showNote);
    showNote();
    form()->addLayout(grid);
    auto *extras = makeColumnLayout(px(6));
    addWidgets(*extras, m_refundRows, m_fields);
    form()->addLayout(extras);
    addButtons(new Button(tr("Cancel")), {m_export}, m_progress);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    updateButton();
}

ExportDialog::ExportDialog(desk::Desk &desk, ledger::TransactionFilter filter, qint64 count,
                           const std::vector<TransactionColumn> &columns, QWidget *parent)
    : ExportDialog(desk, count, columns, parent)
{
    m_filter = std::move(filter);
    m_fromFilter = true;
}

ExportDialog::ExportDialog(desk::Desk &desk, std::vector<TransactionRecord> records,
                           const std::vector<TransactionColumn> &columns, QWidget *parent)
    : ExportDialog(desk, static_cast<qint64>(records.size()), columns, parent)
{
    m_records = std::move(records);
}

std::vector<TransactionColumn> ExportDialog::columns() const
{
    std::vector<TransactionColumn> columns;
    for (const auto &[column, box] : m_boxes) {
        if (box->isChecked())
            columns.push_back(column);
    }
    return columns;
}

void ExportDialog::chooseFile()
{
    const QString name =
        tr("payments-%1.csv", "file name, day").arg(m_desk->now().toLocalTime().date().toString(Qt::ISODate));
    auto *dialog = new QFileDialog(this, tr("Export payments as CSV"), name, tr("CSV tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    dialog->open();
}

void ExportDialog::exportTo(const QString &path)
{
    m_path = path;
    message()->hide();
    setBusy(Busy::Stoppable);
    if (!m_fromFilter)
        return readExtras();
    m_records.clear();
    readNext();
}

void ExportDialog::readNext()
{
    if (!m_desk)
        return;
    ledger::PageKey after;
    if (!m_records.empty())
        after = {m_records.back().transaction.createdAt, m_records.back().key};
    using Page = checkout::Result<ledger::RecordPage<TransactionRecord>>;
    whenDone(m_desk->ledger().transactions(m_filter, after, transactionsPerPage), this, [this](const Page &page) {
        if (!page)
            return fail(page.error().sentence);
        m_records.insert(m_records.end(), page->rows.begin(), page->rows.end());
        m_progress->setText(tr("Reading, %1 so far", "number of payments")
                                .arg(QLocale().toString(static_cast<qlonglong>(m_records.size()))));
        if (page->more && !page->rows.empty())
            readNext();
        else
            readExtras();
    });
}

void ExportDialog::readExtras()
{
    if (!m_desk)
        return;
    QStringList accountIds = m_filter.accountIds;
    for (const TransactionRecord &record : m_records) {
        if (!accountIds.contains(record.accountId))
            accountIds << record.accountId;
    }
    m_tasks.startLatest(desk::readPaymentExtras(m_desk, accountIds, m_refundRows->isChecked(), m_fields->isChecked()),
                        [this](const checkout::Result<desk::PaymentExtras> &extras) {
                            if (!extras)
                                return fail(extras.error().sentence);
                            write(*extras);
                        });
}

void ExportDialog::write(const desk::PaymentExtras &extras)
{
    if (!m_desk)
        return;
    const desk::AccountNames names = desk::namesOf(m_desk->accounts().accounts());
    const QByteArray csv = desk::exportTransactions(m_records, columns(), names, m_csv->csv(), extras);
    if (!files::writeExport(m_path, csv))
        return fail(tr("The payments could not be saved in %1. Choose another folder.").arg(m_path));
    emit exported(m_path, static_cast<qint64>(m_records.size()));
    accept();
}

void ExportDialog::fail(const QString &sentence)
{
    setBusy(Busy::No);
    m_progress->setText({});
    showMessage(Severity::Error, sentence);
}

void ExportDialog::updateButton()
{
    m_export->setEnabled(!columns().empty());
    m_progress->setText(columns().empty() ? tr("Choose a column.") : QString());
}

} // namespace tilldeck::ui

#include "moc_export_dialog.cpp"
