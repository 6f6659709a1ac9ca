import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How the words of a guide are meant on this machine, e.g. a port that is free. */
export type Meaning = (text: string) => string;

export interface GuideShell {
  write(file: string, content: string): void;
  /** Runs a command to its end; resolves to its exit code. */
  run(folder: string, command: string): Promise<number>;
  start(folder: string, command: string): void;
  /** Waits until the last command has shown these lines, one after the other; the terminals of their own go on meanwhile. */
  shows(lines: readonly string[]): Promise<void>;
  /** Ctrl-C in the terminal that was opened last in a folder. */
  interrupt(folder: string): Promise<void>;
  /** Everything that the last command has shown. */
  output(): string;
  close(): Promise<void>;
}

interface Terminal {
  readonly folder: string;
  readonly child: ChildProcess;
  readonly exit: Promise<number>;
  output: string;
  isOver: boolean;
}

/** What an `npm test` around us has set must not reach the npm of the guide. */
const isForeign = (name: string): boolean =>
  /^(IRISFLOW_|ZEEBE_|CAMUNDA_|VITEST|NODE_OPTIONS|NODE_ENV$|NODE_TEST|INIT_CWD|npm_)/.test(name) &&
  !/^npm_config_(registry|cache|userconfig|https?_proxy|cafile)$/.test(name);

const environmentOf = (more: Readonly<Record<string, string>>): Record<string, string | undefined> => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !isForeign(name))),
  NO_COLOR: '1',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_prefer_offline: 'true',
  npm_config_fetch_retries: '1',
  npm_config_update_notifier: 'false',
  ...more,
});

const patternOf = (line: string): RegExp =>
  new RegExp(
    line
      .trim()
      .split('…')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+'))
      .join('.*'),
  );

const missingIn = (output: string, lines: readonly string[]): string | undefined => {
  const shown = output.split('\n');
  let from = 0;
  return lines.find((line) => {
    const pattern = patternOf(line);
    const found = shown.findIndex((text, index) => index >= from && pattern.test(text));
    from = found + 1;
    return found === -1;
  });
};

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
const PATIENCE_MS = 60_000;

export interface GuideShellOptions {
  /** The folder in which everything of the reader is. */
  readonly base: string;
  /** Where a folder of the guide is, when not below that one. */
  readonly folders: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly meaning: Meaning;
}

/** Terminals of somebody who follows a guide. */
export const createGuideShell = ({ base, folders, environment, meaning }: GuideShellOptions): GuideShell => {
  const terminals: Terminal[] = [];

  const open = (folder: string, command: string): Terminal => {
    const cwd = folders[folder] ?? path.join(base, folder);
    // A group of its own, so that Ctrl-C reaches what npm starts as it does in a terminal.
    const child = spawn('sh', ['-c', meaning(command)], { cwd, env: environmentOf(environment), detached: true });
    const exit = new Promise<number>((resolve) => {
      child.on('error', () => resolve(127));
      child.on('close', (code) => resolve(code ?? 1));
    });
    const terminal: Terminal = { folder, child, exit, output: '', isOver: false };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        terminal.output += chunk.toString();
      });
    void exit.then(() => {
      terminal.isOver = true;
    });
    terminals.push(terminal);
    return terminal;
  };

  const last = (): Terminal => {
    const terminal = terminals.at(-1);
    if (terminal === undefined) throw new Error('Expected a command before this, but there is none');
    return terminal;
  };

  const signal = ({ child, isOver }: Terminal, name: 'SIGINT' | 'SIGKILL'): void => {
    if (!isOver && child.pid !== undefined) process.kill(-child.pid, name);
  };

  return {
    write: (file, content) => {
      const target = path.join(base, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, meaning(content));
    },
    run: (folder, command) => open(folder, command).exit,
    start: (folder, command) => void open(folder, command),
    shows: async (lines) => {
      const terminal = last();
      const meant = lines.map(meaning);
      const until = Date.now() + PATIENCE_MS;
      while (missingIn(terminal.output, meant) !== undefined) {
        if (terminal.isOver || Date.now() > until)
          throw new Error(`Expected "${missingIn(terminal.output, meant)}" to be said, but found:\n${terminal.output}`);
        await pause();
      }
    },
    interrupt: async (folder) => {
      const terminal = terminals.findLast((one) => one.folder === folder && !one.isOver);
      if (terminal === undefined) throw new Error(`Expected something to run in ${folder}, but nothing does`);
      signal(terminal, 'SIGINT');
      await terminal.exit;
    },
    output: () => last().output,
    close: async () => {
      for (const terminal of terminals) {
        signal(terminal, 'SIGKILL');
        await terminal.exit;
      }
    },
  };
};
