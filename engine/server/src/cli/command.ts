/** One command of the command line. `run` resolves to the exit code. */
export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly run: (parameters: readonly string[]) => Promise<number>;
}
