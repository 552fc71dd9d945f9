//! Ranks that are threads of one process, each with a pool of its own.
#![allow(dead_code, missing_docs)]

use candle_core::Tensor;
use density::{Error, Result};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use training::parallel::Communicator;

/// One of the threads: a line to every one of them, itself included.
pub struct Thread {
    rank: usize,
    to: Vec<Sender<Vec<u8>>>,
    from: Vec<Mutex<Receiver<Vec<u8>>>>,
}

impl Thread {
    fn everybodys(&self, own: Vec<u8>) -> Result<Vec<Vec<u8>>> {
        let gone = || Error::Ranks("another thread has stopped".into());
        for to in &self.to {
            to.send(own.clone()).map_err(|_| gone())?;
        }
        let received = self.from.iter().map(|from| {
            let from = from.lock().map_err(|_| gone())?;
            from.recv().map_err(|_| gone())
        });
        received.collect()
    }
}

impl Communicator for Thread {
    fn rank(&self) -> usize {
        self.rank
    }

    fn size(&self) -> usize {
        self.to.len()
    }

    fn mean(&self, flat: &Tensor) -> Result<Tensor> {
        let own = flat.to_vec1::<f32>()?;
        let mut sum = own.iter().map(|v| f64::from(*v)).collect::<Vec<_>>();
        self.sum(&mut sum)?;
        let mean = sum.iter().map(|v| (v / self.size() as f64) as f32);
        Ok(Tensor::from_iter(mean, flat.device())?)
    }

    fn sum(&self, values: &mut [f64]) -> Result<()> {
        let own = values.iter().flat_map(|v| v.to_le_bytes()).collect();
        values.fill(0.0);
        for part in self.everybodys(own)? {
            let (numbers, _) = part.as_chunks::<8>();
            assert_eq!(numbers.len(), values.len());
            for (sum, number) in values.iter_mut().zip(numbers) {
                *sum += f64::from_le_bytes(*number);
            }
        }
        Ok(())
    }

    fn broadcast(&self, bytes: Vec<u8>) -> Result<Vec<u8>> {
        Ok(self.everybodys(bytes)?.swap_remove(0))
    }
}

/// Runs `work` as that many ranks at a time, and gives what each made, rank 0's first.
pub fn run<T: Send>(size: usize, work: impl Fn(&Thread) -> T + Sync) -> Vec<T> {
    let mut ranks = (0..size)
        .map(|rank| Thread {
            rank,
            to: Vec::new(),
            from: Vec::new(),
        })
        .collect::<Vec<_>>();
    for from in 0..size {
        for to in 0..size {
            let (sender, receiver) = channel();
            ranks[from].to.push(sender);
            ranks[to].from.push(Mutex::new(receiver));
        }
    }
    std::thread::scope(|scope| {
        let work = &work;
        let threads = ranks.into_iter().map(|rank| {
            scope.spawn(move || {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
                pool.unwrap().install(|| work(&rank))
            })
        });
        let threads = threads.collect::<Vec<_>>();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    })
}
