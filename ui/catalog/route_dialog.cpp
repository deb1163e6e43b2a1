// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/route_dialog.h"

#include "checkout/outside_text.h"
#include "checkout/validate_keys.h"
#include "desk/refuse_keys.h"
#include "desk/save_route.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/layouts.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::ProcessorRoute;

RouteDialog::RouteDialog(desk::Desk &desk, const QString &accountId, const ProcessorRoute &route,
                         const QStringList &knownProcessors, QWidget *parent)
    : FormDialog(desk, accountId, route.id.isEmpty() ? tr("New processor route") : tr("Edit %1").arg(route.name), 520,
                 parent)
    , m_desk(desk)
    , m_accountId(accountId)
    , m_routeId(route.id)
    , m_name(new QLineEdit(route.name))
    , m_processors(new QListWidget)
    , m_choice(new QComboBox)
    , m_up(new IconButton(Icon::ChevronUp, tr("Move up (Alt+Up)")))
    , m_down(new IconButton(Icon::ChevronDown, tr("Move down (Alt+Down)")))
    , m_remove(new IconButton(Icon::Trash, tr("Remove processor (Delete)")))
    , m_nameRow(addRow(tr("Name"), m_name))
    , m_processorsRow(addRow(tr("Processors"), buildProcessors(), tr("The first is tried first")))
{
    m_name->setObjectName(u"routeName"_s);
    for (const QString &processor : route.processorIds)
        m_processors->addItem(processor);
    m_choice->addItems(knownProcessors);
    m_choice->setCurrentIndex(-1);
    m_processorsRow->setField(m_processors);
    auto *save = new Button(m_routeId.isEmpty() ? tr("Create route") : tr("Save route"), ButtonKind::Primary);
    save->setObjectName(u"saveRoute"_s);
    addButtons(new Button(tr("Cancel")), {save});
    needWrites(m_desk);
    connect(save, &Button::clicked, this, &RouteDialog::save);
    updateButtons();
}

QWidget *RouteDialog::buildProcessors()
{
    m_processors->setObjectName(u"processors"_s);
    m_processors->setAccessibleName(tr("Processors, in the order in which they are tried"));
    m_processors->setDragDropMode(QAbstractItemView::InternalMove);
    m_processors->setMinimumHeight(px(120));
    m_processors->installEventFilter(this);
    m_choice->setEditable(true);
    m_choice->setInsertPolicy(QComboBox::NoInsert);
    m_choice->setObjectName(u"processorToAdd"_s);
    m_choice->setAccessibleName(tr("Processor to add"));
    m_choice->lineEdit()->installEventFilter(this);
    m_choice->lineEdit()->setPlaceholderText(tr("Processor ID"));
    auto *add = new Button(Icon::Plus, tr("Add"));
    add->setAutoDefault(false);
    connect(add, &Button::clicked, this, &RouteDialog::add);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QToolButton::clicked, this, &RouteDialog::remove);
    connect(m_processors, &QListWidget::currentRowChanged, this, &RouteDialog::updateButtons);
    connect(m_processors->model(), &QAbstractItemModel::rowsMoved, this, &RouteDialog::updateButtons);

    auto *box = new QWidget;
    auto *column = makeColumnLayout(box, px(8));
    auto *list = makeRowLayout(px(4));
    list->addWidget(m_processors, 1);
    auto *tools = new QVBoxLayout;
    for (IconButton *tool : {m_up, m_down, m_remove})
        tools->addWidget(tool);
    tools->addStretch(1);
    list->addLayout(tools);
    auto *adding = makeRowLayout(px(8));
    adding->addWidget(m_choice, 1);
    adding->addWidget(add);
    column->addLayout(list);
    column->addLayout(adding);
    return box;
}

ProcessorRoute RouteDialog::route() const
{
    ProcessorRoute route;
    route.id = m_routeId;
    route.name = checkout::withoutMarksAround(m_name->text());
    for (int row = 0; row < m_processors->count(); ++row)
        route.processorIds.push_back(m_processors->item(row)->text());
    return route;
}

void RouteDialog::add()
{
    const QString processor = m_choice->currentText().trimmed();
    if (const QString problem = checkout::keyProblem(processor, desk::keysKnownTo(m_desk)); !problem.isEmpty())
        return m_processorsRow->setProblem(problem);
    const bool isThere = !m_processors->findItems(processor, Qt::MatchExactly).isEmpty();
    if (isThere)
        return m_processorsRow->setProblem(tr("%1 is in the route already.").arg(processor));
    if (processor.isEmpty())
        return m_choice->setFocus(Qt::OtherFocusReason);
    m_processorsRow->setProblem({});
    m_processors->addItem(processor);
    m_processors->setCurrentRow(m_processors->count() - 1);
    m_choice->setCurrentIndex(-1);
    m_choice->clearEditText();
    updateButtons();
}

void RouteDialog::remove()
{
    delete m_processors->takeItem(m_processors->currentRow());
    updateButtons();
}

void RouteDialog::move(int by)
{
    const int from = m_processors->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_processors->count())
        return;
    m_processors->insertItem(to, m_processors->takeItem(from));
    m_processors->setCurrentRow(to);
}

void RouteDialog::updateButtons()
{
    const int row = m_processors->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_processors->count());
    m_remove->setEnabled(row >= 0);
}

bool RouteDialog::eventFilter(QObject *watched, QEvent *event)
{
    const bool isField = watched == m_choice->lineEdit();
    if (event->type() != QEvent::KeyPress || (watched != m_processors && !isField))
        return FormDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (isField) {
        if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
            return false;
        add();
        return true;
    }
    const bool isUpDown = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
    if (key->modifiers().testFlag(Qt::AltModifier) && isUpDown) {
        move(key->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_Delete) {
        remove();
        return true;
    }
    return false;
}

void RouteDialog::save()
{
    if (busy() != Busy::No)
        return;
    const ProcessorRoute wanted = route();
    m_nameRow->setProblem(wanted.name.isEmpty() ? tr("Give the route a name.") : QString());
    m_processorsRow->setProblem(wanted.processorIds.empty() ? tr("Add at least one processor.") : QString());
    if (wanted.name.isEmpty())
        return m_name->setFocus(Qt::OtherFocusReason);
    if (wanted.processorIds.empty())
        return m_choice->setFocus(Qt::OtherFocusReason);
    if (focusFirstProblem())
        return;
    setBusy(Busy::Held);
    message()->hide();
    const auto done = [this](const checkout::Result<ProcessorRoute> &answer) {
        if (answer) {
            emit saved(answer->id);
            return accept();
        }
        if (m_routeId.isEmpty()) {
            endFailedCreation(answer.error());
        } else {
            setBusy(Busy::No);
            showError(answer.error());
        }
        emit unsure();
    };
    m_tasks.start(desk::saveRoute(&m_desk, m_accountId, wanted), done);
}

} // namespace tilldeck::ui

#include "moc_route_dialog.cpp"
