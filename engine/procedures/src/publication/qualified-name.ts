/**
 * The name under which the engine knows a message or signal of an administration. Whoever publishes or broadcasts uses it:
 * the model was given the same when it was published.
 * @example qualifiedName('housing', 'withdrawal.requested') // 'housing.withdrawal.requested'
 */
export const qualifiedName = (administration: string, name: string): string => `${administration}.${name}`;
