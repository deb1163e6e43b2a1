// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/imports_page.h"

#include "desk/import_progress.h"
#include "ui/imports/confirm_import.h"
#include "ui/imports/import_file_view.h"
#include "ui/imports/import_list.h"
#include "ui/imports/import_run_view.h"
#include "ui/lists/table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/layouts.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>

#include <utility>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

ImportsPage::ImportsPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_steps(new QStackedWidget)
    , m_list(new ImportList(desk))
    , m_file(new ImportFileView(desk, catalogs))
    , m_run(new ImportRunView(desk, catalogs))
{
    for (QWidget *step : std::initializer_list<QWidget *>{m_list, m_file, m_run})
        m_steps->addWidget(step);
    makeColumnLayout(this, 0)->addWidget(m_steps);
    connect(m_list, &ImportList::chooseRequested, this, &ImportsPage::chooseFile);
    connect(m_list, &ImportList::openRequested, this, &ImportsPage::showBatch);
    connect(m_file, &ImportFileView::backRequested, this, [this] {
        m_file->close();
        showList();
    });
    connect(m_file, &ImportFileView::importRequested, this, &ImportsPage::ask);
    connect(m_run, &ImportRunView::backRequested, this, &ImportsPage::showList);
    connect(m_run, &ImportRunView::notBegun, this, &ImportsPage::notBegun);
    connect(m_run, &ImportRunView::ended, this, &ImportsPage::ended);
    connect(m_run, &ImportRunView::sessionRequested, this, &ImportsPage::sessionRequested);
    connect(m_run, &ImportRunView::attentionRequested, this, &ImportsPage::attentionRequested);
}

ImportsPage::~ImportsPage() = default;

void ImportsPage::setAccount(const QString &accountId)
{
    if (accountId == m_accountId)
        return;
    m_accountId = accountId;
    m_list->setAccount(accountId);
    m_file->setAccount(accountId);
    // What is shown of another account is not left under the name of this one.
    if (m_steps->currentWidget() == m_run && !isRunning())
        showList();
}

bool ImportsPage::isRunning() const
{
    return m_run->isRunning();
}

QString ImportsPage::progressText() const
{
    return desk::importProgress(m_run->progress());
}

void ImportsPage::stop()
{
    m_run->stop();
}

void ImportsPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import sessions from a CSV file"), QString(),
                                   tr("CSV tables (*.csv *.txt *.tsv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportsPage::openFile);
    dialog->open();
}

void ImportsPage::openFile(const QString &path)
{
    if (m_accountId.isEmpty() || m_question)
        return;
    m_file->open(m_accountId, path);
    showFile();
}

void ImportsPage::showList()
{
    showStep(m_list);
}

void ImportsPage::showFile()
{
    showStep(m_file);
}

void ImportsPage::showRun()
{
    showStep(m_run);
}

void ImportsPage::showStep(QWidget *step)
{
    if (m_steps->currentWidget() == step)
        return;
    m_steps->setCurrentWidget(step);
    if (isVisible())
        step->findChild<Table *>()->setFocus(Qt::OtherFocusReason);
}

void ImportsPage::showBatch(const ledger::ImportBatch &batch)
{
    if (isRunning() && batch.id != m_run->batchId())
        return askRunning();
    const auto show = [this, account = m_accountId, batch] {
        m_run->show(account, batch);
        showRun();
    };
    if (batch.id == m_run->batchId())
        show();
    else
        whenTokensMayGo(show);
}

QString ImportsPage::whatIsLost() const
{
    return m_run->isOnlyCopy() ? tr("The tokens and URLs of the import of %1 stand nowhere else: the account keeps "
                                    "them out of the files "
                                    "of this computer, and the provider does not report them again.",
                                    "name of a file")
                                     .arg(m_run->source())
                               : QString();
}

void ImportsPage::whenTokensMayGo(const std::function<void()> &then)
{
    const QString lost = whatIsLost();
    if (lost.isEmpty())
        return then();
    if (m_question)
        return;
    m_question = new GuardDialog(tr("Let go of the tokens?"), lost, this);
    m_question->setObjectName(u"tokensLost"_s);
    m_question->setSafeButton(tr("Keep them shown"));
    m_question->addButton(1, tr("Let go of them"), ButtonKind::Danger);
    connect(m_question, &GuardDialog::chosen, this, then);
    m_question->open();
}

void ImportsPage::askRunning()
{
    if (m_question)
        return;
    m_question = new GuardDialog(
        tr("An import is running"),
        tr("%1: %2\nOne import runs at a time. Wait until it has ended, or stop it.", "name of a file, how far it is")
            .arg(m_run->source(), progressText()),
        this);
    m_question->setSafeButton(tr("Close"));
    m_question->addButton(1, tr("Show it"));
    connect(m_question, &GuardDialog::chosen, this, &ImportsPage::showRun);
    m_question->open();
}

void ImportsPage::ask()
{
    if (isRunning())
        return askRunning();
    if (m_question || !m_file->isWhole())
        return;
    if (!m_run->isOnlyCopy())
        return askToCreate();
    whenTokensMayGo([this] { QMetaObject::invokeMethod(this, &ImportsPage::askToCreate, Qt::QueuedConnection); });
}

void ImportsPage::askToCreate()
{
    if (m_question)
        m_question->close();
    if (!m_file->isWhole())
        return;
    m_question =
        makeImportQuestion(m_desk, m_file->accountId(), QFileInfo(m_file->path()).fileName(), m_file->review(), this);
    connect(m_question, &GuardDialog::chosen, this, [this, account = m_file->accountId()] {
        if (m_file->isWhole() && m_file->accountId() == account && m_steps->currentWidget() == m_file)
            begin();
    });
    m_question->open();
}

void ImportsPage::begin()
{
    desk::SessionImport::Order order;
    order.accountId = m_file->accountId();
    order.source = QFileInfo(m_file->path()).fileName();
    order.rows = m_file->review().importRows();
    order.catalog = m_file->catalog();
    m_begun = order;
    start(std::move(order), desk::Repeat::Ask);
}

void ImportsPage::start(desk::SessionImport::Order order, desk::Repeat repeat)
{
    showRun(); // another answer to the question finds another step
    m_run->start(std::move(order), m_file->path(), repeat);
}

void ImportsPage::notBegun(const checkout::Error &error, const std::optional<ledger::EarlierRows> &earlier)
{
    const bool isShown = m_run->sourcePath() == m_file->path() && m_begun.accountId == m_file->accountId();
    if (m_file->path().isEmpty() || !isShown) {
        m_list->showError(error);
        return showList();
    }
    showFile();
    if (m_question)
        m_question->close();
    if (!earlier) {
        m_question = new GuardDialog(tr("Nothing was sent"), error.sentence, this);
        m_question->setObjectName(u"notBegun"_s);
        m_question->setSafeButton(tr("Close"));
        return m_question->open();
    }
    // What was asked for stays what is meant, whatever becomes of the file and its account meanwhile.
    m_question = makeEarlierQuestion(m_desk, m_begun.accountId, *earlier, error, this);
    connect(m_question, &GuardDialog::chosen, this,
            [this, batch = earlier->batch, account = m_begun.accountId](int answer) {
                if (m_steps->currentWidget() != m_file || m_file->accountId() != account)
                    return;
                if (answer == CreateOthers)
                    return start(std::exchange(m_begun, {}), desk::Repeat::Another);
                showRun();
                if (answer == GoOnWithIt)
                    m_run->resume(account, batch);
                else
                    m_run->show(account, batch);
            });
    m_question->open();
}

} // namespace tilldeck::ui

#include "moc_imports_page.cpp"
