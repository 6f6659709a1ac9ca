import type { Page } from 'playwright-core';

/** What was typed where nobody has to type: the kind of place, and the beginning of the text. */
export interface TypingGuard {
  readonly typed: readonly string[];
}

/** Runs inside of the page. */
const watch = (report: string): void => {
  // What the test gives the page may come after what the page begins with.
  const tell = (typed: string): Promise<void> =>
    (Reflect.get(window, report) as (typed: string) => Promise<void>)(typed);
  /** Text of a file as it is stored, edited as code. */
  const isSource = (place: Element): boolean => place.closest('.cm-editor, .json-editor, .source-view') !== null;
  /** An expression without names that complete themselves and without a check beside it. */
  const isBareFeel = (place: Element, text: string): boolean => {
    if (place.closest('.feel-field') !== null) return false;
    const isNamed = place.closest('.condition__written, .bio-properties-panel-feel-active') !== null;
    // An expression says that it is one wherever it is written.
    return isNamed || /^\s*=/.test(text);
  };
  const look = ({ target }: Event): void => {
    if (!(target instanceof HTMLElement)) return;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    const text = isField ? target.value : (target.textContent ?? '');
    const kind = isSource(target) ? 'a source view' : isBareFeel(target, text) ? 'an expression without help' : null;
    if (kind !== null) void tell(`${kind}: ${text.slice(0, 80)}`);
  };
  document.addEventListener('input', look, true);
  document.addEventListener('paste', look, true);
};

const report = 'irisflowTypedInto';

/**
 * Watches a page for whoever has never programmed: what is typed or pasted into a source view, or into an expression that
 * nothing helps to write, is noted. A journey expects at its end that nothing was.
 */
export const guardTyping = async (page: Page): Promise<TypingGuard> => {
  const typed: string[] = [];
  await page.exposeFunction(report, (what: string) => void typed.push(what));
  await page.addInitScript(watch, report);
  await page.evaluate(watch, report);
  return { typed };
};
