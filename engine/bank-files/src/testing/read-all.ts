import type { Bytes } from '../statement.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** A text in pieces of so many bytes; in windows-1252 only as far as its characters have the numbers of Unicode. */
export const inPieces = (text: string, size: number, encoding: 'utf-8' | 'windows-1252' = 'utf-8'): Bytes => {
  const bytes =
    encoding === 'utf-8'
      ? new TextEncoder().encode(text)
      : Uint8Array.from(text, (character) => character.charCodeAt(0));
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
};

export const readAll = async <T>(pieces: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
};
