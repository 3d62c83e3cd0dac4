// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ContentNotes.h"

#include "LfsPointer.h"

#include "core/ContentFacts.h"

#include <optional>
#include <string>
#include <utility>

namespace countersign::diff
{

namespace
{

constexpr std::uint32_t longLine = 5000; ///< bytes; more than a reader sees without scrolling far

enum class EntryType : std::uint8_t { File, Symlink, Submodule };

EntryType entryType(std::uint32_t mode)
{
    switch (mode & 0170000U) {
    case 0120000:
        return EntryType::Symlink;
    case 0160000:
        return EntryType::Submodule;
    default:
        return EntryType::File;
    }
}

bool isExecutable(const FileSide &side)
{
    return (side.mode & 0111U) != 0;
}

/// A byte order mark alone makes ASCII UTF-8.
std::string encodingName(const ContentFacts &facts)
{
    const bool isMarked = facts.encoding == TextEncoding::Ascii && facts.hasByteOrderMark;
    return std::string(name(isMarked ? TextEncoding::Utf8 : facts.encoding));
}

/// Collects the notes of one file.
class Notes
{
public:
    explicit Notes(const FileChange &file)
        : m_file(file)
        , m_delta(file.delta)
        , m_hasBoth(file.delta.oldSide.exists() && file.delta.newSide.exists())
        , m_old(contentFacts(file.oldText, file.oldEncoding))
        , m_new(contentFacts(file.newText, file.newEncoding))
    {
    }

    std::vector<ContentNote> all()
    {
        addName();
        addType();
        addMode();
        switch (m_delta.kind) {
        case FileKind::Text:
            addEncoding();
            addByteOrderMark();
            addLineEnds();
            addFinalNewline();
            addInvalidBytes();
            addLongLine();
            addLfsPointer();
            addEmpty();
            break;
        case FileKind::Symlink:
            addSymlink();
            break;
        case FileKind::Submodule:
            addSubmodule();
            break;
        case FileKind::Binary:
        case FileKind::Image:
            addBinary();
            addLfsPointer();
            break;
        }
        addDegradations();
        if (m_file.rows.hunks.empty() && m_notes.empty())
            add(NoteKind::NothingDiffers, false, QT_TRANSLATE_NOOP("app", "No line differs"));
        return std::move(m_notes);
    }

private:
    void add(NoteKind kind, bool isChange, const char *text, std::vector<std::string> args = {})
    {
        m_notes.push_back({kind, Message(text, std::move(args)), isChange});
    }

    /// The facts of the side that is shown when there is only one.
    [[nodiscard]] const ContentFacts &shown() const { return m_delta.newSide.exists() ? m_new : m_old; }
    [[nodiscard]] const Text &shownText() const { return m_delta.newSide.exists() ? m_file.newText : m_file.oldText; }
    [[nodiscard]] bool haveBothText() const { return m_hasBoth && !m_file.oldText.isEmpty() && !m_file.newText.isEmpty(); }

    void addName()
    {
        const auto percent = std::to_string(m_delta.similarity);
        if (m_delta.status == DeltaStatus::Renamed)
            add(NoteKind::Name, true, QT_TRANSLATE_NOOP("app", "Renamed from %1, %2 % alike"), {m_delta.oldSide.path, percent});
        if (m_delta.status == DeltaStatus::Copied)
            add(NoteKind::Name, true, QT_TRANSLATE_NOOP("app", "Copied from %1, %2 % alike"), {m_delta.oldSide.path, percent});
    }

    void addType()
    {
        if (!m_hasBoth || entryType(m_delta.oldSide.mode) == entryType(m_delta.newSide.mode))
            return;
        switch (entryType(m_delta.newSide.mode)) {
        case EntryType::File:
            return add(NoteKind::Type, true,
                       entryType(m_delta.oldSide.mode) == EntryType::Symlink
                           ? QT_TRANSLATE_NOOP("app", "The symbolic link became a file")
                           : QT_TRANSLATE_NOOP("app", "The submodule became a file"));
        case EntryType::Symlink:
            return add(NoteKind::Type, true,
                       entryType(m_delta.oldSide.mode) == EntryType::File
                           ? QT_TRANSLATE_NOOP("app", "The file became a symbolic link")
                           : QT_TRANSLATE_NOOP("app", "The submodule became a symbolic link"));
        case EntryType::Submodule:
            return add(NoteKind::Type, true,
                       entryType(m_delta.oldSide.mode) == EntryType::File
                           ? QT_TRANSLATE_NOOP("app", "The file became a submodule")
                           : QT_TRANSLATE_NOOP("app", "The symbolic link became a submodule"));
        }
    }

