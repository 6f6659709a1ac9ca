/** Letters that have no accent to take off but a plain form people type. */
const plainForms: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', œ: 'oe', æ: 'ae', ß: 'ss', ı: 'i', đ: 'd' };

/** Text as searches compare it: `Łukasz Şimşek` and `lukasz simsek` are the same. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[łøœæßıđ]/g, (letter) => plainForms[letter] ?? letter);

/** Stands for what is not shown; the same whatever the length of what it hides. */
export const maskedText = '•••';
