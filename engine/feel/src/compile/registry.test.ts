import { parser } from 'lezer-feel';
import { NodeProp } from '@lezer/common';
import { expect, test } from 'vitest';

import { nodeCompilers } from './registry.ts';

test('given every expression of the grammar, then there is a compiler for it', () => {
  const expressions = parser.nodeSet.types.filter((type) => type.prop(NodeProp.group)?.includes('Expr'));

  expect(expressions.length).toBeGreaterThan(20);
  expect(expressions.map(({ name }) => name).filter((name) => !Object.hasOwn(nodeCompilers, name))).toEqual([]);
});
