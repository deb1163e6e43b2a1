// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/idempotency.h"

#include <QCryptographicHash>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLifetimeSeconds = 86'400;
constexpr int kLongestKey = 255;

// The same for bodies that differ only in spaces and in the order of their members.
QString fingerprintOf(const Request &request)
{
    const QJsonDocument body = QJsonDocument::fromJson(request.body);
    const QByteArray text =
        request.path.join(u'/').toUtf8() + '\n' + (body.isNull() ? request.body : body.toJson(QJsonDocument::Compact));
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

} // namespace

Answer<Response> IdempotentCalls::once(const Request &request, const QString &scope, const QDateTime &now,
                                       const std::function<Response()> &call)
{
    const auto found = request.headers.constFind("idempotency-key");
    if (found == request.headers.cend())
        return call();
    if (found->isEmpty() || found->size() > kLongestKey)
        return std::unexpected(Refusal{400, u"Idempotency-Key must have 1 to 255 characters."_s, {}});
    const QString id = scope + u'/' + QString::fromUtf8(*found);
    const QString fingerprint = fingerprintOf(request);
    Answer<Response> answer = std::unexpected(Refusal::storageError());
    const bool kept = m_events.keep([&] {
        const auto known = m_store.get(m_kind, id);
        if (known && (*known)["at"_L1].toInteger() > now.toSecsSinceEpoch() - kLifetimeSeconds) {
            if ((*known)["fingerprint"_L1].toString() != fingerprint) {
                answer = std::unexpected(Refusal{409, u"This Idempotency-Key was used with another request."_s, {}});
                return true;
            }
            answer = Response{(*known)["status"_L1].toInt(),
                              (*known)["type"_L1].toString().toUtf8(),
                              (*known)["body"_L1].toString().toUtf8(),
                              {{"Idempotent-Replayed", "true"}}};
            return true;
        }
        answer = call();
        constexpr int firstFailure = 300;
        return answer->status >= firstFailure || m_store.put(m_kind, id,
                                                             {{u"fingerprint"_s, fingerprint},
                                                              {u"status"_s, answer->status},
                                                              {u"type"_s, QString::fromUtf8(answer->contentType)},
                                                              {u"body"_s, QString::fromUtf8(answer->body)},
                                                              {u"at"_s, now.toSecsSinceEpoch()}});
    });
    if (!kept)
        return std::unexpected(Refusal::storageError());
    return answer;
}

} // namespace tilldeck::sandbox
