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

  isAtNumber(): boolean {
    return /[-+.\d]/.test(this.text[this.at] ?? '');
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

/** The name of the next command; a path begins with a move. */
const readCommand = (pieces: Pieces, isFirst: boolean): string => {
  const name = pieces.take(command) ?? pieces.refuse();
  const letter = name.toLowerCase();
  if (takes[letter] === undefined || (isFirst && letter !== 'm')) pieces.refuse();
  return name;
};

/** A pair that follows the first of a move is a line (8.3.2). */
const repeated: Readonly<Record<string, string>> = { m: 'l', M: 'L' };

/** A command and its numbers. */
type Segment = readonly [name: string, ...numbers: string[]];

/** A command may stand once for several segments: `l 1 1 2 2` is two lines. */
const readSegments = function* (pieces: Pieces, name: string): Generator<Segment> {
  const letter = name.toLowerCase();
  yield [name, ...readArguments(pieces, letter)];
  pieces.skip();
  if (letter === 'z') return;
  while (pieces.isAtNumber()) {
    yield [repeated[name] ?? name, ...readArguments(pieces, letter)];
    pieces.skip();
  }
};

export interface PathData {
  /** Written anew: a command, its numbers, and a blank between any two. */
  readonly d: string;
  readonly numbers: number;
}

/** Reads the data of a path by its grammar (SVG 1.1, 8.3) and writes it anew. */
export const readPath = (text: string): PathData => {
  const pieces = new Pieces(text);
  const segments: Segment[] = [];
  pieces.skip();
  while (pieces.at < text.length) {
    const name = readCommand(pieces, segments.length === 0);
    for (const segment of readSegments(pieces, name)) segments.push(segment);
  }
  return {
    d: segments.flat().join(' '),
    numbers: segments.reduce((sum, [, ...numbers]) => sum + numbers.length, 0),
  };
};
