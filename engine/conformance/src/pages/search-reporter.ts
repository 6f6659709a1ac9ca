import type { Reporter, TestModule } from 'vitest/node';
import { models, seed } from '../search/settings.ts';
import { testsOf } from './findings.ts';
import { keptPage } from './kept-page.ts';
import { renderSearchPage } from './search-page.ts';

/** After a run of all searches: writes `docs/search.md`. */
export default class SearchReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    keptPage('search.md').write(renderSearchPage(testsOf(modules), { models, seed }));
  }
}
