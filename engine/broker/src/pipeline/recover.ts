import { renewTenure } from '../storage/partition.ts';
import type { Writer } from './writer.ts';

/** Pause before the store is asked again, in milliseconds. */
const RETRY = 500;

export const lose = (writer: Writer): void => {
  writer.phase = 'lost';
  writer.listener.lost();
};

const ask = async (writer: Writer): Promise<void> => {
  const current = await renewTenure(writer.database, writer.tenure.epoch).catch(() => undefined);
  writer.recovery = null;
  if (current === null) return lose(writer);
  if (current === undefined) return askLater(writer);
  writer.tenure = current;
  writer.isCertain = true;
  writer.listener.uncertain();
};

const askLater = (writer: Writer): void => {
  writer.retry ??= setTimeout(() => {
    writer.retry = null;
    if (!writer.isCertain && writer.phase === 'running') void recover(writer);
  }, RETRY).unref();
};

/**
 * After an unknown outcome the store says how far we got. Until it does nothing is decided: what was committed without our
 * knowledge has used the next position already.
 */
export const recover = (writer: Writer): Promise<void> => {
  writer.isCertain = false;
  writer.recovery ??= ask(writer);
  return writer.recovery;
};
