import { LogoFault } from '../logo-fault.ts';
import { numberOf, written } from './svg-numbers.ts';

/** How many numbers each command takes. */
const takes: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const flag = /[01]/y;
const between = /[\s,]*/y;
const command = /[a-zA-Z]/y;

/** Reads one piece after the other; whatever fits nowhere refuses the whole path. */
class Pieces {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return null;
    this.at += found.length;
    return found;
  }

  skip(): void {
    this.take(between);
  }

  refuse(): never {
    throw new LogoFault('value', this.text.slice(this.at, this.at + 20) || this.text.slice(-20));
  }
}

/** The flags of an arc may stand together without a blank: `a1 1 0 01.5.5`. */
const isFlag = (letter: string, index: number): boolean => letter === 'a' && (index === 3 || index === 4);

const readArguments = (pieces: Pieces, letter: string): string[] => {
  const read: string[] = [];
  for (let index = 0; index < (takes[letter] ?? 0); index += 1) {
    pieces.skip();
    const found = pieces.take(isFlag(letter, index) ? flag : number) ?? pieces.refuse();
    read.push(written(numberOf(found)));
  }
  return read;
};

export interface PathData {
  /** Written anew: a command, its numbers, and a blank between any two. */
  readonly d: string;
  readonly numbers: number;
}

/** Reads the data of a path by its grammar (SVG 1.1, 8.3) and writes it anew. */
export const readPath = (text: string): PathData => {
  const pieces = new Pieces(text);
  const out: string[] = [];
  let numbers = 0;
  pieces.skip();
  while (pieces.at < text.length) {
    const found = pieces.take(command);
    const letter = found?.toLowerCase() ?? '';
    if (takes[letter] === undefined || (out.length === 0 && letter !== 'm')) pieces.refuse();
    let name = found ?? '';
    do {
      const read = readArguments(pieces, letter);
      numbers += read.length;
      out.push(name, ...read);
      // A pair that follows the first of a move is a line (8.3.2).
      if (letter === 'm') name = found === 'm' ? 'l' : 'L';
      pieces.skip();
    } while (letter !== 'z' && pieces.at < text.length && /[-+.\d]/.test(text[pieces.at] ?? ''));
  }
  return { d: out.join(' '), numbers };
};
