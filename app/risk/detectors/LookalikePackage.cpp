// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "All.h"
#include "MakeFinding.h"
#include "NewDependencies.h"

#include "risk/Draft.h"

#include <algorithm>
#include <cctype>
#include <numeric>
#include <set>
#include <string>

namespace countersign::risk
{

namespace
{

/// Names that are imitated most. Source: the download counts of the registries.
const std::set<std::string_view> &popular(Ecosystem ecosystem)
{
    static const std::set<std::string_view> npm{"react",
                                                "react-dom",
                                                "preact",
                                                "lodash",
                                                "express",
                                                "axios",
                                                "chalk",
                                                "commander",
                                                "moment",
                                                "request",
                                                "typescript",
                                                "webpack",
                                                "eslint",
                                                "prettier",
                                                "jquery",
                                                "vue",
                                                "angular",
                                                "dotenv",
                                                "cross-env",
                                                "mongoose",
                                                "mongodb",
                                                "socket.io",
                                                "nodemailer",
                                                "bcrypt",
                                                "bcryptjs",
                                                "jsonwebtoken",
                                                "passport",
                                                "redux",
                                                "react-redux",
                                                "react-router",
                                                "react-router-dom",
                                                "next",
                                                "nuxt",
                                                "svelte",
                                                "vite",
                                                "vitest",
                                                "rollup",
                                                "esbuild",
                                                "babel-core",
                                                "babel-loader",
                                                "cors",
                                                "body-parser",
                                                "cookie-parser",
                                                "uuid",
                                                "yargs",
                                                "minimist",
                                                "semver",
                                                "rimraf",
                                                "mkdirp",
                                                "underscore",
                                                "async",
                                                "bluebird",
                                                "winston",
                                                "debug",
                                                "colors",
                                                "color",
                                                "puppeteer",
                                                "playwright",
                                                "electron",
                                                "sequelize",
                                                "knex",
                                                "mysql",
                                                "mysql2",
                                                "sqlite3",
                                                "ioredis",
                                                "redis",
                                                "graphql",
                                                "apollo-server",
                                                "tailwindcss",
                                                "postcss",
                                                "autoprefixer",
                                                "styled-components",
                                                "date-fns",
                                                "discord.js",
                                                "node-fetch",
                                                "form-data",
                                                "handlebars",
                                                "ethers",
                                                "web3"};
    static const std::set<std::string_view> python{"requests",
                                                   "urllib3",
                                                   "numpy",
                                                   "pandas",
                                                   "scipy",
                                                   "matplotlib",
                                                   "flask",
                                                   "django",
                                                   "fastapi",
                                                   "pydantic",
                                                   "sqlalchemy",
                                                   "celery",
                                                   "redis",
                                                   "boto3",
                                                   "botocore",
                                                   "pytest",
                                                   "setuptools",
                                                   "beautifulsoup4",
                                                   "selenium",
                                                   "scrapy",
                                                   "tensorflow",
                                                   "torch",
                                                   "torchvision",
                                                   "transformers",
                                                   "scikit-learn",
                                                   "jinja2",
                                                   "pyyaml",
                                                   "click",
                                                   "cryptography",
                                                   "paramiko",
                                                   "psycopg2",
                                                   "psycopg2-binary",
                                                   "pymongo",
                                                   "pymysql",
                                                   "httpx",
                                                   "aiohttp",
                                                   "uvicorn",
                                                   "gunicorn",
                                                   "starlette",
                                                   "openai",
                                                   "anthropic",
                                                   "langchain",
                                                   "colorama",
                                                   "tqdm",
                                                   "pillow",
                                                   "opencv-python",
                                                   "python-dateutil",
                                                   "python-dotenv",
                                                   "pyjwt",
                                                   "certifi",
                                                   "idna",
                                                   "charset-normalizer",
                                                   "typing-extensions",
                                                   "rich",
                                                   "virtualenv",
                                                   "poetry",
                                                   "pipenv",
                                                   "black",
                                                   "flake8",
                                                   "pylint",
                                                   "mypy",
                                                   "sphinx",
                                                   "jupyter",
                                                   "notebook",
                                                   "ipython",
                                                   "web3"};
    static const std::set<std::string_view> cargo{
        "serde",     "serde_json", "serde_yaml", "tokio", "reqwest", "clap",        "anyhow",     "thiserror",
        "rand",      "regex",      "tracing",    "hyper", "axum",    "actix-web",   "futures",    "chrono",
        "rustls",    "openssl",    "diesel",     "sqlx",  "rayon",   "crossbeam",   "itertools",  "lazy_static",
        "once_cell", "num-traits", "env_logger", "bytes", "base64",  "async-trait", "parking_lot"};
    static const std::set<std::string_view> ruby{
        "rails",   "rspec",   "sinatra",      "nokogiri",   "devise",   "sidekiq",     "puma",        "bundler",
        "rubocop", "faraday", "activerecord", "actionpack", "capybara", "factory_bot", "rest-client", "httparty"};
    static const std::set<std::string_view> composer{"laravel/framework",       "symfony/console", "guzzlehttp/guzzle",
                                                     "monolog/monolog",         "phpunit/phpunit", "doctrine/orm",
                                                     "symfony/http-foundation", "twig/twig"};
    static const std::set<std::string_view> nuget{"newtonsoft.json",
                                                  "serilog",
                                                  "automapper",
                                                  "dapper",
                                                  "xunit",
                                                  "nunit",
                                                  "moq",
                                                  "mediatr",
                                                  "fluentvalidation",
                                                  "entityframework",
                                                  "swashbuckle.aspnetcore",
                                                  "polly"};
    static const std::set<std::string_view> go{
        "github.com/stretchr/testify", "github.com/gorilla/mux",     "github.com/gin-gonic/gin", "github.com/spf13/cobra",
        "github.com/spf13/viper",      "github.com/sirupsen/logrus", "github.com/boltdb/bolt",   "github.com/google/uuid",
        "github.com/urfave/cli",       "github.com/lib/pq",          "github.com/go-chi/chi",    "go.uber.org/zap",
        "google.golang.org/grpc"};
    static const std::set<std::string_view> maven{"org.springframework:spring-core",
                                                  "com.google.guava:guava",
                                                  "org.slf4j:slf4j-api",
                                                  "org.apache.commons:commons-lang3",
                                                  "com.fasterxml.jackson.core:jackson-databind",
                                                  "org.apache.logging.log4j:log4j-core",
                                                  "org.projectlombok:lombok",
                                                  "junit:junit",
                                                  "org.junit.jupiter:junit-jupiter",
                                                  "org.mockito:mockito-core"};
    static const std::set<std::string_view> none;
    switch (ecosystem) {
    case Ecosystem::Npm:
        return npm;
    case Ecosystem::Python:
        return python;
    case Ecosystem::Cargo:
        return cargo;
    case Ecosystem::Go:
        return go;
    case Ecosystem::Ruby:
        return ruby;
    case Ecosystem::Composer:
        return composer;
    case Ecosystem::Maven:
        return maven;
    case Ecosystem::NuGet:
        return nuget;
    case Ecosystem::None:
        return none;
    }
    return none;
}

std::vector<std::string> tokensOf(std::string_view name)
{
    std::vector<std::string> tokens(1);
    for (const char c : name) {
        if (c == '-' || c == '_' || c == '.' || c == '/' || c == ':' || c == '@')
            tokens.emplace_back();
        else
            tokens.back() += c;
    }
    std::erase(tokens, std::string());
    return tokens;
}

/// Edits between two words, a swap of neighbours counting as one (Damerau 1964, restricted form).
std::size_t edits(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const std::size_t differs = a[i - 1] == b[j - 1] ? 0 : 1;
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + differs});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

std::string withoutDigits(std::string_view word)
{
    std::string out;
    std::ranges::copy_if(word, std::back_inserter(out), [](unsigned char c) { return std::isdigit(c) == 0; });
    return out;
}

/// One word of the name is misspelt.
bool isTypo(const std::vector<std::string> &a, const std::vector<std::string> &b)
{
    constexpr std::size_t shortest = 5; // shorter words have real neighbours
    constexpr std::size_t longEnoughForTwo = 9;
    if (a.size() != b.size())
        return false;
    const std::string *left = nullptr;
    const std::string *right = nullptr;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i])
            continue;
        if (left)
            return false;
        left = &a[i];
        right = &b[i];
    }
    if (!left || std::min(left->size(), right->size()) < shortest || std::max(left->size(), right->size()) > 60
        || withoutDigits(*left) == withoutDigits(*right))
        return false;
    const std::size_t allowed = std::min(left->size(), right->size()) >= longEnoughForTwo ? 2 : 1;
    return edits(*left, *right) <= allowed;
}

