// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ctags.h"

#include <nlohmann/json.hpp>

#include <QElapsedTimer>
#include <QProcess>
#include <QProcessEnvironment>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <optional>

namespace countersign::impact
{

namespace
{

constexpr std::size_t mostInput = std::size_t{64} << 20U; ///< bytes of one change
constexpr qsizetype enoughForOne = qsizetype{4} << 20; ///< what one child is told at once
constexpr qsizetype mostOutput = qsizetype{64} << 20; ///< of one child
constexpr int longestMs = 10'000;

QString program()
{
    for (const char *path : {"/usr/bin/ctags", "/usr/local/bin/ctags", "/usr/bin/ctags-universal"}) {
        if (std::filesystem::exists(path))
            return QString::fromLatin1(path);
    }
    return {};
}

/// The ending that tells ctags the language; empty: it is not asked.
std::string_view endingOf(std::string_view path)
{
    static constexpr std::array<std::string_view, 28> known{
        ".c",   ".h",   ".cc", ".cpp", ".cxx", ".hh",   ".hpp", ".hxx", ".m",  ".mm", ".py", ".pyi", ".js",  ".jsx",
        ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".java", ".kt",  ".kts", ".go", ".rs", ".cs", ".rb",  ".php", ".rake"};
    const auto dot = path.rfind('.');
    const auto found = dot == std::string_view::npos ? known.end() : std::ranges::find(known, path.substr(dot));
    return found == known.end() ? std::string_view() : *found;
}

/// What others may name; parameters, locals, packages and imports are left out.
bool isDefinition(std::string_view kind)
{
    static constexpr std::array<std::string_view, 11> others{
        "package", "packageName", "namespace", "module", "import", "unknown", "parameter", "local", "header", "using", "label"};
    return !std::ranges::contains(others, kind);
}

class Session
{
public:
    bool start(const QStringList &arguments)
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        m_child.setProcessEnvironment(environment);
        m_child.setStandardErrorFile(QProcess::nullDevice());
        m_clock.start();
        m_child.start(program(), QStringList{QStringLiteral("--options=NONE")} + arguments);
        return m_child.waitForStarted(longestMs);
    }

    /// All that the child answers; nothing: too much, too late, a crash.
    std::optional<QByteArray> talk(const QByteArray &input, const std::stop_token &stop)
    {
        constexpr int lookEveryMs = 50;
        m_child.write(input);
        m_child.closeWriteChannel();
        QByteArray output;
        while (m_child.state() != QProcess::NotRunning) {
            m_child.waitForReadyRead(lookEveryMs);
            output += m_child.readAllStandardOutput();
            if (stop.stop_requested() || output.size() > mostOutput || m_clock.elapsed() > longestMs) {
                m_child.kill();
                m_child.waitForFinished(longestMs);
                return std::nullopt;
            }
        }
        output += m_child.readAllStandardOutput();
        return m_child.exitStatus() == QProcess::NormalExit && m_child.exitCode() == 0 ? std::optional(output) : std::nullopt;
    }

private:
    QProcess m_child;
    QElapsedTimer m_clock;
};

QByteArray request(std::size_t number, std::string_view ending, std::string_view text)
{
    const nlohmann::ordered_json head = {
        {"command", "generate-tags"}, {"filename", std::to_string(number) + std::string(ending)}, {"size", text.size()}};
    QByteArray out = QByteArray::fromStdString(head.dump()) + '\n';
    out.append(text.data(), static_cast<qsizetype>(text.size()));
    return out;
}

/// Puts a line of the answer where it belongs; side 2n is the old one of file n. False: it cannot be read.
bool take(QByteArrayView line, std::vector<FileTags> &files)
{
    const auto json = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
    const auto text = [&json](const char *key) {
        const auto found = json.find(key);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    const auto number = [&json](const char *key) {
        const auto found = json.find(key);
        return found != json.end() && found->is_number_unsigned() ? found->get<LineNumber>() : noLine;
    };
    if (!json.is_object())
        return false;
    if (text("_type") != "tag")
        return true;
    const std::string path = text("path");
    std::size_t side = 0;
    if (std::from_chars(path.data(), path.data() + path.size(), side).ec != std::errc() || side / 2 >= files.size())
        return false;
    Tag tag{text("name"), number("line"), number("end")};
    tag.end = std::max(tag.line, tag.end);
    if (tag.line != noLine && isDefinition(text("kind")))
        (side % 2 == 0 ? files[side / 2].oldSide : files[side / 2].newSide).push_back(std::move(tag));
    return true;
}

/// What ctags is told about one file; nothing: it knows no such language, or the texts have more than @p most bytes.
QByteArray requestsFor(const FileChange &file, std::size_t number, std::size_t most)
{
    const std::string_view ending = endingOf(file.path());
    QByteArray input;
    if (ending.empty() || file.delta.kind != FileKind::Text || file.oldText.bytes().size() + file.newText.bytes().size() > most)
        return input;
    // Without a text ctags would open the file itself, which the sandbox forbids.
    if (!file.oldText.isEmpty())
        input += request(2 * number, ending, file.oldText.bytes());
    if (!file.newText.isEmpty())
        input += request(2 * number + 1, ending, file.newText.bytes());
    return input;
}

std::unexpected<Error> refused(const char *why)
{
    return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "ctags gave no definitions.")), why);
}

/// One child's answer to @p input goes to @p files.
Result<void> ask(const QByteArray &input, std::vector<FileTags> &files, const std::stop_token &stop)
{
    Session session;
    if (!session.start({QStringLiteral("--fields=+ne"), QStringLiteral("--_interactive=sandbox")}))
        return refused("start");
    const auto output = session.talk(input, stop);
    if (stop.stop_requested())
        return cancelled();
    if (!output)
        return refused("exit");
    for (qsizetype begin = 0; begin < output->size();) {
        const qsizetype found = output->indexOf('\n', begin);
        const qsizetype end = found < 0 ? output->size() : found;
        if (end > begin && !take(QByteArrayView(*output).sliced(begin, end - begin), files))
            return refused("JSON");
        begin = end + 1;
    }
    return {};
}

} // namespace

bool hasCtags()
{
    static const bool found = [] {
        Session session;
        if (program().isEmpty() || !session.start({QStringLiteral("--list-features")}))
            return false;
        const auto said = session.talk({}, {});
        return said && said->contains("sandbox") && said->contains("json");
    }();
    return found;
}

Result<std::vector<FileTags>> readTags(std::span<const FileChange> files, std::stop_token stop)
{
    if (!hasCtags())
        return refused("ctags");
    std::vector<FileTags> out(files.size());
    QByteArray input;
    std::size_t total = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const QByteArray more = requestsFor(files[i], i, mostInput - std::min(mostInput, total));
        total += static_cast<std::size_t>(more.size());
        input += more;
        if (input.isEmpty() || (input.size() < enoughForOne && i + 1 < files.size()))
            continue;
        if (auto asked = ask(input, out, stop); !asked)
            return std::unexpected(asked.error());
        input.clear();
    }
    for (FileTags &file : out) {
        // For some languages it knows no ends (Rust, TypeScript, PHP in 5.9): then the look of the lines tells more.
        const auto hasEnd = [](const Tag &tag) { return tag.end > tag.line; };
        file.isKnown = std::ranges::any_of(file.oldSide, hasEnd) || std::ranges::any_of(file.newSide, hasEnd);
        std::ranges::stable_sort(file.oldSide, {}, &Tag::line);
        std::ranges::stable_sort(file.newSide, {}, &Tag::line);
    }
    return out;
}

} // namespace countersign::impact
