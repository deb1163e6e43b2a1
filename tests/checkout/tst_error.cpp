// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/error.h"
#include "support/runner.h"

#include <QTest>

namespace error_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using checkout::Error;
using checkout::ErrorKind;

class ErrorTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatTheProviderMayHaveDoneIsInDoubt_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("mayHaveTakenEffect");
        QTest::newRow("rejected") << ErrorKind::Rejected << false;
        QTest::newRow("unknown outcome") << ErrorKind::UnknownOutcome << true;
        QTest::newRow("offline: nothing was sent") << ErrorKind::Offline << false;
        QTest::newRow("unauthorised") << ErrorKind::Unauthorised << false;
        QTest::newRow("forbidden") << ErrorKind::Forbidden << false;
        QTest::newRow("not found") << ErrorKind::NotFound << false;
        QTest::newRow("rate limited") << ErrorKind::RateLimited << false;
        QTest::newRow("unsupported") << ErrorKind::Unsupported << false;
        QTest::newRow("an answer that cannot be read") << ErrorKind::Malformed << true;
        QTest::newRow("invalid input: nothing was sent") << ErrorKind::InvalidInput << false;
        QTest::newRow("storage: nothing was sent") << ErrorKind::Storage << false;
        QTest::newRow("cancelled while it was under way") << ErrorKind::Cancelled << true;
    }
    void onlyWhatTheProviderMayHaveDoneIsInDoubt()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(bool, mayHaveTakenEffect);
        QCOMPARE(checkout::mayHaveTakenEffect(Error(kind, u"x"_s)), mayHaveTakenEffect);
    }

    /// A kind that is added needs a row above.
    void everyKindHasARow() { QCOMPARE(int(ErrorKind::Cancelled), 11); }
};

TILLDECK_TEST(ErrorTest)

} // namespace error_test

#include "tst_error.moc"
