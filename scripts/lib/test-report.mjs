import { existsSync, readFileSync } from 'node:fs';

/**
 * What a run of Vitest came to.
 * @param {string} report path of the file; a run that died wrote none
 * @returns {{ passed: number, failed: number, stories: string[] }} how many tests passed, how many failed with the hooks and files that could not be run, a text for each failure
 */
export const readTestReport = (report) =>
  existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { passed: 0, failed: 1, stories: ['the run ended before its report was written'] };
