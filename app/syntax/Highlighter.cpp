// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Syntax.h"

#include "DecodedLine.h"
#include "DefinitionAlias.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

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

using KSyntaxHighlighting::Theme;
static_assert(static_cast<int>(Style::Normal) == Theme::Normal && static_cast<int>(Style::Attribute) == Theme::Attribute
              && static_cast<int>(Style::String) == Theme::String && static_cast<int>(Style::Constant) == Theme::Constant
              && static_cast<int>(Style::Comment) == Theme::Comment && static_cast<int>(Style::Alert) == Theme::Alert
              && static_cast<int>(Style::Others) == Theme::Others && static_cast<int>(Style::Error) == Theme::Error);

/// Collects the style runs of one line after the other.
class RunCollector final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    explicit RunCollector(const KSyntaxHighlighting::Definition &definition) { setDefinition(definition); }

    /// Moves @p state past the line and returns its runs.
    std::vector<StyleRun> run(std::string_view content, KSyntaxHighlighting::State &state)
    {
        const DecodedLine decoded(content, maxColouredCharacters);
        m_line = &decoded;
        m_runs.clear();
        state = highlightLine(decoded.text(), state);
        m_line = nullptr;
        return std::move(m_runs);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const auto style = static_cast<Style>(format.textStyle());
        const std::uint32_t begin = m_line->byteOffset(offset);
        const std::uint32_t end = m_line->byteOffset(qsizetype{offset} + length);
        if (style == Style::Normal || begin >= end)
            return;
        if (!m_runs.empty() && m_runs.back().style == style && m_runs.back().end == begin)
            m_runs.back().end = end;
        else
            m_runs.push_back({begin, end, style});
    }

private:
    const DecodedLine *m_line = nullptr;
    std::vector<StyleRun> m_runs;
};

/// What is known about one text: the state before lines 1, 257, 513, … as far as it was coloured.
struct Checkpoints {
    Text text; ///< held, so that the address of its bytes stays its name
    QString definition;
    std::vector<KSyntaxHighlighting::State> states;

    [[nodiscard]] bool isOf(const Text &other, const QString &otherDefinition) const
    {
        return text.bytes().data() == other.bytes().data() && definition == otherDefinition;
    }
    [[nodiscard]] LineNumber lineBefore(LineNumber line) const
    {
        const auto wanted = static_cast<std::size_t>((line - 1) / checkpointDistance);
        return static_cast<LineNumber>(std::min(wanted, states.size() - 1)) * checkpointDistance + 1;
    }
    [[nodiscard]] const KSyntaxHighlighting::State &at(LineNumber line) const { return states[(line - 1) / checkpointDistance]; }
    void remember(LineNumber line, const KSyntaxHighlighting::State &state)
    {
        if ((line - 1) % checkpointDistance == 0 && (line - 1) / checkpointDistance == states.size())
            states.push_back(state);
    }
};

} // namespace

class Highlighter::Private
{
public:
    /// Judges by the name alone: nothing on disk decides how reviewed text is read.
    [[nodiscard]] KSyntaxHighlighting::Definition definition(std::string_view path) const
    {
        const std::string_view base = path.substr(path.rfind('/') + 1);
        const KSyntaxHighlighting::Definition found = named(base);
        if (found.isValid())
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
            recent.push_front({text, definition, {KSyntaxHighlighting::State()}});
            if (recent.size() > rememberedTexts)
                recent.pop_back();
        }
        return recent.front();
    }

private:
    [[nodiscard]] KSyntaxHighlighting::Definition named(std::string_view base) const
    {
        const auto string = [](std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); };
        const std::string_view alias = definitionAlias(base);
        return alias.empty() ? repository.definitionForFileName(string(base)) : repository.definitionForName(string(alias));
    }

    KSyntaxHighlighting::Repository repository;
    std::list<Checkpoints> recent; ///< latest first
};

Highlighter::Highlighter()
{
    initDefinitions(); // before the repository looks for them
    m_d = std::make_unique<Private>();
}

Highlighter::~Highlighter() = default;

std::string Highlighter::definitionFor(std::string_view path) const
{
    const KSyntaxHighlighting::Definition definition = m_d->definition(path);
    return definition.isValid() ? definition.name().toStdString() : std::string();
}

StyledLines Highlighter::highlight(const Text &text, std::string_view path, LineNumber first, LineNumber last,
                                   std::stop_token stop)
{
    first = std::max<LineNumber>(first, 1);
    last = std::min(last, text.lineCount());
    if (first > last)
        return {};
    StyledLines styled{.first = first, .lines = {}};
    const KSyntaxHighlighting::Definition definition = m_d->definition(path);
    if (!definition.isValid()) {
        styled.lines.resize(last - first + 1);
        return styled;
    }

    styled.lines.reserve(last - first + 1);
    Checkpoints &checkpoints = m_d->checkpoints(text, definition.name());
    RunCollector collector(definition);
    LineNumber line = checkpoints.lineBefore(first);
    KSyntaxHighlighting::State state = checkpoints.at(line);
    for (; line <= last && !stop.stop_requested(); ++line) {
        checkpoints.remember(line, state);
        std::vector<StyleRun> runs = collector.run(text.line(line), state);
        if (line >= first)
            styled.lines.push_back(std::move(runs));
    }
    return styled;
}

} // namespace countersign::syntax
