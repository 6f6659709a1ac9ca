import { elementsWithin, readXmlTree, type XmlAttribute, type XmlElement } from '@irisflow/xml';
import { feelReadings, type FeelReadings, type Locals } from './feel-readings.ts';
import { roots, type Mentions, type NamedThing, type Span } from './mention.ts';
import { isNamedInput, thingOfInput } from './named-inputs.ts';
import { spelledInXml, xmlText, type Spelled } from './text-spans.ts';

/** Attributes that name things outright. */
const thingOfAttribute: Readonly<Record<string, NamedThing>> = {
  'formDefinition externalReference': 'form',
  'calledDecision decisionId': 'decision',
  'assignmentDefinition candidateGroups': 'group',
};

/** Attributes that give a variable its value. */
const givingAttributes = new Set([
  'output target',
  'calledDecision resultVariable',
  'script resultVariable',
  'loopCharacteristics outputCollection',
]);

interface File {
  readonly path: string;
  readonly text: string;
  readonly found: Mentions;
  /** Names of the messages, by their ids. */
  readonly messages: ReadonlyMap<string, string>;
}

interface Owner {
  readonly id: string | null;
  readonly locals: Locals;
}

const attribute = ({ attributes }: XmlElement, name: string): XmlAttribute | undefined =>
  attributes.find((one) => one.name === name);
const valueOf = (element: XmlElement, name: string): string => attribute(element, name)?.value ?? '';

const spelledValue = ({ text }: File, { valueStart, valueEnd }: XmlAttribute): Spelled =>
  spelledInXml(text, { from: valueStart, to: valueEnd });

const moved =
  (spell: Spelled, by: number): Spelled =>
  ({ from, to }) =>
    spell({ from: from + by, to: to + by });

/** The FEEL of a text that begins with `=`, with how far in it begins; null for a text that stands for itself. */
const feelIn = (text: string): { readonly source: string; readonly at: number } | null => {
  const at = text.search(/\S/);
  return text[at] === '=' ? { source: text.slice(at + 1), at: at + 1 } : null;
};

const place = ({ path: file }: File, { id: elementId }: Owner) => ({ file, elementId, pointer: null });

const note = (file: File, owner: Owner, text: string, spell: Spelled): FeelReadings | null => {
  const feel = feelIn(text);
  if (feel === null) return null;
  const readings = feelReadings(feel.source, owner.locals);
  const shift = moved(spell, feel.at);
  const spelled = (spans: readonly (Span | null)[]) => spans.map((span) => span && shift(span));
  for (const { path, spans, outer } of readings.reads) {
    file.found.mentions.push({
      path,
      spans: spelled(spans),
      place: place(file, owner),
      act: 'uses',
      ...(outer !== undefined && { outer: { path: outer.path, spans: spelled(outer.spans) } }),
    });
  }
  return readings;
};

/** The texts of a value, as they stand for things: one constant, a list of them, or those that an expression chooses between. */
const noteThings = (file: File, owner: Owner, thing: NamedThing, value: XmlAttribute): void => {
  const spell = spelledValue(file, value);
  const feel = feelIn(value.value);
  const texts =
    feel === null
      ? [...value.value.matchAll(/[^,\s]+/g)].map(({ 0: text, index }) => ({
          text,
          span: { from: index, to: index + text.length },
        }))
      : feelReadings(feel.source, owner.locals).texts.map(({ text, span }) => ({
          text,
          span: { from: span.from + feel.at, to: span.to + feel.at },
        }));
  for (const { text, span } of texts)
    file.found.mentions.push({
      path: [roots[thing], text],
      spans: [null, spell(span)],
      place: place(file, owner),
      act: 'uses',
    });
};

/** A variable, or a place inside of one, that is written: `measure.outcome`. */
const noteWritten = (file: File, owner: Owner, value: XmlAttribute): readonly string[] => {
  const [first = '', ...rest] = value.value.split('.');
  const local = owner.locals.get(first);
  const spell = spelledValue(file, value);
  let at = 0;
  const spans = [first, ...rest].map((name) => {
    const span = spell({ from: at, to: at + name.length });
    at += name.length + 1;
    return span;
  });
  const isLocal = local !== undefined;
  const path = isLocal ? [...(local ?? ['$none', first]), ...rest] : [first, ...rest];
  const own = isLocal ? [...(local ?? ['', '']).map(() => null), ...spans.slice(1)] : spans;
  file.found.mentions.push({ path, spans: own, place: place(file, owner), act: 'gives' });
  return path;
};

