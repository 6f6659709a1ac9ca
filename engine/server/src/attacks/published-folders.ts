import { bpmnModel, bpmnProcess, type DrawPath } from '@irisflow/bpmn';
import type { Draw } from './attack.ts';
import type { NewFolder } from './publish-folder.ts';

const everybody = { correlationKey: '="everybody"' };
const table = (answer: number): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="amounts" name="Amounts" namespace="urn:amounts">
  <decision id="amount" name="amount">
    <variable id="amount_variable" name="amount" />
    <literalExpression id="amount_expression"><text>${answer}</text></literalExpression>
  </decision>
</definitions>
`;

/** Waits at once for everything that something else could set off by name. */
const waitsForEverything: DrawPath = (path) =>
  path
    .start()
    .parallelGateway('all')
    .branch((one) =>
      one
        .userTask('instruct', { candidateGroups: 'agent' })
        .boundary('told', { event: { message: 'change.declared', ...everybody }, interrupting: false }, (on) =>
          on.end('toldEnd'),
        )
        .boundary('rung', { event: { signal: 'bell' }, interrupting: false }, (on) => on.end('rungEnd'))
        .end('instructed'),
    )
    .branch((one) => one.catchEvent('papers', { event: { message: 'papers.received', ...everybody } }).end('papersEnd'))
    .branch((one) => one.receiveTask('receipt', { message: 'receipt.sent', ...everybody }).end('receiptEnd'))
    .branch((one) => one.catchEvent('gong', { event: { signal: 'gong' } }).end('gongEnd'))
    .branch((one) => one.catchEvent('met', { event: { condition: '=isMet = true' } }).end('metEnd'))
    .branch((one) =>
      one
        .subProcess('part', (within) => within.start('partStart').userTask('look', {}).end('looked'))
        .boundary('failed', { event: { error: 'E1' } }, (on) => on.end('failedEnd'))
        .boundary('raised', { event: { escalation: 'X1' }, interrupting: false }, (on) => on.end('raisedEnd'))
        .end('partEnd'),
    )
    .branch((one) => one.callActivity('assess', { processId: 'assessment' }).end('assessEnd'));

const assessment = (): string =>
  bpmnProcess('assessment')
    .start('assessing')
    .businessRuleTask('decide', { decisionId: 'amount', resultVariable: 'amount' })
    .userTask('weigh', {})
    .end('weighed')
    .toXml();

const waitsForNobody = (clock: string): string =>
  bpmnModel()
    .process('life', (path) =>
      path
        .start('begun', { event: { message: 'right.activated' } })
        .task('live')
        .end('lived'),
    )
    .process('drill', (path) =>
      path
        .start('drilled', { event: { signal: 'drill' } })
        .task('run')
        .end('ran'),
    )
    .process('nightly', (path) =>
      path
        .start('night', { event: { timer: { cycle: clock } } })
        .task('sweep')
        .end('swept'),
    )
    .toXml();

const same = (text: string) => ({ fr: text, nl: text, en: text });

const letter = JSON.stringify({
  kind: 'letter',
  formatVersion: 1,
  key: 'grant',
  subject: same('x'),
  body: {
    fr: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }] },
    nl: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }] },
    en: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }] },
  },
  mandatory: [],
});

/** A folder with every name that the engine matches; two administrations publish it under keys and prefixes of their own. */
export const benefitFolder = (more: { readonly answer: number; readonly clock: string }): NewFolder => ({
  files: {
    'benefit.bpmn': bpmnModel().process('benefit', waitsForEverything).toXml(),
    'assessment.bpmn': assessment(),
    'lives.bpmn': waitsForNobody(more.clock),
    'amounts.dmn': table(more.answer),
    'grant.letter.json': letter,
  },
  process: 'benefit',
  tasks: ['instruct', 'look', 'weigh'],
});

const term = { key: 'decision', label: same('x'), length: 60, kind: 'calendarDays', legalRef: 'x' };

/** A process that calls the case of another its own, and does each of these when it is told to, by a message of its own. */
export const attackFolder = (
  branches: ReadonlyMap<string, Draw>,
  { sources, claims }: { readonly sources: readonly string[]; readonly claims: string },
): NewFolder => {
  const main = bpmnModel().process('attack', (path) => {
    const fork = path
      .start()
      .scriptTask('claim', { expression: `="${claims}"`, resultVariable: 'caseId' })
      .parallelGateway('all');
    for (const [id, draw] of branches) {
      const told = { message: `go.${id}`, correlationKey: '="go"' };
      fork.branch((one) => draw(one.catchEvent(`${id}-told`, { event: told }), id).end(`${id}-end`));
    }
  });
  return {
    files: {
      'attack.bpmn': main.toXml(),
      'assessment.bpmn': bpmnModel()
        .process('assessment', (path) => path.start('opened').end('closed'), { versionTag: 'agreed' })
        .toXml(),
      'amounts.dmn': table(1),
    },
    process: 'attack',
    tasks: [...branches.keys()].filter((id) => main.toXml().includes(`userTask id="${id}"`)),
    sources,
    description: { terms: [term] },
  };
};
