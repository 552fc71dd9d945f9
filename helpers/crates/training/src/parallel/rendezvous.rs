//! The first word between processes that cannot talk yet: through files in a folder that all of them see.

use crate::parallel::ProcessInfo;
use density::error::{Error, Result};
use density::files::write_atomically;
use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Between two looks at the folder.
const PAUSE: Duration = Duration::from_millis(20);

/// Rank 0's `bytes`, on every rank, by files in `folder`, which may be on another machine's disk. What the others give is
/// not looked at.
///
/// Every other rank leaves a file with a number of its own; rank 0 answers all of them with one file, and a rank believes
/// an answer that has its number in it. So files that a killed training left behind mislead nobody. All files are gone at
/// the end. Errors: who is missing after `timeout`, and what the system says about the folder.
pub fn rendezvous(
    folder: &Path,
    launched: &ProcessInfo,
    bytes: &[u8],
    timeout: Duration,
) -> Result<Vec<u8>> {
    fs::create_dir_all(folder).map_err(Error::io(folder))?;
    let rendezvous = Meeting {
        folder,
        launched,
        end: Instant::now() + timeout,
    };
    match launched.rank {
        0 => rendezvous.answer(bytes, timeout),
        rank => rendezvous.ask(rank, timeout),
    }
}

struct Meeting<'a> {
    folder: &'a Path,
    launched: &'a ProcessInfo,
    end: Instant,
}

impl Meeting<'_> {
    fn question(&self, rank: usize) -> PathBuf {
        self.folder.join(format!("meet-{rank}"))
    }

    fn reply(&self) -> PathBuf {
        self.folder.join("meet-0")
    }

    /// The numbers of the others, 8 bytes each, then `bytes`; again when a number changes, which was an old file's.
    fn answer(&self, bytes: &[u8], timeout: Duration) -> Result<Vec<u8>> {
        let others = 1..self.launched.size;
        let mut numbers = vec![None; self.launched.size];
        let mut answered = Vec::new();
        loop {
            let mut waiting = Vec::new();
            for rank in others.clone() {
                match read(&self.question(rank))? {
                    Some(number) if number.len() == 8 => {
                        numbers[rank] = Some(number);
                        waiting.push(rank);
                    }
                    // Gone: the answer was read.
                    None if !answered.is_empty() => {}
                    _ => waiting.push(rank),
                }
            }
            if waiting.is_empty() {
                remove(&self.reply())?;
                return Ok(bytes.to_vec());
            }
            let known = numbers[1..].iter().flatten().cloned().collect::<Vec<_>>();
            if known.len() == others.len() {
                let reply = [known.concat(), bytes.to_vec()].concat();
                if reply != answered {
                    write_atomically(&self.reply(), &reply)?;
                    answered = reply;
                }
            }
            let absent = others.clone().filter(|rank| {
                if answered.is_empty() {
                    numbers[*rank].is_none()
                } else {
                    waiting.contains(rank)
                }
            });
            self.pause(timeout, &absent.collect::<Vec<_>>())?;
        }
    }

    fn ask(&self, rank: usize, timeout: Duration) -> Result<Vec<u8>> {
        let number = RandomState::new().hash_one(rank).to_le_bytes();
        write_atomically(&self.question(rank), &number)?;
        let start = 8 * (self.launched.size - 1);
        loop {
            if let Some(reply) = read(&self.reply())?
                && reply.len() >= start
                && reply[8 * (rank - 1)..][..8] == number
            {
                remove(&self.question(rank))?;
                return Ok(reply[start..].to_vec());
            }
            self.pause(timeout, &[0])?;
        }
    }

    fn pause(&self, timeout: Duration, absent: &[usize]) -> Result<()> {
        if Instant::now() < self.end {
            sleep(PAUSE);
            return Ok(());
        }
        let absent = absent.iter().map(usize::to_string).collect::<Vec<_>>();
        Err(Error::Folder {
            path: self.folder.to_path_buf(),
            problem: format!(
                "rank {} of {} waited here {} s for rank {}: see whether it runs, and whether it sees this folder under \
                 the same name",
                self.launched.rank,
                self.launched.size,
                timeout.as_secs(),
                absent.join(", ")
            ),
        })
    }
}

fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Error::io(path)(e)),
    }
}

fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(e) if e.kind() != ErrorKind::NotFound => Err(Error::io(path)(e)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    fn rank(rank: usize, size: usize) -> ProcessInfo {
        ProcessInfo {
            rank,
            size,
            ..ProcessInfo::default()
        }
    }

    #[test]
    fn all_ranks_have_the_bytes_of_rank_0_also_where_an_old_meeting_was_left() {
        let folder = tempfile::tempdir().unwrap();
        let stale = [7u8; 8];
        for name in ["meet-1", "meet-2"] {
            fs::write(folder.path().join(name), stale).unwrap();
        }
        let old = [stale.as_slice(), &stale, &stale, b"old bytes"].concat();
        fs::write(folder.path().join("meet-0"), old).unwrap();
        let bytes = thread::scope(|scope| {
            let ranks = (0..4).map(|r| {
                let folder = folder.path();
                scope.spawn(move || {
                    // Rank 0 first answers what lay there.
                    sleep(Duration::from_millis(60 * r as u64));
                    let own = format!("bytes of {r}");
                    rendezvous(folder, &rank(r, 4), own.as_bytes(), Duration::from_secs(60))
                })
            });
            let ranks = ranks.collect::<Vec<_>>();
            ranks
                .into_iter()
                .map(|r| r.join().unwrap().unwrap())
                .collect::<Vec<_>>()
        });
        assert_eq!(bytes, vec![b"bytes of 0".to_vec(); 4]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn who_is_missing_is_named() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("meet-1"), [1u8; 8]).unwrap();
        let wait = |r| rendezvous(folder.path(), &rank(r, 4), b"", Duration::ZERO);
        let text = wait(0).unwrap_err().to_string();
        assert!(
            text.contains("rank 0 of 4 waited here 0 s for rank 2, 3"),
            "{text}"
        );
        let text = wait(2).unwrap_err().to_string();
        assert!(
            text.contains("rank 2 of 4 waited here 0 s for rank 0"),
            "{text}"
        );
    }
}
