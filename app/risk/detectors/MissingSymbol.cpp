// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "ImportTargets.h"
#include "ImportsOfFiles.h"
#include "MakeFinding.h"
#include "NewDependencies.h"
#include "Words.h"

#include "risk/Draft.h"
#include "risk/Pattern.h"

#include <algorithm>
#include <optional>
#include <string>

namespace countersign::risk
{

namespace
{

/// What generators make while building stands in no repository.
bool isMade(std::string_view path)
{
    static const RE2 made(
        R"((?i)(?:^|[/_.-])(?:generated|gen|build|dist|out|target|proto|pb|pb2|_pb2|autogen|moc|ui|config|version|_version|buildinfo|)"
        R"(resources?|assets?|i18n|graphql|prisma|wasm|pkg|types|bindings)(?:[/_.-]|$)|\.(?:svg|png|css|scss|json|wasm|node|moc|inc|ipp|tcc|def)$)",
        patternOptions());
    return RE2::PartialMatch(pieceOf(path), made);
}

/// The module may give what its text does not name.
bool givesMore(const Text &text, ImportLanguage language)
{
    if (language == ImportLanguage::Python)
        return text.contains("import *") || text.contains("__getattr__") || text.contains("globals()")
            || text.contains("sys.modules");
    return text.contains("export *") || text.contains("module.exports = ") || text.contains("__exportStar")
        || text.contains("exports[");
}

/// DEP-04: code uses something of this repository that does not exist at the head.
class MissingSymbol final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DEP-04"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &context) const override
    {
        std::vector<Finding> found;
        const FileDelta &delta = file.file().delta;
        const bool isCode = file.file().fileClass == FileClass::Code || file.file().fileClass == FileClass::Test;
        const ImportLanguage language = importLanguage(delta.newSide.path);
        if (!context.head || !delta.newSide.exists() || !isCode || !addsImport(file, language))
            return found;
        for (const Import &import : context.facts<ImportsOfFiles>().of(file.file())) {
            bool isNew = false;
            for (LineNumber line = import.first; line <= import.last; ++line)
                isNew |= file.isChanged(Side::New, line);
            if (isNew && !import.isOptional)
                inspect(file, import, context, found);
        }
        return found;
    }

private:
    static bool addsImport(const FileContext &file, ImportLanguage language)
    {
        return std::ranges::any_of(file.changedLines(Side::New),
                                   [&](LineNumber line) { return mayImport(file.text(Side::New).line(line), language); });
    }

    void inspect(const FileContext &file, const Import &import, const ChangeContext &context, std::vector<Finding> &found) const
    {
        const std::string &path = file.path(Side::New);
        const auto &targets = context.facts<ImportTargets>();
        if (targets.isEmpty())
            return;
        const ImportTarget target = targets.find(import, path);
        if (target.kind == ImportTarget::Kind::Missing) {
            if (mayBeMade(import, target, path, targets, context))
                return;
            found.push_back(say(file, import, import.module, QT_TRANSLATE_NOOP("app", "%1 does not stand in the repository."),
                                import.module));
            return;
        }
        const ImportLanguage language = importLanguage(path);
        if (target.kind == ImportTarget::Kind::Outside || import.names.empty()
            || (language != ImportLanguage::Python && language != ImportLanguage::Script))
            return;
        std::string module = target.path;
        if (targets.hasFolder(module))
            module += language == ImportLanguage::Python ? "/__init__.py" : "/index.ts";
        const auto text = textAtHead(context, targets.hasFile(module) ? module : module + ".py");
        const bool isScript = importLanguage(module) == language && !module.ends_with(".vue") && !module.ends_with(".svelte");
        if (!text || !isScript || givesMore(*text, language))
            return;
        for (const std::string &name : import.names) {
            if (holdsWord(*text, name) || isSubmodule(target.path, name, targets))
                continue;
            found.push_back(say(file, import, name, QT_TRANSLATE_NOOP("app", "%1 does not name it."), module));
        }
    }

