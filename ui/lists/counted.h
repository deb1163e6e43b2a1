// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/error.h"
#include "ui/widgets/when_done.h"

#include <QFuture>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace tilldeck::ui {

/// What every Counted has, whatever it counts.
class CountedBase : public QObject
{
public:
    /// Counts again: the records are others than before.
    virtual void countAgain() = 0;
    /// Shows nothing at once, and counts anew when it is asked for: what follows has nothing to do with what was.
    virtual void forget() = 0;

protected:
    /// How long the figure of the filter before may stay, so that nothing flickers.
    static constexpr std::chrono::milliseconds patience{100};

    using QObject::QObject;
};

/// A figure of the ledger that is shown beside a list: the answer to its newest question, and never that of another
/// filter for longer than a moment. A question that nobody waits for any more is cancelled.
template <class Filter, class Figure> class Counted : public CountedBase
{
public:
    using Ask = std::function<QFuture<checkout::Result<Figure>>(const Filter &)>;
    using Show = std::function<void(const std::optional<Figure> &)>; ///< Nothing: it is not known yet, or cannot be.

    Counted(Ask ask, Show show, QObject *parent)
        : CountedBase(parent)
        , m_ask(std::move(ask))
        , m_show(std::move(show))
    {
        m_patience.setSingleShot(true);
        m_patience.setInterval(patience);
        connect(&m_patience, &QTimer::timeout, this, [this] { m_show({}); });
    }
    ~Counted() override { drop(); }

    /// Counts what @p filter lets through, unless that is what was counted last.
    void count(const Filter &filter)
    {
        if (m_filter == filter)
            return;
        drop();
        m_filter = filter;
        if (!m_patience.isActive())
            m_patience.start();
        ask();
    }

    void countAgain() override
    {
        if (!m_filter)
            return;
        if (m_cancel)
            m_again = true; // after this answer: where one change follows another, none would ever come
        else
            ask();
    }

    void forget() override
    {
        drop();
        m_filter.reset();
        m_patience.stop();
        m_show({});
    }

private:
    void drop()
    {
        ++m_generation;
        m_again = false;
        if (m_cancel)
            std::exchange(m_cancel, {})();
    }
    void ask()
    {
        QFuture<checkout::Result<Figure>> future = m_ask(*m_filter);
        m_cancel = [future]() mutable { future.cancel(); };
        whenDone(future, this, [this, generation = m_generation](const checkout::Result<Figure> &answer) {
            if (generation != m_generation)
                return;
            m_cancel = {};
            m_patience.stop();
            m_show(answer ? std::optional(*answer) : std::nullopt);
            if (generation == m_generation && std::exchange(m_again, false))
                ask();
        });
    }

    Ask m_ask;
    Show m_show;
    std::optional<Filter> m_filter;
    std::function<void()> m_cancel; ///< Of the question that is on its way.
    bool m_again = false;           ///< The records changed since that question.
    quint64 m_generation = 0;
    QTimer m_patience;
};

} // namespace tilldeck::ui
