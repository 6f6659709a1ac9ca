import { readFileSync, readdirSync } from 'node:fs';

const TICKS = 100;

const ticksOf = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      parent: Number(fields[1]),
      ticks: Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]),
    };
  } catch {
    return null;
  }
};

/** CPU milliseconds of a process and its children so far; PostgreSQL works in children. */
export const cpuOf = (pid) => {
  if (pid === null || pid === undefined) return 0;
  let ticks = ticksOf(pid)?.ticks ?? 0;
  for (const name of readdirSync('/proc')) {
    const child = /^\d+$/.test(name) ? ticksOf(name) : null;
    if (child?.parent === pid) ticks += child.ticks;
  }
  return (ticks * 1000) / TICKS;
};

/** Highest resident memory of a process in MiB. */
export const peakMemory = (pid) => {
  const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(match?.[1] ?? 0) / 1024);
};

export const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
