// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/csv_file.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <utility>

#include <csv.h>

using namespace Qt::StringLiterals;

namespace tilldeck::sheets {

namespace {

struct CsvFileText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::sheets::CsvFile)
};

constexpr qint64 pieceSize = qint64(64) * 1024;
/// More characters than a row has: a quotation mark was not closed.
constexpr qsizetype longestRow = qsizetype(1024) * 1024;

/// Reads the lines of a file, whatever ends them.
class Lines
{
public:
    Lines(QFile &file, Encoding encoding)
        : m_file(file)
        , m_decoder(encoding)
    {
    }

    std::optional<QString> next()
    {
        for (;;) {
            const qsizetype end = endOfLine();
            if (end >= 0) {
                QString line = m_text.mid(m_at, end - m_at);
                const bool isPair = m_text.at(end) == u'\r' && end + 1 < m_text.size() && m_text.at(end + 1) == u'\n';
                m_at = end + (isPair ? 2 : 1);
                return line;
            }
            if (m_file.atEnd() || m_text.size() - m_at > longestRow)
                break;
            m_text = m_text.mid(m_at) + m_decoder.decode(m_file.read(pieceSize));
            m_at = 0;
        }
        if (m_at >= m_text.size())
            return std::nullopt;
        QString last = m_text.mid(m_at);
        m_at = m_text.size();
        return last;
    }

private:
    /// Returns where the line ends that begins at m_at; -1 where that is not read yet.
    qsizetype endOfLine() const
    {
        for (qsizetype i = m_at; i < m_text.size(); ++i) {
            if (m_text.at(i) == u'\n')
                return i;
            // The second half of a pair may not be read yet.
            if (m_text.at(i) == u'\r' && (i + 1 < m_text.size() || m_file.atEnd()))
                return i;
        }
        return -1;
    }

    QFile &m_file;
    Decoder m_decoder;
    QString m_text;
    qsizetype m_at = 0;
};

/// Takes lines apart with libcsv.
class Splitter
{
public:
    explicit Splitter(char separator)
    {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&m_parser, static_cast<unsigned char>(separator));
    }
    ~Splitter() { csv_free(&m_parser); }
    Q_DISABLE_COPY_MOVE(Splitter)

    /// Returns false where @p line has a quotation mark that closes nothing.
    bool add(const QString &line)
    {
        const QByteArray bytes = line.toUtf8() + '\n';
        const auto size = static_cast<size_t>(bytes.size());
        return csv_parse(&m_parser, bytes.constData(), size, &Splitter::takeCell, &Splitter::takeRow, this) == size;
    }
    /// Returns the cells where the row has ended.
    std::optional<QStringList> take()
    {
        if (!m_isWhole)
            return std::nullopt;
        m_isWhole = false;
        return std::exchange(m_cells, {});
    }
    /// Returns whether a row has begun that goes on in the next line.
    bool isInRow() const { return m_parser.pstate != 0; }

private:
    static void takeCell(void *cell, size_t size, void *self)
    {
        static_cast<Splitter *>(self)->m_cells
            << QString::fromUtf8(static_cast<const char *>(cell), static_cast<qsizetype>(size));
    }
    static void takeRow(int /*end*/, void *self) { static_cast<Splitter *>(self)->m_isWhole = true; }

    csv_parser m_parser = {};
    QStringList m_cells;
    bool m_isWhole = false;
};

/// Returns the separator that gives the first lines of the file most cells, in rows that are alike.
char separatorOf(QFile &file, Encoding encoding)
{
    constexpr int linesLookedAt = 30;
    QStringList first;
    Lines lines(file, encoding);
    while (first.size() < linesLookedAt) {
        const auto line = lines.next();
        if (!line)
            break;
        first << *line;
    }
    file.seek(0);
    char best = ',';
    qsizetype most = 0;
    for (const char candidate : {',', ';', '\t'}) {
        Splitter splitter(candidate);
        std::map<qsizetype, qsizetype> rowsOfWidth;
        for (const QString &line : first) {
            if (!splitter.add(line))
                break;
            if (const auto cells = splitter.take())
                ++rowsOfWidth[cells->size()];
        }
        for (const auto &[width, rows] : rowsOfWidth) {
            // Lines above the titles have fewer cells, and a comma may stand in a few.
            if (width > 1 && (width - 1) * rows > most) {
                most = (width - 1) * rows;
                best = candidate;
            }
        }
    }
    return best;
}

QString unbalanced()
{
    return CsvFileText::tr("A quotation mark here does not open or close a cell. Put the whole cell between quotation "
                           "marks, and write each one inside it twice. What follows was not read.");
}

} // namespace

bool CsvRecord::isEmpty() const
{
    return std::ranges::all_of(cells, [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

class CsvFile::Reader
{
public:
    Reader(std::unique_ptr<QFile> opened, Encoding encoding, char separator)
        : file(std::move(opened))
        , encoding(encoding)
        , separator(separator)
        , lines(*file, encoding)
        , splitter(separator)
    {
    }

    std::optional<CsvRecord> next()
    {
        while (!failure) {
            const auto line = lines.next();
            if (!line)
                break;
            ++number;
            if (begunAt == 0) {
                begunAt = number;
                length = 0;
            }
            length += line->size();
            if (!splitter.add(*line) || length > longestRow) {
                failure = CsvFailure{begunAt, unbalanced()};
                return std::nullopt;
            }
            auto cells = splitter.take();
            if (cells) {
                CsvRecord record{std::exchange(begunAt, 0), std::move(*cells)};
                if (!record.isEmpty())
                    return record;
            } else if (!splitter.isInRow()) {
                begunAt = 0; // an empty line
            }
        }
        if (!failure && begunAt != 0)
            failure = CsvFailure{begunAt, unbalanced()};
        return std::nullopt;
    }

    std::unique_ptr<QFile> file;
    Encoding encoding;
    char separator;
    Lines lines;
    Splitter splitter;
    int number = 0;
    int begunAt = 0;
    qsizetype length = 0;
    std::optional<CsvFailure> failure;
};

CsvFile::CsvFile(std::unique_ptr<Reader> reader)
    : m_reader(std::move(reader))
{
}

CsvFile::CsvFile(CsvFile &&) noexcept = default;
CsvFile::~CsvFile() = default;

std::expected<CsvFile, QString> CsvFile::open(const QString &path, const CsvForm &form)
{
    auto file = std::make_unique<QFile>(path);
    // It is read twice: of a pipe or a terminal, nothing would be left.
    if (!QFileInfo(path).isFile() || !file->open(QIODevice::ReadOnly))
        return std::unexpected(CsvFileText::tr("The file %1 cannot be read.").arg(path));
    const Encoding encoding = form.encoding ? *form.encoding : encodingOf(*file);
    const char separator = form.separator ? *form.separator : separatorOf(*file, encoding);
    return CsvFile(std::make_unique<Reader>(std::move(file), encoding, separator));
}

Encoding CsvFile::encoding() const
{
    return m_reader->encoding;
}

char CsvFile::separator() const
{
    return m_reader->separator;
}

std::optional<CsvRecord> CsvFile::next()
{
    return m_reader->next();
}

const std::optional<CsvFailure> &CsvFile::failure() const
{
    return m_reader->failure;
}

double CsvFile::progress() const
{
    const qint64 size = m_reader->file->size();
    return size > 0 ? double(m_reader->file->pos()) / double(size) : 1.0;
}

} // namespace tilldeck::sheets
