import type { Reporter, TestModule } from 'vitest/node';
import { objectionsTo, renderConformancePage } from './conformance-page.ts';
import { readFindings } from './findings.ts';
import { keptPage } from './kept-page.ts';

const kept = keptPage('conformance.md');

/** After a run of everything: fails it when `docs/conformance.md` is not what it found, or writes that page anew when asked to. */
export default class ConformanceReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const findings = readFindings(modules);
    const text = renderConformancePage(findings);
    if (process.env['IRISFLOW_RENEW'] === '1') kept.write(text);
    const stale =
      text === kept.text()
        ? []
        : ['Expected docs/conformance.md to say what this run found; IRISFLOW_RENEW=1 npm test conformance writes it.'];
    const objections = [...objectionsTo(findings), ...stale];
    for (const objection of objections) console.error(objection);
    if (objections.length > 0) process.exitCode = 1;
  }
}
