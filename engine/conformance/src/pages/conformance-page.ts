import type { Claim } from '../kit/claim.ts';
import type { Findings } from './findings.ts';
import { page, table } from './markdown.ts';
import { byNumber, inOrder, missingOn, passedOn, scenarioNames, type ScenarioNumbers } from './scenario-numbers.ts';

const marks: Readonly<Record<Claim['outcome'], string>> = {
  works: 'works',
  drawn: 'accepted, only drawn',
  refused: 'refused',
};

interface Section {
  readonly title: string;
  readonly intro: string;
  /** Head of the first column. */
  readonly subject: string;
}

const sections: Readonly<Record<Claim['section'], Section>> = {
  bpmn: {
    title: 'BPMN elements',
    intro: 'Each element is deployed in a small model; those that run are shown at work by the scenarios named.',
    subject: 'Element',
  },
  rules: {
    title: 'Rules at deployment',
    intro:
      'What a model may not do. The designer shows the same list while the analyst draws, in French, Dutch, English and German.',
    subject: 'Code',
  },
  rpc: {
    title: 'Gateway protocol',
    intro: 'Every call of the protocol, by its name on the wire.',
    subject: 'Call',
  },
  rest: {
    title: 'REST API',
    intro:
      'Paths under `/v2`. What is refused answers 501 with the reason as problem+json; our own description is [engine-openapi.json](engine-openapi.json).',
    subject: 'Path',
  },
  clients: {
    title: 'Fields of public clients',
    intro:
      'Every call of the npm client `@camunda8/orchestration-cluster-api` that is served, by the line of the API: each field that its types let it send is taken, and each that they let it read is given. A call is refused here when a field is absent; the reason stands beside it.',
    subject: 'Call',
  },
  feel: {
    title: 'FEEL built-in functions',
    intro: 'Each with the example that the run evaluated.',
    subject: 'Function',
  },
  dmn: {
    title: 'DMN',
    intro:
      'Each with a small model that the run evaluated. How many cases of the public compatibility kit pass, and why the others do not: [results](decision-kit.md).',
    subject: 'Feature',
  },
};

const sectionKeys = Object.keys(sections) as readonly Claim['section'][];

const renderClaims = (subject: string, claims: readonly Claim[], numbers: ScenarioNumbers): string =>
  table(
    [subject, 'Outcome', 'Shown by'],
    claims.map(({ subject: name, outcome, note, shownBy }) => [
      name,
      marks[outcome],
      [note, scenarioNames(shownBy, numbers)].filter(Boolean).join(' · '),
    ]),
  );

const renderSection = (key: Claim['section'], { claims }: Findings, numbers: ScenarioNumbers): string => {
  const { title, intro, subject } = sections[key];
  const own = claims.filter(({ section }) => section === key);
  const groups = [...new Set(own.map(({ group }) => group))];
  const parts = groups.map((name) => {
    const heading = groups.length > 1 ? `### ${name}\n\n` : '';
    return (
      heading +
      renderClaims(
        subject,
        own.filter(({ group }) => group === name),
        numbers,
      )
    );
  });
  return [`## ${title}`, intro, ...parts].join('\n\n');
};

const renderDifferences = ({ differences }: Findings, numbers: ScenarioNumbers): string =>
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

const renderScenarios = (numbers: ScenarioNumbers): string =>
  [
    '## Scenarios',
    'Each is played through gRPC or REST by a client, on an engine with a real PostgreSQL; [stores.md](stores.md) says when all of them were last played on PGlite.',
    table(
      ['No', 'Promise', 'PostgreSQL'],
      inOrder(numbers).map((entry) => [
        `${entry.area}-${entry.number}`,
        [...entry.titles].join('; '),
        passedOn(entry, 'postgres') ? 'passed' : 'failed',
      ]),
    ),
  ].join('\n\n');

const renderSummary = ({ claims }: Findings, numbers: ScenarioNumbers): string => {
  const count = (section: Claim['section'], outcome: Claim['outcome']): number =>
    claims.filter((claim) => claim.section === section && claim.outcome === outcome).length;
  const passed = [...numbers.values()].filter((entry) => passedOn(entry, 'postgres')).length;
  return table(
    ['Part', 'Works', 'Only drawn', 'Refused by name'],
    [
      ...sectionKeys.map((key) => [
        sections[key].title,
        count(key, 'works'),
        count(key, 'drawn'),
        count(key, 'refused'),
      ]),
      ['Scenarios', passed, '', ''],
    ],
  );
};

/** The page `docs/conformance.md` as a run of all tests of the engine's promises has it. */
export const renderConformancePage = (findings: Findings): string => {
  const numbers = byNumber(findings.scenarios);
  return page([
    '# Conformance',
    'What the engine does and what it refuses, as a run of the tests found it. This page is written from a run of `npm test conformance`, ' +
      'which fails when the page no longer says what the run says; `IRISFLOW_RENEW=1 npm test conformance` writes it anew.',
    renderSummary(findings, numbers),
    ...sectionKeys.map((key) => renderSection(key, findings, numbers)),
    renderDifferences(findings, numbers),
    renderScenarios(numbers),
  ]);
};

/** Areas of which no scenario passed on the store that needs no installation. */
const areasWithoutPGlite = (scenarios: Findings['scenarios']): string[] => {
  const shown = new Set(
    scenarios.filter(({ store, isPassed }) => store === 'pglite' && isPassed).map(({ area }) => area),
  );
  return [...new Set(scenarios.map(({ area }) => area))].filter((area) => !shown.has(area));
};

/** What keeps the page from being true, one sentence each. */
export const objectionsTo = ({ scenarios, claims, differences }: Findings): string[] => {
  const broken = [
    ...claims.map(({ subject, isPassed }) => ({ subject, isPassed })),
    ...differences.map(({ area, isPassed }) => ({ subject: area, isPassed })),
  ].filter(({ isPassed }) => !isPassed);
  return [
    ...missingOn(byNumber(scenarios), 'postgres'),
    ...areasWithoutPGlite(scenarios).map(
      (area) =>
        `Expected a scenario of area ${area} to pass on pglite, but none did: its subject may have another name in kit/stores.ts.`,
    ),
    ...broken.map(({ subject }) => `Expected what is said of ${subject} to hold, but its test failed.`),
  ];
};
