import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** By which rules the screens are gone over, in the words of the statement on accessibility. */
const STANDARD = 'WCAG 2.2 AA';
/** The statement is about what the public uses; the names begin with the journey and who looks. */
const isOfPortal = /^[a-z]+-portal-/;
const folderIn = (marks: string): string => path.join(marks, 'assessed');
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());

/** Keeps how much axe found on a screen until the run is over. A journey that is tried again says it anew. */
export const noteFindings = (screen: string, findings: number): void => {
  const marks = process.env['IRISFLOW_TEST_LOOKED'] ?? '';
  if (marks === '') return;
  mkdirSync(folderIn(marks), { recursive: true });
  writeFileSync(path.join(folderIn(marks), screen), String(findings));
};

/**
 * Writes what the run found into the file that `IRISFLOW_TEST_ASSESSMENT` names, from where the statement on accessibility
 * reads it. Without that name nothing is written: a run of one journey says nothing of all the screens.
 */
export const writeAssessment = (marks: string): void => {
  const file = process.env['IRISFLOW_TEST_ASSESSMENT'] ?? '';
  if (file === '') return;
  const folder = folderIn(marks);
  const screens = readdirSync(folder).filter((screen) => isOfPortal.test(screen));
  const found = screens.map((screen) => Number(readFileSync(path.join(folder, screen), 'utf8')));
  const findings = found.reduce((total, one) => total + one, 0);
  const assessment = { on: today(), standard: STANDARD, screens: found.length, findings };
  const root = path.resolve(import.meta.dirname, '../../..');
  writeFileSync(path.resolve(root, file), `${JSON.stringify(assessment, null, 2)}\n`);
};
