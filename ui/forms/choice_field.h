// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/choice_popup.h"
#include "ui/style/icon.h"

#include <QComboBox>

#include <optional>

namespace tilldeck::ui {

class IconButton;

/// Shows what is chosen by name and id. Down, Enter, Space or typing opens the list; any id can be typed.
class ChoiceField : public QComboBox
{
    Q_OBJECT

public:
    ChoiceField(ChoiceText texts, std::function<std::vector<Choice>()> choices, QWidget *parent = nullptr);

    /// Shows @p title, then @p secondary in the hint colour, or @p code in the fixed font. @p id is what is chosen.
    void setShown(const QString &id, const QString &title, const QString &secondary = {}, const QString &code = {});
    /// Shows @p code at the far side, with a button that empties the field.
    void setClearable(bool clearable);
    void setLeadingIcon(Icon icon) { m_leading = icon; }
    void setAsOf(const QString &asOf) { m_texts.asOf = asOf; }

    void showPopup() override;
    void hidePopup() override {}
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void open(const QString &typed);
    QRect textRect() const;

    ChoiceText m_texts;
    std::function<std::vector<Choice>()> m_choices;
    QString m_id, m_title, m_secondary, m_code;
    std::optional<Icon> m_leading;
    IconButton *m_clear = nullptr;
};

} // namespace tilldeck::ui
