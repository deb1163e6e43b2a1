// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/field_frame.h"

namespace tilldeck::ui {

class ElidedLabel;

/// A URL to read and use, elided in the middle; a token in it is masked. The buttons are the caller's.
class UrlField : public FieldFrame
{
    Q_OBJECT

public:
    explicit UrlField(const QString &accessibleName, QWidget *parent = nullptr);

    /// URL stays as it is written; TOKEN is masked wherever it occurs in it, and without TOKEN all that follows the
    /// host.
    void setUrl(const QString &url, const QString &token = {});
    /// A sentence in place of the URL ("Set the checkout address in Settings").
    void setMissing(const QString &reason);
    QString url() const { return m_url; }
    QString visibleText() const;

private:
    ElidedLabel *m_text;
    QString m_url;
};

} // namespace tilldeck::ui
