import { describe, expect, test } from 'vitest';
import { bpmnProcess } from '@irisflow/bpmn';
import { sampleProcedureChanging, sampleProcedureWith } from '@irisflow/platform/testing';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

const offer = { connectorTypes: null, sourceTypes: [], servedTypes: [] };

const problemsOf = (xml: string) =>
  lintFolder(readFolder(sampleProcedureWith('rent-aid.bpmn', xml)), offer)
    .filter(({ code }) => code.startsWith('TERM_'))
    .map(({ code, severity, elementId, message }) => ({ code, severity, elementId, text: message.en }));

const waiting = (duration: string) =>
  bpmnProcess('rent-aid')
    .start()
    .userTask('instruct')
    .boundary('late', { event: { timer: { duration } } }, (path) => void path.end('lateEnd'))
    .userTask('validate')
    .end()
    .toXml();

const storing = (inputs: Readonly<Record<string, string>>) =>
  bpmnProcess('rent-aid')
    .start()
    .serviceTask('start-it', { type: 'case-store', inputs })
    .userTask('instruct')
    .userTask('validate')
    .end()
    .toXml();

const lawOf = (legalRef: unknown) =>
  lintFolder(
    readFolder(
      sampleProcedureChanging('procedure.json', (description: { terms: { legalRef: unknown }[] }) => {
        for (const term of description.terms) term.legalRef = legalRef;
      }),
    ),
    offer,
  ).filter(({ code }) => code === 'TEXT_MISSING');

describe('a service target', () => {
  const found = (more: object) =>
    lintFolder(
      readFolder(
        sampleProcedureChanging('procedure.json', (description: { terms: object[] }) => {
          const [first] = description.terms;
          description.terms.push({ ...first, key: 'service', serviceTarget: true, ...more });
        }),
      ),
      offer,
    ).filter(({ code }) => code === 'TERM_TARGET_BINDS');

  test('is no term within which an applicant answers', () => {
    const folder = sampleProcedureChanging('procedure.json', (description: { terms: object[] }) => {
      const [first] = description.terms;
      description.terms.push({ ...first, key: 'service', serviceTarget: true });
    }).map((file) => (file.path === 'rent-aid.bpmn' ? { ...file, content: storing({ answerTerm: 'service' }) } : file));
    expect(lintFolder(readFolder(folder), offer).filter(({ code }) => code.startsWith('TERM_'))).toMatchObject([
      { code: 'TERM_TARGET_BINDS', severity: 'error', elementId: 'start-it' },
    ]);
  });

  test('binds the office alone and decides nothing', () => {
    expect(found({ onExpiry: 'escalate' })).toEqual([]);
    for (const more of [{ binds: 'applicant' }, { onExpiry: 'tacitGrant' }, { onExpiry: 'tacitRefusal' }])
      expect(found(more)).toMatchObject([{ severity: 'error', pointer: '/terms/1/serviceTarget' }]);
  });
});

describe('the law that a term rests on', () => {
  test('is named in every language, or the lint says in which it is missing', () => {
    expect(lawOf({ fr: 'arrêté', nl: 'besluit', en: 'decree' })).toEqual([]);
    expect(lawOf({ fr: 'arrêté', en: ' ' })).toMatchObject([
      { pointer: '/terms/0/legalRef/nl', severity: 'error' },
      { pointer: '/terms/0/legalRef/en', severity: 'error' },
    ]);
  });

  test('may still be one text for all of them', () => {
    expect(lawOf('Ord. 2003')).toEqual([]);
  });
});

describe('the lint of terms', () => {
  test.each(['P30D', '=@"P30D"', '=duration("P1M")', 'P2W'])('warns of a timer that counts days by %s', (duration) => {
    expect(problemsOf(waiting(duration))).toMatchObject([
      { code: 'TERM_BY_TIMER', severity: 'warning', elementId: 'late' },
    ]);
  });

  test.each(['PT5M', '=wait', '=@"PT48H"'])('says nothing of %s', (duration) => {
    expect(problemsOf(waiting(duration))).toEqual([]);
  });

  test('refuses a term that the procedure does not describe, and leaves computed ones alone', () => {
    expect(problemsOf(storing({ operation: '="start-term"', termKey: '="coffee"' }))).toEqual([
      {
        code: 'TERM_UNKNOWN',
        severity: 'error',
        elementId: 'start-it',
        text: 'The term “coffee” is not described in procedure.json.',
      },
    ]);
    expect(problemsOf(storing({ operation: '="start-term"', termKey: '="decision"' }))).toEqual([]);
    expect(problemsOf(storing({ operation: '="start-term"', termKey: '=which' }))).toEqual([]);
  });
});
