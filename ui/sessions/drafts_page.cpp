// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/drafts_page.h"

#include "ui/lists/item_table.h"
#include "ui/sessions/draft_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/close_dialogs.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/when_done.h"

#include <QAction>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

DraftsPage::DraftsPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent)
    : TablePage(parent)
    , m_desk(desk)
    , m_model(new DraftModel(desk, catalogs, this))
    , m_table(new ItemTable(*m_model, tr("Drafts"), u"drafts"_s, [&desk] { return desk.now(); }))
    , m_open(new Button(Icon::Draft, tr("Open draft"), ButtonKind::Primary))
    , m_delete(new Button(Icon::Trash, tr("Delete…")))
{
    m_open->setObjectName(u"openDraft"_s);
    m_delete->setObjectName(u"deleteDraft"_s);
    auto *header = new PageHeader(tr("Drafts"));
    header->addTrailing(m_delete);
    header->addTrailing(m_open);
    stack(this, header, nullptr, m_table);

    auto *remove = new QAction(this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(remove);
    connect(remove, &QAction::triggered, m_delete, &QPushButton::click);
    connect(m_table, &Table::rowActivated, this, &DraftsPage::openCurrent);
    connect(m_table, &Table::emptyActionTriggered, this, &DraftsPage::newRequested);
    connect(m_open, &QPushButton::clicked, this, &DraftsPage::openCurrent);
    connect(m_delete, &QPushButton::clicked, this, &DraftsPage::askDelete);
    connect(m_table, &ItemTable::currentItemChanged, this, &DraftsPage::updateActions);
    connect(m_model, &DraftModel::arrived, this, &DraftsPage::showRows);
    connect(m_model, &DraftModel::failed, this, [this](const checkout::Error &error) {
        m_table->setLoading(false);
        m_table->setEmptyState(tr("The drafts could not be read"));
        setStatusTexts({});
        showProblem(error);
    });
    updateActions();
    showRows();
}

void DraftsPage::setAccounts(const QStringList &accountIds)
{
    closeDialogs(this);
    m_table->setLoading(true);
    m_model->setAccounts(accountIds);
}

void DraftsPage::openCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        emit openDraft(m_model->item(current.row()));
}

void DraftsPage::askDelete()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    auto *dialog =
        new GuardDialog(tr("Delete this draft?"), tr("What you entered in it is lost. No session is affected."), this);
    dialog->addDetail(tr("Customer"), current.siblingAtColumn(DraftModel::Customer).data().toString());
    dialog->addDetail(tr("Items"), current.siblingAtColumn(DraftModel::Items).data().toString());
    dialog->setSafeButton(tr("Keep draft"));
    dialog->addButton(1, tr("Delete draft"), ButtonKind::Danger);
    connect(dialog, &GuardDialog::chosen, this, [this, id = m_model->item(current.row()).id] {
        whenDone(m_desk.ledger().removeDraft(id), this, [this](const checkout::Result<void> &removed) {
            if (!removed)
                showProblem(removed.error());
        });
    });
    dialog->open();
}

void DraftsPage::showRows()
{
    m_table->setLoading(false);
    m_message->hide();
    m_table->setEmptyState(tr("No drafts"),
                           tr("A session that you have not created yet is kept here when you save it."),
                           tr("New session"));
    const int count = m_model->rowCount();
    setStatusTexts(count == 1 ? tr("1 draft") : tr("%n drafts", nullptr, count), {},
                   tr("Sorted by saved, newest first"));
    if (std::exchange(m_count, count) != count)
        emit countChanged(count);
}

void DraftsPage::updateActions()
{
    for (Button *button : {m_open, m_delete})
        button->setEnabled(m_table->currentIndex().isValid());
}

} // namespace tilldeck::ui

#include "moc_drafts_page.cpp"
