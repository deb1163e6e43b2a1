// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/stored_sentence.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTranslator>

#include <optional>
#include <span>
#include <vector>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

namespace {

struct Source
{
    const char *context;
    const char *text;
    const char *comment = nullptr;
};

constexpr const char *errorsContext = "tilldeck::providers::Errors";

/// What is kept of an intent or of a look-up and shown again. Every one stands where it is written, too: this list only
/// finds it.
constexpr Source storedSentences[] = {
    {"Journal", "Tilldeck ended before the provider's answer arrived."},
    {"tilldeck::desk::TakeIntentsOver", "The journal that knew what became of it is gone."},
    {"tilldeck::desk::Desk", "Tilldeck was closed before an answer came."},
    {"tilldeck::desk::RebuildLedger", "Not asked yet", "status of a session"},
    {"tilldeck::desk::CreationEnd", "Created as %1, but this computer could not keep it."},
    {"tilldeck::desk::CreationEnd",
     "The provider answered with %1, the session of an earlier creation. It is not known whether another one was made: "
     "look in its dashboard."},
    {"tilldeck::desk::CreationEnd",
     "The provider answered with %1, which was listed before this was sent. It is not known whether another one was "
     "made: look in its dashboard.",
     "ID"},
    {"tilldeck::desk::CreationEnd",
     "The provider answered with another session: %1 It is not known whether the one that was asked for was made: look "
     "in its dashboard.",
     "in what it is another one"},
    {"tilldeck::desk::CreationEnd", "This reference belongs to a charge made earlier; nothing new was charged."},
    {"tilldeck::desk::Refund", "The provider took this refund and did not give it back after all."},
    {"tilldeck::desk::Refund", "%1 no longer counts this refund of %2 in what it gave back.", "provider, an amount"},
    {"tilldeck::desk::Refund", "%1 may count this refund of %2 again in what it gave back.", "provider, an amount"},
    {"tilldeck::desk::Refund",
     "%1 counts %2 more as given back since this refund, which ended as refused. It may have made it all the same.",
     "provider, an amount"},
    {"tilldeck::desk::Refund",
     "%1 answered with the refund “%2”, which was made before this one was sent. So it is not known whether this one "
     "was made.",
     "provider, ID"},
    {"tilldeck::desk::Refund", "%1 lists a refund that fits this one, after it was decided as not given back."},
    {"tilldeck::desk::Refund", "%1 lists a refund that fits this one, after this one had failed."},
    {"tilldeck::desk::Refund", "%1 lists a refund that fits this one, after it refused it."},
    {"tilldeck::desk::Refund", "%1 lists a refund that fits this one, after it did not list it."},
    {"tilldeck::desk::Refund", "The provider could not give the money back."},
    {"tilldeck::desk::Refund", "The merchant decided: not given back."},
    {"tilldeck::desk::Refund", "The merchant decided: given back."},
    {"tilldeck::desk::RefusedAgain",
     "%1 refused it when it was sent again. That does not tell whether it was taken the first time.", "provider"},
    {"tilldeck::desk::ReconcileRefund", "The provider did not give this back."},
    {"tilldeck::desk::Reconcile", "The merchant decided: not created, or of no matter."},
    {"tilldeck::desk::Reconcile", "%1 lists %2, which fits this one, after it was decided as not created.",
     "provider, ID"},
    {"tilldeck::desk::ReconcileEntry", "The merchant decided: not made."},
    {"tilldeck::desk::ReconcileEntry", "The provider has this code with other terms, so it was there before."},
    {"tilldeck::desk::ReconcileEntry", "The provider had this code before it was sent."},
    {"tilldeck::desk::ReconcileEntry", "It can still be used. Switch it off again."},
    {"tilldeck::desk::ReconcileEntry",
     "The provider has the route with other contents. Save it again if you still want the change."},
    {"tilldeck::desk::PromotionBatch", "Not sent: the merchant left the rest."},
    {"tilldeck::desk::PromotionBatch", "The merchant decided: not made."},
    {"tilldeck::providers::Answers", "The provider's answer could not be read, so nothing was changed here. Check the "
                                     "account's address, or try again later."},
    {errorsContext, "There is no server of that name."},
    {errorsContext, "The server took no connection."},
    {errorsContext, "The connection ended before the answer was complete."},
    {errorsContext, "No complete answer came in time."},
    {errorsContext, "The proxy of this network let nothing through."},
    {errorsContext, "What came back is no web answer."},
    {errorsContext, "What came back is no complete answer of an API."},
    {errorsContext, "The answer was too large to be read."},
    {errorsContext, "%1 does not know this account, or something that the session uses. Check the account's details."},
    {errorsContext, "%1 does not know this payment. Refresh the transactions, and check the account."},
    {errorsContext, "%1 does not know this entry, or something that it uses. Refresh the catalog."},
    {errorsContext, "%1 does not know this checkout session. Check its ID and the account."},
    {errorsContext, "%1 refused this session. Nothing was created: mend the draft and create it again."},
    {errorsContext, "%1 did not end this session. Check its present state."},
    {errorsContext, "%1 refused this refund, so no money was given back."},
    {errorsContext, "%1 refused this, so nothing was changed."},
    {errorsContext, "%1 refused the question."},
    {errorsContext, "%1 did not say whether the session ended. Check its present state."},
    {errorsContext, "%1 did not say whether the money was given back."},
    {errorsContext, "%1 did not say whether it was saved. Go on with it, or look it up, before you ask for it again."},
    {errorsContext, "%1 did not say whether the session was created."},
    {errorsContext, "%1 refused the key. Enter the account's key again."},
    {errorsContext, "This key may not do that on this account. Check the account's details at %1, or use a key with "
                    "more rights."},
    {errorsContext, "%1 does not offer this for the account."},
    {errorsContext, "%1 takes no more requests for now. Wait a minute, then try again."},
    {errorsContext, "%1 could not be reached. Check the connection and the account's address, then try again."},
    {errorsContext, "%1's answer could not be read. Check the account's address, or try again later."},
    {errorsContext, "Stopped before %1 answered."},
    {errorsContext, "%1 has a fault of its own at the moment. Try again later."},
    {errorsContext, "The account's address leads elsewhere, and the key is not sent there. Check the address."},
};

/// What a code of a batch keeps of an error that a provider explains.
constexpr Source withDetails{"tilldeck::desk::PromotionBatch", "%1 Details: “%2”",
                             "sentence, the provider's own words"};

/// Means of payment.
constexpr Source storedMethods[] = {
    {"tilldeck::providers::Answers", "%1 ending %2", "card brand and its last four digits"},
    {"tilldeck::providers::Answers", "Card"},
    {"tilldeck::providers::Ikawaari", "Mobile money"},
    {"tilldeck::providers::Ikawaari", "Mobile money, %1", "the operator"},
};

/// Puts a group @p name in the place of the first @p mark of an escaped text, and the same text in that of the others.
void putGroup(QString &pattern, const QString &mark, const QString &name)
{
    if (const qsizetype at = pattern.indexOf(mark); at >= 0)
        pattern.replace(at, mark.size(), u"(?<%1>.+)"_s.arg(name)).replace(mark, u"\\k<%1>"_s.arg(name));
}

/// Returns what matches @p text with anything for %1 and %2.
QRegularExpression patternOf(const QString &text)
{
    QString pattern = QRegularExpression::escape(text);
    putGroup(pattern, u"\\%1"_s, u"a"_s);
    putGroup(pattern, u"\\%2"_s, u"b"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

/// One language's form of a sentence.
struct Form
{
    Form(const Source &source, const QString &text)
        : source(source)
        , pattern(patternOf(text))
    {
    }

    Source source;
    QRegularExpression pattern;
};

/// A sentence with what stands in its places.
struct Found
{
    Source source;
    QString first, second;
};

/// Returns the forms of @p sources in every language that the program has.
std::vector<Form> formsOf(std::span<const Source> sources)
{
    const QDir words(u":/i18n"_s);
    const QStringList files = words.entryList({u"tilldeck_*.qm"_s});
    std::vector<Form> forms;
    forms.reserve(sources.size() * static_cast<size_t>(files.size() + 1));
    for (const Source &source : sources)
        forms.emplace_back(source, QString::fromUtf8(source.text));
    for (const QString &file : files) {
        QTranslator language;
        if (!language.load(words.filePath(file)))
            continue;
        for (const Source &source : sources) {
            const QString text = language.translate(source.context, source.text, source.comment);
            if (!text.isEmpty())
                forms.emplace_back(source, text);
        }
    }
    return forms;
}

std::optional<Found> find(const std::vector<Form> &forms, const QString &text)
{
    for (const Form &form : forms) {
        const QRegularExpressionMatch match = form.pattern.match(text);
        if (match.hasMatch())
            return Found{form.source, match.captured(u"a"_s), match.captured(u"b"_s)};
    }
    return std::nullopt;
}

QString inWords(const Found &found)
{
    const QString text = QCoreApplication::translate(found.source.context, found.source.text, found.source.comment);
    if (text.contains(u"%2"_s))
        return text.arg(found.first, found.second);
    return text.contains(u"%1"_s) ? text.arg(found.first) : text;
}

} // namespace

QString inPresentLanguage(const QString &stored)
{
    static const std::vector<Form> sentences = formsOf(storedSentences);
    static const std::vector<Form> explained = formsOf({&withDetails, 1});
    const auto around = find(explained, stored);
    const QString sentence = around ? around->first : stored;
    const auto known = find(sentences, sentence);
    const QString now = known ? inWords(*known) : sentence;
    return around ? inWords({around->source, now, inPresentLanguage(around->second)}) : now;
}

QString methodInPresentLanguage(const QString &stored)
{
    static const std::vector<Form> methods = formsOf(storedMethods);
    const auto known = find(methods, stored);
    if (!known || known->first.isEmpty())
        return known ? inWords(*known) : stored;
    // A card without a brand is called one.
    return inWords({known->source, methodInPresentLanguage(known->first), known->second});
}

} // namespace tilldeck::desk
