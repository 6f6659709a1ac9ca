/**
 * The name under which the engine knows a message or signal of an administration. Whoever publishes or broadcasts uses it:
 * the model was given the same when it was published.
 * @example qualifiedName('housing', 'withdrawal.requested') // 'housing.withdrawal.requested'
 */
export const qualifiedName = (administration: string, name: string): string => `${administration}.${name}`;

/**
 * The messages by which the platform tells that a right is there, and that something of it is to be done. Nobody waits for them:
 * they begin a process, which would begin with the rights of every procedure of its administration.
 */
const beginnings: readonly string[] = ['right.activated', 'obligation.opened'];

export const isBeginning = (name: string | null): boolean => name !== null && beginnings.includes(name);

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
