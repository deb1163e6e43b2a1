// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/saved_views.h"

#include "checkout/outside_text.h"
#include "keys/key_form.h"
#include "ui/forms/name_dialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/when_done.h"

#include <QMenu>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::SavedFilter;

namespace {

constexpr int longestName = 60;
constexpr int longestShown = 16;

} // namespace

SavedViews::SavedViews(ledger::Ledger &ledger, std::function<SavedFilter()> currentFilter, QWidget *parent)
    : QToolButton(parent)
    , m_ledger(&ledger)
    , m_currentFilter(std::move(currentFilter))
{
    setObjectName(u"savedViews"_s);
    setButtonKind(this, ButtonKind::Normal);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &SavedViews::fill);
    connect(&ledger, &ledger::Ledger::savedFiltersChanged, this, &SavedViews::read);
    showCurrent();
    read();
}

void SavedViews::read()
{
    if (!m_ledger)
        return;
    whenDone(m_ledger->savedFilters(), this, [this](const checkout::Result<std::vector<SavedFilter>> &views) {
        if (!views) {
            emit failed(views.error());
            return;
        }
        m_views = *views;
        showCurrent();
    });
}

const SavedFilter *SavedViews::current() const
{
    const auto found = std::ranges::find(m_views, m_currentId, &SavedFilter::id);
    return m_currentId.isEmpty() || found == m_views.end() ? nullptr : &*found;
}

void SavedViews::showCurrent()
{
    const SavedFilter *view = current();
    setText(checkout::shortened(view ? view->name : tr("Views", "saved filters"), longestShown + 1));
    setToolTip(view ? view->name : QString());
    setAccessibleName(view ? tr("Saved view: %1").arg(view->name) : tr("Saved views"));
}

void SavedViews::filterChanged()
{
    const SavedFilter *view = current();
    if (!view)
        return;
    SavedFilter filter = m_currentFilter();
    filter.id = view->id;
    filter.name = view->name;
    if (filter == *view)
        return;
    m_currentId.clear();
    showCurrent();
}

void SavedViews::fill()
{
    menu()->clear();
    for (const SavedFilter &view : m_views) {
        QString name = view.name;
        QAction *action = menu()->addAction(name.replace(u'&', u"&&"_s), this, [this, view] { choose(view); });
        action->setCheckable(true);
        action->setChecked(view.id == m_currentId);
    }
    if (m_views.empty())
        menu()->addAction(tr("No saved views yet"))->setEnabled(false);
    menu()->addSeparator();
    menu()->addAction(tr("Save view…"), this, [this] { askName(m_currentFilter()); })->setObjectName(u"save"_s);
    const SavedFilter *view = current();
    QAction *rename = menu()->addAction(tr("Rename this view…"));
    QAction *remove = menu()->addAction(tr("Remove this view…"));
    rename->setObjectName(u"rename"_s);
    remove->setObjectName(u"remove"_s);
    for (QAction *action : {rename, remove})
        action->setEnabled(view);
    if (!view)
        return;
    connect(rename, &QAction::triggered, this, [this, view = *view] { askName(view); });
    connect(remove, &QAction::triggered, this, [this, view = *view] { askRemoval(view); });
}

void SavedViews::choose(const SavedFilter &view)
{
    m_currentId = view.id;
    showCurrent();
    emit chosen(view);
}

void SavedViews::askName(SavedFilter view)
{
    const QString title = view.id.isEmpty() ? tr("Save view") : tr("Rename view");
    auto *dialog = new NameDialog(title, tr("Name", "of a saved view"), view.name, longestName, this);
    dialog->setCheck([this, id = view.id, text = view.filter.text](const QString &name) {
        if (keys::holdsKeyForm(text))
            return tr(
                "What is searched for holds a key, and a view is kept in a file. Search for something else first.");
        const bool exists = std::ranges::any_of(m_views, [&](const SavedFilter &other) {
            return other.id != id && other.name.compare(name, Qt::CaseInsensitive) == 0;
        });
        return exists ? tr("There is a view with this name. Choose another one.") : QString();
    });
    connect(dialog, &NameDialog::named, this, [this, view = std::move(view)](const QString &name) mutable {
        view.name = name;
        save(view);
    });
    dialog->open();
}

void SavedViews::askRemoval(const SavedFilter &view)
{
    constexpr int remove = 1;
    auto *dialog = new GuardDialog(tr("Remove the view “%1”?").arg(view.name),
                                   tr("The payments stay as they are; only the saved filter goes."), this);
    dialog->setSafeButton(tr("Cancel"));
    dialog->addButton(remove, tr("Remove view"), ButtonKind::Danger);
    connect(dialog, &GuardDialog::chosen, this, [this, id = view.id] {
        whenDone(m_ledger->removeFilter(id), this, [this](const checkout::Result<void> &removed) {
            if (!removed)
                emit failed(removed.error());
        });
    });
    dialog->open();
}

void SavedViews::save(const SavedFilter &view)
{
    whenDone(m_ledger->saveFilter(view), this, [this](const checkout::Result<SavedFilter> &saved) {
        if (!saved) {
            emit failed(saved.error());
            return;
        }
        m_currentId = saved->id;
        read();
    });
}

} // namespace tilldeck::ui

#include "moc_saved_views.cpp"
