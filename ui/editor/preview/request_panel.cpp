// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/preview/request_panel.h"

#include "desk/curl_command.h"
#include "ui/widgets/button.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QGridLayout>
#include <QTimer>

using namespace std::chrono_literals;

namespace tilldeck::ui {

RequestPanel::RequestPanel(const checkout::Capabilities &can, QClipboard *clipboard, QWidget *parent)
    : QWidget(parent)
    , m_repeats(can.honoursIdempotencyKey)
    , m_clipboard(clipboard)
    , m_method(new Label({}, TextStyle::SecondaryStrong))
    , m_path(new ElidedLabel({}, TextStyle::Mono, Tone::Text, Qt::ElideMiddle))
    , m_facts(new QGridLayout)
    , m_body(new JsonView)
    , m_copyCurl(new Button(Icon::Copy, tr("Copy curl")))
    , m_copyJson(new Button(tr("Copy JSON")))
    , m_error(makeWrappedLabel({}, TextStyle::Secondary, Tone::Text2))
{
    m_facts->setColumnStretch(1, 1);
    m_facts->setVerticalSpacing(px(6));
    m_facts->setHorizontalSpacing(px(16));
    auto *address = makeRowLayout(px(8));
    address->addWidget(m_method);
    address->addWidget(m_path, 1);
    auto *buttons = makeRowLayout(px(6));
    addWidgets(*buttons, m_copyCurl, m_copyJson);
    buttons->addStretch();
    buttons->addWidget(new Label(tr("The key is never copied."), TextStyle::Code, Tone::Text3));
    auto *note = makeWrappedLabel(tr("Amounts are not sent: %1 reads them from each price.").arg(can.providerName),
                                  TextStyle::Secondary, Tone::Text3);
    note->setVisible(can.takes(checkout::Field::Price));

    auto *layout = makeColumnLayout(this, px(8), {px(16), px(12), px(16), px(16)});
    layout->addLayout(address);
    layout->addLayout(m_facts);
    layout->addSpacing(px(4));
    layout->addWidget(m_error);
    layout->addWidget(m_body, 1);
    layout->addStretch(0); // keeps the sentence at the top where there is no body
    layout->addLayout(buttons);
    layout->addWidget(note);

    connect(m_copyCurl, &Button::clicked, this, [this] { copy(m_copyCurl, desk::curlCommand(m_request)); });
    connect(m_copyJson, &Button::clicked, this,
            [this] { copy(m_copyJson, QString::fromUtf8(m_request.indentedBody())); });
}

void RequestPanel::setRequest(const checkout::Result<providers::RequestText> &request)
{
    m_copyCurl->setEnabled(request.has_value());
    m_copyJson->setEnabled(request.has_value());
    m_error->setVisible(!request.has_value());
    m_body->setVisible(request.has_value());
    clearLayout(*m_facts);
    if (!request) {
        m_method->clear();
        m_path->clear();
        m_error->setText(request.error().sentence);
        return;
    }
    m_request = *request;
    m_method->setText(QString::fromLatin1(request->method));
    m_path->setText(request->url.path());
    m_path->setToolTip(request->url.toDisplayString());
    const auto fact = [this](const QString &name, const QString &value, TextStyle style) {
        const int row = m_facts->rowCount();
        m_facts->addWidget(new Label(name, TextStyle::Secondary, Tone::Text2), row, 0);
        auto *text = new ElidedLabel(value, style, Tone::Text, Qt::ElideMiddle);
        text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_facts->addWidget(text, row, 1);
    };
    for (const auto &[name, value] : request->headers)
        fact(QString::fromLatin1(name), QString::fromUtf8(value), TextStyle::Mono);
    fact(tr("If no answer comes"),
         m_repeats ? tr("Asks you; sent again, the same idempotency key acts once")
                   : tr("Asks you, never resends by itself"),
         TextStyle::Secondary);
    m_body->setJson(QString::fromUtf8(request->indentedBody()));
}

void RequestPanel::copy(Button *button, const QString &text)
{
    m_clipboard->setText(text);
    const QString before = button == m_copyCurl ? tr("Copy curl") : tr("Copy JSON");
    button->setText(tr("Copied"));
    QTimer::singleShot(2s, button, [button, before] { button->setText(before); });
}

} // namespace tilldeck::ui

#include "moc_request_panel.cpp"
