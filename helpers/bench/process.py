"""A process that does one work when it is its turn."""

import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


class Failed(Exception):
    """The process could not be started, or ended before its time."""


class Worker:
    """`command`, waiting for turns; what it writes on standard error goes to the file `log`."""

    def __init__(self, command, environment, log):
        self.log = log
        with open(log, "w") as errors:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env=environment,
            )
        self.versions = self._answer()["versions"]
        self.before = self._memory("VmRSS")
        # The highest point so far belongs to loading: forget it.
        try:
            Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")
        except OSError:
            pass

    def turn(self, repetitions):
        """The seconds of each repetition."""
        try:
            self.process.stdin.write(f"{repetitions}\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        return self._answer()

    def memory_growth(self):
        """Bytes from before the first repetition to the highest point since; None where the system does not tell."""
        peak = self._memory("VmHWM")
        return None if peak is None or self.before is None else peak - self.before

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _answer(self):
        line = self.process.stdout.readline()
        if not line:
            code = self.process.wait()
            raise Failed(f"ended with {code}; see {self.log}")
        return json.loads(line)

    def _memory(self, field):
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text()
        except OSError:
            return None
        for line in status.splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1]) * 1024
        return None


def once(command, environment, log):
    """What a process answers that takes no turns."""
    with open(log, "w") as errors:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment)
    if done.returncode:
        raise Failed(f"ended with {done.returncode}; see {log}")
    return json.loads(done.stdout.splitlines()[-1])


def peer_command(script, peer, work):
    return [sys.executable, str(HERE / script), peer, work]


def environment(settings, threads):
    """Ours, with the same number of threads for every library."""
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS", "BENCH_THREADS")
    return os.environ | dict.fromkeys(names, str(threads)) | settings