bool looksLike(std::string_view name, std::string_view known, Ecosystem ecosystem)
{
    if (ecosystem == Ecosystem::Npm && name.starts_with('@') && !known.starts_with('@'))
        return false; // a scoped fork says whose it is
    if (ecosystem == Ecosystem::Npm && name.starts_with('@') && known.starts_with('@')
        && name.substr(0, name.find('/')) == known.substr(0, known.find('/')))
        return false; // of the same owner
    if ((ecosystem == Ecosystem::Maven || ecosystem == Ecosystem::Go || ecosystem == Ecosystem::Composer)
        && name.substr(0, name.find_last_of(":/")) == known.substr(0, known.find_last_of(":/")))
        return false;
    std::vector<std::string> a = tokensOf(name);
    std::vector<std::string> b = tokensOf(known);
    if (isTypo(a, b))
        return true;
    const auto glued = [](const std::vector<std::string> &tokens) {
        return std::accumulate(tokens.begin(), tokens.end(), std::string());
    };
    if (a != b && glued(a) == glued(b) && glued(a).size() >= 6 && ecosystem != Ecosystem::Maven && ecosystem != Ecosystem::NuGet)
        return true;
    std::ranges::sort(a);
    std::ranges::sort(b);
    return a.size() > 1 && a == b && name.size() == known.size();
}