    static bool isSubmodule(const std::string &package, const std::string &name, const ImportTargets &targets)
    {
        std::string folder = package;
        if (folder.ends_with("/__init__.py"))
            folder = folderOf(folder);
        const std::string base = joinPath(folder, name);
        return targets.hasFolder(base) || targets.hasFile(base + ".py") || targets.hasFile(base + ".so")
            || targets.hasFile(base + ".pyi") || targets.hasFile(base + ".pyx");
    }

    static bool mayBeMade(const Import &import, const ImportTarget &target, const std::string &from, const ImportTargets &targets,
                          const ChangeContext &context)
    {
        if (isMade(import.module) || (!target.candidates.empty() && isMade(target.candidates.front())))
            return true;
        const ImportLanguage language = importLanguage(from);
        if (language == ImportLanguage::Cpp) {
            // Only of folders of this repository it is known what should be there.
            const std::string first = import.module.substr(0, import.module.find('/'));
            return !import.module.contains('/') || !targets.hasName(first)
                || targets.hasName(import.module.substr(0, import.module.find('.')))
                || std::ranges::any_of(target.candidates,
                                       [&targets](const std::string &path) { return targets.hasFile(path + ".in"); });
        }
        if (language == ImportLanguage::Java)
            return isDeclaredBeside(import, target, targets, context);
        // An ignored file, say of settings, is nothing to blame the change for when others ask for it as well.
        return std::ranges::any_of(context.files, [&](const FileChange &file) {
            return file.delta.oldSide.exists() && importLanguage(file.delta.oldSide.path) == language
                && file.oldText.contains(import.module);
        });
    }

    /// A class may stand in the file of another one of its package, or be made by an annotation.
    static bool isDeclaredBeside(const Import &import, const ImportTarget &target, const ImportTargets &targets,
                                 const ChangeContext &context)
    {
        static const RE2 madeByTools(
            R"((?:_|Impl|Builder|Mapper|Grpc|Proto|OuterClass|Q[A-Z]\w*|Companion|Kt|BuildConfig|R|Dao|Binding)$)",
            patternOptions());
        const std::string name = import.module.substr(import.module.rfind('.') + 1);
        if (RE2::PartialMatch(name, madeByTools))
            return true;
        for (const std::string &candidate : target.candidates) {
            const std::string folder(folderOf(candidate));
            for (auto path = targets.paths().lower_bound(folder + "/");
                 path != targets.paths().end() && path->starts_with(folder + "/"); ++path) {
                const auto text = textAtHead(context, *path);
                if (text && holdsWord(*text, name) && (path->ends_with(".kt") || path->ends_with(".java"))
                    && declares(*text, name))
                    return true;
            }
        }
        return false;
    }

    static bool declares(const Text &text, const std::string &name)
    {
        return RE2::PartialMatch(
            pieceOf(text.bytes()),
            RE2("\\b(?:class|interface|enum|record|object|typealias|fun|val|@interface)\\s+(?:<[^>]*>\\s*)?(?:\\w+\\.)?"
                    + RE2::QuoteMeta(name) + "\\b",
                patternOptions()));
    }

    [[nodiscard]] Finding say(const FileContext &file, const Import &import, const std::string &what, const char *evidence,
                              const std::string &place) const
    {
        LineNumber line = import.line;
        for (LineNumber at = import.first; at <= import.last; ++at) {
            if (file.text(Side::New).line(at).contains(what)) {
                line = at;
                break;
            }
        }
        Finding finding = makeFinding(
            {rule(), Severity::High,
             Message(QT_TRANSLATE_NOOP("app", "Something of this repository is used that does not exist: %1"),
                     {shownMatch(what)}),
             Message(QT_TRANSLATE_NOOP(
                 "app", "It fails when this line is reached; who wrote it did not look at the code that it uses.")),
             Message(QT_TRANSLATE_NOOP("app", "Was it renamed or removed, or made up? Does a test reach this line?"))},
            file, {Side::New, line, line});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Added: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(line))});
        finding.evidence.emplace_back(evidence, std::vector{shownMatch(place)});
        lowerByPath(finding, file);
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeMissingSymbol()
{
    return std::make_unique<MissingSymbol>();
}

} // namespace countersign::risk
