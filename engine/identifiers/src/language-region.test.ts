import { expect, test } from 'vitest';
import { languageRegion } from './language-region.ts';

test.each([
  ['the City of Brussels', '21004', 'bilingual'],
  ['a commune around Brussels', '23002', 'nl'],
  ['Wavre, in the south of Brabant', '25112', 'fr'],
  ['Leuven', '24062', 'nl'],
  ['Aalst', '41002', 'nl'],
  ['Namur', '92094', 'fr'],
  ['Liège', '62063', 'fr'],
  ['Eupen, in the province of Liège', '63023', 'de'],
  ['Verviers, beside it', '63079', 'fr'],
] as const)('%s, %s, is of the area %s', (_, nis, area) => {
  expect(languageRegion(nis)).toBe(area);
});

test.each(['', '1000', '22001', '00000', 'abcde', '210041'])('%s is no commune', (nis) => {
  expect(languageRegion(nis)).toBeNull();
});
