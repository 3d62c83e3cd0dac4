// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiffPane.h"

#include "DiffSearch.h"
#include "EncodingMenu.h"
#include "SearchBar.h"

#include "../Words.h"
#include "../diffview/DiffView.h"
#include "../diffview/ImageView.h"
#include "../settings/DiffSettings.h"
#include "../style/Theme.h"

#include "diff/ContentNotes.h"

#include <QLabel>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui
{

namespace
{

constexpr int defaultCodeSize = 10;
constexpr int notesHeight = 90; ///< pixels that are left to the lines beside an image

QString whitespaceWords(const diff::DiffOptions &options)
{
    QStringList parts;
    switch (options.whitespace) {
    case diff::Whitespace::None:
        break;
    case diff::Whitespace::AtEndOfLine:
        parts << DiffPane::tr("white space at line ends");
        break;
    case diff::Whitespace::Amount:
        parts << DiffPane::tr("amount of white space");
        break;
    case diff::Whitespace::All:
        parts << DiffPane::tr("all white space");
        break;
    }
    if (options.ignoreBlankLines)
        parts << DiffPane::tr("blank lines");
    return parts.join(QStringLiteral(", "));
}

/// False for a file that is read in another wide encoding: its lines are no longer those that marks are about.
bool hasSameLines(const FileChange &found, const FileChange &shown)
{
    return found.oldText.lineCount() == shown.oldText.lineCount() && found.newText.lineCount() == shown.newText.lineCount();
}

} // namespace

DiffPane::DiffPane(QWidget *parent)
    : QWidget(parent)
    , m_header(new QLabel(this))
    , m_bar(new SearchBar(this))
    , m_view(new DiffView(this))
    , m_image(new ImageView(this))
    , m_search(new DiffSearch(m_bar, m_view, this))
{
    setObjectName(QStringLiteral("diffPane"));
    m_header->setObjectName(QStringLiteral("diffHeader"));
    m_header->setTextFormat(Qt::PlainText);
    m_header->setMargin(10);
    m_header->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_bar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_image, 1);
    m_image->hide();
    setFocusProxy(m_view);
    connect(m_view, &DiffView::currentChanged, this, &DiffPane::updateHeader);
    readSettings();
}

void DiffPane::readSettings()
{
    const auto settings = DiffSettings::read();
    m_isUnified = settings.isUnified;
    m_isWrapped = settings.isWrapped;
    m_tabWidth = settings.tabWidth;
    m_codeSize = settings.codeSize;
    m_context = settings.context;
    setCodeFamily(settings.family);
    const bool isOther =
        m_options.whitespace != settings.options.whitespace || m_options.ignoreBlankLines != settings.options.ignoreBlankLines;
    m_options.whitespace = settings.options.whitespace;
    m_options.ignoreBlankLines = settings.options.ignoreBlankLines;
    if (isOther)
        compare();
    applySettings();
}

void DiffPane::applySettings()
{
    m_view->setDiffLayout(m_isUnified ? DiffLayout::Unified : DiffLayout::SideBySide);
    m_view->setWrapped(m_isWrapped);
    m_view->setTabWidth(m_tabWidth);
    m_view->setCodeSize(m_codeSize);
    m_view->setContext(static_cast<std::uint32_t>(m_context));
}

void DiffPane::setFile(std::shared_ptr<const FileChange> file, std::vector<Finding> findings, std::vector<ProvenanceRun> runs)
{
    m_file = file;
    m_view->setFile(std::move(file), std::move(findings), std::move(runs));
    afterFile();
}

void DiffPane::setVersion(std::shared_ptr<const FileChange> file, std::vector<Finding> findings, std::vector<ProvenanceRun> runs,
                          const LineMap &lines)
{
    m_file = file;
    m_view->setVersion(std::move(file), std::move(findings), std::move(runs), lines);
    afterFile();
}

/// What another file in the view calls for.
void DiffPane::afterFile()
{
    m_comparing.cancel();
    describe();
    loadExtras();
    if (m_file && !isAsFound())
        compare();
    m_search->restart();
    updateHeader();
}

