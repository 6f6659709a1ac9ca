import type { NamedThing } from './mention.ts';

/** What the inputs of a step name, by the name of the input. */
export const thingOfInput = {
  termKey: 'term',
  noticeTerm: 'term',
  answerTerm: 'term',
  resumedTerm: 'term',
  appealTerm: 'term',
  lastTerm: 'term',
  opinionKey: 'opinion',
  hearingKey: 'hearing',
  inspectionKey: 'inspection',
  rightKind: 'right',
  quota: 'quota',
  obligation: 'obligation',
  payoutRole: 'role',
  template: 'letter',
  noticeTemplate: 'letter',
  letter: 'letter',
  reminderLetter: 'letter',
  missedLetter: 'letter',
  noticeLetter: 'letter',
  dueLetter: 'letter',
  stepLetter: 'letter',
  group: 'group',
} as const satisfies Readonly<Record<string, NamedThing>>;

type NamedInput = keyof typeof thingOfInput;

export const isNamedInput = (input: string): input is NamedInput => Object.hasOwn(thingOfInput, input);
