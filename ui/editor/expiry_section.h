// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"

#include <QDateTime>
#include <QWidget>

#include <functional>

namespace tilldeck::ui {

class DraftEditor;
class NumberField;
class RichLine;
class SegmentedControl;
class ShownTimer;

/// Edits the hours until the session ends, offers a few usual ones, and shows the local time of the end if it were
/// created now. The provider's own default is shown while nothing is typed, and not sent.
class ExpirySection : public QWidget
{
    Q_OBJECT

public:
    ExpirySection(DraftEditor *draft, const checkout::Capabilities &can, std::function<QDateTime()> now,
                  QWidget *parent = nullptr);

    void reload();
    NumberField *field() const { return m_hours; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    std::optional<qint64> hours() const;
    void updateTime();

    DraftEditor *m_draft;
    checkout::Capabilities m_can;
    std::function<QDateTime()> m_now;
    NumberField *m_hours;
    SegmentedControl *m_usual;
    RichLine *m_until;
    ShownTimer *m_minute;
};

} // namespace tilldeck::ui
