import type { DmnFeature } from '../dmn-features.ts';

const FIRST = 'http://www.omg.org/spec/DMN/20151101/dmn.xsd';
const NEWEST = 'https://www.omg.org/spec/DMN/20230324/MODEL/';

const model = (body: string, namespace = NEWEST): string =>
  `<definitions xmlns="${namespace}" id="model" name="Model" namespace="urn:model">${body}</definitions>`;

const literal = (text: string): string => `<literalExpression><text>${text}</text></literalExpression>`;

const decision = (logic: string, before = '', id = 'd'): string =>
  `<decision id="${id}" name="${id}">${before}${logic}</decision>`;

const needs = (kind: 'Decision' | 'Input', id: string): string =>
  `<informationRequirement><required${kind} href="#${id}"/></informationRequirement>`;

const needsKnowledge = (id: string): string =>
  `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`;

const knowledge = (logic: string, before = ''): string =>
  `<businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="a"/>${logic}</encapsulatedLogic>${before}</businessKnowledgeModel>`;

const entry = (name: string, text: string): string =>
  `<contextEntry><variable name="${name}"/>${literal(text)}</contextEntry>`;

const role = (name: string, text: string): string => `<${name}>${literal(text)}</${name}>`;

const loop = (kind: string, text: string): string =>
  `<${kind} iteratorVariable="i">${role('in', '[1, 2, 3]')}${role(kind === 'for' ? 'return' : 'satisfies', text)}</${kind}>`;

const rule = (condition: string, output: string): string =>
  `<rule><inputEntry><text>${condition}</text></inputEntry><outputEntry><text>${output}</text></outputEntry></rule>`;

const table = (attributes: string, rules: readonly string[], output = ''): string =>
  `<decisionTable ${attributes}><input><inputExpression><text>x</text></inputExpression></input><output>${output}</output>${rules.join('')}</decisionTable>`;

const rows = [rule('&gt; 1', '2'), rule('&gt; 2', '1')];

const byPolicy = (attributes: string): string =>
  model(decision(table(attributes, rows, '<outputValues><text>1, 2</text></outputValues>')));

const result = (type: string): string => `<variable name="d" typeRef="${type}"/>`;

const inputOfType = (type: string): string =>
  `<inputData id="day" name="day"><variable name="day" typeRef="${type}"/></inputData>`;

const typed = (definition: string, text: string): string =>
  model(`<itemDefinition id="t" name="t"${definition}</itemDefinition>${decision(literal(text), result('t'))}`);

const foreign = (kind: string): string =>
  model(decision(`<functionDefinition kind="${kind}">${literal('1')}</functionDefinition>`));

const service = (inside: string): string =>
  `<decisionService id="s" name="s"><outputDecision href="#o"/>${inside}<inputDecision href="#i"/></decisionService>` +
  decision(literal('"never"'), '', 'i') +
  decision(literal('"got " + i'), needs('Decision', 'i'), 'o');

/** A service `s` whose result depends on an input decision `i`. */
export const decisionService: string = model(service(''));

/** What the variables of every model are. */
export const featureVariables: Readonly<Record<string, unknown>> = { x: 3, day: '2024-02-29' };

