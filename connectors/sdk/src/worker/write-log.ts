import type { ConnectorLogEntry } from '../run-context.ts';

/** One line a record on the standard output, warnings and errors on the other one: time, level, message, fields. */
export const writeLog = ({ level, message, fields = {} }: ConnectorLogEntry): void => {
  const line = [
    new Date().toISOString(),
    level.padEnd(5),
    message.replaceAll(/\s*\n\s*/g, ' '),
    ...Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`),
  ].join(' ');
  const stream = level === 'info' ? process.stdout : process.stderr;
  stream.write(`${line}\n`);
};
