import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { leave } from '../../kit/claim.ts';
import { differences } from './differences.ts';

const root = new URL('../../../../../', import.meta.url);

describe('What we do otherwise than Zeebe is shown by a test', () => {
  test.for(differences)('$area: $ours', ({ test: reference, ...difference }, { task }) => {
    // given
    const text = reference === undefined ? '' : readFileSync(new URL(reference.file, root), 'utf8');

    // then
    expect(text).toContain(reference?.title ?? '');
    expect(difference.shownBy.length > 0 || reference !== undefined).toBe(true);
    leave(task, { difference });
  });
});