/// Says what the lines do not show. That takes a look at every byte, so a large file is looked at in the background.
void DiffPane::describe()
{
    constexpr std::size_t quickBytes = 1U << 20U;
    m_describing.cancel();
    m_contentNotes.clear();
    if (!m_file)
        return;
    const auto look = [](const FileChange &file) {
        QStringList notes;
        for (const auto &note : diff::contentNotes(file))
            notes << words(note.text);
        return notes;
    };
    const auto show = [this](const QStringList &notes) {
        m_contentNotes = notes;
        if (!notes.isEmpty())
            m_view->setNotes(notes);
    };
    if (m_file->oldText.bytes().size() + m_file->newText.bytes().size() <= quickBytes)
        show(look(*m_file));
    else
        m_describing.start([file = m_file, look](const std::stop_token &, const ProgressCallback &) { return look(*file); },
                           show);
}

void DiffPane::loadExtras()
{
    m_loading.cancel();
    m_image->clear();
    m_image->hide();
    m_view->setMaximumHeight(QWIDGETSIZE_MAX);
    if (!m_file || !m_readExtras || !hasExtras(*m_file))
        return;
    m_loading.start(
        [read = m_readExtras, file = m_file](const std::stop_token &stop, const ProgressCallback &) { return read(*file, stop); },
        [this](const ContentExtras &extras) { showExtras(extras); });
}

void DiffPane::showExtras(const ContentExtras &extras)
{
    if (extras.hex)
        m_view->setRows(extras.hex);
    m_view->setNotes(m_contentNotes + extras.notes);
    m_image->setVisible(extras.isImage);
    m_view->setMaximumHeight(extras.isImage ? notesHeight : QWIDGETSIZE_MAX); // its notes still count
    if (extras.isImage)
        m_image->setImages(extras.oldImage, extras.newImage);
    updateHeader();
}

void DiffPane::setMessage(const QString &message)
{
    m_file.reset();
    describe();
    loadExtras();
    m_comparing.cancel();
    m_search->stop();
    m_view->setMessage(message);
    updateHeader();
}

diff::ChosenEncodings DiffPane::encodings() const
{
    const auto found = m_file ? m_encodings.find(m_file->path()) : m_encodings.end();
    return found == m_encodings.end() ? diff::ChosenEncodings() : found->second;
}

/// What is shown is the change's own file, and nothing the reader chose differs from that.
bool DiffPane::isAsFound() const
{
    return m_options.isExact() && encodings() == diff::ChosenEncodings();
}

/// Makes the rows that the options and encodings ask for.
void DiffPane::compare()
{
    if (!m_file)
        return;
    if (isAsFound()) {
        m_comparing.cancel();
        showCompared(m_file);
        return;
    }
    m_comparing.start(
        [file = m_file, options = m_options, chosen = encodings(),
         read = m_readFile](const std::stop_token &stop, const ProgressCallback &) -> Result<std::shared_ptr<const FileChange>> {
            if (chosen != diff::ChosenEncodings() && read) {
                auto other = read(*file, chosen, options, stop);
                if (!other)
                    return std::unexpected(other.error());
                return std::make_shared<const FileChange>(std::move(*other));
            }
            auto other = std::make_shared<FileChange>(*file);
            other->rows = diff::diffTexts(file->oldText, file->newText, options, stop);
            diff::carryMovesAcrossFiles(file->rows, other->rows);
            return other;
        },
        [this](Result<std::shared_ptr<const FileChange>> compared) { showCompared(std::move(compared)); });
}

void DiffPane::showCompared(Result<std::shared_ptr<const FileChange>> compared)
{
    if (!compared) {
        m_encodings.erase(m_file->path());
        compare();
        m_view->setNotes(m_contentNotes + QStringList(words(compared.error())));
        return;
    }
    m_view->setRows(std::move(*compared));
    emit rowsChanged();
    updateHeader();
    m_search->restart();
}

void DiffPane::setEncodings(const diff::ChosenEncodings &chosen)
{
    if (!m_file)
        return;
    m_encodings.insert_or_assign(m_file->path(), chosen);
    m_view->setNotes(m_contentNotes);
    compare();
}

void DiffPane::chooseEncoding()
{
    const bool isRead = m_file && !(m_file->delta.oldSide.blob.isNull() && m_file->delta.newSide.blob.isNull());
    if (!isRead) // commit messages have an encoding of their own
        return;
    auto *menu = new EncodingMenu(*m_file, encodings(), this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &EncodingMenu::chosen, this, &DiffPane::setEncodings);
    menu->popup(m_header->mapToGlobal(m_header->rect().bottomLeft()));
}

