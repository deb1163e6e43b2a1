// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "checkout/error.h"
#include "providers/provider.h"

#include <QClipboard>
#include <QWidget>

class QGridLayout;

namespace tilldeck::ui {

class Button;
class ElidedLabel;
class JsonView;
class Label;

/// Shows the request that Create would send, to read and to copy, but never the key.
class RequestPanel : public QWidget
{
    Q_OBJECT

public:
    RequestPanel(const checkout::Capabilities &can, QClipboard *clipboard, QWidget *parent = nullptr);

    void setRequest(const checkout::Result<providers::RequestText> &request);

private:
    void copy(Button *button, const QString &text);

    bool m_repeats; ///< Whether the provider recognises a request that is sent again.
    QClipboard *m_clipboard;
    providers::RequestText m_request;
    Label *m_method;
    ElidedLabel *m_path;
    QGridLayout *m_facts;
    JsonView *m_body;
    Button *m_copyCurl;
    Button *m_copyJson;
    Label *m_error;
};

} // namespace tilldeck::ui
