import { freePort } from '@irisflow/database/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The built program, as operators start it. */
export const program = path.resolve(import.meta.dirname, '../../../engine/server/dist/program/main.js');
const startSeconds = 180;

/** Ports, home folder and further settings: what makes a second start the same installation. */
export interface Installation {
  readonly home: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly webUrl: string;
  readonly engineRestUrl: string;
  readonly grpcAddress: string;
  readonly sandboxUrl: string;
  readonly mailUrl: string;
}

/** A folder and ports of its own. `remove` deletes the folder. */
export const createInstallation = async (more: Readonly<Record<string, string>> = {}): Promise<Installation> => {
  const home = mkdtempSync(path.join(tmpdir(), 'irisflow-journey-'));
  const [web, grpc, sandbox, smtp, mail] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  return {
    home,
    environment: {
      IRISFLOW_HOME: home,
      IRISFLOW_PORT: String(web),
      IRISFLOW_GRPC_PORT: String(grpc),
      IRISFLOW_SANDBOX_PORT: String(sandbox),
      IRISFLOW_SMTP_PORT: String(smtp),
      IRISFLOW_MAIL_PORT: String(mail),
      IRISFLOW_DEMO_CASES: 'false',
      ...more,
    },
    webUrl: `http://localhost:${web}`,
    engineRestUrl: `http://127.0.0.1:${web}/v2`,
    grpcAddress: `127.0.0.1:${grpc}`,
    sandboxUrl: `http://127.0.0.1:${sandbox}`,
    mailUrl: `http://127.0.0.1:${mail}`,
  };
};

export const removeInstallation = ({ home }: Installation): void => rmSync(home, { recursive: true, force: true });

/** A running server process. */
export interface IrisflowProcess {
  /** Ctrl-C, and waits until it has stopped; resolves to the exit code. */
  stop(): Promise<number>;
  /** `kill -9`: no chance to tidy up. */
  kill(): Promise<void>;
  output(): string;
}

const exitOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 128))));

const servers: { readonly output: () => string }[] = [];

/** What every server that a test of this file started has said, those that are gone too. */
export const outputsOfServers = (): readonly string[] => servers.map(({ output }) => output());

/** Starts the built server and resolves once it says that it runs. */
export const startIrisflow = async ({ environment }: Installation, role = 'all'): Promise<IrisflowProcess> => {
  const child = spawn(process.execPath, [program, 'start', '--role', role], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  servers.push({ output: () => output });
  const exited = exitOf(child);
  await new Promise<void>((resolve, reject) => {
    const tooLate = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`Expected Irisflow to run within ${startSeconds} s, but it only said:\n${output}`));
    }, startSeconds * 1000);
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      if (!output.includes('Ctrl-C stops')) return;
      clearTimeout(tooLate);
      resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void exited.then((code) => {
      clearTimeout(tooLate);
      reject(new Error(`Expected Irisflow to run, but it ended with ${code}:\n${output}`));
    });
  });
  return {
    stop: async () => {
      child.kill('SIGINT');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    output: () => output,
  };
};
