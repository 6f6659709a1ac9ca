import type { ExecutableProcess } from '@irisflow/bpmn';
import { beginningOf, saidOfBeginning } from './beginning-names.ts';
import { formType } from './form-type.ts';
import { knowledgeAt, walkFlow, type FlowKnowledge } from './flow-names.ts';
import { nothingKnown, withWritten, type Knowledge, type Origin, type Written } from './known-name.ts';
import type { ProcedureParts } from './procedure-parts.ts';
import { parametersType, startNames } from './start-names.ts';
import { textType, unknownType, type ValueType } from './value-type.ts';

/** Where in a process something is asked or written. */
export interface NamePlace {
  /** Path of the file of the process; any process that has the element where it is left out. */
  readonly file?: string;
  /** Of an element or a flow. */
  readonly id: string;
  /** `inside`: what the outputs of an element see; else what it sees before its work. */
  readonly at?: 'within' | 'inside';
}

/** One index of what is known where. */
export interface NameIndex {
  /** What every process of a case is started with. */
  readonly start: Knowledge;
  at(place: NamePlace): Knowledge;
  /** Everything that any process of the procedure knows anywhere, for whoever is at no place of one. */
  readonly everywhere: () => Knowledge;
}

const termsType = ({ description }: ProcedureParts): ValueType => ({
  kind: 'context',
  isOpen: true,
  fields: (description?.terms ?? []).map(({ key, label }) => ({ name: key, label, type: textType })),
});

const platform: Origin = {
  kind: 'case',
  file: null,
  elementId: null,
  title: { fr: 'Dossier', nl: 'Dossier', en: 'Case' },
};

const originOfStart = (name: string, { description }: ProcedureParts): Origin => {
  if (name === 'parameters') return { ...platform, file: 'parameters.json' };
  return name === 'application' ? { ...platform, file: `${description?.application.form ?? ''}.form.json` } : platform;
};

const startOf = (parts: ProcedureParts): Knowledge => {
  const form = parts.forms.get(parts.description?.application.form ?? '');
  const given = startNames({
    application: form === undefined ? unknownType : formType(form),
    parameters: parametersType(parts.parameters),
    terms: termsType(parts),
  });
  const written = given.map(({ name, type, label }): Written => ({
    path: [name],
    type,
    label,
    origin: originOfStart(name, parts),
  }));
  return withWritten(nothingKnown, written);
};

/** What a process begins with that is not the one of the case: perhaps the same, and what its message brings. */
const elsewhere = ({ names }: Knowledge): Knowledge => ({
  names: new Map([...names].map(([name, known]) => [name, { ...known, isCertain: false }])),
  isOpen: true,
});

/** Of what a case begins with, what a process that lives with one of its rights begins with too. */
const alsoOfRights = ['caseId', 'reference', 'language', 'parameters'];

const startOfRight = (message: string, { names }: Knowledge): Knowledge => {
  const shared = new Map([...names].filter(([name]) => alsoOfRights.includes(name)));
  const said = saidOfBeginning(message);
  if (said === null) return { names: shared, isOpen: true };
  const { name, type, label } = said;
  const origin: Origin = { ...platform, kind: 'message', title: label ?? name };
  return withWritten({ names: shared, isOpen: true }, [{ path: [name], type, label, origin }]);
};

const entryOf = (process: ExecutableProcess, { description }: ProcedureParts, start: Knowledge): Knowledge => {
  if (process.id === description?.process.id) return start;
  const message = beginningOf(process);
  return message === null ? elsewhere(start) : startOfRight(message, start);
};

/** Reads the parts of a procedure once; each process is walked when somebody asks for it first. */
export const indexNames = (parts: ProcedureParts): NameIndex => {
  const start = startOf(parts);
  const walked = new Map<ExecutableProcess, FlowKnowledge>();
  const walk = (file: string, process: ExecutableProcess): FlowKnowledge => {
    const flow = walked.get(process) ?? walkFlow(process, { parts, file, entry: entryOf(process, parts, start) });
    walked.set(process, flow);
    return flow;
  };
  const at = ({ file, id, at: side = 'within' }: NamePlace): Knowledge => {
    const found = parts.processes.find(
      ({ path, process }) =>
        (file === undefined || path === file) &&
        (process.indexById.has(id) || process.flows.some((one) => one.id === id)),
    );
    if (found === undefined) return elsewhere(start);
    return knowledgeAt(found.process, walk(found.path, found.process), { id, at: side });
  };
  return { start, at, everywhere: once(() => everywhere(parts, start, walk)) };
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

const everywhere = (
  { processes }: ProcedureParts,
  start: Knowledge,
  walk: (file: string, process: ExecutableProcess) => FlowKnowledge,
): Knowledge => {
  const places = processes.flatMap(({ path, process }) => [...walk(path, process).after.values()]);
  const found = places.flatMap(({ names }) => [...names]);
  const perhaps = found.map(([name, known]) => [name, { ...known, isCertain: false }] as const);
  // What a case starts with is there wherever one asks; of the rest the first place that knows it tells what it is.
  return { names: new Map([...perhaps.toReversed(), ...start.names]), isOpen: places.some(({ isOpen }) => isOpen) };
};
