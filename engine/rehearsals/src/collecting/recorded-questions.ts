import type { ExecutableElement, Expression } from '@irisflow/bpmn';
import type { RecordedQuestion } from '@irisflow/scenarios';
import type { KeptAnswer } from '../storage/kept-answers.ts';
import type { Happened, HappenedElement } from './happened.ts';
import type { Drawn } from './drawn.ts';

/** What the clocks of the platform and of the engine may differ by, and how long an answer is on its way. */
const LEEWAY_MS = 2000;

type Job = { readonly type: Expression; readonly headers: Readonly<Record<string, string>> };

const jobOf = (element: ExecutableElement): Job | null => {
  if ('work' in element) return element.work.kind === 'job' ? element.work.job : null;
  return 'job' in element ? element.job : null;
};

const literal = (expression: Expression | null): string => (expression?.kind === 'literal' ? expression.text : '');

/** A source that answered while the step waited; several at once are told apart by nobody. */
const saidMeanwhile = (
  kept: readonly KeptAnswer[],
  { type, startedAt, endedAt }: { readonly type: string } & Pick<HappenedElement, 'startedAt' | 'endedAt'>,
): KeptAnswer | undefined => {
  const [from, to] = [Date.parse(startedAt) - LEEWAY_MS, Date.parse(endedAt ?? startedAt) + LEEWAY_MS];
  const found = kept.filter(({ sourceKey, at }) => sourceKey === type && at >= from && at <= to);
  return found.length === 1 ? found[0] : undefined;
};

/** The error by which a step was left, where an event at it caught one. */
const errorOf = (
  happened: Happened,
  {
    element,
    entered,
    drawn,
  }: { readonly element: ExecutableElement; readonly entered: HappenedElement; readonly drawn: Drawn },
): RecordedQuestion['answer'] => {
  for (const event of drawn.errorEventsOf(element)) {
    const caught = happened.elements.find(
      (each) =>
        each.elementId === event.id &&
        each.processInstanceKey === entered.processInstanceKey &&
        each.startedAt >= (entered.endedAt ?? ''),
    );
    if (caught === undefined || event.event.kind !== 'error') continue;
    const names = event.outputs.flatMap(({ target: [name] }) => name ?? []);
    const brought = Object.fromEntries(names.map((name) => [name, happened.valueAt(caught, name)]));
    return { error: literal(event.event.code) || 'ERROR', with: brought };
  }
  return null;
};

/** What connectors were asked, in order, and what they answered: a source as it is kept, any other one as the process has it. */
export const recordedQuestions = (
  happened: Happened,
  { drawn, kept }: { readonly drawn: Drawn; readonly kept: readonly KeptAnswer[] },
): RecordedQuestion[] =>
  happened.elements.flatMap((entered): RecordedQuestion[] => {
    const element = drawn.element(entered.elementId);
    const job = element === undefined ? null : jobOf(element);
    // What goes round several times is asked in each of its turns, and not as a whole.
    if (element === undefined || job === null || entered.kind === 'MULTI_INSTANCE_BODY') return [];
    const type = literal(job.type);
    const { resultVariable = '' } = job.headers;
    const question = { elementId: entered.elementId, type, inputs: happened.held(entered.elementInstanceKey) };
    if (entered.state !== 'completed') return [{ ...question, answer: errorOf(happened, { element, entered, drawn }) }];
    const said = saidMeanwhile(kept, { ...entered, type });
    const output = said?.output ?? (resultVariable === '' ? {} : (happened.valueAt(entered, resultVariable) ?? null));
    return [{ ...question, answer: { output } }];
  });
