// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/session_panel.h"

#include "ui/figures/outcome_box.h"
#include "ui/figures/session_text.h"
#include "ui/sessions/expiry_line.h"
#include "ui/sessions/hand_out_box.h"
#include "ui/sessions/selection_box.h"
#include "ui/sessions/session_details.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/shown_timer.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/when_done.h"

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::ErrorKind;
using checkout::SessionStatus;
using ledger::SessionRecord;

namespace {

constexpr std::chrono::minutes momentHolds{1};

/// Returns how the session ended where no other step of its timeline says it: of one whose list reports only a status,
/// or that was ended by a request whose answer was lost. @p paidAt is the time of its payment, if that is known.
std::optional<ledger::TimelineEvent> endOf(const SessionRecord &record,
                                           const std::vector<ledger::TimelineEvent> &events, const QDateTime &paidAt,
                                           const QDateTime &now)
{
    using Event = ledger::TimelineEvent;
    const checkout::Session &session = record.session;
    const SessionStatus status = checkout::statusAt(session, now);
    const bool isOver =
        status == SessionStatus::Completed || status == SessionStatus::Expired || status == SessionStatus::Failed;
    const bool isSaid = std::ranges::any_of(events, [&session](const Event &event) {
        return event.kind == Event::Kind::ExpiredByMerchant ||
               (event.kind == Event::Kind::StatusChanged && event.rawStatus == session.rawStatus);
    });
    const bool isTried = std::ranges::any_of(session.attempts, [status](const checkout::PaymentAttempt &attempt) {
        return attempt.succeeded == (status == SessionStatus::Completed);
    });
    if (record.state != SessionRecord::State::Known || !isOver || isSaid ||
        (isTried && status != SessionStatus::Expired))
        return std::nullopt;
    Event end;
    end.kind = Event::Kind::StatusChanged;
    // Of one whose time is over the provider may not have said anything yet.
    end.rawStatus = session.status == status ? session.rawStatus : u"expired"_s;
    if (status == SessionStatus::Completed)
        end.at = paidAt;
    else if (status == SessionStatus::Expired && session.expiresAt.isValid() && session.expiresAt <= now)
        end.at = session.expiresAt;
    return end;
}

} // namespace

SessionPanel::SessionPanel(desk::Desk &desk, desk::CatalogCache &catalogs, SessionActions *actions,
                           SessionSelection *selection, SecretClipboard *clipboard, QWidget *parent)
    : DetailPanel(parent)
    , m_desk(desk)
    , m_catalogs(&catalogs)
    , m_actions(actions)
    , m_single(new QWidget)
    , m_many(new SelectionBox(selection))
    , m_party(new PartyHead)
    , m_expiry(new ExpiryLine)
    , m_message(new InlineMessage)
    , m_handOut(new HandOutBox(actions, clipboard))
    , m_unknown(new OutcomeBox(desk, OutcomeBox::Facts::Hidden))
    , m_details(new SessionDetails(desk, actions))
    , m_history(new QWidget)
    , m_timeline(new Timeline)
    , m_change(new ShownTimer(this))
{
    setObjectName(u"sessionPanel"_s);
    m_expiry->setObjectName(u"expiry"_s);
    m_message->setObjectName(u"message"_s);
    m_message->hide();
    auto *parts = makeColumnLayout(m_single, body()->spacing());
    addWidgets(*parts, m_party, m_expiry, m_message, m_handOut, m_unknown, m_details, m_history);
    const QString zone = zoneName(QTimeZone::systemTimeZone());
    addWidgets(*makeColumnLayout(m_history, body()->spacing()), new Rule,
               new SectionHead(tr("Timeline"), tr("Times in %1", "time zone").arg(zone)), m_timeline);
    addWidgets(*body(), m_single, m_many);
    body()->addStretch(1);
    m_many->hide();

    connect(m_change, &ShownTimer::timeout, this, &SessionPanel::tick);
    connect(&catalogs, &desk::CatalogCache::changed, this, [this](const QString &accountId) {
        if (m_record && m_record->accountId == accountId)
            render();
    });
    connect(m_handOut, &HandOutBox::tokenCopied, this, [this] {
        m_desk.ledger().addEvent(m_record->accountId, m_record->session.id,
                                 {ledger::TimelineEvent::Kind::TokenCopied, {}, m_desk.now()});
    });
    connect(&desk.ledger(), &ledger::Ledger::sessionsChanged, this, [this](const QStringList &accountIds) {
        if (m_record && accountIds.contains(m_record->accountId))
            readTimeline();
    });
    connect(&desk.accounts(), &accounts::AccountStore::changed, this, [this] {
        if (m_record)
            render();
    });
    connect(m_unknown, &OutcomeBox::resolved, this,
            [this](const QString &sentence, const QString &accountId, const QString &sessionId) {
                Said said;
                said.isResolved = true;
                showMessage(false, said, sentence);
                if (!sessionId.isEmpty())
                    emit resolved(accountId, sessionId);
            });
    connect(m_unknown, &OutcomeBox::keyNeeded, actions, &SessionActions::keyNeeded);
    connect(actions, &SessionActions::keyNeeded, this, [this] { m_said.isNoKey = m_message->isVisibleTo(this); });
    connect(&desk.keys(), &accounts::KeyStore::entered, this, [this](const QString &accountId) {
        if (m_said.isNoKey && m_record && m_record->accountId == accountId)
            m_message->hide();
    });
    connect(actions, &SessionActions::succeeded, this,
            [this](const QString &sentence, const std::optional<SessionStatus> &status) {
                Said said;
                said.status = status;
                said.isMoment = true;
                showMessage(false, said, sentence);
            });
    connect(actions, &SessionActions::failed, this,
            [this](const QString &sentence, const QString &details, const std::optional<ErrorKind> &kind) {
                Said said;
                if (m_record && kind)
                    said.status = checkout::statusAt(m_record->session, m_desk.now());
                said.isNoAnswer = kind == ErrorKind::Offline || kind == ErrorKind::RateLimited;
                showMessage(true, said, sentence, details);
            });
}

