//! Batch scripts for Slurm: their text, and how bash reads them.
#![allow(missing_docs)]

use std::path::Path;
use std::process::{Command, Output};
use training::parallel::SlurmConfig;

const NASTY: &str = "/runs/it's a \"run\" #1 %j $HOME `id` \\ é; !* é";

fn text(config: &SlurmConfig) -> String {
    let script = config.script("density", Path::new("/runs/a"), Path::new("/bin/trainer"));
    script.unwrap()
}

fn refusal(config: &SlurmConfig) -> String {
    let script = config.script("density", Path::new("/runs/a"), Path::new("/bin/trainer"));
    script.unwrap_err().to_string()
}

fn bash(script: &str, arguments: &[&str], srun: Option<&str>) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("job.sh");
    std::fs::write(&path, script).unwrap();
    let mut command = Command::new("bash");
    command.args(arguments).arg(path);
    if let Some(srun) = srun {
        use std::os::unix::fs::PermissionsExt;
        let program = folder.path().join("srun");
        std::fs::write(&program, srun).unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        let path = std::env::var("PATH").unwrap();
        command.env("PATH", format!("{}:{path}", folder.path().display()));
    }
    command.env_remove("SLURM_CPUS_PER_TASK").output().unwrap()
}

#[test]
fn everything_that_is_asked_for() {
    let config = SlurmConfig {
        partition: Some("gpu".into()),
        account: Some("physics".into()),
        nodes: 2,
        tasks_per_node: 4,
        gpus_per_node: 4,
        cpus_per_task: 8,
        time: "1-12:00:00".into(),
        save_seconds: 300,
        memory: Some("64G".into()),
        requeue: true,
        options: vec!["--qos=long".into(), "--exclusive".into()],
        srun: vec!["--mpi=pmix".into()],
        setup: vec!["module load cuda".into(), "export A='b c'".into()],
    };
    let expected = "\
#!/bin/bash
#SBATCH --job-name='density'
#SBATCH --output='/runs/a/slurm.txt'
#SBATCH --open-mode=append
#SBATCH --nodes=2
#SBATCH --ntasks=8
#SBATCH --ntasks-per-node=4
#SBATCH --cpus-per-task=8
#SBATCH --gres=gpu:4
#SBATCH --time=1-12:00:00
#SBATCH --mem='64G'
#SBATCH --partition='gpu'
#SBATCH --account='physics'
#SBATCH --signal=TERM@300
#SBATCH --requeue
#SBATCH --qos=long
#SBATCH --exclusive

set -e
module load cuda
export A='b c'
export RAYON_NUM_THREADS=\"${SLURM_CPUS_PER_TASK:-1}\"
exec srun --cpus-per-task=\"${SLURM_CPUS_PER_TASK:-1}\" --kill-on-bad-exit=1 '--mpi=pmix' '/bin/trainer' '/runs/a'
";
    assert_eq!(text(&config), expected);
    let read: SlurmConfig = serde_json::from_str(&serde_json::to_string(&config).unwrap()).unwrap();
    assert_eq!(read, config);
    assert_eq!(
        serde_json::from_str::<SlurmConfig>("{}").unwrap(),
        SlurmConfig::default()
    );
}

#[test]
fn what_is_not_asked_for_is_left_to_the_site() {
    let script = text(&SlurmConfig::default());
    for option in ["--gres", "--mem", "--partition", "--account", "--requeue"] {
        assert!(!script.contains(option), "{option} in {script}");
    }
    assert!(script.contains("#SBATCH --no-requeue\n"), "{script}");
    assert!(script.contains("#SBATCH --signal=TERM@120\n"), "{script}");
}

#[test]
fn relative_paths_are_made_whole() {
    let config = SlurmConfig::default();
    let script = config
        .script("a", Path::new("runs/a"), Path::new("./trainer"))
        .unwrap();
    let here = std::env::current_dir().unwrap();
    let here = here.to_str().unwrap();
    let end = format!(" '{here}/trainer' '{here}/runs/a'\n");
    assert!(script.ends_with(&end), "{script}");
}

#[test]
fn bash_reads_any_path_as_it_is() {
    // Slurm reads no backslash, but bash does: so it is in the worker's path alone.
    let folder = NASTY.replace('\\', "");
    let config = SlurmConfig {
        setup: vec!["echo \"set up\"".into()],
        srun: vec!["--comment=it's $HOME".into()],
        ..SlurmConfig::default()
    };
    let name = "it's \"a\" #run %j";
    let script = config
        .script(name, Path::new(&folder), Path::new(NASTY))
        .unwrap();
    let checked = bash(&script, &["-n"], None);
    assert!(
        checked.status.success() && checked.stderr.is_empty(),
        "{checked:?}"
    );

    let srun = "#!/bin/bash\nprintf '[%s]\\n' \"$RAYON_NUM_THREADS threads\" \"$@\"\nexit 5\n";
    let run = bash(&script, &[], Some(srun));
    let expected = format!(
        "set up\n[1 threads]\n[--cpus-per-task=1]\n[--kill-on-bad-exit=1]\n[--comment=it's $HOME]\n[{NASTY}]\n[{folder}]\n"
    );
    assert_eq!(String::from_utf8_lossy(&run.stdout), expected);
    assert_eq!(run.status.code(), Some(5));

    let output = folder.replace('%', "%%").replace('\'', "'\"'\"'");
    assert!(
        script.contains(&format!("#SBATCH --output='{output}/slurm.txt'\n")),
        "{script}"
    );
    let name = "#SBATCH --job-name='it'\"'\"'s \"a\" #run %j'\n";
    assert!(script.contains(name), "{script}");
}

