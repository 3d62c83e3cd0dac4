#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""truth.py cc|python|go|java TREE EDGES: precision and recall of direct dependencies against tools that are not ours.

TREE is a checkout, EDGES what countersign_edges printed for the same commit.
cc:     g++ -M of every source and header as a unit of its own, for the files that the compiler opens; -E -dI for the directives
        that it takes (a header that is opened by another header only is no direct dependency)
python: Python's own parser (ast) and the import system's rules of lookup; nothing is executed
go:     the go/parser package of Go itself; an import of the same module means every file of that package but its tests
java:   an audit by grep: every import line names the one file of that package and class
"""
import ast
import collections
import os
import re
import subprocess
import sys
import tempfile


def files_of(tree, endings):
    for folder, folders, names in os.walk(tree):
        folders[:] = [f for f in folders if f != ".git"]
        for name in names:
            if name.endswith(endings):
                yield os.path.relpath(os.path.join(folder, name), tree)


def truth_cc(tree):
    roots = ["include", "test", "test/gtest", "src", "."]
    flags = [f"-I{os.path.join(tree, r)}" for r in roots if os.path.isdir(os.path.join(tree, r))]
    edges, seen = set(), set()
    for path in files_of(tree, (".cc", ".cpp", ".h", ".hpp", ".c")):
        full = os.path.join(tree, path)
        deps = subprocess.run(["g++", "-x", "c++", "-std=c++20", "-MM", *flags, full], capture_output=True, text=True)
        if deps.returncode:
            continue
        opened = {os.path.relpath(os.path.realpath(d), tree) for d in deps.stdout.replace("\\\n", " ").split()[1:]}
        text = subprocess.run(["g++", "-x", "c++", "-std=c++20", "-E", "-dI", *flags, full], capture_output=True, text=True,
                              errors="replace").stdout
        seen.add(path)
        here = None
        for line in text.split("\n"):
            mark = re.match(r'# \d+ "([^"]+)"', line)
            if mark:
                here = mark[1]
            include = re.match(r'#\s*include\s*[<"]([^>"]+)[>"]', line)
            if not include or here is None or not os.path.exists(here) or not os.path.samefile(here, full):
                continue
            beside = os.path.normpath(os.path.join(os.path.dirname(path), include[1]))
            found = [o for o in opened if o == beside] or [o for o in opened if o == include[1] or o.endswith("/" + include[1])]
            edges.update((path, o) for o in found[:1] if o != path)
    return edges, seen


def truth_python(tree):
    paths = set(files_of(tree, ".py"))

    def locate(module, root):
        base = os.path.join(root, *module.split(".")) if module else root
        for candidate in (base + ".py", os.path.join(base, "__init__.py")):
            candidate = os.path.normpath(candidate)
            if candidate in paths:
                return candidate
        return None

    edges, seen = set(), set()
    for path in paths:
        try:
            parsed = ast.parse(open(os.path.join(tree, path), "rb").read())
        except (SyntaxError, ValueError):
            continue
        seen.add(path)
        folder = os.path.dirname(path)
        top = folder
        while os.path.join(top, "__init__.py") in paths and top:
            top = os.path.dirname(top)
        roots = list(dict.fromkeys(["", top, folder]))
        for node in ast.walk(parsed):
            names = []
            if isinstance(node, ast.Import):
                names = [(alias.name, None, roots) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                base = roots
                if node.level:
                    up = folder
                    for _ in range(node.level - 1):
                        up = os.path.dirname(up)
                    base = [up]
                names = [(node.module or "", alias.name, base) for alias in node.names]
            for module, name, base in names:
                for root in base:
                    found = name and name != "*" and locate((module + "." if module else "") + name, root)
                    found = found or locate(module, root)
                    if found:
                        if found != path:
                            edges.add((path, found))
                        break
    return edges, seen


GO_PROGRAM = """package main
import ("fmt"; "go/parser"; "go/token"; "os"; "path/filepath"; "strconv"; "strings")
func main() {
	filepath.Walk(os.Args[1], func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() || !strings.HasSuffix(path, ".go") { return nil }
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil { return nil }
		fmt.Println(path)
		for _, spec := range parsed.Imports { name, _ := strconv.Unquote(spec.Path.Value); fmt.Println(path + "\\t" + name) }
		return nil
	})
}
"""


def truth_go(tree):
    module = re.search(r"^module (\S+)", open(os.path.join(tree, "go.mod")).read(), re.M)[1]
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "imports.go")
        open(program, "w").write(GO_PROGRAM)
        out = subprocess.run(["go", "run", program, tree], capture_output=True, text=True, check=True,
                             env=os.environ | {"GOCACHE": os.path.join(folder, "cache"), "GOTOOLCHAIN": "local"}).stdout
    packages = collections.defaultdict(list)
    for path in files_of(tree, ".go"):
        if not path.endswith("_test.go"):
            packages[os.path.dirname(path)].append(path)
    edges, seen = set(), set()
    for line in out.splitlines():
        path, _, target = line.partition("\t")
        path = os.path.relpath(path, tree)
        seen.add(path)
        if target == module or target.startswith(module + "/"):
            folder = target[len(module) + 1:]
            if folder != os.path.dirname(path):
                edges.update((path, file) for file in packages[folder])
    return edges, seen


def truth_java(tree):
    paths = set(files_of(tree, ".java"))
    by_name = collections.defaultdict(list)
    for path in paths:
        text = open(os.path.join(tree, path), encoding="utf-8", errors="replace").read()
        package = re.search(r"^package ([\w.]+);", text, re.M)
        if package:
            by_name[package[1] + "." + os.path.basename(path)[:-5]].append(path)
    edges = set()
    for path in paths:
        text = open(os.path.join(tree, path), encoding="utf-8", errors="replace").read()
        for name in re.findall(r"^import (?:static )?([\w.]+);", text, re.M):
            while name and name not in by_name:
                name = name.rpartition(".")[0]
            if name and len(by_name[name]) == 1 and by_name[name][0] != path:
                edges.add((path, by_name[name][0]))
    return edges, paths


def main():
    language, tree, ours_file = sys.argv[1:4]
    tree = os.path.realpath(tree)
    truth, seen = {"cc": truth_cc, "python": truth_python, "go": truth_go, "java": truth_java}[language](tree)
    endings = {"cc": (".cc", ".cpp", ".h", ".hpp", ".c"), "python": (".py",), "go": (".go",), "java": (".java",)}[language]
    ours = set()
    for line in open(ours_file, errors="replace"):
        dependent, dependency, kind = line.rstrip("\n").split("\t")
        if kind == "import" and dependent in seen and dependency.endswith(endings):
            ours.add((dependent, dependency))
    both = len(ours & truth)
    print(f"{language}: {len(seen)} files, {len(truth)} true edges, {len(ours)} ours; "
          f"precision {both / max(1, len(ours)):.3f}, recall {both / max(1, len(truth)):.3f}")
    for title, rest in (("missed", truth - ours), ("wrong", ours - truth)):
        for dependent, dependency in sorted(rest)[:int(os.environ.get("SHOW", "5"))]:
            print(f"  {title}: {dependent} -> {dependency}")


main()
