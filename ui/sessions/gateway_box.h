// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session.h"

#include <QWidget>

namespace tilldeck::ui {

class Label;
class MaskedField;
class SecretClipboard;

/// What the merchant's own page hands to the gateway that takes the payment; hidden where there is nothing to hand
/// over.
class GatewayBox : public QWidget
{
    Q_OBJECT

public:
    explicit GatewayBox(SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// Copying is off where WHY_NOT gives a reason.
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