/** A model for each feature, and what its decision `d` answers for x = 3; a refused one has no answer. */
export const featureModels: Readonly<Record<DmnFeature['feature'], readonly [xml: string, expected?: unknown]>> = {
  'DMN 1.1': [
    model(inputOfType('feel:date') + decision(literal('day.year'), needs('Input', 'day')), FIRST).replace(
      'xmlns=',
      'xmlns:feel="http://www.omg.org/spec/FEEL/20140401" xmlns=',
    ),
    2024,
  ],
  'DMN 1.2': [model(decision(literal('1')), 'http://www.omg.org/spec/DMN/20180521/MODEL/'), 1],
  'DMN 1.3': [model(decision(literal('1')), 'https://www.omg.org/spec/DMN/20191111/MODEL/'), 1],
  'DMN 1.4': [model(decision(literal('1')), 'https://www.omg.org/spec/DMN/20211108/MODEL/'), 1],
  'DMN 1.5': [model(decision(literal('1'))), 1],
  'literal expression': [model(decision(literal('x + 1'))), 4],
  'decision table': [model(decision(table('', [rule('3', '"yes"'), rule('4', '"no"')]))), 'yes'],
  context: [model(decision(`<context>${entry('a', '1')}${entry('b', 'a + 1')}</context>`)), { a: 1, b: 2 }],
  invocation: [
    model(
      knowledge(literal('a * 2')) +
        decision(
          `<invocation>${literal('f')}<binding><parameter name="a"/>${literal('x')}</binding></invocation>`,
          needsKnowledge('f'),
        ),
    ),
    6,
  ],
  list: [model(decision(`<list>${literal('1')}${literal('x')}</list>`)), [1, 3]],
  relation: [
    model(decision(`<relation><column name="a"/><row>${literal('1')}</row><row>${literal('x')}</row></relation>`)),
    [{ a: 1 }, { a: 3 }],
  ],
  'function definition': [
    model(
      decision(
        `<context><contextEntry><variable name="g"/><functionDefinition><formalParameter name="a"/>${literal('a + 1')}</functionDefinition></contextEntry><contextEntry>${literal('g(x)')}</contextEntry></context>`,
      ),
    ),
    4,
  ],
  conditional: [
    model(decision(`<conditional>${role('if', 'x = 3')}${role('then', '"a"')}${role('else', '"b"')}</conditional>`)),
    'a',
  ],
  filter: [model(decision(`<filter>${role('in', '[{p: 1}, {p: 3}]')}${role('match', 'p = x')}</filter>`)), [{ p: 3 }]],
  for: [model(decision(loop('for', 'i * x'))), [3, 6, 9]],
  some: [model(decision(loop('some', 'i = x'))), true],
  every: [model(decision(loop('every', 'i = x'))), false],
  'unique hit policy': [model(decision(table('hitPolicy="UNIQUE"', [rule('3', '1'), rule('4', '2')]))), 1],
  'any hit policy': [model(decision(table('hitPolicy="ANY"', [rule('3', '1'), rule('&gt; 2', '1')]))), 1],
  'first hit policy': [byPolicy('hitPolicy="FIRST"'), 2],
  'priority hit policy': [byPolicy('hitPolicy="PRIORITY"'), 1],
  'priority hit policy without output values': [model(decision(table('hitPolicy="PRIORITY"', rows))), 2],
  'output order hit policy without output values': [model(decision(table('hitPolicy="OUTPUT ORDER"', rows))), [2, 1]],
  'rule order hit policy': [byPolicy('hitPolicy="RULE ORDER"'), [2, 1]],
  'output order hit policy': [byPolicy('hitPolicy="OUTPUT ORDER"'), [1, 2]],
  'collect hit policy': [byPolicy('hitPolicy="COLLECT"'), [2, 1]],
  sum: [byPolicy('hitPolicy="COLLECT" aggregation="SUM"'), 3],
  count: [byPolicy('hitPolicy="COLLECT" aggregation="COUNT"'), 2],
  min: [byPolicy('hitPolicy="COLLECT" aggregation="MIN"'), 1],
  max: [byPolicy('hitPolicy="COLLECT" aggregation="MAX"'), 2],
  'default output': [
    model(decision(table('', [rule('4', '1')], '<defaultOutputEntry><text>"none"</text></defaultOutputEntry>'))),
    'none',
  ],
  'function that is only drawn': [
    model('<businessKnowledgeModel id="f" name="f"/>' + decision(literal('x + 1'), needsKnowledge('f'))),
    4,
  ],
  'cell about ?': [
    model(decision(table('', [rule('odd(?) and ? &gt; 2', '"yes"'), rule('? in [1, 2]', '"no"')]))),
    'yes',
  ],
  'input without a value': [
    model(
      decision(table('', [rule('? &gt;= 18', '"granted"'), rule('null', '"ask"')]).replace('<text>x<', '<text>y<')),
    ),
    'ask',
  ],
  'required decision': [model(decision(literal('6'), '', 'a') + decision(literal('a / x'), needs('Decision', 'a'))), 2],
  'business knowledge model': [model(knowledge(literal('a + 1')) + decision(literal('f(x)'), needsKnowledge('f'))), 4],
  'decision service': [decisionService, 'got it'],
  'input decision without logic': [
    model(
      '<decisionService id="s" name="s"><outputDecision href="#o"/><inputDecision href="#i"/></decisionService>' +
        '<decision id="i" name="i"/>' +
        decision(literal('"got " + i'), needs('Decision', 'i'), 'o') +
        decision(literal('s("it")'), needsKnowledge('s')),
    ),
    'got it',
  ],
  'decision service called from FEEL': [
    model(service('') + decision(literal('s("it")'), needsKnowledge('s'))),
    'got it',
  ],
  'typed input': [model(inputOfType('date') + decision(literal('day.year'), needs('Input', 'day'))), 2024],
  'item definition': [typed('><itemComponent name="a"><typeRef>number</typeRef></itemComponent>', '{b: 1}'), null],
  'allowed values': [typed('><typeRef>number</typeRef><allowedValues><text>[1..5]</text></allowedValues>', '6'), null],
  'type constraint': [
    typed(
      ' isCollection="true"><typeRef>number</typeRef><typeConstraint><text>count(?) = 2</text></typeConstraint>',
      '[1]',
    ),
    null,
  ],
  collection: [typed(' isCollection="true"><typeRef>number</typeRef>', '6'), [6]],
  'typed result': [model(decision(literal('"text"'), result('number'))), null],
  'typed parameter': [
    model(
      `<businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="a" typeRef="number"/>${literal('a')}</encapsulatedLogic></businessKnowledgeModel>` +
        decision(literal('f("text")'), needsKnowledge('f')),
    ),
    null,
  ],
  'function type': [
    typed(
      '><functionItem outputTypeRef="number"><parameters name="a" typeRef="number"/></functionItem>',
      '(function(a: string) a) instance of t',
    ),
    null,
  ],
  import: [model(`<import name="other" namespace="urn:other" importType="${NEWEST}"/>${decision(literal('1'))}`)],
  'Java function': [foreign('Java')],
  'PMML function': [foreign('PMML')],
  'external function in FEEL': [model(decision(literal('function(a) external {java: {}}')))],
  'expression language other than FEEL': [
    model(decision('<literalExpression expressionLanguage="javascript"><text>1</text></literalExpression>')),
  ],
  'cyclic requirement': [model(decision(literal('d'), needs('Decision', 'd')))],
  'recursive business knowledge model': [
    model(knowledge(literal('f(a)'), needsKnowledge('f')) + decision(literal('f(1)'), needsKnowledge('f'))),
  ],
  'decision without logic': [model(decision(''))],
  'decision without id': [model(`<decision name="d">${literal('1')}</decision>`)],
  'content outside the standard': [model(decision(`<magic/>${literal('1')}`))],
};
