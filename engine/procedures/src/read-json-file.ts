import type { ProcedureProblem } from '@irisflow/foundation';
import { type FormDefinition, parseForm } from '@irisflow/forms';
import type { Static, TSchema } from 'typebox';
import { checkSchema } from './check-schema.ts';
import { isTooDeep } from './json-depth.ts';
import { problemOf } from './lint/problem.ts';
import { rememberTexts } from './remember-texts.ts';
import { findUnstorable } from './storable.ts';

/** What a file holds, null where it cannot be read, with everything that is wrong with it. */
export interface JsonFile<T> {
  readonly value: T | null;
  readonly problems: readonly ProcedureProblem[];
}

interface Finding {
  readonly pointer: string;
  readonly detail: string;
}

type Judged<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** A folder with thousands of mistakes helps nobody. */
const MAX_FINDINGS_A_FILE = 20;

const schemaProblem = (file: string, { pointer, detail }: Finding): ProcedureProblem =>
  problemOf({ file, code: 'SCHEMA', subject: pointer, found: detail, place: { pointer } });

const unstorableProblems = (file: string, json: unknown): ProcedureProblem[] => {
  const pointer = findUnstorable(json);
  return pointer === null ? [] : [problemOf({ file, code: 'TEXT_UNSTORABLE', subject: pointer, place: { pointer } })];
};

const parsed = (content: string): { json: unknown } | { fault: string } => {
  try {
    return { json: JSON.parse(content) as unknown };
  } catch (thrown) {
    return { fault: thrown instanceof Error ? thrown.message : '' };
  }
};

/** Reads files of one kind, each text of them once. */
const jsonReader = <T>(judge: (json: unknown) => Judged<T>) =>
  rememberTexts((content, file): JsonFile<T> => {
    const found = parsed(content);
    if ('fault' in found)
      return { value: null, problems: [problemOf({ file, code: 'JSON_UNREADABLE', found: found.fault })] };
    if (isTooDeep(found.json)) return { value: null, problems: [problemOf({ file, code: 'JSON_TOO_DEEP' })] };
    const problems = unstorableProblems(file, found.json);
    const judged = judge(found.json);
    if (judged.ok) return { value: judged.value, problems };
    const findings = judged.findings.slice(0, MAX_FINDINGS_A_FILE).map((finding) => schemaProblem(file, finding));
    return { value: null, problems: [...problems, ...findings] };
  });

/** Reads files that one of our schemas describes. */
export const readerOf = <T extends TSchema>(schema: T): ((content: string, file: string) => JsonFile<Static<T>>) =>
  jsonReader((json) => checkSchema(schema, json));

/** Reads a form. */
export const readFormFile = jsonReader((json): Judged<FormDefinition> => {
  const form = parseForm(json);
  if (form.ok) return { ok: true, value: form.form };
  return {
    ok: false,
    findings: form.problems.map(({ pointer, code, found }) => ({ pointer, detail: `${code} ${found}`.trim() })),
  };
});
