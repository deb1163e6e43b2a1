// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/fault_body.h"

#include <QJsonArray>
#include <QtEndian>

#include <array>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

/// Returns @p value with every leaf replaced by what @p change makes of it.
template <typename Change> QJsonValue eachLeaf(const QJsonValue &value, Change change)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            *it = eachLeaf(it.value(), change);
        return object;
    }
    if (value.isArray()) {
        QJsonArray list;
        for (const auto &item : value.toArray())
            list << eachLeaf(item, change);
        return list;
    }
    return change(value);
}

QJsonValue ofOtherType(const QJsonValue &leaf)
{
    if (leaf.isString())
        return 7;
    if (leaf.isDouble())
        return QString::number(leaf.toDouble());
    return leaf.isBool() ? QJsonValue(leaf.toBool() ? u"yes"_s : u"no"_s) : leaf;
}

QJsonValue forged(const QJsonValue &leaf)
{
    if (leaf.isString())
        return QString(leaf.toString() + "_forged"_L1);
    return leaf.isDouble() ? QJsonValue(leaf.toInteger() + 1) : leaf;
}

QJsonValue huge(const QJsonValue &leaf)
{
    constexpr qint64 beyondDouble = (qint64(1) << 53) + 1;
    return leaf.isDouble() ? QJsonValue(beyondDouble) : leaf;
}

template <typename Change> QByteArray changed(const QByteArray &body, Change change)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isArray())
        return QJsonDocument(eachLeaf(document.array(), change).toArray()).toJson(QJsonDocument::Compact);
    return QJsonDocument(eachLeaf(document.object(), change).toObject()).toJson(QJsonDocument::Compact);
}

/// Returns the members of two objects in one, so that each name stands there twice.
QByteArray doubled(const QByteArray &first, const QByteArray &second)
{
    return first.left(first.lastIndexOf('}')) + ',' + second.mid(second.indexOf('{') + 1);
}

quint32 crc32(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < made.size(); ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1) != 0 ? 0xEDB88320U ^ (value >> 1) : value >> 1;
            made.at(i) = value;
        }
        return made;
    }();
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = table.at((crc ^ uchar(byte)) & 0xFFU) ^ (crc >> 8);
    return crc ^ 0xFFFFFFFFU;
}

/// Returns @p bytes as gzip has them (RFC 1952).
QByteArray gzipped(const QByteArray &bytes)
{
    // Qt's format is four bytes of length, then zlib's: two bytes, the deflated stream, four of a checksum.
    constexpr qsizetype before = 6;
    constexpr qsizetype after = 4;
    const QByteArray zlib = qCompress(bytes, 9);
    std::array<quint32, 2> end{qToLittleEndian(crc32(bytes)), qToLittleEndian(quint32(bytes.size()))};
    return QByteArray::fromHex("1f8b0800000000000003") + zlib.mid(before, zlib.size() - before - after) +
           QByteArray(reinterpret_cast<const char *>(end.data()), sizeof end);
}

QByteArray bomb(int mebibytes)
{
    static int madeOf = 0;
    static QByteArray made;
    if (madeOf != mebibytes) {
        madeOf = mebibytes;
        made = gzipped(R"({"items":[")" + QByteArray(qsizetype(mebibytes) * 1024 * 1024, 'a') + "\"]}");
    }
    return made;
}

QByteArray nested(int levels)
{
    return R"({"items":)" + QByteArray(levels, '[') + QByteArray(levels, ']') + '}';
}

QByteArray withBadBytes(QByteArray body)
{
    const qsizetype text = body.indexOf(":\"");
    return body.insert(text < 0 ? 0 : text + 2, "\xC3\x28\xFF");
}

} // namespace

Response spoiled(const Fault &fault, Response right)
{
    using Kind = Fault::Kind;
    switch (fault.kind) {
    case Kind::ContentType:
        right.contentType = fault.text.toUtf8();
        break;
    case Kind::Html:
        return {200, "text/html", "<!doctype html><title>Sign in</title><p>Please sign in to this network.\n", {}};
    case Kind::Empty:
        return {200, right.contentType, {}, {}};
    case Kind::InvalidUtf8:
        right.body = withBadBytes(right.body);
        break;
    case Kind::DuplicateKeys: {
        const QByteArray other = changed(right.body, forged);
        right.body = fault.isFirst ? doubled(other, right.body) : doubled(right.body, other);
        break;
    }
    case Kind::WrongTypes:
        right.body = changed(right.body, ofOtherType);
        break;
    case Kind::HugeNumbers:
        right.body = changed(right.body, huge);
        break;
    case Kind::Deep:
        right.body = nested(fault.size);
        break;
    case Kind::GzipBomb:
        right.body = bomb(fault.size);
        right.add("Content-Encoding", "gzip");
        break;
    case Kind::Redirect:
        return {fault.status, "text/html", "<p>Moved.\n", {{"Location", fault.text.toUtf8()}}};
    case Kind::Status:
        right.status = fault.status;
        if (!fault.text.isNull())
            right.add("Retry-After", fault.text.toUtf8());
        break;
    default:
        break;
    }
    return right;
}

} // namespace tilldeck::sandbox
