import { freePort } from '@irisflow/database/testing';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGuideDeeds } from './guide-deeds.ts';
import { createGuideShell, type GuideShell } from './guide-shell.ts';
import { linkLibraries } from './link-libraries.ts';
import { readGuide, type GuideStep } from './read-guide.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url)).replace(/\/$/, '');
const guide = path.join(root, 'docs/guides/developer.md');
const isUnreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENOTCACHED|ENETUNREACH/;

describe('the guide for developers', () => {
  let base: string;
  let shell: GuideShell;
  let doByHand: (deed: string) => Promise<void>;
  let token = 'ifc_…';
  let isOffline = false;

  beforeAll(async () => {
    base = mkdtempSync(path.join(tmpdir(), 'irisflow-guide-'));
    const noExamples = path.join(base, 'no-examples');
    mkdirSync(noExamples);
    const [web, grpc, register] = [await freePort(), await freePort(), await freePort()];
    shell = createGuideShell({
      base,
      folders: { irisflow: root },
      environment: {
        IRISFLOW_HOME: path.join(base, 'home'),
        IRISFLOW_EXAMPLES: noExamples,
        IRISFLOW_PORT: String(web),
        IRISFLOW_GRPC_PORT: String(grpc),
        IRISFLOW_SANDBOX_PORT: '0',
        IRISFLOW_SMTP_PORT: '0',
        IRISFLOW_MAIL_PORT: '0',
      },
      meaning: (text) =>
        text
          .replaceAll(/\b8080\b/g, String(web))
          .replaceAll(/\b26500\b/g, String(grpc))
          .replaceAll(/\b4000\b/g, String(register))
          .replaceAll('ifc_…', token)
          .replaceAll('../irisflow', root)
          .replaceAll('../parking-procedure', path.join(base, 'parking-procedure')),
    });
    doByHand = createGuideDeeds({ webUrl: `http://localhost:${web}`, interrupt: shell.interrupt });
  });
  afterAll(async () => {
    await shell.close();
    rmSync(base, { recursive: true, force: true });
  });

  const needsRegistry = (command: string) => /^(npx|npm install) /.test(command);

  const run = async (folder: string, command: string) => {
    if (isOffline && needsRegistry(command)) return linkLibraries(path.join(base, folder), root);
    const code = await shell.run(folder, command);
    const output = shell.output();
    isOffline ||= code !== 0 && needsRegistry(command) && isUnreachable.test(output);
    if (isOffline && needsRegistry(command)) {
      process.stderr.write(
        'No registry of npm is reached: the guide is walked with the libraries of this repository.\n',
      );
      return linkLibraries(path.join(base, folder), root);
    }
    expect(code, `${command}\n${output}`).toBe(0);
    [token] = /ifc_[\w-]+/.exec(output) ?? [token];
  };

  /** `npm start` installs and compiles before it starts this program; whoever runs tests has done so. */
  const programOf = (folder: string, command: string): string =>
    folder === 'irisflow' && command === 'npm start' ? 'exec node engine/server/dist/main.js start' : command;

  const walk = async (step: GuideStep): Promise<void> => {
    if (step.kind === 'write') shell.write(step.path, step.content);
    else if (step.kind === 'run') for (const command of step.commands) await run(step.folder, command);
    else if (step.kind === 'start') shell.start(step.folder, programOf(step.folder, step.command));
    else if (step.kind === 'expect') await shell.shows(step.lines);
    else await doByHand(step.deed);
  };

  /** The package of others has what it was built to, and nothing that only works here. */
  const expectPublished = (folder: string) => {
    const manifest = readFileSync(path.join(folder, 'package.json'), 'utf8');
    expect(JSON.parse(manifest)).not.toHaveProperty('private');
    expect(manifest).not.toMatch(/irisflow-source|workspace:/);
    expect(
      readdirSync(folder)
        .filter((name) => name !== 'node_modules')
        .toSorted(),
    ).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
  };

  it('is true, word by word: from an empty folder to a case that two workers have worked on', async () => {
    const steps = readGuide(readFileSync(guide, 'utf8'));
    for (const step of steps) {
      try {
        await walk(step);
      } catch (cause) {
        throw new Error(`${path.relative(root, guide)}:${step.line} ${String(cause)}`, { cause });
      }
    }
    expectPublished(path.join(base, 'parking-worker/node_modules/@irisflow/connector-sdk'));
    const kinds = new Set(steps.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(['do', 'expect', 'run', 'start', 'write']);
  }, 600_000);

  it('has no code that nobody tries', () => {
    expect(() => readGuide('Look at this:\n\n```ts\nlet x;\n```\n')).toThrow(
      'Expected the code at line 3 to be announced as a file, as commands or as what they say, but found "Look at this:"',
    );
  });
});
