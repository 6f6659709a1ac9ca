import type { Difference } from '../../kit/claim.ts';

/** A test of another room, by its file and its title. */
export interface TestReference {
  readonly file: string;
  readonly title: string;
}

/** What we do otherwise than Zeebe, shown by scenarios or by a test of the room that does it. */
export type Deliberate = Difference & { readonly test?: TestReference };

export const differences: readonly Deliberate[] = [
  {
    area: 'Inclusive join',
    theirs:
      'It is asked only when a token arrives, so it stays closed for ever when the last competing path ends elsewhere.',
    ours: 'It is asked whenever the work of a command has come to rest.',
    why: 'No instance gets stuck.',
    shownBy: [60],
  },
  {
    area: 'Inclusive join',
    theirs: 'A flow that is taken twice leaves a stray token behind, and the instance never completes.',
    ours: 'The surplus token opens the join once more, and the instance completes.',
    why: 'No instance gets stuck.',
    shownBy: [61],
  },
  {
    area: 'Inclusive join',
    theirs:
      'In a parallel branch inside a loop it waits for ever: the token at the parallel join counts as one that may still come.',
    ours: 'When nothing else moves, the join goes on with what is there.',
    why: 'A token that first has to come round the loop belongs to the next round.',
    shownBy: [],
    test: {
      file: 'engine/core/src/tests/tokens-and-gateways.test.ts',
      title: 'does not wait for a token that would first have to come round a loop behind another join',
    },
  },
  {
    area: 'Modification onto a join',
    theirs:
      'Tokens that wait at the join stay there, so an instance whose other branch was terminated never completes.',
    ours: 'They go along with the activated join when nobody else can arrive; otherwise they stay for the next round.',
    why: 'Moving the last missing token to a join has to end the instance.',
    shownBy: [62],
  },
  {
    area: 'Incident at a fork',
    theirs: 'Up to some versions, resolving it without mending the data left the token stuck.',
    ours: 'A new incident with a new key, each time.',
    why: 'What is unsolved stays visible.',
    shownBy: [54],
  },
  {
    area: 'Ad-hoc sub-process',
    theirs: 'A join behind several activated elements never fires, because each has a scope of its own.',
    ours: 'Tokens of all inner scopes meet at the join.',
    why: 'The model says that they join.',
    shownBy: [211],
  },
  {
    area: 'Multi-instance, sequential',
    theirs: 'The list is read again for each item; when it became shorter, an incident appears that nothing resolves.',
    ours: 'The number of items is fixed at the start and each item is read when its turn comes; a longer list resolves the incident.',
    why: 'No run gets stuck, and the output has as many entries as there were items.',
    shownBy: [132],
  },
  {
    area: 'Escalation',
    theirs: 'An event sub-process that throws the escalation it was started by catches it again, without end.',
    ours: 'It does not catch what it throws itself; a scope outside does.',
    why: 'A model must not run in a circle by itself.',
    shownBy: [178],
  },
  {
    area: 'Conditional event',
    theirs: 'A condition that gives no boolean does not hold.',
    ours: 'Null does not hold; any other value is an incident, and resolving it asks again.',
    why: 'The modeler sees why nothing happens.',
    shownBy: [212],
  },
  {
    area: 'Timer with a date',
    theirs: 'A date without offset or zone is refused.',
    ours: 'It is read in UTC, as lint and FEEL read it.',
    why: 'What the designer accepts is what deploys.',
    shownBy: [166],
  },
  {
    area: 'Timer with a cycle',
    theirs: 'An endless cycle whose interval is zero or negative fires without end.',
    ours: 'Refused at deployment, or an incident when the interval is computed.',
    why: 'One model must not stop the engine.',
    shownBy: [169],
  },
  {
    area: 'Timer with a cycle',
    theirs: 'A cycle that can no longer be evaluated stops the instance without a word.',
    ours: 'An incident of the task, which can still complete; the cycle ends.',
    why: 'Nothing stops silently.',
    shownBy: [173],
  },
  {
    area: 'Job stream',
    theirs: 'It gets only jobs that become available after it opened; older ones need a poll.',
    ours: 'It first gets the jobs that wait, then the new ones.',
    why: 'A worker that only streams never starves, and no client loses by it.',
    shownBy: [89],
  },
  {
    area: 'Result of a job',
    theirs: 'A result on a job of another kind is ignored.',
    ours: 'Refused, with the name of the field.',
    why: 'Nothing that is said is silently ignored.',
    shownBy: [],
    test: { file: 'engine/core/src/tests/creation.test.ts', title: 'the result of a job' },
  },
  {
    area: 'Deletion',
    theirs: 'What an instance of a deleted definition binds to is not said.',
    ours: 'It keeps the binding to its deployment until it ends.',
    why: 'Instances end as they began.',
    shownBy: [],
    test: {
      file: 'engine/core/src/tests/creation.test.ts',
      title: 'still binds its running instances to what was deployed with it',
    },
  },
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
];
