import { camtEntry, camtFile, type GivenStatement } from '@irisflow/bank-files/testing';
import { describe, expect, test } from 'vitest';
import { piecesOf } from './pieces-of.ts';

const day = '2026-11-27';
const COUNT = 3000;

describe('the pieces of a file', () => {
  test('given one of many movements in one part, then others have their turn all along while it is read', async () => {
    const details = Array.from({ length: COUNT }, () => ({ cents: 100n }));
    const movements = [{ cents: BigInt(COUNT) * 100n }];
    const statement: GivenStatement = {
      account: 'BE68539007547034',
      owner: 'X',
      number: '1',
      day,
      opening: 0n,
      movements,
    };
    const bytes = Buffer.from(camtFile(statement, camtEntry(details, { day })));
    let turns = 0;
    let isOver = false;
    const turn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    const turnsAt: number[] = [];
    for await (const piece of piecesOf({ bytes: [bytes], sha256: '' }))
      if (piece.kind === 'movement') turnsAt.push(turns);
    isOver = true;
    expect(turnsAt).toHaveLength(COUNT);
    // While the file is read, and while what one sum is made of is told.
    expect(turnsAt[0]).toBeGreaterThan(bytes.length / 131_072);
    expect(turnsAt.at(-1)).toBeGreaterThan((turnsAt[0] ?? 0) + 5);
  });
});