void SessionPanel::setMany(qsizetype count)
{
    m_record.reset();
    m_single->hide();
    m_many->show();
    setStatusShown(false);
    setTitle(tr("%1 sessions selected").arg(QLocale().toString(count)));
    setNeighbours(false, false);
}

void SessionPanel::setRecord(const SessionRecord &record)
{
    m_many->hide();
    m_single->show();
    setStatusShown(true);
    if (m_record == record && m_expired == isExpired(record, m_desk.now()))
        return;
    const bool another = !m_record || m_record->key != record.key;
    const auto before = std::exchange(m_record, record);
    if (!another)
        dropOldMessage(*before);
    if (another) {
        if (m_catalogs)
            m_catalogs->ensure(record.accountId);
        m_message->hide();
        scrollToTop();
    }
    render();
}

void SessionPanel::tick()
{
    if (!m_record)
        return;
    if (m_expired != isExpired(*m_record, m_desk.now())) {
        m_actions->update();
        render();
    }
    dropOldMessage(*m_record);
    m_expiry->tick(m_desk.now());
    waitForChange();
}

/// Wakes the panel when a text of it changes next.
void SessionPanel::waitForChange()
{
    const QDateTime now = m_desk.now();
    m_change->stop();
    if (const auto holds = timeLeftHolds(now, m_record->session.expiresAt, TimeDetail::Seconds);
        holds && !m_expiry->isHidden())
        m_change->start(*holds);
    if (m_said.isMoment && !m_message->isHidden())
        m_change->startWithin(momentHolds - std::chrono::milliseconds(m_said.at.msecsTo(now)));
}

void SessionPanel::accountAnswered(const QString &accountId, const QDateTime &at)
{
    if (m_record && m_record->accountId == accountId && m_said.isNoAnswer && at > m_said.at)
        m_message->hide();
}

void SessionPanel::dropOldMessage(const SessionRecord &before)
{
    const QDateTime now = m_desk.now();
    const SessionRecord &record = *m_record;
    const auto status = checkout::statusAt(record.session, now);
    // The list follows an action a moment later: the status that stood beside the message contradicts it as little.
    const bool isAnother = std::exchange(m_said.seen, status) != status && m_said.status && m_said.status != status;
    const bool hasGoneOn = m_said.isResolved && before.state == SessionRecord::State::Known &&
                           before.session.status != record.session.status;
    const bool isOld = m_said.isMoment && std::chrono::milliseconds(m_said.at.msecsTo(now)) >= momentHolds;
    if (isAnother || hasGoneOn || isOld)
        m_message->hide();
}

void SessionPanel::showMessage(bool problem, const Said &said, const QString &sentence, const QString &details)
{
    m_said = said;
    m_said.at = m_desk.now();
    if (m_record)
        m_said.seen = checkout::statusAt(m_record->session, m_said.at);
    m_message->setSeverity(problem ? Severity::Error : Severity::Info);
    m_message->setMessage(sentence, details.isEmpty() ? QString() : tr("Details: “%1”").arg(details));
    m_message->show();
    if (m_record)
        waitForChange();
}

