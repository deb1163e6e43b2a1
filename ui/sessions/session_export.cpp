// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/session_export.h"

#include "ui/forms/csv_choice.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/when_done.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QVBoxLayout>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::SessionRecord;

SessionExport::SessionExport(desk::Desk &desk, const QString &title, QWidget *parent)
    : FormDialog(title, 520, parent)
    , m_desk(&desk)
    , m_csv(new CsvChoice)
    , m_fields(new QCheckBox(tr("Custom fields and metadata as columns")))
    , m_progress(new Label({}, TextStyle::Secondary, Tone::Text2))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_fields->setObjectName(u"fields"_s);
    auto *reader = addRow(tr("For", "whom a file is for"), m_csv);
    const auto showNote = [this, reader] { reader->setNote({}, m_csv->note()); };
    connect(m_csv, &QComboBox::currentIndexChanged, this, showNote);
    showNote();
    form()->addWidget(m_fields);
    auto *choose = new Button(Icon::Export, tr("Choose a file…"), ButtonKind::Primary);
    choose->setObjectName(u"export"_s);
    addButtons(new Button(tr("Cancel")), {choose}, m_progress);
    connect(choose, &QPushButton::clicked, this, &SessionExport::chooseFile);
}

SessionExport::SessionExport(desk::Desk &desk, ledger::SessionFilter filter, QWidget *parent)
    : SessionExport(desk, tr("Export the listed sessions"), parent)
{
    m_rows.filter = std::move(filter);
}

SessionExport::SessionExport(desk::Desk &desk, std::vector<SessionRecord> records, QWidget *parent)
    : SessionExport(desk,
                    records.size() == 1 ? tr("Export 1 session")
                                        : tr("Export %Ln sessions", nullptr, static_cast<int>(records.size())),
                    parent)
{
    m_count = std::ssize(records);
    m_rows.given = std::move(records);
}

SessionExport::~SessionExport()
{
    if (m_run)
        m_run->isCancelled = true;
}

void SessionExport::chooseFile()
{
    const QString name =
        tr("sessions-%1.csv", "file name, day").arg(m_desk->now().toLocalTime().date().toString(Qt::ISODate));
    auto *dialog = new QFileDialog(this, tr("Export sessions as CSV"), name, tr("CSV tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &SessionExport::exportTo);
    dialog->open();
}

void SessionExport::exportTo(const QString &path)
{
    if (!m_desk)
        return;
    m_path = path;
    message()->hide();
    auto target = desk::ExportTarget::file(
        path, tr("The sessions could not be saved in %1: %2. Choose another folder.", "path, the system's words")
                  .arg(path, u"%1"_s));
    if (!target)
        return fail(target.error().sentence);
    setBusy(Busy::Stoppable);
    m_since.start();
    m_rows.filter.now = m_desk->now();
    if (!m_rows.given) {
        using Counted = checkout::Result<ledger::SessionCounts>;
        whenDone(m_desk->ledger().counts(m_rows.filter), this,
                 [this](const Counted &counts) { m_count = counts ? counts->of(m_rows.filter.status) : 0; });
    }
    const desk::SessionTable table(desk::namesOf(m_desk->accounts().accounts()), m_csv->csv(), m_desk->now(),
                                   m_fields->isChecked());
    m_run = std::make_shared<desk::ExportRun>();
    m_run->onProgress = [dialog = QPointer(this)](qint64 rows) {
        if (dialog)
            dialog->showProgress(rows);
    };
    m_tasks.startLatest(
        desk::exportSessionRows(m_desk, m_rows, table, *target, m_run),
        [this](const checkout::Result<qint64> &written) {
            if (!written)
                return fail(written.error().sentence);
            emit exported(*written == 1 ? tr("1 session saved in %1").arg(m_path)
                                        : tr("%1 sessions saved in %2").arg(QLocale().toString(*written), m_path));
            accept();
        });
}

void SessionExport::showProgress(qint64 rows)
{
    m_progress->setText(desk::exportProgress(rows, m_count, std::chrono::milliseconds(m_since.elapsed())));
}

void SessionExport::reject()
{
    if (m_run)
        m_run->isCancelled = true;
    FormDialog::reject();
}

void SessionExport::fail(const QString &sentence)
{
    setBusy(Busy::No);
    m_progress->setText({});
    showMessage(Severity::Error, sentence);
}

} // namespace tilldeck::ui

#include "moc_session_export.cpp"
