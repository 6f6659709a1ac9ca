import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endTerminal, openTerminal, type Terminal } from './terminal.ts';
import { unsaidLine } from './unsaid-line.ts';

export interface GuideShell {
  readonly write: (file: string, content: string) => void;
  /** Runs a command to its end; resolves to its exit code. */
  readonly run: (folder: string, command: string) => Promise<number>;
  readonly start: (folder: string, command: string) => void;
  /** Waits until the last command has shown these lines, one after the other. */
  readonly shows: (lines: readonly string[]) => Promise<void>;
  /** Ctrl-C in the terminal that was opened last in a folder; what it has shown is then what the last command has shown. */
  readonly interrupt: (folder: string) => Promise<void>;
  /** Everything that the last command has shown. */
  readonly output: () => string;
  readonly close: () => Promise<void>;
}

export interface GuideShellOptions {
  /** The folder in which everything of the reader is. */
  readonly base: string;
  /** Where a folder of the guide is, when not below that one. */
  readonly folders: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  /** How the words of the guide are meant on this machine, e.g. a port that is free. */
  readonly meaning: (text: string) => string;
}

const PATIENCE_MS = 60_000;
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

const waitFor = async (terminal: Terminal, lines: readonly string[]): Promise<void> => {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const isLast = terminal.isOver || Date.now() > until;
    const line = unsaidLine(terminal.output, lines);
    if (line === undefined) return;
    if (isLast) throw new Error(`Expected "${line}" to be said, but found:\n${terminal.output}`);
    await pause();
  }
};

/** Terminals of somebody who follows a guide. */
export const createGuideShell = ({ base, folders, environment, meaning }: GuideShellOptions): GuideShell => {
  const terminals: Terminal[] = [];

  const open = (folder: string, command: string): Terminal => {
    const cwd = folders[folder] ?? path.join(base, folder);
    const terminal = openTerminal({ folder, cwd, command: meaning(command), environment });
    terminals.push(terminal);
    return terminal;
  };

  const last = (): Terminal => {
    const terminal = terminals.at(-1);
    if (terminal === undefined) throw new Error('Expected a command before this, but there is none');
    return terminal;
  };

  return {
    write: (file, content) => {
      const target = path.join(base, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, meaning(content));
    },
    run: (folder, command) => open(folder, command).exit,
    start: (folder, command) => void open(folder, command),
    shows: (lines) => waitFor(last(), lines.map(meaning)),
    interrupt: async (folder) => {
      const index = terminals.findLastIndex((one) => one.folder === folder && !one.isOver);
      const [terminal] = index === -1 ? [] : terminals.splice(index, 1);
      if (terminal === undefined) throw new Error(`Expected something to run in ${folder}, but nothing does`);
      terminals.push(terminal);
      await endTerminal(terminal, 'SIGINT');
    },
    output: () => last().output,
    close: async () => {
      for (const terminal of terminals) await endTerminal(terminal, 'SIGKILL');
    },
  };
};
