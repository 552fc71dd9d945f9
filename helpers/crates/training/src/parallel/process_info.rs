//! Which of the processes of a training this one is: what its launcher says in the environment.

use density::error::{Error, Result};

/// A process among those that a launcher started together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProcessInfo {
    /// Who started it.
    pub launcher: Launcher,
    /// This process, from 0.
    pub rank: usize,
    /// Processes in all; 1 where nothing was launched.
    pub size: usize,
    /// This process among those of its machine, from 0: the GPU that it takes.
    pub local_rank: usize,
}

/// What starts processes together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Launcher {
    /// Nothing did: one process.
    #[default]
    None,
    /// torchrun, or a script that sets what it sets: `RANK`, `WORLD_SIZE`, `LOCAL_RANK`.
    Torchrun,
    /// Open MPI's `mpirun`: `OMPI_COMM_WORLD_RANK`, `..._SIZE`, `..._LOCAL_RANK`.
    OpenMpi,
    /// Slurm's `srun`: `SLURM_PROCID`, `SLURM_NTASKS`, `SLURM_LOCALID`.
    Slurm,
}

/// Where each launcher puts rank, size and local rank. The one that comes first is asked first: `srun` may start
/// `mpirun`, and both may start torchrun, so that this is the order from the inside out.
const NAMES: [(Launcher, [&str; 3]); 3] = [
    (Launcher::Torchrun, ["RANK", "WORLD_SIZE", "LOCAL_RANK"]),
    (
        Launcher::OpenMpi,
        [
            "OMPI_COMM_WORLD_RANK",
            "OMPI_COMM_WORLD_SIZE",
            "OMPI_COMM_WORLD_LOCAL_RANK",
        ],
    ),
    (
        Launcher::Slurm,
        ["SLURM_PROCID", "SLURM_NTASKS", "SLURM_LOCALID"],
    ),
];

/// Slurm's step numbers from here on are not those of `srun` (`slurm.h`: the batch script, an interactive shell).
const SLURM_OWN_STEPS: u32 = 0xffff_fff0;

impl ProcessInfo {
    /// One process.
    pub fn alone() -> ProcessInfo {
        ProcessInfo {
            size: 1,
            ..ProcessInfo::default()
        }
    }

    /// From this process's environment; [`ProcessInfo::alone`] where no launcher left anything in it.
    ///
    /// An error names the variables when one of a launcher's three is missing, is no number, or does not fit the others.
    pub fn from_env() -> Result<ProcessInfo> {
        ProcessInfo::read(|name| std::env::var(name).ok())
    }

    /// As [`ProcessInfo::from_env`], of any source of variables.
    pub fn read(variable: impl Fn(&str) -> Option<String>) -> Result<ProcessInfo> {
        let variable = |name: &str| variable(name).filter(|v| !v.is_empty());
        for (launcher, names) in NAMES {
            // A batch script has Slurm's variables too, but is one process: only srun's tasks are ranks.
            if launcher == Launcher::Slurm && !in_srun(variable("SLURM_STEP_ID")) {
                continue;
            }
            let values = names.map(&variable);
            if values.iter().all(Option::is_none) {
                continue;
            }
            let mut numbers = [0; 3];
            for ((number, name), value) in numbers.iter_mut().zip(names).zip(values) {
                *number = parse(name, value, &names)?;
            }
            let [rank, size, local_rank] = numbers;
            if rank >= size || local_rank > rank {
                let [r, s, l] = names;
                return Err(Error::parameter(
                    names.join(", "),
                    format!("{rank}, {size}, {local_rank}"),
                    format!(
                        "{r} counts from 0 to {s} - 1, and {l} is not above {r}; start all processes with one launcher, \
                         or unset the three for a single process"
                    ),
                ));
            }
            return Ok(ProcessInfo {
                launcher,
                rank,
                size,
                local_rank,
            });
        }
        Ok(ProcessInfo::alone())
    }
}

fn in_srun(step: Option<String>) -> bool {
    step.is_some_and(|id| id.parse::<u32>().map_or(true, |id| id < SLURM_OWN_STEPS))
}

