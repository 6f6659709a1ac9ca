import type { CaseReach } from '@irisflow/parties';
import type { NoticeChannel } from '../fates/fate.ts';

export interface Wish {
  /** What the procedure wants. */
  readonly wanted: readonly NoticeChannel[];
  /** What is left of it as a letter: portal and mail where somebody agreed to them, post where they did not. */
  readonly base: readonly string[];
  readonly reach: Pick<CaseReach, 'channels' | 'byPost'>;
}

const planned: readonly NoticeChannel[] = ['portal', 'email', 'ebox', 'registered', 'post'];

/**
 * By which ways a letter goes: those that the procedure wants and that need no consent or have it. A registered letter is paper
 * and needs none; where it goes, no ordinary one goes beside it. Whoever nothing else reaches is written to by post.
 */
export const planOf = ({ wanted, base, reach }: Wish): readonly NoticeChannel[] => {
  const isRegistered = wanted.includes('registered');
  const isBoxed = wanted.includes('ebox') && reach.channels.includes('ebox');
  const isPostOnly = base.every((way) => way === 'post');
  const isPosted = base.includes('post') && !isRegistered && !(isBoxed && isPostOnly && !reach.byPost);
  const goes: Readonly<Record<NoticeChannel, boolean>> = {
    portal: base.includes('portal'),
    email: base.includes('email'),
    ebox: isBoxed,
    registered: isRegistered,
    post: isPosted || (wanted.includes('post') && !isRegistered),
  };
  return planned.filter((way) => goes[way]);
};
