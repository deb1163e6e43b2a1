// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/candidates_dialog.h"

#include "money/format.h"
#include "ui/style/paint.h"
#include "ui/widgets/time_text.h"

#include <QListWidget>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

CandidatesDialog::CandidatesDialog(const QString &title, const QString &sentence, const QString &listName,
                                   QWidget *parent)
    : GuardDialog(title, sentence, parent)
    , m_list(new QListWidget)
{
    setObjectName(u"candidates"_s);
    setGlyph(BadgeKind::OutcomeUnknown);
    m_list->setAccessibleName(listName);
    m_list->setTabKeyNavigation(false);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(px(120));
    addWidget(m_list);
    setSafeButton(tr("Decide later"));
    Button *choose = addButton(1, tr("This is it"), ButtonKind::Primary);
    choose->setEnabled(false);
    connect(m_list, &QListWidget::itemSelectionChanged, choose,
            [this, choose] { choose->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(this, &GuardDialog::chosen, this,
            [this] { emit idChosen(m_list->selectedItems().constFirst()->data(Qt::UserRole).toString()); });
}

CandidatesDialog::CandidatesDialog(const std::vector<checkout::Session> &candidates, const QString &providerName,
                                   QWidget *parent)
    : CandidatesDialog(
          tr("Which session is it?"),
          tr("%1 lists %n session(s) that may be this one. Choose it only if you are sure: the others stay what "
             "they are, and no session is created.",
             nullptr, static_cast<int>(candidates.size()))
              .arg(providerName),
          tr("Sessions that may be this one"), parent)
{
    for (const checkout::Session &session : candidates) {
        const auto amount = checkout::amountOf(session);
        add(session.id, amount ? money::format(*amount, QLocale()) : tr("Amount not reported"), session.createdAt,
            session.id);
    }
}

CandidatesDialog::CandidatesDialog(const std::vector<checkout::Refund> &candidates, const QString &providerName,
                                   QWidget *parent)
    : CandidatesDialog(tr("Which refund is it?"),
                       tr("%1 lists %n refund(s) that may be this one. Choose it only if you are sure: it belongs to "
                          "no other refund "
                          "from then on, and nothing is given back.",
                          nullptr, static_cast<int>(candidates.size()))
                           .arg(providerName),
                       tr("Refunds that may be this one"), parent)
{
    for (const checkout::Refund &refund : candidates) {
        const QString name =
            refund.rawStatus.isEmpty()
                ? refund.id
                : tr("%1, “%2”", "ID, the provider's word for its status").arg(refund.id, refund.rawStatus);
        add(refund.id, money::format(refund.amount, QLocale()), refund.at, name);
    }
}

CandidatesDialog::CandidatesDialog(const std::vector<desk::EntryCandidate> &candidates, const QString &providerName,
                                   QWidget *parent)
    : CandidatesDialog(
          tr("Which one is it?"),
          tr("%1 lists %n entry(ies) that may be this one. Choose it only if you are sure: it belongs to no "
             "other write from then on, and nothing is sent.",
             nullptr, static_cast<int>(candidates.size()))
              .arg(providerName),
          tr("Entries that may be this one"), parent)
{
    for (const desk::EntryCandidate &entry : candidates) {
        const QString used =
            entry.timesRedeemed ? tr("used %Ln time(s)", nullptr, static_cast<int>(*entry.timesRedeemed)) : QString();
        const QString id = isolated(entry.id);
        addItem(entry.id, tr("%1\n%2", "name of an entry, its ID")
                              .arg(isolated(entry.name),
                                   used.isEmpty() ? id : tr("%1, %2", "ID, how often it was used").arg(id, used)));
    }
}

void CandidatesDialog::addItem(const QString &id, const QString &text)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setData(Qt::UserRole, id);
}

void CandidatesDialog::add(const QString &id, const QString &amount, const QDateTime &at, const QString &name)
{
    const QString when =
        at.isValid() ? absoluteTime(at, QTimeZone::systemTimeZone(), QLocale()) : tr("time not reported");
    addItem(id, tr("%1, %2\n%3", "amount, time, session ID").arg(isolated(amount), when, isolated(name)));
}

} // namespace tilldeck::ui

#include "moc_candidates_dialog.cpp"