#[test]
fn a_line_of_the_set_up_that_fails_ends_the_job() {
    let config = SlurmConfig {
        setup: vec!["false".into()],
        ..SlurmConfig::default()
    };
    let run = bash(&text(&config), &[], Some("#!/bin/bash\necho srun\n"));
    assert_eq!(run.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&run.stdout), "");
}

#[test]
fn nothing_can_add_a_line() {
    type Set = fn(&mut SlurmConfig, String);
    let fields: [(&str, Set); 7] = [
        ("partition", |c, v| c.partition = Some(v)),
        ("account", |c, v| c.account = Some(v)),
        ("memory", |c, v| c.memory = Some(v)),
        ("time", |c, v| c.time = v),
        ("options", |c, v| c.options = vec![v]),
        ("srun", |c, v| c.srun = vec![v]),
        ("setup", |c, v| c.setup = vec![v]),
    ];
    for (name, set) in fields {
        for value in ["--a\n#SBATCH --wckey=x", "--a\r", "--a\0", " ", ""] {
            let mut config = SlurmConfig::default();
            set(&mut config, value.into());
            let error = refusal(&config);
            assert!(error.starts_with(&format!("{name} = ")), "{error}");
            // The value is shown, but cannot break the message's line either.
            assert_eq!(error.lines().count(), 1, "{error}");
        }
    }
    let config = SlurmConfig::default();
    let path = Path::new("/a");
    for (name, job, folder, worker) in [
        ("name", "a\nb", path, path),
        ("name", "", path, path),
        ("folder", "a", Path::new("/a\nb"), path),
        ("worker", "a", path, Path::new("/a\nb")),
    ] {
        let error = config.script(job, folder, worker).unwrap_err().to_string();
        assert!(error.starts_with(&format!("{name} = ")), "{error}");
    }
    for (name, job, folder) in [("name", "a\\b", path), ("folder", "a", Path::new("/a\\b"))] {
        let error = config.script(job, folder, path).unwrap_err().to_string();
        assert!(
            error.starts_with(&format!("{name} = ")) && error.contains("backslash"),
            "{error}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Path::new(std::ffi::OsStr::from_bytes(b"/runs/\xff"));
    let error = SlurmConfig::default()
        .script("a", folder, Path::new("/b"))
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("folder = ") && error.contains("UTF-8"),
        "{error}"
    );
}

#[test]
fn numbers_that_make_no_sense() {
    type Change = fn(&mut SlurmConfig);
    let changes: [(&str, Change); 7] = [
        ("nodes", |c| c.nodes = 0),
        ("tasks_per_node", |c| c.tasks_per_node = 0),
        ("cpus_per_task", |c| c.cpus_per_task = 0),
        ("save_seconds", |c| c.time = "2".into()),
        ("save_seconds", |c| {
            (c.time, c.save_seconds) = ("9-0".into(), 65536)
        }),
        ("options", |c| c.options = vec!["qos=long".into()]),
        ("srun", |c| c.srun = vec!["#".into()]),
    ];
    for (name, change) in changes {
        let mut config = SlurmConfig::default();
        change(&mut config);
        let error = refusal(&config);
        assert!(error.starts_with(&format!("{name} = ")), "{error}");
    }
}

#[test]
fn times_as_slurm_writes_them() {
    for time in [
        "3",
        "2:01",
        "00:02:01",
        "1-0",
        "1-00:00",
        "1-00:00:00",
        "0-0:3",
    ] {
        let config = SlurmConfig {
            time: time.into(),
            ..SlurmConfig::default()
        };
        assert!(text(&config).contains(&format!("--time={time}\n")));
    }
    for time in [
        "0",
        "1h",
        "1:2:3:4",
        "1-",
        "-1",
        "1-2-3",
        "+5",
        ":",
        "90 ",
        "infinite",
        "1-0:0:0:0",
    ] {
        let config = SlurmConfig {
            time: time.into(),
            ..SlurmConfig::default()
        };
        let error = refusal(&config);
        assert!(
            error.starts_with("time = ") && error.contains("01:30:00"),
            "{time}: {error}"
        );
    }
    // The script holds what was checked: 2 minutes are not more than the 120 s for saving.
    let at = |time: &str| SlurmConfig {
        time: time.into(),
        ..SlurmConfig::default()
    };
    for time in ["2", "2:00", "00:02:00", "0-0:2"] {
        assert!(refusal(&at(time)).starts_with("save_seconds = 120: use less than the 120 s"));
    }
}
