// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/session_details.h"

#include "checkout/draft_fields.h"
#include "checkout/pricing.h"
#include "ui/figures/figure_section.h"
#include "ui/figures/figure_source.h"
#include "ui/figures/frequency_name.h"
#include "ui/figures/gateway_name.h"
#include "ui/figures/session_text.h"
#include "ui/sessions/charged_later.h"
#include "ui/sessions/tier_list.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/time_text.h"

#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::SessionStatus;
using ledger::SessionRecord;

namespace {

bool asksForItems(const checkout::SessionDraft &draft)
{
    return !draft.lineItems.empty() || !draft.cascade.empty();
}

QString whyNoParts(KnownPrices prices)
{
    switch (prices) {
    case KnownPrices::Today:
        return SessionDetails::tr("Today's prices give another total, so the parts are not shown.");
    case KnownPrices::Failed:
        return SessionDetails::tr("The prices could not be loaded, so the parts are not shown.");
    case KnownPrices::NotLoaded:
        break;
    }
    return SessionDetails::tr("The prices are not loaded, so the parts are not shown.");
}

/// Returns the label of what the customer pays, paid, or was asked for in vain.
QString totalLabel(SessionStatus status, bool isPaid)
{
    if (isPaid)
        return SessionDetails::tr("Customer paid");
    return status == SessionStatus::Failed ? SessionDetails::tr("Not paid") : SessionDetails::tr("Customer pays");
}

} // namespace

SessionDetails::SessionDetails(desk::Desk &desk, SessionActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_actions(actions)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(12));
}

void SessionDetails::setRecord(const SessionRecord &record, const checkout::Catalog &catalog, KnownPrices prices)
{
    clearLayout(*m_column);
    if (asksForItems(record.draft)) {
        addPricing(record, catalog, prices);
    } else if (!record.itemsLabel.isEmpty()) {
        addWidgets(*m_column, new Rule, new SectionHead(tr("Items")), new ElidedLabel(record.itemsLabel));
    }
    addCharge(record);
    addFacts(record);
    addNotes(record);
}

void SessionDetails::addPricing(const SessionRecord &record, const checkout::Catalog &catalog, KnownPrices prices)
{
    const checkout::Preview preview =
        checkout::priceLocally(record.draft, catalog, m_desk.now(), checkout::AskedCode::WasTaken);
    const int tier = std::clamp(record.session.paidTier.value_or(0), 0, static_cast<int>(preview.tiers.size()) - 1);
    const checkout::Breakdown &charged = preview.tiers.at(static_cast<size_t>(tier));
    const QString currency = record.amount ? record.amount->currency().code() : QString();
    // The catalog may have changed since: lines are shown only where they sum up to the total of the session.
    // With a discount that is not known here they may sum up to any total.
    const bool isOpen = charged.subtotal && !charged.discountLabel.isEmpty() && !charged.discount;
    const bool agrees = !record.amount || isOpen || figureAmount(charged.customerPays) == record.amount;

    m_column->addWidget(new Rule);
    m_column->addWidget(new SectionHead(record.draft.cascade.empty() ? tr("Items") : tr("Items and tiers"), currency));
    auto *tiers = new TierList;
    const bool cascade = m_desk.capabilities(record.accountId, record.session.flow).takes(checkout::Field::Cascade);
    tiers->setTiers(record.session, preview, catalog, agrees, cascade);
    m_column->addWidget(tiers);

    m_column->addWidget(new Rule);
    m_column->addWidget(new SectionHead(cascade ? tr("Breakdown, tier %1").arg(tier + 1) : tr("Breakdown"), currency));
    auto *figures = new QWidget;
    auto *lines = makeColumnLayout(figures, px(4));
    // The amount that was paid shows the value of the code on that tier.
    const bool settled = agrees && record.session.paidTier.has_value();
    const auto source = [settled](const std::optional<checkout::Figure> &figure) {
        return settled ? FigureSource::Reported : sourceOf(figure);
    };
    const auto total = record.amount ? record.amount : figureAmount(charged.customerPays);
    if (agrees) {
        if (charged.subtotal)
            lines->addWidget(new FigureRow(tr("Items"), figureAmount(charged.subtotal), source(charged.subtotal)));
        if (!charged.discountLabel.isEmpty())
            lines->addWidget(
                new FigureRow(charged.discountLabel, negatedFigure(charged.discount), source(charged.discount)));
        if (charged.subtotal)
            lines->addWidget(new Rule);
    }
    const bool reported = checkout::amountOf(record.session).has_value();
    const bool isPaid = settled || record.session.status == SessionStatus::Completed;
    lines->addWidget(new FigureRow(totalLabel(record.session.status, isPaid), total,
                                   reported ? FigureSource::Reported : source(charged.customerPays), true));
    const QString later = chargedLater(record, catalog, m_desk.now(), QLocale()).join(u' ');
    if (!later.isEmpty())
        lines->addWidget(makeWrappedLabel(later, TextStyle::Secondary, Tone::Text2));
    if (agrees && charged.fees)
        lines->addWidget(new FigureRow(tr("Fees, paid by you"), negatedFigure(charged.fees), sourceOf(charged.fees)));
    if (agrees && charged.received)
        lines->addWidget(
            new FigureRow(tr("You receive"), figureAmount(charged.received), sourceOf(charged.received), true));
    m_column->addWidget(figures);
    QString note = isOpen && record.amount ? QString() : charged.unpricedNote.value_or(QString());
    // What is not in the catalog may only not have been loaded.
    if (!agrees || (!note.isEmpty() && prices != KnownPrices::Today))
        note = whyNoParts(prices);
    if (!note.isEmpty()) {
        auto *label = new Label(note, TextStyle::Secondary, Tone::Text3);
        label->setWordWrap(true);
        m_column->addWidget(label);
    }
}

