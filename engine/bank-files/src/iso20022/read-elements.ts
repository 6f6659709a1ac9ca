import { SaxesParser, type SaxesTagNS } from 'saxes';
import { BankFileFault, quoted } from '../bank-file-fault.ts';
import type { Bytes } from '../statement.ts';
import { decodeXml } from './decode-xml.ts';
import type { XmlNode } from './xml-node.ts';

/** What an element of a message is to whoever reads it. */
export type Interest =
  /** It is handed over as a whole when it ends. */
  | 'whole'
  /** What is in it is looked at; that it begins and ends is told. */
  | 'within'
  /** Nothing of it is looked at. */
  | 'none';

export type XmlPiece =
  | { readonly kind: 'begin' | 'end'; readonly name: string; readonly line: number }
  | { readonly kind: 'whole'; readonly node: XmlNode };

export interface MessageForm {
  /** What the namespaces that are read end in, such as `camt.053.001.08`. */
  readonly messages: readonly string[];
  /** What to do with an element, by the names from the root to it, joined by `/`. */
  readonly interest: (path: string) => Interest;
}

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:';
/** No message of ISO 20022 goes deeper. */
const DEEPEST = 40;
/** In one element that is handed over as a whole: characters, and elements. */
const MOST_TEXT = 200_000;
const MOST_NODES = 5_000;

/** Turns what the parser meets into pieces; one a file. */
class PieceReader {
  readonly #pieces: XmlPiece[] = [];
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #path: string[] = [];
  readonly #form: MessageForm;
  /** From the element that is handed over as a whole down to the one that is open. */
  #open: XmlNode[] = [];
  #nodes = 0;
  #characters = 0;
  /** How many elements deep we are in one that nobody looks at. */
  #ignored = 0;

  constructor(form: MessageForm) {
    this.#form = form;
    this.#parser.on('error', (error) => {
      throw this.#fault('SYNTAX', 'well-formed XML', error.message.replace(/^\d+:\d+: /, ''));
    });
    this.#parser.on('doctype', () => {
      throw this.#fault('SYNTAX', 'no document type', 'one');
    });
    this.#parser.on('opentag', (tag) => this.#begin(tag));
    this.#parser.on('closetag', ({ local }) => this.#end(local));
    this.#parser.on('text', (text) => this.#add(text));
    this.#parser.on('cdata', (text) => this.#add(text));
  }

  write(text: string): XmlPiece[] {
    this.#parser.write(text);
    return this.#pieces.splice(0);
  }

  close(): XmlPiece[] {
    if (this.#path.length > 0)
      throw new BankFileFault('TRUNCATED', { expected: `the end of ${this.#path[0]}`, found: 'the end of the file' });
    this.#parser.close();
    return this.#pieces.splice(0);
  }

  #fault(code: 'SYNTAX' | 'KIND' | 'TOO_LARGE', expected: string, found: string): BankFileFault {
    return new BankFileFault(code, { expected, found }, this.#parser.line);
  }

  #begin(tag: SaxesTagNS): void {
    if (this.#path.length === 0) this.#checkMessage(tag);
    if (this.#path.length >= DEEPEST)
      throw this.#fault('TOO_LARGE', `at most ${DEEPEST} elements in each other`, 'more');
    this.#path.push(tag.local);
    if (this.#ignored > 0) this.#ignored += 1;
    else if (this.#open.length > 0) this.#grow(tag);
    else this.#meet(tag);
  }

  #checkMessage({ uri }: SaxesTagNS): void {
    const message = uri.startsWith(NAMESPACE) ? uri.slice(NAMESPACE.length) : '';
    if (this.#form.messages.includes(message)) return;
    throw this.#fault('KIND', `a message ${this.#form.messages.join(' or ')}`, quoted(message === '' ? uri : message));
  }

  #meet(tag: SaxesTagNS): void {
    const interest = this.#form.interest(this.#path.join('/'));
    if (interest === 'none') this.#ignored = 1;
    else if (interest === 'within') this.#pieces.push({ kind: 'begin', name: tag.local, line: this.#parser.line });
    else this.#grow(tag);
  }

  #grow(tag: SaxesTagNS): void {
    this.#nodes += 1;
    if (this.#nodes > MOST_NODES) throw this.#fault('TOO_LARGE', `at most ${MOST_NODES} elements in one`, 'more');
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value]));
    const node: XmlNode = { name: tag.local, text: '', attributes, children: [], line: this.#parser.line };
    this.#open.at(-1)?.children.push(node);
    this.#open.push(node);
  }

  #end(name: string): void {
    this.#path.pop();
    if (this.#ignored > 0) {
      this.#ignored -= 1;
      return;
    }
    const node = this.#open.pop();
    if (node === undefined) this.#pieces.push({ kind: 'end', name, line: this.#parser.line });
    else if (this.#open.length === 0) this.#handOver(node);
  }

  #handOver(node: XmlNode): void {
    this.#nodes = 0;
    this.#characters = 0;
    this.#pieces.push({ kind: 'whole', node });
  }

  #add(text: string): void {
    const node = this.#open.at(-1);
    if (node === undefined || this.#ignored > 0) return;
    this.#characters += text.length;
    if (this.#characters > MOST_TEXT)
      throw this.#fault('TOO_LARGE', `at most ${MOST_TEXT} characters in one element`, 'more');
    node.text += text;
  }
}

/** The pieces of a message that somebody asked for, in their order, as the file comes in; no more of it is held than one of them. */
export const readElements = async function* (file: Bytes, form: MessageForm): AsyncGenerator<XmlPiece> {
  const reader = new PieceReader(form);
  for await (const text of decodeXml(file)) yield* reader.write(text);
  yield* reader.close();
};
