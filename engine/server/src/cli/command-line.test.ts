import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

/** Node runs the compiled program: a test of the command line is a test of what operators start. */
const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const freePorts = {
  IRISFLOW_PORT: '0',
  IRISFLOW_GRPC_PORT: '0',
  IRISFLOW_SANDBOX_PORT: '0',
  IRISFLOW_SMTP_PORT: '0',
  IRISFLOW_MAIL_PORT: '0',
};

interface Program {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** What it wrote to its standard error alone. */
  readonly errors: () => string;
  readonly exit: Promise<number | null>;
  /** Resolves when a text shows in the output. */
  shows(text: string): Promise<void>;
}

const programs: Program[] = [];

const cleanEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(IRISFLOW_|ZEEBE_)/.test(name)));

const irisflow = (parameters: readonly string[], environment: Record<string, string> = {}): Program => {
  const child = spawn(process.execPath, [main, ...parameters], { env: { ...cleanEnvironment(), ...environment } });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  const shows = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (output.includes(text)) resolve();
      };
      child.stdout.on('data', look);
      void exit.then(() => reject(new Error(`Expected "${text}", but the program ended: ${output}`)));
      look();
    });
  const program = { child, output: () => output, errors: () => errors, exit, shows };
  programs.push(program);
  return program;
};

