import { beginningMessages } from '@irisflow/names';

/**
 * The name under which the engine knows a message or signal of an administration. Whoever publishes or broadcasts uses it:
 * the model was given the same when it was published.
 * @example qualifiedName('housing', 'withdrawal.requested') // 'housing.withdrawal.requested'
 */
export const qualifiedName = (administration: string, name: string): string => `${administration}.${name}`;

/** Whether a message begins a process that lives with a right; it would begin with the rights of every procedure of its administration. */
export const isBeginning = (name: string | null): boolean => name !== null && beginningMessages.includes(name);

export interface OfProcedure {
  readonly administration: string;
  readonly procedure: string;
}

/**
 * The name under which a process hears of a beginning: of the rights of its own procedure alone.
 * @example beginningName({ administration: 'housing', procedure: 'stall' }, 'right.activated') // 'housing.stall.right.activated'
 */
export const beginningName = ({ administration, procedure }: OfProcedure, name: string): string =>
  qualifiedName(administration, `${procedure}.${name}`);
