// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotions/promotion_panel.h"

#include "ui/widgets/button.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/when_done.h"

#include <QVBoxLayout>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostSessions = 50;

QVBoxLayout *emptied(QWidget *box)
{
    auto *column = static_cast<QVBoxLayout *>(box->layout());
    clearLayout(*column);
    return column;
}

QString limitText(std::optional<qint64> limit)
{
    return limit ? QLocale().toString(*limit) : PromotionPanel::tr("No limit");
}

} // namespace

PromotionPanel::PromotionPanel(desk::Desk &desk, QWidget *parent)
    : DetailPanel(parent)
    , m_desk(desk)
    , m_terms(new Label({}, TextStyle::Main))
    , m_validity(new Label({}, TextStyle::Body, Tone::Text2))
    , m_facts(new QWidget)
    , m_use(new Button(Icon::Plus, tr("Use in a new session"), ButtonKind::Primary))
    , m_deactivate(new Button(tr("Deactivate…"), ButtonKind::Danger))
    , m_message(new InlineMessage(Severity::Error))
    , m_sessions(new QWidget)
{
    setObjectName(u"promotionPanel"_s);
    m_use->setObjectName(u"usePromotion"_s);
    m_deactivate->setObjectName(u"deactivate"_s);
    m_terms->setWordWrap(true);
    m_message->hide();
    for (QWidget *box : {m_facts, m_sessions})
        makeColumnLayout(box, px(2));
    auto *buttons = makeRowLayout(px(8));
    addWidgets(*buttons, m_use, m_deactivate);
    buttons->addStretch(1);
    addWidgets(*body(), m_terms, m_validity);
    body()->addLayout(buttons);
    addWidgets(*body(), m_message, new Rule, m_facts, new Rule, new SectionHead(tr("Sessions that asked for it")),
               m_sessions);
    body()->addStretch(1);
    connect(m_use, &Button::clicked, this, &PromotionPanel::useRequested);
    connect(m_deactivate, &Button::clicked, this, &PromotionPanel::deactivateRequested);
    connect(&desk, &desk::Desk::storageChanged, this, &PromotionPanel::updateDeactivate);
}

void PromotionPanel::setPromotion(const QString &accountId, PromotionKind kind, const PromotionItem &item,
                                  const checkout::Catalog &catalog, bool canWrite, bool canUse)
{
    const QString discount = kind == PromotionKind::Code ? item.label : item.id;
    const bool isAnother = accountId != m_accountId || discount != m_discount;
    m_accountId = accountId;
    m_discount = discount;
    if (isAnother) {
        m_message->hide();
        scrollToTop();
    }
    setTitle(item.label);
    setStatus(item.validity.isUsable ? BadgeKind::Succeeded : BadgeKind::Expired,
              item.validity.isUsable ? tr("Valid") : tr("Not valid"));
    m_terms->setText(item.terms);
    m_validity->setText(item.validity.text);

    QVBoxLayout *column = emptied(m_facts);
    const checkout::Coupon *coupon = catalog.coupon(item.couponId);
    const auto end = [](const QDateTime &time) {
        return time.isValid() ? absoluteTime(time, QTimeZone::systemTimeZone(), QLocale()) : tr("Never");
    };
    column->addWidget(new FactRow(tr("Used"), QLocale().toString(item.used)));
    column->addWidget(new FactRow(tr("Left", "redemptions"), limitText(item.left)));
    m_isActive = true;
    if (kind == PromotionKind::Code) {
        const checkout::PromotionCode *code = catalog.promotionCode(item.label);
        if (code) {
            m_isActive = code->active;
            column->addWidget(new FactRow(tr("Limit of the code"), limitText(code->maxRedemptions)));
            column->addWidget(new FactRow(tr("Code ends"), end(code->expiresAt)));
        }
        column->addWidget(new FactRow(tr("Coupon"), coupon ? couponName(*coupon) : item.couponId));
    }
    if (coupon) {
        if (kind == PromotionKind::Coupon)
            m_isActive = coupon->active;
        column->addWidget(new FactRow(tr("Limit of the coupon"), limitText(coupon->maxRedemptions)));
        column->addWidget(new FactRow(tr("Coupon ends"), end(coupon->expiresAt)));
        if (const QString duration = couponDuration(*coupon); !duration.isEmpty())
            column->addWidget(new FactRow(tr("Taken off"), duration));
        if (coupon->amountOff)
            column->addWidget(new FactRow(tr("Only for prices in"), coupon->amountOff->currency().code()));
    }
    column->addWidget(new FactRow(tr("ID"), item.id, TextStyle::Mono));
    m_use->setEnabled(canUse && item.validity.isUsable);
    m_use->setToolTip(item.validity.isUsable ? QString() : item.validity.text);
    m_deactivate->setVisible(canWrite);
    updateDeactivate();
    if (isAnother)
        emptied(m_sessions);
    readSessions();
}

void PromotionPanel::setProblem(const QString &sentence, const QString &details)
{
    m_message->setMessage(sentence, details);
    m_message->setVisible(!sentence.isEmpty());
}

void PromotionPanel::setBusy(bool busy)
{
    m_isBusy = busy;
    updateDeactivate();
}

void PromotionPanel::updateDeactivate()
{
    const QString held = m_desk.whyNoWrites();
    m_deactivate->setEnabled(m_isActive && !m_isBusy && held.isEmpty());
    m_deactivate->setToolTip(held);
}

void PromotionPanel::readSessions()
{
    ledger::SessionFilter filter;
    filter.accountIds = {m_accountId};
    filter.discount = m_discount;
    filter.now = m_desk.now();
    using Answer = checkout::Result<ledger::RecordPage<ledger::SessionRecord>>;
    whenDone(m_desk.ledger().sessions(filter, {}, mostSessions), this,
             [this, generation = ++m_generation](const Answer &answer) {
                 if (generation == m_generation && answer)
                     showSessions(*answer);
             });
}

void PromotionPanel::showSessions(const ledger::RecordPage<ledger::SessionRecord> &page)
{
    QVBoxLayout *column = emptied(m_sessions);
    for (const ledger::SessionRecord &session : page.rows) {
        const QString who = session.customerLabel.isEmpty() ? tr("No customer") : session.customerLabel;
        auto *row = new FactRow(who, session.session.id, TextStyle::Mono);
        row->setObjectName(u"promotionSession"_s);
        if (!session.session.id.isEmpty())
            row->setLink(tr("Show session %1").arg(session.session.id));
        connect(row, &FactRow::linkActivated, this,
                [this, id = session.session.id] { emit showSession(m_accountId, id); });
        column->addWidget(row);
    }
    if (!page.rows.empty()) {
        auto *all = new Button(page.more ? tr("Show all in the list") : tr("Show in the list"));
        all->setObjectName(u"promotionAllSessions"_s);
        connect(all, &Button::clicked, this, [this] { emit sessionsRequested(m_discount); });
        column->addWidget(all, 0, Qt::AlignLeading);
    }
    if (page.rows.empty())
        column->addWidget(new Label(tr("None that this computer knows."), TextStyle::Body, Tone::Text2));
}

} // namespace tilldeck::ui

#include "moc_promotion_panel.cpp"
