// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Likelihood.h"

#include "core/Joined.h"
#include "core/TomlFields.h"

#include <QFile>

#include <format>

static void initLikelihoodResource()
{
    Q_INIT_RESOURCE(likelihood); // the linker drops resources of a static library that nobody names
}

/// The weights as a file: resources/likelihood/weights.toml, and what `calibrate` writes.
namespace countersign::risk
{

namespace
{

constexpr std::size_t mostQuantiles = 1000;

double numberIn(const toml::table &table, std::string_view key, bool &isWhole)
{
    const auto value = table[key].value<double>();
    isWhole = isWhole && value.has_value();
    return value.value_or(0);
}

} // namespace

Result<LikelihoodModel> LikelihoodModel::builtIn()
{
    initLikelihoodResource();
    const QString path = QStringLiteral(":/countersign/likelihood/weights.toml");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Environment, Message(QT_TRANSLATE_NOOP("app", "The weights of the likelihood are missing.")),
                    path.toStdString());
    return parse(file.readAll().toStdString(), "weights.toml");
}

Result<LikelihoodModel> LikelihoodModel::parse(std::string_view content, const std::string &file)
{
    auto table = parseToml(content, file);
    if (!table)
        return std::unexpected(table.error());
    LikelihoodModel model;
    bool isWhole = true;
    model.origin = (*table)["origin"].value_or(std::string());
    model.isCalibrated = (*table)["calibrated"].value_or(false);
    model.baseLogOdds = numberIn(*table, "base_log_odds", isWhole);
    for (std::size_t i = 0; i < factorCount; ++i) {
        const toml::table *factor = (*table)["factor"][name(static_cast<Factor>(i))].as_table();
        isWhole = isWhole && factor;
        if (!factor)
            continue;
        Term &term = model.terms.at(i);
        term = {numberIn(*factor, "mean", isWhole), numberIn(*factor, "deviation", isWhole),
                numberIn(*factor, "weight", isWhole)};
        isWhole = isWhole && term.deviation > 0;
    }
    const toml::table *contents = (*table)["content"].as_table();
    isWhole = isWhole && contents;
    for (std::size_t i = 0; contents && i < contentCount; ++i)
        model.contents.at(i) = numberIn(*contents, name(static_cast<Content>(i)), isWhole);
    if (const toml::array *quantiles = (*table)["quantiles"].as_array(); quantiles && quantiles->size() <= mostQuantiles) {
        for (const toml::node &node : *quantiles)
            model.quantiles.push_back(node.value_or(0.0));
    }
    if (!isWhole)
        return fail(ErrorKind::Input, Message(QT_TRANSLATE_NOOP("app", "The weights of the likelihood are not complete.")), file);
    return model;
}

std::string LikelihoodModel::toToml() const
{
    std::string out =
        std::format("origin = \"{}\"\ncalibrated = {}\nbase_log_odds = {:.4f}\n", origin, isCalibrated, baseLogOdds);
    out += "# Scores of the labelled changes in even steps, lowest first.\nquantiles = ["
        + joined(quantiles, [](double quantile) { return std::format("{:.3f}", quantile); }) + "]\n";
    for (std::size_t i = 0; i < factorCount; ++i) {
        const Term &term = terms.at(i);
        out += std::format("\n[factor.{}]\nmean = {:.4f}\ndeviation = {:.4f}\nweight = {:.4f}\n", name(static_cast<Factor>(i)),
                           term.mean, term.deviation, term.weight);
    }
    out += "\n[content]\n";
    for (std::size_t i = 0; i < contentCount; ++i)
        out += std::format("{} = {:.4f}\n", name(static_cast<Content>(i)), contents.at(i));
    return out;
}

} // namespace countersign::risk
