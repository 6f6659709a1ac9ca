import type { ProcedureProblem } from '@irisflow/client';
import type { Target, Usage } from '@irisflow/names';
import { createContext, use, useEffect, useMemo, useState } from 'react';
import type { NamesAsker } from './names-asker.ts';
import type { AnswerTo, NamesQuestion } from './names-question.ts';
import type { Thing } from './things-in.ts';
import { useSettled } from './use-settled.ts';

/** Asks for places that use something. */
export type UsesQuestion = Extract<NamesQuestion, { readonly kind: 'usages' | 'steps' }>;

/** Something that is about to go. */
export interface Removal {
  /** What people call it. */
  readonly name: string;
  /** Who uses what. */
  readonly question: UsesQuestion;
  /** The file that gives the name; its own places go with it. */
  readonly path: string;
  /** The part of the file that goes, by its pointer, where the rest of it may use the name. */
  readonly pointer?: string;
  /** What else would miss it, in words. */
  readonly also?: string;
}

/** What pages do with the names of the draft. */
export interface NameTools {
  readonly files: ReadonlyMap<string, string>;
  readonly asker: NamesAsker;
  /** Leads to a place of a file. */
  readonly open: (place: ProcedureProblem) => void;
  /** Shows where something is used, and offers it another name everywhere. */
  readonly show: (thing: Thing, path: string) => void;
  /** Places that would miss what goes, as the draft is now; null where nobody can say. */
  readonly usesOf: (removal: Removal) => Promise<readonly Usage[] | null>;
  /** Whether it may go: at once where nobody else uses it, else once somebody has read who does and said yes. */
  readonly mayRemove: (removal: Removal) => Promise<boolean>;
}

export const NameToolsContext = createContext<NameTools | null>(null);

/** Null outside of a workspace, such as for a form alone: nobody else names anything there. */
export const useNameTools = (): NameTools | null => use(NameToolsContext);

/** A draft that changes is read anew once the typing pauses. */
const READ_AFTER_MS = 300;

/** The answer for the draft as it was a moment ago; undefined while there is none. */
export const useNamesAnswer = <Question extends NamesQuestion>(
  question: Question | null,
): AnswerTo<Question> | undefined => {
  const tools = useNameTools();
  const asker = tools?.asker;
  const files = useSettled(tools?.files, READ_AFTER_MS);
  const key = question === null ? null : JSON.stringify(question);
  const [answered, setAnswered] = useState<{ readonly key: string; readonly answer: AnswerTo<Question> }>();
  useEffect(() => {
    if (asker === undefined || files === undefined || key === null) return undefined;
    let isWanted = true;
    asker
      .ask(files, JSON.parse(key) as Question)
      .then((answer) => isWanted && setAnswered({ key, answer }))
      // Files that nobody can read say nothing of names; what is wrong with them stands among the problems.
      .catch(() => isWanted && setAnswered(undefined));
    return () => {
      isWanted = false;
    };
  }, [asker, files, key]);
  return answered?.key === key ? answered?.answer : undefined;
};

/** Of some places those outside of a file. */
export const elsewhere = (usages: readonly Usage[], path: string): Usage[] =>
  usages.filter(({ file }) => file !== path);

/** Of some places those that stay when something goes. */
export const staying = (usages: readonly Usage[], { path, pointer }: Removal): Usage[] =>
  pointer === undefined
    ? elsewhere(usages, path)
    : usages.filter((usage) => usage.file !== path || usage.pointer?.startsWith(`${pointer}/`) !== true);

/** Places in other files that use one of some things; undefined while they are looked for, none outside of a workspace. */
export const useUsesElsewhere = (targets: readonly Target[], path: string): readonly Usage[] | undefined => {
  const tools = useNameTools();
  const usages = useNamesAnswer({ kind: 'usages', targets });
  return useMemo(
    () => (tools === null ? [] : usages === undefined ? undefined : elsewhere(usages, path)),
    [tools, usages, path],
  );
};

/** Does what takes something away, unless others use it and whoever was told so said no. */
export const useRemoving = (): ((removal: Removal, act: () => void) => void) => {
  const tools = useNameTools();
  return (removal, act) => {
    if (tools === null) act();
    else void tools.mayRemove(removal).then((isMeant) => isMeant && act());
  };
};
