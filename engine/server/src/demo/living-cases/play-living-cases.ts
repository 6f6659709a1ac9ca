import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@irisflow/access';
import type { Casework } from '@irisflow/platform';
import { signInAs } from './demo-person.ts';
import { type DemoStory, readDemoStories } from './demo-story.ts';
import { reasonOf } from '../../start/write-log.ts';
import { openAccounts } from './open-accounts.ts';
import { playStory, type Stage } from './play-story.ts';

export interface LivingCases {
  readonly casework: Casework;
  /** Of `*.story.json`. */
  readonly folder: string;
  /** Aborted when the platform stops. */
  readonly signal: AbortSignal;
  readonly onFailure: (thrown: unknown) => void;
}

const everyMs = 250;
const patienceMs = 90_000;

const createStage = ({ casework, signal }: LivingCases): Stage => ({
  casework,
  until: async (what, ask) => {
    const end = Date.now() + patienceMs;
    for (;;) {
      signal.throwIfAborted();
      const answer = await ask();
      if (answer !== undefined) return answer;
      if (Date.now() > end) throw new Error(`Expected ${what} within ${patienceMs / 1000} s, but it did not come`);
      await pause(everyMs, undefined, { signal });
    }
  },
});

/** Who files by themselves. */
const applicantsOf = (stories: readonly DemoStory[]): ReadonlySet<string> =>
  new Set(stories.filter(({ clerk }) => clerk === undefined).map(({ applicant }) => applicant));

/** Whether somebody of the stories has a case: then people have begun to use the demonstration, or it was played before. */
const hasBegun = async (casework: Casework, people: Iterable<string>): Promise<boolean> => {
  for (const name of people) {
    const actor: Actor = await signInAs(casework, name);
    if ((await casework.cases.listMyCases(actor, {})).length > 0) return true;
  }
  return false;
};

/** Files and works the cases of the demonstration, one story after the other; one that fails keeps none of the others. Resolves to how many were played to their end. */
export const playLivingCases = async (living: LivingCases): Promise<number> => {
  const { casework, folder, signal, onFailure } = living;
  const stories = readDemoStories(folder);
  if (await hasBegun(casework, applicantsOf(stories))) return 0;
  await openAccounts(casework);
  const stage = createStage(living);
  let played = 0;
  for (const story of stories) {
    try {
      await playStory(stage, story);
      played += 1;
    } catch (thrown) {
      if (signal.aborted) return played;
      onFailure(new Error(`A case of the demonstration (${story.about}): ${reasonOf(thrown)}`, { cause: thrown }));
    }
  }
  return played;
};
