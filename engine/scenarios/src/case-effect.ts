import type { ConnectorAnswer, Values } from './scenario.ts';
import type { OpenJob } from './scenario-engine.ts';

/** What a step does to a case and to the people in it, beside moving the process. */
export type CaseEffect =
  | {
      readonly kind: 'letter';
      readonly template: string;
      /** What it prints beside what every letter knows. */
      readonly values: Values;
      readonly channels: readonly string[];
    }
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'decision'; readonly outcome: string; readonly amount: number | null }
  | { readonly kind: 'closed'; readonly reason: string }
  | {
      readonly kind: 'money';
      /** `in` is owed to the administration, `out` is paid by it. */
      readonly way: 'in' | 'out';
      /** As the step names it. */
      readonly label: string;
      /** Euros as text with a point. */
      readonly amount: string;
    }
  | {
      readonly kind: 'term';
      readonly act: 'start' | 'suspend' | 'interrupt' | 'resume' | 'meet';
      readonly key: string;
      /** By which messages about it find their process; null where the step starts none. */
      readonly termId: string | null;
      /** Of the request for information that it runs for; null for any other. */
      readonly requestId: string | null;
    }
  | { readonly kind: 'right'; readonly act: 'grant' | 'change' | 'suspend' | 'resume' | 'end' | 'renew' }
  | { readonly kind: 'entry'; readonly texts: Values };

const text = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
};

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valuesOf = (value: unknown): Values => (isObject(value) ? value : {});

const textsOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  return typeof value === 'string' ? [value] : [];
};

/** A label is a text, or one a language. */
const labelOf = (value: unknown): string => {
  const [first] = Object.values(valuesOf(value));
  return text(value) || text(first);
};

const money = (way: 'in' | 'out', inputs: Values): CaseEffect[] => [
  { kind: 'money', way, label: labelOf(inputs['paymentLabel']), amount: text(inputs['paymentAmount']) },
];

type TermAct = Extract<CaseEffect, { kind: 'term' }>['act'];
type RightAct = Extract<CaseEffect, { kind: 'right' }>['act'];
type Telling = (inputs: Values, output: Values) => readonly CaseEffect[];

const changesTerm =
  (act: TermAct, named: 'termKey' | 'answerTerm' = 'termKey'): Telling =>
  (inputs, output) => {
    const key = text(inputs[named]);
    const termId = text(output['termId']) || null;
    return key === '' ? [] : [{ kind: 'term', act, key, termId, requestId: text(output['requestId']) || null }];
  };

const changesRight =
  (act: RightAct): Telling =>
  () => [{ kind: 'right', act }];

/** What each operation on a case does that people notice; the others only read or reserve. */
const operations: Readonly<Record<string, Telling>> = {
  'set-status': ({ status }) => [{ kind: 'status', status: text(status) }],
  'record-decision': ({ outcome, amount }) => [
    { kind: 'decision', outcome: text(outcome), amount: typeof amount === 'number' ? amount : null },
  ],
  'add-timeline-entry': ({ texts }) => [{ kind: 'entry', texts: valuesOf(texts) }],
  'request-information': changesTerm('start', 'answerTerm'),
  'start-term': changesTerm('start'),
  'suspend-term': changesTerm('suspend'),
  'interrupt-term': changesTerm('interrupt'),
  'resume-term': changesTerm('resume'),
  'meet-term': changesTerm('meet'),
  'grant-right': changesRight('grant'),
  'change-right': changesRight('change'),
  'suspend-right': changesRight('suspend'),
  'resume-right': changesRight('resume'),
  'end-right': changesRight('end'),
  'renew-right': changesRight('renew'),
  'ask-payment': (inputs) => money('in', inputs),
  'order-payment': (inputs) => money('out', inputs),
  'send-notice': ({ noticeTemplate, noticeValues, noticeChannels }) => [
    {
      kind: 'letter',
      template: text(noticeTemplate),
      values: valuesOf(noticeValues),
      channels: textsOf(noticeChannels),
    },
  ],
  close: ({ closingReason }) => [{ kind: 'closed', reason: text(closingReason) }],
};

/** What a step did to its case, by what it gave to its connector and what that answered. A step that failed did nothing. */
export const effectsOf = ({ type, inputs }: OpenJob, answer: ConnectorAnswer): readonly CaseEffect[] => {
  if ('error' in answer) return [];
  if (type === 'letter')
    return [
      {
        kind: 'letter',
        template: text(inputs['template']),
        values: valuesOf(inputs['values']),
        channels: textsOf(inputs['channel']),
      },
    ];
  return type === 'case-store' ? (operations[text(inputs['operation'])]?.(inputs, valuesOf(answer.output)) ?? []) : [];
};

/** The status that a case was given last; null where none was set. */
export const lastStatus = (effects: readonly CaseEffect[]): string | null =>
  effects.findLast((effect) => effect.kind === 'status')?.status ?? null;

/** The templates of the letters that left, in order. */
export const lettersOf = (effects: readonly CaseEffect[]): readonly string[] =>
  effects.flatMap((effect) => (effect.kind === 'letter' ? [effect.template] : []));
