import type { JobKey } from '@irisflow/protocol';
import type { DueCommand } from './due-command.ts';

/** What an event means to those who keep an eye on the aggregates without looking through them. */
export interface Effect {
  /** Commands can name this entity from now on. */
  readonly opens?: string;
  /** Nobody finds this entity any more: it is neither released nor due either. */
  readonly closes?: string;
  /** Workers may have these jobs. */
  readonly releases?: readonly JobKey[];
  /** Workers may not have these jobs, though they are there. */
  readonly withholds?: readonly JobKey[];
  /** Falls due, whatever was due for the same key before. */
  readonly due?: DueCommand;
  /** For this key nothing is due any more. */
  readonly undue?: string;
}

/** Of what most events do, nobody but the aggregate itself takes note. */
export const NO_EFFECT: Effect = {};