/// DEP-03: a new package has nearly the name of a known one.
class LookalikePackage final : public Detector
{
public:
    [[nodiscard]] std::string_view rule() const override { return "DEP-03"; }
    [[nodiscard]] std::vector<Finding> inspectFile(FileContext &file, const ChangeContext &) const override
    {
        std::vector<Finding> found;
        const FileDelta &delta = file.file().delta;
        const Ecosystem ecosystem = delta.newSide.exists() ? manifestKind(delta.newSide.path) : Ecosystem::None;
        if (ecosystem == Ecosystem::None || file.changedLines(Side::New).empty())
            return found;
        std::set<std::string> known(popular(ecosystem).begin(), popular(ecosystem).end());
        if (delta.oldSide.exists()) {
            for (Dependency &one : dependenciesOf(file.text(Side::Old), delta.oldSide.path))
                known.insert(std::move(one.name));
        }
        for (const NewDependency &one : newDependencies(file.file())) {
            const Dependency &fresh = one.dependency;
            if (!one.isNewName || fresh.isLocal || known.contains(fresh.name) || !file.isChanged(Side::New, fresh.line))
                continue;
            const auto alike =
                std::ranges::find_if(known, [&](const std::string &name) { return looksLike(fresh.name, name, ecosystem); });
            if (alike != known.end())
                found.push_back(say(file, fresh, *alike));
        }
        return found;
    }

private:
    [[nodiscard]] Finding say(const FileContext &file, const Dependency &fresh, const std::string &known) const
    {
        Finding finding =
            makeFinding({rule(), Severity::High,
                         Message(QT_TRANSLATE_NOOP("app", "A new package has nearly the name of another: %1, like %2"),
                                 {shownMatch(fresh.name), shownMatch(known)}),
                         Message(QT_TRANSLATE_NOOP(
                             "app", "Names that people and models mistype are registered by strangers, with code that steals.")),
                         Message(QT_TRANSLATE_NOOP(
                             "app", "Look the package up in its registry: who publishes it, since when, and how many use it?"))},
                        file, {Side::New, fresh.line, fresh.line});
        finding.evidence.emplace_back(QT_TRANSLATE_NOOP("app", "Added: %1"),
                                      std::vector{shownLine(file.text(Side::New).line(fresh.line))});
        lowerByPath(finding, file);
        return finding;
    }
};

} // namespace

std::unique_ptr<Detector> makeLookalikePackage()
{
    return std::make_unique<LookalikePackage>();
}

} // namespace countersign::risk
