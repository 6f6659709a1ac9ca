import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { leave } from '../../kit/claim.ts';
import { expressionDifferences } from './expression-differences.ts';
import { gatewayDifferences } from './gateway-differences.ts';
import { modelDifferences } from './model-differences.ts';

const root = new URL('../../../../../', import.meta.url);

describe('What we do otherwise than Zeebe is shown by a test', () => {
  test.for([...modelDifferences, ...gatewayDifferences, ...expressionDifferences])(
    '$area: $ours',
    (difference, { task }) => {
      // given
      const { shownBy, test: reference } = difference;
      const text = reference === undefined ? '' : readFileSync(new URL(reference.file, root), 'utf8');

      // then
      expect(text).toContain(reference?.title ?? '');
      expect(shownBy.length > 0 || reference !== undefined).toBe(true);
      leave(task, { difference });
    },
  );
});