    void addMode()
    {
        const FileSide &before = m_delta.oldSide;
        const FileSide &after = m_delta.newSide;
        if (after.exists() && !before.exists()) {
            if (entryType(after.mode) == EntryType::File && isExecutable(after))
                add(NoteKind::Mode, true, QT_TRANSLATE_NOOP("app", "The new file is executable"));
            return;
        }
        if (!m_hasBoth || before.mode == after.mode || entryType(before.mode) != entryType(after.mode))
            return;
        if (isExecutable(before) != isExecutable(after)) {
            add(NoteKind::Mode, true,
                isExecutable(after) ? QT_TRANSLATE_NOOP("app", "The file became executable")
                                    : QT_TRANSLATE_NOOP("app", "The file is no longer executable"));
            return;
        }
        add(NoteKind::Mode, true, QT_TRANSLATE_NOOP("app", "Mode changed from %1 to %2"),
            {octal(before.mode), octal(after.mode)});
    }

    static std::string octal(std::uint32_t mode)
    {
        std::string digits;
        for (; mode != 0; mode /= 8)
            digits.insert(digits.begin(), static_cast<char>('0' + mode % 8));
        return digits;
    }

    /// ASCII is every other encoding as well, so becoming one or ceasing to be it is no change. UTF-8 needs no note.
    void addEncoding()
    {
        const bool bothSpeak = haveBothText()
            && (isWide(m_old.encoding) || isWide(m_new.encoding)
                || (m_old.encoding != TextEncoding::Ascii && m_new.encoding != TextEncoding::Ascii));
        if (bothSpeak && m_old.encoding != m_new.encoding) {
            add(NoteKind::Encoding, true, QT_TRANSLATE_NOOP("app", "Encoding changed from %1 to %2"),
                {encodingName(m_old), encodingName(m_new)});
            return;
        }
        const TextEncoding one = shown().encoding == TextEncoding::Ascii && m_hasBoth ? m_old.encoding : shown().encoding;
        if (isWide(one))
            add(NoteKind::Encoding, false, QT_TRANSLATE_NOOP("app", "Encoded as %1; its text is compared, not its bytes"),
                {std::string(name(one))});
        else if (one != TextEncoding::Ascii && one != TextEncoding::Utf8)
            add(NoteKind::Encoding, false, QT_TRANSLATE_NOOP("app", "Not UTF-8; shown as %1"), {std::string(name(one))});
    }

    void addByteOrderMark()
    {
        if (haveBothText() && m_old.hasByteOrderMark != m_new.hasByteOrderMark)
            add(NoteKind::ByteOrderMark, true,
                m_new.hasByteOrderMark ? QT_TRANSLATE_NOOP("app", "A byte order mark was put in front of the text")
                                       : QT_TRANSLATE_NOOP("app", "The byte order mark was removed"));
        else if (!shownText().isEmpty() && shown().hasByteOrderMark)
            add(NoteKind::ByteOrderMark, !m_hasBoth, QT_TRANSLATE_NOOP("app", "Begins with a byte order mark"));
    }