RowsOfHunks DiffPane::pointedAt() const
{
    const DiffModel &model = m_view->model();
    const FileChange *view = model.file();
    if (!m_file || !view)
        return {};
    std::vector<std::uint32_t> rows;
    const auto [first, last] = m_view->selectedItems();
    if (first != last) {
        for (int i = first; i <= last; ++i) {
            const auto &item = model.items()[static_cast<std::size_t>(i)];
            if (item.kind == DiffModel::Kind::Code)
                rows.push_back(item.index);
        }
    } else if (const int shown = m_view->currentHunk(); shown > 0) {
        const Hunk &hunk = view->rows.hunks[static_cast<std::size_t>(shown) - 1];
        for (std::uint32_t row = 0; row < hunk.rowCount; ++row)
            rows.push_back(hunk.firstRow + row);
    }
    return rowsBehind(m_file->rows, view->rows, rows);
}

void DiffPane::setRead(const RowsOfHunks &read)
{
    const FileChange *view = m_view->model().file();
    m_view->setReadRows(m_file && view && hasSameLines(*m_file, *view) ? readInView(m_file->rows, read, view->rows)
                                                                       : std::vector<bool>());
}

bool DiffPane::isBusy() const
{
    return m_search->isBusy() || m_comparing.isRunning() || m_loading.isRunning() || m_describing.isRunning();
}

void DiffPane::toggleUnified()
{
    m_isUnified = !m_isUnified;
    QSettings().setValue(QStringLiteral("diff/unified"), m_isUnified);
    m_view->setDiffLayout(m_isUnified ? DiffLayout::Unified : DiffLayout::SideBySide);
}

void DiffPane::toggleWrap()
{
    m_isWrapped = !m_isWrapped;
    QSettings().setValue(QStringLiteral("diff/wrapped"), m_isWrapped);
    m_view->setWrapped(m_isWrapped);
}

void DiffPane::nextWhitespaceMode()
{
    using diff::Whitespace;
    constexpr Whitespace order[] = {Whitespace::None, Whitespace::AtEndOfLine, Whitespace::Amount, Whitespace::All};
    const auto at = std::ranges::find(order, m_options.whitespace) - order;
    m_options.whitespace = order[(at + 1) % std::ssize(order)];
    compare();
}

void DiffPane::toggleBlankLines()
{
    m_options.ignoreBlankLines = !m_options.ignoreBlankLines;
    compare();
}

void DiffPane::wider()
{
    m_tabWidth = std::min(16, m_tabWidth + 1);
    QSettings().setValue(QStringLiteral("diff/tabWidth"), m_tabWidth);
    m_view->setTabWidth(m_tabWidth);
}

void DiffPane::narrower()
{
    m_tabWidth = std::max(1, m_tabWidth - 1);
    QSettings().setValue(QStringLiteral("diff/tabWidth"), m_tabWidth);
    m_view->setTabWidth(m_tabWidth);
}

void DiffPane::setCodeSize(int size)
{
    m_codeSize = std::clamp(size, 6, 32);
    QSettings().setValue(QStringLiteral("diff/codeSize"), m_codeSize);
    m_view->setCodeSize(m_codeSize);
}

void DiffPane::zoomIn()
{
    setCodeSize(m_codeSize + 1);
}

void DiffPane::zoomOut()
{
    setCodeSize(m_codeSize - 1);
}

void DiffPane::zoomReset()
{
    setCodeSize(defaultCodeSize);
}

void DiffPane::updateHeader()
{
    const FileChange *view = m_view->model().file();
    if (!view) {
        m_header->clear();
        return;
    }
    QStringList parts{safe(view->path()), words(label(view->delta.status)), words(label(view->fileClass))};
    if (!view->rows.hunks.empty())
        parts << tr("hunk %1 of %2").arg(m_view->currentHunk()).arg(view->rows.hunks.size());
    if (!m_view->model().findings().empty())
        parts << tr("%n finding(s)", nullptr, static_cast<int>(m_view->model().findings().size()));
    if (const auto chosen = encodings(); chosen != diff::ChosenEncodings()) {
        const auto nameOf = [](TextEncoding encoding) { return QString::fromUtf8(name(encoding)); };
        parts << tr("read as %1 → %2").arg(nameOf(view->oldEncoding), nameOf(view->newEncoding));
    }
    if (!m_options.isExact()) {
        parts << tr("without %1").arg(whitespaceWords(m_options));
        if (view != m_file.get())
            parts << tr("%n hunk(s) hidden by that", nullptr, static_cast<int>(view->rows.hiddenHunks));
    }
    m_header->setText(parts.join(QStringLiteral("  ·  ")));
}

} // namespace countersign::ui
