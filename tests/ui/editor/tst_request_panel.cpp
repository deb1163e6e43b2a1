// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel of the request promises about an answer that does not come is what its flow can do.
#include "providers/registry.h"
#include "support/runner.h"
#include "ui/editor/preview/request_panel.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QTest>

namespace request_panel_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class RequestPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void whatItPromisesIsWhatTheFlowCanDo_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("flow");
        QTest::addColumn<bool>("actsOnce");
        // Documented: the reference of a charge (ChargeRequest), and Idempotency-Key at Ikawaari.
        QTest::newRow("PaymentKit") << u"paymentkit"_s << QString() << false;
        QTest::newRow("Khaime, charge") << u"khaime"_s << u"khaime.charge"_s << true;
        QTest::newRow("Khaime, session") << u"khaime"_s << u"khaime.session"_s << false;
        QTest::newRow("Khaime, embedded checkout") << u"khaime"_s << u"khaime.checkout"_s << false;
        QTest::newRow("Ikawaari") << u"ikawaari"_s << QString() << true;
    }
    void whatItPromisesIsWhatTheFlowCanDo()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, flow);
        QFETCH(const bool, actsOnce);
        const auto can = providers::capabilities(kind, flow);
        QVERIFY(can.has_value() && (flow.isEmpty() || can->flow == flow));
        QCOMPARE(can->honoursIdempotencyKey, actsOnce);
        ui::RequestPanel panel(*can, QApplication::clipboard());
        providers::RequestText request;
        request.method = "POST";
        request.url = QUrl(u"https://api.example.com/v1/sessions"_s);
        request.body = "{}";
        panel.setRequest(request);
        panel.show();
        const QStringList texts = textsOf(panel);
        QVERIFY2(texts.contains(u"If no answer comes"_s), qPrintable(texts.join(u'\n')));
        QCOMPARE(texts.contains(u"Asks you; sent again, the same idempotency key acts once"_s), actsOnce);
        QCOMPARE(texts.contains(u"Asks you, never resends by itself"_s), !actsOnce);
    }

    void everyFlowHasARow()
    {
        int flows = 0;
        for (const QString &kind : {u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s})
            flows += int(providers::capabilities(kind)->flows.size());
        QCOMPARE(flows, 5);
    }

private:
    static QStringList textsOf(const QWidget &panel)
    {
        QStringList texts;
        for (const auto *label : panel.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&panel))
                texts << label->text();
        }
        for (const auto *label : panel.findChildren<ui::ElidedLabel *>()) {
            if (label->isVisibleTo(&panel))
                texts << label->text();
        }
        return texts;
    }
};

TILLDECK_TEST(RequestPanelTest)

} // namespace request_panel_test

#include "tst_request_panel.moc"
