// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every flow of every provider.
#include "checkout/draft_fields.h"
#include "providers/registry.h"
#include "support/runner.h"

#include <QTest>

namespace flows_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using checkout::Field;

class FlowsTest : public QObject
{
    Q_OBJECT

private slots:
    void limitsStandWithTheFieldsThatTheyLimit()
    {
        int flows = 0;
        for (const QString &kind : {u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s}) {
            const auto standard = providers::capabilities(kind);
            QVERIFY(standard);
            for (const checkout::FlowChoice &flow : standard->flows) {
                const auto can = providers::capabilities(kind, flow.id);
                QVERIFY2(can && can->flow == flow.id, qPrintable(flow.id));
                QCOMPARE(can->takes(Field::Mode), !can->modes.isEmpty());
                QCOMPARE(can->takes(Field::SubscriptionFrequency), !can->subscriptionFrequencies.isEmpty());
                QCOMPARE(can->takes(Field::Expiry), can->expiry.has_value());
                QCOMPARE(can->takes(Field::LineItems), can->takes(Field::Price) || can->takes(Field::Name));
                for (int field = 0; field <= int(checkout::lastField); ++field)
                    QVERIFY(!can->needs(Field(field)) || can->takes(Field(field)));
                for (const checkout::DraftField &field : checkout::localFields())
                    QVERIFY(!can->fields.contains(field.field));
                ++flows;
            }
        }
        QCOMPARE(flows, 5);
    }
};

TILLDECK_TEST(FlowsTest)

} // namespace flows_test

#include "tst_flows.moc"
