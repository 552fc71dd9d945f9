# The tutorial's commands; `make` lists them.
#
# Everything goes into this folder: .venv (Jupyter), .kernel (the Rust kernel),
# target (the compiled helpers), out (what `make run` makes), .cuda (NVIDIA's
# compiler and libraries, for `make cuda` alone).

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
EVCXR_VERSION := 0.22.0
RUST_VERSION := 1.90

# rustup's folder, also when the shell does not know it yet.
export PATH := $(PATH):$(or $(CARGO_HOME),$(HOME)/.cargo)/bin

# What pip is to do besides, for images.
PIP ?=
# HOST=python3: in the Python of a host that brings its own Jupyter, for %%rust cells alone.
HOST ?=
VENV := $(or $(HOST),.venv/bin/python)
# A file, an address, or `release`, see `make bundle`; one that lies here is found.
BUNDLE ?= $(firstword $(wildcard breast-density-*.tar.xz))
FRONT := helpers/notebook
# Holds the path of the kernel's program.
KERNEL := .kernel/evcxr_jupyter
# As cargo sees it: CARGO_TARGET_DIR and the reader's settings count. No file below it, nor any other
# absolute path, is a target or prerequisite: make cannot have blanks in those.
TARGET := $(shell cargo metadata --no-deps --offline --format-version 1 2>/dev/null \
	| sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')
TARGET := $(or $(TARGET),$(CURDIR)/target)

# A Python that was removed, or belongs to another container, takes its environments with it.
$(foreach environment,.venv .bench,$(shell [ ! -e $(environment)/installed ] || \
	$(environment)/bin/python -c '' 2>/dev/null || rm -rf $(environment)))

.PHONY: help setup run test check test-rust test-mpi test-python test-events test-notebooks test-places test-slurm \
	notebooks lab bench bench-kernel bundle docs hosted signatures weights testset transfer mpi cuda cuda-as-built test-cuda check-cuda clean \
	tools rust-src kernel library

help:
	@echo "make setup         everything the notebooks need: 12 to 18 minutes once, then seconds"
	@echo "make lab           opens the notebooks in JupyterLab"
	@echo "make run           executes the four notebooks into out/ and prints the figures of merit;"
	@echo "                   what is up to date is left alone (FORCE=1 executes it again)"
	@echo "make test          all tests, and all notebooks in quick mode"
	@echo "make test-mpi      two processes that train together against one; installs Open MPI on Debian as root"
	@echo "make test-places   first cells and a training in a home, in a path with a blank, for another user"
	@echo "make test-slurm    batch jobs, in a Slurm started for it; installs Slurm on Debian as root"
	@echo "make check         format, lints and documentation"
	@echo "make docs          the documentation of everything that cells can call, opened in a browser"
	@echo "make notebooks     executes the notebooks in place, to commit their outputs"
	@echo "make hosted        writes notebooks/colab, the notebooks for hosts without a Rust kernel"
	@echo "make weights       trains the networks in weights/ anew"
	@echo "make testset       draws the images in testset/ and predicts others anew"
	@echo "make transfer      how the networks read the test set, and real images: REAL=<TestSet> MIAS=<mini-MIAS>"
	@echo "make bench         speed and memory beside TensorFlow, PyTorch and others, into BENCHMARKS.md"
	@echo "                   (8 GB of peers once, then 15 minutes; WHAT=inference: one part)"
	@echo "make bench-kernel  times a notebook's start and its cells"
	@echo "make mpi           builds the program that trains as several processes, with Open MPI"
	@echo "make cuda          builds everything for NVIDIA GPUs once more, which notebooks and jobs then use by themselves:"
	@echo "                   10 minutes once. For other machines: CUDA=12 or 13, CAPABILITY=7.5 (all) or 8.0 (with bf16)"
	@echo "make test-cuda     compares operations and network on the GPU with those on the CPU"
	@echo "make check-cuda    lints and documentation of the code for GPUs, without GPU or toolkit"
	@echo "make bundle        one file of all that is compiled, into target/bundle: make setup BUNDLE=<file or address>"
	@echo "                   takes it where it fits, and is done in a minute"
	@echo "make signatures    what rust-analyzer knows of candle and polars in a cell, anew after an update"
	@echo "make clean         removes what the commands above made (WHAT=out: results alone)"

ifeq ($(shell [ -w . ] && echo writable),writable)
setup: library kernel | rust-src
ifeq ($(HOST),)
	@$(VENV) $(FRONT)/bench.py --warm .kernel/warm
endif
	@$(TOOLKIT) tell "$(TARGET)"
	@echo "setup: ready"
else
# Somebody else's folder, to read notebooks in and to run them; what they write fails with its path.
setup:
	@[ -e .kernel/warm ] || { \
		echo "this folder cannot be written to and is not set up: clone the repository into a folder of your own" >&2; exit 1; }
	@echo "setup: done by the owner of this folder; you can run cells, but not save here"
endif

# ---- tools of the machine -------------------------------------------------

tools:
	@command -v cargo >/dev/null && command -v rustc >/dev/null || { \
		echo "Rust is missing: see https://rustup.rs, then run make again" >&2; exit 1; }
	@version=$$(rustc --version | cut -d' ' -f2); \
	oldest=$$(printf '%s\n' $(RUST_VERSION) "$${version%%-*}" | sort -V | head -n 1); \
	[ "$$oldest" = $(RUST_VERSION) ] || { \
		echo "rustc $$version is too old, $(RUST_VERSION) or later is needed: rustup update" >&2; exit 1; }
	@command -v "$${CC:-cc}" >/dev/null || { \
		echo "a C compiler is missing, Rust links with it: apt install gcc (or xcode-select --install)" >&2; exit 1; }
	@command -v $(PYTHON) >/dev/null || { \
		echo "Python is missing: apt install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { \
		echo "$$($(PYTHON) --version) is too old, 3.10 or later is needed (make PYTHON=...)" >&2; exit 1; }

# The kernel asks rust-analyzer for the types of variables, which reads the
# standard library's source.
rust-src: | tools
	@[ -d "$$(rustc --print sysroot)/lib/rustlib/src/rust/library" ] || { \
		echo "==> source of Rust's standard library (1 minute)"; \
		command -v rustup >/dev/null && rustup component add rust-src; } || \
		echo "warning: no rust-src component: cells must write \`let x: Type = ...\` with every type" >&2

# ---- Jupyter --------------------------------------------------------------

# Debian packs venv's pip apart (python3-venv); a pip outside can replace it.
.venv/installed: $(FRONT)/requirements.txt | tools
	@echo "==> Jupyter into .venv (1 to 2 minutes)"
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 || { \
		$(PYTHON) -m venv --without-pip --clear .venv && \
		$(PYTHON) -m pip --python $(VENV) install --quiet pip; } || { \
		rm -rf .venv; \
		echo "Python cannot make a virtual environment: apt install python3-venv" >&2; exit 1; }
	@$(VENV) -m pip install --quiet --disable-pip-version-check -r $< $(PIP)
	@touch $@

# What the tests alone need.
.venv/tests: $(FRONT)/requirements-tests.txt .venv/installed
	@echo "==> TensorBoard and others into .venv, for the tests (170 MB, 1 minute)"
	@$(VENV) -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# ---- the kernel -----------------------------------------------------------

# Of the kernel's crates no cell runs the first ones, and few wait for the second: optimising them would take three minutes more.
KERNEL_UNUSED := backtrace chrono clap_builder notify pulldown-cmark ra_ap_ide ra_ap_ide_assists ra_ap_ide_db \
	ra_ap_ide_diagnostics ra_ap_ide_ssr ra_ap_vfs-notify tracing-subscriber
KERNEL_BRIEF := cargo_metadata evcxr evcxr_jupyter ra_ap_ide_completion ra_ap_project_model regex-automata regex-syntax \
	tokio toml zeromq
optimised = $(foreach crate,$(2),--config profile.release.package.$(crate).opt-level=$(1))

# One of the right version that is installed already, or one built here. Its build goes on where it stopped.
kernel: $(if $(HOST),,.venv/installed) | tools
	@mkdir -p .kernel; \
	[ "$$(cat .kernel/version 2>/dev/null)" = $(EVCXR_VERSION) ] || rm -rf $(KERNEL) .kernel/bin; \
	program=$$(cat $(KERNEL) 2>/dev/null || true); \
	if [ ! -x "$$program" ]; then \
		program=$$(command -v evcxr_jupyter || true); \
		found=$$([ -z "$$program" ] || $(VENV) $(FRONT)/kernelspec.py version "$$program" || true); \
		if [ "$$found" = $(EVCXR_VERSION) ]; then \
			echo "==> Rust kernel: $$program"; \
		else \
			[ -z "$$program" ] || \
				echo "    $$program is version $${found:-unknown}, the tutorial needs $(EVCXR_VERSION): it is compiled here"; \
			program=.kernel/bin/evcxr_jupyter; \
			if [ ! -x "$$program" ]; then \
				echo "==> Rust kernel evcxr_jupyter $(EVCXR_VERSION) into .kernel (5 to 8 minutes)"; \
				CARGO_TARGET_DIR=.kernel/build RUSTFLAGS= \
					cargo install --quiet --locked --root .kernel evcxr_jupyter --version $(EVCXR_VERSION) \
					--config profile.release.codegen-units=1 $(call optimised,0,$(KERNEL_UNUSED)) $(call optimised,1,$(KERNEL_BRIEF)); \
				rm -rf .kernel/build; \
			fi; \
		fi; \
		echo "$$program" > $(KERNEL); \
		echo $(EVCXR_VERSION) > .kernel/version; \
	fi; \
	$(VENV) $(FRONT)/kernelspec.py $(if $(HOST),describe,write) "$$program" "$(TARGET)"

# ---- helpers --------------------------------------------------------------

# Cargo knows best whether there is something to do. It knows nothing of a bundle's files.
library: | tools
	@$(PYTHON) $(FRONT)/bundle.py use "$(TARGET)" "$(BUNDLE)" || { \
		[ -f "$(TARGET)/release/libdensity.rlib" ] || echo "==> helpers and what it is made of (5 to 8 minutes)"; \
		cargo build --release; }
# Where there is one for the GPU, it is kept as new.
	@[ ! -f "$(TARGET)/cuda/built-for" ] || $(TOOLKIT) again "$(TARGET)" $(CUDA_BUILD)

# All that is compiled, in one file for other machines.
bundle: setup
	@echo "==> the bundle (4 minutes)"
	@$(VENV) $(FRONT)/bundle.py make "$(TARGET)" "$(TARGET)/bundle"

# ---- notebooks ------------------------------------------------------------

run: setup
	@$(VENV) $(FRONT)/execute.py run $(if $(FORCE),--force)

notebooks: setup
	@$(VENV) $(FRONT)/execute.py notebooks

# The notebooks for Colab and its like, after a change of the notebooks or of the repository's address.
hosted:
	@$(PYTHON) $(FRONT)/hosted.py write

# Root is who one is in a container; LAB takes further flags, such as --no-browser.
LAB ?=
lab: setup
	@JUPYTER_PREFER_ENV_PATH=1 $(VENV) -m jupyterlab --notebook-dir=. $(LAB) \
		$(if $(filter 0,$(shell id -u)),--allow-root) \
		--LabApp.default_url=/lab/tree/notebooks/1_Train_ResNet.ipynb

# Of the libraries besides, so that links to them lead somewhere.
OFFERED := datasets density dicom-grey figures jobs phantom recipe session training candle-core candle-nn image plotters
docs: | tools
	@echo "==> documentation (the first time 3 minutes)"
	@cargo doc --quiet --release --no-deps --lib $(addprefix -p ,$(OFFERED))
	@echo "$(TARGET)/doc/density/index.html"
	@$(PYTHON) -m webbrowser "file://$(TARGET)/doc/density/index.html" >/dev/null 2>&1 || true

# rustdoc writes JSON for its developers alone, which RUSTC_BOOTSTRAP asks of a stable one; what it writes differs from release
# to release, so this is not part of the set-up.
DESCRIBED := candle-core candle-nn polars polars-buffer polars-core polars-dtype polars-error polars-io polars-lazy \
	polars-ops polars-plan polars-schema polars-utils
signatures: | tools
	@echo "==> signatures of candle and polars (5 minutes)"
	@RUSTC_BOOTSTRAP=1 RUSTDOCFLAGS="-Zunstable-options --output-format json" \
		cargo doc --quiet --no-deps --target-dir "$(TARGET)/signatures" $(addprefix -p ,$(DESCRIBED))
	@$(PYTHON) $(FRONT)/signatures.py "$(TARGET)/signatures/doc" $(FRONT)/analysis

# What is shipped in weights/ and testset/: weights/README.md says how they were made and what they are worth.
weights: | tools
	@echo "==> networks trained on synthetic mammograms, stage by stage in the background (2 hours on 2 cores, less on a GPU)."
	@echo "    Ctrl-C ends the printing; \`make weights\` shows it again, or goes on after a stop, with all that is in target/weights"
	@cargo build --quiet --release --workspace --bin trainer --example weights
	@"$(TARGET)/release/examples/weights" "$(TARGET)/weights" weights

testset: | tools
	@cargo run --quiet --release --bin phantom -- testset --per-class 8 --seed 7 --size 650 --test-only --jpeg
	@cargo run --quiet --release --example predictions -- weights "$(TARGET)/predictions" testset/predictions

# How the shipped networks read images that none of them was trained on. Only counts; the real ones are yours to fetch.
REAL ?= -
MIAS ?= -
transfer: | tools
	@cargo run --quiet --release --example transfer -- weights "$(REAL)" "$(MIAS)" testset

# The peers are large, so nothing but this target installs them. One recipe
# for CPU and GPU: DEVICE=cuda builds with CUDA and prints, but writes nothing.
.bench/installed: helpers/bench/requirements.txt | tools
	@echo "==> the peers into .bench (8 GB, 3 to 10 minutes)"
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { \
		echo "the peers need Python 3.11 to 3.13, not $$($(PYTHON) --version) (make bench PYTHON=...)" >&2; exit 1; }
	@$(PYTHON) -m venv .bench
	@.bench/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r $<
	@touch $@

DEVICE ?= cpu
bench: .bench/installed $(if $(filter cuda,$(DEVICE)),cuda-as-built)
ifeq ($(DEVICE),cuda)
	@BENCH_OURS="'$(TARGET)/cuda/release/examples/bench'" BENCH_DEVICE=cuda \
		.bench/bin/python helpers/bench/run.py $(WHAT)
else
	@cargo build --release --example bench
	@BENCH_OURS="'$(TARGET)/release/examples/bench'" .bench/bin/python helpers/bench/run.py $(WHAT)
endif

bench-kernel: setup
	@$(VENV) $(FRONT)/bench.py

# ---- several processes ----------------------------------------------------

# Apart from the program without MPI, which needs no MPI to start.
mpi: | tools
	@helpers/crates/training/tests/mpi.sh install
	@cargo build --release --workspace --features jobs/mpi --bin trainer
	@mkdir -p "$(TARGET)/mpi" && cp "$(TARGET)/release/trainer" "$(TARGET)/mpi/trainer"
	@cargo build --quiet --release --bin trainer
	@echo "mpi: target/mpi/trainer is ready"

# ---- NVIDIA GPUs ----------------------------------------------------------

TOOLKIT := $(PYTHON) helpers/cuda/toolkit.py
GPU_FEATURES ?= cuda,nccl
# Looks at the driver first. A step that was interrupted goes on where it stopped.
cuda: | tools
	@$(TOOLKIT) install
	@[ -f "$(TARGET)/cuda/built-for" ] || \
		echo "==> everything with the features $(GPU_FEATURES) into target/cuda (8 to 15 minutes)"
	@$(TOOLKIT) run "$(TARGET)" $(CUDA_BUILD)
	@$(TOOLKIT) check "$(TARGET)"
	@echo "cuda: ready; notebooks use it after a restart of their kernel. \`make test-cuda\` tests it on the GPU"

CUDA_BUILD := cargo build --release --workspace --features $(GPU_FEATURES) --lib --bins --examples

# Leaves a build for other machines as it is.
cuda-as-built:
	@if [ -f "$(TARGET)/cuda/built-for" ]; then $(TOOLKIT) again "$(TARGET)" $(CUDA_BUILD); else $(MAKE) cuda; fi

test-cuda: cuda-as-built
	@GPU_REQUIRED=1 $(TOOLKIT) again "$(TARGET)" cargo test --release --workspace --features $(GPU_FEATURES) \
		--test cuda --test gpu_network --test nccl -- --nocapture

check-cuda: | tools
	@echo "==> lints and documentation of the code for GPUs (the first time 3 to 7 minutes)"
	@CARGO_TARGET_DIR="$(TARGET)" helpers/cuda/check.sh

# ---- tests ----------------------------------------------------------------

test: setup check test-rust test-mpi test-python test-events test-notebooks test-places
	@echo "test: all passed"

check: | tools
	@echo "==> format"
	@cargo fmt --all --check
	@rustfmt --edition 2024 --check helpers/build.rs helpers/src/lib.rs $(FRONT)/analysis/image/lib.rs $(FRONT)/analysis/plotters/lib.rs
	@echo "==> lints (the first time 1 to 3 minutes)"
	@cargo clippy --release --workspace --all-targets -- -D warnings
	@echo "==> documentation"
	@RUSTDOCFLAGS="-D warnings" cargo doc --release --workspace --no-deps --quiet

test-rust: | tools
	@echo "==> tests of the crates"
	@[ -d "$${SHARED_DIR:-../shared}" ] || \
		echo "no fixtures in $${SHARED_DIR:-../shared}: the comparisons with Keras, scikit-learn and others are skipped"
	@cargo test --release --workspace

test-mpi: | tools
	@echo "==> two processes that train together (the first time 2 minutes)"
	@helpers/crates/training/tests/mpi.sh
	@if command -v mpirun >/dev/null; then $(MAKE) --no-print-directory mpi && \
		TRAINER="$(TARGET)/mpi/trainer" cargo test --quiet --release --workspace --test mpi -- --ignored; fi

test-python: setup .venv/tests
	@echo "==> tests of the notebook tools and of the benchmark's (1 minute)"
	@PYTHONPATH=$(FRONT) $(VENV) -m unittest discover -s $(FRONT)/tests
	@PYTHONPATH=helpers/bench $(VENV) -m unittest discover -s helpers/bench/tests
	@$(VENV) -m unittest discover -s helpers/cuda/tests

test-events: .venv/tests
	@echo "==> TensorBoard reads the event files"
	@cargo build --quiet --release --example write_events
	@EVENTS_WRITER="$(TARGET)/release/examples/write_events" \
		$(VENV) -m unittest discover -s helpers/crates/tensorboard-events/tests
	@cargo build --quiet --release --bin trainer
	@TRAINER="$(TARGET)/release/trainer" $(VENV) -m unittest discover -s helpers/crates/jobs/tests

test-notebooks: setup
	@echo "==> the notebooks in quick mode"
	@$(VENV) $(FRONT)/execute.py test

test-places: setup
	@echo "==> a notebook's first cells and a training where readers have the tutorial (2 minutes)"
	@$(FRONT)/tests/places.sh $(PLACES)

# Installs Slurm where it may. The variables are told in the script.
test-slurm: | tools
	@echo "==> jobs in a Slurm of our own (1 minute)"
	@TRAINER=stand-in helpers/crates/training/tests/slurm.sh
	@echo "==> real trainings in it"
	@cargo build --quiet --release --bin trainer
	@TRAINER="$(TARGET)/release/trainer" helpers/crates/training/tests/slurm.sh \
		cargo test --quiet --release -p jobs --test slurm -- --ignored --test-threads=1

# ---- clean ----------------------------------------------------------------

WHAT ?= all
clean:
ifeq ($(WHAT),out)
	rm -rf out
else
	rm -rf out .venv .kernel .bench .cuda notebooks/.evcxr
	cargo clean
endif
