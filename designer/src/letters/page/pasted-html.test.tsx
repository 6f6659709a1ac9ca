import { getSchema } from '@tiptap/core';
import { DOMParser as ProseParser } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { wholeDialect } from './dialect.ts';
import { pastedHtml } from './pasted-html.ts';
import { letterOf } from './prose.ts';

const schema = getSchema(wholeDialect);

/** What a letter gets of what was copied elsewhere. */
const pasted = (html: string) => {
  const holder = document.createElement('div');
  holder.innerHTML = pastedHtml(html);
  return letterOf(ProseParser.fromSchema(schema).parse(holder).toJSON() as Parameters<typeof letterOf>[0]).content;
};

const line = (text: string, ...marks: ('bold' | 'italic')[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }) }],
});
const item = (text: string) => ({ type: 'listItem', content: [line(text)] });

test('a text of Word keeps its paragraphs, its weight and its lists, and nothing else', () => {
  const bullet = (text: string) =>
    `<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>${text}</p>`;
  expect(
    pasted(
      `<html><head><style>p { color: red }</style></head><body><p class=MsoNormal style="font-size:40pt">Votre\n demande <b>est</b></p>` +
        `${bullet('une preuve')}${bullet('un <i>acte</i>')}<p class=MsoNormal><span lang=FR style="color:red">Fin</span><o:p></o:p></p>` +
        `<script>alert(1)</script><img src="https://example.org/a.png" onerror="alert(1)"></body></html>`,
    ),
  ).toEqual([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Votre demande ' },
        { type: 'text', text: 'est', marks: [{ type: 'bold' }] },
      ],
    },
    {
      type: 'bulletList',
      content: [
        item('une preuve'),
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'un ' },
                { type: 'text', text: 'acte', marks: [{ type: 'italic' }] },
              ],
            },
          ],
        },
      ],
    },
    line('Fin'),
  ]);
});

test('numbered and nested lists become one list, cells become lines, deep headings become paragraphs', () => {
  expect(pasted('<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol><h4>Sub</h4>')).toEqual([
    { type: 'bulletList', content: [item('a'), item('b'), item('c')] },
    line('Sub'),
  ]);
  expect(pasted('<table><tr><td>x</td><td><strong>y</strong></td></tr></table>')).toEqual([
    line('x'),
    line('y', 'bold'),
  ]);
});