void SessionPanel::render()
{
    const QDateTime now = m_desk.now();
    const SessionRecord &record = *m_record;
    m_expired = isExpired(record, now);
    const StatusText status = sessionStatus(record, now);
    setStatus(status.kind, status.text, status.providerId);
    if (const auto account = m_desk.accounts().byId(record.accountId)) {
        const QString name = accounts::fullName(*account);
        const QString flow = flowName(m_desk.capabilities(record.accountId, record.session.flow));
        setTitle(flow.isEmpty() ? name : tr("%1 · %2", "account, flow").arg(name, flow));
    }

    const QString name = record.customerLabel.isEmpty() ? tr("No customer") : record.customerLabel;
    const checkout::Catalog catalog = m_catalogs ? m_catalogs->catalog(record.accountId) : checkout::Catalog();
    const checkout::CustomerChoice customer = customerOf(record, catalog);
    const QString detail = !customer.email.isEmpty() && customer.email != name ? customer.email : customer.id;
    m_party->setParty(name, detail == name ? QString() : detail);
    m_party->setAmount(record.amount);

    const bool answered = record.state == SessionRecord::State::Known;
    const bool open = isOpen(record, now);
    // A session that was paid in time does not expire.
    m_expiry->setVisible(answered && record.session.expiresAt.isValid() && (open || m_expired));
    m_expiry->setTimes(record.createdAt, record.session.expiresAt, open);
    m_expiry->tick(now);
    m_handOut->setVisible(answered);
    if (answered)
        m_handOut->setSession(record, m_actions->checkoutUrl(), m_expired, open);
    const bool isUnknown = record.state == SessionRecord::State::OutcomeUnknown;
    m_unknown->setVisible(isUnknown);
    m_history->setVisible(!isUnknown); // the question shows it
    if (isUnknown)
        m_unknown->setIntent(record.accountId, record.intentId);
    const bool needsPrices = m_desk.capabilities(record.accountId, record.session.flow).takes(checkout::Field::Price);
    KnownPrices prices = KnownPrices::NotLoaded;
    if (m_catalogs && m_catalogs->isKnown(record.accountId))
        prices = catalog.prices.available || !needsPrices ? KnownPrices::Today : KnownPrices::Failed;
    else if (m_catalogs && m_catalogs->error(record.accountId))
        prices = KnownPrices::Failed;
    m_details->setRecord(record, catalog, prices);
    readTimeline();
    waitForChange();
}

void SessionPanel::readTimeline()
{
    if (!m_record)
        return;
    const auto show = [this](std::vector<ledger::TimelineEvent> events, const QDateTime &paidAt) {
        using Event = ledger::TimelineEvent;
        const auto lacks = [&events](Event::Kind kind) {
            return std::ranges::find(events, kind, &Event::kind) == events.end();
        };
        const bool known = m_record->state == SessionRecord::State::Known;
        if (known && m_record->checkedAt.isValid() && lacks(Event::Kind::Checked))
            events.push_back({Event::Kind::Checked, {}, m_record->checkedAt});
        if (const auto end = endOf(*m_record, events, paidAt, m_desk.now()))
            events.push_back(*end);
        if (known && m_record->createdAt.isValid() && lacks(Event::Kind::Created))
            events.push_back({Event::Kind::Created, {}, m_record->createdAt});
        const QString provider = m_desk.capabilities(m_record->accountId).providerName;
        m_timeline->setEvents(timelineOf(events, m_record->session.attempts, provider, m_desk.now(),
                                         QTimeZone::systemTimeZone(), QLocale()));
    };
    if (m_record->session.id.isEmpty())
        return show({{ledger::TimelineEvent::Kind::OutcomeUnknown, {}, m_record->createdAt}}, {});
    using Events = checkout::Result<std::vector<ledger::TimelineEvent>>;
    using Payment = checkout::Result<std::optional<ledger::TransactionRecord>>;
    const auto isShown = [this, key = m_record->key] { return m_record && m_record->key == key; };
    whenDone(m_desk.ledger().timeline(m_record->accountId, m_record->session.id), this,
             [show, isShown, this](const Events &events) {
                 if (!isShown())
                     return;
                 const auto known = events.value_or(std::vector<ledger::TimelineEvent>());
                 whenDone(m_desk.ledger().transaction(m_record->accountId, m_record->session.transactionId), this,
                          [show, isShown, known](const Payment &payment) {
                              const bool isPaid = payment && payment->has_value();
                              if (isShown())
                                  show(known, isPaid ? (*payment)->transaction.createdAt : QDateTime());
                          });
             });
}

} // namespace tilldeck::ui

#include "moc_session_panel.cpp"
