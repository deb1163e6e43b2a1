// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/list_model_base.h"

#include <algorithm>
#include <chrono>

namespace tilldeck::ui {

namespace {

constexpr int nearby = 100;  ///< Rows that are wanted with one question.
constexpr int mostRun = 400; ///< More are not asked for at once.

} // namespace

ListModelBase::ListModelBase(QObject *parent)
    : DescribedModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    m_patience.setSingleShot(true);
    m_patience.setInterval(std::chrono::milliseconds(100));
    connect(&m_soon, &QTimer::timeout, this, [this] { readWanted(); });
    connect(&m_patience, &QTimer::timeout, this, [this] { dropOldRows(); });
}

void ListModelBase::want(int row) const
{
    const bool isNear = m_wanted.count > 0 && row >= m_wanted.first - nearby && row < m_wanted.end() + nearby;
    const int first = isNear ? std::min(m_wanted.first, row) : row;
    const int end = isNear ? std::max(m_wanted.end(), row + 1) : row + 1;
    m_wanted = end - first > mostRun ? RowRun{row, 1} : RowRun{first, end - first};
    if (!m_soon.isActive())
        m_soon.start();
}

QVariant ListModelBase::beingRead()
{
    return tr("Being read", "a row of a list");
}

void ListModelBase::readAhead(int first, int last)
{
    for (const int row : {std::max(0, first), std::min(last, rowCount() - 1)}) {
        if (row >= 0 && !isRead(row))
            want(row);
    }
}

} // namespace tilldeck::ui

#include "moc_list_model_base.cpp"
