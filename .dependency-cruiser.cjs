/** Who may import whom. The table is the house plan of docs/ARCHITECTURE.md. */
const table = {
  'engine/protocol': [],
  'engine/xml': [],
  'engine/feel': [],
  'engine/bpmn': ['engine/feel', 'engine/xml'],
  'engine/dmn': ['engine/feel', 'engine/xml'],
  'engine/core': ['engine/bpmn', 'engine/dmn', 'engine/feel', 'engine/protocol'],
  'engine/database': [],
  'engine/broker': ['engine/core', 'engine/bpmn', 'engine/dmn', 'engine/feel', 'engine/protocol', 'engine/database'],
  'engine/casework': [
    'engine/protocol',
    'forms-runtime/forms',
    'engine/dmn',
    'engine/feel',
    'engine/bpmn',
    'engine/database',
  ],
  'engine/server': [
    'engine/broker',
    'engine/casework',
    'engine/database',
    'engine/protocol',
    'forms-runtime/forms',
    'connectors/sdk',
    'connectors/catalog',
    'connectors/sandbox',
  ],
  'forms-runtime/forms': ['engine/feel'],
  'forms-runtime/ui': [],
  'forms-runtime/renderer': ['forms-runtime/forms', 'forms-runtime/ui'],
  'forms-runtime/client': [],
  'forms-runtime/portal': ['forms-runtime/forms', 'forms-runtime/ui', 'forms-runtime/renderer', 'forms-runtime/client'],
  'forms-runtime/desk': ['forms-runtime/forms', 'forms-runtime/ui', 'forms-runtime/renderer', 'forms-runtime/client'],
  designer: [
    'engine/protocol',
    'engine/feel',
    'engine/bpmn',
    'engine/dmn',
    'engine/core',
    'forms-runtime/forms',
    'forms-runtime/ui',
    'forms-runtime/renderer',
    'forms-runtime/client',
  ],
  'connectors/sdk': ['engine/protocol'],
  'connectors/catalog': ['connectors/sdk'],
  'connectors/sandbox': [],
};

const rooms = Object.keys(table);
const tests = '\\.test\\.tsx?$|/testing/|/bench/';

const directions = rooms.map((room) => ({
  name: `${room.replaceAll('/', '-')}-imports`,
  comment: `${room} may import ${table[room].join(', ') || 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^${room}/src`, pathNot: tests },
  to: { path: `^(${rooms.filter((other) => other !== room && !table[room].includes(other)).join('|')})/` },
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
        pathNot: '^$1/|/src/(index|server|testing|aria)\\.ts$|/src/testing/index\\.ts$|\\.css$',
      },
    },
    {
      name: 'broker-layers',
      comment: 'Gateways and scheduling reach storage only through the pipeline; storage imports none of them.',
      severity: 'error',
      from: { path: '^engine/broker/src/storage' },
      to: { path: '^engine/broker/src/(gateway|pipeline|scheduling|exporter)' },
    },
    {
      name: 'pure-packages',
      comment: 'Pure packages know no Node.',
      severity: 'error',
      from: { path: '^(engine/(protocol|xml|feel|bpmn|dmn|core)|forms-runtime/forms)/src', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    home('feelin', 'engine/feel'),
    home('pg', 'engine/database'),
    home('@electric-sql', 'engine/database'),
    home('@grpc', 'engine/broker/src/gateway/grpc'),
    home('bpmn-js', 'designer'),
    home('react-aria-components', 'forms-runtime/ui', 'designer'),
    home('pdfkit', 'engine/casework/src/letters'),
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
