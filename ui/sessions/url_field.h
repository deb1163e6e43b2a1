// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/field_frame.h"

namespace tilldeck::ui {

class ElidedLabel;

/// Shows a URL, elided in the middle and with its token masked.
class UrlField : public FieldFrame
{
    Q_OBJECT

public:
    explicit UrlField(const QString &accessibleName, QWidget *parent = nullptr);

    /// Masks @p token wherever it occurs in @p url, or everything after the host where @p token is empty. The URL
    /// itself is kept as written.
    void setUrl(const QString &url, const QString &token = {});
    /// Shows @p reason in place of a URL ("Set the checkout address in Settings").
    void setMissing(const QString &reason);
    QString url() const { return m_url; }
    QString visibleText() const;

private:
    ElidedLabel *m_text;
    QString m_url;
};

} // namespace tilldeck::ui
