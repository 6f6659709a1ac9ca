import type { Difference } from '../../kit/claim.ts';

/** How processes run. */
export const modelDifferences: readonly Difference[] = [
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
    area: 'Timer start with a cycle',
    theirs:
      'A cycle that can no longer be evaluated stops with a processing error: neither the due start nor another one happens.',
    ours: 'The start that was due is made, then the cycle ends.',
    why: 'What fell due is not lost.',
    shownBy: [170],
  },
  {
    area: 'Message',
    theirs: 'Publishing is answered before the correlation, which follows across partitions.',
    ours: 'Whoever waits has the message when publishing is answered.',
    why: 'One store, one commit.',
    shownBy: [144],
  },
  {
    area: 'Endless loop without rest',
    theirs: 'It runs for ever and fills the log.',
    ours: 'After 1,200 turns in a row of 250 steps each, what would begin next shows an incident of type LOOP_LIMIT; resolving it goes on.',
    why: 'One model must not fill the disk.',
    shownBy: [],
    test: {
      file: 'engine/core/src/tests/loop-limit.test.ts',
      title: 'shows a LOOP_LIMIT incident at the element that would go on, and only there',
    },
  },
  {
    area: 'Execution listener',
    theirs: 'An expression that cannot be evaluated repeats all listeners of that moment once it is resolved.',
    ours: 'Those that have spoken are not asked again.',
    why: 'A listener does its work once.',
    shownBy: [206],
  },
  {
    area: 'Migration',
    theirs: 'An unmapped event with the message name of a new one has to be mapped.',
    ours: 'The old subscription closes and the new one opens without a mapping.',
    why: 'Correlation is synchronous, so there is no window between the two.',
    shownBy: [220],
  },
  {
    area: 'Signals that wake each other',
    theirs: 'Processes that wake each other for ever starve their partition.',
    ours: 'Follow-ups deeper than 100 go on in later batches; after 100 of these the instance that would go on shows an incident of type LOOP_LIMIT.',
    why: 'Everybody gets a turn.',
    shownBy: [],
    test: {
      file: 'engine/broker/src/pipeline/endless-signals.test.ts',
      title: 'go on in batches, and leave room for everybody else',
    },
  },
];
