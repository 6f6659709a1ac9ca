import type { Difference } from '../../kit/claim.ts';

/** What expressions and decisions give. */
export const expressionDifferences: readonly Difference[] = [
  {
    area: 'DMN, type of a result',
    theirs: 'The type of a decision variable is ignored.',
    ours: 'A result of another type becomes null with a warning; one item and a list of it become each other.',
    why: 'The standard says so, and a wrong type surfaces far from its cause.',
    shownBy: [],
    test: { file: 'engine/dmn/src/testing/feature-models.ts', title: 'typed result' },
  },
  {
    area: 'DMN, type of an input',
    theirs: 'An input stays the JSON text that it came as.',
    ours: 'Text under an input of a temporal type is read as such.',
    why: 'JSON has no dates; the type is in the model.',
    shownBy: [],
    test: { file: 'engine/dmn/src/testing/feature-models.ts', title: 'typed input' },
  },
  {
    area: 'DMN 1.4 and 1.5',
    theirs: 'Decision services and boxed conditions, loops and filters are refused or ignored.',
    ours: 'All of them work.',
    why: 'Models of other tools can be used as they are.',
    shownBy: [],
    test: { file: 'engine/dmn/src/testing/feature-models.ts', title: 'decision service called from FEEL' },
  },
  {
    area: 'FEEL, date minus date and time',
    theirs: 'The midnight of the day is taken in the zone of the other side.',
    ours: 'Midnight in UTC; null beside a local date and time.',
    why: 'The public compatibility kit says so.',
    shownBy: [],
    test: { file: 'engine/feel/src/specification.test.ts', title: 'a day beside a date and time' },
  },
  {
    area: 'FEEL, a context with one key twice',
    theirs: 'One of the two entries is kept.',
    ours: 'Null with a warning.',
    why: 'The public compatibility kit says so.',
    shownBy: [],
    test: {
      file: 'engine/feel/src/specification.test.ts',
      title: 'null where the specification has no value',
    },
  },
  {
    area: 'FEEL, patterns',
    theirs: 'A pattern beyond linear time is null when it runs.',
    ours: 'A literal pattern with look-around, back-references or unknown flags is refused at deployment.',
    why: 'The author can mend it, the clerk cannot.',
    shownBy: [],
    test: { file: 'engine/feel/src/specification.test.ts', title: "describe('patterns'" },
  },
  {
    area: 'DMN, imports',
    theirs: 'Ignored, or failing late.',
    ours: 'Refused with the name of the import.',
    why: 'One file deploys alone.',
    shownBy: [],
    test: { file: 'engine/dmn/src/testing/feature-models.ts', title: 'import: [model(' },
  },
];
