//! With the feature `cuda`: compiles the GPU's kernels to PTX, by nvcc or what stands in for it (`NVCC`), for the GPUs of
//! `CUDA_COMPUTE_CAP` (75 for 7.5) and later.

use std::env;
use std::process::Command;

const SOURCE: &str = "src/cuda/kernels.cu";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={SOURCE}");
    for variable in ["NVCC", "CUDA_COMPUTE_CAP", "CUDA_HOME"] {
        println!("cargo::rerun-if-env-changed={variable}");
    }
    if env::var_os("CARGO_FEATURE_CUDA").is_none() {
        return;
    }
    let nvcc = env::var_os("NVCC").unwrap_or_else(|| "nvcc".into());
    let capability = env::var("CUDA_COMPUTE_CAP").unwrap_or_else(|_| "75".into());
    let said = Command::new(&nvcc)
        .arg(format!(
            "-gencode=arch=compute_{capability},code=sm_{capability}"
        ))
        .args(["--ptx", "--output-directory"])
        .arg(env::var_os("OUT_DIR").unwrap_or_default())
        .arg(SOURCE)
        .output();
    match said {
        Ok(said) if said.status.success() => {}
        Ok(said) => println!(
            "cargo::error={SOURCE} does not compile: {}",
            String::from_utf8_lossy(&said.stderr).replace('\n', " ")
        ),
        Err(e) => println!("cargo::error=nvcc, which {SOURCE} needs, does not run: {e}"),
    }
}
