// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/fault_control.h"

#include "sandbox/json_reader.h"
#include "sandbox/same_secret.h"

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

Response refusedByControl(const Refusal &refusal)
{
    QJsonArray errors;
    for (const FieldError &wrong : refusal.errors)
        errors << QJsonObject{{u"field"_s, wrong.field}, {u"message"_s, wrong.message}};
    return Response::json(refusal.status, {{u"detail"_s, refusal.detail}, {u"errors"_s, errors}});
}

} // namespace

FaultControl::FaultControl(FaultPlan &plan, QByteArray token, DecideRefund decideRefund, EndConnections endConnections)
    : m_plan(plan)
    , m_token(std::move(token))
    , m_decideRefund(std::move(decideRefund))
    , m_endConnections(std::move(endConnections))
{
}

Response FaultControl::answer(const Request &request)
{
    // The hosted pages have the same address, and no page has any business here. A browser sends one of these.
    for (const char *header : {"origin", "referer", "sec-fetch-site"}) {
        if (request.headers.contains(header))
            return refusedByControl({403, u"No page may do this."_s, {}});
    }
    if (!isSameSecret(request.headers.value("authorization"), "Bearer " + m_token))
        return refusedByControl({401, u"The token is missing or wrong."_s, {}});
    const bool isRoot = request.path.isEmpty();
    if (isRoot && request.method == "GET")
        return Response::json(200, m_plan.view());
    if (isRoot && request.method == "POST")
        return arm(request.body);
    if (isRoot && request.method == "DELETE") {
        m_plan.clear();
        return Response::json(200, m_plan.view());
    }
    if (request.path == QStringList{u"refunds"_s} && request.method == "POST")
        return decide(request.body);
    return refusedByControl({404, u"Send GET, POST or DELETE to /faults, or POST to /faults/refunds."_s, {}});
}

Response FaultControl::arm(const QByteArray &body)
{
    const auto fault = then(readBody(body), Fault::from);
    if (!fault)
        return refusedByControl(fault.error());
    const bool isOfConnections = fault->kind == Fault::Kind::Certificate;
    if (isOfConnections && !m_endConnections) {
        const QString why = u"This sandbox shows no certificate. Start it with --tls valid."_s;
        return refusedByControl(Refusal::invalid({{u"fault"_s, why}}));
    }
    const int id = m_plan.arm(*fault).id;
    // A client that keeps its connection would not see the certificate.
    if (isOfConnections)
        m_endConnections();
    return Response::json(201, {{u"id"_s, id}});
}

Response FaultControl::decide(const QByteArray &body)
{
    const auto asked = readBody(body);
    if (!asked)
        return refusedByControl(asked.error());
    JsonReader reader(*asked, {u"provider"_s, u"refund"_s, u"given_back"_s, u"second_try"_s});
    const QString provider = reader.text(u"provider"_s, true);
    const QString refund = reader.text(u"refund"_s);
    const bool isGivenBack = reader.boolean(u"given_back"_s, false);
    const bool isSecondTry = readSecondTry(reader, isGivenBack);
    if (!reader.errors().isEmpty())
        return refusedByControl(Refusal::invalid(reader.errors()));
    const RefundEnd end = isSecondTry ? RefundEnd::TriedAgain : isGivenBack ? RefundEnd::GivenBack : RefundEnd::Failed;
    const auto decided = m_decideRefund(provider, refund, end);
    return decided ? Response::json(200, *decided) : refusedByControl(decided.error());
}

} // namespace tilldeck::sandbox
