import { spawn, type ChildProcess } from 'node:child_process';

export interface Terminal {
  readonly folder: string;
  readonly child: ChildProcess;
  readonly exit: Promise<number>;
  /** What was shown until now. */
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

export interface TerminalOptions {
  /** As the guide calls it. */
  readonly folder: string;
  readonly cwd: string;
  readonly command: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Opens a terminal for one command. */
export const openTerminal = ({ folder, cwd, command, environment }: TerminalOptions): Terminal => {
  // A group of its own, so that Ctrl-C reaches what npm starts as it does in a terminal.
  const child = spawn('sh', ['-c', command], { cwd, env: environmentOf(environment), detached: true });
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
  return terminal;
};

/** Ends what runs in a terminal: SIGINT is Ctrl-C. */
export const endTerminal = async ({ child, exit, isOver }: Terminal, name: 'SIGINT' | 'SIGKILL'): Promise<void> => {
  if (!isOver && child.pid !== undefined) process.kill(-child.pid, name);
  await exit;
};
