// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_filters.h"

#include "ui/lists/chip.h"
#include "ui/lists/search_choices.h"
#include "ui/style/icon.h"
#include "ui/widgets/search_field.h"

#include <QAction>
#include <QEvent>
#include <QMenu>

#include <algorithm>
#include <chrono>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;
using desk::SearchKind;

ListFilters::ListFilters(desk::Desk &desk, ListFrame *frame, QList<StatusWord> statuses, QWidget *page)
    : QObject(page)
    , m_desk(desk)
    , m_frame(frame)
    , m_bar(new FilterBar(desk))
    , m_choices(new SearchChoices(frame->search(), [this] { return names(); }))
    , m_statuses(std::move(statuses))
    , m_status(frame->status())
    , m_period(frame->period())
{
    m_frame->addBar(m_bar);
    addChoices(page);
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(1200));
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_choices->isOpen())
            m_pause.start(); // one is being chosen
        else
            finish();
    });
    m_frame->search()->installEventFilter(this);
    connect(m_frame->search(), &SearchField::entered, this, &ListFilters::finish);
    connect(m_frame, &ListFrame::filterChanged, this, &ListFilters::followFrame);
    connect(m_frame, &ListFrame::filtersCleared, this, [this] { setParts({}); });
    connect(m_bar, &FilterBar::clearAllRequested, m_frame, &ListFrame::clearFilters);
    connect(m_bar, &FilterBar::changed, this, &ListFilters::followBar);
    connect(&desk.ledger(), &ledger::Ledger::wordsIndexed, this, [this](qint64 left) {
        m_notIndexed = left;
        sayIndex();
    });
}

void ListFilters::addChoices(QWidget *page)
{
    auto *add = new Chip(tr("Filter"));
    add->setObjectName(u"addFilter"_s);
    add->setIcon(icon(Icon::Plus, Tone::Text2));
    add->setCheckable(false);
    add->setPopupMode(QToolButton::InstantPopup);
    add->setMenu(new QMenu(add));
    m_frame->chips()->addWidget(add);
    auto *addFilter = new QAction(tr("Add filter"), page);
    addFilter->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    addFilter->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    page->addAction(addFilter);
    connect(addFilter, &QAction::triggered, add, [add] {
        if (add->isVisible())
            add->showMenu();
    });
    connect(add->menu(), &QMenu::aboutToShow, this, [this, menu = add->menu()] {
        menu->clear();
        m_bar->fillMenu(menu);
    });
    connect(m_frame, &ListFrame::filtersMenuShown, this, [this](QMenu *menu) {
        menu->addSeparator();
        m_bar->fillMenu(menu);
    });
}

void ListFilters::setAccounts(const QStringList &accountIds)
{
    m_accountIds = accountIds;
    FilterParts kept = parts();
    if (!kept.sessionId.isEmpty() || !kept.discount.isEmpty())
        kept = {}; // it was one of the accounts before
    kept.accountIds.removeIf([&accountIds](const QString &id) { return !accountIds.contains(id); });
    setParts(kept);
    m_bar->setAccounts(accountIds);
    setCurrencies({});
    readText(false); // it may name accounts
}

void ListFilters::setCurrencies(const QStringList &codes)
{
    m_currencies = codes;
    m_bar->setCurrencies(codes);
}

void ListFilters::setParts(const FilterParts &parts)
{
    m_bar->setParts(parts);
    m_before = parts;
    m_frame->setOtherFilters(parts.count());
}

void ListFilters::clearParts()
{
    takeOut({SearchKind::Status, SearchKind::Account, SearchKind::Currency, SearchKind::Amount, SearchKind::Tier,
             SearchKind::Days});
    setParts({});
}

void ListFilters::set(int status, const QString &text, ListFrame::Period period, const FilterParts &parts)
{
    m_fields.clear(); // what the search before said is none of these
    m_periodBefore.reset();
    setParts(parts);
    m_frame->setFilters(status, text, period);
}

desk::SearchNames ListFilters::names() const
{
    desk::SearchNames names;
    for (const StatusWord &status : m_statuses) {
        if (m_frame->areStatusesShown())
            names.statuses.push_back(
                {QString::number(status.chip), {m_frame->chips()->chip(status.chip)->text(), status.word}});
    }
    for (const QString &id : m_accountIds) {
        if (const auto account = m_desk.accounts().byId(id))
            names.accounts.push_back({id, {account->name, accounts::fullName(*account)}});
    }
    names.currencies = m_currencies;
    if (!m_fields.contains(SearchKind::Currency))
        names.currency = parts().currency;
    names.zone = QTimeZone::systemTimeZone();
    return names;
}

QString ListFilters::savedText() const
{
    QStringList texts;
    if (!m_words.isEmpty())
        texts << m_words;
    if (parts().tier)
        texts << u"tier:%1"_s.arg(*parts().tier + 1);
    return texts.join(u' ');
}

