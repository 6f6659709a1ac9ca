import { elementsWithin, readXmlTree, type XmlAttribute, type XmlElement } from '@irisflow/xml';
import { feelReadings, type Locals } from './feel-readings.ts';
import { roots, type Mentions } from './mention.ts';
import { spelledInXml, xmlText } from './text-spans.ts';

/** A file of decisions may be far bigger than one of processes. */
const limits = { maxBytes: 4 * 1024 * 1024, maxElements: 200_000, maxDepth: 200 };

interface File {
  readonly path: string;
  readonly text: string;
  readonly found: Mentions;
  /** What the steps that ask a decision see. */
  readonly calls: ReadonlyMap<string, Locals>;
}

const attribute = ({ attributes }: XmlElement, name: string): XmlAttribute | undefined =>
  attributes.find((one) => one.name === name);
const valueOf = (element: XmlElement, name: string): string => attribute(element, name)?.value ?? '';
const spanOf = ({ valueStart, valueEnd }: XmlAttribute) => ({ from: valueStart, to: valueEnd });

const isDecision = ({ name }: XmlElement): boolean => name === 'decision';

/** Gives a name that stands alone between the quotes of an attribute. */
const noteName = (file: File, elementId: string, value: XmlAttribute, path: readonly string[]): void => {
  file.found.mentions.push({
    path,
    spans: [...path.slice(1).map(() => null), spanOf(value)],
    place: { file: file.path, elementId, pointer: null },
    act: 'gives',
  });
};

const hrefMention = (file: File, elementId: string, element: XmlElement): void => {
  const href = attribute(element, 'href');
  const at = href?.value.indexOf('#') ?? -1;
  if (href === undefined || at < 0) return;
  file.found.mentions.push({
    path: [roots.decision, href.value.slice(at + 1)],
    spans: [null, { from: href.valueStart + at + 1, to: href.valueEnd }],
    place: { file: file.path, elementId, pointer: null },
    act: 'uses',
  });
};

const tests = new Set(['inputEntry', 'inputValues', 'outputValues', 'allowedValues']);

const noteText = (
  file: File,
  id: string,
  { locals, holder, element }: { locals: Locals; holder: XmlElement; element: XmlElement },
) => {
  if (element.name !== 'text' || element.closeStart === null) return;
  const span = { from: element.openEnd, to: element.closeStart };
  const raw = file.text.slice(span.from, span.to);
  if (raw.includes('<!')) return;
  const spell = spelledInXml(file.text, span);
  const kind = tests.has(holder.name) ? 'unary-tests' : 'expression';
  for (const { path, spans, outer } of feelReadings(xmlText(raw), locals, kind).reads)
    file.found.mentions.push({
      path,
      spans: spans.map((one) => one && spell(one)),
      place: { file: file.path, elementId: id, pointer: null },
      act: 'uses',
      ...(outer !== undefined && { outer: { ...outer, spans: outer.spans.map((one) => one && spell(one)) } }),
    });
};

const readLogic = (file: File, id: string, holder: XmlElement, locals: Locals): void => {
  let known = locals;
  for (const element of holder.children) {
    if (element.name === 'output' && holder.name === 'decisionTable') {
      const name = attribute(element, 'name');
      if (name !== undefined) noteName(file, id, name, [roots.decision, id, name.value]);
    }
    noteText(file, id, { locals: known, holder, element });
    readLogic(file, id, element, known);
    if (element.name !== 'contextEntry') continue;
    const name = element.children.find((child) => child.name === 'variable');
    const given = name && attribute(name, 'name');
    if (given === undefined) continue;
    noteName(file, id, given, [roots.decision, id, given.value]);
    // What one entry of a context says, those behind it read by its bare name.
    known = new Map([...known, [given.value, null]]);
  }
};

/** Decisions are read by whoever needs them under any of their names. */
const namesOf = (decision: XmlElement): readonly string[] => {
  const variable = decision.children.find(({ name }) => name === 'variable');
  return [valueOf(decision, 'id'), valueOf(decision, 'name'), variable === undefined ? '' : valueOf(variable, 'name')];
};

const readDecision = (file: File, decision: XmlElement, others: readonly XmlElement[]): void => {
  const id = valueOf(decision, 'id');
  const own = attribute(decision, 'id');
  if (own !== undefined) noteName(file, id, own, [roots.decision, id]);
  const required = elementsWithin(decision).filter(({ name }) => name === 'requiredDecision');
  required.forEach((one) => hrefMention(file, id, one));
  const ids = new Set(required.map((one) => valueOf(one, 'href').replace(/^.*#/, '')));
  const needed = others.filter((other) => ids.has(valueOf(other, 'id')));
  const locals: Locals = new Map([
    ...(file.calls.get(id) ?? []),
    ...needed.flatMap((other) => namesOf(other).map((name) => [name, [roots.decision, valueOf(other, 'id')]] as const)),
  ]);
  const variable = decision.children.find(({ name }) => name === 'variable');
  const called = variable && attribute(variable, 'name');
  if (called?.value === id) noteName(file, id, called, [roots.decision, id]);
  decision.children
    .filter(({ name }) => name !== 'informationRequirement')
    .forEach((child) => readLogic(file, id, child, locals));
};

/** Everything that a file of decisions mentions. */
export const decisionMentions = (
  path: string,
  content: string,
  { found, calls }: { found: Mentions; calls: ReadonlyMap<string, Locals> },
): void => {
  const tree = readXmlTree(content, limits);
  if (tree === null) return;
  const file: File = { path, text: tree.text, found, calls };
  const decisions = tree.root.children.filter(isDecision);
  decisions.forEach((one) => readDecision(file, one, decisions));
  for (const drawn of elementsWithin(tree.root)) {
    const shape = attribute(drawn, 'dmnElementRef');
    const isOfDecision = decisions.some((one) => valueOf(one, 'id') === shape?.value);
    if (shape !== undefined && isOfDecision) noteName(file, shape.value, shape, [roots.decision, shape.value]);
    if (drawn.name === 'outputDecision' || drawn.name === 'encapsulatedDecision')
      hrefMention(file, valueOf(drawn, 'id'), drawn);
  }
};