void SessionDetails::addCharge(const SessionRecord &record)
{
    const checkout::Session &session = record.session;
    if (!record.quote && !session.fees)
        return;
    ReportedFigures reported;
    reported.total = totalLabel(session.status, session.status == SessionStatus::Completed);
    // The same amount alone would add nothing to the quote.
    if (!record.quote || session.fees || checkout::amountOf(session) != record.quote->customerPays)
        reported.amount = checkout::amountOf(session);
    reported.fees = session.fees;
    for (const FigureGroup &group : chargeFigures(record.quote, reported))
        addFigures(m_column, group, tr("As reported"));
}

void SessionDetails::addFacts(const SessionRecord &record)
{
    auto *facts = new QWidget;
    auto *lines = makeColumnLayout(facts, px(2));
    const auto add = [lines](const QString &label, const QString &value, TextStyle style = TextStyle::Body) {
        if (!value.isEmpty())
            lines->addWidget(new FactRow(label, value, style));
    };
    const auto addId = [&](const QString &label, const QString &value) {
        if (value.isEmpty())
            return;
        auto *id = new FactRow(label, value, TextStyle::Mono);
        connect(id->addCopyButton(tr("Copy: %1", "Session ID").arg(label)), &QToolButton::clicked, m_actions,
                [actions = m_actions, label, value] { actions->copyPlain(label, value); });
        lines->addWidget(id);
    };
    const auto addFields = [&](const QString &label, const std::vector<checkout::CustomField> &fields) {
        for (const checkout::CustomField &field : fields)
            add(label.arg(field.name), customFieldText(field.value), TextStyle::Mono);
    };
    const checkout::Session &session = record.session;
    const checkout::SessionDraft &draft = record.draft;
    const QString &quoted = record.quote ? record.quote->gateway : QString();
    add(tr("Gateway"), gatewayName(session.handover.gateway.isEmpty() ? quoted : session.handover.gateway));
    addId(tr("Gateway account"), session.handover.gatewayAccountId);
    addId(idLabel(m_actions->capabilities()), session.id);
    addId(tr("Transaction ID"), session.transactionId);
    if (record.quote)
        add(tr("Quoted"), absoluteTime(record.quote->madeAt, QTimeZone::systemTimeZone(), QLocale()));
    using checkout::Field;
    const auto addPlain = [&](const checkout::DraftField &field) {
        add(field.label(), field.text.in(draft),
            field.kind == checkout::TextKind::Id ? TextStyle::Mono : TextStyle::Body);
    };
    static constexpr std::array first{Field::Description, Field::Reference, Field::SubMerchant};
    for (const Field field : first)
        addPlain(*checkout::draftField(field));
    add(tr("Frequency", "of a subscription"), frequencyName(draft.subscriptionFrequency));
    for (const checkout::DraftField &field : checkout::draftFields()) {
        const bool isPlain = field.editor != checkout::FieldEditor::Own && !field.isLocal;
        if (isPlain && std::ranges::find(first, field.field) == first.end())
            addPlain(field);
    }
    addFields(tr("Custom field %1"), draft.customFields);
    addFields(tr("Subscription field %1"), draft.subscriptionCustomFields);
    addFields(tr("Metadata %1"), draft.metadata);
    if (lines->isEmpty()) {
        delete facts;
        return;
    }
    addWidgets(*m_column, new Rule, facts);
}

void SessionDetails::addNotes(const SessionRecord &record)
{
    for (const checkout::DraftField &field : checkout::localFields()) {
        if (!field.isSet(record.draft))
            continue;
        const QString &note = field.text.in(record.draft);
        auto *text = makeWrappedLabel(note, TextStyle::Body, Tone::Text);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        text->setAccessibleName(u"%1: %2"_s.arg(field.label(), note));
        text->setMinimumWidth(1); // a long word does not widen the panel
        addWidgets(*m_column, new Rule, new SectionHead(field.label()), text);
    }
}

} // namespace tilldeck::ui

#include "moc_session_details.cpp"
