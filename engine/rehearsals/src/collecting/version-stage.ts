import { applicationForm } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { compileForm, processBindings, restrictedControls, type CompiledForm } from '@irisflow/forms';
import {
  listVersionFiles,
  type FolderFile,
  parametersOn,
  playableOf,
  type ProcedureFolder,
  readFolder,
} from '@irisflow/procedures';
import type { ReplayStage, Values } from '@irisflow/scenarios';
import type { Surroundings } from '../surroundings.ts';
import { type Drawn, drawnIn } from './drawn.ts';

/** What cases are played on: a version, or the draft. */
export interface Stage {
  readonly stage: ReplayStage;
  readonly drawn: Drawn;
  /** Ids of the steps that have a form. */
  readonly tasks: readonly string[];
  readonly formOf: (elementId: string) => CompiledForm | undefined;
  readonly parametersOn: (day: string) => Values;
}

const stageOf = (folder: ProcedureFolder, forms: ReadonlyMap<string, CompiledForm>): Stage => {
  const { description, processes, parameters } = folder;
  return {
    stage: { playable: playableOf(folder), terms: description?.terms ?? [], asks: {} },
    drawn: drawnIn(processes.map(({ process }) => process)),
    tasks: Object.keys(description?.tasks ?? {}),
    formOf: (elementId) => forms.get(description?.tasks[elementId]?.form ?? ''),
    parametersOn: (day) => parametersOn(parameters, day),
  };
};

/** A published version. */
export const versionStage = async (
  { library }: Surroundings,
  db: Queryable,
  of: { readonly key: string; readonly version: number },
): Promise<Stage> => {
  const { forms } = await library.version(db, of.key, of.version);
  return stageOf(readFolder(await listVersionFiles(db, of)), forms);
};

/** The draft as it was when it was taken. */
export const draftStage = (files: readonly FolderFile[]): Stage => {
  const folder = readFolder(files);
  return stageOf(folder, new Map([...folder.forms].map(([key, form]) => [key, compileForm(form)])));
};

const sentBy = (form: CompiledForm | undefined): ReadonlyMap<string, string> =>
  new Map(form === undefined ? [] : processBindings(form).out.map(({ from, to }) => [from, to]));

/** What a form asks of everybody, by the paths of the variables to which it goes. */
const requiredBy = (form: CompiledForm): string[] => {
  const sent = sentBy(form);
  return (form.form.schema.required ?? []).flatMap((name) => sent.get(`#/properties/${name}`) ?? []);
};

/** The draft for cases of a version: where its forms ask for what those of the version did not, what was answered then is no answer. */
export const stageFor = (draft: Stage, version: Stage): ReplayStage => ({
  ...draft.stage,
  asks: Object.fromEntries(
    draft.tasks.flatMap((elementId) => {
      const form = draft.formOf(elementId);
      if (form === undefined) return [];
      const known = new Set(sentBy(version.formOf(elementId)).values());
      const asked = requiredBy(form).filter((path) => !known.has(path));
      return asked.length === 0 ? [] : [[elementId, asked]];
    }),
  ),
});

/** Whether the application form of the version that is published last restricts what is answered in it. */
export const restrictsAnswers = async ({ library }: Surroundings, db: Queryable, key: string): Promise<boolean> =>
  restrictedControls(applicationForm(await library.latest(db, key))).length > 0;
