import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that can be recognized later: a pid alone may by then belong to somebody else. */
export interface RunningProcess {
  readonly pid: number;
  /** When it was started, as the system words it; compared, never read. */
  readonly started: string;
}

export function thisProcess(): RunningProcess {
  return runningProcess(process.pid)!;
}

/** Undefined where no such process lives; a zombie (dead, but not yet collected by its parent) is dead. */
export function runningProcess(pid: number): RunningProcess | undefined {
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startedElsewhere(pid);
  return started === undefined ? undefined : { pid, started };
}

export function isRunning(one: RunningProcess): boolean {
  return runningProcess(one.pid)?.started === one.started;
}

function startedOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces: count from its end. Then: state is
    // field 3, the start in ticks since boot is field 22 (proc_pid_stat(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function startedElsewhere(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  } catch {
    return undefined;
  }
}
