// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/search_text.h"

#include <QCompleter>
#include <QStringListModel>

#include <functional>

namespace tilldeck::ui {

class SearchField;

/// Offers below a search field what may be typed there: fields, and the values of one. Up and Down choose, Enter takes
/// what is chosen, Esc closes; Ctrl+Space offers all fields.
class SearchChoices : public QObject
{
    Q_OBJECT

public:
    using Names = std::function<desk::SearchNames()>;

    SearchChoices(SearchField *field, Names names);

    bool isOpen() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void offer(bool isAsked);
    void take(const QString &text);

    SearchField *m_field;
    Names m_names;
    QStringListModel m_texts;
    QCompleter m_completer;
    desk::SearchCompletion m_offered;
};

} // namespace tilldeck::ui
