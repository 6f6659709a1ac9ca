import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './root.mjs';

/** Lines of a failure that are told again at the end: what was expected and where, not the whole stack. */
const LINES = 12;

const told = (text) =>
  stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => !line.includes('node_modules'))
    .slice(0, LINES)
    .join('\n    ');

const storiesOf = (file) => {
  const where = path.relative(root, file.name);
  const failed = file.assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return [`${where}\n    ${told(file.message)}`];
  return failed.map(
    ({ fullName, failureMessages }) => `${where}: ${fullName}\n    ${told(failureMessages.join('\n'))}`,
  );
};

/**
 * What Vitest's JSON report says.
 * @param {string} report path of the file; a run that died wrote none
 * @returns {{ passed: number, failed: number, stories: string[] }} tests, a file that could not be run counts as one; a text for each failure
 */
export const readTestReport = (report) => {
  if (!existsSync(report)) return { passed: 0, failed: 1, stories: ['the run ended before its report was written'] };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = testResults.filter(({ status }) => status === 'failed');
  const unread = broken.filter(({ assertionResults }) => assertionResults.length === 0).length;
  return { passed: numPassedTests, failed: numFailedTests + unread, stories: broken.flatMap(storiesOf) };
};