const aliasGiven = ({ found }: File, from: readonly string[], readings: FeelReadings | null): void => {
  for (const { at, path } of readings?.given ?? []) found.aliases.push({ from: [...from, ...at], to: path });
};

const zeebeParts = (element: XmlElement): readonly XmlElement[] =>
  element.children
    .filter(({ name }) => name === 'extensionElements')
    .flatMap(({ children }) => children.flatMap((child) => [child, ...child.children]));

const loopOf = (element: XmlElement): XmlElement | undefined =>
  element.children
    .filter(({ name }) => name === 'multiInstanceLoopCharacteristics')
    .flatMap(zeebeParts)
    .find(({ name }) => name === 'loopCharacteristics');

const letterInputs: Readonly<Record<string, string>> = { values: 'template', noticeValues: 'noticeTemplate' };

/** What a letter prints is what the step that sends it gives it. */
const aliasLetter = (
  file: File,
  { locals }: Owner,
  { input, inputs }: { readonly input: XmlElement; readonly inputs: readonly XmlElement[] },
  readings: FeelReadings | null,
): void => {
  const [root = '', ...inside] = valueOf(input, 'target').split('.');
  const template = inputs.find((one) => valueOf(one, 'target') === letterInputs[root]);
  if (template === undefined) return;
  const feel = feelIn(valueOf(template, 'source'));
  for (const { text } of feel === null ? [] : feelReadings(feel.source, locals).texts)
    aliasGiven(file, ['$values', text, ...inside], readings);
};

/** Reads the inputs in their order: each sees those before it. Answers what the step itself sees. */
const readInputs = (file: File, outer: Owner, element: XmlElement): Owner => {
  const inputs = zeebeParts(element).filter(({ name }) => name === 'input');
  let owner = outer;
  for (const input of inputs) {
    const source = attribute(input, 'source');
    if (source === undefined) continue;
    const readings = note(file, owner, source.value, spelledValue(file, source));
    aliasLetter(file, owner, { input, inputs }, readings);
    const [target = '', ...inside] = valueOf(input, 'target').split('.');
    if (isNamedInput(target)) noteThings(file, owner, thingOfInput[target], source);
    const local = ['$local', file.path, owner.id ?? '', target];
    aliasGiven(file, [...local, ...inside], readings);
    owner = { ...owner, locals: new Map([...owner.locals, [target, local]]) };
  }
  return owner;
};

const readLoop = (file: File, outer: Owner, element: XmlElement): Owner => {
  const loop = loopOf(element);
  if (loop === undefined) return outer;
  const collection = attribute(loop, 'inputCollection');
  const readings =
    collection === undefined ? null : note(file, outer, collection.value, spelledValue(file, collection));
  const name = valueOf(loop, 'inputElement');
  const local = ['$local', file.path, outer.id ?? '', name];
  aliasGiven(file, local, readings);
  return { ...outer, locals: new Map([...outer.locals, [name, name === '' ? null : local], ['loopCounter', null]]) };
};

/** A step as it is seen from outside, where its results go, and from inside, where its inputs are known too. */
interface Step {
  readonly outer: Owner;
  readonly inner: Owner;
}

/** What is read before the step has its inputs. */
const readBefore = new Set(['loopCharacteristics inputCollection', 'loopCharacteristics inputElement']);

const readAttribute = (file: File, step: Step, part: XmlElement, value: XmlAttribute): void => {
  const key = `${part.name} ${value.name}`;
  if (readBefore.has(key)) return;
  note(file, step.inner, value.value, spelledValue(file, value));
  const thing = thingOfAttribute[key];
  if (thing !== undefined) noteThings(file, step.inner, thing, value);
  if (givingAttributes.has(key) && value.value !== '') readGiven(file, step, part, value);
  if (key === 'header value' && valueOf(part, 'key') === 'resultVariable') noteWritten(file, step.outer, value);
};

/** What of a step is neither its input nor the list that it loops over. */
const readParts = (file: File, step: Step, element: XmlElement): void => {
  const loop = loopOf(element);
  for (const part of [...zeebeParts(element), ...(loop === undefined ? [] : [loop])])
    if (part.name !== 'input') for (const value of part.attributes) readAttribute(file, step, part, value);
};

