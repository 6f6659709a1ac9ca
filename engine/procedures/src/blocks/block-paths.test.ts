import { describe, expect, test } from 'vitest';
import { createTestEngine, type Values } from '@irisflow/core/testing';
import { viewBlocks } from './view-blocks.ts';

/** A block in the real engine: what it waits for comes as messages, and whoever works for it answers at once. */
const openBlock = (key: string, inputs: Values) => {
  const engine = createTestEngine();
  const block = viewBlocks().find(({ id }) => id === `block-${key}`);
  if (block === undefined) throw new Error(`Expected a block ${key}, but there is none`);
  engine.deploy(block.process);
  const { processInstanceKey } = engine.create(block.id, { caseId: 'case', ...inputs });
  return {
    /** What the case store answers to the step that waits for it. */
    answer: (result: Values = {}) => engine.complete('case-store', result),
    sendLetter: () => engine.complete('letter'),
    hear: (name: string, of: string, variables: Values) =>
      engine.publish(name, of, { variables: JSON.stringify(variables) }),
    decide: (answers: Values) => {
      const [task] = engine.userTasks();
      if (task === undefined) throw new Error(`Expected a task, but there is none.\n${engine.story()}`);
      engine.send({
        kind: 'completeUserTask',
        userTaskKey: task.key,
        variables: JSON.stringify(answers),
        action: '',
        requestId: null,
      });
    },
    waitsAt: () => engine.active(),
    isOver: () => !engine.isActive(processInstanceKey),
    left: () => engine.variables(processInstanceKey),
    groups: () => engine.userTasks().map(({ attributes }) => attributes.candidateGroups),
  };
};

const receivable = { receivableId: 'r', amount: '40.00', communication: 'c', iban: 'i', dueOn: '2026-12-29' };

describe('the block that recovers what was paid in error', () => {
  const opened = (inputs: Values = {}) => {
    const block = openBlock('recovery', { paymentLabel: 'x', legalReference: 'y', paymentAmount: '40.00', ...inputs });
    block.answer({ receivable });
    block.sendLetter();
    return block;
  };
  const payment = (more: Values) => ({ payment: { rest: '40.00', ...more } });

  test('reminds, gives formal notice and a last term, and leaves the rest to enforcement', () => {
    const block = opened({ lastTerm: 'last' });
    // when it is overdue nothing is written yet
    block.hear('payment.overdue', 'r', payment({ step: 'overdue' }));
    expect(block.waitsAt()).toContain('block-recovery-await');
    // then the steps of the ladder are
    block.hear('payment.overdue', 'r', payment({ step: 'reminder' }));
    block.sendLetter();
    block.hear('payment.overdue', 'r', payment({ step: 'formalNotice' }));
    block.answer({ formalNotice: { noticeId: 'n', termId: 't' } });
    // and a part that is paid meanwhile is not enough
    block.hear('payment.received', 'r', payment({ rest: '10.00' }));
    expect(block.waitsAt()).toContain('block-recovery-await-last');
    block.hear('term.expired', 't', {});
    expect(block.isOver()).toBe(true);
    expect(block.left()).toMatchObject({ isPaid: false, isLifted: false });
  });

  test('ends at the formal notice where there is no last term', () => {
    const block = opened();
    block.hear('payment.overdue', 'r', payment({ step: 'formalNotice' }));
    block.answer({ formalNotice: { noticeId: 'n', termId: null } });
    expect(block.left()).toMatchObject({ isPaid: false, isLifted: false });
    expect(block.isOver()).toBe(true);
  });

  test('warns when a part of a plan is missed, and ends when all is paid', () => {
    const block = opened();
    block.hear('payment.missed', 'r', payment({ amount: '10.00', fallsOn: '2027-01-10' }));
    block.sendLetter();
    block.hear('payment.received', 'r', payment({ rest: '30.00' }));
    expect(block.isOver()).toBe(false);
    block.hear('payment.received', 'r', payment({ rest: '0.00' }));
    expect(block.left()).toMatchObject({ isPaid: true, isLifted: false });
    expect(block.isOver()).toBe(true);
  });

  test.each(['first', 'last'])('ends when nothing is owed any more, while it waits for the %s time', (wait) => {
    const block = opened({ lastTerm: 'last' });
    if (wait === 'last') {
      block.hear('payment.overdue', 'r', payment({ step: 'formalNotice' }));
      block.answer({ formalNotice: { noticeId: 'n', termId: 't' } });
    }
    block.hear('payment.lowered', 'r', payment({ rest: '15.00' }));
    expect(block.isOver()).toBe(false);
    block.hear('payment.lowered', 'r', payment({ rest: '0.00' }));
    expect(block.left()).toMatchObject({ isPaid: false, isLifted: true });
    expect(block.isOver()).toBe(true);
  });
});

