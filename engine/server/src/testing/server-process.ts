import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Node runs the compiled program: what operators start. */
const main = fileURLToPath(new URL('../../dist/program/main.js', import.meta.url));

const cleanEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(IRISFLOW_|ZEEBE_|CAMUNDA_)/.test(name)));

export interface ServerProcess {
  output(): string;
  /** What it wrote to its standard error alone. */
  errors(): string;
  /** Resolves when a text shows in the output; rejects when the program ends before. */
  shows(text: string): Promise<void>;
  /** Resolves to the exit code. */
  readonly exit: Promise<number | null>;
  /** Ctrl-C. */
  interrupt(): void;
  kill(): Promise<void>;
}

/** Starts the program with these settings alone. */
export const startServer = (
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): ServerProcess => {
  const child = spawn(process.execPath, [main, ...parameters], { env: { ...cleanEnvironment(), ...environment } });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    errors += chunk.toString();
  });
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    output: () => output,
    errors: () => errors,
    exit,
    shows: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (output.includes(text)) resolve();
        };
        child.stdout.on('data', look);
        void exit.then(() => reject(new Error(`Expected "${text}", but the program ended: ${output}`)));
        look();
      }),
    interrupt: () => void child.kill('SIGINT'),
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
};