void ListFilters::sayIndex()
{
    const bool isSlow = m_notIndexed > 0 && !m_words.isEmpty();
    m_frame->setSearchHint(
        isSlow ? tr("Finding takes longer until the words of %Ln more row(s) are indexed. Nothing is left out.",
                    nullptr, static_cast<int>(std::min<qint64>(m_notIndexed, 2'000'000'000)))
               : QString());
}

void ListFilters::followFrame()
{
    const bool isOtherStatus = m_frame->status() != std::exchange(m_status, m_frame->status());
    const bool isOtherPeriod = m_frame->period() != std::exchange(m_period, m_frame->period());
    if (m_frame->searchText() != m_text) {
        if (isOtherStatus)
            m_fields.remove(SearchKind::Status); // it is said beside the search
        readText(true);
    } else if (isOtherStatus) {
        takeOut({SearchKind::Status});
    }
    if (isOtherPeriod && m_period != ListFrame::Period::AllTime && parts().hasDays()) {
        FilterParts without = parts(); // the last choice of a period applies
        without.createdSince = without.createdBefore = {};
        setParts(without);
        takeOut({SearchKind::Days});
    }
    emit changed();
}

void ListFilters::followBar()
{
    const FilterParts before = std::exchange(m_before, parts());
    QList<SearchKind> said;
    if (parts().accountIds != before.accountIds)
        said << SearchKind::Account;
    if (parts().currency != before.currency)
        said << SearchKind::Currency;
    if (parts().amountFrom != before.amountFrom || parts().amountTo != before.amountTo)
        said << SearchKind::Amount;
    if (parts().tier != before.tier)
        said << SearchKind::Tier;
    if (parts().createdSince != before.createdSince || parts().createdBefore != before.createdBefore)
        said << SearchKind::Days;
    takeOut(said);
    m_frame->setOtherFilters(parts().count());
    m_period = parts().hasDays() ? ListFrame::Period::AllTime : m_frame->period();
    m_frame->showFilters(m_frame->status(), m_period);
    emit changed();
}

void ListFilters::takeOut(const QList<SearchKind> &kinds)
{
    for (const SearchKind kind : kinds)
        m_fields.remove(kind);
    const QString typed = m_frame->search()->text().trimmed(); // the end of it may not be told yet
    const QString left = desk::withoutFields(typed, kinds);
    if (left == typed)
        return;
    m_frame->showSearchText(left);
    readText(false);
}

void ListFilters::readText(bool mayBeUnfinished)
{
    m_text = m_frame->searchText();
    const desk::SearchNames known = names();
    desk::Search search = desk::readSearch(m_text, known);
    // The text of the field may begin with blanks.
    const auto cursor =
        m_frame->search()->cursorPosition() - std::max<qsizetype>(0, m_frame->search()->text().indexOf(m_text));
    const auto isTyped = [&](const desk::SearchProblem &problem) {
        return cursor >= problem.at && cursor <= problem.at + problem.length;
    };
    m_isUnfinished = mayBeUnfinished && m_frame->search()->hasFocus() && !search.problems.empty() &&
                     std::ranges::all_of(search.problems, isTyped);
    if (m_isUnfinished) {
        QString rest = m_text;
        rest.remove(search.problems.front().at, search.problems.front().length);
        search = desk::readSearch(rest, known);
        m_pause.start();
    }
    m_problem = search.problems.empty() ? QString() : search.problems.front().sentence;
    m_words = search.text;
    show(search);
    m_frame->setSearchCounted(!m_words.isEmpty() || !m_problem.isEmpty());
    m_frame->setSearchProblem(m_problem);
    sayIndex();
}

void ListFilters::show(const desk::Search &search)
{
    FilterParts parts = this->parts();
    // A field that cannot be read says nothing, and what it said before is not taken for what is wanted.
    const auto takes = [&](SearchKind kind) {
        const bool isTyped = search.holds(kind);
        return isTyped ? m_fields.insert(kind), true : m_fields.remove(kind);
    };
    int status = m_frame->status();
    if (takes(SearchKind::Status))
        status = search.status.isEmpty() ? m_frame->firstStatus() : search.status.toInt();
    if (takes(SearchKind::Account))
        parts.accountIds = search.accountIds;
    if (takes(SearchKind::Currency))
        parts.setCurrency(search.currency);
    if (takes(SearchKind::Amount)) {
        parts.amountFrom = search.amountFrom;
        parts.amountTo = search.amountTo;
    }
    if (takes(SearchKind::Tier))
        parts.tier = search.tier;
    ListFrame::Period period = m_frame->period();
    if (takes(SearchKind::Days)) {
        const auto here = [](const QDateTime &at) {
            return at.isValid() ? at.toTimeZone(QTimeZone::systemTimeZone()) : at;
        };
        parts.createdSince = here(search.since);
        parts.createdBefore = here(search.before);
        if (!parts.hasDays())
            period = std::exchange(m_periodBefore, {}).value_or(period);
        else if (!m_periodBefore)
            m_periodBefore = std::exchange(period, ListFrame::Period::AllTime);
        else
            period = ListFrame::Period::AllTime;
    }
    setParts(parts);
    m_status = status;
    m_period = period;
    m_frame->showFilters(status, period);
}

void ListFilters::finish()
{
    m_pause.stop();
    if (!m_isUnfinished)
        return;
    readText(false);
    emit changed();
}

bool ListFilters::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && !m_choices->isOpen())
        finish();
    return QObject::eventFilter(watched, event);
}

} // namespace tilldeck::ui

#include "moc_list_filters.cpp"
