import { parseBpmn, problemMessage, type BpmnProblem, type ExecutableProcess } from '@irisflow/bpmn';
import { parseForm, type FormDefinition } from '@irisflow/forms';
import type { TSchema, Static } from 'typebox';
import { LetterTemplate } from '@irisflow/letters';
import { type ProcedureProblem, inEveryLocale } from '@irisflow/foundation';
import { blockNames } from './blocks/block-names.ts';
import { blockTasks } from './blocks/block-tasks.ts';
import { checkSchema } from './check-schema.ts';
import { fileKindOf, keyOfPath } from './file-kind.ts';
import type { FolderFile } from './folder-limits.ts';
import { problemOf } from './lint/problem.ts';
import { ObligationDescription } from './obligation-description.ts';
import { ParameterList } from './parameters.ts';
import { ProcedureDescription } from './procedure-description.ts';
import { QuotaDescription } from './quota-description.ts';
import { RightDescription } from './right-description.ts';
import { findUnstorable } from './storable.ts';

/** A procedure folder as its files say, with everything that keeps a file from being read. */
export interface ProcedureFolder {
  readonly files: readonly FolderFile[];
  readonly description: ProcedureDescription | null;
  readonly processes: readonly { readonly path: string; readonly process: ExecutableProcess }[];
  readonly forms: ReadonlyMap<string, FormDefinition>;
  readonly letters: ReadonlyMap<string, LetterTemplate>;
  /** Kinds of rights. */
  readonly rights: ReadonlyMap<string, RightDescription>;
  readonly quotas: ReadonlyMap<string, QuotaDescription>;
  readonly obligations: ReadonlyMap<string, ObligationDescription>;
  readonly parameters: ParameterList;
  readonly problems: readonly ProcedureProblem[];
}

interface Reading {
  readonly problems: ProcedureProblem[];
}

/** A folder with thousands of mistakes helps nobody. */
const MAX_FINDINGS_A_FILE = 20;

const readJson = ({ path, content }: FolderFile, { problems }: Reading): unknown => {
  try {
    const json: unknown = JSON.parse(content);
    const pointer = findUnstorable(json);
    if (pointer !== null)
      problems.push(problemOf({ file: path, code: 'TEXT_UNSTORABLE', subject: pointer, place: { pointer } }));
    return json;
  } catch (thrown) {
    const found = thrown instanceof Error ? thrown.message : '';
    problems.push(problemOf({ file: path, code: 'JSON_UNREADABLE', found }));
    return undefined;
  }
};

const readAs = <T extends TSchema>(schema: T, file: FolderFile, reading: Reading): Static<T> | null => {
  const value = readJson(file, reading);
  if (value === undefined) return null;
  const checked = checkSchema(schema, value);
  if (checked.ok) return checked.value;
  for (const { pointer, detail } of checked.findings.slice(0, MAX_FINDINGS_A_FILE)) {
    reading.problems.push(
      problemOf({ file: file.path, code: 'SCHEMA', subject: pointer, found: detail, place: { pointer } }),
    );
  }
  return null;
};

const readFormFile = (file: FolderFile, reading: Reading): FormDefinition | null => {
  const value = readJson(file, reading);
  if (value === undefined) return null;
  const parsed = parseForm(value);
  if (parsed.ok) return parsed.form;
  for (const { pointer, code, found } of parsed.problems.slice(0, MAX_FINDINGS_A_FILE)) {
    const detail = `${code} ${found}`.trim();
    reading.problems.push(
      problemOf({ file: file.path, code: 'SCHEMA', subject: pointer, found: detail, place: { pointer } }),
    );
  }
  return null;
};

const bpmnProblemOf = (path: string, problem: BpmnProblem): ProcedureProblem => ({
  file: path,
  code: problem.code,
  severity: problem.severity,
  message: inEveryLocale((locale) => problemMessage(problem, locale)),
  elementId: problem.elementId,
  pointer: null,
  line: problem.line,
});

const readProcesses = (files: readonly FolderFile[], { problems }: Reading) =>
  files.flatMap(({ path, content }) => {
    const parse = parseBpmn(content, { name: path });
    problems.push(...parse.problems.map((problem) => bpmnProblemOf(path, problem)));
    return parse.ok ? parse.processes.map((process) => ({ path, process })) : [];
  });

/** The readable files of one kind by their key, which must be the name of the file. */
const keyed = <T extends { readonly key: string }>(
  files: readonly FolderFile[],
  read: (file: FolderFile) => T | null,
  { problems }: Reading,
): Map<string, T> => {
  const found = new Map<string, T>();
  for (const file of files) {
    const value = read(file);
    if (value === null) continue;
    const subject = keyOfPath(file.path);
    if (value.key !== subject)
      problems.push(problemOf({ file: file.path, code: 'KEY_DIFFERS_FROM_FILE', subject, found: value.key }));
    found.set(subject, value);
  }
  return found;
};

/** Reads every file of a procedure folder; what cannot be read is missing from the answer and named in its problems. */
export const readFolder = (files: readonly FolderFile[]): ProcedureFolder => {
  const reading: Reading = { problems: [] };
  const ofKind = (kind: ReturnType<typeof fileKindOf>) => files.filter(({ path }) => fileKindOf(path) === kind);
  const [descriptionFile] = ofKind('procedure');
  if (descriptionFile === undefined)
    reading.problems.push(problemOf({ file: 'procedure.json', code: 'PROCEDURE_FILE_MISSING' }));
  const [parameterFile] = ofKind('parameters');
  const description = descriptionFile === undefined ? null : readAs(ProcedureDescription, descriptionFile, reading);
  const processes = readProcesses(ofKind('process'), reading);
  return {
    files,
    description:
      description === null
        ? null
        : {
            ...description,
            tasks: { ...blockTasks(processes), ...description.tasks },
            elements: { ...blockNames(processes), ...description.elements },
          },
    processes,
    forms: keyed(ofKind('form'), (file) => readFormFile(file, reading), reading),
    letters: keyed(ofKind('letter'), (file) => readAs(LetterTemplate, file, reading), reading),
    rights: keyed(ofKind('right'), (file) => readAs(RightDescription, file, reading), reading),
    quotas: keyed(ofKind('quota'), (file) => readAs(QuotaDescription, file, reading), reading),
    obligations: keyed(ofKind('obligation'), (file) => readAs(ObligationDescription, file, reading), reading),
    parameters: parameterFile === undefined ? [] : (readAs(ParameterList, parameterFile, reading) ?? []),
    problems: reading.problems,
  };
};
