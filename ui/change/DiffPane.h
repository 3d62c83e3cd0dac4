// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ContentExtras.h"
#include "ReadMarks.h"

#include "../Job.h"

#include "core/FileChange.h"
#include "core/Finding.h"
#include "core/Provenance.h"
#include "diff/Diff.h"
#include "diff/FileLoader.h"

#include <QWidget>

#include <functional>
#include <map>
#include <memory>
#include <vector>

class QLabel;

namespace countersign::ui
{

class DiffSearch;
class DiffView;
struct LineMap;
class ImageView;
class SearchBar;

/// The diff of one file with its heading and its search; knows how the reader wants diffs to be shown and remembers it.
class DiffPane : public QWidget
{
    Q_OBJECT
public:
    explicit DiffPane(QWidget *parent = nullptr);

    void setFile(std::shared_ptr<const FileChange> file, std::vector<Finding> findings, std::vector<ProvenanceRun> runs);
    /// Another version of the file that is shown: the reader stays where he was.
    void setVersion(std::shared_ptr<const FileChange> file, std::vector<Finding> findings, std::vector<ProvenanceRun> runs,
                    const LineMap &lines);
    void setMessage(const QString &message);
    /// How extras are read; called in a worker thread.
    using ExtrasReader = std::function<ContentExtras(const FileChange &file, const std::stop_token &stop)>;
    void setExtrasReader(ExtrasReader reader) { m_readExtras = std::move(reader); }
    /// How a file is read in encodings that the reader chose; called in a worker thread.
    using FileReader = std::function<Result<FileChange>(const FileChange &file, const diff::ChosenEncodings &chosen,
                                                        const diff::DiffOptions &options, const std::stop_token &stop)>;
    void setFileReader(FileReader reader) { m_readFile = std::move(reader); }
    /// Shows the file in other encodings than those that were found; kept for this file while the program runs. Where the bytes
    /// are not of that encoding, a note says so and the file is shown as found.
    void setEncodings(const diff::ChosenEncodings &chosen);
    [[nodiscard]] DiffView *view() const { return m_view; }
    /// The file as the change has it, whatever white space is left out of the view.
    [[nodiscard]] const std::shared_ptr<const FileChange> &file() const { return m_file; }
    [[nodiscard]] DiffSearch *search() const { return m_search; }
    [[nodiscard]] bool isBusy() const;
    /// The rows of file()'s hunks that the reader points at: the selected ones where several are, else all of the current hunk.
    [[nodiscard]] RowsOfHunks pointedAt() const;
    /// What is marked as read of file()'s hunks.
    void setRead(const RowsOfHunks &read);

public slots:
    /// Takes over what was changed in the settings.
    void readSettings();
    void toggleUnified();
    void toggleWrap();
    void nextWhitespaceMode();
    void toggleBlankLines();
    void chooseEncoding(); ///< opens a menu
    void wider(); ///< tabs
    void narrower();
    void zoomIn();
    void zoomOut();
    void zoomReset();

signals:
    /// Rows were made anew: read marks must be set again.
    void rowsChanged();

private:
    void applySettings();
    void afterFile();
    void compare();
    void showCompared(Result<std::shared_ptr<const FileChange>> compared);
    [[nodiscard]] diff::ChosenEncodings encodings() const;
    [[nodiscard]] bool isAsFound() const;
    void describe();
    void loadExtras();
    void showExtras(const ContentExtras &extras);
    void updateHeader();
    void setCodeSize(int size);

    QLabel *m_header;
    SearchBar *m_bar;
    DiffView *m_view;
    ImageView *m_image;
    DiffSearch *m_search;
    ExtrasReader m_readExtras;
    FileReader m_readFile;
    std::map<std::string, diff::ChosenEncodings> m_encodings; ///< by path, where the reader chose some
    std::shared_ptr<const FileChange> m_file;
    diff::DiffOptions m_options;
    bool m_isUnified = false;
    bool m_isWrapped = false;
    int m_tabWidth = 4;
    int m_codeSize = 10;
    int m_context = 3;
    Job m_comparing;
    Job m_loading;
    Job m_describing;
    QStringList m_contentNotes; ///< what the lines of file() do not show
};

} // namespace countersign::ui
