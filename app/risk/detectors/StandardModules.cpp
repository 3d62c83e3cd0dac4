// SPDX-FileCopyrightText: 2026 Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StandardModules.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace countersign::risk
{

namespace
{

std::set<std::string_view> wordsOf(std::string_view text)
{
    std::set<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.insert(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// Source: sys.stdlib_module_names of Python 3.11, and the modules that older and newer versions have besides.
const std::set<std::string_view> &ofPython()
{
    static const std::set<std::string_view> modules =
        wordsOf("__future__ _thread _typeshed abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit "
                "audioop base64 bdb binascii binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code "
                "codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg "
                "crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings "
                "ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter fractions ftplib functools gc "
                "genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib "
                "imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma "
                "macpath mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis "
                "nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev parser pathlib pdb pickle "
                "pickletools pip pipes pkg_resources pkgutil platform plistlib poplib posix posixpath pprint profile pstats "
                "pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource "
                "rlcompleter runpy sched secrets select selectors setuptools shelve shlex shutil signal site smtpd smtplib "
                "sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string "
                "stringprep struct subprocess sunau symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile "
                "termios textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty "
                "turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser "
                "winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo");
    return modules;
}

/// Source: Node's documentation (module.builtinModules), and what editors and runtimes provide by themselves.
const std::set<std::string_view> &ofNode()
{
    static const std::set<std::string_view> modules =
        wordsOf("assert async_hooks buffer bun child_process cluster console constants crypto dgram diagnostics_channel dns "
                "domain electron events fs http http2 https inspector module net os path perf_hooks process punycode "
                "querystring readline repl stream string_decoder sys test timers tls trace_events tty url util v8 vm vscode "
                "wasi worker_threads zlib");
    return modules;
}

/// Source: the projects' pages on PyPI.
const std::map<std::string_view, std::vector<std::string_view>> &pythonDistributions()
{
    static const std::map<std::string_view, std::vector<std::string_view>> distributions{
        {"Crypto", {"pycryptodome", "pycrypto"}},
        {"Cryptodome", {"pycryptodomex"}},
        {"Levenshtein", {"python-levenshtein", "levenshtein"}},
        {"MySQLdb", {"mysqlclient"}},
        {"OpenSSL", {"pyopenssl"}},
        {"PIL", {"pillow"}},
        {"_pytest", {"pytest"}},
        {"anyio", {"httpx", "starlette", "fastapi"}},
        {"asgiref", {"django"}},
        {"attr", {"attrs"}},
        {"attrs", {"attrs"}},
        {"azure", {"azure-"}},
        {"billiard", {"celery"}},
        {"botocore", {"boto3"}},
        {"bs4", {"beautifulsoup4"}},
        {"certifi", {"requests"}},
        {"corsheaders", {"django-cors-headers"}},
        {"cv2", {"opencv"}},
        {"dateutil", {"python-dateutil"}},
        {"debug_toolbar", {"django-debug-toolbar"}},
        {"discord", {"discord.py", "py-cord"}},
        {"django_filters", {"django-filter"}},
        {"docx", {"python-docx"}},
        {"dotenv", {"python-dotenv"}},
        {"engineio", {"python-engineio"}},
        {"environ", {"django-environ"}},
        {"faiss", {"faiss-"}},
        {"fitz", {"pymupdf"}},
        {"flask_cors", {"flask-cors"}},
        {"git", {"gitpython"}},
        {"google", {"google-", "protobuf", "grpcio"}},
        {"googleapiclient", {"google-api-python-client"}},
        {"graphql", {"graphql-core", "graphene"}},
        {"graphql_relay", {"graphene"}},
        {"grpc", {"grpcio"}},
        {"httpcore", {"httpx"}},
        {"itsdangerous", {"flask"}},
        {"jose", {"python-jose"}},
        {"jwt", {"pyjwt", "python-jwt"}},
        {"kombu", {"celery"}},
        {"kubernetes", {"kubernetes"}},
        {"ldap", {"python-ldap"}},
        {"magic", {"python-magic"}},
        {"markdown", {"markdown"}},
        {"markupsafe", {"jinja2"}},
        {"memcache", {"python-memcached"}},
        {"mpl_toolkits", {"matplotlib"}},
        {"multipart", {"python-multipart"}},
        {"nacl", {"pynacl"}},
        {"numpy", {"pandas", "scipy"}},
        {"opentelemetry", {"opentelemetry-"}},
        {"pkg_resources", {"setuptools"}},
        {"pluggy", {"pytest"}},
        {"pptx", {"python-pptx"}},
        {"promise", {"graphene"}},
        {"psycopg2", {"psycopg2-binary", "psycopg"}},
        {"py", {"pytest"}},
        {"pydantic_core", {"pydantic"}},
        {"pylab", {"matplotlib"}},
        {"pythonjsonlogger", {"python-json-logger"}},
        {"requests_toolbelt", {"requests-toolbelt"}},
        {"rest_framework", {"djangorestframework"}},
        {"ruamel", {"ruamel"}},
        {"s3transfer", {"boto3"}},
        {"sentry_sdk", {"sentry-sdk"}},
        {"serial", {"pyserial"}},
        {"skimage", {"scikit-image"}},
        {"sklearn", {"scikit-learn"}},
        {"slugify", {"python-slugify"}},
        {"snowflake", {"snowflake-"}},
        {"socketio", {"python-socketio"}},
        {"starlette", {"fastapi"}},
        {"storages", {"django-storages"}},
        {"telegram", {"python-telegram-bot"}},
        {"typing_extensions", {"typing-extensions"}},
        {"urllib3", {"requests"}},
        {"usb", {"pyusb"}},
        {"vine", {"celery"}},
        {"werkzeug", {"flask"}},
        {"win32api", {"pywin32"}},
        {"win32con", {"pywin32"}},
        {"yaml", {"pyyaml", "ruamel"}},
        {"zmq", {"pyzmq"}},
    };
    return distributions;
}

/// Source: the standard libraries' documentation: docs.ruby-lang.org, doc.rust-lang.org, docs.oracle.com and kotlinlang.org,
/// learn.microsoft.com.
const std::set<std::string_view> &ofRuby()
{
    static const std::set<std::string_view> modules = wordsOf(
        "English abbrev base64 benchmark bigdecimal bundler cgi coverage csv date delegate did_you_mean digest drb erb "
        "error_highlight etc expect fcntl fiddle fileutils find forwardable getoptlong io ipaddr irb json logger matrix "
        "minitest monitor mutex_m net nkf objspace observer open-uri open3 openssl optparse ostruct pathname pp prettyprint "
        "prime pstore psych pty racc rake rbconfig rdoc readline reline resolv rexml rinda ripper ruby2_keywords rubygems "
        "securerandom set shellwords singleton socket stringio strscan syslog tempfile test time timeout tmpdir tracer "
        "tsort un unicode_normalize uri weakref win32ole yaml zlib");
    return modules;
}

const std::set<std::string_view> &ofRust()
{
    static const std::set<std::string_view> crates = wordsOf("std core alloc crate self super proc_macro test");
    return crates;
}

const std::set<std::string_view> &ofJava()
{
    static const std::set<std::string_view> packages = wordsOf(
        "java javax jdk sun com.sun kotlin scala groovy android dalvik org.w3c org.xml org.ietf org.omg jakarta netscape");
    return packages;
}

const std::set<std::string_view> &ofCSharp()
{
    static const std::set<std::string_view> namespaces = wordsOf("System Microsoft Windows Mono Internal FSharp MS");
    return namespaces;
}

/// The packages, or parts of their names, that bring a package of Java or a namespace of C# whose own name they do not have.
const std::map<std::string_view, std::vector<std::string_view>> &otherDistributions()
{
    static const std::map<std::string_view, std::vector<std::string_view>> distributions{
        {"ch.qos", {"logback", "spring-boot"}},
        {"com.fasterxml", {"jackson", "spring-boot"}},
        {"com.github", {"com.github", "wiremock"}},
        {"com.mysql", {"mysql"}},
        {"com.zaxxer", {"hikari", "spring-boot"}},
        {"dagger", {"dagger", "hilt"}},
        {"feign", {"openfeign", "feign"}},
        {"io.grpc", {"grpc"}},
        {"io.micrometer", {"micrometer", "actuator"}},
        {"io.restassured", {"rest-assured"}},
        {"kotlinx", {"kotlinx"}},
        {"lombok", {"lombok"}},
        {"okhttp3", {"okhttp"}},
        {"org.apiguardian", {"junit"}},
        {"org.aspectj", {"aspectj", "aop"}},
        {"org.assertj", {"assertj", "starter-test"}},
        {"org.hamcrest", {"hamcrest", "junit", "starter-test"}},
        {"org.hibernate", {"hibernate", "data-jpa"}},
        {"org.json", {"json"}},
        {"org.junit", {"junit", "starter-test"}},
        {"org.mockito", {"mockito", "starter-test"}},
        {"org.opentest4j", {"junit"}},
        {"org.slf4j", {"slf4j", "logback", "spring-boot"}},
        {"org.springframework", {"spring"}},
        {"org.testng", {"testng"}},
        {"org.yaml", {"snakeyaml", "spring-boot"}},
        {"reactor", {"reactor", "webflux"}},
        {"retrofit2", {"retrofit"}},
        {"Amazon", {"AWSSDK"}},
        {"Azure", {"Azure"}},
        {"MySql", {"MySql.Data", "MySqlConnector", "Pomelo"}},
        {"NUnit", {"NUnit"}},
        {"StackExchange", {"StackExchange", "Redis"}},
        {"Xunit", {"xunit"}},
    };
    return distributions;
}

} // namespace

bool isStandardModule(std::string_view name, ImportLanguage language)
{
    switch (language) {
    case ImportLanguage::Python:
        return ofPython().contains(name);
    case ImportLanguage::Script:
        return ofNode().contains(name) || name.starts_with("node:") || name.starts_with("bun:");
    case ImportLanguage::Ruby:
        return ofRuby().contains(name);
    case ImportLanguage::Rust:
        return ofRust().contains(name);
    case ImportLanguage::Java:
        return ofJava().contains(name) || ofJava().contains(name.substr(0, name.find('.')));
    case ImportLanguage::CSharp:
        return ofCSharp().contains(name);
    case ImportLanguage::Go:
    case ImportLanguage::Cpp:
    case ImportLanguage::Php:
    case ImportLanguage::None:
        return false;
    }
    return false;
}

std::span<const std::string_view> distributionsOf(std::string_view module, ImportLanguage language)
{
    const bool isPython = language == ImportLanguage::Python;
    if (!isPython && language != ImportLanguage::Java && language != ImportLanguage::CSharp)
        return {};
    const auto &all = isPython ? pythonDistributions() : otherDistributions();
    const auto found = all.find(module);
    return found == all.end() ? std::span<const std::string_view>() : found->second;
}

} // namespace countersign::risk
