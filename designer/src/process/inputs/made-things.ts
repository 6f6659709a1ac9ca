import type { NameChoice } from '../../conditions/choices-of-names.ts';

/** What an input refers to that an earlier step of the case made, by the name under which that step gives its key. */
const keyOfInput = {
  receivableId: 'receivableId',
  rightId: 'rightId',
  payoutRight: 'rightId',
  obligationId: 'obligationId',
  occurrenceId: 'occurrenceId',
  payableId: 'payableId',
  engagementId: 'engagementId',
  payoutEngagement: 'engagementId',
  placeId: 'placeId',
  noticeCopyOf: 'noticeId',
} as const satisfies Readonly<Record<string, string>>;

const isReference = (input: string): input is keyof typeof keyOfInput => Object.hasOwn(keyOfInput, input);

/** Under which name steps give the key of what an input refers to; null where it refers to nothing that is made. */
export const madeBy = (input: string): string | null => (isReference(input) ? keyOfInput[input] : null);

/** The last part of a dotted path. */
const lastOf = (name: string): string => name.split('.').at(-1) ?? name;

/** What may be referred to, each under the step that made it; where no step is known to make one, everything that might be it. */
export const thingsMade = (names: readonly NameChoice[], key: string): readonly NameChoice[] => {
  const made = names.filter(({ name }) => lastOf(name) === key);
  return made.length === 0 ? names : made;
};
