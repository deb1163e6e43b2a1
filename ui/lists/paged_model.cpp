// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/paged_model.h"

namespace tilldeck::ui {

bool PagedModelBase::isLoading() const
{
    return !m_loaded;
}

} // namespace tilldeck::ui

#include "moc_paged_model.cpp"
