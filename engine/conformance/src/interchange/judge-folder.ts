import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Judgement, judgeModel } from './judge-model.ts';

/** What becomes of the models of a folder. */
export interface FolderJudgement {
  /** The name of the folder, not its place. */
  readonly folder: string;
  readonly models: readonly Judgement[];
}

/** Compiles every `.bpmn` file below a folder. */
export const judgeFolder = (folder: string): FolderJudgement => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bpmn'))
    .toSorted();
  return {
    folder: path.basename(folder),
    models: names.map((name) => judgeModel(name, readFileSync(path.join(folder, name)))),
  };
};