fn parse(name: &str, value: Option<String>, all: &[&str; 3]) -> Result<usize> {
    let Some(value) = value else {
        return Err(Error::parameter(
            name,
            "(unset)",
            format!(
                "{} belong together, and some are set: set all three, or none for a single process",
                all.join(", ")
            ),
        ));
    };
    let parsed = value.trim().parse();
    parsed.map_err(|_| Error::parameter(name, value, "must be a whole number from 0"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<ProcessInfo> {
        ProcessInfo::read(|name| {
            let found = variables.iter().find(|(n, _)| *n == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    fn refusal(variables: &[(&str, &str)]) -> String {
        read(variables).unwrap_err().to_string()
    }

    fn launched(launcher: Launcher, rank: usize, size: usize, local_rank: usize) -> ProcessInfo {
        ProcessInfo {
            launcher,
            rank,
            size,
            local_rank,
        }
    }

    const OMPI: [(&str, &str); 3] = [
        ("OMPI_COMM_WORLD_RANK", "5"),
        ("OMPI_COMM_WORLD_SIZE", "8"),
        ("OMPI_COMM_WORLD_LOCAL_RANK", "1"),
    ];
    const SLURM: [(&str, &str); 3] = [
        ("SLURM_PROCID", "2"),
        ("SLURM_NTASKS", "4"),
        ("SLURM_LOCALID", "0"),
    ];
    const TORCHRUN: [(&str, &str); 3] = [("RANK", "3"), ("WORLD_SIZE", "4"), ("LOCAL_RANK", "3")];

    #[test]
    fn every_launcher_is_understood() -> Result<()> {
        assert_eq!(read(&[])?, ProcessInfo::alone());
        assert_eq!(read(&OMPI)?, launched(Launcher::OpenMpi, 5, 8, 1));
        let mut step = SLURM.to_vec();
        step.push(("SLURM_STEP_ID", "0"));
        assert_eq!(read(&step)?, launched(Launcher::Slurm, 2, 4, 0));
        assert_eq!(read(&TORCHRUN)?, launched(Launcher::Torchrun, 3, 4, 3));
        Ok(())
    }

    #[test]
    fn the_innermost_launcher_counts() -> Result<()> {
        let mut all = SLURM.to_vec();
        all.push(("SLURM_STEP_ID", "0"));
        all.extend(OMPI);
        assert_eq!(read(&all)?.launcher, Launcher::OpenMpi);
        all.extend(TORCHRUN);
        assert_eq!(read(&all)?.launcher, Launcher::Torchrun);
        Ok(())
    }

    #[test]
    fn a_batch_script_of_slurm_is_one_process() -> Result<()> {
        assert_eq!(read(&SLURM)?, ProcessInfo::alone());
        let mut interactive = SLURM.to_vec();
        interactive.push(("SLURM_STEP_ID", "4294967290"));
        assert_eq!(read(&interactive)?, ProcessInfo::alone());
        Ok(())
    }

    #[test]
    fn what_does_not_fit_is_refused_by_name() {
        for (name, _) in TORCHRUN {
            let rest = TORCHRUN.into_iter().filter(|(n, _)| *n != name);
            let text = refusal(&rest.collect::<Vec<_>>());
            assert!(text.starts_with(&format!("{name} = (unset)")), "{text}");
            assert!(text.contains("RANK, WORLD_SIZE, LOCAL_RANK"), "{text}");
        }
        // An empty variable is an unset one.
        let text = refusal(&[("RANK", "0"), ("WORLD_SIZE", ""), ("LOCAL_RANK", "0")]);
        assert!(text.starts_with("WORLD_SIZE = (unset)"), "{text}");
        let text = refusal(&[("RANK", "0"), ("WORLD_SIZE", "two"), ("LOCAL_RANK", "0")]);
        assert!(text.starts_with("WORLD_SIZE = two"), "{text}");
        for [rank, size, local] in [["4", "4", "0"], ["0", "0", "0"], ["1", "4", "2"]] {
            let text = refusal(&[("RANK", rank), ("WORLD_SIZE", size), ("LOCAL_RANK", local)]);
            let values = format!("RANK, WORLD_SIZE, LOCAL_RANK = {rank}, {size}, {local}");
            assert!(text.starts_with(&values), "{text}");
        }
    }
}
