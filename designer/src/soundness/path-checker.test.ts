import { bpmnProcess } from '@irisflow/bpmn';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkProcess, type PathReport } from './check-process.ts';
import { createPathChecker } from './path-checker.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sound: PathReport = { findings: [], isComplete: true, states: 3 };

/** A checker whose checks answer when told to. */
const setUp = () => {
  const asked: string[] = [];
  const canceled: string[] = [];
  const answers = new Map<string, (report: PathReport | null) => void>();
  const checker = createPathChecker({
    quiet: 100,
    check: ({ xml, siblings }) => {
      asked.push([xml, ...siblings].join(' beside '));
      return {
        report: new Promise((resolve) => answers.set(xml, resolve)),
        cancel: () => canceled.push(xml),
      };
    },
  });
  const answer = async (xml: string, report: PathReport | null): Promise<void> => {
    answers.get(xml)?.(report);
    await vi.advanceTimersByTimeAsync(0);
  };
  const status = () => checker.state().get('a.bpmn')?.status;
  return { checker, asked, canceled, answer, status };
};

const at = (xml: string): ReadonlyMap<string, string> => new Map([['a.bpmn', xml]]);

test('the first text is checked at once, later ones when the drawing has come to rest', async () => {
  const { checker, asked, answer, status } = setUp();
  checker.watch(at('one'));
  await vi.advanceTimersByTimeAsync(0);
  await answer('one', sound);
  expect(status()).toBe('done');
  checker.watch(at('two'));
  checker.watch(at('three'));
  await vi.advanceTimersByTimeAsync(99);
  expect(asked).toEqual(['one']);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual(['one', 'three']);
});

test('a newer text gives up the check of an older one, whose report stays until the new one', async () => {
  const { checker, canceled, answer, status } = setUp();
  checker.watch(at('one'));
  await vi.advanceTimersByTimeAsync(0);
  await answer('one', sound);
  checker.watch(at('two'));
  await vi.advanceTimersByTimeAsync(100);
  checker.watch(at('three'));
  expect(canceled).toEqual(['one', 'two']);
  await answer('two', null);
  expect([status(), checker.state().get('a.bpmn')?.report]).toEqual(['running', sound]);
});

test('a file with errors blocks the check, and a file that is gone is forgotten', async () => {
  const { checker, answer, status } = setUp();
  checker.watch(at('one'));
  await vi.advanceTimersByTimeAsync(0);
  await answer('one', null);
  expect(status()).toBe('blocked');
  checker.watch(new Map());
  expect(checker.state().size).toBe(0);
});

test('what changes in one file is asked of the others too, for what it sends may arrive in them', async () => {
  const { checker, asked } = setUp();
  const files = (sender: string) =>
    new Map([
      ['a.bpmn', 'one'],
      ['b.bpmn', sender],
    ]);
  checker.watch(files('two'));
  await vi.advanceTimersByTimeAsync(0);
  checker.watch(files('three'));
  checker.watch(files('three'));
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toEqual(['one beside two', 'two beside one', 'one beside three', 'three beside one']);
});

const waitingFor = (message: string) =>
  bpmnProcess('waits')
    .start()
    .catchEvent('told', { event: { message, correlationKey: '= caseId' } })
    .end()
    .toXml();

const sending = (message: string) =>
  bpmnProcess('sends').start().end('tell', { event: { message }, type: 'tell' }).toXml();

const codesOf = (report: PathReport | null) => report?.findings.map(({ code }) => code);

test('a message may arrive that the platform or another file of the procedure sends', () => {
  expect(codesOf(checkProcess(waitingFor('withdrawal.requested')))).toEqual([]);
  expect(codesOf(checkProcess(waitingFor('withdrawal.request')))).toEqual(['SOUNDNESS_MESSAGE_NEVER_SENT']);
  expect(codesOf(checkProcess(waitingFor('paid'), [sending('paid')]))).toEqual([]);
  expect(codesOf(checkProcess(waitingFor('paid'), [sending('unpaid')]))).toEqual(['SOUNDNESS_MESSAGE_NEVER_SENT']);
});

test('any message may arrive while nobody can say what is sent', () => {
  expect(codesOf(checkProcess(waitingFor('paid'), [sending('= name')]))).toEqual([]);
  expect(codesOf(checkProcess(waitingFor('paid'), ['<a/>']))).toEqual([]);
});

test('a file that the compiler refuses has no report', () => {
  expect(checkProcess('<a/>')).toBeNull();
});
