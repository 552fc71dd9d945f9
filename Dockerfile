# The tutorial in JupyterLab, ready to run; Binder and dev containers use it too.
#
#     docker build -t breast-density .         takes the bundle in target/bundle, else it compiles: 12 minutes on 2 cores
#     docker run --rm -p 8888:8888 breast-density
#     docker build --target bundle --output target/bundle .        the bundle alone
#
# helpers/notebook/tests/bare.sh builds it where there is no Docker.
ARG BASE=debian:bookworm-slim

FROM ${BASE} AS system
# Without gcc's link-time optimisation and sanitizers, 0.1 GB that nothing here uses.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates gcc git libc6-dev make python3 python3-venv \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* \
        /usr/bin/*lto-dump* /usr/lib/gcc/*/*/lto1 /usr/lib/gcc/*/*/lib*san* /usr/lib/*/lib*san.so* \
    && useradd --create-home --uid 1000 --shell /bin/bash reader \
    && echo 'PATH=/home/reader/breast-density-tutorial/.venv/bin:/home/reader/.rust/bin:$PATH' > /etc/profile.d/tutorial.sh
USER reader
WORKDIR /home/reader/breast-density-tutorial
ENV LANG=C.UTF-8 \
    SHELL=/bin/bash \
    PATH=/home/reader/breast-density-tutorial/.venv/bin:/home/reader/.rust/bin:/usr/local/bin:/usr/bin:/bin

FROM system AS compiled
COPY --chown=reader . .
# The bundle's libraries work with this version of Rust alone.
ARG RUST=1.95.0
RUN python3 -m venv .venv \
    && python helpers/notebook/hosted.py rust /home/reader/.rust "${RUST}" \
    && rm -rf /home/reader/.rust/packages /home/reader/.rust/rustup/toolchains/*/share
# Binder starts `jupyter notebook`.
RUN make .venv/installed PIP="--no-cache-dir --no-compile -r helpers/notebook/requirements-image.txt"
RUN python helpers/notebook/bundle.py use target target/bundle/*.tar.xz || { rm -rf target/bundle && make bundle; }

FROM scratch AS bundle
COPY --from=compiled /home/reader/breast-density-tutorial/target/bundle/ /

FROM compiled AS ready
RUN mv target/bundle/*.tar.xz /home/reader/bundle.tar.xz \
    && rm -rf target .kernel notebooks/.evcxr /home/reader/.cargo \
    && python helpers/notebook/bundle.py use target /home/reader/bundle.tar.xz \
    && make setup \
    && rm -rf .git /home/reader/bundle.tar.xz notebooks/.evcxr \
    && mkdir -p notebooks/data notebooks/maps notebooks/predictions notebooks/runs out

FROM system AS image
COPY --from=ready --chown=reader:reader /home/reader /home/reader
EXPOSE 8888
CMD ["make", "lab", "LAB=--ip=0.0.0.0 --no-browser"]
