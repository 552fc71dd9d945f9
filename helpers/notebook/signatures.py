"""Writes what rust-analyzer may know of the libraries that cells call: their public types and signatures.

    signatures.py DOC ANALYSIS

DOC is the folder where rustdoc wrote the libraries as JSON, ANALYSIS that of the crates of signatures; run by `make
signatures`. The kernel asks rust-analyzer for the type of every `let`, and to read all of polars and candle would take
it minutes. A function's body says nothing here (`loop {}`), a trait's implementation only its types. What gives a
type of a library that is not in the list is left out.
"""

import json
import sys
from pathlib import Path

# The crates of signatures, the libraries in each (the first is its root, others are modules below it), and their modules
# that cells have no use for.
CRATES = {
    "candle-core": {
        "candle_core": (
            "backend conv cpu cpu_backend custom_op cuda cuda_backend display dummy_cuda_backend dummy_dtype "
            "dummy_metal_backend metal npy op pickle quantized safetensors sort storage streaming "
            "strided_index test_utils utils"
        ),
    },
    "candle-nn": {
        "candle_nn": "cpu_flash_attention kv_cache moe rotary_emb sampling func",
    },
    "polars": {
        "polars": "",
        "polars_core": (
            "chunked_array::arg_min_max chunked_array::builder chunked_array::flags "
            "chunked_array::from_iterator_par chunked_array::list chunked_array::logical config fmt "
            "frame::builder frame::chunks functions hashing random runtime schema::iceberg "
            "series::amortized_iter series::arrow_export series::builder series::implementations utils"
        ),
        "polars_lazy": "scan",
        "polars_plan": (
            "callback constants traversal utils dsl::file_scan dsl::plan dsl::scan_sources dsl::builder_dsl "
            "dsl::iter dsl::match_to_schema dsl::udf plans::aexpr plans::anonymous_scan plans::apply "
            "plans::builder_ir plans::conversion plans::expr_ir plans::functions plans::hive plans::ir "
            "plans::iterator plans::optimizer plans::options plans::prune plans::visitor"
        ),
        "polars_ops": "chunked_array",
        "polars_io": "cloud configs hive metrics mmap path_utils pl_async predicates shared utils",
        "polars_utils": (
            "abs_diff algebraic_ops arena arg_min_max array async_utils binary_search cache calc_morsel_split "
            "cardinality_sketch cell chunked_bytes_cursor chunks clmul collection compression concat_vec "
            "cpuid file fixedringbuffer float float16 floor_divmod hashing idx_map idx_vec index io itertools "
            "kahan_sum levenshtein live_timer marked_usize mem min_max mmap nulls option order_statistic_tree "
            "parma pl_path pl_ref_str priority range regex_cache relaxed_cell row_counter scratch_vec select "
            "slice slice_enum small_bytes sort sparse_init_vec sync sys total_ord unique_id vec with_drop"
        ),
        "polars_error": "",
        "polars_buffer": "",
        "polars_dtype": "",
        "polars_schema": "",
    },
}

# Where the standard library's names are that libraries' signatures use. All in full: libraries have a `Result` of their
# own. What no variable's type depends on (`Debug`, `PartialEq`) is not there.
STANDARD = {
    "std::borrow": "Borrow BorrowMut Cow ToOwned",
    "std::boxed": "Box",
    "std::clone": "Clone",
    "std::cmp": "Ordering",
    "std::collections": "BTreeMap BTreeSet HashMap HashSet VecDeque",
    "std::convert": "AsMut AsRef From Into TryFrom TryInto",
    "std::default": "Default",
    "std::error": "Error",
    "std::fmt": "Display Formatter",
    "std::fs": "File",
    "std::io": "BufRead BufReader Cursor Read Seek Write",
    "std::iter": "DoubleEndedIterator ExactSizeIterator Extend FromIterator IntoIterator Iterator Product Sum",
    "std::marker": "Copy PhantomData Send Sized Sync Unpin",
    "std::num": "NonZeroUsize",
    "std::ops": "Add AddAssign Bound Deref DerefMut Div DivAssign Fn FnMut FnOnce Index IndexMut Mul MulAssign Neg Not Range RangeBounds "
    "RangeFrom RangeFull RangeInclusive RangeTo RangeToInclusive Rem Sub SubAssign",
    "std::option": "Option",
    "std::path": "Path PathBuf",
    "std::rc": "Rc",
    "std::result": "Result",
    "std::str": "FromStr",
    "std::string": "String ToString",
    "std::sync": "Arc Mutex RwLock",
    "std::time": "Duration",
    "std::vec": "Vec",
}
STANDARD = {
    name: f"{module}::{name}"
    for module, names in STANDARD.items()
    for name in names.split()
}

