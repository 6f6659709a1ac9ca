import {
  renameEverywhere,
  usagesOf,
  usagesOfSteps,
  withChanged,
  type Renaming,
  type RenameProblem,
  type Steps,
  type Target,
  type Usage,
} from '@irisflow/names';
import type { Locale } from '@irisflow/client';
import type { FileChanges } from '../draft-state.ts';
import { thingsIn, type Thing } from './things-in.ts';

/** What may be asked about the names of a draft. */
export type NamesQuestion =
  | { readonly kind: 'usages'; readonly targets: readonly Target[] }
  | { readonly kind: 'steps'; readonly steps: Steps }
  | { readonly kind: 'renaming'; readonly target: Target; readonly name: string }
  | { readonly kind: 'things'; readonly path: string; readonly locale: Locale; readonly title: string };

/** What each question is answered with. */
export interface NamesAnswers {
  /** Places that use one of the things, each once. */
  readonly usages: readonly Usage[];
  /** Places that would miss steps of a drawing. */
  readonly steps: readonly Usage[];
  readonly renaming: Renaming | RenameProblem;
  readonly things: readonly Thing[];
}

export type AnswerTo<Question extends NamesQuestion> = NamesAnswers[Question['kind']];

/** A question with what changed in the files since the one before. */
export interface SentQuestion {
  readonly changed: FileChanges;
  readonly question: NamesQuestion;
}

type Files = ReadonlyMap<string, string>;

const usesOf = (files: Files, targets: readonly Target[]): Usage[] => {
  const uses = targets.flatMap((target) => usagesOf(files, target).filter(({ act }) => act === 'uses'));
  return [...new Map(uses.map((usage) => [`${usage.file} ${usage.from}`, usage])).values()];
};

/** Reads what is asked out of the files; those of a draft are read once for as long as they stay the same map. */
export const answerNames = <Question extends NamesQuestion>(files: Files, question: Question): AnswerTo<Question> => {
  const answer = (asked: NamesQuestion): NamesAnswers[keyof NamesAnswers] => {
    switch (asked.kind) {
      case 'usages':
        return usesOf(files, asked.targets);
      case 'steps':
        return usagesOfSteps(files, asked.steps);
      case 'renaming':
        return renameEverywhere(files, asked.target, asked.name);
      case 'things':
        return thingsIn(files, asked.path, asked.locale, asked.title);
    }
  };
  return answer(question) as AnswerTo<Question>;
};

/** Keeps the files between questions, so that only what changed is sent. */
export const createNamesAnswerer = (): ((sent: SentQuestion) => NamesAnswers[keyof NamesAnswers]) => {
  let files: Files = new Map();
  return ({ changed, question }) => {
    if (changed.size > 0) files = withChanged(files, changed);
    return answerNames(files, question);
  };
};
