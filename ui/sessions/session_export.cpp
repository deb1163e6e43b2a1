// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/session_export.h"

#include "desk/export_sessions.h"
#include "files/write_export.h"
#include "ui/forms/csv_choice.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/when_done.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QVBoxLayout>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::SessionRecord;

namespace {

constexpr int sessionsPerPage = 500;

} // namespace

SessionExport::SessionExport(desk::Desk &desk, const QString &title, QWidget *parent)
    : FormDialog(title, 520, parent)
    , m_desk(&desk)
    , m_csv(new CsvChoice)
    , m_fields(new QCheckBox(tr("Custom fields and metadata as columns")))
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
    addButtons(new Button(tr("Cancel")), {choose});
    connect(choose, &QPushButton::clicked, this, &SessionExport::chooseFile);
}

SessionExport::SessionExport(desk::Desk &desk, ledger::SessionFilter filter, QWidget *parent)
    : SessionExport(desk, tr("Export the listed sessions"), parent)
{
    m_filter = std::move(filter);
    m_fromFilter = true;
}

SessionExport::SessionExport(desk::Desk &desk, std::vector<SessionRecord> records, QWidget *parent)
    : SessionExport(desk,
                    records.size() == 1 ? tr("Export 1 session")
                                        : tr("Export %Ln sessions", nullptr, static_cast<int>(records.size())),
                    parent)
{
    m_records = std::move(records);
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
    m_path = path;
    message()->hide();
    setBusy(Busy::Stoppable);
    if (!m_fromFilter)
        return write();
    m_records.clear();
    readNext();
}

void SessionExport::readNext()
{
    if (!m_desk)
        return;
    ledger::PageKey after;
    if (!m_records.empty())
        after = {m_records.back().createdAt, m_records.back().key};
    m_filter.now = m_desk->now();
    using Page = checkout::Result<ledger::RecordPage<SessionRecord>>;
    whenDone(m_desk->ledger().sessions(m_filter, after, sessionsPerPage), this, [this](const Page &page) {
        if (!page)
            return fail(page.error().sentence);
        m_records.insert(m_records.end(), page->rows.begin(), page->rows.end());
        if (page->more && !page->rows.empty())
            readNext();
        else
            write();
    });
}

void SessionExport::write()
{
    if (!m_desk)
        return;
    const desk::AccountNames names = desk::namesOf(m_desk->accounts().accounts());
    const QByteArray csv = desk::exportSessions(m_records, names, m_csv->csv(), m_desk->now(), m_fields->isChecked());
    if (!files::writeExport(m_path, csv))
        return fail(tr("The sessions could not be saved in %1. Choose another folder.").arg(m_path));
    emit exported(m_records.size() == 1
                      ? tr("1 session saved in %1").arg(m_path)
                      : tr("%1 sessions saved in %2").arg(QLocale().toString(qlonglong(m_records.size())), m_path));
    accept();
}

void SessionExport::fail(const QString &sentence)
{
    setBusy(Busy::No);
    showMessage(Severity::Error, sentence);
}

} // namespace tilldeck::ui

#include "moc_session_export.cpp"