describe('the block that follows an obligation', () => {
  const opened = (inputs: Values = {}) => {
    const obligation = { occurrenceId: 'o', dueOn: '2027-03-31', obligationLabel: 'x', ...inputs };
    const block = openBlock('obligation', obligation);
    block.sendLetter();
    return block;
  };
  const of = (more: Values) => ({ obligation: { dueOn: '2027-03-31', step: null, outcome: null, ...more } });

  test('writes that it is late step by step, and hands over at the step at which the procedure acts', () => {
    const block = opened({ lastStep: 'withdrawal' });
    block.hear('obligation.due', 'o', of({}));
    block.sendLetter();
    block.hear('obligation.overdue', 'o', of({ step: 'reminder' }));
    block.sendLetter();
    block.hear('obligation.overdue', 'o', of({ step: 'withdrawal' }));
    expect(block.left()).toMatchObject({ isKept: false, step: 'withdrawal', outcome: null });
    expect(block.isOver()).toBe(true);
  });

  test('goes on while the office asks again, or refused with a step to come', () => {
    const block = opened({ lastStep: 'withdrawal' });
    block.hear('obligation.settled', 'o', of({ outcome: 'askedAgain' }));
    block.hear('obligation.settled', 'o', of({ outcome: 'refused' }));
    expect(block.isOver()).toBe(false);
    block.hear('obligation.settled', 'o', of({ outcome: 'waived' }));
    expect(block.left()).toMatchObject({ isKept: true, outcome: 'waived', step: null });
  });

  test.each([
    ['accepted', true],
    ['refused', false],
    ['dropped', false],
  ] as const)('is over when it is %s', (outcome, isKept) => {
    const block = opened();
    block.hear('obligation.settled', 'o', of({ outcome }));
    expect(block.isOver()).toBe(true);
    expect(block.left()).toMatchObject({ isKept, outcome });
  });
});

describe('the block that decides on an appeal', () => {
  const opened = (inputs: Values = {}) =>
    openBlock('appeal', { appeal: { summary: 'No.' }, outcome: 'refused', letter: 'l', ...inputs });

  test.each([
    ['confirmed', undefined, 'refused'],
    ['inadmissible', undefined, 'refused'],
    ['annulled', 'granted', 'granted'],
    ['reformed', 'granted', 'granted'],
  ] as const)('%s: what counts afterwards', (appealOutcome, outcome, counts) => {
    const block = opened();
    expect(block.groups()).toEqual([['supervisor']]);
    block.decide({ review: { appealOutcome, outcome, motivation: 'y' } });
    block.answer();
    block.answer();
    expect(block.isOver()).toBe(true);
    expect(block.left()).toMatchObject({ appealOutcome, outcomeNow: counts, endedAs: null });
  });

  test('leaves the decision as it is when the appeal is withdrawn', () => {
    const block = opened({ group: 'appeals' });
    expect(block.groups()).toEqual([['appeals']]);
    block.hear('appeal.ended', 'case', { appeal: { outcome: 'withdrawn', ruling: null } });
    expect(block.isOver()).toBe(true);
    expect(block.left()).toMatchObject({ appealOutcome: null, outcomeNow: 'refused', endedAs: 'withdrawn' });
  });
});
