// Writes docs/conformance.md from the report of a run of the suite `conformance`, or says how the two differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(new URL('../../docs/conformance.md', import.meta.url));
/** The numbers that every release must show on both stores. */
const SCENARIOS = 230;
const stores = ['pglite', 'postgres'];
const marks = { works: 'works', drawn: 'accepted, only drawn', refused: 'refused' };

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const readFindings = (report) => {
  const tests = JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap((file) => file.assertionResults);
  const found = (kind) =>
    tests.filter(({ meta }) => meta[kind] !== undefined).map(({ meta, status }) => ({ ...meta[kind], status }));
  return { scenarios: found('scenario'), claims: found('claim'), differences: found('difference') };
};

/** Scenarios by number: their titles, and the stores on which all of them passed. */
const byNumber = (scenarios) => {
  const numbers = new Map();
  for (const { area, number, title, store, status } of scenarios) {
    const entry = numbers.get(number) ?? { area, number, titles: new Set(), seen: new Set(), failed: new Set() };
    entry.titles.add(title);
    entry.seen.add(store);
    if (status !== 'passed') entry.failed.add(store);
    numbers.set(number, entry);
  }
  return numbers;
};

const passedOn = (entry, store) => entry !== undefined && entry.seen.has(store) && !entry.failed.has(store);

/** What keeps the document from being true, one sentence each. */
const objections = ({ claims, differences }, numbers) => {
  const missing = Array.from({ length: SCENARIOS }, (_, at) => at + 1).flatMap((number) =>
    stores
      .filter((store) => !passedOn(numbers.get(number), store))
      .map((store) => `Expected scenario ${number} to pass on ${store}, but it did not.`),
  );
  const broken = [...claims, ...differences]
    .filter(({ status }) => status !== 'passed')
    .map(({ subject, area }) => `Expected what is said of ${subject ?? area} to hold, but its test failed.`);
  return [...missing, ...broken];
};

const scenarioNames = (shownBy, numbers) =>
  shownBy.map((number) => `${numbers.get(number)?.area ?? '?'}-${number}`).join(', ');

const claimRows = (claims, numbers) =>
  claims.map(({ subject, outcome, note, shownBy }) => [
    subject,
    marks[outcome],
    [note, scenarioNames(shownBy, numbers)].filter(Boolean).join(' · '),
  ]);

const groupsOf = (claims) =>
  [...new Set(claims.map(({ group }) => group))].map((group) => [
    group,
    claims.filter((claim) => claim.group === group),
  ]);

const sections = [
  {
    section: 'bpmn',
    title: 'BPMN elements',
    intro: 'Each element is deployed in a small model; those that run are shown at work by the scenarios named.',
    subject: 'Element',
  },
  {
    section: 'rules',
    title: 'Rules at deployment',
    intro:
      'What a model may not do. The designer shows the same list while the analyst draws, in French, Dutch, English and German.',
    subject: 'Code',
  },
  {
    section: 'rpc',
    title: 'Gateway protocol',
    intro: 'Every call of the protocol, by its name on the wire.',
    subject: 'Call',
  },
  {
    section: 'rest',
    title: 'REST API',
    intro:
      'Paths under `/v2`. What is refused answers 501 with the reason as problem+json; our own description is [engine-openapi.json](engine-openapi.json).',
    subject: 'Path',
  },
  {
    section: 'feel',
    title: 'FEEL built-in functions',
    intro: 'Each with the example that the run evaluated.',
    subject: 'Function',
  },
  {
    section: 'dmn',
    title: 'DMN',
    intro:
      'Each with a small model that the run evaluated. How many cases of the public compatibility kit pass, and why the others do not: [results](../engine/dmn/test/tck/RESULTS.md).',
    subject: 'Feature',
  },
];

const renderSection = ({ section, title, intro, subject }, { claims }, numbers) => {
  const groups = groupsOf(claims.filter((claim) => claim.section === section));
  const parts = groups.map(
    ([group, list]) =>
      `${groups.length > 1 ? `### ${group}\n\n` : ''}${table([subject, 'Outcome', 'Shown by'], claimRows(list, numbers))}`,
  );
  return [`## ${title}`, intro, ...parts].join('\n\n');
};

const renderDifferences = ({ differences }, numbers) =>
  [
    '## Where we differ from Zeebe on purpose',
    'A model that runs on both runs the same on both, but for these. What Zeebe does is taken from its documentation and from public issues; no cluster was at hand to try it on.',
    table(
      ['Where', 'Zeebe', 'Here', 'Why', 'Shown by'],
      differences.map(({ area, theirs, ours, why, shownBy, test }) => [
        area,
        theirs,
        ours,
        why,
        test === undefined ? scenarioNames(shownBy, numbers) : `[${test.file.split('/').at(-1)}](../${test.file})`,
      ]),
    ),
  ].join('\n\n');

const renderScenarios = (numbers) =>
  [
    '## Scenarios',
    'Each is played through gRPC or REST by a client, on an engine with a real store.',
    table(
      ['No', 'Promise', 'PGlite', 'PostgreSQL'],
      [...numbers.values()]
        .toSorted((left, right) => left.number - right.number)
        .map((entry) => [
          `${entry.area}-${entry.number}`,
          [...entry.titles].join('; '),
          ...stores.map((store) => (passedOn(entry, store) ? 'passed' : 'failed')),
        ]),
    ),
  ].join('\n\n');

const count = (list, outcome) => list.filter((claim) => claim.outcome === outcome).length;

const renderSummary = ({ claims }, numbers) =>
  table(
    ['Part', 'Works', 'Only drawn', 'Refused by name'],
    [
      ...sections.map(({ section, title }) => {
        const list = claims.filter((claim) => claim.section === section);
        return [title, ...Object.keys(marks).map((outcome) => count(list, outcome))];
      }),
      [
        'Scenarios, on both stores',
        [...numbers.values()].filter((e) => stores.every((s) => passedOn(e, s))).length,
        '',
        '',
      ],
    ],
  );

const render = (findings, numbers) =>
  [
    '# Conformance',
    'What the engine does and what it refuses, as a run of the tests found it. This page is written by `scripts/lib/conformance-page.mjs` from the report of ' +
      '`npm test conformance`, which fails when the page no longer says what the run says; `IRISFLOW_RENEW=1 npm test conformance` writes it anew.',
    renderSummary(findings, numbers),
    ...sections.map((section) => renderSection(section, findings, numbers)),
    renderDifferences(findings, numbers),
    renderScenarios(numbers),
  ].join('\n\n') + '\n';

const readOld = () => {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return '';
  }
};

/** Answers what is wrong with the page and with what it promises, one sentence each; writes it anew when asked to. */
export const checkConformancePage = (report, { isRenewing }) => {
  const findings = readFindings(report);
  const numbers = byNumber(findings.scenarios);
  const page = render(findings, numbers);
  if (isRenewing) writeFileSync(target, page);
  const isStale = page !== readOld();
  return [
    ...objections(findings, numbers),
    ...(isStale
      ? ['Expected docs/conformance.md to say what this run found; IRISFLOW_RENEW=1 npm test conformance writes it.']
      : []),
  ];
};