# What the macros give that make values; of a macro's pattern rustdoc tells too little.
MACROS = {"df": "crate::polars_error::PolarsResult<crate::polars_core::frame::dataframe::DataFrame>"}


class Unknown(Exception):
    """A type or trait that the signatures do not have."""


class Writer:
    """Writes one library as Rust source; `places` tells the module of each library that is known."""

    def __init__(self, documented, places, left_out):
        self.index = documented["index"]
        self.paths = documented["paths"]
        self.external = documented["external_crates"]
        self.root = documented["root"]
        self.name = self.index[str(self.root)]["name"]
        self.places = places
        self.left_out = left_out
        self.modules = {}

    # ---- paths -----------------------------------------------------------

    def crate_of(self, summary):
        crate = summary["crate_id"]
        return self.name if crate == 0 else self.external[str(crate)]["name"]

    def path(self, number, written=None):
        summary = self.paths.get(str(number))
        if summary is None:
            raise Unknown(written)
        crate, path = self.crate_of(summary), summary["path"]
        if crate in ("std", "core", "alloc"):
            if path[-1] in STANDARD:
                return STANDARD[path[-1]]
        elif crate in self.places and not self.is_left_out(crate, path[1:-1]):
            return "::".join([self.places[crate], *map(word, path[1:])])
        raise Unknown("::".join(path))

    def is_left_out(self, crate, modules):
        left_out = self.left_out.get(crate, ())
        return any("::".join(modules[: n + 1]) in left_out for n in range(len(modules)))

    # ---- types -----------------------------------------------------------

    def type(self, t):
        kind, value = next(iter(t.items())) if isinstance(t, dict) else (t, None)
        return getattr(self, f"type_{kind}")(value)

    def type_resolved_path(self, value):
        return self.path(value["id"], value["path"]) + self.arguments(value["args"])

    def type_primitive(self, value):
        return {"never": "!"}.get(value, value)

    def type_generic(self, value):
        return value

    def type_infer(self, _):
        return "_"

    def type_tuple(self, value):
        return "(" + "".join(self.type(t) + ", " for t in value) + ")"

    def type_slice(self, value):
        return f"[{self.type(value)}]"

    def type_array(self, value):
        return f"[{self.type(value['type'])}; {value['len']}]"

    def type_raw_pointer(self, value):
        return f"*{'mut' if value['is_mutable'] else 'const'} {self.type(value['type'])}"

    def type_borrowed_ref(self, value):
        lifetime = f"{value['lifetime']} " if value["lifetime"] else ""
        inner = self.type(value["type"])
        inner = f"({inner})" if " + " in inner and inner.startswith(("dyn", "impl")) else inner
        return f"&{lifetime}{'mut ' if value['is_mutable'] else ''}{inner}"

    def type_dyn_trait(self, value):
        traits = [self.trait_path(t["trait"]) for t in value["traits"]]
        return "dyn " + " + ".join(traits + ([value["lifetime"]] if value["lifetime"] else []))

    def type_impl_trait(self, value):
        bounds = self.bounds(value)
        if not bounds:
            raise Unknown("impl of unknown traits")
        return "impl " + bounds

    def type_function_pointer(self, value):
        inputs = ", ".join(self.type(t) for _, t in value["sig"]["inputs"])
        return f"fn({inputs}){self.output(value['sig'])}"

    def type_qualified_path(self, value):
        of = self.type(value["self_type"])
        if value["trait"] and value["trait"]["path"]:
            return f"<{of} as {self.trait_path(value['trait'])}>::{value['name']}"
        return f"{of}::{value['name']}"

    def arguments(self, args):
        if not args:
            return ""
        if "parenthesized" in args:
            value = args["parenthesized"]
            inputs = ", ".join(self.type(t) for t in value["inputs"])
            return f"({inputs})" + (f" -> {self.type(value['output'])}" if value["output"] else "")
        value = args["angle_bracketed"]
        given = []
        for arg in value["args"]:
            kind, inner = next(iter(arg.items())) if isinstance(arg, dict) else (arg, None)
            given.append({"type": self.type}.get(kind, lambda x: x["expr"] if isinstance(x, dict) else x or "_")(inner))
        for constraint in value["constraints"]:
            binding = constraint["binding"]
            if "equality" in binding:
                equal = binding["equality"]
                given.append(f"{constraint['name']} = {self.type(equal['type'])}")
            elif bounds := self.bounds(binding["constraint"]):
                given.append(f"{constraint['name']}: {bounds}")
        return f"<{', '.join(given)}>" if given else ""

    # ---- generics --------------------------------------------------------

    def trait_path(self, value):
        return self.path(value["id"], value["path"]) + self.arguments(value["args"])

    def bounds(self, bounds):
        """Those that are known: the others restrict what may be given, which the compiler looks after."""
        known = []
        for bound in bounds:
            if "outlives" in bound:
                known.append(bound["outlives"])
            elif "trait_bound" in bound:
                value = bound["trait_bound"]
                try:
                    path = self.trait_path(value["trait"])
                except Unknown:
                    continue
                lifetimes = ", ".join(p["name"] for p in value["generic_params"])
                higher = f"for<{lifetimes}> " if lifetimes else ""
                known.append(("?" if value["modifier"] == "maybe" else "") + higher + path)
        return " + ".join(known)

    def generics(self, generics, defaults=True):
        """`<T: Bound>` and the `where` clause."""
        params = []
        for param in generics["params"]:
            kind, value = next(iter(param["kind"].items()))
            if kind == "lifetime":
                outlives = value["outlives"]
                params.append(param["name"] + (f": {' + '.join(outlives)}" if outlives else ""))
            elif kind == "const":
                default = f" = {value['default']}" if value["default"] and defaults else ""
                params.append(f"const {param['name']}: {self.type(value['type'])}{default}")
            elif not value["is_synthetic"]:
                bounds = self.bounds(value["bounds"])
                default = f" = {self.type(value['default'])}" if value["default"] and defaults else ""
                params.append(param["name"] + (f": {bounds}" if bounds else "") + default)
        where = []
        for predicate in generics["where_predicates"]:
            if "bound_predicate" in predicate:
                value = predicate["bound_predicate"]
                try:
                    subject, bounds = self.type(value["type"]), self.bounds(value["bounds"])
                except Unknown:
                    continue
                if bounds:
                    where.append(f"{subject}: {bounds}")
        return (f"<{', '.join(params)}>" if params else "", f" where {', '.join(where)}" if where else "")

    # ---- items -----------------------------------------------------------

    def output(self, signature):
        return f" -> {self.type(signature['output'])}" if signature["output"] else ""

    def function(self, item, public="pub "):
        value = item["inner"]["function"]
        params, where = self.generics(value["generics"])
        inputs = []
        for name, t in value["sig"]["inputs"]:
            if name == "self":
                written = self.type(t)
                inputs.append({"Self": "self", "&Self": "&self", "&mut Self": "&mut self"}.get(written, f"self: {written}"))
            else:
                inputs.append(f"_: {self.input(t)}")
        body = " { loop {} }" if public or value["has_body"] else ";"
        return f"{public}fn {item['name']}{params}({', '.join(inputs)}){self.output(value['sig'])}{where}{body}"

    def input(self, t):
        """The type of a parameter. One that is unknown may be anything: what comes back is known all the same."""
        try:
            return self.type(t)
        except Unknown:
            return "impl std::marker::Sized"

    def associated(self, item, public):
        """A member of an implementation or a trait."""
        kind, value = next(iter(item["inner"].items()))
        if kind == "function":
            return self.function(item, public)
        if kind == "assoc_type":
            params, where = self.generics(value["generics"])
            bounds = self.bounds(value["bounds"])
            bounds = f": {bounds}" if bounds else ""
            default = f" = {self.type(value['type'])}" if value["type"] else ""
            return f"type {item['name']}{params}{bounds}{default}{where};"
        if kind == "assoc_const":
            return f"{public}const {item['name']}: {self.type(value['type'])}" + (" = loop {};" if value["value"] else ";")
        raise Unknown(kind)

    def members(self, numbers, public):
        for number in numbers:
            item = self.index.get(str(number))
            if item is None or (public and item["visibility"] not in ("public", "default")):
                continue
            try:
                yield self.associated(item, public)
            except Unknown:
                pass

    def fields(self, numbers):
        """Public fields; `None` stands for one of a tuple that is private or unknown."""
        for number in numbers:
            item = self.index.get(str(number)) if number is not None else None
            if item is None or item["visibility"] not in ("public", "default"):
                yield None, None
                continue
            try:
                yield item["name"], self.type(item["inner"]["struct_field"])
            except Unknown:
                yield None, None

    def struct(self, item, value):
        params, where = self.generics(value["generics"])
        kind = value["kind"]
        if kind == "unit":
            return f"pub struct {item['name']}{params}{where};"
        if "tuple" in kind:
            fields = ", ".join(f"pub {t}" if t else "()" for _, t in self.fields(kind["tuple"]))
            return f"pub struct {item['name']}{params}({fields}){where};"
        fields = ", ".join(f"pub {name}: {t}" for name, t in self.fields(kind["plain"]["fields"]) if t)
        return f"pub struct {item['name']}{params}{where} {{ {fields} }}"

    def enum(self, item, value):
        params, where = self.generics(value["generics"])
        variants = []
        for number in value["variants"]:
            variant = self.index[str(number)]
            kind = variant["inner"]["variant"]["kind"]
            name = variant["name"]
            if kind == "plain":
                variants.append(name)
            elif "tuple" in kind:
                variants.append(f"{name}({', '.join(t or '()' for _, t in self.fields(kind['tuple']))})")
            else:
                fields = (f"{field}: {t}" for field, t in self.fields(kind["struct"]["fields"]) if t)
                variants.append(f"{name} {{ {', '.join(fields)} }}")
        return f"pub enum {item['name']}{params}{where} {{ {', '.join(variants)} }}"

    def trait(self, item, value):
        params, where = self.generics(value["generics"])
        bounds = self.bounds(value["bounds"])
        members = " ".join(self.members(value["items"], ""))
        return f"pub trait {item['name']}{params}{': ' + bounds if bounds else ''}{where} {{ {members} }}"

    def type_alias(self, item, value):
        params, where = self.generics(value["generics"])
        return f"pub type {item['name']}{params} = {self.type(value['type'])}{where};"

    def implementation(self, value):
        params, where = self.generics(value["generics"], defaults=False)
        of = self.type(value["for"])
        if value["trait"] is None:
            members = list(self.members(value["items"], "pub "))
            return f"impl{params} {of}{where} {{\n" + "\n".join(members) + "\n}" if members else None
        trait = self.trait_path(value["trait"])
        # Of a trait's implementation the types are enough: the trait has the signatures.
        types = [i for i in value["items"] if "assoc_type" in self.index.get(str(i), {"inner": {}})["inner"]]
        members = list(self.members(types, ""))
        if len(members) < len(types):
            raise Unknown("a type of the implementation")
        return f"impl{params} {'!' if value['is_negative'] else ''}{trait} for {of}{where} {{ {' '.join(members)} }}"

    def reexport(self, value):
        number = value["id"]
        target = self.index.get(str(number))
        is_module = target is not None and "module" in target["inner"]
        try:
            path = self.module_path(number) if is_module else self.path(number, value["source"])
        except Unknown:
            # A library as a whole is found by its name.
            crate = value["source"].removeprefix("::").split("::")
            if crate[0] not in self.places or (len(crate) > 1 and not value["is_glob"]):
                raise
            path = "::".join([self.places[crate[0]], *crate[1:]])
        if value["is_glob"]:
            return f"pub use {path}::*;"
        name = value["name"]
        if name in MACROS:
            return f"pub use crate::{name};"
        return f"pub use {path}{'' if path.split('::')[-1] == name else f' as {name}'};"

    def module_path(self, number):
        summary = self.paths[str(number)]
        if self.is_left_out(self.name, summary["path"][1:]):
            raise Unknown(summary["path"])
        return "::".join([self.places[self.name], *map(word, summary["path"][1:])])

    # ---- the library -----------------------------------------------------

    def put(self, modules, text):
        self.modules.setdefault(tuple(modules), set()).add(text)

    def write(self):
        """All items at the places where they are defined, also those of private modules, and what is exported again."""
        writers = {"struct": self.struct, "enum": self.enum, "trait": self.trait, "type_alias": self.type_alias}
        for number, item in self.index.items():
            summary = self.paths.get(number)
            kind, value = next(iter(item["inner"].items()))
            if item["crate_id"] != 0:
                continue
            try:
                if kind == "module":
                    modules = summary["path"][1:] if summary else []
                    if self.is_left_out(self.name, modules):
                        continue
                    for inner in value["items"]:
                        member = self.index.get(str(inner))
                        if member and "use" in member["inner"] and member["visibility"] == "public":
                            try:
                                self.put(modules, self.reexport(member["inner"]["use"]))
                            except (Unknown, KeyError):
                                pass
                elif kind == "impl":
                    if not value["is_synthetic"] and value["blanket_impl"] is None:
                        text = self.implementation(value)
                        if text:
                            self.put([], text)
                elif kind == "macro" and item["name"] in MACROS:
                    self.put([], macro(item["name"]))
                elif summary and item["visibility"] == "public":
                    modules = summary["path"][1:-1]
                    if self.is_left_out(self.name, modules):
                        continue
                    if kind in writers:
                        self.put(modules, writers[kind](item, value))
                    elif kind == "function":
                        self.put(modules, self.function(item))
                    elif kind == "constant":
                        self.put(modules, f"pub const {item['name']}: {self.type(value['type'])} = loop {{}};")
            except Unknown:
                pass
        return self.text(())

    def text(self, modules):
        lines = sorted(self.modules.get(modules, ()))
        inner = {m[len(modules)] for m in self.modules if len(m) > len(modules) and m[: len(modules)] == modules}
        for name in sorted(inner):
            lines.append(f"pub mod {word(name)} {{\n{self.text((*modules, name))}\n}}")
        return "\n".join(lines)


