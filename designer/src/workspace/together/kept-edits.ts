/** An edit that is not with the platform: what the file says here, and what it said when it was begun. */
export interface KeptEdit {
  readonly path: string;
  readonly content: string;
  readonly base: string | null;
  /** In which revision the base was seen; 0 for a new file. */
  readonly revision: number;
}

export interface KeptEdits {
  readonly at: number;
  readonly edits: readonly KeptEdit[];
}

/** Keeps what is not saved in the browser, so that a lost line, a crash or a closed window loses nothing. */
export interface EditsKeeper {
  /** Keeps these in the place of what was kept before; false when there is no room. */
  keep(edits: readonly KeptEdit[]): boolean;
  /** What windows left behind that are not open any more, the oldest edit first. */
  left(): KeptEdits | null;
  /** Forgets what windows left behind. */
  forget(): void;
}

/** Of all that a browser keeps for a draft; more than that is said not to be kept. */
const MAX_CHARACTERS = 2_000_000;
/** A window that is open says so again before this. */
const OPEN_MS = 15_000;
const MAX_AGE_MS = 30 * 24 * 3_600_000;

export interface KeeperOptions {
  readonly storage: Storage;
  readonly personId: string;
  readonly procedureKey: string;
  readonly windowId: string;
  readonly now: () => number;
}

const isEdit = (value: unknown): value is KeptEdit => {
  const edit = value as Partial<KeptEdit> | null;
  return (
    typeof edit?.path === 'string' &&
    typeof edit.content === 'string' &&
    (edit.base === null || typeof edit.base === 'string') &&
    typeof edit.revision === 'number'
  );
};

const read = (text: string | null): KeptEdits | null => {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<KeptEdits> | null;
    if (typeof kept?.at !== 'number' || !Array.isArray(kept.edits) || !kept.edits.every(isEdit)) return null;
    return { at: kept.at, edits: kept.edits };
  } catch {
    return null;
  }
};

const write = (storage: Storage, key: string, kept: KeptEdits): boolean => {
  const text = JSON.stringify(kept);
  if (text.length > MAX_CHARACTERS) return false;
  try {
    storage.setItem(key, text);
    return true;
  } catch {
    // The browser has no room left, or keeps nothing.
    return false;
  }
};

/** In the storage of the browser: for one person and one draft, each window in a place of its own. */
export const createEditsKeeper = (options: KeeperOptions): EditsKeeper => {
  const { storage, personId, procedureKey, windowId, now } = options;
  const prefix = `irisflow:edits:${personId}:${procedureKey}:`;
  const own = prefix + windowId;
  const closed = `${prefix}left:`;
  // What this window left behind before it was loaded anew has a place of its own until somebody decides on it.
  const before = read(storage.getItem(own));
  if (before !== null && write(storage, `${closed}${before.at}`, before)) storage.removeItem(own);

  const leftBehind = (): { key: string; kept: KeptEdits }[] =>
    Array.from({ length: storage.length }, (_, at) => storage.key(at)).flatMap((key) => {
      if (key === null || !key.startsWith(prefix) || key === own) return [];
      const kept = read(storage.getItem(key));
      if (kept === null || now() - kept.at > MAX_AGE_MS) {
        storage.removeItem(key);
        return [];
      }
      return !key.startsWith(closed) && now() - kept.at < OPEN_MS ? [] : [{ key, kept }];
    });

  return {
    keep(edits) {
      if (edits.length > 0) return write(storage, own, { at: now(), edits });
      storage.removeItem(own);
      return true;
    },
    left() {
      const all = leftBehind().map(({ kept }) => kept);
      if (all.length === 0) return null;
      const ordered = all.toSorted((one, other) => one.at - other.at);
      return { at: ordered.at(-1)?.at ?? 0, edits: ordered.flatMap(({ edits }) => edits) };
    },
    forget() {
      for (const { key } of leftBehind()) storage.removeItem(key);
    },
  };
};
