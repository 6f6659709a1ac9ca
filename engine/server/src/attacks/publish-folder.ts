import type { Visitor } from '../testing/visitor.ts';

export interface NewFolder {
  readonly files: Readonly<Record<string, string>>;
  /** The process that an application starts: its id and the name of its file. */
  readonly process: string;
  /** User tasks, which all take the form of the blank folder. */
  readonly tasks: readonly string[];
  readonly sources?: readonly string[];
  /** What else the description says. */
  readonly description?: Readonly<Record<string, unknown>>;
}

interface Draft {
  readonly revision: number;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}

interface Problem {
  readonly code: string;
  readonly severity: string;
}

const same = (text: string) => ({ fr: text, nl: text, en: text });

const describe = (blank: string, { process, tasks, sources = [], description = {} }: NewFolder): string =>
  JSON.stringify({
    ...(JSON.parse(blank) as object),
    process: { file: `${process}.bpmn`, id: process },
    tasks: Object.fromEntries(tasks.map((id) => [id, { name: same(id), form: 'instruct', separateFrom: [] }])),
    sources: sources.map((key) => ({
      key,
      name: same(key),
      what: same('x'),
      purpose: same('x'),
      legalBasis: 'x',
      fields: [],
    })),
    ...description,
  });

/** Draws a folder as an analyst does, file by file, and tries to publish it: the codes of what was refused, or none. */
export const publishFolder = async (analyst: Visitor, key: string, folder: NewFolder): Promise<string[]> => {
  const params = { key };
  let draft = await analyst.ask<Draft>('createProcedure', { body: { key, title: `Procedure ${key}` } });
  const blank = draft.files.find(({ path }) => path === 'procedure.json')?.content ?? '{}';
  const files = { 'procedure.json': describe(blank, folder), ...folder.files };
  if (folder.process !== key) {
    const body = { path: `${key}.bpmn`, revision: draft.revision };
    draft = await analyst.ask<Draft>('removeProcedureFile', { params, body });
  }
  for (const [path, content] of Object.entries(files)) {
    const answer = await analyst.call('saveProcedureFile', {
      params,
      body: { path, content, revision: draft.revision },
    });
    if (answer.statusCode >= 400) return [answer.json<{ code: string }>().code];
    draft = answer.json<Draft>();
  }
  const answer = await analyst.call('publishProcedure', { params, body: { note: 'x', revision: draft.revision } });
  if (answer.statusCode < 400) return [];
  const { code } = answer.json<{ code: string }>();
  if (code !== 'PROCEDURE_INVALID') return [code];
  // Why it is not acceptable, the lint says.
  const { problems } = await analyst.ask<{ readonly problems: readonly Problem[] }>('lintProcedure', { params });
  return [...new Set(problems.filter(({ severity }) => severity === 'error').map((problem) => problem.code))];
};
