import { problemMessage, type BpmnProblem, type ExecutableProcess } from '@irisflow/bpmn';
import { withCodeLists, type FormDefinition } from '@irisflow/forms';
import { LetterTemplate } from '@irisflow/letters';
import { type ProcedureProblem, inEveryLocale } from '@irisflow/foundation';
import { blockNames } from './blocks/block-names.ts';
import { blockTasks } from './blocks/block-tasks.ts';
import { CodeListDescription } from './code-list-description.ts';
import { fileKindOf, keyOfPath } from './file-kind.ts';
import type { FolderFile } from './folder-limits.ts';
import { problemOf } from './lint/problem.ts';
import { ObligationDescription } from './obligation-description.ts';
import { ParameterList } from './parameters.ts';
import { parsedProcesses } from './parsed-files.ts';
import { ProcedureDescription } from './procedure-description.ts';
import { QuotaDescription } from './quota-description.ts';
import { type JsonFile, readerOf, readFormFile } from './read-json-file.ts';
import { RightDescription } from './right-description.ts';

/** A procedure folder as its files say, with everything that keeps a file from being read. */
export interface ProcedureFolder {
  readonly files: readonly FolderFile[];
  readonly description: ProcedureDescription | null;
  readonly processes: readonly { readonly path: string; readonly process: ExecutableProcess }[];
  /** With the choices of the code lists that they name. */
  readonly forms: ReadonlyMap<string, FormDefinition>;
  readonly codeLists: ReadonlyMap<string, CodeListDescription>;
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

type Reader<T> = (content: string, file: string) => JsonFile<T>;

export const readDescription = readerOf(ProcedureDescription);
const readLetter = readerOf(LetterTemplate);
const readRight = readerOf(RightDescription);
const readCodeList = readerOf(CodeListDescription);
const readQuota = readerOf(QuotaDescription);
const readObligation = readerOf(ObligationDescription);
const readParameters = readerOf(ParameterList);

const take = <T>({ path, content }: FolderFile, read: Reader<T>, { problems }: Reading): T | null => {
  const file = read(content, path);
  problems.push(...file.problems);
  return file.value;
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
    const parse = parsedProcesses(content, path);
    problems.push(...parse.problems.map((problem) => bpmnProblemOf(path, problem)));
    return parse.ok ? parse.processes.map((process) => ({ path, process })) : [];
  });

/** The readable files of one kind by their key, which must be the name of the file. */
const keyed = <T extends { readonly key: string }>(
  files: readonly FolderFile[],
  read: Reader<T>,
  reading: Reading,
): Map<string, T> => {
  const found = new Map<string, T>();
  for (const file of files) {
    const value = take(file, read, reading);
    if (value === null) continue;
    const subject = keyOfPath(file.path);
    if (value.key !== subject)
      reading.problems.push(problemOf({ file: file.path, code: 'KEY_DIFFERS_FROM_FILE', subject, found: value.key }));
    found.set(subject, value);
  }
  return found;
};

const formsWith = (
  lists: ReadonlyMap<string, CodeListDescription>,
  forms: ReadonlyMap<string, FormDefinition>,
): Map<string, FormDefinition> => new Map([...forms].map(([key, form]) => [key, withCodeLists(form, lists)]));

/** Reads every file of a procedure folder; what cannot be read is missing from the answer and named in its problems. */
export const readFolder = (files: readonly FolderFile[]): ProcedureFolder => {
  const reading: Reading = { problems: [] };
  const ofKind = (kind: ReturnType<typeof fileKindOf>) => files.filter(({ path }) => fileKindOf(path) === kind);
  const [descriptionFile] = ofKind('procedure');
  if (descriptionFile === undefined)
    reading.problems.push(problemOf({ file: 'procedure.json', code: 'PROCEDURE_FILE_MISSING' }));
  const [parameterFile] = ofKind('parameters');
  const description = descriptionFile === undefined ? null : take(descriptionFile, readDescription, reading);
  const processes = readProcesses(ofKind('process'), reading);
  const codeLists = keyed(ofKind('codes'), readCodeList, reading);
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
    forms: formsWith(codeLists, keyed(ofKind('form'), readFormFile, reading)),
    codeLists,
    letters: keyed(ofKind('letter'), readLetter, reading),
    rights: keyed(ofKind('right'), readRight, reading),
    quotas: keyed(ofKind('quota'), readQuota, reading),
    obligations: keyed(ofKind('obligation'), readObligation, reading),
    parameters: parameterFile === undefined ? [] : (take(parameterFile, readParameters, reading) ?? []),
    problems: reading.problems,
  };
};
