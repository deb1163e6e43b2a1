// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/gateway_box.h"

#include "ui/figures/gateway_name.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/masked_field.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

GatewayBox::GatewayBox(SecretClipboard *clipboard, QWidget *parent)
    : QWidget(parent)
{
    makeColumnLayout(this, px(6));
    m_secret = addField(tr("Client secret"), u"clientSecret"_s, clipboard);
    m_key = addField(tr("Publishable key"), u"publishableKey"_s, clipboard);
}

GatewayBox::Field GatewayBox::addField(const QString &title, const QString &name, SecretClipboard *clipboard)
{
    const Field field{new Label({}, TextStyle::Header, Tone::Text2), new MaskedField(title, clipboard)};
    field.value->setObjectName(name);
    addWidgets(*layout(), field.title, field.value);
    return field;
}

void GatewayBox::setHandover(const checkout::GatewayHandover &handover, const QString &whyNot)
{
    const QString gateway = gatewayName(handover.gateway);
    m_secret.title->setText(gateway.isEmpty() ? tr("Client secret")
                                              : tr("Client secret for %1", "gateway").arg(gateway));
    m_key.title->setText(gateway.isEmpty() ? tr("Publishable key")
                                           : tr("Publishable key for %1", "gateway").arg(gateway));
    const auto show = [&whyNot](const Field &field, const QString &value) {
        field.title->setVisible(!value.isEmpty());
        field.value->setVisible(!value.isEmpty());
        field.value->setSecret(value);
        field.value->setCopyDisabled(whyNot);
    };
    show(m_secret, handover.clientSecret);
    show(m_key, handover.publishableKey);
    setVisible(!handover.clientSecret.isEmpty() || !handover.publishableKey.isEmpty());
}

void GatewayBox::copyClientSecret()
{
    m_secret.value->copy();
}

} // namespace tilldeck::ui

#include "moc_gateway_box.cpp"