    void addLineEnds()
    {
        const LineEndStyle before = m_old.lineEnds();
        const LineEndStyle after = m_new.lineEnds();
        if (haveBothText() && before != after && before != LineEndStyle::None && after != LineEndStyle::None) {
            add(NoteKind::LineEnds, true, QT_TRANSLATE_NOOP("app", "Line ends changed from %1 to %2"),
                {lineEndWords(m_old), lineEndWords(m_new)});
            return;
        }
        const LineEndStyle one = shown().lineEnds();
        if (one == LineEndStyle::Mixed)
            add(NoteKind::LineEnds, m_hasBoth && lineEndWords(m_old) != lineEndWords(m_new),
                QT_TRANSLATE_NOOP("app", "Different line ends: %1"), {lineEndWords(shown())});
        else if (one == LineEndStyle::Cr)
            add(NoteKind::LineEnds, false,
                QT_TRANSLATE_NOOP("app", "Lines end with CR alone, so the whole text is one line here"));
    }

    /// "CRLF", or "LF 12, CRLF 3": names that no language translates.
    static std::string lineEndWords(const ContentFacts &facts)
    {
        std::string words;
        const bool isMixed = facts.lineEnds() == LineEndStyle::Mixed;
        for (const auto &[label, count] :
             {std::pair("LF", facts.lfEnds), std::pair("CRLF", facts.crLfEnds), std::pair("CR", facts.crEnds)}) {
            if (count == 0)
                continue;
            words += words.empty() ? "" : ", ";
            words += label;
            if (isMixed)
                words += " " + std::to_string(count);
        }
        return words;
    }

    void addFinalNewline()
    {
        if (haveBothText() && m_old.lacksFinalNewline != m_new.lacksFinalNewline)
            add(NoteKind::FinalNewline, true,
                m_new.lacksFinalNewline ? QT_TRANSLATE_NOOP("app", "The last line lost its line end")
                                        : QT_TRANSLATE_NOOP("app", "The last line got a line end"));
        else if (shown().lacksFinalNewline)
            add(NoteKind::FinalNewline, false, QT_TRANSLATE_NOOP("app", "The last line has no line end"));
    }

    void addInvalidBytes()
    {
        if (shown().invalidBytes != 0)
            add(NoteKind::InvalidBytes, m_hasBoth ? m_old.invalidBytes != m_new.invalidBytes : true,
                QT_TRANSLATE_NOOP("app", "Bytes that are not %1 are shown as escapes: %2"),
                {encodingName(shown()), std::to_string(shown().invalidBytes)});
    }

    void addLongLine()
    {
        if (shown().longestLine > longLine)
            add(NoteKind::LongLine, false, QT_TRANSLATE_NOOP("app", "The longest line has %1 bytes"),
                {std::to_string(shown().longestLine)});
    }

    void addLfsPointer()
    {
        const auto before = parseLfsPointer(m_file.oldText.bytes());
        const auto after = parseLfsPointer(m_file.newText.bytes());
        if (before && after && before != after)
            add(NoteKind::LfsPointer, true,
                QT_TRANSLATE_NOOP("app",
                                  "Git LFS keeps this file elsewhere: %1 (%2 bytes) became %3 (%4 bytes). Only the pointer is "
                                  "here, so its content cannot be reviewed"),
                {shortOid(*before), std::to_string(before->size), shortOid(*after), std::to_string(after->size)});
        else if (m_hasBoth && before.has_value() != after.has_value())
            addLfsMove(*(after ? after : before), after.has_value());
        else if (after || before)
            add(NoteKind::LfsPointer, !m_hasBoth,
                QT_TRANSLATE_NOOP("app",
                                  "Git LFS keeps this file elsewhere: %1 (%2 bytes). Only the pointer is here, so its content "
                                  "cannot be reviewed"),
                {shortOid(*(after ? after : before)), std::to_string((after ? after : before)->size)});
    }

    void addLfsMove(const LfsPointer &pointer, bool isNew)
    {
        add(NoteKind::LfsPointer, true,
            isNew ? QT_TRANSLATE_NOOP("app",
                                      "The file moved to Git LFS: %1 (%2 bytes). Only the pointer is here, so the new content "
                                      "cannot be reviewed")
                  : QT_TRANSLATE_NOOP("app", "The file came back from Git LFS: %1 (%2 bytes). The old content is not here"),
            {shortOid(pointer), std::to_string(pointer.size)});
    }

    static std::string shortOid(const LfsPointer &pointer) { return pointer.oid.substr(0, 12); }

