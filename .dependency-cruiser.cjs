const table = require('./scripts/lib/house-plan.cjs');

const rooms = Object.keys(table);
const tests = '\\.test\\.tsx?$|/testing/|/bench/|^engine/conformance/';

const directions = rooms.map((room) => ({
  name: `${room.replaceAll('/', '-')}-imports`,
  comment: `${room} may import ${table[room].join(', ') || 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^${room}/src`, pathNot: tests },
  to: { path: `^(${rooms.filter((other) => other !== room && !table[room].includes(other)).join('|')})/` },
}));

/** The folders of engine/core from the ground up: each may use those below it, and none of its own height. */
const floorsOfCore = [
  ['state'],
  ['command', 'event', 'invariants'],
  ['apply', 'records', 'routing', 'storage'],
  ['desk'],
  ['run'],
  ['joins', 'variables'],
  ['compensation', 'expression'],
  ['decisions', 'jobs', 'loops', 'mappings', 'timers'],
  ['catching', 'deployment', 'listeners'],
  ['lifecycle'],
  ['throwing'],
  ['elements'],
  ['modification'],
  ['handling'],
  ['handlers'],
];

const inCore = (folders) => `^engine/core/src/(${folders.join('|')})/`;

const arrowsOfCore = floorsOfCore.map((floor, height) => ({
  name: `core-${floor.join('-')}`,
  comment: `Folders of engine/core import only what lies below them: ${floor.join(', ')}.`,
  severity: 'error',
  from: { path: inCore(floor), pathNot: tests },
  to: { path: inCore(floorsOfCore.slice(height).flat()), pathNot: '^engine/core/src/$1/' },
}));

/** Which folder of the broker may import which: each stands on those before it. */
const brokerFolders = {
  storage: [],
  documents: ['storage'],
  exporter: ['storage'],
  effects: ['storage'],
  pipeline: ['effects', 'storage'],
  scheduling: ['pipeline', 'effects', 'storage'],
  checking: ['scheduling', 'pipeline', 'effects', 'storage'],
  'batch-operations': ['pipeline', 'storage'],
  // Not checking: who serves callers proves nothing on the side.
  gateway: ['batch-operations', 'documents', 'scheduling', 'pipeline', 'storage'],
};

const brokerDirections = Object.entries(brokerFolders).map(([folder, below]) => ({
  name: `broker-${folder}-imports`,
  comment: `The folder ${folder} of the broker may import ${below.join(', ') || 'no other one'}.`,
  severity: 'error',
  from: { path: `^engine/broker/src/${folder}/`, pathNot: tests },
  to: {
    path: `^engine/broker/src/(${Object.keys(brokerFolders)
      .filter((other) => other !== folder && !below.includes(other))
      .join('|')})/`,
  },
}));

const home = (library, ...folders) => ({
  name: `home-of-${library.replaceAll(/[^a-z]/g, '-')}`,
  comment: `${library} has one home: ${folders.join(', ')}.`,
  severity: 'error',
  from: { path: '^(engine|connectors|forms-runtime|designer)', pathNot: `^(${folders.join('|')})|${tests}` },
  to: { path: `node_modules/${library}/` },
});

module.exports = {
  forbidden: [
    ...directions,
    ...arrowsOfCore,
    {
      name: 'core-floors',
      comment: 'A folder of engine/core has its place in the list of floors.',
      severity: 'error',
      from: { path: '^engine/core/src/[^/]+/', pathNot: `${inCore(floorsOfCore.flat())}|${tests}|/tests/` },
      to: {},
    },
    {
      name: 'core-handlers-apart',
      comment: 'A handler knows no other handler: what two of them need lies in handling.',
      severity: 'error',
      from: { path: '^engine/core/src/handlers/[^/]+/' },
      to: { path: '^engine/core/src/handlers/' },
    },
    {
      name: 'core-roof',
      comment: 'Nothing of engine/core imports its front door or what stands beside it.',
      severity: 'error',
      from: { path: '^engine/core/src/[^/]+/', pathNot: tests },
      to: { path: '^engine/core/src/[^/]+\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'Value imports make no circle.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'front-door-only',
      comment: 'Another package is entered through its front door.',
      severity: 'error',
      from: { path: '^(engine/[^/]+|connectors/[^/]+|forms-runtime/[^/]+|designer)/' },
      to: {
        path: '^(engine/[^/]+|connectors/[^/]+|forms-runtime/[^/]+|designer)/src/',
        pathNot:
          '^$1/|/src/(index|server|testing|aria)\\.ts$|/src/scenarios/index\\.ts$|/src/(?:testing|hours|statement)/index\\.ts$|\\.css$',
      },
    },
    ...brokerDirections,
    {
      name: 'search-stays-outside',
      comment:
        'What the random search expects shares no code with the engine; only what it draws comes from the builder.',
      severity: 'error',
      from: {
        path: '^engine/conformance/src/search',
        pathNot: '^engine/conformance/src/search/(model/draw|graph/graph|mutations\\.test)',
      },
      to: { path: '^engine/(core|bpmn|dmn|feel|protocol|xml)/' },
    },
    {
      name: 'search-reference-alone',
      comment: 'The reference of the random search knows nothing but the model.',
      severity: 'error',
      from: { path: '^engine/conformance/src/search/reference' },
      to: { path: '^engine/', pathNot: '^engine/conformance/src/search/(reference|model)/' },
    },
    {
      name: 'pure-packages',
      comment: 'Pure packages know no Node.',
      severity: 'error',
      from: {
        path: '^(engine/(protocol|xml|feel|bpmn|dmn|core|soundness|names|calendar|identifiers|bank-files)|forms-runtime/forms)/src',
        pathNot: tests,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'resolvable',
      comment: 'What is imported is declared in the package.json of the package that imports it.',
      severity: 'error',
      from: { pathNot: '\\.(mjs|cjs)$' },
      to: { couldNotResolve: true, pathNot: '^(node|vite/client)$' },
    },
    home('lezer-feel', 'engine/feel'),
    home('ibantools', 'engine/identifiers'),
    home('re2js', 'engine/feel'),
    home('temporal-polyfill', 'engine/feel', 'engine/core'),
    home('moddle-xml', 'engine/xml'),
    home('saxes', 'engine/xml', 'engine/bank-files', 'engine/dmn/test', 'connectors'),
    home('ajv', 'forms-runtime/forms', 'connectors/sdk', 'engine/server'),
    home('zeebe-node', 'engine/engine-client', 'connectors/sdk'),
    home('openid-client', 'engine/server'),
    home('openapi-fetch', 'forms-runtime/client'),
    home('undici', 'connectors/sdk'),
    home('jose', 'engine/server/src/credentials'),
    home('nodemailer', 'connectors/catalog'),
    home('dmn-js', 'designer'),
    home('react-markdown', 'designer'),
    home('@codemirror', 'designer'),
    home('pg', 'engine/database', 'connectors/catalog'),
    home('pg-cursor', 'connectors/catalog'),
    home('xml-crypto', 'connectors/catalog'),
    home('@electric-sql', 'engine/database'),
    home('fs-native-extensions', 'engine/database'),
    home('yauzl', 'engine/procedures'),
    home('file-type', 'engine/casework'),
    home('@grpc', 'engine/broker/src/gateway/grpc'),
    home('bpmn-js', 'designer'),
    home('pdfkit', 'engine/letters'),
    home('pkijs', 'engine/signatures'),
    home('asn1js', 'engine/signatures'),
    home('@cantoo/pdf-lib', 'engine/copies'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.cache)/|\\.gen\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['irisflow-source', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
