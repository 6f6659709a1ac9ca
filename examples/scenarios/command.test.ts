import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const work = mkdtempSync(path.join(tmpdir(), 'irisflow-scenarios-'));
const page = path.join(work, 'page.md');
const call = path.join(root, 'examples/project-call');

const command = (...folders: string[]): Promise<{ readonly code: number; readonly page: string }> =>
  new Promise((resolve) => {
    const parameters = ['scripts/scenarios.mjs', '--compiled', '--page', page, ...folders];
    execFile(process.execPath, parameters, { cwd: root }, (error) =>
      resolve({ code: error === null ? 0 : 1, page: readFileSync(page, 'utf8') }),
    );
  });

describe('npm run scenarios', () => {
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  it('writes a page with its day and machine, and what became of each scenario', async () => {
    const { code, page: written } = await command(call);

    expect(code).toBe(0);
    expect(written).toMatch(/Played on \d{4}-\d\d-\d\dT.* at .+, by \d+ × /);
    expect(written).toContain('**5 of 5 scenarios hold.**');
    expect(written).toContain('| Call for projects (ERDF) | 5 | 0 | 15 of 15 | 4 of 4 |');
    expect(written).toContain('| ✅ holds | a call that is canceled closes nothing | `canceled` |');
  });

  it('fails where one does not hold, says what was otherwise, and plays the others all the same', async () => {
    const folder = path.join(work, 'broken');
    cpSync(call, folder, { recursive: true });
    const file = path.join(folder, 'tests/canceled.scenario.json');
    const scenario = readFileSync(file, 'utf8');
    writeFileSync(file, scenario.replace('"rests": ["end"]', '"rests": ["elsewhere"]'));

    const { code, page: written } = await command(folder);

    expect(code).toBe(1);
    expect(written).toContain('**4 of 5 scenarios hold.**');
    expect(written).toMatch(/❌ \*\*fails\*\* \| a call that is canceled closes nothing \|.*elsewhere/);
  });
});