    void addEmpty()
    {
        if (shownText().isEmpty() && !m_hasBoth)
            add(NoteKind::Empty, true,
                m_delta.newSide.exists() ? QT_TRANSLATE_NOOP("app", "The new file is empty")
                                         : QT_TRANSLATE_NOOP("app", "The deleted file was empty"));
        else if (m_hasBoth && m_file.newText.isEmpty() != m_file.oldText.isEmpty())
            add(NoteKind::Empty, true,
                m_file.newText.isEmpty() ? QT_TRANSLATE_NOOP("app", "The file is empty now")
                                         : QT_TRANSLATE_NOOP("app", "The file was empty before"));
    }

    void addSymlink()
    {
        const std::string before(m_file.oldText.bytes());
        const std::string after(m_file.newText.bytes());
        if (m_hasBoth && before != after && entryType(m_delta.oldSide.mode) == entryType(m_delta.newSide.mode))
            add(NoteKind::Symlink, true, QT_TRANSLATE_NOOP("app", "The symbolic link led to %1 and now leads to %2"),
                {before, after});
        else
            add(NoteKind::Symlink, !m_hasBoth, QT_TRANSLATE_NOOP("app", "Symbolic link to %1"),
                {m_delta.newSide.exists() ? after : before});
    }

    void addSubmodule()
    {
        const auto &before = m_delta.oldSide;
        const auto &after = m_delta.newSide;
        const auto isModule = [](const FileSide &side) { return side.exists() && entryType(side.mode) == EntryType::Submodule; };
        if (isModule(before) && isModule(after))
            add(NoteKind::Submodule, before.blob != after.blob,
                QT_TRANSLATE_NOOP("app", "The submodule went from commit %1 to %2"),
                {before.blob.shortHex(), after.blob.shortHex()});
        else if (isModule(after))
            add(NoteKind::Submodule, true, QT_TRANSLATE_NOOP("app", "The submodule stands at commit %1"),
                {after.blob.shortHex()});
        else
            add(NoteKind::Submodule, true, QT_TRANSLATE_NOOP("app", "The submodule stood at commit %1"),
                {before.blob.shortHex()});
    }

    void addBinary()
    {
        const NoteKind kind = m_delta.kind == FileKind::Image ? NoteKind::Image : NoteKind::Binary;
        const auto before = std::to_string(m_delta.oldSide.size);
        const auto after = std::to_string(m_delta.newSide.size);
        if (m_hasBoth && m_delta.oldSide.blob == m_delta.newSide.blob)
            add(kind, false, QT_TRANSLATE_NOOP("app", "Binary content, the same on both sides: %1 bytes"), {after});
        else if (m_hasBoth)
            add(kind, true, QT_TRANSLATE_NOOP("app", "Binary content: %1 → %2 bytes"), {before, after});
        else if (m_delta.newSide.exists())
            add(kind, true, QT_TRANSLATE_NOOP("app", "New binary content: %1 bytes"), {after});
        else
            add(kind, true, QT_TRANSLATE_NOOP("app", "Deleted binary content: %1 bytes"), {before});
    }

    void addDegradations()
    {
        const auto has = [this](Degradation one) { return (m_file.rows.degradations & static_cast<std::uint8_t>(one)) != 0; };
        if (has(Degradation::CoarseAlignment))
            add(NoteKind::Degradation, false, QT_TRANSLATE_NOOP("app", "Very different versions: the alignment is coarse"));
        if (has(Degradation::NoIntraline))
            add(NoteKind::Degradation, false, QT_TRANSLATE_NOOP("app", "Too large: changes inside lines are not marked"));
        if (has(Degradation::NoMoves))
            add(NoteKind::Degradation, false, QT_TRANSLATE_NOOP("app", "Too large: moved blocks were not looked for"));
    }

    const FileChange &m_file;
    const FileDelta &m_delta;
    bool m_hasBoth;
    ContentFacts m_old;
    ContentFacts m_new;
    std::vector<ContentNote> m_notes;
};

} // namespace

std::vector<ContentNote> contentNotes(const FileChange &file)
{
    return Notes(file).all();
}

} // namespace countersign::diff
