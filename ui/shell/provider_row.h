// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace tilldeck::ui {

/// Offers a provider to connect to: initials, name, and what one needs for it, or why it cannot be chosen.
class ProviderRow : public QAbstractButton
{
    Q_OBJECT

public:
    ProviderRow(const QString &name, const QString &needs, QWidget *parent = nullptr);

    /// Enables or disables the row, and shows @p text below the name: what one needs, or why it cannot be chosen.
    void setAvailable(bool available, const QString &text);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_needs;
};

} // namespace tilldeck::ui
