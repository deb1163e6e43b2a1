// SPDX-License-Identifier: GPL-3.0-or-later
// Refusals of every provider, for every kind of call.
#include "fuzz/fuzz.h"
#include "ledger/draft_document.h"
#include "providers/ikawaari/errors.h"
#include "providers/khaime/errors.h"
#include "providers/paymentkit/errors.h"

using namespace tilldeck;
using namespace tilldeck::providers;

namespace {

/// Returns a draft that has every field which a refusal can name, with two rows where there are rows.
checkout::SessionDraft fuzzedDraft()
{
    const auto draft = ledger::decodeDraft(R"({"tilldeck_draft": 1, "flow": "khaime.charge", "product_id": "7",
        "pricing": {"total_amount": 9000, "total_currency": "USD"}, "charge_currency": "NGN", "charge_amount": 1440000,
        "customer": {"email": "jane@example.com", "country": "NG"}, "metadata": {"order": "1", "a.b": 2},
        "line_items": [{"price_id": "price_1", "quantity": 1}, {"price_id": "price_2", "quantity": 2}],
        "custom_fields": {"order_id": "o"}, "subscription_custom_fields": {"tier": "t"}, "promotion_code": "SAVE20",
        "cascade": [{"line_items": [{"price_id": "price_3"}], "processor_route_id": "proute_1"}]})");
    fuzz::check(draft.has_value());
    return *draft;
}

bool mayHaveTakenEffect(Call call, int status)
{
    const bool writes = call == Call::Create || call == Call::Expire || call == Call::Refund || call == Call::Change;
    return writes && (status >= 500 || status == 408 || status == 409);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const checkout::SessionDraft draft = fuzzedDraft();
    using ErrorOf = checkout::Error (*)(Call, const http::Response &, const checkout::SessionDraft &);
    constexpr ErrorOf readers[] = {&paymentkit::errorOf, &khaime::errorOf, &ikawaari::errorOf};
    constexpr Call calls[] = {Call::Create, Call::Refund, Call::Quote,   Call::Change,
                              Call::Expire, Call::List,   Call::Session, Call::Payment};
    constexpr int statuses[] = {422, 400, 404, 409, 500, 401, 403, 408, 429, 503};
    const fuzz::Input input(data, size);
    const Call call = calls[input.choice / 3 % 8];
    const int status = statuses[input.choice / 24 % 10];
    const http::Response refusal(status, {{"Ikawaari-Request-Id", input.rest.left(80)}}, input.rest,
                                 QJsonDocument::fromJson(input.rest));
    const checkout::Error error = readers[input.choice % 3](call, refusal, draft);
    // No body makes a refusal of what may have been done, or gives the screen more than it can show.
    fuzz::check(!error.sentence.isEmpty() && error.httpStatus == status);
    fuzz::check(!mayHaveTakenEffect(call, status) || error.kind == checkout::ErrorKind::UnknownOutcome);
    fuzz::check(error.details.size() <= 501 && error.providerCode.size() <= 501 && error.requestId.size() <= 501);
    fuzz::check(!error.details.contains(u'\n') && error.problems.size() <= 1000);
    for (const checkout::Problem &problem : error.problems)
        fuzz::check(!problem.sentence.isEmpty());
    return 0;
}
