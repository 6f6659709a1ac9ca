import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Builder } from '../pages/builder/builder.ts';

const examples = path.resolve(import.meta.dirname, '../..');

/** Which file of a folder is edited for each kind, by how its name ends; the first that is there. */
const kinds = {
  process: /^(?!.*-(life|duty|years|lift)\.bpmn$).*\.bpmn$/,
  form: /\.form\.json$/,
  decision: /\.dmn$/,
  letter: /\.letter\.json$/,
  right: /\.right\.json$/,
  obligation: /\.obligation\.json$/,
  quota: /\.quota\.json$/,
  parameters: /^parameters\.json$/,
  procedure: /^procedure\.json$/,
  scenario: /\.scenario\.json$/,
} as const;
export type Kind = keyof typeof kinds;

interface File {
  readonly path: string;
  readonly content: string;
}

/** The files of a draft, as who is signed in on a page reads them. */
export const readDraft = async ({ request }: Page, webUrl: string, procedure: string): Promise<readonly File[]> => {
  const answer = await request.get(`${webUrl}/api/designer/procedures/${procedure}/draft`);
  return ((await answer.json()) as { files: readonly File[] }).files;
};

/** One file of each kind that a folder has. */
const oneOfEach = (files: readonly File[]): ReadonlyMap<Kind, File> =>
  new Map(
    (Object.keys(kinds) as Kind[]).flatMap((kind) => {
      const found = files.find((file) => kinds[kind].test(file.path));
      return found === undefined ? [] : [[kind, found] as const];
    }),
  );

/** Opens one file of each kind of a procedure and changes one thing in it by its editor; answers which files were meant to change. */
export const editEveryKind = async (builder: Builder, files: readonly File[]): Promise<readonly string[]> => {
  const each = oneOfEach(files);
  const settings = each.get('procedure')?.content ?? '{}';
  for (const [kind, file] of each) await builder.touchFile(kind, file, settings);
  return [...each.values()].map((file) => file.path).toSorted();
};

/** Which files are not what stands in the folder on disk, to the byte. */
export const differingFrom = (procedure: string, files: readonly File[]): readonly string[] =>
  files
    .filter((file) => readFileSync(path.join(examples, procedure, file.path), 'utf8') !== file.content)
    .map((file) => file.path)
    .toSorted();
