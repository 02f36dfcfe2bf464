import { readFileSync } from 'node:fs';

/** What a stretch of work took. */
export interface Usage {
  readonly seconds: number;
  /** Of all threads, so on two cores up to twice `seconds`. */
  readonly cpuSeconds: number;
}

/** Starts the clocks; the function returned reads them. */
export function startClocks(): () => Usage {
  const started = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 };
  };
}

/** Most memory that a process has held so far, in megabytes; by default this one. */
export function peakMegabytes(pid: number | 'self' = 'self'): number | undefined {
  return fromStatus(pid, 'VmHWM') ?? (pid === 'self' ? process.resourceUsage().maxRSS / 1024 : undefined);
}

/** Memory that a process holds now, in megabytes. */
export function residentMegabytes(pid: number): number | undefined {
  return fromStatus(pid, 'VmRSS');
}

/** Processor time that a process has used, in seconds; undefined where the system has no /proc. */
export function processCpuSeconds(pid: number): number | undefined {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .split(') ')[1]!
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return (user! + system!) / 100;
  } catch {
    return undefined;
  }
}

/** Linux tells it of the program alone; `maxRSS` may be that of the process it was started from. */
function fromStatus(pid: number | 'self', key: string): number | undefined {
  try {
    const line = new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Number(line[1]) / 1024 : undefined;
  } catch {
    return undefined;
  }
}
