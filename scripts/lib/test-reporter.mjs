import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './root.mjs';

/** Lines of a failure that are told again at the end: what was expected and where, not the whole stack. */
const LINES = 12;

const told = ({ message, stack }) =>
  stripVTControlCharacters(stack ?? message)
    .split('\n')
    .filter((line) => !line.includes('node_modules'))
    .slice(0, LINES)
    .join('\n    ');

const storyOf = (where, errors) => `${where}\n    ${errors.map(told).join('\n    ')}`;

/** What failed in a file: as it was loaded, in a hook of one of its suites (whose tests then do not run), or in tests. */
const storiesOf = (file) => {
  const where = path.relative(root, file.moduleId);
  const hooks = [...file.children.allSuites()]
    .filter((suite) => suite.errors().length > 0)
    .map((suite) => storyOf(`${where}: before or after ${suite.fullName}`, suite.errors()));
  const tests = [...file.children.allTests('failed')].map((test) =>
    storyOf(`${where}: ${test.fullName}`, test.result().errors),
  );
  const asLoaded = file.errors().length > 0 ? [storyOf(where, file.errors())] : [];
  return [...asLoaded, ...hooks, ...tests];
};

/** Vitest's reporter of a run that `readTestReport` (test-report.mjs) reads; `IRISFLOW_TEST_REPORT` names the file. */
export default class TestReporter {
  onTestRunEnd(files, unhandled) {
    const stories = [
      ...files.flatMap(storiesOf),
      ...unhandled.map((error) => storyOf('outside of every test', [error])),
    ];
    const passed = files.flatMap((file) => [...file.children.allTests('passed')]).length;
    writeFileSync(process.env.IRISFLOW_TEST_REPORT, JSON.stringify({ passed, failed: stories.length, stories }));
  }
}
