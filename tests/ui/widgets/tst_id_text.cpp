// SPDX-License-Identifier: GPL-3.0-or-later
// IDs stand in the font of IDs, also within a sentence.
#include "support/runner.h"
#include "ui/style/theme.h"
#include "ui/widgets/id_text.h"

#include <QTest>

namespace id_text_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;

class IdTextTest : public QObject
{
    Q_OBJECT

private slots:
    void anIdInASentenceIsFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("a refund") << u"Refunded 5.00 EUR · re_4x2"_s << QStringList{u"re_4x2"_s};
        QTest::newRow("a UUID") << u"Session 3f2a0c1e-0b7d-4c55-9e1a-2f4x00000000 or "
                                   "3f2a0c1e-0b7d-4c55-9e1a-2f4000000000"_s
                                << QStringList{u"3f2a0c1e-0b7d-4c55-9e1a-2f4000000000"_s};
        QTest::newRow("two") << u"txn_1 and ch_2b_3"_s << QStringList{u"txn_1"_s, u"ch_2b_3"_s};
        QTest::newRow("goods") << u"3x4 planks, refund under_way"_s << QStringList();
    }
    void anIdInASentenceIsFound()
    {
        QFETCH(const QString, text);
        QStringList found;
        const auto formats = ui::idFormats(text);
        for (const auto &range : formats) {
            found << text.mid(range.start, range.length);
            QCOMPARE(range.format.font().family(), ui::font(ui::TextStyle::Mono).family());
        }
        QTEST(found, "ids");
        QVERIFY(ui::isId(u"txn_4x2"_s) && !ui::isId(u"txn_4x2 paid"_s) && !ui::isId(QString()));
    }
};

TILLDECK_TEST(IdTextTest)

} // namespace id_text_test

#include "tst_id_text.moc"
