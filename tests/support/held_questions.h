// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"

#include <QSemaphore>
#include <QThread>

namespace tilldeck::test {

/// Keeps the ledger's long questions waiting, as one before them would that takes long, until release().
class HeldQuestions
{
public:
    explicit HeldQuestions(ledger::Ledger &ledger)
    {
        bool isHeld = false;
        while (!isHeld) { // an answer that is there already would hold this thread
            m_first = ledger.countTransactions({}).then(QtFuture::Launch::Sync,
                                                        [this, &isHeld, here = QThread::currentThread()](const auto &) {
                                                            const bool isThere = QThread::currentThread() != here;
                                                            isHeld = isThere;
                                                            m_isAsked.release();
                                                            if (isThere)
                                                                m_goOn.acquire();
                                                        });
            m_isAsked.acquire();
        }
    }
    ~HeldQuestions() { release(); }
    HeldQuestions(const HeldQuestions &) = delete;
    HeldQuestions &operator=(const HeldQuestions &) = delete;

    void release()
    {
        if (m_first.isFinished())
            return;
        m_goOn.release();
        m_first.waitForFinished();
    }

private:
    QSemaphore m_isAsked, m_goOn;
    QFuture<void> m_first;
};

} // namespace tilldeck::test
