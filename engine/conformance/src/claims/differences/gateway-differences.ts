import type { Difference } from '../../kit/claim.ts';

/** How callers are answered. */
export const gatewayDifferences: readonly Difference[] = [
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
    area: 'REST answers',
    theirs: 'Version 8.8 leaves out fields without value; later ones write null.',
    ours: 'Null, and always there.',
    why: 'One shape for every answer.',
    shownBy: [],
    test: {
      file: 'engine/conformance/src/clients/typed-client.test.ts',
      title: 'follows an instance from its start to its end',
    },
  },
  {
    area: 'REST bodies',
    theirs: 'Unknown fields are ignored; of double fields the last wins.',
    ours: '400 that names the field and the ones it knows.',
    why: 'A misspelled field without effect is a fault nobody sees.',
    shownBy: [],
    test: {
      file: 'engine/broker/src/gateway/rest/hostile-requests.test.ts',
      title: 'names an unknown field and what it knows, and refuses a double one',
    },
  },
  {
    area: 'REST searches',
    theirs: 'Eventually consistent.',
    ours: 'A search sees every command that was answered before.',
    why: 'What is searched is written in the commit of the command.',
    shownBy: [],
    test: {
      file: 'engine/conformance/src/clients/typed-client.test.ts',
      title: 'follows an instance from its start to its end',
    },
  },
  {
    area: 'Batch operations',
    theirs: 'A batch without a filter is taken.',
    ours: '400.',
    why: 'Nobody means every instance by a forgotten filter.',
    shownBy: [],
    test: {
      file: 'engine/broker/src/batch-operations/batch-operations.test.ts',
      title: 'is found by type and state, and refused without a filter',
    },
  },
  {
    area: 'Batch operations after a crash',
    theirs: 'Items may be told as failed though their command was done.',
    ours: 'An item whose aim is reached counts as completed.',
    why: 'The state says so.',
    shownBy: [],
    test: {
      file: 'engine/broker/src/batch-operations/batch-operations.test.ts',
      title: 'cancels what the filter matches, tells how far it is, and survives a restart',
    },
  },
  {
    area: 'Documents',
    theirs: 'They are kept in a bucket of a cloud, in memory or on disk.',
    ours: "They are kept in the engine's database, up to 10 MiB each.",
    why: 'Nothing to install; they survive a restart and are in the backup.',
    shownBy: [],
    test: { file: 'engine/broker/src/gateway/rest/routes/document-routes.test.ts', title: 'survive a restart' },
  },
  {
    area: 'Links to documents',
    theirs: 'A signed address of the bucket.',
    ours: 'An address with a secret, valid at most 7 days, gone with the document.',
    why: 'The document never leaves the engine unasked.',
    shownBy: [],
    test: {
      file: 'engine/broker/src/gateway/rest/routes/document-routes.test.ts',
      title: 'are given to whoever knows their link, for a while',
    },
  },
  {
    area: 'Content of resources',
    theirs: 'Given for RPA files only.',
    ours: 'Given for every deployed file.',
    why: 'What runs can be read back.',
    shownBy: [],
    test: {
      file: 'engine/broker/src/gateway/rest/routes/deployed-files.test.ts',
      title: 'are found by name, shown, and given byte for byte',
    },
  },
  {
    area: 'Identity, audit log, secrets, backups, agents',
    theirs: 'Served.',
    ours: '501 with the reason and what to use instead.',
    why: "They are not the engine's business.",
    shownBy: [],
    test: { file: 'engine/broker/src/gateway/rest/hostile-requests.test.ts', title: 'is refused because' },
  },
  {
    area: 'Create with result',
    theirs:
      'A result over the size of a message ends in a code on which zeebe-node starts the instance again and again.',
    ours: 'OUT_OF_RANGE that names the sizes.',
    why: 'A code on which no client tries again.',
    shownBy: [],
    test: {
      file: 'engine/broker/src/gateway/grpc/wire-fields.test.ts',
      title: 'a result that no message can hold says so, once',
    },
  },
];