def macro(name):
    return (
        f"#[macro_export] macro_rules! {name} {{ ($($t:tt)*) => {{ {{ fn made() -> {MACROS[name].replace('crate', '$crate')} "
        "{ loop {} } made() } } }"
    )


def word(name):
    return f"r#{name}" if name in ("try", "type", "match", "box", "move", "dyn", "async", "await", "abstract", "gen") else name


def main(argv):
    if len(argv) != 3:
        sys.exit(__doc__)
    doc, analysis = Path(argv[1]), Path(argv[2])
    libraries = [(crate, name) for crate, names in CRATES.items() for name in names]
    left_out = {name: set(CRATES[crate][name].split()) for crate, name in libraries}
    for crate, names in CRATES.items():
        first = next(iter(names))
        places = {}
        for other, name in libraries:
            root = "crate" if other == crate else other.replace("-", "_")
            places[name] = root if name == next(iter(CRATES[other])) else f"{root}::{name}"
        parts = []
        for name in names:
            file = doc / f"{name}.json"
            if not file.is_file():
                sys.exit(f"{file} is missing; run `make signatures`")
            text = Writer(json.loads(file.read_text(encoding="utf-8")), places, left_out).write()
            parts.append(text if name == first else f"pub mod {name} {{\n{text}\n}}")
        folder = analysis / crate
        source = "\n".join(parts)
        (folder / "lib.rs").write_text(
            f"//! The signatures of {', '.join(names)}, for rust-analyzer alone: written by signatures.py.\n{source}\n",
            encoding="utf-8",
        )
        print(f"{folder / 'lib.rs'}: {len(source) // 1000} kB")


if __name__ == "__main__":
    main(sys.argv)
