/** Runs a command with the words behind its name; resolves to the exit code. */
export type Run = (parameters: readonly string[]) => Promise<number>;
