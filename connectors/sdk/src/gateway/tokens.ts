/** Where the value of an authorization header comes from. */
export type Tokens = {
  /** A token that is good for now. Rejects with a sentence when none can be had. */
  read(): Promise<string>;
  /** Says that the engine refused a token: the next one is another, where there can be another. */
  refused(token: string): void;
};

/** A token that somebody configured. */
export const fixedToken = (token: string): Tokens => ({ read: async () => token, refused: () => undefined });
