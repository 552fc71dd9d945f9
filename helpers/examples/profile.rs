#![allow(missing_docs)]
use candle_core::{DType, Device, Tensor};
use helpers::model::{ResNet, ResNetConfig};
use helpers::train::{MovingAverage, gradients, sgd, update_moving_averages};
use std::time::Instant;
fn main() -> helpers::Result<()> {
    let what = std::env::args().nth(1).unwrap_or("all".into());
    let device = Device::Cpu;
    let mut ws = helpers::train::Workspace::default();
    let model = ResNet::new(&ResNetConfig::default(), 1, &device)?;
    let median = |mut v: Vec<f64>| {
        v.sort_by(f64::total_cmp);
        v[v.len() / 2]
    };
    let time =
        |name: &str, n: usize, f: &mut dyn FnMut() -> helpers::Result<()>| -> helpers::Result<()> {
            f()?;
            let mut t = vec![];
            for _ in 0..n {
                let s = Instant::now();
                f()?;
                t.push(s.elapsed().as_secs_f64());
            }
            println!(
                "{name}: median {:.4} min {:.4}",
                median(t.clone()),
                t.iter().cloned().fold(9e9, f64::min)
            );
            Ok(())
        };
    let input = |n: usize, s: usize| Tensor::randn(0f32, 1f32, (n, 3, s, s), &device).unwrap();
    if what == "all" || what == "infer" || what == "one" {
        let x = input(1, 650);
        time("inference 650 b1", 40, &mut || {
            model.probabilities(&x)?;
            Ok(())
        })?;
        if what == "one" {
            return Ok(());
        }
        let x = input(8, 650);
        time("inference 650 b8", 3, &mut || {
            model.probabilities(&x)?;
            Ok(())
        })?;
    }
    for (s, n) in [(256usize, 7usize), (650, 3)] {
        if what != "all" && what != format!("train{s}") {
            continue;
        }
        let x = input(4, s);
        let t = Tensor::eye(4, DType::F32, &device)?;
        time(&format!("train {s} b4"), n, &mut || {
            let a = Instant::now();
            let (_, pass, g) = gradients(&model, &x, &t, None, &mut ws)?;
            let b = Instant::now();
            sgd(&model, &g, 0.01)?;
            let c = Instant::now();
            update_moving_averages(&model, &pass, 1, MovingAverage::Plain)?;
            println!(
                "gradients {:?} sgd {:?} averages {:?}",
                b - a,
                c - b,
                c.elapsed()
            );
            Ok(())
        })?;
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    println!(
        "{}",
        status.lines().find(|l| l.starts_with("VmHWM")).unwrap()
    );
    Ok(())
}