/** Which part of the same tag says what the variable is given. */
const sourceOfGiven: Readonly<Record<string, string>> = {
  'output target': 'source',
  'script resultVariable': 'expression',
  'loopCharacteristics outputCollection': 'outputElement',
};

const readGiven = (file: File, { outer, inner }: Step, part: XmlElement, value: XmlAttribute): void => {
  const written = noteWritten(file, outer, value);
  if (part.name === 'calledDecision') {
    file.found.aliases.push({ from: written, to: [roots.decision, valueOf(part, 'decisionId')] });
    return;
  }
  const feel = feelIn(valueOf(part, sourceOfGiven[`${part.name} ${value.name}`] ?? ''));
  if (feel !== null) aliasGiven(file, written, feelReadings(feel.source, inner.locals));
};

const texts = new Set([
  'conditionExpression',
  'condition',
  'completionCondition',
  'timeDuration',
  'timeDate',
  'timeCycle',
]);

const readText = (file: File, owner: Owner, element: XmlElement): void => {
  if (!texts.has(element.name) || element.closeStart === null || element.children.length > 0) return;
  const span = { from: element.openEnd, to: element.closeStart };
  const raw = file.text.slice(span.from, span.to);
  // A section of signs that stand for themselves is rare, and nobody's tool here writes one.
  if (raw.includes('<!')) return;
  note(file, owner, xmlText(raw), spelledInXml(file.text, span));
};

/** A step that waits for a message is why somebody would send it. */
const noteMessage = (file: File, owner: Owner, element: XmlElement): void => {
  const name = file.messages.get(valueOf(element, 'messageRef'));
  if (name === undefined) return;
  const path = [roots.message, name];
  file.found.mentions.push({ path, spans: [null, null], place: place(file, owner), act: 'gives' });
};

const structural = new Set(['extensionElements', 'multiInstanceLoopCharacteristics']);

/** What a step of the drawing itself sees, by its id: what the decision that it asks and the form that it shows see too. */
export type Seen = Map<string, Locals>;

const read = (file: File, outer: Owner, element: XmlElement, seen: Seen): void => {
  const id = attribute(element, 'id')?.value;
  const own: Owner = id === undefined ? outer : { ...outer, id };
  noteMessage(file, element.name === 'messageEventDefinition' ? outer : own, element);
  const inner = readInputs(file, readLoop(file, own, element), element);
  readParts(file, { outer: own, inner }, element);
  if (id !== undefined) seen.set(id, inner.locals);
  for (const child of element.children) {
    if (child.name === 'multiInstanceLoopCharacteristics') child.children.forEach((one) => readText(file, inner, one));
    if (structural.has(child.name)) continue;
    const isFlow = child.name === 'sequenceFlow';
    const around = isFlow ? { ...inner, id: valueOf(child, 'id') } : inner;
    readText(file, around, child);
    read(file, around, child, seen);
  }
};

/** Everything that a drawing mentions. */
export const processMentions = (path: string, content: string, found: Mentions): Seen => {
  const seen: Seen = new Map();
  const tree = readXmlTree(content);
  if (tree === null) return seen;
  const messages = new Map(
    tree.root.children
      .filter(({ name }) => name === 'message')
      .map((message) => [valueOf(message, 'id'), valueOf(message, 'name')]),
  );
  const file: File = { path, text: tree.text, found, messages };
  for (const element of tree.root.children) {
    const isDrawing = element.name === 'BPMNDiagram';
    if (!isDrawing) read(file, { id: null, locals: new Map() }, element, seen);
  }
  return seen;
};

/** The decisions that steps of a drawing ask, with what each step sees. */
export const decisionCalls = (
  content: string,
  seen: Seen,
): readonly { readonly id: string; readonly locals: Locals }[] => {
  const tree = readXmlTree(content);
  if (tree === null) return [];
  return elementsWithin(tree.root).flatMap((element) => {
    const call = zeebeParts(element).find(({ name }) => name === 'calledDecision');
    const locals = seen.get(valueOf(element, 'id'));
    return call === undefined || locals === undefined ? [] : [{ id: valueOf(call, 'decisionId'), locals }];
  });
};
