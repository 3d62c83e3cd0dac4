// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Syntax.h"

#include "DecodedLine.h"
#include "DefinitionAlias.h"
#include "LoadedLanguages.h"

#include <algorithm>
#include <list>

/// A static library's resources must be asked for, outside of any namespace.
static void initDefinitions()
{
    Q_INIT_RESOURCE(definitions);
}

namespace countersign::syntax
{

namespace
{

constexpr std::size_t maxColouredCharacters = 10'000;
constexpr LineNumber checkpointDistance = 256;
constexpr std::size_t rememberedTexts = 8;

/// The formats of a line as runs of its bytes.
std::vector<StyleRun> runsOf(const DecodedLine &line, const std::vector<Format> &formats)
{
    std::vector<StyleRun> runs;
    for (const Format &format : formats) {
        const std::uint32_t begin = line.byteOffset(format.offset);
        const std::uint32_t end = line.byteOffset(qsizetype{format.offset} + format.length);
        if (format.style == Style::Normal || begin >= end)
            continue;
        if (!runs.empty() && runs.back().style == format.style && runs.back().end == begin)
            runs.back().end = end;
        else
            runs.push_back({begin, end, format.style});
    }
    return runs;
}

/// What is known about one text: the state before lines 1, 257, 513, … as far as it was coloured.
struct Checkpoints {
    Text text; ///< held, so that the address of its bytes stays its name
    QString definition;
    std::vector<LanguageReader::State> states;

    [[nodiscard]] bool isOf(const Text &other, const QString &otherDefinition) const
    {
        return text.bytes().data() == other.bytes().data() && definition == otherDefinition;
    }
    [[nodiscard]] LineNumber lineBefore(LineNumber line) const
    {
        const auto wanted = static_cast<std::size_t>((line - 1) / checkpointDistance);
        return static_cast<LineNumber>(std::min(wanted, states.size() - 1)) * checkpointDistance + 1;
    }
    [[nodiscard]] const LanguageReader::State &at(LineNumber line) const { return states[(line - 1) / checkpointDistance]; }
    void remember(LineNumber line, const LanguageReader &reader)
    {
        if ((line - 1) % checkpointDistance == 0 && (line - 1) / checkpointDistance == states.size())
            states.push_back(reader.state());
    }
};

} // namespace

class Highlighter::Private
{
public:
    /// Name of the definition; empty: none. Judges by the name alone: nothing on disk decides how reviewed text is read.
    [[nodiscard]] QString definition(std::string_view path) const
    {
        const std::string_view base = path.substr(path.rfind('/') + 1);
        const QString found = named(base);
        if (!found.isEmpty())
            return found;
        const std::string_view plain = withoutTemplateSuffix(base);
        return plain == base ? found : named(plain);
    }

    Checkpoints &checkpoints(const Text &text, const QString &definition)
    {
        const auto found = std::ranges::find_if(recent, [&](const Checkpoints &c) { return c.isOf(text, definition); });
        if (found != recent.end()) {
            recent.splice(recent.begin(), recent, found);
        } else {
            recent.push_front({text, definition, {nullptr}});
            if (recent.size() > rememberedTexts)
                recent.pop_back();
        }
        return recent.front();
    }

    void forget() { recent.clear(); }
    [[nodiscard]] std::unique_ptr<LanguageReader> reader(const QString &definition) const
    {
        return languages->reader(definition);
    }

private:
    [[nodiscard]] QString named(std::string_view base) const
    {
        const auto string = [](std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); };
        const std::string_view alias = definitionAlias(base);
        return alias.empty() ? languages->definitionForFileName(string(base)) : languages->definitionForName(string(alias));
    }

    std::unique_ptr<Languages> languages = loadedLanguages();
    std::list<Checkpoints> recent; ///< latest first
};

Highlighter::Highlighter()
{
    initDefinitions(); // before they are looked for
    m_d = std::make_unique<Private>();
}

Highlighter::~Highlighter() = default;

std::string Highlighter::definitionFor(std::string_view path) const
{
    return m_d->definition(path).toStdString();
}

void Highlighter::forgetTexts()
{
    m_d->forget();
}

StyledLines Highlighter::highlight(const Text &text, std::string_view path, LineNumber first, LineNumber last,
                                   std::stop_token stop)
{
    first = std::max<LineNumber>(first, 1);
    last = std::min(last, text.lineCount());
    if (first > last)
        return {};
    StyledLines styled{.first = first, .lines = {}};
    const QString definition = m_d->definition(path);
    if (definition.isEmpty()) {
        styled.lines.resize(last - first + 1);
        return styled;
    }

    styled.lines.reserve(last - first + 1);
    Checkpoints &checkpoints = m_d->checkpoints(text, definition);
    const auto reader = m_d->reader(definition);
    LineNumber line = checkpoints.lineBefore(first);
    reader->goTo(checkpoints.at(line));
    std::vector<Format> formats;
    for (; line <= last && !stop.stop_requested(); ++line) {
        checkpoints.remember(line, *reader);
        const DecodedLine decoded(text.line(line), maxColouredCharacters);
        reader->readLine(decoded.text(), formats);
        if (line >= first)
            styled.lines.push_back(runsOf(decoded, formats));
    }
    return styled;
}

} // namespace countersign::syntax
