// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/export_dialog.h"

#include "ui/forms/csv_choice.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

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

constexpr int boxColumns = 3;

} // namespace

ExportDialog::ExportDialog(desk::Desk &desk, qint64 count, const std::vector<TransactionColumn> &columns,
                           QWidget *parent)
    : FormDialog(count == 1 ? tr("Export 1 payment") : tr("Export %Ln payments", nullptr, static_cast<int>(count)), 560,
                 parent)
    , m_desk(&desk)
    , m_count(count)
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

ExportDialog::~ExportDialog()
{
    if (m_run)
        m_run->isCancelled = true;
}

ExportDialog::ExportDialog(desk::Desk &desk, ledger::TransactionFilter filter, qint64 count,
                           const std::vector<TransactionColumn> &columns, QWidget *parent)
    : ExportDialog(desk, count, columns, parent)
{
    m_rows.filter = std::move(filter);
}

ExportDialog::ExportDialog(desk::Desk &desk, std::vector<TransactionRecord> records,
                           const std::vector<TransactionColumn> &columns, QWidget *parent)
    : ExportDialog(desk, static_cast<qint64>(records.size()), columns, parent)
{
    m_rows.given = std::move(records);
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
    if (!m_desk)
        return;
    m_path = path;
    message()->hide();
    const auto target = desk::ExportTarget::file(
        path, tr("The payments could not be saved in %1: %2. Choose another folder.", "path, the system's words")
                  .arg(path, u"%1"_s));
    if (!target)
        return fail(target.error().sentence);
    setBusy(Busy::Stoppable);
    m_since.start();
    QStringList accountIds = m_rows.filter.accountIds;
    for (const TransactionRecord &record : m_rows.given.value_or(std::vector<TransactionRecord>())) {
        if (!accountIds.contains(record.accountId))
            accountIds << record.accountId;
    }
    m_tasks.startLatest(desk::readPaymentExtras(m_desk, accountIds, m_refundRows->isChecked(), m_fields->isChecked()),
                        [this, target = *target](const checkout::Result<desk::PaymentExtras> &extras) {
                            if (!extras)
                                return fail(extras.error().sentence);
                            write(target, *extras);
                        });
}

void ExportDialog::write(const desk::ExportTarget &target, const desk::PaymentExtras &extras)
{
    if (!m_desk)
        return;
    const desk::PaymentTable table(columns(), desk::namesOf(m_desk->accounts().accounts()), m_csv->csv(), extras);
    m_run = std::make_shared<desk::ExportRun>();
    m_run->onProgress = [dialog = QPointer(this)](qint64 rows) {
        if (dialog)
            dialog->showProgress(rows);
    };
    m_tasks.startLatest(desk::exportPayments(m_desk, m_rows, table, target, m_run),
                        [this](const checkout::Result<qint64> &written) {
                            if (!written)
                                return fail(written.error().sentence);
                            emit exported(m_path, *written);
                            accept();
                        });
}

void ExportDialog::showProgress(qint64 rows)
{
    m_progress->setText(desk::exportProgress(rows, m_count, std::chrono::milliseconds(m_since.elapsed())));
}

void ExportDialog::reject()
{
    if (m_run)
        m_run->isCancelled = true;
    FormDialog::reject();
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
