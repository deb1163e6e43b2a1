// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/session_export.h"

#include "desk/export_sessions.h"
#include "ui/widgets/when_done.h"

#include <QFileDialog>
#include <QSaveFile>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::SessionRecord;

namespace {

constexpr int sessionsPerPage = 500;

} // namespace

SessionExport::SessionExport(desk::Desk &desk, QWidget *window)
    : QObject(window)
    , m_desk(&desk)
    , m_window(window)
{
}

void SessionExport::start(const ledger::SessionFilter &filter)
{
    m_filter = filter;
    m_fromFilter = true;
    chooseFile();
}

void SessionExport::start(std::vector<SessionRecord> records)
{
    m_records = std::move(records);
    chooseFile();
}

void SessionExport::chooseFile()
{
    const QString name =
        tr("sessions-%1.csv", "file name, day").arg(m_desk->now().toLocalTime().date().toString(Qt::ISODate));
    auto *dialog = new QFileDialog(m_window, tr("Export sessions as CSV"), name, tr("CSV tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::rejected, this, &QObject::deleteLater);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_path = path;
        if (m_fromFilter)
            readNext();
        else
            write();
    });
    dialog->open();
}

void SessionExport::readNext()
{
    if (!m_desk)
        return deleteLater();
    ledger::PageKey after;
    if (!m_records.empty())
        after = {m_records.back().createdAt, m_records.back().key};
    m_filter.now = m_desk->now();
    using Page = checkout::Result<ledger::RecordPage<SessionRecord>>;
    whenDone(m_desk->ledger().sessions(m_filter, after, sessionsPerPage), this, [this](const Page &page) {
        if (!page)
            return end(page.error().sentence);
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
        return deleteLater();
    const desk::AccountNames names = desk::namesOf(m_desk->accounts().accounts());
    const QByteArray csv = desk::exportSessions(m_records, names, QTimeZone::systemTimeZone(), m_desk->now());
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit();
    if (!written)
        return end(tr("The sessions could not be saved in %1. Choose another folder.").arg(m_path));
    end(m_records.size() == 1
            ? tr("1 session saved in %1").arg(m_path)
            : tr("%1 sessions saved in %2").arg(QLocale().toString(qlonglong(m_records.size())), m_path));
}

void SessionExport::end(const QString &sentence)
{
    emit finished(sentence);
    deleteLater();
}

} // namespace tilldeck::ui

#include "moc_session_export.cpp"
