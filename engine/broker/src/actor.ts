export type ActorType = 'ANONYMOUS' | 'CLIENT' | 'USER' | 'UNKNOWN';

/** Who asks for something, where that is kept. */
export interface Actor {
  readonly type: ActorType;
  /** Null for who did not sign in, or whose credentials name nobody. */
  readonly id: string | null;
}

export const NOBODY: Actor = { type: 'ANONYMOUS', id: null };
