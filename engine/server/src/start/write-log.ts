export interface LogEntry {
  readonly level: 'warn' | 'error';
  /** Which part of this process speaks. */
  readonly part: 'engine' | 'casework' | 'connectors' | 'seals';
  readonly message: string;
  readonly fields?: Readonly<Record<string, string | number | boolean>>;
}

/** One line of JSON, as the web writes them: one format for who collects logs, and no text that could pass for a line. */
export const lineOf = ({ level, part, message, fields = {} }: LogEntry, at: Date): string =>
  `${JSON.stringify({ ...fields, level, time: at.toISOString(), part, msg: message })}\n`;

/** Writes down what happened outside any request. */
export const writeLog = (entry: LogEntry): void => void process.stderr.write(lineOf(entry, new Date()));

/** The message of what was thrown, and of what that came from. */
export const reasonOf = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.cause instanceof Error ? `${thrown.message}: ${reasonOf(thrown.cause)}` : thrown.message;
};
