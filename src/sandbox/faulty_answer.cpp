// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faulty_answer.h"

#include "sandbox/fault_body.h"

#include <sys/socket.h>

#include <utility>

namespace tilldeck::sandbox {

using Kind = Fault::Kind;
using At = Fault::At;

FaultyAnswer::FaultyAnswer(Fault fault, Request request, QDateTime date, Hooks hooks, QTcpSocket &socket,
                           QObject *parent)
    : QObject(parent)
    , m_fault(std::move(fault))
    , m_request(std::move(request))
    , m_date(std::move(date))
    , m_hooks(std::move(hooks))
    , m_socket(&socket)
{
    connect(&socket, &QAbstractSocket::disconnected, this, &FaultyAnswer::clientLeft);
}

void FaultyAnswer::start()
{
    switch (m_fault.at) {
    case At::BeforeCommit:
        beforeCommit();
        break;
    case At::AfterCommit:
        afterCommit();
        break;
    case At::HalfAnswered:
        halfAnswered();
        break;
    }
}

void FaultyAnswer::beforeCommit()
{
    if (m_fault.kind == Kind::Delay)
        after(m_fault.milliseconds, &FaultyAnswer::performAndSend);
    m_hooks.note(At::BeforeCommit);
    if (m_fault.kind == Kind::Delay)
        return;
    if (m_fault.kind == Kind::Drop || m_fault.kind == Kind::Reset) {
        hangUp();
        return;
    }
    m_response = m_hooks.refuse(m_fault.status);
    sendAll();
}

void FaultyAnswer::afterCommit()
{
    perform();
    m_hooks.note(At::AfterCommit);
    switch (m_fault.kind) {
    case Kind::Delay:
        after(m_fault.milliseconds, &FaultyAnswer::sendAll);
        break;
    case Kind::Drop:
    case Kind::Reset:
        hangUp();
        break;
    case Kind::Drip:
        m_rest = headBytes(m_response, m_request, m_date) + bodyBytes(m_response, m_request);
        sendPiece();
        break;
    case Kind::Endless:
        if (m_socket)
            m_socket->write(headBytes(m_response, m_request, m_date, Framing::Chunked) + chunkOf(R"({"items":[")"));
        sendForever();
        break;
    case Kind::Refund:
        m_outlivesClient = true;
        after(m_fault.milliseconds, &FaultyAnswer::decideRefund);
        sendAll();
        break;
    case Kind::Status:
        m_response = m_hooks.refuse(m_fault.status);
        sendAll();
        break;
    default:
        sendAll();
        break;
    }
}

void FaultyAnswer::halfAnswered()
{
    perform();
    const Framing framing = m_fault.isChunked ? Framing::Chunked : Framing::Length;
    const QByteArray body = bodyBytes(m_response, m_request, framing);
    m_rest = body.mid(body.size() / 2);
    if (m_socket) {
        m_socket->write(headBytes(m_response, m_request, m_date, framing) + body.left(body.size() / 2));
        m_socket->flush();
    }
    if (m_fault.kind == Kind::Delay)
        after(m_fault.milliseconds, &FaultyAnswer::sendRest);
    m_hooks.note(At::HalfAnswered);
    if (m_fault.kind != Kind::Delay)
        hangUp();
}

void FaultyAnswer::perform()
{
    m_isPerformed = true;
    m_response = m_hooks.perform();
}

void FaultyAnswer::performAndSend()
{
    perform();
    sendAll();
}

void FaultyAnswer::after(int milliseconds, void (FaultyAnswer::*next)())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, next);
    m_timer.start(milliseconds);
}

void FaultyAnswer::sendAll()
{
    const Framing framing = m_fault.isChunked ? Framing::Chunked : Framing::Length;
    const Response response = spoiled(m_fault, m_response);
    m_rest = headBytes(response, m_request, m_date, framing) + bodyBytes(response, m_request, framing);
    sendRest();
}

void FaultyAnswer::sendRest()
{
    if (m_socket)
        m_socket->write(m_rest);
    if (m_socket && closesAfter(m_request))
        m_socket->disconnectFromHost();
    finish();
}

void FaultyAnswer::sendPiece()
{
    if (m_rest.size() <= m_fault.size) {
        sendRest();
        return;
    }
    if (m_socket)
        m_socket->write(m_rest.left(m_fault.size));
    m_rest.remove(0, m_fault.size);
    m_timer.disconnect(this);
    after(m_fault.milliseconds, &FaultyAnswer::sendPiece);
}

void FaultyAnswer::sendForever()
{
    constexpr qint64 mostWaiting = qint64(256) * 1024;
    constexpr qsizetype piece = qsizetype(16) * 1024;
    static const QByteArray more = chunkOf(QByteArray(piece, 'a'));
    if (m_socket && m_socket->bytesToWrite() < mostWaiting)
        m_socket->write(more);
    m_timer.disconnect(this);
    after(0, &FaultyAnswer::sendForever);
}

void FaultyAnswer::decideRefund()
{
    m_hooks.decideRefund(m_fault.isGivenBack ? RefundEnd::GivenBack : RefundEnd::Failed);
    if (m_fault.isSecondTry)
        m_hooks.decideRefund(RefundEnd::TriedAgain);
    m_outlivesClient = false;
    finish();
}

void FaultyAnswer::hangUp()
{
    if (!m_socket)
        return;
    if (m_fault.kind == Kind::Reset) {
        const linger now{1, 0};
        setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        m_socket->abort();
    } else {
        m_socket->disconnectFromHost();
    }
    finish();
}

void FaultyAnswer::finish()
{
    if (!std::exchange(m_isAnswered, true) && m_socket)
        m_hooks.answered();
    if (!m_outlivesClient)
        deleteLater();
}

void FaultyAnswer::clientLeft()
{
    // A server that has the whole request carries it out, whether somebody waits for the answer or not.
    const bool isWaiting = m_fault.kind == Kind::Delay && m_fault.at == At::BeforeCommit && !m_isPerformed;
    m_socket.clear();
    if (m_outlivesClient)
        return;
    m_timer.stop();
    if (isWaiting && !m_fault.isAbandoned)
        perform();
    finish();
}

} // namespace tilldeck::sandbox

#include "moc_faulty_answer.cpp"
