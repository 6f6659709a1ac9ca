import type { Reporter, TestModule } from 'vitest/node';
import { readFindings } from './findings.ts';
import { keptPage } from './kept-page.ts';
import { renderStoresPage } from './stores-page.ts';

/** After a run of all scenarios on both stores: writes `docs/stores.md`. */
export default class StoresReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    keptPage('stores.md').write(renderStoresPage(readFindings(modules)));
  }
}
