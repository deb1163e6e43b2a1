// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/choices.h"

#include <QFrame>
#include <QSortFilterProxyModel>

#include <functional>

class QLineEdit;
class QListView;

namespace tilldeck::ui {

class Button;
class Label;

/// The texts of a ChoiceField and its popup.
struct ChoiceText
{
    QString name;        ///< For assistive technology: "Price".
    QString placeholder; ///< In the closed field: "Choose a price".
    QString search;      ///< In the empty search line: "Search prices or type an ID".
    QString useId;       ///< "Use a price ID…"
    QString useTyped;    ///< "Use the price ID “%1”"
    QString asOf;        ///< "Prices from 14:31"; may be empty.
};

/// A search line, the list of choices, and a button that uses the typed text as an id. Opens below its field and
/// deletes itself.
class ChoicePopup : public QFrame
{
    Q_OBJECT

public:
    ChoicePopup(const ChoiceText &texts, std::vector<Choice> choices, const QString &current, QWidget *field);

    void openWith(const QString &typed);

signals:
    void chosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void filter(const QString &text);
    void take(const QModelIndex &index);
    void takeTyped();
    void goOn();
    void place();
    bool filterUseIdKey(QKeyEvent &event);
    bool step(int by); ///< Returns false, and chooses nothing else, at the end of the list.

    QWidget *m_field;
    ChoiceText m_texts;
    ChoiceModel m_choices;
    QSortFilterProxyModel m_shown;
    QLineEdit *m_search;
    QListView *m_list;
    Button *m_useId;
};

} // namespace tilldeck::ui
