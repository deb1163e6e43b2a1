// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/candidates_dialog.h"

#include "money/format.h"
#include "ui/style/paint.h"
#include "ui/widgets/time_text.h"

#include <QListWidget>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

CandidatesDialog::CandidatesDialog(const std::vector<checkout::Session> &candidates, const QString &providerName,
                                   QWidget *parent)
    : GuardDialog(
          tr("Which session is it?"),
          tr("%1 lists %n session(s) that may be this one. Choose it only if you are sure: the others stay what "
             "they are, and no session is created.",
             nullptr, static_cast<int>(candidates.size()))
              .arg(providerName),
          parent)
    , m_list(new QListWidget)
{
    setObjectName(u"candidates"_s);
    setGlyph(BadgeKind::OutcomeUnknown);
    m_list->setAccessibleName(tr("Sessions that may be this one"));
    m_list->setTabKeyNavigation(false);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(px(120));
    const QLocale locale;
    for (const checkout::Session &session : candidates) {
        const auto amount = checkout::amountOf(session);
        const QString first = amount ? money::format(*amount, locale) : tr("Amount not reported");
        const QString when = session.createdAt.isValid()
                                 ? absoluteTime(session.createdAt, QTimeZone::systemTimeZone(), locale)
                                 : tr("time not reported");
        auto *item = new QListWidgetItem(
            tr("%1, %2\n%3", "amount, time, session ID").arg(isolated(first), when, isolated(session.id)), m_list);
        item->setData(Qt::UserRole, session.id);
    }
    addWidget(m_list);
    setSafeButton(tr("Decide later"));
    Button *choose = addButton(1, tr("This is it"), ButtonKind::Primary);
    choose->setEnabled(false);
    connect(m_list, &QListWidget::itemSelectionChanged, choose,
            [this, choose] { choose->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(this, &GuardDialog::chosen, this,
            [this] { emit sessionChosen(m_list->selectedItems().constFirst()->data(Qt::UserRole).toString()); });
}

} // namespace tilldeck::ui

#include "moc_candidates_dialog.cpp"
