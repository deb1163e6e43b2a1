// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/answer_bytes.h"
#include "sandbox/fault.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

namespace tilldeck::sandbox {

/// Answers one request as a fault says, byte by byte: QHttpServer can only answer well. Deletes itself at the end.
class FaultyAnswer : public QObject
{
    Q_OBJECT

public:
    /// What it does with the rest of the sandbox.
    struct Hooks
    {
        std::function<Response()> perform;           ///< carries the call out and returns its right answer
        std::function<Response(int status)> refuse;  ///< returns a refusal in the provider's shape
        std::function<void(Fault::At)> note;         ///< is called when the fault happens
        std::function<void(RefundEnd)> decideRefund; ///< ends the refund that was just made
        std::function<void()> answered;              ///< is called once, when nothing more is sent
    };

    FaultyAnswer(Fault fault, Request request, QDateTime date, Hooks hooks, QTcpSocket &socket, QObject *parent);
    void start();

private:
    void beforeCommit();
    void afterCommit();
    void halfAnswered();
    void perform();
    void after(int milliseconds, void (FaultyAnswer::*next)());
    void performAndSend();
    void sendAll();
    void sendRest();
    void sendPiece();
    void sendForever();
    void decideRefund();
    void hangUp();
    void finish();
    void clientLeft();

    Fault m_fault;
    Request m_request;
    QDateTime m_date;
    Hooks m_hooks;
    QPointer<QTcpSocket> m_socket;
    Response m_response;
    QByteArray m_rest; ///< What is still to be sent.
    QTimer m_timer;
    bool m_isPerformed = false;
    bool m_isAnswered = false;
    bool m_outlivesClient = false;
};

} // namespace tilldeck::sandbox
