// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Structure.h"

#include <algorithm>
#include <string_view>

namespace countersign::risk
{

namespace
{

/// Two modules with the same names in them, of which one is safe.
struct Twins {
    std::string_view rule;
    std::string_view strong; ///< as an import has it
    std::string_view weak;
    const char *why = nullptr;
    const char *check = nullptr;
};

/// Part of SEC-08 and SEC-09: a module gives way to its weaker twin, and every call in the file with it. The sorting of imports
/// puts the two into different places, so that no rule about lines sees them together.
class WeakerImports final : public Detector
{
public:
    explicit WeakerImports(const Twins &twins)
        : m_twins(twins)
    {
    }

    [[nodiscard]] std::string_view rule() const override { return m_twins.rule; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        if (file.file().fileClass != FileClass::Code || !file.path(Side::New).ends_with(".go")
            || !file.text(Side::New).contains(m_twins.weak))
            return {};
        const LineNumber was = importIn(file, Side::Old, m_twins.strong);
        const LineNumber now = was == noLine ? noLine : importIn(file, Side::New, m_twins.weak);
        if (now == noLine || file.text(Side::New).contains(m_twins.strong))
            return {};
        Finding finding = makeFinding({rule(), Severity::High,
                                       Message(QT_TRANSLATE_NOOP("app", "A module gives way to its weaker twin: %1 became %2"),
                                               {shownMatch(m_twins.strong), shownMatch(m_twins.weak)}),
                                       Message(m_twins.why), Message(m_twins.check)},
                                      file, {Side::New, now, now});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Was: %1"),
                                      std::vector{shownLine(file.text(Side::Old).line(was))});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Now: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(now))});
        return {std::move(finding)};
    }

private:
    /// The changed line that imports @p module, and nothing else.
    static LineNumber importIn(const FileContext &file, Side side, std::string_view module)
    {
        const auto &lines = file.changedLines(side);
        const auto found = std::ranges::find_if(lines, [&](LineNumber line) {
            const std::string content = folded(file.text(side).line(line));
            return content.size() <= module.size() + 40 && content.ends_with(module) && !content.contains('(')
                && !content.starts_with("//");
        });
        return found == lines.end() ? noLine : *found;
    }

    Twins m_twins;
};

} // namespace

std::unique_ptr<Detector> makeWeakerTemplates()
{
    return std::make_unique<WeakerImports>(
        Twins{"SEC-08", R"("html/template")", R"("text/template")",
              QT_TRANSLATE_NOOP("app",
                                "The weaker one does not escape: a value with a tag in it becomes part of the page and runs as a "
                                "script in other people's browsers."),
              QT_TRANSLATE_NOOP("app", "Does what the templates give ever reach a browser?")});
}

std::unique_ptr<Detector> makeWeakerRandom()
{
    return std::make_unique<WeakerImports>(Twins{
        "SEC-09", R"("crypto/rand")", R"("math/rand")",
        QT_TRANSLATE_NOOP("app", "The generator is not made for secrets; from a few outputs the others can be computed."),
        QT_TRANSLATE_NOOP(
            "app", "Is the value a token, key, password, salt or nonce? Then take the random source of the operating system.")});
}

} // namespace countersign::risk
