// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session.h"

#include <QWidget>

namespace tilldeck::ui {

class Label;
class MaskedField;
class SecretClipboard;

/// Shows the values that the merchant's own page passes to the payment gateway; hidden where the session has none.
class GatewayBox : public QWidget
{
    Q_OBJECT

public:
    explicit GatewayBox(SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// Disables copying, with @p whyNot as the reason, unless that is empty.
    void setHandover(const checkout::GatewayHandover &handover, const QString &whyNot);
    void copyClientSecret();

private:
    struct Field
    {
        Label *title;
        MaskedField *value;
    };
    Field addField(const QString &title, const QString &name, SecretClipboard *clipboard);

    Field m_secret;
    Field m_key;
};

} // namespace tilldeck::ui
