// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Languages.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

namespace countersign::syntax
{

namespace
{

using KSyntaxHighlighting::Theme;
static_assert(static_cast<int>(Style::Normal) == Theme::Normal && static_cast<int>(Style::Attribute) == Theme::Attribute
              && static_cast<int>(Style::String) == Theme::String && static_cast<int>(Style::Constant) == Theme::Constant
              && static_cast<int>(Style::Comment) == Theme::Comment && static_cast<int>(Style::Alert) == Theme::Alert
              && static_cast<int>(Style::Others) == Theme::Others && static_cast<int>(Style::Error) == Theme::Error);

class KateReader final : public LanguageReader, private KSyntaxHighlighting::AbstractHighlighter
{
public:
    explicit KateReader(const KSyntaxHighlighting::Definition &definition) { setDefinition(definition); }

    void goTo(const State &state) override
    {
        m_state = state ? *static_cast<const KSyntaxHighlighting::State *>(state.get()) : KSyntaxHighlighting::State();
    }

    [[nodiscard]] State state() const override { return std::make_shared<const KSyntaxHighlighting::State>(m_state); }

    void readLine(const QString &line, std::vector<Format> &formats) override
    {
        formats.clear();
        m_formats = &formats;
        m_state = highlightLine(line, m_state);
        m_formats = nullptr;
    }

private:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        m_formats->push_back({offset, length, static_cast<Style>(format.textStyle())});
    }

    KSyntaxHighlighting::State m_state;
    std::vector<Format> *m_formats = nullptr;
};

class KateLanguages final : public Languages
{
public:
    [[nodiscard]] QString definitionForFileName(const QString &fileName) const override
    {
        return nameOf(m_repository.definitionForFileName(fileName));
    }
    [[nodiscard]] QString definitionForName(const QString &name) const override
    {
        return nameOf(m_repository.definitionForName(name));
    }
    [[nodiscard]] std::unique_ptr<LanguageReader> reader(const QString &definition) const override
    {
        return std::make_unique<KateReader>(m_repository.definitionForName(definition));
    }

private:
    [[nodiscard]] static QString nameOf(const KSyntaxHighlighting::Definition &definition)
    {
        return definition.isValid() ? definition.name() : QString();
    }

    KSyntaxHighlighting::Repository m_repository;
};

} // namespace

} // namespace countersign::syntax

extern "C" Q_DECL_EXPORT countersign::syntax::Languages *countersignLanguages()
{
    return new countersign::syntax::KateLanguages;
}
