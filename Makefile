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

# rustup's and pip's folder, also when the shell does not know it yet.
export PATH := $(PATH):$(HOME)/.cargo/bin

VENV := .venv/bin/python
FRONT := helpers/notebook
KERNEL := .kernel/evcxr_jupyter
WARM := .kernel/warm
# As cargo sees it: CARGO_TARGET_DIR and the reader's settings count.
TARGET := $(shell cargo metadata --no-deps --offline --format-version 1 2>/dev/null \
	| sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')
TARGET := $(or $(TARGET),$(CURDIR)/target)
LIBRARY := $(TARGET)/release/libhelpers.rlib

.PHONY: help setup run test check test-rust test-mpi test-python test-events test-notebooks test-slurm notebooks lab \
	bench bench-kernel weights testset transfer mpi cuda test-cuda emulate-cuda check-cuda clean tools rust-src FORCE

help:
	@echo "make setup         everything the notebooks need: 15 to 25 minutes once, then seconds"
	@echo "make lab           opens the notebooks in JupyterLab"
	@echo "make run           executes the four notebooks into out/ and prints the figures of merit;"
	@echo "                   what is up to date is left alone (FORCE=1 executes it again)"
	@echo "make test          all tests, and all notebooks in quick mode"
	@echo "make test-mpi      two processes that train together against one; installs Open MPI on Debian as root"
	@echo "make test-slurm    batch jobs, in a Slurm started for it; installs Slurm on Debian as root"
	@echo "make check         format, lints and documentation"
	@echo "make notebooks     executes the notebooks in place, to commit their outputs"
	@echo "make weights       trains the networks in weights/ anew"
	@echo "make testset       draws the images in testset/ anew"
	@echo "make transfer      how the networks read the test set, and real images: REAL=<TestSet> MIAS=<mini-MIAS>"
	@echo "make bench         speed and memory beside TensorFlow, PyTorch and others, into BENCHMARKS.md"
	@echo "                   (8 GB of peers once, then 15 minutes; WHAT=inference: one part)"
	@echo "make bench-kernel  times a notebook's start and its cells"
	@echo "make mpi           builds the program that trains as several processes, with Open MPI"
	@echo "make cuda          builds everything for NVIDIA GPUs, also where there is none: up to an hour once"
	@echo "                   (GPU_FEATURES=nccl: for several of them)"
	@echo "make test-cuda     compares operations and network on the GPU with those on the CPU"
	@echo "make emulate-cuda  the same tests of the operations where there is no GPU, on emulated libraries"
	@echo "make check-cuda    lints and documentation of the code for GPUs, without GPU or toolkit"
	@echo "make clean         removes what the commands above made (WHAT=out: results alone)"

setup: $(WARM)
	@echo "setup: ready"

# ---- tools of the machine -------------------------------------------------

tools:
	@command -v cargo >/dev/null && command -v rustc >/dev/null || { \
		echo "Rust is missing: see https://rustup.rs, then run make again" >&2; exit 1; }
	@version=$$(rustc --version | cut -d' ' -f2); \
	oldest=$$(printf '%s\n' $(RUST_VERSION) "$${version%%-*}" | sort -V | head -n 1); \
	[ "$$oldest" = $(RUST_VERSION) ] || { \
		echo "rustc $$version is too old, $(RUST_VERSION) or later is needed: rustup update" >&2; exit 1; }
	@command -v cc >/dev/null || { \
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
	@$(VENV) -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# What reads the event files back; the tests alone need it.
.venv/tensorboard: helpers/tensorboard-events/requirements.txt .venv/installed
	@echo "==> TensorBoard into .venv (170 MB, 1 minute)"
	@$(VENV) -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# ---- the kernel -----------------------------------------------------------

# Holds the path of the kernel's program: one of the right version that is
# installed already, or one built here. Its build goes on where it stopped.
$(KERNEL): .venv/installed | tools
	@mkdir -p .kernel
	@installed=$$(command -v evcxr_jupyter || true); \
	if [ -n "$$installed" ] && \
		[ "$$($(VENV) $(FRONT)/kernelspec.py version "$$installed" || true)" = $(EVCXR_VERSION) ]; then \
		echo "==> Rust kernel: $$installed"; \
	else \
		installed=$(CURDIR)/.kernel/bin/evcxr_jupyter; \
		if [ ! -x "$$installed" ]; then \
			echo "==> Rust kernel evcxr_jupyter $(EVCXR_VERSION) into .kernel (7 to 12 minutes)"; \
			CARGO_TARGET_DIR=$(CURDIR)/.kernel/build RUSTFLAGS= \
				cargo install --quiet --locked --root .kernel evcxr_jupyter --version $(EVCXR_VERSION); \
			rm -rf .kernel/build; \
		fi; \
	fi; \
	echo "$$installed" > $@

SPEC := .venv/share/jupyter/kernels/rust/kernel.json
$(SPEC): $(KERNEL) FORCE
	@$(VENV) $(FRONT)/kernelspec.py write "$$(cat $(KERNEL))" "$(TARGET)"

# ---- helpers --------------------------------------------------------------

# Cargo knows best whether there is something to do.
$(LIBRARY): FORCE | tools
	@[ -f $@ ] || echo "==> helpers and what it is made of (8 to 10 minutes)"
	@cargo build --release

# The first cells once, so that the first notebook starts at full speed.
$(WARM): $(SPEC) $(LIBRARY) $(FRONT)/Cargo.toml $(FRONT)/build.rs $(FRONT)/src/lib.rs | rust-src
	@echo "==> first cells of a notebook (15 seconds)"
	@$(VENV) $(FRONT)/bench.py --warm
	@touch $@

# ---- notebooks ------------------------------------------------------------

run: setup
	@$(VENV) $(FRONT)/execute.py run $(if $(FORCE),--force)

notebooks: setup
	@$(VENV) $(FRONT)/execute.py notebooks

# Root is who one is in a container; LAB takes further flags, such as --no-browser.
LAB ?=
lab: setup
	@JUPYTER_PREFER_ENV_PATH=1 .venv/bin/jupyter lab --notebook-dir=. $(LAB) \
		$(if $(filter 0,$(shell id -u)),--allow-root) \
		--LabApp.default_url=/lab/tree/notebooks/1_Train_ResNet.ipynb

# What is shipped in weights/ and testset/: weights/README.md says how they were made and what they are worth.
weights: | tools
	@echo "==> networks trained on synthetic mammograms (45 minutes on 2 cores; finished stages are kept in target/weights)"
	@cargo run --quiet --release -p helpers --example weights -- $(TARGET)/weights weights

testset: | tools
	@cargo run --quiet --release -p phantom -- testset --per-class 8 --seed 7 --size 650 --test-only --jpeg

# How the shipped networks read images that none of them was trained on. Only counts; the real ones are yours to fetch.
REAL ?= -
MIAS ?= -
transfer: | tools
	@cargo run --quiet --release -p helpers --example transfer -- weights $(REAL) $(MIAS) testset $(FIGURE)

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
bench: .bench/installed $(filter cuda,$(DEVICE))
ifeq ($(DEVICE),cuda)
	@BENCH_OURS="$(CUDA) '$(CUDA_TARGET)/release/examples/bench'" BENCH_DEVICE=cuda \
		.bench/bin/python helpers/bench/run.py $(WHAT)
else
	@cargo build --release -p helpers --example bench
	@BENCH_OURS="'$(TARGET)/release/examples/bench'" .bench/bin/python helpers/bench/run.py $(WHAT)
endif

bench-kernel: setup
	@$(VENV) $(FRONT)/bench.py

# ---- several processes ----------------------------------------------------

# Apart from the program without MPI, which needs no MPI to start.
mpi: | tools
	@helpers/tests/mpi.sh install
	@cargo build --release -p trainer --features mpi
	@mkdir -p $(TARGET)/mpi && cp $(TARGET)/release/trainer $(TARGET)/mpi/trainer
	@cargo build --quiet --release -p trainer
	@echo "mpi: target/mpi/trainer is ready"

# ---- NVIDIA GPUs ----------------------------------------------------------

CUDA := helpers/cuda/with.sh
CUDA_TARGET := $(TARGET)/cuda
# `nccl` for trainings on several GPUs; `nccl,mpi` where processes on CPUs are to train together too.
GPU_FEATURES ?= cuda
# A step that was interrupted goes on where it stopped.
cuda: | tools
	@PYTHON=$(PYTHON) helpers/cuda/toolkit.sh
	@[ -f $(CUDA_TARGET)/release/examples/gpu_step ] || \
		echo "==> everything with the feature cuda into target/cuda (20 to 60 minutes: candle's own kernels)"
	@started=$$SECONDS; \
	export CARGO_TARGET_DIR=$(CUDA_TARGET); \
	$(CUDA) cargo build --release --workspace --features $(GPU_FEATURES) --lib --bins --examples; \
	echo "cuda: ready after $$((SECONDS - started)) s; on a machine with a GPU:"; \
	echo "    make test-cuda"; \
	echo "    $(CUDA) $(CUDA_TARGET:$(CURDIR)/%=%)/release/examples/gpu_step"

test-cuda: cuda
	@CARGO_TARGET_DIR=$(CUDA_TARGET) $(CUDA) cargo test --release --workspace --features cuda \
		--test cuda --test gpu_network -- --nocapture

emulate-cuda: cuda
	@echo "==> tests of the operations on emulated libraries (2 minutes)"
	@CARGO_TARGET_DIR=$(CUDA_TARGET) helpers/cuda/emulate.sh cargo test --release --workspace --features cuda --test cuda

check-cuda: | tools
	@echo "==> lints and documentation of the code for GPUs (the first time 3 to 7 minutes)"
	@CARGO_TARGET_DIR=$(TARGET) helpers/cuda/check.sh

# ---- tests ----------------------------------------------------------------

test: setup check test-rust test-mpi test-python test-events test-notebooks
	@echo "test: all passed"

check: | tools
	@echo "==> format"
	@cargo fmt --all --check
	@rustfmt --edition 2024 --check $(FRONT)/build.rs $(FRONT)/src/lib.rs $(wildcard $(FRONT)/analysis/*/lib.rs)
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
	@helpers/tests/mpi.sh
	@if command -v mpirun >/dev/null; then $(MAKE) --no-print-directory mpi && \
		TRAINER="$(TARGET)/mpi/trainer" cargo test --quiet --release -p trainer --test mpi -- --ignored; fi

test-python: setup
	@echo "==> tests of the notebook tools and of the benchmark's (1 minute)"
	@PYTHONPATH=$(FRONT) $(VENV) -m unittest discover -s $(FRONT)/tests
	@PYTHONPATH=helpers/bench $(VENV) -m unittest discover -s helpers/bench/tests

test-events: .venv/tensorboard
	@echo "==> TensorBoard reads the event files"
	@cargo build --quiet --release -p tensorboard-events --example write_events
	@EVENTS_WRITER="$(TARGET)/release/examples/write_events" \
		$(VENV) -m unittest discover -s helpers/tensorboard-events/tests
	@cargo build --quiet --release -p trainer
	@TRAINER="$(TARGET)/release/trainer" $(VENV) -m unittest discover -s helpers/trainer/tests

test-notebooks: setup
	@echo "==> the notebooks in quick mode"
	@$(VENV) $(FRONT)/execute.py test

# Installs Slurm where it may. The variables are told in the script.
test-slurm: | tools
	@echo "==> jobs in a Slurm of our own (1 minute)"
	@TRAINER=stand-in helpers/tests/slurm.sh
	@echo "==> real trainings in it"
	@cargo build --quiet --release -p trainer
	@TRAINER="$(TARGET)/release/trainer" helpers/tests/slurm.sh \
		cargo test --quiet --release -p trainer --test slurm -- --ignored --test-threads=1

# ---- clean ----------------------------------------------------------------

WHAT ?= all
clean:
ifeq ($(WHAT),out)
	rm -rf out
else
	rm -rf out .venv .kernel .bench .cuda notebooks/.evcxr
	cargo clean
endif
