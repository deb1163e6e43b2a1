// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a detail panel: who and how much, section titles, "label ... value" lines.
#pragma once

#include "money/money.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/label.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;

namespace tilldeck::ui {

class AmountLabel;
class IconButton;

/// Shows customer and e-mail at the leading edge, the main amount at the trailing one.
class PartyHead : public QWidget
{
    Q_OBJECT

public:
    explicit PartyHead(QWidget *parent = nullptr);

    void setParty(const QString &name, const QString &detail);
    void setAmount(const std::optional<money::Money> &amount);

private:
    ElidedLabel *m_name;
    ElidedLabel *m_detail;
    AmountLabel *m_amount;
};

/// The title of a section, "Items and tiers", and at the other end "EUR".
class SectionHead : public QWidget
{
    Q_OBJECT

public:
    explicit SectionHead(const QString &title, const QString &trailing = {}, QWidget *parent = nullptr);
};

/// Shows a label and its value, which can be selected.
class FactRow : public QWidget
{
    Q_OBJECT

public:
    FactRow(const QString &label, const QString &value, TextStyle style = TextStyle::Body, QWidget *parent = nullptr);

    /// Adds the copy button; @p name says what it copies ("Copy session ID").
    IconButton *addCopyButton(const QString &name);
    /// Turns the value into a link.
    void setLink(const QString &accessibleName);

signals:
    void linkActivated();

private:
    QHBoxLayout *m_layout;
    ElidedLabel *m_value;
};

/// Shows a label, the source of the figure, and the figure or a dash.
class FigureRow : public QWidget
{
    Q_OBJECT

public:
    FigureRow(const QString &label, const std::optional<money::Money> &amount, FigureSource source, bool total = false,
              QWidget *parent = nullptr);
};

} // namespace tilldeck::ui
