import os from 'node:os';
import { table, type Cell } from './markdown.ts';

const machine = (): string =>
  `${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, ` +
  `${os.platform()} ${os.arch()}, Node ${process.versions.node}`;

/** When and where a dated page was written, with what else is to be said of the run. */
export const runTable = (rows: readonly (readonly [string, Cell])[]): string =>
  table(['Run', ''], [['Date', new Date().toISOString().slice(0, 10)], ['Machine', machine()], ...rows]);
