import type { ExecutableElement, Expression, Mapping } from '@irisflow/bpmn';
import { compileForm, pathOfScope, processBindings } from '@irisflow/forms';
import { constantOf } from './constant-of.ts';
import { decisionType } from './decision-type.ts';
import { formType } from './form-type.ts';
import { inferType, type LookUp } from './infer-type.ts';
import type { Knowledge, Origin, Written } from './known-name.ts';
import { thingMadeBy } from './made-things.ts';
import type { ProcedureParts } from './procedure-parts.ts';
import { listOf, numberType, textType, typeAt, unknownType, type Field, type ValueType } from './value-type.ts';

/** What an element leaves behind: values, and whether it may bring others that no file names. */
export interface Results {
  readonly written: readonly Written[];
  readonly isOpen: boolean;
}

interface Place {
  readonly parts: ProcedureParts;
  readonly file: string;
}

export const lookUpIn =
  ({ names }: Knowledge): LookUp =>
  ([root = '', ...inside]) => {
    const known = names.get(root);
    if (known === undefined) return undefined;
    return inside.length === 0 ? known : typeAt(known.type, inside);
  };

const typeOfExpression = (expression: Expression, known: Knowledge): Omit<Field, 'name'> =>
  expression.kind === 'literal' ? { type: textType, label: null } : inferType(expression.source, lookUpIn(known));

const originOf = (
  element: ExecutableElement,
  { parts: { description }, file }: Place,
  part: Partial<Origin> = {},
): Origin => ({
  kind: 'step',
  file,
  elementId: element.id,
  title: description?.tasks[element.id]?.name ?? description?.elements?.[element.id] ?? element.name ?? element.id,
  ...part,
});

const mapped = (mappings: readonly Mapping[], known: Knowledge, origin: Origin): Written[] =>
  mappings.map(({ source, target }) => ({ path: target, ...typeOfExpression(source, known), origin }));

/** What only the element itself sees: its inputs, and the entry of its list that it is about. */
export const localsOf = (element: ExecutableElement, before: Knowledge, place: Place): Written[] => {
  const origin = originOf(element, place, { kind: 'here' });
  const loop = 'multiInstance' in element ? element.multiInstance : null;
  if (loop === null) return mapped(element.inputs, before, origin);
  const { type } = typeOfExpression(loop.inputCollection, before);
  const entry =
    loop.inputElement === null ? [] : [{ name: loop.inputElement, type: type.kind === 'list' ? type.of : unknownType }];
  const given = [...entry, { name: 'loopCounter', type: numberType }];
  return [
    ...given.map((one) => ({ path: [one.name], type: one.type, label: null, origin })),
    ...mapped(element.inputs, before, origin),
  ];
};

const formResults = (element: ExecutableElement, place: Place): Results => {
  const key = place.parts.description?.tasks[element.id]?.form ?? '';
  const form = place.parts.forms.get(key);
  // A form that is not here, as those of blocks, may ask for anything.
  if (form === undefined) return { written: [], isOpen: true };
  const type = formType(form);
  const origin = originOf(element, place, { kind: 'form', file: `${key}.form.json` });
  const written = processBindings(compileForm(form)).out.map(({ from, to }): Written => {
    const field = typeAt(type, pathOfScope(from));
    return { path: to.split('.'), type: field?.type ?? unknownType, label: field?.label ?? null, origin };
  });
  return { written, isOpen: false };
};

/** What a source says, as far as the procedure gives words to it; there may be more. */
const answerType = (type: Expression, { parts }: Place): ValueType => {
  const source = parts.description?.sources?.find(({ key }) => key === constantOf(type));
  if (source === undefined) return unknownType;
  const fields = Object.entries(source.facts ?? {}).map(([name, { label, format }]): Field => ({
    name,
    label,
    type: format === 'money' ? { kind: 'number', isMoney: true } : unknownType,
  }));
  return { kind: 'context', fields, isOpen: true };
};

/** What the answer to a job holds, as far as anybody knows: a source's facts, or what the step made in the case. */
const jobType = (element: ExecutableElement, type: Expression, place: Place): ValueType => {
  const made = thingMadeBy(element);
  return made === null ? answerType(type, place) : { kind: 'context', fields: [made], isOpen: true };
};

const decisionResults = (id: Expression, resultVariable: string, place: Place): Omit<Written, 'origin'> => {
  const decisions = place.parts.decisions.flatMap(({ requirements }) => requirements.decisions);
  const decision = decisions.find((one) => one.id === constantOf(id));
  return { path: [resultVariable], type: decision === undefined ? unknownType : decisionType(decision), label: null };
};

type WithWork = Extract<ExecutableElement, { readonly work: unknown }>;

const workResults = (element: WithWork, known: Knowledge, place: Place): Results => {
  const { work } = element;
  const origin = originOf(element, place);
  if (work.kind === 'script') {
    const { expression, resultVariable } = work.script;
    return { written: [{ path: [resultVariable], ...typeOfExpression(expression, known), origin }], isOpen: false };
  }
  if (work.kind === 'decision') {
    const { decisionId, resultVariable } = work.decision;
    const decided = decisionResults(decisionId, resultVariable, place);
    return { written: [{ ...decided, origin: { ...origin, kind: 'decision' } }], isOpen: false };
  }
  const { headers, type } = work.job;
  const name = headers['resultVariable'] ?? '';
  if (name === '') return { written: [], isOpen: true };
  return { written: [{ path: [name], type: jobType(element, type, place), label: null, origin }], isOpen: false };
};

const bringsWhatItWants = new Set(['message', 'signal', 'error', 'escalation']);

/** What an element's own work gives, before its outputs say what of it stays. */
const ownResults = (element: ExecutableElement, known: Knowledge, place: Place): Results => {
  if (element.kind === 'userTask') return formResults(element, place);
  if ('work' in element) return workResults(element, known, place);
  if (element.kind === 'callActivity')
    // What the called process leaves is seen by the outputs alone, where there are some.
    return { written: [], isOpen: element.propagateAllChildVariables || element.outputs.length > 0 };
  if (element.kind === 'receiveTask') return { written: [], isOpen: true };
  const isCaught = ['startEvent', 'intermediateCatchEvent', 'boundaryEvent'].includes(element.kind);
  return { written: [], isOpen: isCaught && 'event' in element && bringsWhatItWants.has(element.event.kind) };
};

/** What an element sees when it writes its outputs: what came before, its own inputs, and what its work gave. */
export interface Inside {
  readonly known: Knowledge;
  readonly results: Results;
}

export const resultsOf = (element: ExecutableElement, known: Knowledge, place: Place): Results =>
  ownResults(element, known, place);

/** What stays of the results of an element for what follows. */
export const outputsOf = (element: ExecutableElement, { known, results }: Inside, place: Place): Results => {
  const origin = originOf(
    element,
    place,
    element.kind === 'callActivity' ? { kind: 'block' } : element.kind === 'userTask' ? { kind: 'form' } : {},
  );
  const kept: Results =
    element.outputs.length === 0 ? results : { written: mapped(element.outputs, known, origin), isOpen: false };
  const loop = 'multiInstance' in element ? element.multiInstance : null;
  if (loop === null || loop.outputCollection === null) return kept;
  const each = loop.outputElement === null ? unknownType : typeOfExpression(loop.outputElement, known).type;
  const collected: Written = { path: [loop.outputCollection], type: listOf(each), label: null, origin };
  return { ...kept, written: [...kept.written, collected] };
};
