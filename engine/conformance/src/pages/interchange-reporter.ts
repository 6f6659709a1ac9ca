import type { Reporter, TestModule } from 'vitest/node';
import { findingOf, testsOf } from './findings.ts';
import { renderInterchangePage } from './interchange-page.ts';
import { keptPage } from './kept-page.ts';

/** After a run over folders of models: writes `docs/interchange.md` and prints it. */
export default class InterchangeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const folders = testsOf(modules).flatMap((test) => findingOf(test).judgement ?? []);
    const text = renderInterchangePage(folders);
    keptPage('interchange.md').write(text);
    process.stdout.write(text);
  }
}
