import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSentence, givenCommandLine } from '../testing/given-command-line.ts';

const freePorts = {
  IRISFLOW_PORT: '0',
  IRISFLOW_GRPC_PORT: '0',
  IRISFLOW_SANDBOX_PORT: '0',
  IRISFLOW_SMTP_PORT: '0',
  IRISFLOW_MAIL_PORT: '0',
  IRISFLOW_DEMO_CASES: 'false',
};

describe('the command line', () => {
  const irisflow = givenCommandLine();
  let home: string;

  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), 'irisflow-home-'));
  });
  // Several stores, each of many files.
  afterAll(() => rmSync(home, { recursive: true, force: true }), 60_000);

  it('explains itself', async () => {
    const help = irisflow(['--help']);
    expect(await help.exit).toBe(0);
    for (const word of [
      'start',
      'migrate',
      'check --deep',
      'procedure lint',
      'administration add',
      'connector token add',
      'doctor',
      'IRISFLOW_PORT',
      'IRISFLOW_ENGINE_TOKEN',
    ])
      expect(help.output()).toContain(word);
  });

  it('says its version', async () => {
    const version = irisflow(['--version']);
    expect(await version.exit).toBe(0);
    expect(version.output()).toMatch(/^irisflow \d+\.\d+\.\d+\n$/);
    const behind = irisflow(['start', '--version']);
    expect(await behind.exit).toBe(0);
    expect(behind.output()).toBe(version.output());
  });

  it('explains one command', async () => {
    const help = irisflow(['connector', 'token', 'add', '--help']);
    expect(await help.exit).toBe(0);
    expect(help.output()).toContain('connector token add --name <name> --types <type,...> [--administration <key>]');
    expect(help.output()).not.toContain('IRISFLOW_PORT');
    const unknown = irisflow(['frob', '--help']);
    await expectSentence(unknown, /^Expected one of the commands .* but found "frob"/);
  });

  it.each([
    [['strat'], {}, /^Expected one of the commands start, migrate/],
    [
      ['start', '--rol', 'all'],
      {},
      /^Expected "irisflow start \[--role all\|broker\|web\|workers\]", but found "--rol"\./,
    ],
    [['start', 'again'], {}, /^Expected "irisflow start \[--role .*\]", but found "again"\./],
    [['start', '--role'], {}, /^Expected "irisflow start \[--role .*\]", but "--role" has no value\./],
    [
      ['session', 'end', '--al'],
      {},
      /^Expected "irisflow session end --all", "irisflow session .*", but found "--al"\./,
    ],
    [['start', '--role', 'boss'], {}, /^Expected --role all, broker, web or workers, but found "boss"/],
    [
      ['start'],
      { IRISFLOW_PROT: '80' },
      /^Expected a known setting, but found IRISFLOW_PROT. Did you mean IRISFLOW_PORT\?/,
    ],
    [['start'], { IRISFLOW_MODE: 'production' }, /^Expected IRISFLOW_DEMO=false in production/],
    [
      ['start'],
      { IRISFLOW_DATABASE_URL: 'postgres://127.0.0.1:1/none' },
      /^Expected a PostgreSQL at 127.0.0.1:1 as IRISFLOW_DATABASE_URL says/,
    ],
    [
      ['start'],
      { IRISFLOW_DATABASE_URL: 'mysql://somebody:secret@127.0.0.1/none' },
      /^Expected IRISFLOW_DATABASE_URL to begin with postgres:\/\/ or postgresql:\/\/, but it begins with "mysql:"\./,
    ],
    [
      ['start'],
      { IRISFLOW_CLEAR_HOSTS: 'db, http://mail.internal' },
      /^Expected IRISFLOW_CLEAR_HOSTS to be hosts such as .*, but found "http:\/\/mail.internal"/,
    ],
    [['procedure', 'lint', '/nowhere'], {}, /^Expected a procedure folder at \/nowhere/],
    [['connector', 'give'], {}, /^Expected "connector token add", "connector token list"/],
    [['connector', 'token', 'add', '--types', 'a'], {}, /^Expected "connector token add --name <name> --types/],
    [['audit', 'shred'], {}, /^Expected "audit verify/],
    [['session', 'end'], {}, /^Expected "session end --all \| session end --issuer/],
    [['session', 'end', '--all', '--subject', 'x'], {}, /^Expected "session end --all/],
    [['database', 'roles'], {}, /^Expected "database roles <owner login>/],
    [
      ['start'],
      { IRISFLOW_DATABASE_OWNER_URL: 'postgres://127.0.0.1:1/none' },
      /^Expected IRISFLOW_DATABASE_URL beside IRISFLOW_DATABASE_OWNER_URL/,
    ],
  ] as const)(
    '%o with %o: one sentence, exit code 1',
    async (parameters, environment, sentence) => {
      await expectSentence(irisflow(parameters, { ...freePorts, IRISFLOW_HOME: home, ...environment }), sentence);
    },
    60_000,
  );

  it('prints the roles of the walls for whoever administers the server', async () => {
    const program = irisflow(['database', 'roles', 'the_owner', 'the_web']);
    expect(await program.exit).toBe(0);
    const lines = program.output().trim().split('\n');
    expect(lines).toContain('create role irisflow_staff nologin nosuperuser nobypassrls noinherit;');
    expect(lines.at(-2)).toMatch(/irisflow_keeper to "the_owner";$/);
    expect(lines.at(-1)).toMatch(/^grant (?!.*irisflow_keeper).* to "the_web";$/);
  });

  it('judges an audit that was taken away, without a store', async () => {
    const file = path.join(home, 'audit.jsonl');
    const hash = '0'.repeat(64);
    const entry = { kind: 'entry', chain: 'housing', sequence: 1, previousHash: hash, hash, detail: {} };
    const head = { kind: 'head', chain: 'housing', sequence: 1, hash };
    writeFileSync(file, [entry, head].map((line) => JSON.stringify(line)).join('\n'));
    const program = irisflow(['audit', 'verify', '--file', file], { IRISFLOW_HOME: home });
    expect(await program.exit).toBe(1);
    expect(program.output()).toContain('housing: 1 entries, NOT INTACT, never anchored');
    expect(program.output()).toContain('housing: entry 1 does not follow from the one before it');
  });

  it('names the program that is in the way of its port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const program = irisflow(['start'], { ...freePorts, IRISFLOW_HOME: home, IRISFLOW_PORT: String(port) });
    await expectSentence(program, new RegExp(`^Expected port ${port} on 127.0.0.1 to be free.*IRISFLOW_PORT`));
    other.close();
  });

  it('names the folder that it cannot use', async () => {
    const file = path.join(home, 'a-file');
    writeFileSync(file, '');
    await expectSentence(
      irisflow(['start'], { ...freePorts, IRISFLOW_HOME: file }),
      /^Expected a folder .*IRISFLOW_HOME/,
    );
    if (process.platform === 'linux') {
      await expectSentence(
        irisflow(['start'], { ...freePorts, IRISFLOW_HOME: '/proc/irisflow/home' }),
        /^Expected a folder .* at \/proc\/irisflow\/home.*IRISFLOW_HOME/,
      );
    }
    if (process.getuid?.() === 0) return;
    const locked = mkdtempSync(path.join(home, 'locked-'));
    chmodSync(locked, 0o500);
    await expectSentence(
      irisflow(['start'], { ...freePorts, IRISFLOW_HOME: locked }),
      /^Expected a folder .*IRISFLOW_HOME/,
    );
  });

  it('starts, serves, holds its store alone, stops on Ctrl-C, and its store passes the deep check', async () => {
    const environment = { ...freePorts, IRISFLOW_HOME: path.join(home, 'main') };
    const platform = irisflow(['start'], environment);
    await platform.shows('Ctrl-C stops.');
    const web = /Portal\s+(http:\S+)\//.exec(platform.output())?.[1] ?? '';
    const rest = /Engine REST\s+(\S+)/.exec(platform.output())?.[1] ?? '';
    expect(await (await fetch(`${web}/api/health/ready`)).json()).toEqual({ status: 'up' });
    const offered = (await (await fetch(`${web}/api/procedures`)).json()) as { key: string }[];
    expect(offered.map(({ key }) => key)).toContain('rent-allowance');

    expect((await fetch(`${rest}/topology`)).status).toBe(200);
    const foreign = await fetch(`${rest}/topology`, { headers: { origin: 'https://evil.example' } });
    expect(await foreign.json()).toMatchObject({ status: 403, code: 'FOREIGN_ORIGIN' });

    await expectSentence(
      irisflow(['start'], environment),
      /^Expected to open .* alone, but process \d+ on \S+ holds it/,
    );

    // Nothing to warn of: no leaking listeners, nothing deprecated.
    expect(platform.errors()).toBe('');

    const since = performance.now();
    platform.interrupt();
    expect(await platform.exit).toBe(0);
    expect(performance.now() - since).toBeLessThan(10_000);
    expect(platform.output().split('Ctrl-C stops.')[1]?.trim()).toBe('Stopping …');

    const check = irisflow(['check', '--deep'], environment);
    expect(await check.exit, check.output()).toBe(0);
    expect(check.output()).toContain('agree');
  }, 160_000);

  it('prints a token for the first administrator once, and another one at the next start', async () => {
    const environment = { ...freePorts, IRISFLOW_HOME: path.join(home, 'first'), IRISFLOW_DEMO: 'false' };
    const tokens: string[] = [];
    for (let start = 0; start < 2; start += 1) {
      const platform = irisflow(['start'], environment);
      await platform.shows('Ctrl-C stops.');
      expect(platform.output()).toMatch(/page\s+http:\S+\/desk\/administration\/first\n/);
      const found = [...platform.output().matchAll(/token\s+([\w-]{43})$/gm)].map(([, token = '']) => token);
      expect(found).toHaveLength(1);
      tokens.push(...found);
      platform.interrupt();
      expect(await platform.exit).toBe(0);
    }
    expect(new Set(tokens).size).toBe(2);
  }, 160_000);

  it('a doctor says of each thing what is wrong and what to do', async () => {
    const nobody = '127.0.0.1:9';
    const doctor = irisflow(['doctor'], {
      IRISFLOW_HOME: path.join(home, 'ill'),
      ZEEBE_ADDRESS: nobody,
      ZEEBE_REST_ADDRESS: `http://${nobody}/v2`,
      IRISFLOW_OIDC_ISSUER: `http://${nobody}`,
      IRISFLOW_SMTP_URL: `smtp://${nobody}`,
    });
    expect(await doctor.exit).toBe(1);
    for (const line of [
      /^problem +store .*Run: irisflow migrate$/m,
      /^problem +engine, gRPC .*Check the address/m,
      /^problem +engine, REST .*Check the address/m,
      /^problem +identity provider .*Check IRISFLOW_OIDC_ISSUER/m,
      /^problem +mail .*Check IRISFLOW_SMTP_URL/m,
      /^5 to look at\.$/m,
    ])
      expect(doctor.output()).toMatch(line);
  });
});
