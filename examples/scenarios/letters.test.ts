import { describe, expect, it } from 'vitest';
import { lacks } from './letters/checklist.ts';
import { decidingLetters } from './letters/deciding-letters.ts';
import { languages, letterFolders } from './letters/folder-letters.ts';

describe.each(letterFolders)('letters of $name', (folder) => {
  const deciding = decidingLetters(folder);

  it('every letter shows what the law wants in it, in each language', () => {
    const missing = folder.letters.flatMap((letter) =>
      languages.flatMap((language) => {
        const found = lacks({ letter, language, head: folder.head, isDecision: deciding.has(letter.key) });
        return found.length === 0 ? [] : [`${letter.key} (${language}) lacks: ${found.join('; ')}`];
      }),
    );
    expect(missing).toEqual([]);
  });

  it('every letter that a drawing decides by is there', () => {
    const known = folder.letters.map(({ key }) => key);
    expect([...deciding].filter((key) => !known.includes(key))).toEqual([]);
  });
});