describe('the command line', () => {
  let home: string;

  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), 'irisflow-home-'));
  });
  afterEach(async () => {
    for (const { child, exit } of programs.splice(0)) {
      child.kill('SIGKILL');
      await exit;
    }
  });
  // Several stores, each of many files.
  afterAll(() => rmSync(home, { recursive: true, force: true }), 60_000);

  /** One sentence, exit code 1, no stack. */
  const expectSentence = async (program: Program, sentence: RegExp) => {
    expect(await program.exit).toBe(1);
    expect(program.output()).toMatch(sentence);
    expect(program.output().trim().split('\n')).toHaveLength(1);
  };

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
    [['start', '--rule', 'all'], {}, /'--rule'/],
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
      { IRISFLOW_CLEAR_HOSTS: 'db, http://mail.internal' },
      /^Expected IRISFLOW_CLEAR_HOSTS to be hosts such as .*, but found "http:\/\/mail.internal"/,
    ],
    [['administration', 'add', 'x-y', '--fr', 'A', '--nl', ' ', '--en', 'A'], {}, /^Expected the name in three/],
    [
      ['connector', 'token', 'add', '--name', 'x', '--types', 'housing.permit'],
      {},
      /^Expected a type of the platform .*, or also the administration whose key it begins with, but found "housing.permit"/,
    ],
    [['procedure', 'lint', '/nowhere'], {}, /^Expected a procedure folder at \/nowhere/],
    [['connector', 'give'], {}, /^Expected "connector token add", "connector token list"/],
    [['connector', 'token', 'add', '--types', 'a'], {}, /^Expected "connector token add --name <name> --types/],
    [
      ['connector', 'token', 'add', '--name', 'x', '--types', 'letter'],
      {},
      /^Expected a type of your own, but found "letter", which comes with the platform/,
    ],
    [['connector', 'token', 'revoke', 'nobody'], {}, /^Expected a connector token nobody, but there is none/],
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
    20_000,
  );

  it('prints the roles of the walls for whoever administers the server', async () => {
    const program = irisflow(['database', 'roles', 'the_owner', 'the_web']);
    expect(await program.exit).toBe(0);
    const lines = program.output().trim().split('\n');
    expect(lines).toContain('create role irisflow_staff nologin nosuperuser nobypassrls noinherit;');
    expect(lines.at(-2)).toMatch(/irisflow_keeper to "the_owner";$/);
    expect(lines.at(-1)).toMatch(/^grant (?!.*irisflow_keeper).* to "the_web";$/);
  }, 20_000);

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
  }, 20_000);

  it('names the program that is in the way of its port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const program = irisflow(['start'], { ...freePorts, IRISFLOW_HOME: home, IRISFLOW_PORT: String(port) });
    await expectSentence(program, new RegExp(`^Expected port ${port} on 127.0.0.1 to be free.*IRISFLOW_PORT`));
    other.close();
  }, 20_000);

  it('names the folder that it cannot use', async () => {
    const file = path.join(home, 'a-file');
    writeFileSync(file, '');
    await expectSentence(
      irisflow(['start'], { ...freePorts, IRISFLOW_HOME: file }),
      /^Expected a folder .*IRISFLOW_HOME/,
    );
    if (process.getuid?.() === 0) return;
    const locked = mkdtempSync(path.join(home, 'locked-'));
    chmodSync(locked, 0o500);
    await expectSentence(
      irisflow(['start'], { ...freePorts, IRISFLOW_HOME: locked }),
      /^Expected a folder .*IRISFLOW_HOME/,
    );
  }, 20_000);

  it('starts, serves, holds its store alone, stops on Ctrl-C, and its store passes the deep check', async () => {
    const environment = { ...freePorts, IRISFLOW_HOME: path.join(home, 'main') };
    const platform = irisflow(['start'], environment);
    await platform.shows('Ctrl-C stops.');
    const web = /Portal\s+(http:\S+)\//.exec(platform.output())?.[1] ?? '';
    const rest = /Engine REST\s+(\S+)/.exec(platform.output())?.[1] ?? '';
    expect(await (await fetch(`${web}/api/health/ready`)).json()).toEqual({ status: 'up' });
    expect(await (await fetch(`${web}/api/procedures`)).json()).toMatchObject([{ key: 'rent-allowance' }]);

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
    platform.child.kill('SIGINT');
    expect(await platform.exit).toBe(0);
    expect(performance.now() - since).toBeLessThan(10_000);
    expect(platform.output().split('Ctrl-C stops.')[1]?.trim()).toBe('Stopping …');

    const check = irisflow(['check', '--deep'], environment);
    expect(await check.exit, check.output()).toBe(0);
    expect(check.output()).toContain('agree');
  }, 120_000);

  it('fills an installation: an unknown administration is a sentence, a folder comes out as it went in', async () => {
    const environment = { IRISFLOW_HOME: path.join(home, 'filled') };
    const example = fileURLToPath(new URL('../../../../examples/rent-allowance', import.meta.url));
    const run = async (...parameters: string[]) => {
      const program = irisflow(parameters, environment);
      return { code: await program.exit, output: program.output() };
    };

    expect(await run('procedure', 'test', example)).toMatchObject({
      code: 0,
      output: expect.stringMatching(/(\d+) of \1 scenarios passed/),
    });
    await expectSentence(
      irisflow(['procedure', 'publish', example], environment),
      /^Expected the administration of procedure.json .* found brussels-housing.*irisflow administration add brussels-housing/,
    );
    await expectSentence(
      irisflow(['administration', 'add', 'x-1', '--fr', 'X'], environment),
      /^Expected the name in three languages/,
    );

    const names = ['--fr', 'Logement', '--nl', 'Huisvesting', '--en', 'Housing'];
    expect(await run('administration', 'add', 'brussels-housing', ...names)).toMatchObject({ code: 0 });
    expect(await run('session', 'end', '--all')).toMatchObject({ code: 0, output: 'Sessions that ended: 0.\n' });
    await expectSentence(
      irisflow(['session', 'end', '--issuer', 'https://idp.example', '--subject', 'x'], environment),
      /^Expected somebody whom https:\/\/idp.example knows as x, but there is none/,
    );
    expect(await run('procedure', 'publish', example)).toMatchObject({
      code: 0,
      output: expect.stringContaining('version 1'),
    });

    const copy = path.join(home, 'rent-allowance');
    expect(await run('procedure', 'export', copy)).toMatchObject({ code: 0 });
    const files = readdirSync(example, { recursive: true }).map(String).toSorted();
    expect(readdirSync(copy, { recursive: true }).map(String).toSorted()).toEqual(files);
    expect(readFileSync(path.join(copy, 'procedure.json'), 'utf8')).toBe(
      readFileSync(path.join(example, 'procedure.json'), 'utf8'),
    );
    await expectSentence(irisflow(['procedure', 'export', copy], environment), /to be empty or missing/);
  }, 120_000);

  it('makes, shows and revokes the tokens of connectors of others', async () => {
    const environment = { IRISFLOW_HOME: path.join(home, 'tokens') };
    const token = async (...parameters: string[]) => {
      const program = irisflow(['connector', 'token', ...parameters], environment);
      return { code: await program.exit, output: program.output() };
    };
    expect(await token('list')).toEqual({ code: 0, output: 'There are no connector tokens.\n' });
    const added = await token('add', '--name', 'City', '--types', 'parking, waste', '--expires', '2999-12-31');
    expect(added).toMatchObject({ code: 0, output: expect.stringMatching(/^ifc_[\w-]{43}\n/) });
    expect(added.output).toContain('It serves parking, waste for every administration, until 3000-01-01');
    await expectSentence(
      irisflow(
        ['connector', 'token', 'add', '--name', 'x', '--types', 'nobody.x', '--administration', 'nobody'],
        environment,
      ),
      /^Expected an administration of this platform, but found nobody/,
    );
    const listed = await token('list');
    const [, id = ''] =
      /^(\S+) {2}platform {2}parking,waste {2}counts until 3000\S+ {2}never used {2}City\n$/.exec(listed.output) ?? [];
    expect(id).not.toBe('');
    expect(await token('revoke', id)).toMatchObject({ code: 0 });
    expect((await token('list')).output).toContain('revoked 2');
  }, 120_000);

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
      platform.child.kill('SIGINT');
      expect(await platform.exit).toBe(0);
    }
    expect(new Set(tokens).size).toBe(2);
  }, 120_000);

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
  }, 60_000);
});
