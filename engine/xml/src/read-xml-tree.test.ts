import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { editXml, elementsWithin, escapeXmlValue, readXmlTree } from './index.ts';

const edited = (text: string, name: string, value: string): string => {
  const tree = readXmlTree(text);
  if (tree === null) return '';
  const attributes = elementsWithin(tree.root).flatMap((element) => element.attributes);
  return editXml(
    tree.text,
    attributes
      .filter((attribute) => attribute.name === name)
      .map(({ valueStart, valueEnd }) => ({ start: valueStart, end: valueEnd, text: escapeXmlValue(value) })),
  );
};

describe('the tree of a document', () => {
  test('knows where its values stand, whatever stands around them', () => {
    const text = `<?xml version="1.0"?>
<!-- <a id="comment"/> --><a:b xmlns:a="urn:a"  id = 'one > two'
  c="=&quot;x&quot;"><d/><![CDATA[<e id="no">]]><e id="two"></e ></a:b>`;
    const tree = readXmlTree(text);
    expect(tree?.root).toMatchObject({ uri: 'urn:a', prefix: 'a', name: 'b' });
    expect(tree?.root.children.map(({ name, closeStart }) => [name, closeStart === null])).toEqual([
      ['d', true],
      ['e', false],
    ]);
    const [, id, c] = tree?.root.attributes ?? [];
    expect(text.slice(id?.valueStart, id?.valueEnd)).toBe('one > two');
    expect(c).toMatchObject({ uri: '', name: 'c', value: '="x"' });
    expect(text.slice(tree?.root.closeStart ?? 0)).toBe('</a:b>');
    expect(edited(text, 'id', 'a"b')).toBe(text.replace('one > two', 'a&quot;b').replace('id="two"', 'id="a&quot;b"'));
  });

  test('is not made of what the strict scan refuses', () => {
    expect(readXmlTree('<!DOCTYPE a><a/>')).toBeNull();
    expect(readXmlTree('<a><b></a>')).toBeNull();
  });

  test('edits that meet are refused', () => {
    const edits = [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ];
    expect(() => editXml('abc', edits)).toThrow('Expected edits apart from each other, but two meet at 1');
  });

  test('any value that is put in is read back, and nothing else changes', () => {
    const character = fc.constantFrom(...'ab =<>&"\'/\n\t]é-'.split(''), '😀');
    const value = fc.array(character, { maxLength: 12 }).map((characters) => characters.join(''));
    fc.assert(
      fc.property(value, value, (before, after) => {
        const rest = '<x><!-- v="1" --></x></r>';
        const text = `<r u="${escapeXmlValue(before)}" v='${escapeXmlValue(before)}'>${rest}`;
        const changed = edited(text, 'v', after);
        expect(readXmlTree(changed)?.root.attributes.map((attribute) => attribute.value)).toEqual([before, after]);
        expect(changed.startsWith(`<r u="${escapeXmlValue(before)}" v='`)).toBe(true);
        expect(changed.endsWith(rest)).toBe(true);
      }),
    );
  });
});
