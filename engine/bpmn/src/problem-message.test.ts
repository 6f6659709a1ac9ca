import { describe, expect, it } from 'vitest';

import { bpmnProblemCodes, bpmnProcess, parseBpmn, problemMessage, problemTexts } from './index.ts';

const holesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('problemMessage', () => {
  it.each(['fr', 'nl', 'en', 'de'] as const)('has a text for every code in %s, and no other', (locale) => {
    // given
    const texts = Object.keys(problemTexts[locale]).filter((code) => code.startsWith('BPMN_'));

    // then
    expect(texts.sort()).toEqual(Object.keys(bpmnProblemCodes).sort());
    expect(Object.keys(problemTexts[locale]).sort()).toEqual(Object.keys(problemTexts.en).sort());
  });

  it.each(['fr', 'nl', 'de'] as const)('uses the same parameters in %s as in English', (locale) => {
    for (const [code, text] of Object.entries(problemTexts.en)) {
      const translated = problemTexts[locale][code as keyof typeof problemTexts.en];
      expect([code, holesIn(translated)]).toEqual([code, holesIn(text)]);
    }
  });

  it('fills the parameters in', () => {
    // given
    const [problem] = parseBpmn('<a/>').problems;
    if (problem === undefined) throw new Error('accepted');

    // then
    expect(problem.message).toBe(problemMessage(problem, 'en'));
    expect(problemMessage(problem, 'fr')).toMatch(/^Le fichier n'est pas lisible comme BPMN 2\.0\u00a0: /);
  });

  it('says what is wrong with an expression in the language of the reader', () => {
    // given
    const xml = bpmnProcess('rent').start().serviceTask('work', { type: '= 1 +' }).end().toXml();
    const [problem] = parseBpmn(xml).problems;
    if (problem === undefined) throw new Error('accepted');

    // then
    expect(problem.message).toMatch(/: Expected more FEEL, but the text ends here\.$/);
    expect(problemMessage(problem, 'fr')).toBe(
      "L'expression FEEL «\u00a01 +\u00a0» de «\u00a0work\u00a0» n'est pas valable\u00a0: L'expression s'arrête trop tôt.",
    );
  });

  it('says what is wrong with the XML in the language of the reader', () => {
    // given
    const [problem] = parseBpmn('<a>').problems;
    if (problem === undefined) throw new Error('accepted');

    // then
    expect(problemMessage(problem, 'nl')).toBe(
      'Het bestand is geen welgevormde XML: het element <a> wordt niet gesloten.',
    );
  });

  it('leaves a parameter that is missing as it is', () => {
    expect(problemMessage({ code: 'BPMN_ELEMENT_UNREACHABLE', params: {} }, 'en')).toBe('No path leads to "{id}".');
  });
});
