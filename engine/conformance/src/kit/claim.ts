import type { DatabaseKind } from '@irisflow/database';
import type { FolderJudgement } from '../interchange/judge-folder.ts';
import type { CensusData } from '../search/drive/census.ts';

/** What a numbered scenario leaves in the report of the run. */
export interface ScenarioMeta {
  readonly area: string;
  readonly number: number;
  readonly title: string;
  readonly store: DatabaseKind;
}

/** What the run found out about one thing that a caller may use. */
export interface Claim {
  readonly section: 'bpmn' | 'rules' | 'rpc' | 'rest' | 'clients' | 'feel' | 'dmn';
  readonly group: string;
  readonly subject: string;
  /** `drawn`: accepted, and by the notation without effect on the run. */
  readonly outcome: 'works' | 'drawn' | 'refused';
  /** The message of a refusal; otherwise what is worth saying, or nothing. */
  readonly note: string;
  /** Numbers of the scenarios that show it at work. */
  readonly shownBy: readonly number[];
}

/** Something that we do otherwise than Zeebe, on purpose. */
export interface Difference {
  /** Where in the engine: an element, a call, a function. */
  readonly area: string;
  readonly theirs: string;
  readonly ours: string;
  readonly why: string;
  readonly shownBy: readonly number[];
  /** A test of another room where no scenario shows it: its file and its title. */
  readonly test?: { readonly file: string; readonly title: string };
}

/** What tests leave with their tasks for the pages that a run writes. */
export interface Finding {
  readonly scenario?: ScenarioMeta;
  readonly claim?: Claim;
  readonly difference?: Difference;
  readonly census?: CensusData;
  readonly judgement?: FolderJudgement;
}

/** Leaves what a test found out for the pages that a run writes. */
export const leave = (task: { readonly meta: object }, finding: Finding): void =>
  void Object.assign(task.meta, finding);
