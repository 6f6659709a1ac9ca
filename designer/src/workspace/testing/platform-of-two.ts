import { ConnectionError, ProblemError, type DraftNews, type ProcedureDraft } from '@irisflow/client';
import type { DraftPort } from '../draft-state.ts';

const stale = () => new ProblemError({ type: 'about:blank', title: 'Conflict', status: 409, code: 'STALE_REVISION' });

interface Stored {
  readonly content: string;
  readonly revision: number;
  readonly by: string;
}

/** What a platform has of one draft. */
class Kept {
  readonly files = new Map<string, Stored>();
  readonly removed = new Map<string, number>();
  readonly aside: { path: string; content: string }[] = [];
  readonly saves: string[] = [];
  /** `isDown`: nobody reaches it. */
  readonly seen = { revision: 1, isDown: false };

  draft(): ProcedureDraft {
    return {
      key: 'rent',
      title: { fr: 'Loyer', nl: 'Huur', en: 'Rent' },
      revision: this.seen.revision,
      files: [...this.files].map(([path, { content, revision, by }]) => ({
        path,
        content,
        revision,
        writtenBy: by,
        writtenAt: '2026-11-25T08:00:00.000Z',
      })),
    } as unknown as ProcedureDraft;
  }

  write(by: string, changes: ReadonlyMap<string, string | null>): number {
    const revision = (this.seen.revision += 1);
    for (const [path, content] of changes) {
      if (content === null) this.removed.set(path, revision);
      if (content === null) this.files.delete(path);
      else this.files.set(path, { content, revision, by });
    }
    return revision;
  }

  connect(): void {
    if (this.seen.isDown) throw new ConnectionError(new TypeError('offline'));
  }

  check(path: string, revision: number): void {
    this.connect();
    // Who saw no file may make one, also where one was removed.
    const last = this.files.get(path)?.revision ?? (revision === 0 ? 0 : (this.removed.get(path) ?? 0));
    if (last > revision) throw stale();
  }
}

/** How Ann reaches it. */
const portOf = (kept: Kept): DraftPort => ({
  load: async () => (kept.connect(), kept.draft()),
  save: async ({ path, content, revision }) => {
    kept.check(path, revision);
    kept.saves.push(content);
    return { revision: kept.write('Ann', new Map([[path, content]])), problems: [] };
  },
  changeFiles: async (changes) => {
    for (const { path, revision } of changes) kept.check(path, revision);
    const texts = new Map(changes.map(({ path, content }) => [path, content]));
    return { revision: kept.write('Ann', texts), problems: [] };
  },
  setAside: async (file) => {
    kept.connect();
    kept.aside.push(file);
    return { revision: kept.write('Ann', new Map()) };
  },
  restore: async ({ path, seen }) => {
    kept.check(path, seen);
    const content = 'as it was';
    return { revision: kept.write('Ann', new Map([[path, content]])), problems: [], content };
  },
  lint: async () => [],
});

/** A platform that two people use, Ann here and Bob elsewhere: it keeps files, each with its revision, and refuses what somebody has not seen. */
export const platformOfTwo = (initial: Readonly<Record<string, string>>) => {
  const kept = new Kept();
  for (const [path, content] of Object.entries(initial)) kept.files.set(path, { content, revision: 1, by: 'Ann' });
  const { files, seen, aside, saves } = kept;
  return {
    files,
    seen,
    aside,
    saves,
    port: portOf(kept),
    draft: () => kept.draft(),
    news: (since: number): DraftNews => ({
      revision: seen.revision,
      people: [],
      changes: { files: kept.draft().files.filter(({ revision }) => revision > since), paths: [...files.keys()] },
    }),
    others: (path: string, content: string | null) => kept.write('Bob', new Map([[path, content]])),
  };
};
