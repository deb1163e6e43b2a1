// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/sample_rows.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::SessionStatus;
using checkout::TransactionStatus;

namespace {

constexpr qint64 years = 5;
constexpr qint64 spanMs = years * 365 * 86'400'000;
constexpr qint64 dayMs = 86'400'000;

const std::array firstNames{u"Awa"_s,   u"Jane"_s,  u"Amélie"_s,  u"Ibrahim"_s, u"Olga"_s,   u"Kofi"_s,
                            u"Chen"_s,  u"María"_s, u"Jürgen"_s,  u"Fatou"_s,   u"Liam"_s,   u"Aïcha"_s,
                            u"Søren"_s, u"Priya"_s, u"Yusuf"_s,   u"Hana"_s,    u"Tomasz"_s, u"Nia"_s,
                            u"Émile"_s, u"Ronja"_s, u"Mohamed"_s, u"Ingrid"_s,  u"Zoë"_s,    u"Paulo"_s};
const std::array lastNames{u"Diop"_s,    u"Doe"_s,    u"Lefèvre"_s, u"Koné"_s,   u"Ivanova"_s,  u"Mensah"_s,
                           u"Wei"_s,     u"García"_s, u"Müller"_s,  u"Ndiaye"_s, u"O’Brien"_s,  u"Benali"_s,
                           u"Nielsen"_s, u"Sharma"_s, u"Demir"_s,   u"Sato"_s,   u"Kowalski"_s, u"Okafor"_s,
                           u"Dubois"_s,  u"Holm"_s,   u"Hassan"_s,  u"Berg"_s,   u"Visser"_s,   u"Silva"_s};

struct Article
{
    QString priceId;
    QString name;
    QString currency;
    qint64 amount; ///< Minor units of one piece.
};

const std::array articles{Article{u"price_studio_year"_s, u"Studio membership, yearly"_s, u"USD"_s, 49'900},
                          Article{u"price_studio_month"_s, u"Studio membership, monthly"_s, u"USD"_s, 4'900},
                          Article{u"price_workshop"_s, u"Workshop day"_s, u"EUR"_s, 89'000},
                          Article{u"price_print"_s, u"Poster print"_s, u"EUR"_s, 3'490},
                          Article{u"price_brand_kit"_s, u"Brand kit"_s, u"USD"_s, 19'900},
                          Article{u"price_basket"_s, u"Woven basket"_s, u"XOF"_s, 7'500},
                          Article{u"price_course"_s, u"Design course"_s, u"GBP"_s, 12'900},
                          Article{u"price_consulting"_s, u"Consultation, one hour"_s, u"USD"_s, 9'000}};
const std::array codes{u"SAVE20"_s, u"WELCOME10"_s, u"SUMMER"_s, u"FRIENDS"_s};
const std::array declines{u"card_declined"_s, u"insufficient_funds"_s, u"expired_card"_s, u"do_not_honor"_s};
const std::array routes{u"proute_dev_default"_s, u"proute_dev_x7k9m2n4"_s, u"proute_dev_fallback"_s};
const std::array methods{u"Visa ending 4242"_s, u"Mastercard ending 4444"_s, u"PayPal"_s, u"Klarna"_s, u"Wave"_s};

QString idOf(const QString &prefix, quint64 number)
{
    return prefix + QString::number(number, 36).rightJustified(13, u'0');
}

} // namespace

SampleRows::SampleRows(QString accountId, qint64 count, quint64 seed, QDateTime end)
    : m_accountId(std::move(accountId))
    , m_count(count)
    , m_end(std::move(end))
    , m_engine(seed)
{
}

qint64 SampleRows::draw(qint64 end)
{
    return static_cast<qint64>(m_engine() % static_cast<quint64>(end));
}

QDateTime SampleRows::timeOf(qint64 index) const
{
    // Three times as many in the last year as in the first.
    const double share = std::pow(static_cast<double>(index + 1) / static_cast<double>(m_count), 0.7);
    return m_end.addMSecs(static_cast<qint64>(share * spanMs) - spanMs);
}

void SampleRows::draftInto(SessionRecord &row)
{
    const auto number = static_cast<size_t>(draw(20'000));
    // Few customers come often, most come once or twice.
    const size_t person = number * number / 20'000;
    const QString &first = firstNames.at(person % firstNames.size());
    const QString &last = lastNames.at(person / firstNames.size() % lastNames.size());
    const Article &article = articles.at(static_cast<size_t>(draw(articles.size())));
    const qint64 quantity = isOneIn(4) ? 2 + draw(4) : 1;
    checkout::SessionDraft &draft = row.draft;
    draft.customer.id = u"cust_%1"_s.arg(person);
    draft.lineItems.emplace_back(article.priceId, quantity);
    draft.expiresInHours = isOneIn(3) ? 168 : 24;
    draft.successUrl = u"https://shop.example/thanks?session={CHECKOUT_SESSION_ID}"_s;
    draft.returnUrl = u"https://shop.example/cart"_s;
    draft.customFields.emplace_back(u"order"_s, u"order-%1"_s.arg(m_made + 1));
    if (isOneIn(6))
        draft.promotionCode = codes.at(static_cast<size_t>(draw(codes.size())));
    if (isOneIn(3))
        draft.cascade.emplace_back(draft.lineItems, routes.at(static_cast<size_t>(draw(routes.size()))));
    if (isOneIn(20))
        draft.internalNote = u"Called on day %1, wants an invoice"_s.arg(draw(31) + 1);
    row.customerLabel = first + u' ' + last;
    row.session.customer.id = draft.customer.id;
    row.session.customer.name = row.customerLabel;
    row.session.customer.email = u"customer%1@%2.example"_s.arg(person).arg(person % 3 == 0   ? u"mail"_s
                                                                            : person % 3 == 1 ? u"post"_s
                                                                                              : u"studio"_s);
    row.itemsLabel = quantity == 1 ? article.name : article.name + u" × "_s + QString::number(quantity);
    const money::Currency currency = *money::Currency::fromCode(article.currency);
    const qint64 total = article.amount * quantity;
    row.amount = money::Money(draft.promotionCode.isEmpty() ? total : total - total / 5, currency);
}

void SampleRows::endInto(SessionRecord &row, const money::Money &price)
{
    checkout::Session &session = row.session;
    const bool isPast = row.createdAt.addDays(7) < m_end;
    const qint64 fate = draw(100);
    if (fate >= 90 || (!isPast && fate >= 60)) {
        session.status = isPast ? SessionStatus::Expired : SessionStatus::Open;
        session.rawStatus = isPast ? u"expired"_s : u"open"_s;
        return;
    }
    const bool isPaid = fate < 84;
    session.status = isPaid ? SessionStatus::Completed : SessionStatus::Failed;
    session.rawStatus = isPaid ? u"completed"_s : u"failed"_s;
    const int tier = !row.draft.cascade.empty() && isOneIn(3) ? 1 : 0;
    const QDateTime at = row.createdAt.addSecs(40 + draw(3'600));
    for (int tried = 0; tried <= tier; ++tried) {
        checkout::PaymentAttempt attempt;
        attempt.tier = tried;
        attempt.processorRouteId = tried == 0 ? QString() : row.draft.tierRoute(tried);
        attempt.succeeded = isPaid && tried == tier;
        if (!attempt.succeeded)
            attempt.declineCode = declines.at(static_cast<size_t>(draw(declines.size())));
        attempt.amount = price;
        attempt.at = at.addSecs(qint64(30) * tried);
        session.attempts.push_back(attempt);
    }
    if (isPaid)
        session.paidTier = tier;
    session.transactionId = idOf(u"txn_"_s, m_engine());
}

TransactionRecord SampleRows::paymentOf(const SessionRecord &row)
{
    const money::Money price = *row.amount;
    checkout::Transaction payment(row.session.transactionId, price);
    const bool isPaid = row.session.status == SessionStatus::Completed;
    payment.status = isPaid ? TransactionStatus::Succeeded : TransactionStatus::Failed;
    payment.rawStatus = isPaid ? u"succeeded"_s : u"failed"_s;
    if (isPaid && isOneIn(50)) {
        const bool isWhole = isOneIn(2);
        payment.status = isWhole ? TransactionStatus::Refunded : TransactionStatus::PartlyRefunded;
        payment.rawStatus = isWhole ? u"refunded"_s : u"partially_refunded"_s;
        payment.refunded = isWhole ? price : money::Money(price.minorUnits() / 2, price.currency());
    }
    payment.sessionId = row.session.id;
    payment.customerId = row.session.customer.id;
    payment.tier = row.session.attempts.back().tier;
    payment.processorRouteId = row.session.attempts.back().processorRouteId;
    payment.declineCode = row.session.attempts.back().declineCode;
    payment.method = methods.at(static_cast<size_t>(draw(methods.size())));
    payment.paymentId = idOf(u"pi_"_s, m_engine());
    payment.attempts = row.session.attempts;
    payment.createdAt = row.session.attempts.back().at;
    TransactionRecord record(0, m_accountId, std::move(payment));
    record.customerLabel = row.customerLabel;
    record.itemsLabel = row.itemsLabel;
    return record;
}

SampleRow SampleRows::next()
{
    SampleRow made;
    SessionRecord &row = made.session;
    row.accountId = m_accountId;
    row.createdAt = timeOf(m_made);
    row.session.id = idOf(u"cs_"_s, m_engine());
    row.session.secureToken = idOf(u"tok_"_s, m_engine());
    row.session.url = u"https://pay.example/c/"_s + row.session.secureToken;
    draftInto(row);
    row.session.amount = row.amount;
    row.session.createdAt = row.createdAt;
    row.session.expiresAt = row.createdAt.addSecs(3'600 * row.draft.expiresInHours.value_or(24));
    row.checkedAt = std::min(m_end, row.createdAt.addMSecs(dayMs));
    endInto(row, *row.amount);
    if (!row.session.transactionId.isEmpty())
        made.payment = paymentOf(row);
    ++m_made;
    return made;
}

} // namespace tilldeck::ledger
