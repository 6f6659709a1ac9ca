import { bpmnProcess } from '@irisflow/bpmn';
import { I18nProvider } from '@irisflow/ui';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { checkProcess } from '../soundness/check-process.ts';
import type { PathCheck } from '../soundness/path-checker.ts';
import { PathChecksProvider } from '../soundness/path-checks-context.ts';
import { pathProblems } from '../soundness/path-problems.ts';
import type { Story } from '../soundness/story.ts';
import { messages } from '../texts/messages.ts';
import { ProblemsPanel } from './ProblemsPanel.tsx';

afterEach(cleanup);

const twice = bpmnProcess('p')
  .start()
  .parallelGateway('split')
  .branch((way) => way.userTask('a').exclusiveGateway('merge'))
  .branch((way) => way.userTask('b').connectTo('merge'))
  .at('merge')
  .end()
  .toXml();

/** Shows the panel for one process and notes the stories that it asks for. */
const show = (check: Partial<PathCheck>): Story[] => {
  const stories: Story[] = [];
  const complete: PathCheck = { status: 'done', report: null, xml: null, ...check };
  render(
    <I18nProvider locale="en" messages={messages.en}>
      <PathChecksProvider value={new Map([['rent.bpmn', complete]])}>
        <ProblemsPanel
          problems={pathProblems('rent.bpmn', complete.report, [])}
          onOpen={() => undefined}
          onShow={(story) => stories.push(story)}
          onClose={() => undefined}
        />
      </PathChecksProvider>
    </I18nProvider>,
  );
  return stories;
};

test('a finding stands in the list with a button that shows how it comes to that', async () => {
  const stories = show({ report: checkProcess(twice) });
  expect(screen.getByText(/^Paths of rent: all \d+ states were explored\.$/)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: /^Show how: At “Exclusive gateway \(merge\)”/ }));
  expect(stories).toMatchObject([{ file: 'rent.bpmn', finding: { elementId: 'merge' } }]);
});

test.each([
  [{ status: 'done', report: { findings: [], isComplete: true, states: 12 } }, /no problem found in 12 states/],
  [{ status: 'done', report: { findings: [], isComplete: false, states: 9000 } }, /gave up after 9,000 states/],
  [{ status: 'running' }, /are being checked…/],
  [{ status: 'blocked' }, /as soon as its errors are gone/],
  [{ status: 'failed' }, /could not be checked/],
] as const)('how far the check is stands below the list: %o', (check, text) => {
  show(check);
  expect(screen.getByText(text)).toBeDefined();
});
